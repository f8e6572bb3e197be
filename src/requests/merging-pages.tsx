import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { openToken } from '../lib/token/open.ts'
import { act, onlyPages } from '../lib/ui/acts.ts'
import { TextArea } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import { formatDay, type Locale } from '../lib/ui/format.ts'
import { picked, type Refused, readForm } from '../lib/ui/forms.ts'
import { Table, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, Heading, PostButton, Section, State } from '../lib/ui/parts.tsx'
import { type Pickable, Picker } from '../lib/ui/picker.tsx'
import { refusals } from '../lib/ui/refusals.ts'
import { lines } from '../lib/ui/texts.ts'
import { Day, Time } from '../lib/ui/time.tsx'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { collatorsRead, listCasesOf } from './cases/queries.ts'
import { getCollatedGroup, getCollatedRequest, getRequest, listReadable, type Request, type RequestGroup } from './core/queries.ts'
import { carryOutMerge, decideParty, dropMerge, proposeMerge, undoMerge } from './merging-actions.ts'
import { findNotice, type findProposal, getProposal, listParties, listProposals } from './merging-queries.ts'
import { whyNotCarryOut } from './merging-rules.ts'
import { usePageWords } from './page-words.ts'
import { requestPath, Stage } from './parts.tsx'
import { listPicks } from './picking-queries.ts'
import { listSupporters } from './support/queries.ts'
import { RequestTabs } from './views.tsx'
import { requestWords } from './words.ts'

const t = textsOf('requests', 'merging')

const SettleForm = z.object({ act: z.enum(['carry-out', 'drop', 'undo']) })
export const ProposeForm = z.object({ targetId: picked(), reason: lines(2_000).default('') })

/** Two requests that may be one. */
export const mergeForm = act('work', 'proposeMerge', 'Propose a merge', ProposeForm)

type C = Context<Env>
type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>

const stateNames = t.stateNames

function MergesPage({ group, open, settled }: { group: RequestGroup; open: Proposal[]; settled: Proposal[] }) {
  const list = (proposals: Proposal[], label: string) => (
    <Things label={label}>
      {proposals.map((one) => (
        <Thing
          title={`${one.source} → ${one.target}`}
          href={`/merges/${one.id}`}
          meta={
            <>
              {t.requestIntoRequest({ sourceId: one.sourceId, targetId: one.targetId })} · {one.proposer && `${one.proposer}, `}
              <Time at={one.proposedAt} style="short" />
              {one.state === 'open' && <> · {t.answersBefore({ day: <Day on={one.decideOn} style="short" /> })}</>}
            </>
          }
          act={<State mood={one.state === 'open' ? 'wait' : one.state === 'merged' ? 'good' : undefined}>{stateNames[one.state]}</State>}
        />
      ))}
    </Things>
  )
  return (
    <>
      <Heading title={t.merges} lead={t.mergeTwoRequestsWhenTheir}>
        <RequestTabs group={group} current="/merges" />
      </Heading>
      <Section title={t.proposed}>{open.length === 0 ? <Empty title={t.noMergesProposed} /> : list(open, t.proposedMerges)}</Section>
      {settled.length > 0 && <Section title={t.settled}>{list(settled, t.settledMerges)}</Section>}
    </>
  )
}

function ProposePage(props: {
  request: Request
  into?: number
  moves: { institutions: string[]; cases: string[] }
  days: number
  picks: Pickable[]
  /** The other side, where it is known already, with what it has now. */
  target?: { request: Request; institutions: number; cases: number } | undefined
  refused?: Refused
}) {
  const { request, into, moves, days, picks, target, refused } = props
  const list = (title: string, names: string[]) =>
    names.length > 0 && (
      <Section title={title} aside={names.length}>
        <ul class="links">
          {names.slice(0, 50).map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </Section>
    )
  return (
    <>
      <Heading
        title={t.proposeAMerge}
        meta={<a href={requestPath(request.id)}>{t.request({ id: request.id, title: request.title })}</a>}
        lead={moves.institutions.length + moves.cases.length === 0 ? t.requestHasNoSupportNo : t.supportersAuthorsGetEmail({ days })}
      />
      <Form action={`${requestPath(request.id)}/merge`} refused={refused}>
        <Picker name="targetId" label={t.otherRequest} group={request.groupId} best={picks} value={into} />
        <TextArea name="reason" label={t.reason} hint={t.supportersAuthorsWillRead} rows={3} optional />
        <div class="row">
          <Button kind="primary">{t.proposeIt}</Button>
          <Button kind="quiet" href={requestPath(request.id)}>
            {t.cancel}
          </Button>
        </div>
      </Form>
      {target && (
        <div class="side-by-side">
          <Side request={request} institutions={moves.institutions.length} cases={moves.cases.length} />
          <Side {...target} />
        </div>
      )}
      {list(t.institutionsThatWillMove, moves.institutions)}
      {list(t.userCasesWillMove, moves.cases)}
    </>
  )
}

const Text = ({ id, title, text, readable = true }: { id: number; title: string; text: string; readable?: boolean }) => (
  <section class="stack">
    <h2>
      {readable ? (
        <a href={requestPath(id)}>
          {id} {title}
        </a>
      ) : (
        `${id} ${title}`
      )}
    </h2>
    <div class="prose">{renderMarkdown(text || `*${usePageWords().record.noText}*`)}</div>
  </section>
)

/** One side of a merge before it is proposed: its text, and what is behind it. */
function Side({ request: { id, title, text, stage }, institutions, cases }: { request: Request; institutions: number; cases: number }) {
  const words = usePageWords()
  return (
    <div class="stack">
      <p class="row">
        <Stage stage={stage} />
        <span class="meta">{[words.institutions({ n: institutions }), words.caseCount({ n: cases })].join(' · ')}</span>
      </p>
      <Text {...{ id, title, text }} />
    </div>
  )
}

/** What somebody concerned has said. */
function inWords({ stays, decidedAt, decider }: Awaited<ReturnType<typeof listParties>>[number]): string {
  if (stays) return decidedAt === null ? t.staysWithTheFirstWasNot : t.staysWithTheFirst
  if (decidedAt === null) return t.nothingYet
  return decider ? t.agrees({ decider }) : t.agreed
}

function ProposalPage({
  proposal,
  parties,
  today,
}: {
  proposal: Proposal
  parties: Awaited<ReturnType<typeof listParties>>
  today: string
}) {
  const waiting = parties.filter(({ decidedAt }) => decidedAt === null).length
  const whyNot = whyNotCarryOut(proposal.state, proposal.decideOn, waiting, today)
  return (
    <>
      <Heading
        title={`${proposal.source} → ${proposal.target}`}
        meta={t.mergeOfRequestInto({ sourceId: proposal.sourceId, targetId: proposal.targetId })}
        lead={proposal.reason}
      />
      <Facts
        items={[
          { term: t.state, value: <State mood={proposal.state === 'open' ? 'wait' : undefined}>{stateNames[proposal.state]}</State> },
          { term: t.proposedAt, value: <Time at={proposal.proposedAt} /> },
          { term: t.by, value: proposal.proposer },
          { term: t.answersBefore2, value: proposal.state === 'open' && <Day on={proposal.decideOn} /> },
          { term: t.decided, value: proposal.decidedAt && <Time at={proposal.decidedAt} /> },
          { term: t.undone, value: proposal.undoneAt && <Time at={proposal.undoneAt} /> },
        ]}
      />
      <div class="row">
        {proposal.state === 'open' && (
          <>
            {whyNot ? (
              <Button whyNot={whyNot}>{t.completeMerge}</Button>
            ) : (
              <PostButton kind="primary" action={`/merges/${proposal.id}`} fields={{ act: 'carry-out' }}>
                {t.completeMerge}
              </PostButton>
            )}
            <PostButton action={`/merges/${proposal.id}`} fields={{ act: 'drop' }}>
              {t.letItGo}
            </PostButton>
          </>
        )}
        {proposal.state === 'merged' && (
          <PostButton kind="danger" action={`/merges/${proposal.id}`} fields={{ act: 'undo' }}>
            {t.undoMerge}
          </PostButton>
        )}
      </div>
      <Section title={t.thoseConcerned}>
        {parties.length === 0 ? (
          <Empty title={t.firstRequestHasNoSupport} />
        ) : (
          <Table
            caption={t.thoseConcerned}
            hideCaption
            columns={[{ label: t.who }, { label: t.what }, { label: t.told, numeric: true }, { label: t.says }]}
            rows={parties.map((party) => [
              party.organisation ?? party.case,
              party.organisation ? t.support : t.userCase,
              party.told,
              inWords(party),
            ])}
          />
        )}
      </Section>
      <div class="side-by-side">
        <Text id={proposal.sourceId} title={proposal.source} text={proposal.sourceText} />
        <Text id={proposal.targetId} title={proposal.target} text={proposal.targetText} />
      </div>
    </>
  )
}

/** The page behind the link in a mail: one button, in the reader's language. Opening it changes nothing. */
function PartyPage(props: { notice?: Awaited<ReturnType<typeof findNotice>>; readable: number[]; token: string; locale: Locale }) {
  const { notice, readable, token, locale } = props
  const all = requestWords(locale)
  const words = all.pages
  if (!notice) return <Heading title={words.gone} />
  const yours = notice.organisation ? all.merge.support({ institution: notice.organisation }) : all.merge.case({ title: notice.case ?? '' })
  return (
    <>
      <Heading title={words.mergeTitle({ source: notice.source, target: notice.target })} lead={words.mergeLead} />
      <Facts items={[{ term: words.yours, value: yours }]} />
      {notice.state === 'open' ? (
        <>
          <p>
            {notice.stays ? words.staysNow : words.goesNow} {words.until({ day: formatDay({ locale }, notice.decideOn, 'date') })}
          </p>
          <PostButton kind="primary" action={`/merge/${token}`} fields={{ stays: notice.stays ? 'no' : 'yes' }}>
            {notice.stays ? words.go : words.stay}
          </PostButton>
        </>
      ) : (
        <p>{words.decided}</p>
      )}
      <Text id={notice.sourceId} title={notice.source} text={notice.sourceText} readable={readable.includes(notice.sourceId)} />
      <Text id={notice.targetId} title={notice.target} text={notice.targetText} readable={readable.includes(notice.targetId)} />
    </>
  )
}

/** The request into which one is merged; another group's is no side, and tells nothing. */
async function sideOf(c: C, groupId: number, id: number) {
  const { db, actor } = c.var
  const [request] = await Promise.all((await listReadable(db, actor, [id])).map((one) => getRequest(db, actor, one)))
  if (request?.groupId !== groupId) return undefined
  const [supporters, cases] = await Promise.all([listSupporters(db, id), listCasesOf(db, id, collatorsRead(actor))])
  return { request, institutions: supporters.length, cases: cases.length }
}

async function showPropose(c: C, refused?: Refused) {
  const { db, actor } = c.var
  const request = await getCollatedRequest(db, actor, idOf(c, 'request'))
  const group = await getCollatedGroup(db, actor, { id: request.groupId })
  const [supporters, cases, picks] = await Promise.all([
    listSupporters(db, request.id),
    listCasesOf(db, request.id, collatorsRead(actor)),
    listPicks(db, actor, request.groupId),
  ])
  const into = Number(c.req.query('into')) || Number([refused?.typed.targetId].flat()[0]) || undefined
  const target = into === undefined || into === request.id ? undefined : await sideOf(c, request.groupId, into)
  const moves = { institutions: supporters.map(({ organisation }) => organisation), cases: cases.map(({ title }) => title) }
  return c.var.page({
    title: t.proposeAMerge,
    status: refused ? 422 : 200,
    children: (
      <ProposePage
        request={request}
        into={into}
        target={target}
        moves={moves}
        days={group.mergeDays}
        picks={picks.filter(({ id }) => id !== request.id)}
        refused={refused}
      />
    ),
  })
}

/** A notice by the link in a mail; the page and the button open it alike. */
async function noticeOf(c: C) {
  const id = openToken(c.var.site.secret, 'merge', c.req.param('token') ?? '', c.var.actor.at)
  return { id, notice: id === undefined ? undefined : await findNotice(c.var.db, id) }
}

export const mergePages = pages()
  .get('/merges', async (c) => {
    const { db, actor } = c.var
    const group = await getCollatedGroup(db, actor)
    const [open, settled] = await Promise.all([
      listProposals(db, group.id, ['open']),
      listProposals(db, group.id, ['merged', 'dropped', 'undone']),
    ])
    return c.var.page({ title: t.merges, children: <MergesPage {...{ group, open, settled }} /> })
  })
  .get('/merges/:merge', async (c) => {
    const { db, actor } = c.var
    const proposal = await getProposal(db, actor, idOf(c, 'merge'))
    return c.var.page({
      title: `${proposal.source} → ${proposal.target}`,
      children: <ProposalPage proposal={proposal} parties={await listParties(db, proposal.id)} today={todayOf(actor)} />,
    })
  })
  .post('/merges/:merge', act('work', 'settleMerge', 'Carry out, drop or undo a merge', SettleForm), async (c) => {
    const { db, actor, write } = c.var
    const id = idOf(c, 'merge')
    await getProposal(db, actor, id)
    const { act: chosen } = readForm(SettleForm, await bodyOf(c))
    const run = { 'carry-out': carryOutMerge, drop: dropMerge, undo: undoMerge }[chosen]
    await write((tx) => run(tx, actor, id))
    return done(
      c,
      `/merges/${id}`,
      {
        'carry-out': t.done,
        drop: t.proposalDroppedBothRequests,
        undo: t.undoneNow,
      }[chosen],
    )
  })
  .get('/requests/:request/merge', (c) => showPropose(c))
  .post('/requests/:request/merge', mergeForm, async (c) => {
    const { actor, write, db } = c.var
    const id = idOf(c, 'request')
    await getCollatedRequest(db, actor, id)
    return refusable(c, (refused) => showPropose(c, refused)).take(ProposeForm, async ({ targetId, reason }) => {
      const proposalId = await write((tx) => proposeMerge(tx, actor, id, targetId, reason))
      return done(c, `/merges/${proposalId}`, t.mergeProposedEveryone, proposalId)
    })
  })
  .get('/merge/:token', async (c) => {
    const { notice } = await noticeOf(c)
    // The link is a key to the question alone: the requests open for who may read them.
    const readable = notice ? await listReadable(c.var.db, c.var.actor, [notice.sourceId, notice.targetId]) : []
    const locale = c.var.actor.locale
    return c.var.page({
      title: notice
        ? requestWords(locale).pages.mergeTitle({ source: notice.source, target: notice.target })
        : requestWords(locale).pages.gone,
      kind: 'bare',
      status: notice ? 200 : 404,
      children: <PartyPage {...{ notice, readable, locale }} token={c.req.param('token')} />,
    })
  })
  .post('/merge/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { id, notice } = await noticeOf(c)
    if (id === undefined || !notice) throw new NotFound(refusals.thisLinkIsOutOfDate)
    const { stays } = readForm(z.object({ stays: z.enum(['yes', 'no']) }), await bodyOf(c))
    await c.var.write((tx) => decideParty(tx, c.var.actor.at, 'web', id, stays === 'yes'))
    return done(c, `/merge/${c.req.param('token')}`, requestWords(c.var.actor.locale).pages.thanks)
  })
