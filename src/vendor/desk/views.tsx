import { visibilities } from '../../requests/rules.ts'
import { Choices, Field, Select, TextArea } from '../../ui/fields.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { refusedForm } from '../../ui/forms.ts'
import { NumberedPager, Table, Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, PostButton, Section, Split, State, Toolbar } from '../../ui/parts.tsx'
import { Day, Time } from '../../ui/time.tsx'
import { answerClasses, classNames } from '../answers/rules.ts'
import { count, PageOfBrief } from '../briefs/views.tsx'
import type { DeskGroup, listGuests } from '../queries.ts'
import { type ItemState, readersNames } from '../rules.ts'
import type { ReturnLine } from './actions.ts'
import type { Item, listOpenQuestions, listSubmissions, Submission } from './queries.ts'

type Refused = ReturnType<typeof refusedForm>

const stateWords: Record<ItemState, [Mood | undefined, string]> = {
  answered: ['good', 'Answered'],
  waiting: ['wait', 'Waits'],
  late: ['late', 'Late'],
  asked: ['wait', 'The group is asked'],
  withdrawn: [undefined, 'Taken back'],
}

/** Where an item stands, as a word. */
export const ItemBadge = ({ state }: { state: ItemState }) => <State mood={stateWords[state][0]}>{stateWords[state][1]}</State>

/** What was handed over, and what waits: the first page of the vendor's guests, and the group's view of the same. */
export function DeskPage({
  group,
  groups,
  found,
  questions,
  page,
}: {
  group: DeskGroup
  groups: DeskGroup[]
  found: Awaited<ReturnType<typeof listSubmissions>>
  questions: Awaited<ReturnType<typeof listOpenQuestions>>
  page: number
}) {
  return (
    <>
      <Heading
        title={group.guest ? 'Your desk' : 'With the vendor'}
        meta={
          groups.length > 1
            ? groups.map((one, i) => (
                <>
                  {i > 0 && ' · '}
                  {one.id === group.id ? one.name : <a href={`/desk?group=${one.slug}`}>{one.name}</a>}
                </>
              ))
            : group.name
        }
        lead={
          group.guest
            ? `What the ${group.name} has handed over to ${group.vendor}, and what it waits for.`
            : `What was handed over to ${group.vendor}, and what came back.`
        }
        actions={
          group.leads && (
            <>
              <Button href={`/answers/record?group=${group.slug}`}>Record an answer</Button>
              <Button href={`/desk/guests?group=${group.slug}`}>Guests and rule</Button>
            </>
          )
        }
      />
      {questions.length > 0 && !group.guest && (
        <Section title="The vendor asks">
          <Things label="Questions">
            {questions.map((question) => (
              <Thing
                title={question.text.length > 160 ? `${question.text.slice(0, 159)}…` : question.text}
                href={`/submissions/${question.submissionId}#r${question.requestId}`}
                meta={
                  <>
                    #{question.requestId} {question.title} · since <Time at={question.askedAt} style="date" />
                  </>
                }
                act={<Button href={`/submissions/${question.submissionId}#r${question.requestId}`}>Answer</Button>}
              />
            ))}
          </Things>
        </Section>
      )}
      <Section title="Handed over">
        {found.submissions.length === 0 ? (
          <Empty title="Nothing was handed over yet.">
            {group.guest ? 'You get a mail as soon as there is something.' : <Button href={`/briefs?group=${group.slug}`}>Briefs</Button>}
          </Empty>
        ) : (
          <Things label="Submissions">
            {found.submissions.map((one) => (
              <Thing
                title={one.title}
                href={`/submissions/${one.id}`}
                meta={
                  <>
                    <Time at={one.submittedAt} style="date" /> · due <Day on={one.dueOn} /> · {one.answered} of {one.items} answered
                  </>
                }
                act={
                  one.answered === one.items ? (
                    <State mood="good">Answered</State>
                  ) : (
                    <State mood="wait">{one.items - one.answered} open</State>
                  )
                }
              />
            ))}
          </Things>
        )}
        <NumberedPager
          current={page}
          count={found.pages}
          hrefFor={(to) => `/desk?${new URLSearchParams({ group: group.slug, page: String(to) })}`}
        />
      </Section>
    </>
  )
}

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

function AnswerOf({ item }: { item: Item }) {
  const { answer } = item
  if (!answer) return item.note ? <Note mood="late">{item.note}</Note> : <p class="soft">There is no answer yet.</p>
  return (
    <div class="stack">
      <p>
        <b>{classNames[answer.class]}</b>
        {answer.releaseName && ` for ${answer.releaseName}`}
      </p>
      <p class="prose">{answer.reason}</p>
      <p class="meta">
        {answer.giver ?? (answer.givenName || 'The vendor')} {doorName(answer.door)}, <Time at={answer.givenAt} style="date" />
        {answer.nextReviewOn && (
          <>
            {' '}
            · next review <Day on={answer.nextReviewOn} />
          </>
        )}{' '}
        · may be read by {readersNames[answer.readers]}
        {answer.readers !== 'group' && (
          <>
            {' '}
            from <Time at={answer.readersFrom} style="date" />
          </>
        )}{' '}
        · <a href={`/answers/${answer.id}`}>its page</a>
      </p>
    </div>
  )
}

function Questions({ submission, item }: { submission: Submission; item: Item }) {
  return (
    <>
      {item.questions.map((question) => (
        <div class="stack">
          <p>
            <b>{question.asker ?? 'The vendor'} asks:</b> {question.text}{' '}
            <span class="meta">
              <Time at={question.askedAt} style="date" />
            </span>
          </p>
          {question.answer ? (
            <p>
              <b>{question.answerer ?? 'The group'}:</b> {question.answer}{' '}
              <span class="meta">{question.answeredAt && <Time at={question.answeredAt} style="date" />}</span>
            </p>
          ) : submission.inGroup ? (
            <Form
              id={`q${question.id}`}
              action={`/submissions/${submission.id}/questions/${question.id}`}
              label="Answer the vendor’s question"
            >
              <TextArea name="text" label="Answer" rows={3} maxlength={20000} />
              <div class="row">
                <Button>Send the answer</Button>
              </div>
            </Form>
          ) : (
            <p class="soft">The group has not answered yet.</p>
          )}
        </div>
      ))}
    </>
  )
}

function ItemSection({ submission, item }: { submission: Submission; item: Item }) {
  const { guest, leads, inGroup } = submission
  // One button does the next thing: the first that is still open.
  const next = submission.items.find(({ answer }) => !answer)
  const act = guest ? (item.answer ? 'Change your answer' : 'Answer') : item.answer ? 'Record another answer' : 'Record an answer'
  return (
    <Section title={`#${item.requestId} ${item.title}`} id={`r${item.requestId}`} aside={<ItemBadge state={item.state} />}>
      <AnswerOf item={item} />
      {item.cost && <p>{count(item.cost.points, 'point', 'points')}</p>}
      <Questions submission={submission} item={item} />
      <div class="row">
        {submission.withdrawnAt === null && (guest || leads) && (
          <Button
            kind={guest && item === next ? 'primary' : 'plain'}
            href={`/submissions/${submission.id}/requests/${item.requestId}`}
            label={`${act}: #${item.requestId}`}
          >
            {act}
          </Button>
        )}
        {inGroup && (
          <Button kind="quiet" href={`/requests/${item.requestId}`} label={`The request #${item.requestId}`}>
            The request
          </Button>
        )}
        {item.dueOn !== submission.dueOn && (
          <span class="meta">
            due <Day on={item.dueOn} />
          </span>
        )}
      </div>
    </Section>
  )
}

/** What was handed over, one request after the other, with what was answered; the same page for the group and the vendor's guests. */
export function SubmissionPage({ submission, refused }: { submission: Submission; refused?: Refused }) {
  const { items, content, guest, leads, inGroup } = submission
  const answered = items.filter(({ state }) => state === 'answered').length
  const late = items.filter(({ state }) => state === 'late').length
  const path = `/submissions/${submission.id}`
  const version = `/briefs/${submission.briefId}/versions/${submission.version}`
  const open = submission.withdrawnAt === null
  return (
    <>
      <Heading
        title={content.title}
        meta={
          <>
            <a href={`/desk?group=${submission.groupSlug}`}>{guest ? 'Your desk' : 'With the vendor'}</a> · {submission.group}
          </>
        }
        lead={submission.withdrawnAt ? 'The group has taken this back.' : submission.note}
      >
        <Toolbar>
          <a href={version}>All on one page</a>
          <a href={`${version}/brief.pdf`}>PDF</a>
          <a href={`${version}/brief.xlsx`}>Spreadsheet</a>
          {inGroup && <a href={`/briefs/${submission.briefId}`}>The brief</a>}
        </Toolbar>
      </Heading>
      <Figures
        items={[
          { value: answered, label: 'answered' },
          { value: items.length - answered, label: 'open' },
          ...(late > 0 ? [{ value: late, label: 'late' }] : []),
        ]}
      />
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: 'Handed over', value: <Time at={submission.submittedAt} style="date" /> },
                { term: 'By', value: submission.submitter },
                { term: 'To', value: [...submission.guests, submission.toName].filter(Boolean).join(', ') },
                { term: 'How', value: submission.how },
                { term: 'Version', value: submission.version },
                { term: 'Answers due', value: <Day on={submission.dueOn} /> },
              ]}
            />
            {open && (guest || leads) && (
              <Section title="Send the spreadsheet back">
                <Form action={`${path}/returns`} multipart id="up" refused={refused} label="Upload the filled spreadsheet">
                  <Field
                    name="file"
                    type="file"
                    label="Filled spreadsheet"
                    accept=".xlsx,.csv"
                    hint="Rows with an answer and a reason count; the others stay open."
                  />
                  <div class="row">
                    <Button>Upload</Button>
                  </div>
                </Form>
              </Section>
            )}
            {submission.returns.length > 0 && (
              <Section title="What came back">
                <ul class="links">
                  {submission.returns.map((one) => (
                    <li>
                      <a href={`${path}/returns/${one.id}`}>{one.filename || (one.door === 'mail' ? 'A mail' : 'A file')}</a>,{' '}
                      <Time at={one.at} style="date" />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {open && leads && (
              <PostButton kind="quiet" action={`${path}/withdraw`}>
                Take it back
              </PostButton>
            )}
          </>
        }
      >
        {items.map((item) => (
          <ItemSection submission={submission} item={item} />
        ))}
      </Split>
    </>
  )
}

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

/** What a returned file or mail came to, row by row. */
export function ReturnPage({ submission, one }: { submission: Submission; one: Submission['returns'][number] }) {
  const lines = one.rows as unknown as ReturnLine[]
  const counts = lines.filter((line) => line.counts).length
  const table = (rows: ReturnLine[]) =>
    rows.map((row) => [
      row.requestId === null ? '–' : `#${row.requestId} ${row.title}`,
      row.message,
      row.line === null ? '–' : String(row.line),
    ])
  const columns = [{ label: 'Request' }, { label: 'What became of it' }, { label: 'Line', numeric: true }]
  return (
    <>
      <Heading
        title={`${count(counts, 'answer counts', 'answers count')}, ${count(lines.length - counts, 'stays open', 'stay open')}`}
        meta={
          <>
            <a href={`/submissions/${submission.id}`}>{submission.content.title}</a> · {one.filename || doorName(one.door)}
            {one.person && `, ${one.person}`}, <Time at={one.at} />
          </>
        }
      />
      {lines.length > counts && <Table caption="Still open" columns={columns} rows={table(lines.filter((line) => !line.counts))} />}
      {counts > 0 && <Table caption="Answered" columns={columns} rows={table(lines.filter((line) => line.counts))} />}
    </>
  )
}

/** The vendor's guests and how group and vendor work together. */
export function GuestsPage({
  group,
  guests,
  refused,
  form,
}: {
  group: DeskGroup
  guests: Awaited<ReturnType<typeof listGuests>>
  refused?: Refused
  form?: 'guest' | 'rule'
}) {
  const { rule } = group
  return (
    <>
      <Heading
        title={`Guests of ${group.vendor}`}
        meta={<a href={`/desk?group=${group.slug}`}>With the vendor</a>}
        lead="They see what was handed over and answer it. Support, triage and notes stay with the group."
      />
      <Split
        aside={
          <Section title="How we work together">
            <Form
              id="rule"
              action="/desk/rule"
              refused={form === 'rule' ? refused : undefined}
              values={{
                answerMonths: String(rule.answerMonths),
                remindDays: rule.remindDays.join(', '),
                readers: rule.readers,
                holdDays: String(rule.holdDays),
              }}
            >
              <Hidden name="group" value={group.slug} />
              <Field name="answerMonths" label="Months until an answer is due" short inputmode="numeric" />
              <Field name="remindDays" label="Remind so many days before" hint="For instance: 14, 3" short />
              <Choices
                name="readers"
                label="Who may read answers, where they do not say"
                options={visibilities.map((one) => ({ value: one, label: readersNames[one] }))}
              />
              <Field name="holdDays" label="Days that answers stay with the group first" short inputmode="numeric" />
              <div class="row">
                <Button>Save</Button>
              </div>
            </Form>
          </Section>
        }
      >
        {guests.length === 0 ? (
          <Empty title="No guest yet." />
        ) : (
          <Things label="Guests">
            {guests.map((guest) => (
              <Thing
                title={guest.name}
                meta={
                  <>
                    {guest.email}
                    {guest.fromOn && (
                      <>
                        {' '}
                        · since <Day on={guest.fromOn} />
                      </>
                    )}
                  </>
                }
                act={
                  <PostButton
                    action={`/desk/guests/${guest.appointmentId}/end`}
                    fields={{ group: group.slug }}
                    label={`End ${guest.name}’s role`}
                  >
                    End
                  </PostButton>
                }
              />
            ))}
          </Things>
        )}
        <Section title="Invite a guest">
          <Form action="/desk/guests" refused={form === 'guest' ? refused : undefined}>
            <Hidden name="group" value={group.slug} />
            <Field name="name" label="Name" maxlength={200} autocomplete="off" />
            <Field name="email" type="email" label="E-mail address" maxlength={254} autocomplete="off" />
            <div class="row">
              <Button kind="primary">Invite</Button>
            </div>
          </Form>
        </Section>
      </Split>
    </>
  )
}
