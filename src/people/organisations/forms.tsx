import { showDomain } from '../../lib/mail/domain.ts'
import { countryName, countryOptions } from '../../lib/ui/countries.ts'
import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Filters, Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, State } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import type { Suggestion } from '../directory/queries.ts'
import type { listRegisterChoices } from './queries.ts'
import { kindNames, kinds, type OpenPeriod, stageNames, stages } from './rules.ts'
import type { Organisation } from './views.tsx'

/** The forms of the edit page: a refusal is shown in the one that was sent. */
export type FormName = 'facts' | 'belonging' | 'membership' | 'contract' | 'stage' | 'referent' | 'end'

type Choices = Awaited<ReturnType<typeof listRegisterChoices>>

const optionsOf = (rows: { id: number; name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))

const FactFields = ({ choices, fresh }: { choices: Choices; fresh?: boolean }) => (
  <>
    <Field name="name" label="Name" maxlength={300} />
    <Select name="kind" label="Kind" options={kinds.map((value) => ({ value, label: kindNames[value] }))} />
    <Select name="country" label="Country" options={countryOptions()} optional />
    {fresh && (
      <Select
        name="parentId"
        label="Belongs to"
        hint="The consortium of an institution, the vendor of an affiliate or reseller. Members of a consortium share its membership and contracts."
        options={optionsOf(choices.parents)}
        empty="Nothing"
        optional
      />
    )}
    <TextArea
      name="domains"
      label="Domains of its addresses"
      hint="One a line. Addresses below them count too: lib.example.org is part of example.org."
      rows={3}
      optional
    />
    <Field name="website" type="url" label="Website" optional />
    <Field name="ror" label="ROR id" hint="Nine characters, or the address at ror.org." short optional />
    <div class="row">
      <Button kind="primary">Save</Button>
    </div>
  </>
)

/** What others publish about an institution, to pick from. */
function Suggestions({ search, suggestions }: { search: string; suggestions: Suggestion[] }) {
  return (
    <Section title="Pick it from the directory">
      <p class="soft">Names and domains as Hipo and ROR publish them. Nothing is in the register before you save it below.</p>
      <Filters label="Find an institution" action="/organisations/new" values={{ q: search }}>
        <Field name="q" type="search" label="Name or domain" optional />
      </Filters>
      {search !== '' && suggestions.length === 0 && <Empty title="The directory has nothing like that." />}
      {suggestions.length > 0 && (
        <Things label="Suggestions">
          {suggestions.map((one) => (
            <Thing
              title={one.name}
              href={one.registered ? `/organisations/${one.registered}` : `/organisations/new?pick=${one.id}`}
              meta={[one.country && countryName(one.country), one.domains.slice(0, 3).join(', '), one.source === 'ror' ? 'ROR' : 'Hipo']
                .filter(Boolean)
                .join(' · ')}
              act={one.registered ? <State mood="good">In the register</State> : undefined}
            />
          ))}
        </Things>
      )}
    </Section>
  )
}

interface NewProps {
  choices: Choices
  refused?: Refused
  search?: string
  suggestions?: Suggestion[]
  picked?: Suggestion
}

/** A new organisation, by hand or from what others publish. */
export function NewPage({ choices, refused, search = '', suggestions = [], picked }: NewProps) {
  const values = {
    kind: 'institution',
    name: picked?.name ?? '',
    country: picked?.country ?? '',
    website: picked?.website ?? '',
    ror: picked?.ror ?? '',
    domains: picked?.domains.join('\n') ?? '',
  }
  return (
    <>
      <Heading title="New organisation" />
      {!refused && !picked && <Suggestions search={search} suggestions={suggestions} />}
      {picked && (
        <Note>Taken from {picked.source === 'ror' ? 'ROR' : 'Hipo’s list'}. Look it over: what others publish may be out of date.</Note>
      )}
      <Form action="/organisations" refused={refused} values={values}>
        <FactFields choices={choices} fresh />
      </Form>
    </>
  )
}

const PeriodFields = () => (
  <>
    <Field name="fromOn" type="date" label="From" short />
    <Field name="toOn" type="date" label="To" hint="The last day; leave it empty while it goes on." short optional />
  </>
)

const Add = () => (
  <div class="row">
    <Button>Add</Button>
  </div>
)

/** What is recorded, each with the day on which it ends. */
function Terms({ path, rows }: { path: string; rows: (OpenPeriod & { id: number; title: string })[] }) {
  return (
    <Things>
      {rows.map((row) => (
        <Thing
          title={row.title}
          meta={
            row.fromOn ? (
              <>
                since <Day on={row.fromOn} />
              </>
            ) : (
              'since before it was recorded'
            )
          }
        >
          <Form action={`${path}/${row.id}/end`} values={{ toOn: row.toOn ?? '' }} id={`end-${row.id}`}>
            <Field name="toOn" type="date" label="Last day" short />
            <div class="row">
              <Button kind="quiet">Save the last day</Button>
            </div>
          </Form>
        </Thing>
      ))}
    </Things>
  )
}

/** Everything that can be changed about one organisation. */
export function EditPage(props: { organisation: Organisation; choices: Choices; refused?: Refused; form: FormName }) {
  const { organisation, choices, refused, form } = props
  const path = `/organisations/${organisation.id}`
  const refusedIn = (name: FormName) => (form === name ? refused : undefined)
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
    <>
      <Heading title={organisation.name} meta="Edit" actions={<Button href={path}>Back to its page</Button>} />
      {form === 'end' && refused && <Note mood="late">{refused.message}</Note>}
      <Form action={path} values={values} refused={refusedIn('facts')}>
        <FactFields choices={choices} />
      </Form>
      <Section title="Belongs to">
        <Terms path={`${path}/consortia`} rows={organisation.belongings.map((row) => ({ ...row, title: row.parent }))} />
        <Form action={`${path}/consortia`} id="belonging" refused={refusedIn('belonging')}>
          <Select
            name="parentId"
            label="Consortium or vendor"
            hint="While it belongs to it, an institution shares the consortium’s membership and contracts."
            options={optionsOf(choices.parents.filter((one) => one.id !== organisation.id))}
          />
          <PeriodFields />
          <Add />
        </Form>
      </Section>
      <Section title="Memberships">
        <Terms path={`${path}/memberships`} rows={own(organisation.memberships).map((row) => ({ ...row, title: row.community }))} />
        <Form action={`${path}/memberships`} id="membership" refused={refusedIn('membership')}>
          <Select name="communityId" label="User group" options={optionsOf(choices.communities)} />
          <PeriodFields />
          <Add />
        </Form>
      </Section>
      <Section title="Contracts">
        <Terms path={`${path}/contracts`} rows={own(organisation.contracts).map((row) => ({ ...row, title: row.product }))} />
        <Form action={`${path}/contracts`} id="contract" refused={refusedIn('contract')}>
          <Select name="productId" label="Product" options={optionsOf(choices.products)} />
          <PeriodFields />
          <Add />
        </Form>
      </Section>
      <Section title="Stage with a product">
        <Form action={`${path}/stage`} id="stage" refused={refusedIn('stage')}>
          <Select name="productId" label="Product" options={optionsOf(choices.products)} />
          <Select
            name="stage"
            label="Stage"
            empty="Does not use it"
            options={stages.map((value) => ({ value, label: stageNames[value] }))}
            optional
          />
          <div class="row">
            <Button>Save the stage</Button>
          </div>
        </Form>
      </Section>
      <Section title="Referents">
        <Terms
          path={`${path}/referents`}
          rows={organisation.referents.map((row) => ({
            ...row,
            title: `${row.name}${row.standIn ? ' (stand-in)' : ''}, ${row.community}`,
          }))}
        />
        <Form action={`${path}/referents`} id="referent" refused={refusedIn('referent')}>
          <Field name="email" type="email" label="Address of the person" />
          <Select name="communityId" label="User group" options={optionsOf(choices.communities)} />
          <Check name="standIn" label="As a stand-in" />
          <PeriodFields />
          <Add />
        </Form>
      </Section>
    </>
  )
}
