import { randomUUID } from 'node:crypto'
import { type Actor, program } from '../../../actor.ts'
import { loadActor } from '../../../groups/queries.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { answerInvitation, noteAttendance } from '../../../meetings/actions.ts'
import { setRule } from '../../../meetings/attendance/actions.ts'
import { fillSeries, startSeries } from '../../../meetings/core/series-actions.ts'
import { actOnLine, addItem, decideLine, saveLine } from '../../../meetings/minutes/actions.ts'
import { approveMinutes, circulateMinutes, claimMinutes } from '../../../meetings/minutes/approval-actions.ts'
import { listItems, listVersions } from '../../../meetings/minutes/queries.ts'
import { fillAgenda } from '../../../meetings/minutes/sources.ts'
import { startPoll } from '../../../meetings/polls/actions.ts'
import { answerPoll } from '../../../meetings/polls/answers-actions.ts'
import { getPoll } from '../../../meetings/polls/queries.ts'
import { getMeeting, getSeries, listInvitations, listMeetings, type Meeting } from '../../../meetings/queries.ts'
import { utcDay } from '../../../time.ts'
import { offers } from '../../offers.ts'
import { actAs } from './hand.ts'

const day = 86_400_000

interface Told {
  title: string
  minutes: number
  lines: { text: string; decision?: true; action?: true; internal?: true }[]
}

/** What was said at the meetings of the last year, the oldest first. */
const told: Told[][] = [
  [
    {
      title: 'Rollover at the turn of the term',
      minutes: 20,
      lines: [
        { text: 'Six institutions describe the same three days of copying. Northfield has timed it: 41 hours for 3,200 lists.' },
        { text: 'Rollover goes to the vendor as one request, with the figures of Northfield and Swan River.', decision: true },
        { text: 'Collect the figures of two more institutions.', action: true },
      ],
    },
    { title: 'Who speaks at the spring call', minutes: 10, lines: [{ text: 'Aoife and Jun share the slot; slides a week before.' }] },
  ],
  [
    {
      title: 'What the vendor answered on broken links',
      minutes: 15,
      lines: [
        { text: 'The answer says “in discovery” and names no date. The group wants one.' },
        { text: 'Ask again by the end of the month; without an answer it goes to the steering committee.', decision: true },
        { text: 'Talk to the product manager before the letter, so that nobody is surprised.', internal: true },
      ],
    },
    {
      title: 'Screen readers and the analytics icon',
      minutes: 15,
      lines: [
        { text: 'The label is missing in all languages, not only in English.' },
        { text: 'Test the next release with two readers.', action: true },
      ],
    },
  ],
  [
    {
      title: 'First round of the ballot',
      minutes: 25,
      lines: [
        { text: '31 institutions voted. The papers were counted twice, with the same winners.' },
        { text: 'The twenty best go to the vendor for costs; the rest is kept for next year.', decision: true },
      ],
    },
    {
      title: 'A newcomers’ hour',
      minutes: 10,
      lines: [{ text: 'Half an hour before each call, for whoever is new. Wei Lin takes the first.' }],
    },
  ],
  [
    {
      title: 'Costs of the vendor',
      minutes: 30,
      lines: [
        { text: 'Two wishes cost more than the whole year holds. The vendor proposes smaller ones.' },
        { text: 'The smaller solution of “send one citation” is good enough for all who asked.', decision: true },
        { text: 'Ask the three who wanted the whole whether the smaller one serves them.', action: true },
      ],
    },
  ],
]

async function writeLine(
  tx: Tx,
  actor: Actor,
  slug: string,
  { text, internal, decision, action }: Told['lines'][number],
  { itemId, ownerId, votesFor }: { itemId: number | null; ownerId: number | null; votesFor: number },
): Promise<void> {
  const { id } = await saveLine(tx, actor, slug, { key: randomUUID(), text, version: 0, itemId, internal: internal ?? false })
  if (decision) await decideLine(tx, actor, slug, id, { reviewOn: null, votesFor, votesAgainst: 0, abstained: 2 })
  if (action) await actOnLine(tx, actor, slug, id, { ownerId, dueOn: null })
}

const reasons = ['On the road', 'Teaching that hour', 'Ill', 'Our own release weekend']

/** Who was there: most were; some sent apologies, of which most were accepted. */
async function tickAttendance(tx: Tx, actor: Actor, { id, slug }: { id: number; slug: string }, index: number): Promise<void> {
  const people = await listInvitations(tx, id)
  await noteAttendance(
    tx,
    actor,
    slug,
    people.map(({ personId }, i) => {
      const away = (i * 7 + index * 3) % 9 === 0
      const missed = (i * 5 + index * 4) % 17 === 0
      return {
        personId,
        attendance: away ? 'apologies' : missed ? 'absent' : (i + index * 2) % 13 === 0 ? 'late' : 'present',
        reason: away ? (reasons[(i + index) % reasons.length] ?? '') : '',
        reasonAccepted: away ? (i + index) % 4 !== 0 : null,
      }
    }),
  )
}

async function holdMeeting(tx: Tx, actor: Actor, slug: string, items: Told[], index: number): Promise<void> {
  for (const { title, minutes } of items) await addItem(tx, actor, slug, { title, minutes })
  const meeting = await getMeeting(tx, actor, slug)
  const agenda = await listItems(tx, meeting)
  const people = await listInvitations(tx, meeting.id)
  await tickAttendance(tx, actor, meeting, index)
  const ownerId = people[index % people.length]?.personId ?? null
  for (const [n, { lines }] of items.entries())
    for (const line of lines)
      await writeLine(tx, actor, slug, line, { itemId: agenda[n]?.id ?? null, ownerId, votesFor: people.length - 2 })
  await circulateMinutes(tx, actor, slug)
  await approveMinutes(tx, actor, meeting.id, `person:${actor.personId}`)
  // These letters went out at the time.
  for (const { id } of await listVersions(tx, meeting.id)) await claimMinutes(tx, id, actor.at)
}

async function answerSome(tx: Tx, actor: Actor, next: Meeting): Promise<void> {
  for (const [i, { id }] of (await listInvitations(tx, next.id)).entries())
    if (i % 3 !== 2)
      await answerInvitation(tx, { ...program(actor.at), via: 'mail' }, id, {
        partstat: i % 4 === 1 ? 'tentative' : 'accepted',
        via: 'calendar',
      })
}

/** The group's year of meetings: a series every two months, what was said at the last four, the next one with its agenda, a date poll. */
export async function loadMeetings(tx: Tx, now: Date): Promise<void> {
  const coordinator = 'ines.albrecht@oldharbour.example'
  const today = await actAs(tx, coordinator, now)
  const began = new Date(now.getTime() - 1_030 * day)
  const ines = { ...today, at: began }
  const groupId = ines.grants.find((grant) => grant.role === 'coordinator')?.groupId as number
  const hosts = { groupIds: [groupId], communityIds: [] }
  const slug = await startSeries(tx, ines, {
    title: 'Working group meeting',
    hosts,
    everyN: 2,
    everyUnit: 'month',
    weekday: 4,
    nth: 3,
    firstOn: utcDay(began),
    lastOn: null,
    startsAt: '09:00',
    minutes: 60,
    zone: 'Europe/Lisbon',
    place: 'https://meet.oldharbour.example/lectio',
    agendaDays: 7,
    silentDays: 14,
    quorumPercent: 50,
    public: true,
  })
  // Its meetings are made year by year, with whoever was on the roster then.
  const series = await getSeries(tx, today, slug)
  for (let at = began.getTime(); at < now.getTime(); at += 170 * day)
    await fillSeries(tx, { ...today, at: new Date(at) }, { ...series, hosts })
  await fillSeries(tx, today, { ...series, hosts })
  const { meetings: past } = await listMeetings(tx, today, { when: 'past', seriesId: series.id, page: 1 })
  for (const [index, meeting] of past.toReversed().entries()) {
    const items = told[index - (past.length - told.length)]
    const after = { ...today, at: new Date(meeting.endsAt.getTime() + day) }
    if (items) await holdMeeting(tx, after, meeting.slug, items, index)
    else await tickAttendance(tx, after, meeting, index)
  }
  const expected = { kind: 'meeting' as const, formalOnly: false, perYear: 4, sharePercent: null, note: 'Terms of reference' }
  await setRule(tx, today, hosts, expected)
  const { meetings } = await listMeetings(tx, today, { when: 'upcoming', page: 1 })
  const [next] = meetings
  if (next) {
    await addItem(tx, today, next.slug, { title: 'Review of the year', minutes: 20 })
    await addItem(tx, today, next.slug, { title: 'Dates for next year', minutes: 10 })
    await fillAgenda(tx, today, next.slug, offers)
    await answerSome(tx, today, next)
  }
  const closesAt = new Date(now.getTime() + 7 * day)
  closesAt.setUTCHours(23, 59, 0, 0)
  const poll = await startPoll(tx, today, {
    title: 'Costing talks with the vendor',
    hosts,
    zone: 'Europe/Lisbon',
    minutes: 60,
    place: '',
    note: 'Two hours would be better, one must do.',
    closesAt,
    slots: workingDays(now, 21, 4).map((on, i) => {
      const at = new Date(on)
      at.setUTCHours([8, 9, 15, 21][i] ?? 9, 0, 0, 0)
      return at
    }),
    whom: { seats: [{ groupId, communityId: null, role: 'vendor_guest' }], people: [] },
    guestsSeeNames: true,
    public: false,
  })
  await sayDates(tx, today, poll)
}

/** So many days from a day on, without weekends. */
const workingDays = (now: Date, after: number, count: number): Date[] =>
  Array.from({ length: count + 4 }, (_, i) => new Date(now.getTime() + (after + i) * day))
    .filter((at) => at.getUTCDay() % 6 !== 0)
    .slice(0, count)

/** Most of those who are asked have said when they can; one of them left a date open. */
async function sayDates(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const { asked, slots } = await getPoll(tx, actor, slug)
  for (const [i, { personId }] of asked.entries()) {
    const person = i % 3 === 2 ? undefined : await loadActor(tx, personId, actor.at, 'web')
    const said = slots.map(({ id }, n) => [id, n === 3 && i % 2 === 0 ? null : answered[(i + n * 2) % answered.length]] as const)
    if (person) await answerPoll(tx, person, slug, { answers: new Map(said.map(([id, answer]) => [id, answer ?? null])) })
  }
}
const answered = ['yes', 'yes', 'maybe', 'yes', 'no'] as const
