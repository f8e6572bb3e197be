import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { act } from '../../lib/ui/acts.ts'
import { type FormBody, type Refused, readForm, tick } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line } from '../../lib/ui/texts.ts'
import { done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { listMuted } from '../../outbox/queries.ts'
import { groupsOf, isHerself, mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getGroup, listGroups } from '../queries.ts'
import { endSeat, seat } from './actions.ts'
import { listPastSeats, listSeats } from './queries.ts'
import { groupRoles } from './rules.ts'
import { EditRosterPage, RosterPage } from './views.tsx'
import { rosterWords } from './words.ts'

const t = textsOf('groups', 'rosterPage')

const SeatForm = z.object({
  email: line(254),
  name: line(200).default(''),
  role: z.enum(groupRoles),
  formal: tick(),
  from: line(10),
  to: line(10).optional(),
  how: line(200).default(''),
})
const EndForm = z.object({ toOn: z.iso.date() })

async function getAppointable(c: Context<Env>) {
  const group = await getGroup(c.var.db, c.req.param('group') ?? '')
  if (!mayAppoint(c.var.actor, group.id)) throw new NotFound(refusals.noSuchGroup)
  return group
}

async function showEdit(c: Context<Env>, refused?: Refused | undefined, form: 'seat' | 'end' = 'seat') {
  const group = await getAppointable(c)
  const seats = (await listSeats(c.var.db, todayOf(c.var.actor))).filter((one) => one.groupId === group.id)
  return c.var.page({
    title: t.rosterOf({ name: group.name }),
    status: refused ? 422 : 200,
    children: <EditRosterPage group={group} seats={seats} refused={refused} form={form} />,
  })
}

async function takeForm(c: Context<Env>, form: 'seat' | 'end', act: (body: FormBody) => Promise<void>): Promise<Response> {
  return refusable(c, (refused) => showEdit(c, refused, form)).run(async (body) => {
    await act(body)
    return done(c, `/roster/${c.req.param('group')}/edit`, t.saved)
  })
}

export const rosterPages = pages()
  .get('/roster', async (c) => {
    const { db, actor } = c.var
    const asked = z.iso.date().safeParse(c.req.query('on'))
    const day = asked.success ? asked.data : todayOf(c.var.actor)
    const groups = await listGroups(db)
    return c.var.page({
      title: rosterWords(actor.locale).title,
      children: (
        <RosterPage
          groups={groups}
          seats={await listSeats(db, day)}
          past={await listPastSeats(db, day)}
          day={day}
          quiet={isHerself(actor) ? { in: groupsOf(actor), muted: await listMuted(db, actor.personId) } : undefined}
          editable={groups.filter((group) => mayAppoint(actor, group.id)).map((group) => group.id)}
        />
      ),
    })
  })
  .get('/roster/:group/edit', (c) => showEdit(c))
  .post('/roster/:group/seats', act('work', 'appointToSeat', 'Appoint a person to a role', SeatForm), async (c) => {
    const group = await getAppointable(c)
    return takeForm(c, 'seat', (body) => {
      const given = readForm(SeatForm, body)
      return c.var.write((tx) => seat(tx, c.var.actor, { ...given, groupId: group.id }))
    })
  })
  .post('/roster/:group/seats/:seat/end', act('work', 'endSeat', 'End a term', EndForm), async (c) => {
    await getAppointable(c)
    return takeForm(c, 'end', (body) => {
      const { toOn } = readForm(EndForm, body)
      return c.var.write((tx) => endSeat(tx, c.var.actor, idOf(c, 'seat'), toOn))
    })
  })
