import { readRaw } from '../../archive/queries.ts'
import { ifFound } from '../../errors.ts'
import { findHomeZone } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { whereToAnswerAgain } from '../../lib/db/occasion.ts'
import { idsOf, type Tx } from '../../lib/db/rows.ts'
import { clipped, oneLine } from '../../lib/mail/one-line.ts'
import { lendToParse } from '../../lib/mail/parse-pool.ts'
import { sealKeys } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findWritersLikeness } from '../core/alike-queries.ts'
import { findKeepers, findSender, findWriters } from '../core/queries.ts'
import type { Recipient } from '../mails.ts'
import type { HoldReason } from '../moderation-rules/fate-rules.ts'
import * as actions from './actions.ts'
import { expireHeld, giveKeys, markReminded } from './actions.ts'
import * as mails from './mails.ts'
import { findFirstUntold, findHeld, findNotice, getHeld, isOneOfMany, listForgotten, listWaitingSince } from './queries.ts'
import { manyOfOne, mostLikely, writerShown } from './rules.ts'

const day = 86_400_000
const hour = 3_600
const noticesPerList = 20
const noticesPerAuthor = 4
/** A flood is summed up after so long, in milliseconds, and looks back for so long. */
const summedUpAfter = 15 * 60_000
const namedInSummary = 10
const readForSummary = 500
/** So much of a held mail stands in its notice. */
const longestExcerpt = 2_000

/** A writer as they may be written to: by their name and language where they are known. */
async function authorOf(tx: Tx, mail: { listId: number; fromEmail: string; fromName: string }, language: string): Promise<Recipient> {
  const writer = (await findWriters(tx, mail.listId, [mail.fromEmail])).get(mail.fromEmail)
  return { name: writer?.name ?? mail.fromName, email: mail.fromEmail, locale: writer?.locale ?? language, personId: writer?.personId }
}

/**
 * What somebody wrote on the web, where no copy of it is left to them: the letters about it have it.
 * @returns undefined of what came by mail, and where an erasure took it
 */
async function writtenHere({ db, parser }: TaskContext, mail: { listId: number; id: number }): Promise<string | undefined> {
  const { via, rawId } = await getHeld(db, mail.listId, mail.id)
  const raw = via === 'web' ? await ifFound(readRaw(db, rawId)) : undefined
  return raw && (await lendToParse(parser, raw)).message.text.trim()
}

/** How long a list keeps what is held, with the zone for those whose own is not known. */
const termOf = async (tx: Tx, { expireDays, groupId }: { expireDays: number; groupId: number }) => ({
  days: expireDays,
  homeZone: await findHomeZone(tx, [groupId]),
})

/** Tells the moderators of a held mail, and its writer where the mail is proven to be theirs. */
export async function held({ heldId, tellAuthor }: { heldId: number; tellAuthor: boolean }, context: TaskContext): Promise<void> {
  const mail = await findHeld(context.db, heldId)
  if (mail?.state !== 'held') return
  const { site, now } = context
  const content = await readHeld(context, (await getHeld(context.db, mail.listId, heldId)).rawId)
  const own = await writtenHere(context, mail)
  // All or none: a second try must not tell some of them again. The page of held mail says what a flood is not told by letter.
  await context.write(async (tx) => {
    const list = { ...(await findSender(tx, mail.listId)), ...site }
    const reason = mail.reason as HoldReason
    const { id, heldAt, subject, fromEmail } = mail
    const likeness = await findWritersLikeness(tx, mail.listId, fromEmail)
    const facts = { id, heldAt, likeness, from: writerShown(mail), subject, reason, ...content }
    // Three of a kind say what a flood is; the others, and what is more than an hour's share, are summed up.
    const flood = await isOneOfMany(tx, mail, { since: new Date(now().getTime() - hour * 1_000), many: manyOfOne })
    if (!flood && (await takeTurn(tx, `held:${mail.listId}`, noticesPerList, hour, now()))) {
      const holders = await findKeepers(tx, list, now())
      const keys = await giveKeys(tx, heldId, idsOf(holders), now())
      const until = new Date(now().getTime() + (list.expireDays + 1) * day)
      const term = await termOf(tx, list)
      for (const holder of holders) {
        const key = sealKeys(site.secret, 'moderate', keys.get(holder.id) as number, until)
        await sendLetter(tx, site, now(), {
          ...mails.heldForModerators(list, holder, facts, key, term),
          whileDue: { id },
        })
      }
    } else
      await enqueue(
        tx,
        'list.heldSummary',
        { listId: mail.listId },
        { key: `list.heldSummary:${mail.listId}`, runAt: new Date(now().getTime() + summedUpAfter), keep: true },
      )
    const turn = () => takeTurn(tx, `held:${mail.listId}:${mail.fromEmail}`, noticesPerAuthor, hour, now())
    if (tellAuthor && (own !== undefined || (await turn())))
      await sendLetter(tx, site, now(), mails.heldForAuthor(list, await authorOf(tx, mail, list.language), mail.subject, reason, own))
  })
}

/** What a held mail says, for those who decide about it: the beginning of its text, and the names of its files. */
async function readHeld({ db, parser }: TaskContext, rawId: number): Promise<{ text: string; files: string }> {
  const { message } = await lendToParse(parser, await readRaw(db, rawId))
  const text = message.text.trim()
  return {
    text: text.length > longestExcerpt ? `${clipped(text, longestExcerpt)} …` : text,
    files: message.attachments.map(({ filename, type }) => oneLine(filename) || type).join(', '),
  }
}

/** What came in a flood, and of which no notice was sent: how much it is, and what most likely is none of it. */
export async function summary({ listId }: { listId: number }, context: TaskContext): Promise<void> {
  const { site, now } = context
  const usual = new Date(now().getTime() - summedUpAfter - hour * 1_000)
  // Where the job runs late, from the first that no notice told of: a flood is never passed over in silence.
  const untold = await findFirstUntold(context.db, listId, new Date(now().getTime() - day))
  const since = untold !== undefined && untold < usual ? new Date(untold.getTime() - 1) : usual
  const waiting = await listWaitingSince(context.db, listId, since, readForSummary)
  const [first] = waiting
  if (!first) return
  await context.write(async (tx) => {
    const list = { ...(await findSender(tx, listId)), ...site }
    const writers = await findWriters(tx, listId, [...new Set(waiting.map(({ fromEmail }) => fromEmail))])
    const likely = mostLikely(waiting, new Set(writers.keys()), namedInSummary)
    const term = await termOf(tx, list)
    for (const holder of await findKeepers(tx, list, now()))
      await sendLetter(tx, site, now(), mails.heldSummary(list, holder, likely, first, term))
  })
}

/** Tells a writer that their mail was not sent on: with a moderator's words, or the rule that stopped it. */
export async function postRejected({ heldId }: { heldId: number }, context: TaskContext): Promise<void> {
  const mail = await findHeld(context.db, heldId)
  if (mail?.state !== 'rejected' || mail.fromEmail === '') return
  const { site, now } = context
  const own = await writtenHere(context, mail)
  await context.write(async (tx) => {
    const list = { ...(await findSender(tx, mail.listId)), ...site }
    const rule = mail.decidedBy === null ? (mail.reason as HoldReason) : undefined
    // A rule answers by itself: whoever makes it do so must not have it write to one address without end.
    if (rule && own === undefined && !(await takeTurn(tx, `rejected:${mail.fromEmail}`, noticesPerAuthor, hour, now()))) return
    const to = await authorOf(tx, mail, list.language)
    await sendLetter(tx, site, now(), mails.postRejected(list, to, mail.subject, { note: mail.note, rule, own }))
  })
}

/** An approved mail goes to its list. */
export const postApproved = ({ heldId, allow }: { heldId: number; allow: boolean }, { write, now }: TaskContext): Promise<void> =>
  write((tx) => actions.postApproved(tx, now(), heldId, allow))

/** Looks after approved mails that did not leave. */
export const mendApprovals = (_: object, { write, now }: TaskContext): Promise<void> => write((tx) => actions.mendApprovals(tx, now()))

/** Tells a writer that nobody has decided about their mail in time. */
export async function heldExpired({ heldId }: { heldId: number }, context: TaskContext): Promise<void> {
  const mail = await findHeld(context.db, heldId)
  if (mail?.state !== 'expired' || mail.fromEmail === '') return
  const { site, now } = context
  const own = await writtenHere(context, mail)
  await context.write(async (tx) => {
    if (own === undefined && !(await takeTurn(tx, `rejected:${mail.fromEmail}`, noticesPerAuthor, hour, now()))) return
    const list = { ...(await findSender(tx, mail.listId)), ...site }
    const to = await authorOf(tx, mail, list.language)
    await sendLetter(tx, site, now(), mails.heldExpired(list, to, mail.subject, list.expireDays, own))
  })
}

/** Ends what has waited too long, and reminds the moderators of what still waits: one letter for each list and moderator. */
export async function remind(_: object, context: TaskContext): Promise<void> {
  const { site, now } = context
  while ((await context.write((tx) => expireHeld(tx, now()))).length > 0);
  for (const [listId, waiting] of await listForgotten(context.db, now()))
    await context.write(async (tx) => {
      await markReminded(tx, idsOf(waiting), now())
      const list = { ...(await findSender(tx, listId)), ...site }
      const term = await termOf(tx, list)
      for (const holder of await findKeepers(tx, list, now()))
        await sendLetter(tx, site, now(), { ...mails.heldReminder(list, holder, waiting, term), whileDue: { id: listId } })
    })
}

/** Tells a moderator that their answer by mail decided nothing: it was not understood, or somebody, perhaps they, had decided. */
export async function decisionFailed(
  { noticeId, why }: { noticeId: number; why: 'unclear' | 'decided' },
  context: TaskContext,
): Promise<void> {
  const { site, now } = context
  const notice = await findNotice(context.db, noticeId)
  const mail = notice && (await findHeld(context.db, notice.heldId))
  if (!notice || !mail) return
  await context.write(async (tx) => {
    const list = { ...(await findSender(tx, notice.listId)), ...site }
    const [to] = (await findKeepers(tx, list, now())).filter(({ id }) => id === notice.personId)
    if (!to) return
    const letter = why === 'unclear' ? mails.decisionUnclear : mails.decidedBefore
    await sendLetter(tx, site, now(), {
      ...letter(list, to, mail.subject, mail.id),
      ...(why === 'unclear' && { replyTo: whereToAnswerAgain(site) }),
    })
  })
}
