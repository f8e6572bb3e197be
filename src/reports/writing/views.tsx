import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Heading, Note, Panel, PostButton, Section, State, Tabs } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import type { DraftSection, Report, Shown } from '../queries.ts'
import { fillIn } from '../rules.ts'
import { Filled, hiddenNote, ReportState, reportPath, tellerOf } from '../views.tsx'

/** Begins a report: whose, and of which days. */
export function NewReportPage({
  groups,
  refused,
  period,
  choices,
}: {
  groups: readonly { slug: string; name: string }[]
  refused?: Refused | undefined
  period: { fromOn: string; toOn: string }
  /** Periods that are often meant. */
  choices: readonly { label: string; fromOn: string; toOn: string }[]
}) {
  const [only] = groups
  return (
    <>
      <Heading
        title="Begin a report"
        meta={<a href="/reports">Reports</a>}
        lead="It drafts itself from the record. You change its words, leave sections out and add your own; its figures stay linked with the record until you freeze them."
      />
      <Tabs
        label="Periods that are often meant"
        items={choices.map(({ label, fromOn, toOn }) => ({
          href: `/reports/new?${new URLSearchParams({ from: fromOn, to: toOn })}`,
          label,
          current: fromOn === period.fromOn && toOn === period.toOn,
        }))}
      />
      <Form action="/reports" refused={refused} values={period} label="Begin a report">
        {groups.length > 1 ? (
          <Select name="group" label="Group" empty={false} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} />
        ) : (
          <Hidden name="group" value={only?.slug ?? ''} />
        )}
        <Field name="fromOn" type="date" label="From" short />
        <Field name="toOn" type="date" label="To" hint="The last day. It may lie ahead: the draft grows with the record." short />
        <Field name="title" label="Title" hint="Without one it is “Annual report” and the year." maxlength={200} optional />
        <div class="row">
          <Button kind="primary">Draft it</Button>
        </div>
      </Form>
    </>
  )
}

type Decisions = readonly { id: number; number: number; text: string; decidedOn: string }[]

function ApproveForm({ report, decisions, refused }: { report: Report; decisions: Decisions; refused?: Refused | undefined }) {
  const reader = useReader()
  return (
    <Form action={`${reportPath(report.slug)}/approve`} id="approve" refused={refused} label="Approve this report">
      {decisions.length > 0 && (
        <Select
          name="decisionId"
          label="By which decision"
          hint="Without one you approve it in your own name."
          empty="No decision: I approve it"
          optional
          options={decisions.map(({ id, number, text, decidedOn }) => ({
            value: String(id),
            label: `D-${number}, ${formatDay(reader, decidedOn, 'short')}: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
          }))}
        />
      )}
      <Check name="public" label="Everyone may read it" hint="Otherwise the group and its steering committees." checked={report.public} />
      <div class="row">
        <Button kind="primary">Approve it</Button>
      </div>
    </Form>
  )
}

/** What can be done with a report, by who writes it: freeze, approve, show, open again. */
export function Acts(props: {
  report: Report
  shown: Shown
  decisions: Decisions
  refused?: { form: string; refused: Refused } | undefined
}) {
  const { report, shown, decisions, refused } = props
  const here = reportPath(report.slug)
  if (report.state === 'final')
    return (
      <div class="row">
        <PostButton action={`${here}/publish`} fields={{ public: report.public ? 'off' : 'on' }}>
          {report.public ? 'Show it to the group and its user groups alone' : 'Show it to everyone'}
        </PostButton>
        <PostButton action={`${here}/reopen`} kind="quiet">
          Begin a new edition
        </PostButton>
      </div>
    )
  const frozen = report.frozenAt !== null
  return (
    <Panel title={frozen ? 'The figures stand. Does the group agree?' : 'Are the words right?'}>
      <p>
        {frozen
          ? 'Nothing changes any more, whatever is recorded from now on. Thaw it to go on writing.'
          : 'The figures follow the record. Freeze them before the group decides on the report, so that all read the same.'}{' '}
        <span class="soft">{hiddenNote(shown.sections, shown)}</span>
      </p>
      <div class="row">
        {frozen ? (
          <PostButton action={`${here}/thaw`}>Thaw the figures</PostButton>
        ) : (
          <PostButton action={`${here}/freeze`}>Freeze the figures</PostButton>
        )}
      </div>
      <details open={refused?.form === 'approve'}>
        <summary>Approve it</summary>
        <ApproveForm report={report} decisions={decisions} refused={refused?.form === 'approve' ? refused.refused : undefined} />
      </details>
    </Panel>
  )
}

interface WritingProps {
  report: Report
  shown: Shown
  sections: readonly DraftSection[]
  refused?: { form: string; refused: Refused } | undefined
}

const SectionFields = () => (
  <>
    <Field name="title" label="Title" maxlength={200} />
    <TextArea
      name="body"
      label="Text"
      hint="Markdown. A figure stands in double braces, such as {{meetings.held}}; a line with a figure that a reader may not see is left out for that reader."
      rows={10}
      maxlength={20_000}
      optional
    />
    <Check name="internal" label="For the group alone" />
    <Check name="leftOut" label="Leave it out" hint="It stays here, and nobody reads it in the report." />
  </>
)

function SectionEditor({
  report,
  shown,
  section,
  first,
  last,
  refused,
}: {
  report: Report
  shown: Shown
  section: DraftSection
  first: boolean
  last: boolean
  refused?: Refused | undefined
}) {
  const here = `${reportPath(report.slug)}/sections/${section.id}`
  const tell = tellerOf(report, useReader())
  return (
    <Section
      title={section.title}
      id={`section-${section.id}`}
      aside={section.leftOut ? <State mood="wait">Left out</State> : section.internal ? <State>For the group alone</State> : undefined}
    >
      {!section.leftOut && <Filled parts={fillIn(section.body, shown.figures, tell)} />}
      <details open={refused !== undefined}>
        <summary>Change “{section.title}”</summary>
        <div class="stack">
          <Form
            action={here}
            id={`f${section.id}`}
            refused={refused}
            values={{
              title: section.title,
              body: section.body,
              ...(section.internal ? { internal: 'on' } : {}),
              ...(section.leftOut ? { leftOut: 'on' } : {}),
            }}
            label={`Change ${section.title}`}
          >
            <Hidden name="version" value={String(section.version)} />
            <SectionFields />
            <div class="row">
              <Button>Save</Button>
            </div>
          </Form>
          <div class="row">
            {!first && (
              <PostButton action={`${here}/move`} fields={{ to: 'up' }} kind="quiet" label={`Move up: ${section.title}`}>
                Move up
              </PostButton>
            )}
            {!last && (
              <PostButton action={`${here}/move`} fields={{ to: 'down' }} kind="quiet" label={`Move down: ${section.title}`}>
                Move down
              </PostButton>
            )}
            <PostButton action={`${here}/remove`} kind="quiet" label={`Remove ${section.title}`}>
              Remove
            </PostButton>
          </div>
        </div>
      </details>
    </Section>
  )
}

/** The draft with a form below each of its sections. */
export function WritingPage({ report, shown, sections, refused }: WritingProps) {
  const here = reportPath(report.slug)
  const of = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <>
      <Heading
        title={`Edit: ${report.title}`}
        meta={<a href={here}>{report.title}</a>}
        lead="Change the words, leave sections out, bring them in another order, add your own."
        actions={<Button href={here}>Read it</Button>}
      >
        <div>
          <ReportState report={report} />
        </div>
      </Heading>
      {report.frozenAt !== null && <Note>This report is frozen. What you change here is refused until somebody thaws it on its page.</Note>}
      <p>
        <a href={`${here}/figures`}>All figures with their names</a>
      </p>
      <Form action={`${here}/title`} id="title" refused={of('title')} values={{ title: report.title }} label="The title">
        <Field name="title" label="Title of the report" maxlength={200} />
        <div class="row">
          <Button>Rename it</Button>
        </div>
      </Form>
      {sections.map((section, at) => (
        <SectionEditor
          report={report}
          shown={shown}
          section={section}
          first={at === 0}
          last={at === sections.length - 1}
          refused={of(`section-${section.id}`)}
        />
      ))}
      <Section title="Add a section" id="add">
        <Form action={`${here}/sections`} id="new" refused={of('new')} label="Add a section">
          <SectionFields />
          <div class="row">
            <Button>Add it</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}
