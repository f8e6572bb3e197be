import { Field, Form, languageOptions, Select, TextArea } from '../lib/ui/form.tsx'
import type { Typed } from '../lib/ui/forms.ts'
import { Cancel, Submit, Titled } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { listTalkGroups, Talk } from './queries.ts'

const t = textsOf('talks', 'writingViews')
const words = textsOf('talks', 'pages')

const audiences = () => (['public', 'subscribers', 'group'] as const).map((value) => ({ value, label: t.audiences[value] }))

/** Proposes a talk, or says anew what one is about. */
export function TalkFormPage(props: {
  groups: Awaited<ReturnType<typeof listTalkGroups>>
  talk?: Talk
  values?: Typed
  /** The message that it comes from. */
  message?: number | undefined
}) {
  const { groups, talk, values: first, message } = props
  const values: Typed = talk
    ? { title: talk.title, abstract: talk.abstract, minutes: String(talk.minutes), language: talk.language, visibility: talk.visibility }
    : { minutes: '20', language: 'en', visibility: 'public', group: groups[0]?.slug ?? '', ...first }
  return (
    <Titled title={talk ? t.change({ title: talk.title }) : words.propose} lead={talk ? undefined : words.proposeHint}>
      <Form keeps={talk !== undefined} action={talk ? `/show-and-tell/${talk.slug}` : '/show-and-tell'} values={values}>
        {message !== undefined && <input type="hidden" name="message" value={String(message)} />}
        {!talk && (
          <Select name="group" label={t.group} empty={false} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} />
        )}
        <Field name="title" label={t.title} maxlength={200} />
        <TextArea name="abstract" label={t.description} hint={t.whatWasTheProblemWhatDid} rows={8} maxlength={5_000} />
        <Field name="minutes" type="number" label={t.minutesWithQuestions} min={5} max={240} short />
        <Select name="language" label={t.spokenIn} empty={false} options={languageOptions} />
        <Select name="visibility" label={t.whoCanReadThis} hint={t.pageSlidesRecordingBefore} empty={false} options={audiences()} />
        <Submit kind="primary" beside={<Cancel href={talk ? `/show-and-tell/${talk.slug}` : '/show-and-tell'}>{t.back}</Cancel>}>
          {talk ? t.save : t.propose}
        </Submit>
      </Form>
    </Titled>
  )
}
