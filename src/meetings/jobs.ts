import { program } from '../actor.ts'
import { Refusal } from '../errors.ts'
import { claimDueDecisions } from '../groups/actions.ts'
import { findHolders, listLeaders, loadActor } from '../groups/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import type { Tx } from '../lib/db/rows.ts'
import { sealReply } from '../lib/token/seal.ts'
import { inLanguage, unsaid } from '../lib/ui/language.ts'
import { sendLetter } from '../outbox/actions.ts'
import { isAtTable } from '../policy.ts'
import type { JobContext, TaskContext } from '../task.ts'
import { claimAgenda, claimReminders, claimUntold, linkLetter, withdrawLetters } from './actions.ts'
import { syncInvitations } from './core/actions.ts'
import { findInvitation, findMeeting, type HostName, hostIds, listRunningSeries } from './core/queries.ts'
import { fillSeries } from './core/series-actions.ts'
import { listRecipients, listUntoldPeople, listUpcomingIds, type TellRow } from './core/told-queries.ts'
import { isGuest } from './invitees-rules.ts'
import { remindMeeting, tellMeetings } from './mails.ts'
import { approveMinutes, claimMinutes } from './minutes/approval-actions.ts'
import { noteListTrouble, postMinutes } from './minutes/lists-actions.ts'
import { findReadersOnList } from './minutes/lists-queries.ts'
import { agendaOut, correctionAnswered, correctionTaken, decisionsDue, itemTaken, minutesOut } from './minutes/mails.ts'
import { findSettled, listAgendasDue, listCirculated, listItems, listVersions } from './minutes/queries.ts'
import { checkedUntil, isSilent, waitsForList } from './minutes/rules.ts'
import { fillAgenda } from './minutes/sources.ts'
import { keepPolls } from './polls/jobs.ts'
import { indexMeeting } from './search-actions.ts'
import { tellOfSeries } from './series/jobs.ts'
import { recipientOf, toldOf } from './told.ts'

/** What of these is one of a series that calendars have as one entry; a guest of a single meeting has that one. */
function partRows(rows: TellRow[]) {
  const recurs = ({ seriesId, recursAt, roles }: TellRow) => seriesId !== null && recursAt !== null && !isGuest(roles)
  return { single: rows.filter((row) => !recurs(row)), recurring: Map.groupBy(rows.filter(recurs), ({ seriesId }) => seriesId ?? 0) }
}

/**
 * Tells people what their calendars do not know yet: each in one letter, whatever has changed. What is told is a state, not an event, so a
 * job that runs twice tells nobody twice.
 */
export async function tell(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  for (const personId of await listUntoldPeople(db, now())) {
    await write(async (tx) => {
      // A cancellation never overtakes its invitation: what has not left yet is taken back, and its other meetings are told anew.
      await withdrawLetters(tx, personId, now())
      const rows = await claimUntold(tx, personId, now())
      const [first] = rows
      if (!first) return
      const { single, recurring } = partRows(rows)
      for (const [seriesId, own] of recurring) await tellOfSeries(tx, { site, at: now(), to: recipientOf(first), rows: own }, seriesId)
      // Of a series of before each meeting is an entry of its own: they go together.
      for (const [, own] of Map.groupBy(single, ({ seriesId, id }) => (seriesId === null ? `one ${id}` : `series ${seriesId}`))) {
        const told = own.map((row) => toldOf(row, site))
        await linkLetter(tx, own, await sendLetter(tx, site, now(), tellMeetings(recipientOf(first), told, site.baseUrl, now())))
      }
    })
  }
}

/** Once an hour: new meetings of series, and invitations for who has joined or left since. */
export async function keepUp(_: object, { db, write, now }: TaskContext): Promise<void> {
  for (const { hosts, ...series } of await listRunningSeries(db))
    await write((tx) => fillSeries(tx, program(now()), { ...series, hosts: hostIds(hosts) }))
  for (const id of await listUpcomingIds(db, now()))
    await write(async (tx) => {
      await syncInvitations(tx, id, now())
      await indexMeeting(tx, id)
    })
  await keepPolls(write, db, now())
}

/** The day before a meeting everybody who has not declined is reminded. */
export async function remind(_: object, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    for (const row of await claimReminders(tx, now()))
      await sendLetter(tx, site, now(), {
        ...remindMeeting(recipientOf(row), toldOf(row, site), site.baseUrl),
        whileDue: { id: row.id, at: row.startsAt.toISOString() },
      })
  })
}

/** Is somebody who was invited of those whose table it is, still? All others read what the public reads. */
async function isInside(tx: Tx, { roles, personId }: TellRow, hosts: HostName[], at: Date): Promise<boolean> {
  const reader = isGuest(roles) ? undefined : await loadActor(tx, personId, at, 'mail')
  return reader !== undefined && isAtTable(reader, hostIds(hosts))
}

/** Who leads one of these groups: an agenda is filled with what they see. */
async function findLeader(tx: Tx, groupIds: readonly number[], at: Date) {
  const leaders = await Promise.all(groupIds.map((groupId) => findHolders(tx, groupId, ['coordinator', 'deputy'], at)))
  const [leader] = leaders.flat()
  return leader && loadActor(tx, leader.id, at, 'job')
}

/** Sends the agenda of each meeting whose day for it has come, filled with what waits. */
export async function sendAgendas(_: object, context: JobContext): Promise<void> {
  for (const due of await listAgendasDue(context.db, context.now())) await context.write((tx) => sendAgenda(tx, due, context))
}

async function sendAgenda(
  tx: Tx,
  { id, slug, groupIds }: Awaited<ReturnType<typeof listAgendasDue>>[number],
  { site, now, offers }: JobContext,
): Promise<void> {
  if (!(await claimAgenda(tx, id, now()))) return
  const actor = await findLeader(tx, groupIds, now())
  if (actor) await fillAgenda(tx, actor, slug, offers, program(now()))
  const items = (await listItems(tx, { id, atTable: true })).filter(({ state }) => state === 'open')
  const hosts = (await findMeeting(tx, id))?.hosts ?? []
  if (items.length === 0) return
  for (const row of await listRecipients(tx, id)) {
    const proposeTo = `reply+${sealReply(site.secret, 'agenda', row.id, row.endsAt)}@${site.mailDomain}`
    const shown = (await isInside(tx, row, hosts, now())) ? items : items.filter(({ internal }) => !internal)
    await sendLetter(tx, site, now(), agendaOut(recipientOf(row), toldOf(row, site), shown, { baseUrl: site.baseUrl, proposeTo }))
  }
}

/** Sends minutes, to check or as approved, to everybody who was invited; approved ones not to who has them from a list. */
export async function sendMinutes({ meetingId }: { meetingId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    const [version] = await listVersions(tx, meetingId)
    // Once they have gone to their list, or could not, this is done again.
    if (!meeting || !version || waitsForList(meeting) || !(await claimMinutes(tx, version.id, now()))) return
    const haveThem = await findReadersOnList(tx, meetingId, now())
    const until = checkedUntil(meeting)
    // What is inside for who has them from the list they have checked, and the list's message leads to all of it.
    for (const row of (await listRecipients(tx, meetingId)).filter(({ personId }) => !haveThem.has(personId))) {
      const text = (await isInside(tx, row, meeting.hosts, now())) ? version.text : version.publicText
      const correctTo = meeting.minutes === 'approved' ? undefined : `reply+${sealReply(site.secret, 'minutes', row.id)}@${site.mailDomain}`
      const letter = minutesOut(recipientOf(row), toldOf(row, site), { text, silentUntil: until, correctTo }, site.baseUrl)
      await sendLetter(tx, site, now(), letter)
    }
  })
}

/** Mails approved minutes to the list of their meeting, then to those who have not got them there; why they cannot go there is noted for who arranges. */
export async function minutesToList({ meetingId }: { meetingId: number }, { write, site, now }: TaskContext): Promise<void> {
  const thenOut = (tx: Tx) => enqueue(tx, 'meetings.minutesOut', { meetingId })
  try {
    await inLanguage(unsaid, () =>
      write(async (tx) => {
        await postMinutes(tx, site, meetingId, now())
        await thenOut(tx)
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await write(async (tx) => {
      await noteListTrouble(tx, meetingId, error.message)
      await thenOut(tx)
    })
  }
}

/** Minutes that nobody corrected in time count as approved. */
export async function approveSilently(_: object, { db, write, now }: TaskContext): Promise<void> {
  for (const meeting of await listCirculated(db))
    if (isSilent(meeting, meeting.openCorrections, now())) await write((tx) => approveMinutes(tx, program(now()), meeting.id, 'silence'))
}

/** Thanks somebody for an item that came by mail. */
export async function itemCame({ invitationId, itemId }: { invitationId: number; itemId: number }, { db, write, site, now }: TaskContext) {
  const invitation = await findInvitation(db, invitationId)
  const row = invitation && (await listRecipients(db, invitation.meetingId)).find(({ id }) => id === invitationId)
  const item = invitation && (await listItems(db, { id: invitation.meetingId, atTable: true })).find(({ id }) => id === itemId)
  if (!row || !item) return
  const facts = { title: item.title, proposed: item.state === 'proposed' }
  await write((tx) => sendLetter(tx, site, now(), itemTaken(recipientOf(row), toldOf(row, site), facts, site.baseUrl)))
}

/** Thanks somebody for a correction of minutes that came by mail. */
export async function correctionCame({ invitationId }: { invitationId: number }, { db, write, site, now }: TaskContext) {
  const invitation = await findInvitation(db, invitationId)
  const row = invitation && (await listRecipients(db, invitation.meetingId)).find(({ id }) => id === invitationId)
  if (row) await write((tx) => sendLetter(tx, site, now(), correctionTaken(recipientOf(row), toldOf(row, site), site.baseUrl)))
}

/** Whoever asked for a correction hears what became of it, unless they answered it themselves. */
export async function correctionSettled({ correctionId }: { correctionId: number }, { db, write, site, now }: TaskContext) {
  const asked = await findSettled(db, correctionId)
  if (!asked || asked.personId === asked.settledBy) return
  const row = (await listRecipients(db, asked.meetingId)).find(({ personId }) => personId === asked.personId)
  if (row) await write((tx) => sendLetter(tx, site, now(), correctionAnswered(recipientOf(row), toldOf(row, site), asked, site.baseUrl)))
}

/** Those who lead hear, a week before, of decisions to look at again; each of them once, in one letter for all. */
export async function remindDecisions(_: object, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const due = await claimDueDecisions(tx, now())
    const leaders = new Map<number, { person: Awaited<ReturnType<typeof listLeaders>>[number]; decisions: typeof due }>()
    for (const decision of due)
      for (const person of await listLeaders(tx, decision, now())) {
        const known = leaders.get(person.personId) ?? { person, decisions: [] }
        known.decisions.push(decision)
        leaders.set(person.personId, known)
      }
    for (const { person, decisions } of leaders.values()) await sendLetter(tx, site, now(), decisionsDue(person, decisions, site.baseUrl))
  })
}
