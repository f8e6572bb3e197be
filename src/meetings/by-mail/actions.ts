import type { Actor } from '../../actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { answerInvitation } from '../actions.ts'
import { addItem } from '../minutes/actions.ts'
import { findInvitation } from '../queries.ts'
import { readProposal, readWords } from './rules.ts'

/** A mail of somebody who was invited, without what it quotes. */
export interface Reply {
  from: string
  text: string
  at: Date
}

/** Whose invitation it is, where the mail comes from her. */
async function readerOf(tx: Tx, invitationId: number, { from, at }: Reply): Promise<{ actor: Actor; slug: string } | undefined> {
  const invitation = await findInvitation(tx, invitationId)
  const writer = await findPersonByEmail(tx, from)
  if (!invitation || invitation.withdrawnAt !== null || writer?.id !== invitation.personId) return undefined
  const actor = await loadActor(tx, invitation.personId, at, 'mail')
  return actor && { actor, slug: invitation.slug }
}

/**
 * Takes an answer to the mailed agenda: its first line is an item, the rest what to know about it. Those who arrange put it on the agenda,
 * others propose it.
 * @returns what became of it, for the queue's page
 */
export async function takeProposal(tx: Tx, invitationId: number, reply: Reply): Promise<string> {
  const reader = await readerOf(tx, invitationId, reply)
  if (!reader) return 'dropped: not from who was invited'
  const item = readProposal(reply.text)
  if (!item) return 'dropped: an answer without words'
  try {
    const itemId = await addItem(tx, reader.actor, reader.slug, item)
    await enqueue(tx, 'meetings.itemTaken', { invitationId, itemId })
    return 'an item for the agenda'
  } catch (error) {
    if (error instanceof NotFound || error instanceof Conflict) return `dropped: ${error.message.toLowerCase().replace(/\.$/, '')}`
    throw error
  }
}

/**
 * Takes an answer in words to an invitation: yes, no or perhaps, and whatever else it says to the others.
 * @returns what became of it, for the queue's page
 */
export async function takeWords(tx: Tx, invitationId: number, reply: Reply): Promise<string> {
  const reader = await readerOf(tx, invitationId, reply)
  if (!reader) return 'dropped: not from who was invited'
  const said = readWords(reply.text)
  if (!said) return 'dropped: neither yes nor no'
  try {
    await answerInvitation(tx, reader.actor, invitationId, { ...said, via: 'mail' })
    return said.partstat
  } catch (error) {
    if (error instanceof Conflict) return 'dropped: the meeting is over or cancelled'
    throw error
  }
}
