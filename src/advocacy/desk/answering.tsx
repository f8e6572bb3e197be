import type { AnswerDoor, Visibility } from '../../lib/db/schema.ts'
import { MoreFields } from '../../lib/ui/field-parts.tsx'
import { Choices, Field, Form, Select, TextArea } from '../../lib/ui/form.tsx'
import { dotted } from '../../lib/ui/lists.tsx'
import { Button, Facts, Fold, FormSection, Section, Split, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { severityNames, visibilities } from '../../requests/rules.ts'
import { utcDay } from '../../time.ts'
import { answerClasses, classNames } from '../answers/rules.ts'
import type { BriefPage } from '../briefs/rules.ts'
import { PageOfBrief, Quote } from '../briefs/version.tsx'
import { Prose } from '../briefs/views.tsx'
import { promisedYear } from '../commitments/rules.ts'
import { PromiseFields } from '../commitments/views.tsx'
import { readersNames } from '../core/rules.ts'
import { ItemBadge } from './badge.tsx'
import type { Draft } from './demand-queries.ts'
import { DraftPanel, Tracker, TrackerForm } from './demand-views.tsx'
import type { Item, Submission } from './queries.ts'
import { Questions } from './questions.tsx'

const t = textsOf('advocacy', 'desk')
const demand = textsOf('advocacy', 'demand')

const {
  answers: { doors },
  classes,
  readers,
} = textsOf('advocacy', 'pages')

/** How an answer came, in words. */
export const doorName = (door: AnswerDoor): string => doors[door]

/**
 * Fields of an answer, for guests and for who records one.
 * @param usual who reads the group's answers where nothing else is said; without it nobody is asked who shall
 */
export const AnswerFields = ({ usual }: { usual?: Visibility }) => (
  <>
    <Choices name="class" label={t.answer} options={answerClasses.map((one) => ({ value: classNames[one], label: classes[one] }))} />
    <TextArea name="reason" label={t.reason} rows={4} maxlength={10000} hint={t.answerWithoutReasonDoesNot} />
    <Field
      name="release"
      label={t.release}
      // One of the answers needs it: the hint says which.
      quiet
      short
      maxlength={100}
      hint={t.plannedRequestsReleaseIts({ answer: classes.planned })}
    />
    <Field name="nextReview" type="date" label={t.nextReview} hint={t.nextReviewHint} optional short />
    {usual && (
      <MoreFields title={t.readableBy({ readers: readers[usual] })} names={['readers', 'from']}>
        <Select
          name="readers"
          label={t.whoCanReadThis}
          optional
          empty={t.usualReaders({ readers: readers[usual] })}
          options={visibilities.map((one) => ({ value: readersNames[one], label: readers[one] }))}
        />
        <Field name="from" type="date" label={t.readableFrom} optional short hint={t.untilDateOnlyWorkingGroup} />
      </MoreFields>
    )}
  </>
)

/** What the answer is about: the need, the words of those who have it, and how many they are. */
function Need({ page, item }: { page: BriefPage; item: Item }) {
  const quotes = page.quotes.filter(({ withdrawn }) => !withdrawn)
  return (
    <Section title={demand.need} id="need">
      <Facts
        items={[
          page.institutions.total > 0 && {
            term: demand.institutions,
            value: demand.behind({ total: page.institutions.total, must: page.institutions.must }),
          },
          { term: demand.severity, value: page.severity && severityNames[page.severity] },
          { term: demand.tracker, value: (item.trackerNumber || item.trackerLink) && <Tracker {...item} named /> },
        ]}
      />
      <Prose text={page.ask} />
      {page.need && <Prose text={page.need} />}
      {quotes.map((quote) => (
        <Quote quote={quote} />
      ))}
    </Section>
  )
}

interface AnswerPageProps {
  submission: Submission
  item: Item
  /** Who reads the group's answers where nothing else is said. */
  usual: Visibility
  draft: Draft | undefined
  /** Of what a guest can promise it; for guests alone. */
  promising: Promising | undefined
  personId: number | null
}

interface Promising {
  products: { id: number; name: string }[]
  /** The one that the group is for. */
  productId: number
  today: string
}

/** What is answered already, for its giver to change. */
const answered = ({ answer }: Item) =>
  answer && {
    ...{ class: classNames[answer.class], reason: answer.reason, release: answer.releaseName, nextReview: answer.nextReviewOn ?? '' },
    ...{ readers: readersNames[answer.readers], from: answer.readers === 'group' ? '' : utcDay(answer.readersFrom) },
  }

/** One request with the form that answers it, and beside it what it is about. */
export function AnswerPage({ submission, item, usual, draft, promising, personId }: AnswerPageProps) {
  const path = `/submissions/${submission.id}`
  const here = `${path}/requests/${item.requestId}`
  const page = submission.content.pages.find(({ requestId }) => requestId === item.requestId)
  const typed = (draft?.given ?? {}) as Record<string, string>
  return (
    <Titled
      title={item.title}
      meta={dotted([
        <a href={`${path}#r${item.requestId}`}>{submission.content.title}</a>,
        submission.guest ? `#${item.requestId}` : t.recordAnswerTo({ requestId: item.requestId }),
        t.due({ day: <Day on={item.dueOn} /> }),
        item.state !== 'waiting' && <ItemBadge state={item.state} />,
      ])}
    >
      <Split first aside={page && <Need page={page} item={item} />}>
        {draft && <DraftPanel {...{ draft, personId }} path={here} />}
        {/* What was asked back is read before the answer is written. */}
        {item.questions.length > 0 && (
          <Section title={t.questions} id="asked">
            <Questions {...{ submission, item }} />
          </Section>
        )}
        <Form
          id="answer"
          action={here}
          values={{ ...(submission.guest ? answered(item) : {}), ...(item.cost ? { cost: String(item.cost.points) } : {}), ...typed }}
          label={t.answer}
        >
          <input type="hidden" name="seen" value={item.answer?.id ?? 0} />
          <AnswerFields usual={usual} />
          <Field name="cost" label={t.developmentPoints} optional short inputmode="numeric" hint={t.whatRequestCostsOutCapacity} />
          <div class="row">
            <Button kind="primary" name="do" value="publish" text={submission.guest ? demand.publish : t.recordAnswer} />
            {submission.guest && <Button name="do" value="draft" text={demand.saveDraft} />}
          </div>
        </Form>
        {page && (
          <Fold title={demand.wholePage}>
            <PageOfBrief page={page} />
          </Fold>
        )}
        {promising && <PromisePart {...{ submission, item, promising }} />}
        <BesideAnswer {...{ submission, item }} />
        <TrackerForm path={here} item={item} />
      </Split>
    </Titled>
  )
}

/** A guest promises the request; where it is promised already, its page says what. */
function PromisePart({ submission, item, promising }: { submission: Submission; item: Item; promising: Promising }) {
  if (item.promiseId !== null)
    return (
      <p id="promise">
        <a href={`/commitments/${item.promiseId}`}>{t.viewPromise}</a>
      </p>
    )
  const { products, productId, today } = promising
  return (
    <FormSection
      title={t.promise}
      id="promise"
      action={`/submissions/${submission.id}/requests/${item.requestId}/promise`}
      values={{
        productId: String(productId),
        year: promisedYear(item.answer?.releaseName) ?? today.slice(0, 4),
        points: item.cost ? String(item.cost.points) : '',
      }}
      label={t.promise}
    >
      <p class="soft">{t.promiseLead({ answered: item.answer ? 'yes' : 'no' })}</p>
      <PromiseFields products={products} />
      <Submit>{t.makePromise}</Submit>
    </FormSection>
  )
}

/** A guest asks the group; who leads it moves the day. */
function BesideAnswer({ submission, item }: { submission: Submission; item: Item }) {
  const path = `/submissions/${submission.id}/requests/${item.requestId}`
  if (submission.guest)
    return (
      <FormSection title={t.questionToTheGroup} id="ask" action={`${path}/questions`} label={t.questionToTheGroup}>
        <TextArea name="question" label={t.question} rows={3} maxlength={5000} hint={t.deadlinePausedUntilGroup} />
        <Submit>{t.ask}</Submit>
      </FormSection>
    )
  return (
    <FormSection title={t.dueDay} id="due" action={`${path}/due`} values={{ dueOn: item.dueOn }} label={t.changeDueDate}>
      <Field name="dueOn" type="date" label={t.answerDue} short hint={t.asAgreedWithTheVendor} />
      <Submit>{t.changeDueDate}</Submit>
    </FormSection>
  )
}
