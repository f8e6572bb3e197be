import { Check, Field, Form, languageOptions, optionsOf, Select } from '../../lib/ui/form.tsx'
import { type Locale, languageName, locales } from '../../lib/ui/format.ts'
import type { Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { type MemberWord, memberNouns, usualWord, withMemberWord } from '../../lib/ui/member-word.ts'
import { Button, Facts, Fold, Note, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import type { UserGroup } from './queries.ts'
import { genders } from './rules.ts'

const t = textsOf('groups', 'userGroups')
const facts = textsOf('groups', 'facts')
const nounsIn = wordsOf('lib', 'nouns')
const samplesIn = wordsOf('groups', 'memberSamples')

/** Where a user group stands. */
export const userGroupPath = (slug: string): string => `/user-groups/${slug}`

/** The user groups whose settings somebody keeps. */
export const UserGroupsPage = ({ kept }: { kept: UserGroup[] }) => (
  <Titled title={t.title} lead={t.lead}>
    <Things label={t.title}>
      {kept.map(({ slug, name }) => (
        <Thing title={name} href={userGroupPath(slug)} />
      ))}
    </Things>
  </Titled>
)

/** The fields of the form as they are filled in for a user group. */
export const valuesOf = ({ name, word, usesDirectories, checksStudents }: UserGroup): Typed => ({
  name,
  noun: Object.keys(word.own).length > 0 ? 'own' : word.noun,
  ...Object.fromEntries(
    Object.entries(word.own).flatMap(([locale, noun]) => [
      [`one_${locale}`, noun?.one ?? ''],
      [`many_${locale}`, noun?.many ?? ''],
      [`gender_${locale}`, noun?.gender ?? ''],
    ]),
  ),
  ...(usesDirectories ? { usesDirectories: 'on' } : {}),
  ...(checksStudents ? { checksStudents: 'on' } : {}),
})

/** Sentences as pages and letters say them with a word, in each language. */
const samplesOf = (word: MemberWord): { locale: Locale; samples: string[] }[] =>
  withMemberWord(word, () =>
    locales.map((locale) => {
      const { yours, no, counted } = samplesIn(locale)
      return { locale, samples: [yours, no, counted({ n: 3 })] }
    }),
  )

function OwnWord({ locale }: { locale: Locale }) {
  const usual = nounsIn(locale)[usualWord.noun]
  const label = languageOptions.find(({ value }) => value === locale)?.label ?? locale
  const ours = genders[locale]
  return (
    <fieldset class="field">
      <legend lang={locale}>{label}</legend>
      <Field name={`one_${locale}`} label={t.one} hint={t.emptySays({ word: usual.one })} maxlength={40} short optional />
      <Field name={`many_${locale}`} label={t.many} hint={t.emptySays({ word: usual.many })} maxlength={40} short optional />
      {ours && <Select name={`gender_${locale}`} label={t.gender} empty={t.noGender} options={optionsOf(t.genders, ours)} optional />}
    </fieldset>
  )
}

interface UserGroupProps {
  group: UserGroup
  values: Typed
  /** The word that the sentences below are said with. */
  word: MemberWord
  alike: boolean
}

/** What a user group decides for all its working groups: what a member is called, and what fits universities alone. */
export function UserGroupPage({ group, values, word, alike }: UserGroupProps) {
  const nouns = nounsIn(useReader().locale)
  const refused = useRefused()
  return (
    <Titled title={t.settingsOf} meta={group.name} lead={t.settingsLead}>
      {!alike && <Note>{t.differ}</Note>}
      <Form keeps action={userGroupPath(group.slug)} values={values}>
        <Field name="name" label={facts.name} maxlength={200} />
        <Select
          name="noun"
          label={t.noun}
          hint={t.nounHint}
          empty={false}
          options={[
            ...memberNouns.map((noun) => ({ value: noun, label: t.pair({ one: nouns[noun].one, many: nouns[noun].many }) })),
            { value: 'own', label: t.ownWord },
          ]}
        />
        <Fold title={t.ownWords} open={values.noun === 'own' || refused?.typed.noun === 'own'}>
          <p class="soft">{t.ownWordsLead}</p>
          {locales.map((locale) => (
            <OwnWord locale={locale} />
          ))}
        </Fold>
        <Section title={t.universities}>
          <Check name="usesDirectories" label={t.directories} hint={t.directoriesHint} />
          <Check name="checksStudents" label={t.students} hint={t.studentsHint} />
        </Section>
        <Submit kind="primary" beside={<Button name="do" value="preview" text={t.preview} />}>
          {t.save}
        </Submit>
      </Form>
      <Section title={t.samples} id="samples">
        <Facts
          items={samplesOf(word).map(({ locale, samples }) => ({
            term: <span lang={locale}>{languageName(locale)}</span>,
            value: <span lang={locale}>{samples.join(' · ')}</span>,
          }))}
        />
      </Section>
    </Titled>
  )
}
