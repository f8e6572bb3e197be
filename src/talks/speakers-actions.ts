import type { Actor } from '../actor.ts'
import { Conflict, NotFound, refuse } from '../errors.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertOne, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { inviteGuest, releaseGuest } from '../meetings/actions.ts'
import { findEmailOf } from '../people/queries.ts'
import { isInGroup } from '../policy.ts'
import { lockTalk, noteChange } from './actions.ts'
import { getKeptTalk, type Speaker, type Talk } from './queries.ts'

const t = textsOf('talks', 'speakers')

/** Invites a speaker of the site to the meeting of their talk; a guest has the day from their letters. */
export async function inviteSpeaker(tx: Tx, actor: Actor, meetingId: number, personId: number): Promise<void> {
  const email = await findEmailOf(tx, personId)
  if (email) await inviteGuest(tx, actor, meetingId, { personId, email, speaks: true })
}

/** Takes speakers off the guests of a meeting, unless they speak there in another talk. */
export async function releaseSpeakers(tx: Tx, actor: Actor, { id, meetingId }: Talk, speakers: readonly Speaker[]): Promise<void> {
  if (meetingId === null) return
  const others = await tx
    .selectFrom('talkSpeaker')
    .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
    .select('talkSpeaker.personId')
    .where('talk.meetingId', '=', meetingId)
    .where('talk.id', '<>', id)
    .where('talk.state', '=', 'scheduled')
    .execute()
  for (const { personId } of speakers)
    if (personId !== null && !others.some((one) => one.personId === personId))
      await releaseGuest(tx, actor, meetingId, personId, { speaking: true })
}

/** Somebody who is to speak: of the site by their address, or a guest by name. */
export interface NewSpeaker {
  name: string
  email: string
  from: string
}

/** Somebody of the site by an address that is confirmed. */
const findKnown = (tx: Tx, email: string) =>
  tx
    .selectFrom('sharedAddress as address')
    .innerJoin('sharedPerson as person', 'person.id', 'address.personId')
    .select('person.id')
    .where('address.email', '=', email.toLowerCase())
    .where('address.verifiedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()

/** Why somebody cannot be added, with the field beside which that stands. */
function whyNotSpeaker(talk: Talk, { name, email }: NewSpeaker, personId: number | undefined): [string, string] | undefined {
  if (talk.speakers.length >= 12) return ['name', t.tooMany]
  // Somebody new has not agreed to anything: a recording that is linked is not of a talk with them.
  if (talk.recordingUrl) return ['name', t.hasRecording]
  if (personId !== undefined) return talk.speakers.some((one) => one.personId === personId) ? ['email', t.alreadySpeaker] : undefined
  if (!name) return ['name', email ? t.unknownAddress : t.nameOrAddress]
  return talk.speakers.some((one) => one.personId === null && one.name === name) ? ['name', t.guestAlreadySpeaker] : undefined
}

/**
 * Adds a speaker. An address leads to a person of the site only where the actor is of the group: others would learn whose it is.
 * @throws Invalid at the field
 */
export async function addSpeaker(tx: Tx, actor: Actor, slug: string, speaker: NewSpeaker): Promise<void> {
  const { name, email, from } = speaker
  const talk = await lockTalk(tx, actor, slug, getKeptTalk)
  if (talk.state === 'withdrawn' || talk.state === 'declined') throw new Conflict(t.canNoLongerChangeSpeakers)
  const known = email && isInGroup(actor, talk.groupId) ? await findKnown(tx, email) : undefined
  const why = whyNotSpeaker(talk, speaker, known?.id)
  if (why) refuse(...why)
  const id = await insertOne(tx.insertInto('talkSpeaker'), {
    talkId: talk.id,
    position: talk.speakers.length + 1,
    ...(known ? { personId: known.id } : { guestName: name, guestEmail: email, guestFrom: from }),
  })
  await noteChange(tx, actor, talk, 'talk.speakerAdded', { speakerId: id })
  if (talk.state !== 'scheduled' || talk.meetingId === null) return
  if (known) await inviteSpeaker(tx, actor, talk.meetingId, known.id)
  await enqueue(tx, 'talks.slots', {}, { key: 'talks.slots' })
}

/** Takes a speaker out; with a slot in sight at least one stays. */
export async function removeSpeaker(tx: Tx, actor: Actor, slug: string, speakerId: number): Promise<void> {
  const talk = await lockTalk(tx, actor, slug, getKeptTalk)
  if (!talk.speakers.some(({ id }) => id === speakerId)) throw new NotFound(t.speakerNotFound)
  if (talk.state === 'given') throw new Conflict(t.talkGivenSoCannotRemove)
  if (talk.state === 'scheduled' && talk.speakers.length === 1) throw new Conflict(t.aTalkWithASlotNeeds)
  await tx.deleteFrom('talkSpeaker').where('id', '=', speakerId).execute()
  const gone = talk.speakers.filter(({ id }) => id === speakerId)
  if (talk.state === 'scheduled') await releaseSpeakers(tx, actor, talk, gone)
  await noteChange(tx, actor, talk, 'talk.speakerRemoved', { speakerId })
}
