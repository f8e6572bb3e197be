import type { Context } from 'hono'
import * as z from 'zod'
import { act } from '../lib/ui/acts.ts'
import { TextArea } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import { picked, type Refused, readForm } from '../lib/ui/forms.ts'
import { Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, PostButton, Section, State } from '../lib/ui/parts.tsx'
import { type Pickable, Picker } from '../lib/ui/picker.tsx'
import { lines } from '../lib/ui/texts.ts'
import { Day, Time } from '../lib/ui/time.tsx'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { collatorsRead, listCasesOf } from './cases/queries.ts'
import { getCollatedGroup, getCollatedRequest, getRequest, listReadable, type Request, type RequestGroup } from './core/queries.ts'
import { askedGroup } from './group-choice.tsx'
import { carryOutMerge, dropMerge, proposeMerge, undoMerge } from './merging-actions.ts'
import { type findProposal, getProposal, listParties, listProposals, pictureMerge } from './merging-queries.ts'
import { whyNotCarryOut } from './merging-rules.ts'
import { MergePicture, type Picture, Side, SideText } from './merging-sides.tsx'
import { requestPath } from './parts.tsx'
import { listPicks } from './picking-queries.ts'
import { listSupporters } from './support/queries.ts'
import { RequestTabs } from './views.tsx'

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
  target?: { request: Request; institutions: number; cases: number; picture: Picture } | undefined
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
        <>
          <MergePicture picture={target.picture} />
          <div class="side-by-side">
            <Side request={request} institutions={moves.institutions.length} cases={moves.cases.length} />
            <Side {...target} />
          </div>
        </>
      )}
      {list(t.institutionsThatWillMove, moves.institutions)}
      {list(t.userCasesWillMove, moves.cases)}
    </>
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
  picture,
  today,
}: {
  proposal: Proposal
  /** While it is open. */
  picture: Picture | undefined
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
      {picture && <MergePicture picture={picture} />}
      <Section title={t.thoseConcerned}>
        {parties.length === 0 ? (
          <Empty title={t.firstRequestHasNoSupport} />
        ) : (
          <Table
            caption={t.thoseConcerned}
            hideCaption
            terse
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
        <SideText id={proposal.sourceId} title={proposal.source} text={proposal.sourceText} />
        <SideText id={proposal.targetId} title={proposal.target} text={proposal.targetText} />
      </div>
    </>
  )
}

/** The request into which one is merged; another group's is no side, and tells nothing. */
async function sideOf(c: C, source: Request, id: number) {
  const { db, actor } = c.var
  const [request] = await Promise.all((await listReadable(db, actor, [id])).map((one) => getRequest(db, actor, one)))
  if (request?.groupId !== source.groupId) return undefined
  const [supporters, cases, picture] = await Promise.all([
    listSupporters(db, id),
    listCasesOf(db, id, collatorsRead(actor)),
    pictureMerge(db, source.id, id),
  ])
  return { request, institutions: supporters.length, cases: cases.length, picture }
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
  const target = into === undefined || into === request.id ? undefined : await sideOf(c, request, into)
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

export const mergePages = pages()
  .get('/merges', async (c) => {
    const { db, actor } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const [open, settled] = await Promise.all([
      listProposals(db, group.id, ['open']),
      listProposals(db, group.id, ['merged', 'dropped', 'undone']),
    ])
    return c.var.page({ title: t.merges, children: <MergesPage {...{ group, open, settled }} /> })
  })
  .get('/merges/:merge', async (c) => {
    const { db, actor } = c.var
    const proposal = await getProposal(db, actor, idOf(c, 'merge'))
    const [parties, picture] = await Promise.all([
      listParties(db, proposal.id),
      proposal.state === 'open' ? pictureMerge(db, proposal.sourceId, proposal.targetId) : undefined,
    ])
    return c.var.page({
      title: `${proposal.source} → ${proposal.target}`,
      children: <ProposalPage {...{ proposal, parties, picture }} today={todayOf(actor)} />,
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
