import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { line, lines, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isInGroup, mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getGroup } from '../queries.ts'
import { addHolding, completeHandover, endHolding, prepareHandover, withdrawHandover } from './actions.ts'
import { listOwned } from './owned.ts'
import { getHandover, knownTo, listHandovers, listHoldersAround, listHoldings } from './queries.ts'
import { handedRoles } from './rules.ts'
import { HandoverPage, HandoversPage } from './views.tsx'

const t = textsOf('groups', 'handoverPage')

const PrepareForm = z.object({ role: z.enum(handedRoles), fromId: whole(), toId: whole(), note: lines(5_000).default('') })
const HoldingForm = z.object({ role: z.enum(handedRoles), title: line(200), note: lines(2_000).default('') })

async function groupOf(c: C) {
  const group = await getGroup(c.var.db, c.req.param('group') ?? '')
  const { actor } = c.var
  if (actor.personId === null || !(isInGroup(actor, group.id) || mayAppoint(actor, group.id))) throw new NotFound(refusals.noSuchGroup)
  return group
}

async function showHandovers(c: C) {
  const { db, actor } = c.var
  const group = await groupOf(c)
  return c.var.page(
    t.handoversOf({ name: group.name }),
    <HandoversPage
      group={group}
      handovers={await listHandovers(db, group.id)}
      holders={await listHoldersAround(db, group.id, todayOf(actor))}
      holdings={await listHoldings(db, group.id)}
      mayKeep={mayAppoint(actor, group.id)}
      self={actor.personId}
    />,
  )
}

/** A role passes from one person to the next. */
export const handoverPages = pages()
  .get('/roster/:group/handovers', (c) => showHandovers(c))
  .post('/roster/:group/handovers', act('work', 'prepareRoleHandover', 'Prepare a handover', PrepareForm), async (c) => {
    const { write, actor } = c.var
    const group = await groupOf(c)
    const body = await bodyOf(c)
    if (!mayAppoint(actor, group.id) && Number(body.fromId) !== actor.personId) throw new NotFound(refusals.noSuchGroup)
    return refusable(c, () => showHandovers(c)).take(PrepareForm, async (handover) => {
      const id = await write((tx) => prepareHandover(tx, actor, group.id, handover))
      return done(c, `/handovers/${id}`, t.preparedLookItOverThenHand, id)
    })
  })
  .post('/roster/:group/holdings', act('work', 'createRoleAccount', 'Add an account of a role', HoldingForm), async (c) => {
    const { write, actor } = c.var
    const group = await groupOf(c)
    if (!mayAppoint(actor, group.id)) throw new NotFound(refusals.noSuchGroup)
    return refusable(c, () => showHandovers(c)).take(HoldingForm, async (holding) => {
      await write((tx) => addHolding(tx, actor, group.id, holding))
      return done(c, `/roster/${group.slug}/handovers`, t.writtenDown)
    })
  })
  .post('/roster/:group/holdings/:holding/end', act('work', 'deleteRoleAccount', 'Remove an account of a role'), async (c) => {
    const { write, actor } = c.var
    const group = await groupOf(c)
    await write((tx) => endHolding(tx, actor, group.id, idOf(c, 'holding')))
    return done(c, `/roster/${group.slug}/handovers`, t.takenOff)
  })
  .get('/handovers/:handover', async (c) => {
    const { db, actor, gathered } = c.var
    const handover = await getHandover(db, actor, idOf(c, 'handover'))
    const owned = handover.state === 'prepared' ? await listOwned(db, gathered.keepers, handover) : []
    return c.var.page(t.handoverTo({ taker: handover.taker }), <HandoverPage handover={handover} owned={knownTo(actor, handover, owned)} />)
  })
  .post('/handovers/:handover', act('will', 'completeHandover', 'Complete a handover'), async (c) => {
    const { write, actor, gathered } = c.var
    await write((tx) => completeHandover(tx, actor, gathered.keepers, idOf(c, 'handover')))
    return done(c, `/handovers/${idOf(c, 'handover')}`, t.handedOver)
  })
  .post('/handovers/:handover/withdraw', act('work', 'cancelHandover', 'Cancel a handover'), async (c) => {
    const { write, actor } = c.var
    const { groupSlug } = await getHandover(c.var.db, actor, idOf(c, 'handover'))
    await write((tx) => withdrawHandover(tx, actor, idOf(c, 'handover')))
    return done(c, `/roster/${groupSlug}/handovers`, t.calledOff)
  })
