import type { AnswerDoor } from '../../lib/db/schema.ts'
import { Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Button, Heading, Section, Split } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { visibilities } from '../../requests/rules.ts'
import { answerClasses, classNames } from '../answers/rules.ts'
import { PageOfBrief } from '../briefs/version.tsx'
import { readersNames } from '../core/rules.ts'
import type { Item, Submission } from './queries.ts'

const t = textsOf('advocacy', 'desk')

export type Refused = ReturnType<typeof refusedForm>

const {
  answers: { doors },
  classes,
  readers,
} = textsOf('advocacy', 'pages')

/** How an answer came, in words. */
export const doorName = (door: AnswerDoor): string => doors[door]

/** Fields of an answer, for guests and for who records one. */
export const AnswerFields = ({ visibility = true }: { visibility?: boolean }) => (
  <>
    <Choices name="class" label={t.answer} options={answerClasses.map((one) => ({ value: classNames[one], label: classes[one] }))} />
    <TextArea name="reason" label={t.reason} rows={4} maxlength={10000} hint={t.answerWithoutReasonDoesNot} />
    <Field name="release" label={t.release} optional short maxlength={100} hint={t.plannedRequestsReleaseIts} />
    <Field name="nextReview" type="date" label={t.nextReview} optional short />
    {visibility && (
      <>
        <Select
          name="readers"
          label={t.whoCanReadThis}
          optional
          empty={t.asTheGroupsRuleSays}
          options={visibilities.map((one) => ({ value: readersNames[one], label: readers[one] }))}
        />
        <Field name="from" type="date" label={t.readableFrom} optional short hint={t.untilDateOnlyWorkingGroup} />
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
        title={t.answer2({ requestId: item.requestId })}
        meta={<a href={`${path}#r${item.requestId}`}>{submission.content.title}</a>}
        lead={item.title}
      />
      <Split aside={<BesideAnswer {...{ submission, item }} refused={asking ? refused : undefined} />}>
        <Form
          action={`${path}/requests/${item.requestId}`}
          refused={asking ? undefined : refused}
          values={item.cost ? { cost: String(item.cost.points) } : {}}
          label={t.answer}
        >
          <AnswerFields />
          <Field name="cost" label={t.developmentPoints} optional short inputmode="numeric" hint={t.whatRequestCostsOutCapacity} />
          <div class="row">
            <Button kind="primary">{t.saveAnswer}</Button>
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
      <Section title={t.questionToTheGroup}>
        <Form id="ask" action={`${path}/questions`} refused={refused} label={t.questionToTheGroup}>
          <TextArea name="question" label={t.question} rows={3} maxlength={5000} hint={t.deadlinePausedUntilGroup} />
          <div class="row">
            <Button>{t.ask}</Button>
          </div>
        </Form>
      </Section>
    )
  return (
    <Section title={t.dueDay}>
      <Form id="due" action={`${path}/due`} values={{ dueOn: item.dueOn }} label={t.changeDueDate}>
        <Field name="dueOn" type="date" label={t.answerDue} short hint={t.asAgreedWithTheVendor} />
        <div class="row">
          <Button>{t.changeDueDate}</Button>
        </div>
      </Form>
    </Section>
  )
}
