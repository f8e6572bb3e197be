import { sayUnread } from '../../lib/sheet/table.ts'
import { Chain, type Station } from '../../lib/ui/chain.tsx'
import { shorten } from '../../lib/ui/excerpt.ts'
import { Choices, Field, Filters, Form, Hidden, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { Faults } from '../../lib/ui/imports/views.tsx'
import { dotted, Listing, NumberedPager, OnlyOf, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, Section, Split, State, Submit, Titled, Toolbar } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { type Pickable, Picker } from '../../lib/ui/picker.tsx'
import { unlessAlone, useReader } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { visibilities } from '../../requests/rules.ts'
import { utcDay } from '../../time.ts'
import { AnswerFields } from '../desk/answering.tsx'
import { groupAnd } from '../group-choice.tsx'
import type { DeskGroup } from '../queries.ts'
import type { Signed } from '../signing/queries.ts'
import { SignedWord, SigningSection } from '../signing/views.tsx'
import type { AnswerFilter, AnswerRow, getAnswer, listPortalCases } from './queries.ts'
import { answerClasses, classNames } from './rules.ts'
import { columnName, type Taken, tableColumns } from './tables.ts'

const t = textsOf('advocacy', 'answers')
const telling = textsOf('advocacy', 'tellingPage')
const desk = textsOf('advocacy', 'desk')
const pageWords = textsOf('advocacy', 'pages')
const promising = textsOf('advocacy', 'commitments')

const isOver = (day: string, now: Date): boolean => day < utcDay(now)

const moods: Partial<Record<AnswerRow['class'], Mood>> = {
  planned: 'good',
  exists: 'good',
  in_discovery: 'wait',
  needs_information: 'wait',
  declined: 'late',
}

/** An answer's class, as a word. */
export const ClassBadge = ({ answer }: { answer: { class: AnswerRow['class']; releaseName?: string } }) => (
  <State mood={moods[answer.class]}>
    {pageWords.classes[answer.class]}
    {answer.releaseName && ` ${pageWords.forRelease({ release: answer.releaseName })}`}
  </State>
)

/** The vendor's answers that this person may read. */
export function AnswersPage(props: {
  found: { answers: AnswerRow[]; total: number; pages: number }
  filter: AnswerFilter
  /** Only the answers to this group. */
  of: { slug: string; name: string } | undefined
  page: number
  /** The group that records and tells of them, where the reader is in one; one that they lead before others. */
  work?: DeskGroup
}) {
  const { found, filter, of, page, work } = props
  const { answers: words, classes } = pageWords
  const { now } = useReader()
  const query = { q: filter.search ?? '', class: filter.class ?? '', all: filter.holds ? '' : 'on', group: of?.slug ?? '' }
  const narrowed = Boolean(filter.search || filter.class)
  return (
    <Titled
      title={words.title}
      lead={words.lead}
      actions={
        work && (
          <>
            {work.leads && <Button kind="primary" href={`/answers/record?group=${work.slug}`} text={t.recordAnswer} />}
            <Button href={`/telling?group=${work.slug}`}>{telling.reportBack}</Button>
          </>
        )
      }
    >
      <Filters
        action="/answers"
        label={words.narrow}
        values={query}
        narrowed={narrowed}
        nothing={found.answers.length === 0}
        found={found.total}
        hidden={{ group: of?.slug }}
      >
        <Field name="q" type="search" label={words.words} optional />
        <Select name="class" label={words.answer} optional empty={words.all} options={optionsOf(classes, answerClasses)} />
        <Select name="all" label={words.which} optional empty={words.newest} options={[{ value: 'on', label: words.earlier }]} />
      </Filters>
      <OnlyOf group={of} all="/answers" />
      <Things
        label={words.list}
        of={found.answers}
        none={
          <Empty title={narrowed ? words.noMatch : words.none}>
            {narrowed ? <a href={withQuery('/answers', { group: of?.slug })}>{words.otherWords}</a> : words.appear}
          </Empty>
        }
      >
        {(answer) => (
          <Thing
            title={answer.request}
            href={`/answers/${answer.id}`}
            meta={
              <>
                {dotted([`#${answer.requestId}`, unlessAlone(answer.groupName), <Time at={answer.givenAt} style="date" />])} ·{' '}
                <SignedWord act={answer.signed} />
                {answer.nextReviewOn && (
                  <>
                    {' '}
                    · {(isOver(answer.nextReviewOn, now) ? words.reviewWas : words.nextReview)({ day: <Day on={answer.nextReviewOn} /> })}
                  </>
                )}
              </>
            }
            act={<ClassBadge answer={answer} />}
          >
            <p class="snippet">{shorten(answer.reason, 240)}</p>
          </Thing>
        )}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/answers', { ...query, page: to })} />
      {work?.leads && (
        <Toolbar>
          <a href={`/answers/import?group=${work.slug}`}>{t.importPastAnswers}</a>
        </Toolbar>
      )}
    </Titled>
  )
}

/** What follows an answer: a plan is recorded as a promise, and those who asked hear of all that is new. */
function NextSteps({ answer, untold }: { answer: Awaited<ReturnType<typeof getAnswer>>; untold: boolean }) {
  const { groupSlug: group, requestId: request, releaseName: release } = answer
  const promise = answer.class === 'planned' && answer.stage === 'answered'
  return (
    <>
      {promise && (
        <Button href={`${withQuery('/commitments', { group, request: String(request), release })}#commit`} text={promising.recordPromise} />
      )}
      {untold && <Button href={withQuery('/telling', { group })} text={telling.reportBack} />}
    </>
  )
}

/** A plan is promised by the vendor's guests where they answered it. */
function NextOfGuest({ answer }: { answer: Awaited<ReturnType<typeof getAnswer>> }) {
  if (answer.class !== 'planned' || answer.stage !== 'answered') return null
  return <Button href={`/submissions/${answer.submissionId}/requests/${answer.requestId}#promise`} text={desk.makePromise} />
}

/** One answer: what it says, who may read it, and where it stands on the way of its request. */
export function AnswerPage(props: {
  answer: Awaited<ReturnType<typeof getAnswer>>
  /** May the reader read the request itself? */
  opens: boolean
  /** May they say on the request that it does not solve their problem? */
  mayObject: boolean
  others: AnswerRow[]
  stations: Station[]
  portal: Awaited<ReturnType<typeof listPortalCases>>
  /** What the vendor says that it costs; the group's own view. */
  points?: number
  signed: Signed
  /** Its list has not heard of it yet; the group's own view. */
  untold: boolean
}) {
  const { answer, opens, mayObject, others, stations, portal, points, signed, untold } = props
  const { answers: words, readers, request } = pageWords
  const { now } = useReader()
  const day = utcDay(answer.readersFrom)
  return (
    <>
      <Heading
        title={answer.request}
        meta={
          <>
            <a href="/answers">{words.list}</a> ·{' '}
            {opens ? <a href={`/requests/${answer.requestId}`}>{request({ n: answer.requestId })}</a> : request({ n: answer.requestId })}
          </>
        }
        lead={mayObject && words.unsolved({ link: (said) => <a href={`/requests/${answer.requestId}#comments`}>{said}</a> })}
        actions={
          answer.holds &&
          (answer.mayDecide ? <NextSteps answer={answer} untold={untold} /> : answer.guest && <NextOfGuest answer={answer} />)
        }
      >
        <Chain stations={stations} />
      </Heading>
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: words.answer, value: <ClassBadge answer={answer} /> },
                { term: words.given, value: <Time at={answer.givenAt} style="date" /> },
                { term: words.by, value: answer.giver ?? answer.givenName },
                { term: words.how, value: words.doors[answer.door] },
                {
                  term: answer.nextReviewOn && isOver(answer.nextReviewOn, now) ? words.wasToReview : words.review,
                  value: answer.nextReviewOn && <Day on={answer.nextReviewOn} />,
                },
                { term: words.cost, value: points },
                { term: words.link, value: answer.link && <a href={answer.link}>{words.ownPage}</a> },
                // Who decides it finds it in the form below.
                !answer.mayDecide && { term: words.mayRead, value: readers[answer.readers] },
              ]}
            />
            {answer.mayDecide && (
              <Form
                id="readers"
                action={`/answers/${answer.id}/readers`}
                values={{ readers: answer.readers, from: day }}
                label={t.whoCanReadThis}
              >
                <Choices name="readers" label={t.whoCanReadThis} options={optionsOf(readers, visibilities)} />
                <Field name="from" type="date" label={t.from} short hint={t.untilDateOnlyWorkingGroup} />
                <Submit>{t.save}</Submit>
              </Form>
            )}
          </>
        }
      >
        {!answer.holds && <Note>{words.newer}</Note>}
        <p class="prose">{answer.reason}</p>
        <SigningSection
          path={`/answers/${answer.id}`}
          kind="answer"
          signed={signed}
          fields={<AnswerFields />}
          values={{
            class: classNames[answer.class],
            reason: answer.reason,
            release: answer.releaseName,
            nextReview: answer.nextReviewOn ?? '',
          }}
        />
        {portal.length > 0 && (
          <Section title={words.portal}>
            {portal.map((one) => (
              <>
                <h3>{one.link ? <a href={one.link}>{one.label}</a> : one.label}</h3>
                <ul class="links">
                  {one.statuses.map((status) => (
                    <li>
                      <Day on={status.onDay} />: {status.status}
                    </li>
                  ))}
                </ul>
              </>
            ))}
          </Section>
        )}
        <Listing title={words.others} of={others} none={null}>
          {(one) => (
            <Thing
              title={one.reason}
              href={`/answers/${one.id}`}
              meta={<Time at={one.givenAt} style="date" />}
              act={<ClassBadge answer={one} />}
            />
          )}
        </Listing>
      </Split>
    </>
  )
}

const doors = ['call', 'meeting', 'mail', 'portal'] as const

/** An answer that came outside Rapport. */
export function RecordPage({ group, picks, values }: { group: DeskGroup; picks: Pickable[]; values: Record<string, string> }) {
  const { doors: names } = pageWords.answers
  return (
    <Titled
      title={t.recordAnswer}
      meta={groupAnd(group, <a href={`/desk?group=${group.slug}`}>{t.sentToTheVendor}</a>)}
      lead={t.recordAnswerGaveElsewhere({ vendor: group.vendor })}
      actions={<Button href={`/answers/portal?group=${group.slug}`}>{t.vendorsPortal}</Button>}
    >
      <Form action="/answers" values={values}>
        <Hidden name="group" value={group.slug} />
        <Picker name="requestId" label={t.request} group={group.id} best={picks} />
        <Choices name="door" label={t.channel} options={optionsOf(names, doors)} />
        <Field name="givenOn" type="date" label={t.on} short />
        <Field name="givenName" label={t.answeredBy} optional maxlength={200} />
        <Field name="link" type="url" label={t.link} optional maxlength={500} hint={t.exampleMessageArchiveEntry} />
        <AnswerFields usual={group.rule.readers} />
        <Submit kind="primary">{t.recordAnswer}</Submit>
      </Form>
    </Titled>
  )
}

/** Old answers from a spreadsheet. */
export function ImportPage({ group, result }: { group: DeskGroup; result?: Taken }) {
  const { needed, more } = tableColumns.answers
  return (
    <Titled title={t.importPastAnswers} meta={groupAnd(group, <a href={`/answers?group=${group.slug}`}>{t.answers}</a>)} lead={t.pastLead}>
      {result && (
        <>
          <Note mood={result.faults.length > 0 ? 'wait' : 'good'}>
            {t.importedAlreadyHereNot({ taken: result.taken, known: result.known, faults: result.faults.length })}{' '}
            {sayUnread(result.unread)}
          </Note>
          <Faults title={t.rowsCouldNotRead} faults={result.faults} />
        </>
      )}
      <Form action="/answers/import" multipart label={t.importTable}>
        <Hidden name="group" value={group.slug} />
        <Field
          name="file"
          type="file"
          label={t.spreadsheetOrCsv}
          accept=".xlsx,.csv"
          optional
          hint={t.columns({ needed: needed.map(columnName).join(', '), more: more.map(columnName).join(', ') })}
        />
        <TextArea name="pasted" label={t.pastedTable} optional rows={8} hint={t.includeRowColumnNames} />
        <Submit kind="primary">{t.importAnswers}</Submit>
      </Form>
    </Titled>
  )
}
