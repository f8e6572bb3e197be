import { Field, TextArea } from '../../lib/ui/fields.tsx'
import { Figures } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { NumberedPager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, PostButton, Section, Split, State, Toolbar } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { classNames } from '../answers/rules.ts'
import { count } from '../parts.tsx'
import type { DeskGroup } from '../queries.ts'
import { type ItemState, readersNames } from '../rules.ts'
import type { ReturnLine } from './actions.ts'
import { doorName, type Refused } from './answering.tsx'
import type { Item, listOpenQuestions, listSubmissions, Submission } from './queries.ts'

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

/** An answer to a question of the vendor that could not be taken as it was typed. */
interface Answering {
  question: number
  refused: Refused
}

interface ItemProps {
  submission: Submission
  item: Item
  answering?: Answering | undefined
}

function Questions({ submission, item, answering }: ItemProps) {
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
              refused={answering?.question === question.id ? answering.refused : undefined}
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

function ItemSection({ submission, item, answering }: ItemProps) {
  const { guest, leads, inGroup } = submission
  // One button does the next thing: the first that is still open.
  const next = submission.items.find(({ answer }) => !answer)
  const act = guest ? (item.answer ? 'Change your answer' : 'Answer') : item.answer ? 'Record another answer' : 'Record an answer'
  return (
    <Section title={`#${item.requestId} ${item.title}`} id={`r${item.requestId}`} aside={<ItemBadge state={item.state} />}>
      <AnswerOf item={item} />
      {item.cost && <p>{count(item.cost.points, 'point', 'points')}</p>}
      <Questions {...{ submission, item, answering }} />
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
export function SubmissionPage({
  submission,
  refused,
  answering,
}: {
  submission: Submission
  /** Of the filled spreadsheet. */
  refused?: Refused
  answering?: Answering
}) {
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
          <ItemSection {...{ submission, item, answering }} />
        ))}
      </Split>
    </>
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
