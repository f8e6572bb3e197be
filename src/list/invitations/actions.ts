import type { Actor } from '../../actor.ts'
import { Invalid, NotFound, refuse } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { insertOne, orNoText, type Tx, updateRows } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { ensurePerson, guessZone } from '../../people/actions.ts'
import { findBanned, isBanned } from '../bans/queries.ts'
import { subscribe } from '../core/actions.ts'
import { recordList } from '../core/history-actions.ts'
import { findWriters, getModeratedList } from '../core/queries.ts'
import { readInvitees } from './invitees-rules.ts'
import { findInvitation } from './queries.ts'
import { invitationLasts, invitationsPerDay, isExpired, mayChangeMind, mostAtOnce, perAddressPerDay } from './rules.ts'

const t = textsOf('list', 'invitationsPage')

const daySeconds = 86_400

/** What became of those who were to be invited; each of the others is named with why. */
export interface Invited {
  invited: number
  left: { email: string; why: string }[]
}

/**
 * Invites people: each gets one letter, and is on the list once they accept by it. Nobody is written to twice within a month, nor more
 * than twice a day over all lists.
 * @param text their addresses, with or without names
 * @param mailDomain the site's own, where nobody reads mail
 * @throws Invalid where something is no address, or there are too many
 */
export async function invite(
  tx: Tx,
  actor: Actor,
  listName: string,
  { text, words, mailDomain }: { text: string; words: string; mailDomain: string },
): Promise<Invited> {
  const list = await getModeratedList(tx, actor, listName)
  const { invitees, wrong } = readInvitees(text)
  if (wrong.length > 0)
    throw new Invalid(t.someLinesNotEmailAddresses, { people: t.correctTheseLines({ wrong: wrong.slice(0, 5).join('; ') }) })
  if (invitees.length === 0) refuse('people', t.enterLeast1Address)
  if (invitees.length > mostAtOnce) throw new Invalid(refusals.pleaseLookAgain, { people: t.enterMostAddressesTime({ mostAtOnce }) })
  // Locked, so that two who invite the same person at the same instant write to them once.
  await tx.selectFrom('list').select('id').where('id', '=', list.id).forUpdate().execute()
  const emails = invitees.map(({ email }) => email)
  const writers = await findWriters(tx, list.id, emails)
  const banned = await findBanned(tx, list.id, emails, actor.at)
  const recent = await tx
    .selectFrom('invitation')
    .select('email')
    .where('listId', '=', list.id)
    .where('email', 'in', orNoText(emails))
    .where('invitedAt', '>', new Date(actor.at.getTime() - invitationLasts))
    .execute()
  const asked = new Set(recent.map(({ email }) => email))
  const result: Invited = { invited: 0, left: [] }
  for (const { email, name } of invitees) {
    const why = writers.get(email)?.subscriptionId
      ? t.why.subscribed
      : banned.has(email)
        ? t.why.blocked
        : asked.has(email)
          ? t.why.asked
          : await whyNotNow(tx, { listId: list.id, mailDomain }, email, actor.at)
    if (why) {
      result.left.push({ email, why })
      continue
    }
    await updateRows(
      tx.updateTable('invitation'),
      { listId: list.id, email, state: 'waiting' },
      { state: 'withdrawn', answeredAt: actor.at },
    )
    const id = await insertOne(tx.insertInto('invitation'), {
      listId: list.id,
      email,
      name,
      words,
      invitedBy: actor.personId,
      invitedAt: actor.at,
    })
    await recordList(tx, actor, list, 'invitation.made', { invitationId: id })
    await enqueue(tx, 'list.invitation', { invitationId: id })
    result.invited++
  }
  return result
}

async function whyNotNow(
  tx: Tx,
  { listId, mailDomain }: { listId: number; mailDomain: string },
  email: string,
  at: Date,
): Promise<string | undefined> {
  if (email.endsWith(`@${mailDomain}`)) return t.why.ofThisSite
  if (!(await takeTurn(tx, `invitation:${email}`, perAddressPerDay, daySeconds, at))) return t.why.otherLists
  if (!(await takeTurn(tx, `invitations:${listId}`, invitationsPerDay, daySeconds, at))) return t.why.enough
}

/**
 * Answers an invitation by its key. Answering twice changes nothing; whoever declined can still accept while it would have run.
 * @param zone what the browser that answers says of its time zone
 * @returns the invitation as it is now; undefined where it cannot be answered any more
 */
export async function answerInvitation(tx: Tx, actor: Actor, invitationId: number, accept: boolean, zone?: string) {
  await tx.selectFrom('invitation').select('id').where('id', '=', invitationId).forUpdate().execute()
  const invitation = await findInvitation(tx, invitationId)
  if (!invitation) return undefined
  const state = accept ? ('accepted' as const) : ('declined' as const)
  const isChanged = accept && mayChangeMind(invitation, actor.at)
  if (invitation.state !== 'waiting' && !isChanged) return invitation.state === state ? invitation : undefined
  if (isExpired(invitation, actor.at)) return undefined
  if (accept && (await isBanned(tx, invitation.listId, invitation.email, actor.at))) return undefined
  await tx.updateTable('invitation').set({ state, answeredAt: actor.at }).where('id', '=', invitationId).execute()
  await recordList(tx, actor, { id: invitation.listId, groupId: invitation.groupId }, `invitation.${state}`, { invitationId })
  if (accept) {
    const person = await ensurePerson(tx, actor, {
      name: invitation.name,
      email: invitation.email,
      // A browser says its language; who answers by mail gets that of the list.
      locale: actor.via === 'web' ? actor.locale : invitation.language,
      verified: true,
    })
    await guessZone(tx, actor, person.personId, zone)
    await subscribe(tx, { ...actor, personId: person.personId }, { listId: invitation.listId, groupId: invitation.groupId, ...person })
    await enqueue(tx, 'list.welcomeInvited', { invitationId })
  }
  return { ...invitation, state }
}

/** Takes an invitation back; its key opens nothing any more. */
export async function withdrawInvitation(tx: Tx, actor: Actor, listName: string, invitationId: number): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  await tx
    .updateTable('invitation')
    .set({ state: 'withdrawn', answeredAt: actor.at })
    .where('id', '=', invitationId)
    .where('listId', '=', list.id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirstOrThrow(() => new NotFound(t.invitationNotFound))
  await recordList(tx, actor, list, 'invitation.withdrawn', { invitationId })
}
