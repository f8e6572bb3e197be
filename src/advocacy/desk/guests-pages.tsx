import * as z from 'zod'
import { refuse } from '../../errors.ts'
import { listStandIns } from '../../groups/queries.ts'
import { line, mailAddress, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { visibilities } from '../../requests/rules.ts'
import { todayOf } from '../../time.ts'
import { ledGroup, slugOf } from '../group-pages.tsx'
import { listGuests } from '../queries.ts'
import { setVendorRule } from './actions.ts'
import { GuestsPage } from './guests.tsx'
import { endGuest, inviteGuest } from './guests-actions.ts'

const t = textsOf('advocacy', 'desk')
const standIns = textsOf('advocacy', 'standIns')

const EndForm = z.object({ group: line(40).optional() })
const amount = (least: number, most: number, error: () => string) =>
  z
    .string()
    .regex(/^\d{1,4}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })
const Rule = z.object({
  group: line(40),
  answerMonths: amount(1, 24, () => t.rule.months),
  remindDays: line(40)
    .regex(/^\d{1,2}(\s*,\s*\d{1,2}){0,5}$/, { error: () => t.rule.reminders })
    .transform((days) => [...new Set(days.split(',').map((one) => Number(one.trim())))].filter((one) => one > 0)),
  readers: z.enum(visibilities),
  holdDays: amount(0, 365, () => t.rule.hold),
})
const day = z.iso.date().optional()
const Guest = z.object({ group: line(40), name: line(200), email: mailAddress(), termId: whole().optional(), fromOn: day, toOn: day })

/** The package that waits for a guest, where somebody came from one. */
const briefOf = (c: C): string | undefined => /^\d{1,15}$/.exec(c.req.query('brief') ?? '')?.[0]

async function showGuests(c: C, slug: string | undefined) {
  const { db, actor } = c.var
  const group = await ledGroup(c, slug)
  const guests = (await listGuests(db, group.id, actor.at)).filter(({ standIn }) => !standIn)
  const inPlaces = await listStandIns(db, group.id, todayOf(actor))
  const { for: termId, name = '', email = '', fromOn = '', toOn = '' } = c.req.query()
  const guest = guests.find(({ appointmentId }) => String(appointmentId) === termId)
  const inPlace = guest && { termId: String(guest.appointmentId), guest: guest.name, asked: { name, email, fromOn, toOn } }
  return c.var.page(
    t.guestsOf({ vendor: group.vendor }),
    <GuestsPage {...{ group, guests, inPlace, brief: briefOf(c) }} standIns={inPlaces} />,
  )
}

/** The days on which somebody is invited in a guest's place, where that was asked. */
function inPlaceOf({ termId, fromOn, toOn }: Pick<z.output<typeof Guest>, 'termId' | 'fromOn' | 'toOn'>) {
  if (termId === undefined) return undefined
  if (fromOn === undefined) return refuse('fromOn', standIns.chooseDays)
  return { termId, fromOn, toOn: toOn ?? refuse('toOn', standIns.chooseDays) }
}

/** Who is the vendor’s guest of a group, and how the two work together. */
export const deskGuestPages = pages()
  .get('/desk/guests', (c) => showGuests(c, c.req.query('group')))
  .post('/desk/guests', act('work', 'inviteVendorGuest', 'Invite a guest of the vendor', Guest), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showGuests(c, group.slug), 'guest').take(Guest, async ({ name, email, ...place }) => {
      const inPlace = inPlaceOf(place)
      await c.var.write((tx) => inviteGuest(tx, c.var.actor, group.id, { name, email, inPlace }))
      // Who came from a package that nobody could get goes on with it.
      const brief = briefOf(c)
      return done(c, brief ? `/briefs/${brief}/hand-over` : `/desk/guests?group=${group.slug}`, t.guestInvitedTheyGetEmail({ name }))
    })
  })
  .post('/desk/guests/:appointment/end', act('work', 'endGuestRole', 'End the role of a guest', EndForm), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    await c.var.write((tx) => endGuest(tx, c.var.actor, group.id, idOf(c, 'appointment')))
    return done(c, `/desk/guests?group=${group.slug}`, t.guestRoleEnded)
  })
  .post('/desk/rule', act('work', 'setVendorRule', 'Set how group and vendor work together', Rule), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showGuests(c, group.slug), 'rule').take(Rule, async ({ group: _, ...rule }) => {
      await c.var.write((tx) => setVendorRule(tx, c.var.actor, group.id, rule))
      return done(c, `/desk/guests?group=${group.slug}`, t.saved)
    })
  })
