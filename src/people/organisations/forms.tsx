import { showDomain } from '../../lib/mail/domain.ts'
import { countryName, countryOptions } from '../../lib/ui/countries.ts'
import { Check, Field, Filters, Form, optionsById, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { dotted, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, FormFold, FormSection, Note, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Suggestion } from '../directory-queries.ts'
import type { listRegisterChoices } from './queries.ts'
import { kindNames, kinds, type OpenPeriod, stageNames, stages } from './rules.ts'
import { type Organisation, Term } from './views.tsx'

const t = textsOf('people', 'organisations')

type Choices = Awaited<ReturnType<typeof listRegisterChoices>>

/** @param props.ror whether its number in the directory of research organisations is asked for */
const FactFields = ({ choices, fresh, ror }: { choices: Choices; fresh?: boolean; ror: boolean }) => (
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
    <TextArea name="domains" label={t.domainsOfItsAddresses} hint={t.oneALineAddressesBelowThem} rows={3} optional />
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
}

/** A new organisation, by hand or from what others publish. */
export function NewPage({ choices, directories = false, search = '', suggestions = [], picked, said }: NewProps) {
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
        <FactFields choices={choices} ror={directories} fresh />
      </Form>
    </Titled>
  )
}

const PeriodFields = () => (
  <div class="fields">
    <Field name="fromOn" type="date" label={t.from} short />
    <Field name="toOn" type="date" label={t.to} hint={t.theLastDayLeaveItEmpty} short optional />
  </div>
)

type TermRow = OpenPeriod & { id: number; title: string }

/** What is recorded, of which only the last day is said here. */
const Endings = ({ path, rows }: { path: string; rows: TermRow[] }) => (
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
const Terms = ({ path, rows, today }: { path: string; rows: TermRow[]; today: string }) => (
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

/** Everything that can be changed about one organisation. */
export function EditPage(props: { organisation: Organisation; choices: Choices; directories: boolean; today: string }) {
  const { organisation, choices } = props
  const path = `/organisations/${organisation.id}`
  const values = {
    name: organisation.name,
    kind: organisation.kind,
    country: organisation.country ?? '',
    website: organisation.website,
    ror: organisation.ror ?? '',
    domains: organisation.domains.map(showDomain).join('\n'),
  }
  const own = <T extends { holderId: number }>(rows: T[]) => rows.filter((row) => row.holderId === organisation.id)
  return (
    <Titled title={organisation.name} meta={t.edit} actions={<Button href={path}>{t.backToItsPage}</Button>}>
      <Form action={path} values={values}>
        <FactFields choices={choices} ror={props.directories || organisation.ror !== null} />
      </Form>
      <Section title={t.belongsTo}>
        <Terms
          today={props.today}
          path={`${path}/consortia`}
          rows={organisation.belongings.map((row) => ({ ...row, title: row.parent }))}
        />
        <FormFold title={t.addParent} action={`${path}/consortia`} id="belonging">
          <Select
            name="parentId"
            label={t.consortiumOrVendor}
            hint={t.whileItBelongsToItAn}
            options={optionsById(choices.parents.filter((one) => one.id !== organisation.id))}
          />
          <PeriodFields />
          <Submit>{t.addParent}</Submit>
        </FormFold>
      </Section>
      <Section title={t.memberships}>
        <Terms
          today={props.today}
          path={`${path}/memberships`}
          rows={own(organisation.memberships).map((row) => ({ ...row, title: row.community }))}
        />
        <FormFold title={t.addMembership} action={`${path}/memberships`} id="membership">
          <Select name="communityId" label={t.userGroup} options={optionsById(choices.communities)} />
          <PeriodFields />
          <Submit>{t.addMembership}</Submit>
        </FormFold>
      </Section>
      <Section title={t.contracts}>
        <Terms
          today={props.today}
          path={`${path}/contracts`}
          rows={own(organisation.contracts).map((row) => ({ ...row, title: row.product }))}
        />
        <FormFold title={t.addContract} action={`${path}/contracts`} id="contract">
          <Select name="productId" label={t.product} options={optionsById(choices.products)} />
          <PeriodFields />
          <Submit>{t.addContract}</Submit>
        </FormFold>
      </Section>
      <FormSection title={t.stageWithAProduct} action={`${path}/stage`} id="stage">
        <Select name="productId" label={t.product} options={optionsById(choices.products)} />
        <Select name="stage" label={t.stage} empty={t.doesNotUseIt} options={optionsOf(stageNames, stages)} optional />
        <Submit>{t.saveTheStage}</Submit>
      </FormSection>
      <Section title={t.referents}>
        <Endings
          path={`${path}/referents`}
          rows={organisation.referents
            .filter(({ communityId }) => choices.naming.some(({ id }) => id === communityId))
            .map((row) => ({ ...row, title: t.standIn({ name: row.name, standIn: row.standIn, community: row.community }) }))}
        />
        <FormFold title={t.addReferent} action={`${path}/referents`} id="referent">
          <Field name="email" type="email" label={t.addressOfThePerson} />
          <Select name="communityId" label={t.userGroup} options={optionsById(choices.naming)} />
          <Check name="standIn" label={t.asAStandIn} />
          <PeriodFields />
          <Submit>{t.addReferent}</Submit>
        </FormFold>
      </Section>
    </Titled>
  )
}
