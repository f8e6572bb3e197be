import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { pluck } from '../../lib/pluck.ts'
import { ifSent, keeping, line, lines, tick } from '../../lib/ui/forms.ts'
import { act, type C, done, doneIf, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { listMuted } from '../../outbox/queries.ts'
import { listNamed } from '../../people/queries.ts'
import { namedFor } from '../../people/rules.ts'
import { groupsOf, isHerself, isInGroup, mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { findAsked, getGroup, listGroups } from '../queries.ts'
import { correctSeat, endSeat, inviteUnreached, removeSeat, seat, showUnasked } from './actions.ts'
import { addRoleName, removeRoleName, renameRole } from './names-actions.ts'
import { CorrectPage, RemovePage } from './names-views.tsx'
import { findSeat, findUnasked, listComingSeats, listInvitable, listPastSeats, listRoleNames, listSeats } from './queries.ts'
import { groupRoles, nameOf } from './rules.ts'
import { stepDown } from './step-down-actions.ts'
import { getOwnSeat, listTold } from './step-down-queries.ts'
import { StepDownPage } from './step-down-views.tsx'
import { EditRosterPage, RosterPage } from './views.tsx'

const t = textsOf('groups', 'rosterPage')
const words = textsOf('groups', 'roster')
const leaving = textsOf('groups', 'stepDown')

const TermForm = z.object({
  /** The key of a role, or what the group calls one. */
  role: line(60),
  formal: tick(),
  from: line(60),
  to: line(60).optional(),
  how: line(200).default(''),
})
const CorrectionForm = z.object(keeping(TermForm.shape))
const SeatForm = z.object({ email: line(254), name: line(200).default(''), ...TermForm.shape })
const NameForm = z.object({ name: line(60), role: z.enum(groupRoles), formal: tick() })
const RenameForm = z.object({ name: NameForm.shape.name, formal: ifSent(tick()) })
const StepDownForm = z.object({ toOn: z.iso.date(), note: lines(1_000).default('') })
const UnaskedForm = z.object({ shown: tick() })
const EndForm = z.object({ toOn: z.iso.date() })

async function getAppointable(c: C) {
  const group = await getGroup(c.var.db, c.req.param('group') ?? '')
  if (!mayAppoint(c.var.actor, group.id)) throw new NotFound(refusals.noSuchGroup)
  return group
}

async function showEdit(c: C) {
  const { db, actor } = c.var
  const group = await getAppointable(c)
  const day = todayOf(actor)
  const ofGroup = <T extends { groupId: number | null }>(seats: T[]) => seats.filter((one) => one.groupId === group.id)
  return c.var.page(
    t.rosterOf({ name: group.name }),
    <EditRosterPage
      group={group}
      seats={ofGroup(await listSeats(db, day))}
      coming={ofGroup(await listComingSeats(db, day))}
      past={ofGroup(await listPastSeats(db, day))}
      names={await listRoleNames(db, group.id)}
      unreached={await listInvitable(db, group.id, day)}
      unasked={await findUnasked(db, group.id)}
      now={actor.at}
    />,
  )
}

/** A term of a group, to correct or to remove. */
async function getTerm(c: C) {
  const group = await getAppointable(c)
  const held = await findSeat(c.var.db, idOf(c, 'seat'))
  if (held?.groupId !== group.id) throw new NotFound(t.termNotFound)
  return { group, held }
}

async function showTerm(c: C) {
  const { group, held } = await getTerm(c)
  return c.var.page(
    t.correctTermOf({ name: held.name }),
    <CorrectPage group={group} held={held} names={await listRoleNames(c.var.db, group.id)} />,
  )
}

async function takeForm<S extends z.ZodType>(
  c: C,
  form: string | undefined,
  schema: S,
  act: (tx: Tx, typed: z.output<S>) => Promise<unknown>,
): Promise<Response> {
  return refusable(c, () => showEdit(c), form).take(schema, async (typed) => {
    // What only changes something answers whether it did.
    const changed = (await c.var.write((tx) => act(tx, typed))) !== false
    return doneIf(c, changed, `/roster/${c.req.param('group')}/edit`, t.saved)
  })
}

async function showStepDown(c: C) {
  const { db, actor } = c.var
  const held = await getOwnSeat(db, actor, idOf(c, 'seat'))
  if (held.groupSlug !== c.req.param('group')) throw new NotFound(leaving.notYours)
  return c.var.page(
    leaving.titleOf({ role: nameOf(held.role, held.title) }),
    <StepDownPage {...{ held }} told={await listTold(db, held, actor.at)} today={todayOf(actor)} hands={isInGroup(actor, held.groupId)} />,
  )
}

export const rosterPages = pages()
  .get('/roster', async (c) => {
    const { db, actor } = c.var
    const asked = z.iso.date().safeParse(c.req.query('on'))
    const day = asked.success ? asked.data : todayOf(c.var.actor)
    const group = await findAsked(db, c.req.query('group'))
    const [all, seats, past, muted] = await Promise.all([
      listGroups(db),
      listSeats(db, day),
      listPastSeats(db, day),
      isHerself(actor) ? listMuted(db, actor.personId) : undefined,
    ])
    const groups = all.filter(({ id }) => group === undefined || id === group.id)
    const today = todayOf(actor)
    const own = isHerself(actor) ? seats.filter((one) => one.personId === actor.personId && (one.toOn === null || one.toOn >= today)) : []
    const known = await listNamed(db, actor, pluck([...seats, ...past], 'personId'))
    return c.var.page(
      words.title,
      <RosterPage
        group={group}
        groups={groups}
        seats={namedFor(actor, seats)}
        past={namedFor(actor, past)}
        day={day}
        known={new Set(pluck(known, 'id'))}
        own={new Set(pluck(own, 'id'))}
        quiet={muted && { in: groupsOf(actor), muted }}
        editable={groups.filter((group) => mayAppoint(actor, group.id)).map((group) => group.id)}
      />,
    )
  })
  .get('/roster/:group/edit', (c) => showEdit(c))
  .post('/roster/:group/seats', act('work', 'appointToSeat', 'Appoint a person to a role', SeatForm), async (c) => {
    const group = await getAppointable(c)
    return takeForm(c, undefined, SeatForm, (tx, given) => seat(tx, c.var.actor, { ...given, groupId: group.id }))
  })
  .post(
    '/roster/:group/invitations',
    act('work', 'inviteUnreached', 'Invite people of a roster whose address is not confirmed'),
    async (c) => {
      const group = await getAppointable(c)
      const count = await c.var.write((tx) => inviteUnreached(tx, c.var.actor, group.id))
      return done(c, `/roster/${group.slug}/edit`, mailed(c, t.invited({ count })))
    },
  )
  .post('/roster/:group/unasked', act('work', 'showUnasked', 'Say who reads names that are not confirmed', UnaskedForm), async (c) => {
    const group = await getAppointable(c)
    return takeForm(c, undefined, UnaskedForm, (tx, { shown }) => showUnasked(tx, c.var.actor, group.id, shown))
  })
  .get('/roster/:group/seats/:seat', (c) => showTerm(c))
  .post('/roster/:group/seats/:seat', act('work', 'correctSeat', 'Correct a term', CorrectionForm), async (c) => {
    await getAppointable(c)
    return refusable(c, () => showTerm(c)).take(CorrectionForm, async (correction) => {
      const changed = await c.var.write((tx) => correctSeat(tx, c.var.actor, idOf(c, 'seat'), correction))
      return doneIf(c, changed, `/roster/${c.req.param('group')}/edit`, t.saved)
    })
  })
  .get('/roster/:group/seats/:seat/step-down', (c) => showStepDown(c))
  .post('/roster/:group/seats/:seat/step-down', act('will', 'stepDown', 'End your own term', StepDownForm), async (c) =>
    refusable(c, () => showStepDown(c)).take(StepDownForm, async (given) => {
      const { actor, site } = c.var
      const changed = await c.var.write((tx) => stepDown(tx, site, actor, idOf(c, 'seat'), given))
      return doneIf(c, changed, `/roster#${c.req.param('group')}`, leaving.done)
    }),
  )
  .get('/roster/:group/seats/:seat/remove', async (c) => c.var.page(t.removeTerm, <RemovePage {...(await getTerm(c))} />))
  .post('/roster/:group/seats/:seat/remove', act('work', 'removeSeat', 'Remove a term that was entered by mistake'), async (c) => {
    const group = await getAppointable(c)
    await c.var.write((tx) => removeSeat(tx, c.var.actor, idOf(c, 'seat')))
    return done(c, `/roster/${group.slug}/edit`, t.termRemoved)
  })
  .post('/roster/:group/role-names', act('work', 'addRoleName', 'Add a role name', NameForm), async (c) => {
    const group = await getAppointable(c)
    return takeForm(c, 'role-name', NameForm, (tx, given) => addRoleName(tx, c.var.actor, group.id, given))
  })
  .post('/roster/:group/role-names/:name', act('work', 'renameRole', 'Rename a role', RenameForm), async (c) => {
    const group = await getAppointable(c)
    return takeForm(c, `name-${idOf(c, 'name')}`, RenameForm, (tx, given) =>
      renameRole(tx, c.var.actor, { ...given, groupId: group.id, id: idOf(c, 'name') }),
    )
  })
  .post('/roster/:group/role-names/:name/remove', act('work', 'removeRoleName', 'Remove a role name'), async (c) => {
    const group = await getAppointable(c)
    await c.var.write((tx) => removeRoleName(tx, c.var.actor, group.id, idOf(c, 'name')))
    return done(c, `/roster/${group.slug}/edit`, t.saved)
  })
  .post('/roster/:group/seats/:seat/end', act('work', 'endSeat', 'End a term', EndForm), async (c) => {
    await getAppointable(c)
    return takeForm(c, undefined, EndForm, (tx, { toOn }) => endSeat(tx, c.var.actor, idOf(c, 'seat'), toOn))
  })
