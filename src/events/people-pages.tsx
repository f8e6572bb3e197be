import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { dayCell } from '../lib/sheet/write.ts'
import { sendTable, type TableFile } from '../lib/ui/download.ts'
import { line, lines, mailAddress, orEmpty, orNone } from '../lib/ui/forms.ts'
import { Titled } from '../lib/ui/parts.tsx'
import { act, type C, done, pages, refusable, twin } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { slugOf } from './pages.tsx'
import { addParticipant, notePresence, sayComing } from './people-actions.ts'
import { findOwnParticipation, listParticipations } from './people-queries.ts'
import { ComingForm, PeoplePage, rolesOf } from './people-views.tsx'
import { getArrangedEvent, getEvent, getInnerEvent } from './queries.ts'

const t = textsOf('events', 'people')

const ComingBody = z.object({
  answer: z.enum(['coming', 'online', 'not_coming']),
  fromOn: orNone(z.iso.date()),
  toOn: orNone(z.iso.date()),
  reason: orEmpty(lines(500)),
})
const AddForm = z.object({ email: mailAddress(), role: line(100).default('') })
const presence = z.enum(['in_person', 'online', 'apologies', 'absent'])

// `p7` what happened with person 7, `r7` why.
const PresenceBody = z.object({}).catchall(line(500).optional())

async function showPeople(c: C) {
  const { db, actor } = c.var
  const event = await getInnerEvent(db, actor, slugOf(c))
  return c.var.page(
    t.participants({ title: event.title }),
    <PeoplePage event={event} people={await listParticipations(db, event.id)} begun={event.firstOn <= todayOf(actor)} />,
  )
}

/** Who takes part, as a table that organisers take along, in their language. */
async function tableOf(c: C): Promise<TableFile> {
  const event = await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))
  const rows = (await listParticipations(c.var.db, event.id)).map((one) => [
    one.name,
    one.email,
    one.organisation,
    rolesOf(one),
    one.expected ? t.expected : '',
    t.answers[one.answer],
    dayCell(one.fromOn),
    dayCell(one.toOn),
    one.presence === null ? '' : t.presences[one.presence],
    one.reason,
  ])
  const { name, email, institution, roles, expected, answer, from, to, presence: attendance, reason } = t.columns
  const heads = [name, email, institution, roles, expected, answer, from, to, attendance, reason]
  return { name: `${event.slug}-people`, title: event.title, sheet: t.people, heads, rows }
}

export const eventPeoplePages = pages()
  .post('/events/:event/answer', twin('will', 'PUT /events/{event}/answer'), async (c) => {
    const { db, write, actor } = c.var
    const event = await getEvent(db, actor, slugOf(c))
    const asked = event.atTable || event.mayPropose || (await findOwnParticipation(db, event.id, actor.personId)) !== undefined
    if (actor.personId === null || !asked) throw new NotFound(t.eventNotFound)
    const again = async () => {
      const own = await findOwnParticipation(db, event.id, actor.personId ?? 0)
      return c.var.page(
        event.title,
        <Titled title={event.title} meta={<a href={`/events/${event.slug}`}>{t.events}</a>}>
          <ComingForm event={event} own={own} />
        </Titled>,
      )
    }
    return refusable(c, again).take(ComingBody, async (coming) => {
      await write((tx) => sayComing(tx, actor, event.slug, coming))
      return done(c, `/events/${event.slug}`, t.answerSaved)
    })
  })
  .get('/events/:event/people', (c) => showPeople(c))
  .post('/events/:event/people', act('work', 'recordEventAttendance', 'Record attendance at an event', PresenceBody), async (c) => {
    const { db, write, actor } = c.var
    const event = await getArrangedEvent(db, actor, slugOf(c))
    return refusable(c, () => showPeople(c), 'presence').take(PresenceBody, async (typed) => {
      const noted = (await listParticipations(db, event.id)).flatMap((one) => {
        const [was, why] = [`p${one.personId}`, `r${one.personId}`]
        if (!(was in typed || why in typed)) return []
        return [
          {
            personId: one.personId,
            presence: was in typed ? (presence.safeParse(typed[was]).data ?? null) : one.presence,
            reason: why in typed ? (typed[why] ?? '') : one.reason,
          },
        ]
      })
      await write((tx) => notePresence(tx, actor, event.slug, noted))
      return done(c, `/events/${event.slug}/people`, t.noted)
    })
  })
  .post('/events/:event/people/add', act('work', 'addEventParticipant', 'Add a participant', AddForm), async (c) => {
    const { db, write, actor } = c.var
    const event = await getArrangedEvent(db, actor, slugOf(c))
    return refusable(c, () => showPeople(c), 'add').take(AddForm, async ({ email, role }) => {
      await write((tx) => addParticipant(tx, actor, event.slug, { email, role }))
      return done(c, `/events/${event.slug}/people`, t.added)
    })
  })
  .get('/events/:event/people.csv', async (c) => sendTable(c, 'csv', await tableOf(c)))
  .get('/events/:event/people.xlsx', async (c) => sendTable(c, 'xlsx', await tableOf(c)))
