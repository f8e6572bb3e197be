import * as z from 'zod'
import { lines, picked, readForm } from '../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, mailed, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { collatorsRead, listCasesOf } from './cases/queries.ts'
import { getCollatedGroup, getCollatedRequest, getRequest, listReadable, type Request } from './core/queries.ts'
import { askedGroup } from './group-choice.tsx'
import { carryOutMerge, dropMerge, proposeMerge, undoMerge } from './merging-actions.ts'
import { getProposal, listParties, listProposals, pictureMerge } from './merging-queries.ts'
import { MergesPage, ProposalPage, ProposePage } from './merging-views.tsx'
import { listPicks } from './picking-queries.ts'
import { listSupporters } from './support/queries.ts'

const t = textsOf('requests', 'merging')

const SettleForm = z.object({ act: z.enum(['carry-out', 'drop', 'undo']) })
export const ProposeForm = z.object({ targetId: picked(), reason: lines(2_000).default('') })

/** Two requests that may be one. */
export const mergeForm = act('work', 'proposeMerge', 'Propose a merge', ProposeForm)

/** The request into which one is merged; another group's is no side, and tells nothing. */
async function sideOf(c: C, source: Request, id: number) {
  const { db, actor } = c.var
  const [request] = await Promise.all((await listReadable(db, actor, [id])).map((one) => getRequest(db, actor, one)))
  if (request?.groupId !== source.groupId) return undefined
  return { request, picture: await pictureMerge(db, { sourceId: source.id, targetId: id, source: source.title, target: request.title }) }
}

async function showPropose(c: C) {
  const { db, actor } = c.var
  const request = await getCollatedRequest(db, actor, idOf(c, 'request'))
  const group = await getCollatedGroup(db, actor, { id: request.groupId })
  const [supporters, cases, picks] = await Promise.all([
    listSupporters(db, request.id),
    listCasesOf(db, request.id, collatorsRead(actor)),
    listPicks(db, actor, request.groupId),
  ])
  const into = Number(c.req.query('into')) || Number([c.var.refused?.typed.targetId].flat()[0]) || undefined
  const target = into === undefined || into === request.id ? undefined : await sideOf(c, request, into)
  const moves = { institutions: supporters.map(({ organisation }) => organisation), cases: cases.map(({ title }) => title) }
  return c.var.page(
    t.proposeAMerge,
    <ProposePage
      request={request}
      into={into}
      target={target}
      moves={moves}
      days={group.mergeDays}
      picks={picks.filter(({ id }) => id !== request.id)}
    />,
  )
}

export const mergePages = pages()
  .get('/merges', async (c) => {
    const { db, actor } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const [open, settled] = await Promise.all([
      listProposals(db, group.id, ['open']),
      listProposals(db, group.id, ['merged', 'dropped', 'undone']),
    ])
    return c.var.page(t.merges, <MergesPage {...{ group, open, settled }} />)
  })
  .get('/merges/:merge', async (c) => {
    const { db, actor } = c.var
    const proposal = await getProposal(db, actor, idOf(c, 'merge'))
    const [parties, picture] = await Promise.all([
      listParties(db, proposal.id),
      proposal.state === 'open' ? pictureMerge(db, proposal) : undefined,
    ])
    return c.var.page(
      `${proposal.source} → ${proposal.target}`,
      <ProposalPage {...{ proposal, parties, picture }} today={todayOf(actor)} />,
    )
  })
  .post('/merges/:merge', act('work', 'settleMerge', 'Carry out, drop or undo a merge', SettleForm), async (c) => {
    const { db, actor, write } = c.var
    const id = idOf(c, 'merge')
    await getProposal(db, actor, id)
    const { act: chosen } = readForm(SettleForm, await bodyOf(c))
    const run = { 'carry-out': carryOutMerge, drop: dropMerge, undo: undoMerge }[chosen]
    await write((tx) => run(tx, actor, id))
    return done(c, `/merges/${id}`, { 'carry-out': t.done, drop: t.proposalDroppedBothRequests, undo: t.undoneNow }[chosen])
  })
  .get('/requests/:request/merge', (c) => showPropose(c))
  .post('/requests/:request/merge', mergeForm, async (c) => {
    const { actor, write, db } = c.var
    const id = idOf(c, 'request')
    await getCollatedRequest(db, actor, id)
    return refusable(c, () => showPropose(c)).take(ProposeForm, async ({ targetId, reason }) => {
      const proposalId = await write((tx) => proposeMerge(tx, actor, id, targetId, reason))
      return done(c, `/merges/${proposalId}`, mailed(c, t.mergeProposedEveryone), proposalId)
    })
  })
