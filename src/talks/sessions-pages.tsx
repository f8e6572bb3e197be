import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { dayCell } from '../lib/sheet/write.ts'
import { sendTable, type TableFile } from '../lib/ui/download.ts'
import { line, many, tick } from '../lib/ui/forms.ts'
import { act, type C, done, pages, refusable, twin } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import { answersGiven, attendanceWords, roleWords, typedInstant } from '../meetings/rules.ts'
import { dayIn } from '../time.ts'
import { listTalkGroups } from './queries.ts'
import { arrangeSession, register, unregister } from './sessions-actions.ts'
import { getArrangedSession, getSession, listProgram, listRegistrations } from './sessions-queries.ts'
import { SessionFormPage, SessionPage } from './sessions-views.tsx'

const times = textsOf('meetings', 'times')
const t = textsOf('talks', 'sessions')

const SessionForm = z.object({
  title: line(200),
  hosts: many(line(20)),
  day: z.iso.date(),
  time: z.iso.time({ precision: -1 }),
  which: z.enum(['earlier', 'later']).optional(),
  minutes: z.coerce.number().int().min(15).max(480),
  zone: zoneField(() => times.zone),
  place: line(500).default(''),
  public: tick(),
})

const slugOf = (c: C): string => c.req.param('session') ?? ''

/** The two instants of a session; what a clock change makes doubtful is said beside the time. */
function timesOf({ day, time, zone, minutes, which }: z.output<typeof SessionForm>): { startsAt: Date; endsAt: Date } {
  const startsAt = typedInstant('time', day, time, zone, which)
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
}

async function showForm(c: C) {
  const groups = (await listTalkGroups(c.var.db, c.var.actor)).filter(({ mayArrange }) => mayArrange)
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.page(
    t.scheduleASession,
    <SessionFormPage hosts={groups.map(({ id, name }) => ({ value: String(id), label: name }))} zone={c.var.actor.zone} />,
  )
}

/** Who registered, as a table that organisers take along, in their language. */
async function tableOf(c: C): Promise<TableFile> {
  const session = await getArrangedSession(c.var.db, c.var.actor, slugOf(c))
  const rows = (await listRegistrations(c.var.db, session.id)).map((one) => [
    one.name,
    one.email,
    one.organisation,
    roleWords(one.roles),
    answersGiven[one.partstat],
    one.attendance ? attendanceWords[one.attendance] : '',
    one.invitedAt && dayCell(dayIn(one.invitedAt, c.var.actor.zone)),
    one.zone,
  ])
  const { name, email, institution, roles, answer, attendance, registeredOn, zone } = t.columns
  const heads = [name, email, institution, roles, answer, attendance, registeredOn, zone]
  return { name: `${session.slug}-registrations`, title: session.title, sheet: t.registrations, heads, rows }
}

export const sessionPages = pages()
  .get('/show-and-tell/sessions/new', (c) => showForm(c))
  .post('/show-and-tell/sessions', act('work', 'scheduleTalkSession', 'Schedule a session of Show and Tell', SessionForm), async (c) => {
    const { db, write, actor } = c.var
    if (!(await listTalkGroups(db, actor)).some(({ mayArrange }) => mayArrange)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showForm(c)).take(SessionForm, async (form) => {
      const { title, zone, place } = form
      const hosts = { groupIds: form.hosts.map((id) => Number(id) || 0), communityIds: [] }
      const made = await write((tx) => arrangeSession(tx, actor, { title, zone, place, public: form.public, hosts, ...timesOf(form) }))
      return done(c, `/show-and-tell/sessions/${made.slug}`, t.sessionScheduledGroupGets, made.slug)
    })
  })
  .get('/show-and-tell/sessions/:session', async (c) => {
    const { db, actor } = c.var
    const session = await getSession(db, actor, slugOf(c))
    return c.var.page(
      session.title,
      <SessionPage
        session={session}
        program={await listProgram(db, actor, session)}
        registrations={session.mayArrange ? await listRegistrations(db, session.id) : undefined}
        signedIn={actor.personId !== null}
        now={actor.at}
      />,
    )
  })
  .post('/show-and-tell/sessions/:session/register', twin('will', 'PUT /talk-sessions/{session}/registration'), async (c) => {
    await c.var.write((tx) => register(tx, c.var.actor, slugOf(c)))
    return done(c, `/show-and-tell/sessions/${slugOf(c)}`, t.registeredGetInvitationEmail)
  })
  .post('/show-and-tell/sessions/:session/unregister', twin('will', 'DELETE /talk-sessions/{session}/registration'), async (c) => {
    await c.var.write((tx) => unregister(tx, c.var.actor, slugOf(c)))
    return done(c, `/show-and-tell/sessions/${slugOf(c)}`, t.registrationCancelledGet)
  })
  .get('/show-and-tell/sessions/:session/registrations.csv', async (c) => sendTable(c, 'csv', await tableOf(c)))
  .get('/show-and-tell/sessions/:session/registrations.xlsx', async (c) => sendTable(c, 'xlsx', await tableOf(c)))
