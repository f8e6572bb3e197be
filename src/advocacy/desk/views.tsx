import type { StandIn } from '../../groups/queries.ts'
import { shorten } from '../../lib/ui/excerpt.ts'
import { Bars } from '../../lib/ui/figures.tsx'
import { Field } from '../../lib/ui/form.tsx'
import { formatList } from '../../lib/ui/format.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { dotted, Listing, NumberedPager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import {
  About,
  Button,
  Confirm,
  Empty,
  Facts,
  FormSection,
  Heading,
  Note,
  Section,
  Split,
  State,
  Submit,
  Titled,
  Toolbar,
} from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { useReader } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { groupChoice } from '../group-choice.tsx'
import type { ReturnLine } from '../mails.ts'
import type { DeskGroup } from '../queries.ts'
import type { ToSign } from '../signing/queries.ts'
import { ToSignSection } from '../signing/views.tsx'
import { doorName } from './answering.tsx'
import { ItemBadge } from './badge.tsx'
import type { Demand, DemandOrder } from './demand-rules.ts'
import { DemandSection, Tracker } from './demand-views.tsx'
import type { Item, listOpenQuestions, listSubmissions, Submission } from './queries.ts'
import { type ItemProps, Questions } from './questions.tsx'
import { AwayNotes, AwaySection, type OwnAway } from './stand-ins.tsx'

const t = textsOf('advocacy', 'desk')
const demandWords = textsOf('advocacy', 'demand')

const pageTexts = textsOf('advocacy', 'pages')
const { classes, readers } = pageTexts

/** What was handed over, and what waits: the first page of the vendor's guests, and the group's view of the same. */
export function DeskPage(props: {
  group: DeskGroup
  found: Awaited<ReturnType<typeof listSubmissions>>
  questions: Awaited<ReturnType<typeof listOpenQuestions>>
  /** What waits for the word of the reader's side. */
  toSign: ToSign[]
  /** Who can invite a colleague, by name: for the vendor's guests. */
  hosts: string[]
  demand: readonly Demand[]
  /** Who stands in for the guests of the group, from today on. */
  standIns: readonly StandIn[]
  /** The same as a guest reads and says it. */
  away: OwnAway | undefined
  order: DemandOrder
  all: boolean
  page: number
  today: string
}) {
  const { group, found, questions, toSign, hosts, demand, standIns, away, order, all, page, today } = props
  const { locale } = useReader()
  return (
    <Titled
      title={group.guest ? t.yourDesk : t.sentToTheVendor}
      meta={groupChoice(group, '/desk', { guests: true })}
      lead={
        group.guest
          ? t.requestsWhatStillNeedsAnswer({ name: group.name, vendor: group.vendor })
          : t.requestsSentAnswers({ vendor: group.vendor })
      }
      actions={
        group.leads && (
          <>
            <Button href={`/answers/record?group=${group.slug}`}>{t.recordAnswer}</Button>
            <Button href={`/answers/portal?group=${group.slug}`}>{t.vendorsPortal}</Button>
            <Button href={`/desk/guests?group=${group.slug}`}>{t.guestsAndRule}</Button>
          </>
        )
      }
    >
      {!group.guest && <AwayNotes {...{ standIns, today }} />}
      {questions.length > 0 && !group.guest && (
        <Listing title={t.questionsFromTheVendor} label={t.questions}>
          {questions.map((question) => (
            <Thing
              title={shorten(question.text, 160)}
              href={`/submissions/${question.submissionId}#r${question.requestId}`}
              meta={t.since2({ requestId: question.requestId, title: question.title, time: <Time at={question.askedAt} style="date" /> })}
              act={<Button href={`/submissions/${question.submissionId}#r${question.requestId}`}>{t.answerQuestion}</Button>}
            />
          ))}
        </Listing>
      )}
      {found.submissions.length > 0 && <DemandSection {...{ group, demand, order, all }} />}
      <ToSignSection things={toSign} from={group.guest ? group.name : group.vendor} />
      <Section title={t.submissions}>
        <Things
          label={t.submissions}
          of={found.submissions}
          none={
            <Empty title={t.noRequestsSentYet}>
              {group.guest ? t.willGetEmailWhenThere : <Button href={`/briefs?group=${group.slug}`}>{t.briefs}</Button>}
            </Empty>
          }
        >
          {(one) => (
            <Thing
              title={one.title}
              href={`/submissions/${one.id}`}
              meta={t.dueOfAnswered({
                time: <Time at={one.submittedAt} style="date" />,
                day: <Day on={one.dueOn} />,
                answered: one.answered,
                items: one.items,
              })}
              act={
                one.answered === one.items ? (
                  <State mood="good">{t.answered}</State>
                ) : (
                  <State mood="wait">{t.open({ items: one.items - one.answered })}</State>
                )
              }
            />
          )}
        </Things>
        <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/desk', { group: group.slug, page: to })} />
      </Section>
      {away && <AwaySection group={group.slug} asks={hosts.length > 0} own={away} />}
      {hosts.length > 0 && <p class="soft">{t.whoInvitesColleagues({ names: formatList(locale, hosts) })}</p>}
    </Titled>
  )
}

function AnswerOf({ item }: { item: Item }) {
  const { answer } = item
  if (!answer) return item.note ? <Note mood="late">{sayKept(item.note)}</Note> : null
  return (
    <div class="stack">
      <p>
        <b>{classes[answer.class]}</b>
        {answer.releaseName && ` ${pageTexts.forRelease({ release: answer.releaseName })}`}
      </p>
      <p class="prose">{answer.reason}</p>
      <p class="meta">
        {answer.giver ?? (answer.givenName || t.theVendor)} · {doorName(answer.door)} · <Time at={answer.givenAt} style="date" />
        {answer.nextReviewOn && <> {t.nextReview2({ day: <Day on={answer.nextReviewOn} /> })}</>}{' '}
        {t.whoCanReadThis2({ readers: readers[answer.readers] })}
        {answer.readers !== 'group' && <> {t.from({ time: <Time at={answer.readersFrom} style="date" /> })}</>} ·{' '}
        <a href={`/answers/${answer.id}`}>
          {t.itsPage}
          <About>#{item.requestId}</About>
        </a>
      </p>
    </div>
  )
}

const Items = ({ title, items, submission }: { title: string; items: Item[]; submission: Submission }) =>
  items.length === 0 ? null : (
    <Section title={title} aside={String(items.length)}>
      <div class="stack-l">
        {items.map((item) => (
          <ItemSection {...{ submission, item }} />
        ))}
      </div>
    </Section>
  )

/** What was promised about a request; a guest who planned it finds the form for it. */
function PromiseOf({ submission, item }: ItemProps) {
  const { promiseId, requestId, answer } = item
  if (promiseId !== null)
    return <Button kind="quiet" href={`/commitments/${promiseId}`} label={t.viewPromiseOf({ requestId })} text={t.viewPromise} />
  if (!submission.guest || submission.withdrawnAt !== null || answer?.class !== 'planned') return null
  const form = `/submissions/${submission.id}/requests/${requestId}#promise`
  return <Button href={form} label={t.makePromiseOf({ requestId })} text={t.makePromise} />
}

function ItemSection({ submission, item }: ItemProps) {
  const { guest, leads, inGroup } = submission
  // One button does the next thing: the first that waits for the vendor, not for the group.
  const next = submission.items.find(({ state }) => state === 'late' || state === 'waiting')
  const here = `/submissions/${submission.id}/requests/${item.requestId}`
  const name = `#${item.requestId} ${item.title}`
  const mayAnswer = submission.withdrawnAt === null && (guest || leads)
  const act = guest ? (item.answer ? t.changeAnswer : t.answerRequest) : item.answer ? t.recordAnotherAnswer : t.recordAnswer
  return (
    <Section
      within
      title={mayAnswer && guest ? <a href={here}>{name}</a> : name}
      id={`r${item.requestId}`}
      aside={<ItemBadge state={item.state} />}
    >
      <AnswerOf item={item} />
      {item.cost && <p>{t.points({ n: item.cost.points })}</p>}
      <Questions {...{ submission, item }} />
      <div class="row">
        {mayAnswer && (
          <Button kind={guest && item === next ? 'primary' : 'plain'} href={here} label={`${act}: #${item.requestId}`} text={act} />
        )}
        <PromiseOf {...{ submission, item }} />
        {inGroup && (
          <Button
            kind="quiet"
            href={`/requests/${item.requestId}`}
            label={t.theRequest({ requestId: item.requestId })}
            text={t.viewRequest}
          />
        )}
        {item.dueOn !== submission.dueOn && <span class="meta">{t.due({ day: <Day on={item.dueOn} /> })}</span>}
        <span class="meta">
          <Tracker {...item} />
        </span>
      </div>
    </Section>
  )
}

/** Asks before what was handed over is taken back: its letter cannot be. */
export const WithdrawPage = ({ submission }: { submission: Submission }) => (
  <Confirm
    title={t.withdrawOf({ title: submission.content.title })}
    action={`/submissions/${submission.id}/withdraw`}
    yes={t.withdrawPackage}
    backHref={`/submissions/${submission.id}`}
    back={t.keepPackage}
    danger
  >
    <p>{t.withdrawTells}</p>
    <p>{t.withdrawLeaves}</p>
  </Confirm>
)

/** What was handed over, one request after the other, with what was answered; the same page for the group and the vendor's guests. */
export function SubmissionPage({ submission, standIns, today }: { submission: Submission; standIns: readonly StandIn[]; today: string }) {
  const { items, content, guest, leads, inGroup } = submission
  const { alone } = useReader()
  const answered = items.filter(({ state }) => state === 'answered').length
  const late = items.filter(({ state }) => state === 'late').length
  const path = `/submissions/${submission.id}`
  const version = `/briefs/${submission.briefId}/versions/${submission.version}`
  const open = submission.withdrawnAt === null
  return (
    <>
      <Heading
        title={content.title}
        meta={dotted([
          <a href={`/desk?group=${submission.groupSlug}`}>{guest ? t.yourDesk : t.sentToTheVendor}</a>,
          submission.group !== alone && submission.group,
        ])}
        lead={submission.withdrawnAt ? t.groupWithdrewPackage : submission.note}
      >
        <Toolbar>
          <a href={version}>{t.viewAllRequests}</a>
          <a href={`${version}/brief.pdf`}>{t.pdf}</a>
          <a href={`${version}/brief.xlsx`}>{t.spreadsheet}</a>
          {inGroup && <a href={`/briefs/${submission.briefId}`}>{t.theBrief}</a>}
        </Toolbar>
      </Heading>
      {open && <AwayNotes {...{ standIns, today }} />}
      {/* Before the first answer and after the last there is nothing to compare. */}
      {answered > 0 && answered < items.length && (
        <Bars
          label={content.title}
          max={items.length}
          items={[
            { value: answered, label: t.figures.answered },
            ...(open ? [{ value: items.length - answered, label: t.figures.open }] : []),
            ...(late > 0 ? [{ value: late, label: t.figures.late }] : []),
          ]}
        />
      )}
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: t.answersDue, value: <Day on={submission.dueOn} /> },
                { term: t.handedOver, value: <Time at={submission.submittedAt} style="date" /> },
                { term: t.by, value: submission.submitter },
                { term: t.to, value: [...submission.guests, submission.toName].filter(Boolean).join(', ') },
                { term: t.how, value: submission.how },
                { term: t.version, value: submission.version },
              ]}
            />
            {open && (guest || leads) && (
              <FormSection title={t.answerBySpreadsheet} action={`${path}/returns`} multipart id="up" label={t.uploadSpreadsheet}>
                <Field name="file" type="file" label={t.filledSpreadsheet} accept=".xlsx,.csv" hint={t.rowsWithAnAnswerAndA} />
                <Submit>{t.uploadSpreadsheet}</Submit>
              </FormSection>
            )}
            {submission.returns.length > 0 && (
              <Section title={t.answersReceived}>
                <ul class="links">
                  {submission.returns.map((one) => (
                    <li>
                      <a href={`${path}/returns/${one.id}`}>{one.filename || (one.door === 'mail' ? t.aMail : t.aFile)}</a>,{' '}
                      <Time at={one.at} style="date" />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {open && leads && (
              <div class="row">
                <Button kind="quiet" href={`${path}/withdraw`} text={t.withdrawPackage} />
              </div>
            )}
          </>
        }
      >
        {/* What still waits is answered first, an answer that does not count among it; in each part the order of the package stays. */}
        <Items {...{ submission }} title={demandWords.openRequests} items={items.filter(({ state }) => state !== 'answered')} />
        <Items {...{ submission }} title={t.answered} items={items.filter(({ state }) => state === 'answered')} />
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
      sayKept(row.message),
      row.line === null ? '–' : String(row.line),
    ])
  const columns = [{ label: t.request }, { label: t.result }, { label: t.line, numeric: true }]
  return (
    <Titled
      title={t.returned({ counts, open: lines.length - counts })}
      meta={
        <>
          <a href={`/submissions/${submission.id}`}>{submission.content.title}</a> · {one.filename || doorName(one.door)}
          {one.person && `, ${one.person}`}, <Time at={one.at} />
        </>
      }
    >
      {lines.length > counts && (
        <Table caption={t.stillOpen} showCaption columns={columns} rows={table(lines.filter((line) => !line.counts))} />
      )}
      {counts > 0 && <Table caption={t.answered} showCaption columns={columns} rows={table(lines.filter((line) => line.counts))} />}
    </Titled>
  )
}
