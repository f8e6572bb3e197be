import { Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Button, Heading, Section, Split } from '../../lib/ui/parts.tsx'
import { visibilities } from '../../requests/rules.ts'
import { answerClasses, classNames } from '../answers/rules.ts'
import { PageOfBrief } from '../briefs/version.tsx'
import { readersNames } from '../rules.ts'
import type { Item, Submission } from './queries.ts'

export type Refused = ReturnType<typeof refusedForm>

const doorWords: Record<string, string> = {
  web: 'on the web',
  mail: 'by mail',
  sheet: 'by spreadsheet',
  call: 'in a call',
  meeting: 'in a meeting',
  portal: 'in the vendor’s portal',
  import: 'before Rapport',
}

/** How an answer came, in words. */
export const doorName = (door: string): string => doorWords[door] ?? door

/** Fields of an answer, for guests and for who records one. */
export const AnswerFields = ({ visibility = true }: { visibility?: boolean }) => (
  <>
    <Choices name="class" label="Answer" options={answerClasses.map((one) => ({ value: classNames[one], label: classNames[one] }))} />
    <TextArea name="reason" label="Reason" rows={4} maxlength={10000} hint="Why so. An answer counts with its reason only." />
    <Field name="release" label="Release" optional short maxlength={100} hint="Where it is planned: the release, or its date" />
    <Field name="nextReview" type="date" label="Next review" optional short />
    {visibility && (
      <>
        <Select
          name="readers"
          label="Who may read it"
          optional
          empty="As the group’s rule says"
          options={visibilities.map((one) => ({ value: readersNames[one], label: readersNames[one] }))}
        />
        <Field name="from" type="date" label="From which day on" optional short hint="Until then the group alone reads it" />
      </>
    )}
  </>
)

/** One request with the form that answers it. */
export function AnswerPage({
  submission,
  item,
  refused,
  asking,
}: {
  submission: Submission
  item: Item
  refused?: Refused
  /** The question was refused, not the answer. */
  asking?: boolean
}) {
  const path = `/submissions/${submission.id}`
  const page = submission.content.pages.find(({ requestId }) => requestId === item.requestId)
  return (
    <>
      <Heading
        title={`Answer #${item.requestId}`}
        meta={<a href={`${path}#r${item.requestId}`}>{submission.content.title}</a>}
        lead={item.title}
      />
      <Split aside={<BesideAnswer {...{ submission, item }} refused={asking ? refused : undefined} />}>
        <Form
          action={`${path}/requests/${item.requestId}`}
          refused={asking ? undefined : refused}
          values={item.cost ? { cost: String(item.cost.points) } : {}}
          label="Answer"
        >
          <AnswerFields />
          <Field name="cost" label="Cost in points" optional short inputmode="numeric" hint="What it would take of the year’s capacity" />
          <div class="row">
            <Button kind="primary">Save the answer</Button>
          </div>
        </Form>
        {page && <PageOfBrief page={page} />}
      </Split>
    </>
  )
}

/** A guest asks the group; who leads it moves the day. */
function BesideAnswer({ submission, item, refused }: { submission: Submission; item: Item; refused?: Refused }) {
  const path = `/submissions/${submission.id}/requests/${item.requestId}`
  if (submission.guest)
    return (
      <Section title="Ask the group">
        <Form id="ask" action={`${path}/questions`} refused={refused} label="Ask the group a question">
          <TextArea name="question" label="Question" rows={3} maxlength={5000} hint="While it is open, the group is waited for, not you." />
          <div class="row">
            <Button>Ask</Button>
          </div>
        </Form>
      </Section>
    )
  return (
    <Section title="Due day">
      <Form id="due" action={`${path}/due`} values={{ dueOn: item.dueOn }} label="Move the due day">
        <Field name="dueOn" type="date" label="Answer due" short hint="As agreed with the vendor" />
        <div class="row">
          <Button>Move</Button>
        </div>
      </Form>
    </Section>
  )
}
