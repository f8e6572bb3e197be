import { showDomain } from '../../lib/mail/domain.ts'
import { countryName } from '../../lib/ui/countries.ts'
import { Check, Field, Form, optionsById, optionsOf, Select } from '../../lib/ui/form.tsx'
import { dotted } from '../../lib/ui/lists.tsx'
import { Button, FormFold, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Setting, Settings } from '../../lib/ui/settings.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { type Choices, Endings, FactFields, PeriodFields, Terms } from './forms.tsx'
import { isCurrent, kindNames, type OpenPeriod, stageNames, stages } from './rules.ts'
import type { Organisation } from './views.tsx'

const t = textsOf('people', 'organisations')

interface EditProps {
  organisation: Organisation
  choices: Choices
  directories: boolean
  today: string
  /** For which domains of others its own can be taken. */
  careful: string[]
}

/** How each part stands today. */
function standing({ organisation, today }: EditProps) {
  const { kind, country, domains, belongings, memberships, contracts, uses, referents } = organisation
  const current = <T extends OpenPeriod>(rows: T[]) => rows.filter((row) => isCurrent(row, today))
  const named = (names: string[], none: string) => (names.length > 0 ? dotted([...new Set(names)]) : none)
  return {
    details: dotted([kindNames[kind], country && countryName(country), domains.map(showDomain).join(', ')]),
    parents: named(
      current(belongings).map(({ parent }) => parent),
      t.nothing,
    ),
    memberships: named(
      current(memberships).map(({ community }) => community),
      t.noMembershipIsRecorded,
    ),
    contracts: named(
      current(contracts).map(({ product }) => product),
      t.noContractIsRecorded,
    ),
    stage: named(
      uses.map(({ product, stage }) => `${stageNames[stage]} (${product})`),
      t.nothing,
    ),
    referents: named(
      current(referents).map(({ name }) => name),
      t.nothing,
    ),
  }
}

const valuesOf = (organisation: Organisation) => ({
  name: organisation.name,
  kind: organisation.kind,
  country: organisation.country ?? '',
  website: organisation.website,
  ror: organisation.ror ?? '',
  domains: organisation.domains.map(showDomain).join('\n'),
})

/** What is bound to days: the organisations above it, its memberships, its contracts. */
function Bound({ organisation, choices, today, now }: EditProps & { now: ReturnType<typeof standing> }) {
  const path = `/organisations/${organisation.id}`
  const own = <T extends { holderId: number }>(rows: T[]) => rows.filter((row) => row.holderId === organisation.id)
  return (
    <>
      <Setting id="consortia" title={t.belongsTo} now={now.parents}>
        <Terms today={today} path={`${path}/consortia`} rows={organisation.belongings.map((row) => ({ ...row, title: row.parent }))} />
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
      </Setting>
      <Setting id="memberships" title={t.memberships} now={now.memberships}>
        <Terms
          today={today}
          path={`${path}/memberships`}
          rows={own(organisation.memberships).map((row) => ({ ...row, title: row.community }))}
        />
        <FormFold title={t.addMembership} action={`${path}/memberships`} id="membership">
          <Select name="communityId" label={t.userGroup} options={optionsById(choices.communities)} />
          <PeriodFields />
          <Submit>{t.addMembership}</Submit>
        </FormFold>
      </Setting>
      <Setting id="contracts" title={t.contracts} now={now.contracts}>
        <Terms today={today} path={`${path}/contracts`} rows={own(organisation.contracts).map((row) => ({ ...row, title: row.product }))} />
        <FormFold title={t.addContract} action={`${path}/contracts`} id="contract">
          <Select name="productId" label={t.product} options={optionsById(choices.products)} />
          <PeriodFields />
          <Submit>{t.addContract}</Submit>
        </FormFold>
      </Setting>
    </>
  )
}

/** Everything that can be changed about one organisation: a line for each part, which says how it stands today. */
export function EditPage(props: EditProps) {
  const { organisation, choices, directories, careful } = props
  const path = `/organisations/${organisation.id}`
  const now = standing(props)
  return (
    <Titled title={organisation.name} meta={t.edit} actions={<Button href={path}>{t.backToItsPage}</Button>}>
      <Settings>
        <Setting id="details" title={t.details} now={now.details} open={careful.length > 0}>
          <Form action={path} values={valuesOf(organisation)}>
            <FactFields choices={choices} ror={directories || organisation.ror !== null} careful={careful} />
          </Form>
        </Setting>
        <Bound {...props} now={now} />
        <Setting id="stages" title={t.stageWithAProduct} now={now.stage}>
          <Form action={`${path}/stage`} id="stage">
            <Select name="productId" label={t.product} options={optionsById(choices.products)} />
            <Select name="stage" label={t.stage} empty={t.doesNotUseIt} options={optionsOf(stageNames, stages)} optional />
            <Submit>{t.saveTheStage}</Submit>
          </Form>
        </Setting>
        <Setting id="referents" title={t.referents} now={now.referents}>
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
        </Setting>
      </Settings>
    </Titled>
  )
}
