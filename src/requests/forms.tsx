import * as z from 'zod'
import type { QuoteConsent, Visibility } from '../lib/db/schema.ts'
import { MoreFields } from '../lib/ui/field-parts.tsx'
import { Choices, Field, optionsById, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { keeping, line, lines, many, picked, tick, whole } from '../lib/ui/forms.ts'
import { textsOf } from '../lib/ui/words.ts'
import { kindNames, kinds, linkKinds, severities, severityNames, visibilities, visibilityNames } from './core/rules.ts'

const t = textsOf('requests', 'forms')
const pageWords = textsOf('requests', 'pages')

const optional = (most: number) => lines(most).default('')

export const RequestForm = z.object({
  kind: z.enum(kinds),
  title: line(200),
  text: optional(50_000),
  areaId: whole().optional(),
  topicId: whole().optional(),
  visibility: z.enum(visibilities),
  severity: z.enum(severities).optional(),
  versions: line(500).default(''),
  reproduction: optional(20_000),
  workaround: optional(20_000),
  numbers: optional(2_000),
  note: line(500).default(''),
  seen: whole().optional(),
  keepComments: tick(),
  cases: many(whole()),
  look: line(20).optional(),
})

/** A request that is changed: what is left out stays. */
export const RequestChange = z.object({
  ...keeping(RequestForm.shape),
  keepComments: tick(),
  cases: many(whole()),
  seen: whole().optional(),
})

/** Lines of a text field, one thing each. */
export const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

export const LinkForm = z.object({ toId: picked(), kind: z.enum(linkKinds) })

export const CaseForm = z.object({
  title: line(200),
  who: optional(2_000),
  workflow: optional(4_000),
  frequency: line(500).default(''),
  problem: optional(10_000),
  workaround: optional(10_000),
  cost: optional(4_000),
  versions: line(500).default(''),
  areaId: whole().optional(),
  organisationId: whole().optional(),
  numbers: optional(2_000),
  visibility: z.enum(visibilities).optional(),
  consent: z.enum(['no', 'vendor', 'public']).optional(),
  requestId: whole().optional(),
})

/** A user case that is changed: what is left out stays. */
export const CaseChange = z.object(keeping(CaseForm.shape))

interface Choice {
  id: number
  name: string
}

/** In which product area something is. */
export const AreaSelect = ({ areas, value }: { areas: readonly Choice[]; value?: number | null }) => (
  <Select
    name="areaId"
    label={t.productArea}
    options={optionsById(areas)}
    value={value ? String(value) : undefined}
    empty={t.noProductArea}
    optional
  />
)

/** Who reads something. */
export const VisibilityChoices = ({ value }: { value: Visibility }) => (
  <Choices name="visibility" label={t.whoCanReadThis} value={value} options={optionsOf(visibilityNames, visibilities)} />
)

/** What a request is, in a line. */
export const RequestTitle = ({ values }: { values: Record<string, string | undefined> }) => (
  <>
    <Choices name="kind" label={t.whatItIs} value={values.kind ?? 'idea'} options={optionsOf(kindNames, kinds)} />
    <Field name="title" label={t.title} maxlength={200} value={values.title} />
  </>
)

/** The other fields of a request; what belongs to a concern stands together. */
export function RequestFields(props: {
  areas: readonly Choice[]
  topics: readonly { id: number; name: string; closedAt: Date | null }[]
  values?: Record<string, string | undefined>
}) {
  const { areas, topics, values = {} } = props
  return (
    <>
      <TextArea name="text" label={t.theNeed} hint={t.markdownWhatShouldBePossibleFor} rows={10} value={values.text} optional />
      <AreaSelect areas={areas} value={Number(values.areaId) || undefined} />
      <VisibilityChoices value={(values.visibility as Visibility | undefined) ?? 'subscribers'} />
      <MoreFields title={t.moreDetails} names={['topicId', 'versions', 'numbers']} values={values}>
        <Select
          name="topicId"
          label={t.topic}
          options={optionsById(topics.filter((topic) => !topic.closedAt || String(topic.id) === values.topicId))}
          value={values.topicId}
          empty={t.none}
          optional
        />
        <Field name="versions" label={t.versions} value={values.versions} optional />
        <TextArea name="numbers" label={t.numbersOfSupportTickets} hint={t.oneALine} rows={2} value={values.numbers} optional />
      </MoreFields>
      <fieldset class="stack concern">
        <legend class="h3">{t.forConcernsOnly}</legend>
        <Select
          name="severity"
          label={t.severity}
          options={optionsOf(severityNames, severities)}
          value={values.severity}
          empty={t.notSaid}
          optional
        />
        <TextArea name="reproduction" label={t.stepsToReproduce} rows={4} value={values.reproduction} optional />
        <TextArea name="workaround" label={t.workaround} rows={3} value={values.workaround} optional />
      </fieldset>
    </>
  )
}

const short = new Set<string>(['frequency'])
const twoLines = new Set<string>(['who', 'cost'])

type CaseWords = (typeof pageWords)['case']['fields']

/** What a user case tells in words. */
const CaseText = ({ name, values }: { name: keyof CaseWords; values: Record<string, string | undefined> }) => {
  const common = { name, label: pageWords.case.fields[name], value: values[name], optional: true }
  const hint = name in t.hints ? t.hints[name as keyof typeof t.hints] : undefined
  return short.has(name) ? <Field {...common} /> : <TextArea {...common} hint={hint} rows={twoLines.has(name) ? 2 : 4} />
}

/** The need of a user case, in a line. */
export const CaseTitle = ({ value }: { value?: string }) => (
  <Field name="title" label={pageWords.case.fields.title} maxlength={200} value={value} />
)

/** The other fields of the use-case form. */
export function CaseFields(props: {
  areas: readonly Choice[]
  institutions: readonly Choice[]
  values?: Record<string, string | undefined>
  /** Asks for the numbers of support tickets, too. */
  tickets?: boolean
}) {
  const { areas, institutions, values = {}, tickets } = props
  const words = pageWords.case.fields
  return (
    <>
      <CaseText name="who" values={values} />
      <CaseText name="workflow" values={values} />
      <CaseText name="problem" values={values} />
      <CaseText name="frequency" values={values} />
      {areas.length > 0 && <AreaSelect areas={areas} value={Number(values.areaId) || undefined} />}
      <MoreFields title={t.moreDetails} names={['workaround', 'cost', 'versions', 'organisationId', 'numbers']} values={values}>
        <CaseText name="workaround" values={values} />
        <CaseText name="cost" values={values} />
        <Field name="versions" label={words.versions} value={values.versions} optional />
        {institutions.length > 0 && (
          <Select
            name="organisationId"
            label={t.institution}
            options={optionsById(institutions)}
            value={values.organisationId}
            empty={t.myInstitutionDirectory}
            optional
          />
        )}
        {tickets && (
          <TextArea name="numbers" label={t.numbersOfSupportTickets} hint={t.oneALine} rows={2} value={values.numbers} optional />
        )}
      </MoreFields>
    </>
  )
}

/** Who may quote the author. */
export const ConsentChoices = ({ value }: { value: QuoteConsent }) => (
  <Choices
    name="consent"
    label={t.whoCanQuoteYou}
    value={value === 'unasked' || value === 'asked' ? undefined : value}
    options={[
      { value: 'public', label: t.everybodyWithYourNameAnd },
      { value: 'vendor', label: t.theVendorWithYourNameAnd },
      { value: 'no', label: t.noOneOnlyWorkingGroup },
    ]}
  />
)
