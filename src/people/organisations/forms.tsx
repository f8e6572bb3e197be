import { countryName, countryOptions } from '../../lib/ui/countries.ts'
import { Field, Filters, Form, optionsById, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { dotted, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, FormFold, Note, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Suggestion } from '../directory-queries.ts'
import type { listRegisterChoices } from './queries.ts'
import { kindNames, kinds, type OpenPeriod } from './rules.ts'
import { Term } from './views.tsx'

const t = textsOf('people', 'organisations')

/** What an organisation can be bound to. */
export type Choices = Awaited<ReturnType<typeof listRegisterChoices>>

/**
 * What it is itself.
 * @param props.ror whether its number in the directory of research organisations is asked for
 * @param props.careful for which other organisations' domains its own can be taken
 */
export const FactFields = ({ choices, fresh, ror, careful }: { choices: Choices; fresh?: boolean; ror: boolean; careful: string[] }) => (
  <>
    <Field name="name" label={t.name} maxlength={300} />
    <Select name="kind" label={t.kind} options={optionsOf(kindNames, kinds)} />
    <Select name="country" label={t.country} options={countryOptions()} optional />
    {fresh && (
      <Select
        name="parentId"
        label={t.belongsTo}
        hint={t.theConsortiumOfAnInstitutionThe}
        options={optionsById(choices.parents)}
        empty={t.nothing}
        optional
      />
    )}
    <TextArea
      name="domains"
      label={t.domainsOfItsAddresses}
      hint={
        <>
          {t.oneALineAddressesBelowThem}
          {careful.map((said) => (
            <span class="note late">{said}</span>
          ))}
        </>
      }
      rows={3}
      optional
    />
    <Field name="website" type="url" label={t.website} optional />
    {ror && <Field name="ror" label={t.rorId} hint={t.nineCharactersOrTheAddressAt} short optional />}
    <Submit kind="primary">{t.save}</Submit>
  </>
)

/** What others publish about an institution, to pick from. */
const Suggestions = ({ search, suggestions }: { search: string; suggestions: Suggestion[] }) => (
  <Section title={t.pickItFromTheDirectory}>
    <p class="soft">{t.namesAndDomainsAsHipoAnd}</p>
    <Filters label={t.findAnInstitution} action="/organisations/new" values={{ q: search }}>
      <Field name="q" type="search" label={t.nameOrDomain} optional />
    </Filters>
    {search !== '' && suggestions.length === 0 && <Empty title={t.theDirectoryHasNothingLikeThat} />}
    <Things label={t.suggestions} of={suggestions} none={null}>
      {(one) => (
        <Thing
          title={one.name}
          href={one.registered ? `/organisations/${one.registered}` : `/organisations/new?pick=${one.id}`}
          meta={dotted([
            one.country && countryName(one.country),
            one.domains.slice(0, 3).join(', '),
            one.source === 'ror' ? 'ROR' : 'Hipo',
          ])}
          act={one.registered ? <State mood="good">{t.inTheRegister}</State> : undefined}
        />
      )}
    </Things>
  </Section>
)

interface NewProps {
  choices: Choices
  /** Are there suggestions from directories that others publish? */
  directories?: boolean
  search?: string
  suggestions?: Suggestion[]
  picked?: Suggestion
  /** What somebody who works there has said of it. */
  said?: { name: string; domains: string }
  /** For which domains of others those that stand there can be taken. */
  careful?: string[]
}

/** A new organisation, by hand or from what others publish. */
export function NewPage({ choices, directories = false, search = '', suggestions = [], picked, said, careful = [] }: NewProps) {
  const refused = useRefused()
  const values = {
    kind: 'institution',
    name: picked?.name ?? said?.name ?? '',
    country: picked?.country ?? '',
    website: picked?.website ?? '',
    ror: picked?.ror ?? '',
    domains: picked?.domains.join('\n') ?? said?.domains ?? '',
  }
  return (
    <Titled title={t.newOrganisation}>
      {directories && !refused && !picked && <Suggestions search={search} suggestions={suggestions} />}
      {picked && <Note>{t.takenFrom({ source: picked.source === 'ror' ? 'ROR' : 'Hipo' })}</Note>}
      <Form action="/organisations" values={values}>
        <FactFields choices={choices} ror={directories} careful={careful} fresh />
      </Form>
    </Titled>
  )
}

/** From when to when. */
export const PeriodFields = () => (
  <div class="fields">
    <Field name="fromOn" type="date" label={t.from} short />
    <Field name="toOn" type="date" label={t.to} hint={t.theLastDayLeaveItEmpty} short optional />
  </div>
)

type TermRow = OpenPeriod & { id: number; title: string }

/** What is recorded, of which only the last day is said here. */
export const Endings = ({ path, rows }: { path: string; rows: TermRow[] }) => (
  <Things of={rows} none={null}>
    {(row) => (
      <Thing title={row.title} meta={row.fromOn ? t.terms.from({ from: <Day on={row.fromOn} /> }) : t.terms.unknown}>
        <Form action={`${path}/${row.id}/end`} values={{ toOn: row.toOn ?? '' }} id={`end-${path.split('/').at(-1)}-${row.id}`}>
          <Field name="toOn" type="date" label={t.lastDay} short />
          <Submit kind="quiet">{t.saveTheLastDay}</Submit>
        </Form>
      </Thing>
    )}
  </Things>
)

/** What is recorded, each with its days to be corrected; who does not know the first day can say the last. */
export const Terms = ({ path, rows, today }: { path: string; rows: TermRow[]; today: string }) => (
  <>
    <Endings path={path} rows={rows.filter(({ fromOn }) => fromOn === null)} />
    <Things of={rows.filter(({ fromOn }) => fromOn !== null)} none={null}>
      {({ id, title, fromOn, toOn }) => (
        <Thing title={title} meta={<Term term={{ fromOn, ...(toOn === undefined ? {} : { toOn }) }} day={today} />}>
          <FormFold
            title={t.correctItsDays}
            action={`${path}/${id}/days`}
            values={{ fromOn: fromOn ?? '', toOn: toOn ?? '' }}
            id={`days-${path.split('/').at(-1)}-${id}`}
          >
            <PeriodFields />
            <Submit label={`${t.saveTheDays}: ${title}`}>{t.saveTheDays}</Submit>
          </FormFold>
        </Thing>
      )}
    </Things>
  </>
)
