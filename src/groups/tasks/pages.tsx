import * as z from 'zod'
import { Invalid, NotFound, Overtaken } from '../../errors.ts'
import { type FormBody, keeping, line, lines, typedIn, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pageOf, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getGroup, listOpenGroups } from '../queries.ts'
import { addGroupAction, changeAction, reopenAction, settleAction } from './actions.ts'
import { getAction, listActions, listOwners, listOwnersIn } from './queries.ts'
import { followed, readShown, type Shown, shownOf } from './rules.ts'
import { ActionPage, ActionsPage } from './views.tsx'

const t = textsOf('groups', 'tasksPage')

const facts = {
  title: line(300),
  note: lines(5_000).default(''),
  ownerId: whole().optional(),
  dueOn: z.iso.date().optional(),
}
export const NewForm = z.object({ group: line(40), ...facts })
const ChangeForm = z.object({ ...keeping(facts), asShown: lines(40_000).optional() })
const SettleForm = z.object({ state: z.enum(['done', 'dropped', 'open']), outcome: lines(2_000).default('') })

const views = ['mine', 'group', 'settled'] as const
async function showActions(c: C) {
  const { db, actor } = c.var
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const groups = (await listOpenGroups(db)).filter((group) => mayCollate(actor, group.id))
  const ids = groups.map(({ id }) => id)
  const owners = await listOwnersIn(db, ids, actor.at)
  const view = views.find((one) => one === c.req.query('view')) ?? 'mine'
  const page = pageOf(c)
  const filter =
    view === 'mine' ? { state: 'open' as const, ownerId: actor.personId } : { state: view === 'group' ? ('open' as const) : undefined }
  const found =
    view === 'settled' ? await listActions(db, actor, { settled: true }, { page }) : await listActions(db, actor, filter, { page })
  return c.var.page(t.actions, <ActionsPage view={view} found={found} page={page} groups={groups} owners={owners} today={todayOf(actor)} />)
}

async function showAction(c: C, overtaken?: { seen: Shown; typed: Partial<Shown> }) {
  const { db, actor } = c.var
  const action = await getAction(db, actor, idOf(c, 'action'))
  const owners = action.groupId === null ? [] : await listOwners(db, action.groupId, actor.at)
  return c.var.page(
    action.title,
    <ActionPage
      {...{ action, owners }}
      today={todayOf(actor)}
      overtaken={overtaken && { seen: overtaken.seen, values: followed(overtaken.typed, overtaken.seen, shownOf(action)) }}
    />,
    { status: overtaken ? 409 : c.var.refused ? 422 : 200 },
  )
}

/** Somebody else changed the task meanwhile: what they changed is said, and the form holds what was typed. */
async function showOvertaken(c: C, body: FormBody, seen: Shown) {
  const typed = Object.fromEntries(
    Object.entries(typedIn(body)).map(([name, value]) => [name, [value].flat()[0]?.replaceAll('\r\n', '\n')]),
  )
  return showAction(c, { seen, typed })
}

/** A task of a group, written down. */
export const addTaskForm = twin('work', 'POST /groups/{group}/actions')

/** What people have said that they would do. */
export const taskPages = pages()
  .get('/actions', (c) => showActions(c))
  .post('/actions', addTaskForm, async (c) => {
    const { db, write, actor } = c.var
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showActions(c)).take(NewForm, async ({ group: slug, ...action }) => {
      const group = await getGroup(db, slug)
      if (!mayCollate(actor, group.id)) throw new Invalid(refusals.chooseAgain, { group: t.chooseOneOfYourGroups })
      await write((tx) => addGroupAction(tx, actor, { ...action, groupId: group.id }))
      return done(c, '/actions?view=group', t.writtenDown)
    })
  })
  .get('/actions/:action', (c) => showAction(c))
  .post('/actions/:action', act('work', 'editTask', 'Edit a task', ChangeForm), async (c) => {
    const { write, actor } = c.var
    await getAction(c.var.db, actor, idOf(c, 'action'))
    return refusable(c, () => showAction(c)).take(ChangeForm, async ({ asShown, ...change }) => {
      const seen = readShown(asShown)
      try {
        await write((tx) => changeAction(tx, actor, idOf(c, 'action'), change, seen))
        return done(c, `/actions/${idOf(c, 'action')}`, t.saved)
      } catch (error) {
        if (seen && error instanceof Overtaken && !c.var.answer) return showOvertaken(c, await bodyOf(c), seen)
        throw error
      }
    })
  })
  .post('/actions/:action/settle', twin('work', 'POST /actions/{action}/state'), async (c) => {
    const { write, actor } = c.var
    await getAction(c.var.db, actor, idOf(c, 'action'))
    return refusable(c, () => showAction(c)).take(SettleForm, async ({ state, outcome }) => {
      await write((tx) =>
        state === 'open' ? reopenAction(tx, actor, idOf(c, 'action')) : settleAction(tx, actor, idOf(c, 'action'), state, outcome),
      )
      return done(c, '/actions', state === 'done' ? t.markedDone : state === 'dropped' ? t.markedDropped : t.taskReopened)
    })
  })
