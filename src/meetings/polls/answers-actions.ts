import type { Actor } from '../../actor.ts'
import type { MailedAnswer } from '../../answer.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { type Tx, updateRows, upsertRow } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { guessZone } from '../../people/actions.ts'
import { findPollInvitation, findPollOf, getPoll, type Poll } from './queries.ts'
import { type Availability, readDates } from './rules.ts'

const t = textsOf('meetings', 'polls')

/** What somebody says to the times of a poll. */
export interface Answers {
  /** By the time's id; null takes an answer back. Of a time that is not named what was said before stays. */
  answers: ReadonlyMap<number, Availability | null>
  comment?: string | undefined
  /** What their browser says of its time zone. */
  zone?: string | undefined
}

/** Notes it, while the poll is open. */
async function noteAnswers(tx: Tx, actor: Actor, personId: number, { poll, slots }: Poll, { answers, comment }: Answers): Promise<void> {
  if (poll.closedAt !== null || poll.closesAt <= actor.at) throw new Conflict(t.thisPollIsClosed)
  for (const { id: slotId } of slots) {
    const answer = answers.get(slotId)
    if (answer === null) await tx.deleteFrom('datePollAnswer').where('slotId', '=', slotId).where('personId', '=', personId).execute()
    else if (answer !== undefined) await upsertRow(tx.insertInto('datePollAnswer'), { slotId, personId }, { answer, at: actor.at })
  }
  if (comment !== undefined)
    await updateRows(
      tx.updateTable('datePollInvitation'),
      { pollId: poll.id, personId, withdrawnAt: null },
      { comment: comment.slice(0, 500) },
    )
  await record(tx, { ...actor, personId }, { action: 'poll.answered', subject: `poll:${poll.id}` })
}

/** Somebody says when they can; they may say it anew until the poll closes. */
export async function answerPoll(tx: Tx, actor: Actor, slug: string, said: Answers): Promise<void> {
  const found = await getPoll(tx, actor, slug)
  if (actor.personId === null) throw new NotFound(t.datePollNotFound)
  await noteAnswers(tx, actor, actor.personId, found, said)
  // An administrator who acts as somebody sits elsewhere.
  if (actor.behind === undefined) await guessZone(tx, actor, actor.personId, said.zone)
}

/**
 * The same by the link of a letter, for whom the letter was.
 * @throws NotFound where the invitation does not stand any more
 */
export async function answerByLink(tx: Tx, actor: Actor, invitationId: number, said: Answers): Promise<void> {
  const invitation = await findPollInvitation(tx, invitationId)
  const found = invitation && (await findPollOf(tx, invitation))
  if (!invitation || !found) throw new NotFound(t.datePollNotFound)
  await noteAnswers(tx, actor, invitation.personId, found, said)
  await guessZone(tx, actor, invitation.personId, said.zone)
}

/**
 * Takes an answer in words to a poll's letter. Who wrote hears what was understood, or that nothing was.
 * @param text without what it quotes
 * @returns what became of it, for the queue's page
 */
export async function takeDates(tx: Tx, { id: invitationId, at }: MailedAnswer<'poll'>, text: string): Promise<string> {
  const invitation = await findPollInvitation(tx, invitationId)
  const found = invitation && (await findPollOf(tx, invitation))
  const actor = invitation && (await loadActor(tx, invitation.personId, at, 'mail'))
  if (!invitation || !found || !actor) return 'dropped: not asked any more'
  const read = readDates(text, found.slots.length)
  if (found.poll.closedAt !== null || found.poll.closesAt <= at) {
    await enqueue(tx, 'meetings.datesTaken', { invitationId, taken: 'closed' })
    return 'dropped: the date poll is closed'
  }
  if (!read) {
    await enqueue(tx, 'meetings.datesTaken', { invitationId, taken: 'unread' })
    return 'dropped: no answer to a date poll'
  }
  const answers = new Map(
    found.slots.flatMap(({ id }, i) => {
      const answer = read.answers.get(i + 1)
      return answer === undefined ? [] : [[id, answer] as const]
    }),
  )
  await noteAnswers(tx, actor, invitation.personId, found, { answers, comment: read.comment || undefined })
  await enqueue(tx, 'meetings.datesTaken', { invitationId, taken: 'noted' })
  return 'an answer to a date poll'
}
