import { program } from '../actor.ts'
import type { Site } from '../config.ts'
import { findHolders } from '../groups/queries.ts'
import type { Db, Tx } from '../lib/db/rows.ts'
import { renderPdf } from '../lib/print/pdf.ts'
import { sealToken } from '../lib/token/seal.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findReader, listReaders } from '../people/queries.ts'
import type { TaskContext } from '../task.ts'
import {
  type Addressee,
  certificateOf,
  proposalCame,
  proposalDecided,
  recordingGone,
  scheduledLetter,
  slotLetter,
  type ToldSlot,
  thankYou,
} from './mails.ts'
import { findSpeaker, findTalk, listTalksToTurn, listToThank, type SpeakerRow } from './queries.ts'
import { markProposerTold, markTold, turnTalk } from './slots-actions.ts'
import { listProposersToTell, listSpeakersToTell } from './slots-queries.ts'

const hour = 3_600_000
const day = 24 * hour

const leadersOf = (db: Db, groupId: number, at: Date): Promise<Addressee[]> => findHolders(db, groupId, ['coordinator', 'deputy'], at)

const pageOf = (site: Site, slug: string): string => `${site.baseUrl}/show-and-tell/${slug}`

/** Who proposed a talk and who speaks in it, each once, as far as they can be written to. */
async function concerned(tx: Tx, talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>): Promise<Addressee[]> {
  const ids = new Set([talk.proposedBy, ...talk.speakers.map(({ personId }) => personId)].flatMap((id) => id ?? []))
  const people = await Promise.all([...ids].map((id) => findReader(tx, id)))
  const guests = talk.speakers.filter(({ personId, email }) => personId === null && email !== '')
  return [
    ...people.flatMap((one) => (one ? [{ personId: one.id, name: one.name, email: one.email, locale: one.locale, zone: null }] : [])),
    ...guests.map(({ name, email }) => ({ name, email, locale: talk.language, zone: null })),
  ]
}

/** Those who decide hear of a proposal. */
export async function proposed({ talkId }: { talkId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const talk = await findTalk(tx, talkId)
    if (talk?.state !== 'proposed') return
    const who = talk.proposer ?? talk.group
    const facts = { ...talk, who, link: pageOf(site, talk.slug) }
    for (const leader of await leadersOf(tx, talk.groupId, now()))
      if (leader.personId !== talk.proposedBy) await sendLetter(tx, site, now(), proposalCame(leader, facts))
  })
}

/** Who proposed or speaks hears what became of it; a decision that was changed since is told by its own job. */
export async function decided({ talkId, at }: { talkId: number; at: string }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const talk = await findTalk(tx, talkId)
    if (!talk || (talk.state !== 'accepted' && talk.state !== 'declined' && talk.state !== 'withdrawn')) return
    if (talk.decidedAt?.toISOString() !== at) return
    const { state } = talk
    const facts = { ...talk, state, link: pageOf(site, talk.slug) }
    const reached = await concerned(tx, talk)
    // Whose programme has a gap then hears of it too, unless they are among those.
    const leaders = state === 'withdrawn' ? await leadersOf(tx, talk.groupId, now()) : []
    const known = new Set(reached.map(({ personId }) => personId))
    // Who has withdrawn their own talk knows.
    for (const to of [...reached, ...leaders.filter(({ personId }) => !known.has(personId))])
      if (state !== 'withdrawn' || to.personId === undefined || to.personId !== talk.decidedBy)
        await sendLetter(tx, site, now(), proposalDecided(to, facts))
  })
}

const addressee = (row: SpeakerRow): Addressee => ({
  ...(row.personId === null ? {} : { personId: row.personId }),
  name: row.name,
  email: row.email,
  locale: row.locale ?? row.language,
  zone: row.personZone,
})

type Due = Awaited<ReturnType<typeof listSpeakersToTell>>[number]

const toldOf = (row: SpeakerRow, { startsAt, askedFor }: Due, site: Site): ToldSlot => ({
  ...row,
  startsAt,
  moved: askedFor !== null,
  zone: row.zone ?? 'UTC',
  place: row.place ?? '',
  consentLink: `${site.baseUrl}/speaker/${sealToken(site.secret, 'talkConsent', row.id)}`,
  // A guest has no account: their link is their page.
  page: row.personId === null ? `${site.baseUrl}/speaker/${sealToken(site.secret, 'talkConsent', row.id)}` : pageOf(site, row.slug),
  consentOpen: row.consent === 'open',
})

const same = (told: Date | null, startsAt: Date): boolean => told !== null && +told === +startsAt

/** Which letter a speaker lacks of their slot, if any: what is told is a state, so a moved slot is told anew and nothing twice. */
function lacking(row: Due, at: Date): 'slot' | 'week' | 'day' | undefined {
  const left = row.startsAt.getTime() - at.getTime()
  if (!same(row.askedFor, row.startsAt)) return 'slot'
  // Who got the slot only just now needs no reminder of it.
  const since = at.getTime() - (row.scheduledAt?.getTime() ?? 0)
  if (left <= day && !same(row.dayToldFor, row.startsAt) && since > 12 * hour) return 'day'
  if (left <= 7 * day && left > day && !same(row.weekToldFor, row.startsAt) && since > day) return 'week'
  return undefined
}

/** Who proposed a talk and does not speak in it hears of its date, and of another one. */
async function tellProposers({ db, write, site, now }: TaskContext): Promise<void> {
  for (const seen of await listProposersToTell(db, now()))
    await write(async (tx) => {
      // It may have lost its slot meanwhile, or have another.
      const due = (await listProposersToTell(tx, now())).find(({ id }) => id === seen.id)
      if (!due) return
      const { id, proposedBy, proposerToldFor, ...talk } = due
      if (!(await markProposerTold(tx, id, talk.startsAt))) return
      const [to] = await listReaders(tx, [proposedBy ?? 0])
      const told = { ...talk, moved: proposerToldFor !== null, page: pageOf(site, talk.slug) }
      if (to) await sendLetter(tx, site, now(), scheduledLetter(to, told))
    })
}

/** Speakers hear of their slots, and again a week and a day before; who proposed a talk, of its date. */
export async function tellSlots(_: object, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  for (const seen of await listSpeakersToTell(db, now()))
    await write(async (tx) => {
      const [due] = (await listSpeakersToTell(tx, now())).filter(({ id }) => id === seen.id)
      const kind = due && lacking(due, now())
      const row = kind && (await findSpeaker(tx, due.id))
      if (!row) return
      const told = { slot: { askedFor: due.startsAt }, week: { weekToldFor: due.startsAt }, day: { dayToldFor: due.startsAt } }[kind]
      await markTold(tx, due.id, told)
      // Who speaks no more by and by knows the day all the same.
      if (kind === 'slot' && row.personId !== null && row.personId === row.proposedBy) await markProposerTold(tx, row.talkId, due.startsAt)
      const whileDue = { id: row.id, at: due.startsAt.toISOString() }
      if (row.email) await sendLetter(tx, site, now(), { ...slotLetter(addressee(row), toldOf(row, due, site), kind), whileDue })
    })
  await tellProposers(context)
}

/** What the hours do: talks are given, lose a slot with its meeting, and their speakers are thanked a day later. */
export async function turn(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  for (const { id } of await listTalksToTurn(db, now())) await write((tx) => turnTalk(tx, program(now()), id))
  await tellSlots({}, context)
  for (const { id } of await listToThank(db, now())) await write((tx) => thank(tx, id, context))
}

async function thank(tx: Tx, speakerId: number, { site, now }: TaskContext): Promise<void> {
  const row = await findSpeaker(tx, speakerId)
  if (!row || row.thankedAt !== null || row.givenOn === null) return
  await markTold(tx, speakerId, { thankedAt: now() })
  if (!row.email) return
  const page = pageOf(site, row.slug)
  await sendLetter(tx, site, now(), thankYou(addressee(row), { ...row, page }, renderPdf(certificateFor(row, row.givenOn, page))))
}

const certificateFor = (row: SpeakerRow, givenOn: string, page: string) =>
  certificateOf(row.locale ?? row.language, { ...row, givenOn, session: row.meetingTitle ?? '', page })

/** Those who arrange hear where a recording lies whose consent was taken back. */
export async function recordingWithdrawn(
  { talkId, speakerId, url }: { talkId: number; speakerId: number; url: string },
  { write, site, now }: TaskContext,
): Promise<void> {
  await write(async (tx) => {
    const [talk, speaker] = [await findTalk(tx, talkId), await findSpeaker(tx, speakerId)]
    if (!talk || !speaker) return
    const facts = { ...talk, who: speaker.name, url, page: pageOf(site, talk.slug) }
    for (const leader of await leadersOf(tx, talk.groupId, now())) await sendLetter(tx, site, now(), recordingGone(leader, facts))
  })
}
