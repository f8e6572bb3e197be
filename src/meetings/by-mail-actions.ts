import type { Actor } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import type { Site } from '../config.ts'
import { Conflict, NotFound } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { whereToAnswerAgain } from '../lib/db/occasion.ts'
import type { Tx } from '../lib/db/rows.ts'
import { wholly } from '../lib/db/wholly.ts'
import type { Locale } from '../lib/ui/format.ts'
import { inLanguage } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { mayConfirm, sendLetter, tellNotDone } from '../outbox/actions.ts'
import { findReader } from '../people/queries.ts'
import { answerInvitation } from './actions.ts'
import { isNoted, type Noted, over, readProposal, readWords, unclear } from './by-mail-rules.ts'
import { findInvitation } from './core/queries.ts'
import { listRecipients } from './core/told-queries.ts'
import { answerNoted } from './mails.ts'
import { addItem } from './minutes/actions.ts'
import { askCorrection } from './minutes/approval-actions.ts'
import { seriesNoted } from './series/mails.ts'
import { findSeriesTold } from './series/queries.ts'
import { nameHosts, recipientOf, toldOf } from './told.ts'

const t = textsOf('meetings', 'byMail')

/** Somebody who is invited, and to what. */
interface Reader {
  actor: Actor
  slug: string
}

/** Whose invitation it is, while they are invited. */
async function readerOf(tx: Tx, { id, at }: MailedAnswer<'agenda' | 'calendar' | 'minutes'>): Promise<Reader | undefined> {
  const invitation = await findInvitation(tx, id)
  if (!invitation || invitation.withdrawnAt !== null) return undefined
  const actor = await loadActor(tx, invitation.personId, at, 'mail')
  return actor && { actor, slug: invitation.slug }
}

/** What becomes of an answer: nothing where it says nothing, or is not theirs to give. */
async function take<Said>(
  tx: Tx,
  answer: MailedAnswer<'agenda' | 'minutes'>,
  said: Said | undefined,
  act: (reader: Reader, said: Said) => Promise<string>,
): Promise<string> {
  const reader = await readerOf(tx, answer)
  if (!reader) return 'dropped: not invited any more'
  if (said === undefined) return 'dropped: an answer without words'
  return act(reader, said).catch((error: unknown) => {
    if (error instanceof NotFound) return 'dropped: not theirs to answer'
    throw error
  })
}

/**
 * Takes an answer to the mailed agenda: its first line is an item, the rest what to know about it. Those who arrange put it on the agenda,
 * others propose it.
 * @param text without what it quotes
 * @returns what became of it, for the queue's page
 * @throws Conflict where the meeting is over or cancelled, which whoever wrote is told
 */
export async function takeProposal(tx: Tx, answer: MailedAnswer<'agenda'>, text: string): Promise<string> {
  return take(tx, answer, readProposal(text), async ({ actor, slug }, item) => {
    const itemId = await wholly(tx, () => addItem(tx, actor, slug, item))
    await enqueue(tx, 'meetings.itemTaken', { invitationId: answer.id, itemId })
    return 'an item for the agenda'
  })
}

/**
 * Takes an answer to minutes that were sent for checking: what it says is to be corrected.
 * @param text without what it quotes
 * @returns what became of it, for the queue's page
 * @throws Conflict while nobody checks them, which whoever wrote is told: their correction is nowhere then
 */
export async function takeCorrection(tx: Tx, answer: MailedAnswer<'minutes'>, text: string): Promise<string> {
  return take(tx, answer, text.trim().slice(0, 5_000) || undefined, async ({ actor, slug }, said) => {
    await wholly(tx, () => askCorrection(tx, actor, slug, said))
    await enqueue(tx, 'meetings.correctionTaken', { invitationId: answer.id })
    return 'a correction of the minutes'
  })
}

/**
 * Takes an answer in words to an invitation: yes, no or perhaps, and whatever else it says to the others.
 * @param text without what it quotes
 * @returns what became of it, for the queue's page
 */
export async function takeWords(tx: Tx, answer: MailedAnswer<'calendar'>, text: string): Promise<string> {
  const reader = await readerOf(tx, answer)
  if (!reader) return 'dropped: not invited any more'
  const said = readWords(text)
  if (!said) return unclear
  try {
    await inLanguage(reader.actor.locale as Locale, () =>
      wholly(tx, () => answerInvitation(tx, reader.actor, answer.id, { ...said, via: 'mail' })),
    )
    return said.partstat
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await tellNotDone(
      tx,
      { email: answer.from, why: error.message, path: `/meetings/${reader.slug}`, locale: reader.actor.locale },
      answer.at,
    )
    return 'dropped: the meeting is over or cancelled'
  }
}

type Invited = MailedAnswer<'calendar'> | MailedAnswer<'series'>

/** Confirms to who answered an invitation in words what was noted, at the address that they wrote from. A program asks for no such letter. */
async function tellNoted(tx: Tx, site: Site, answer: Invited, partstat: Noted, at: Date): Promise<void> {
  const { id, from: email } = answer
  if (!(await mayConfirm(tx, email, at))) return
  if (answer.purpose === 'series') {
    const told = await findSeriesTold(tx, id)
    const reader = told && (await findReader(tx, told.personId))
    const replyTo = whereToAnswerAgain(site)
    if (!reader) return
    const host = nameHosts(reader.locale, told.hosts)
    const noted = { ...told, host, partstat, replyTo }
    await sendLetter(tx, site, at, seriesNoted({ ...reader, personId: reader.id, email }, noted, site.baseUrl))
    return
  }
  const invitation = await findInvitation(tx, id)
  const row = invitation && (await listRecipients(tx, invitation.meetingId)).find((one) => one.id === id)
  if (row) await sendLetter(tx, site, at, answerNoted({ ...recipientOf(row), email }, toldOf(row, site)))
}

/** Tells who answered an invitation in words why nothing came of them: they say neither yes nor no, or nothing is to come. */
async function tellWhyNot(tx: Tx, answer: Invited, fate: string): Promise<void> {
  if (fate !== unclear && fate !== over) return
  const series = answer.purpose === 'series'
  const asked = await (series ? findSeriesTold(tx, answer.id) : findInvitation(tx, answer.id))
  const reader = asked && (await findReader(tx, asked.personId))
  if (!reader) return
  const why = inLanguage(reader.locale as Locale, () => (fate === over ? t.seriesIsOver : t.neitherYesNorNo))
  await tellNotDone(
    tx,
    { email: answer.from, why, path: `/${series ? 'series' : 'meetings'}/${asked.slug}`, locale: reader.locale },
    answer.at,
  )
}

/** Tells who answered an invitation in words what became of it. */
export const tellFate = (tx: Tx, site: Site, answer: Invited, fate: string, at: Date): Promise<void> =>
  isNoted(fate) ? tellNoted(tx, site, answer, fate, at) : tellWhyNot(tx, answer, fate)
