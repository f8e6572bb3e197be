import { type Actor, program } from '../actor.ts'
import { missing, NotFound, notAllowedIf } from '../errors.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { needRow, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { clearRecording, noteChange } from './actions.ts'
import { findSpeaker, getTalk } from './queries.ts'
import { decideConsent, whyNotConsent } from './rules.ts'

const t = textsOf('talks', 'consent')

/**
 * A speaker says whether their talk may be recorded and shown. A no takes a recording that is linked off every page in the same
 * transaction; those who arrange are told where it lay, so that they take it down there.
 * @throws NotAllowed after the day until which a yes could be taken back
 */
export async function sayConsent(tx: Tx, actor: Actor, speakerId: number, agrees: boolean): Promise<void> {
  const seat = await tx.selectFrom('talkSpeaker').select('talkId').where('id', '=', speakerId).executeTakeFirst()
  if (!seat) throw new NotFound(t.talkNotFound)
  const talk = await needRow(tx.selectFrom('talk').forUpdate(), { id: seat.talkId }, ['id', 'groupId', 'recordingUrl'])
  const speaker = (await findSpeaker(tx, speakerId)) ?? missing(t.talkNotFound)
  const to = decideConsent(speaker.consent, agrees)
  notAllowedIf(whyNotConsent(speaker.consent, to, speaker.consentUntil, todayOf(actor)))
  if (speaker.consent === to) return
  await tx.updateTable('talkSpeaker').set({ consent: to, consentAt: actor.at }).where('id', '=', speakerId).execute()
  await noteChange(tx, { ...actor, personId: actor.personId ?? speaker.personId }, talk, `talk.consent-${to}`, { speakerId })
  if (agrees || talk.recordingUrl === '') return
  await clearRecording(tx, talk.id)
  await noteChange(tx, actor, talk, 'talk.recordingRemoved')
  await enqueue(tx, 'talks.recordingWithdrawn', { talkId: talk.id, speakerId, url: talk.recordingUrl })
}

/** The same on the web, by the speaker themselves. */
export async function sayOwnConsent(tx: Tx, actor: Actor, slug: string, agrees: boolean): Promise<void> {
  const talk = await getTalk(tx, actor, slug)
  if (!talk.own || actor.behind !== undefined) throw new NotFound(t.talkNotFound)
  await sayConsent(tx, actor, talk.own.id, agrees)
}

/** A speaker as the link in their letter makes them: a guest has no account. */
export const byLink = (at: Date): Actor => ({ ...program(at), via: 'web' })

/** The same by the link in a letter. */
export const sayConsentByLink = (tx: Tx, at: Date, speakerId: number, agrees: boolean): Promise<void> =>
  sayConsent(tx, byLink(at), speakerId, agrees)
