import { program, visitor } from '../actor.ts'
import { readRaw } from '../archive/queries.ts'
import { type LookedAt, lookAt } from '../files/queries.ts'
import { loadActor } from '../groups/queries.ts'
import { type Db, idsOf, type Tx } from '../lib/db/rows.ts'
import { isSure } from '../lib/similar/why.ts'
import { sealKeys } from '../lib/token/seal.ts'
import type { Locale } from '../lib/ui/format.ts'
import { inLanguage } from '../lib/ui/language.ts'
import { textOfMarkdown } from '../lib/ui/markdown-text.ts'
import { sendLetter } from '../outbox/actions.ts'
import type { Letter } from '../outbox/rules.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { mayCollate, mayContribute } from '../policy.ts'
import type { TaskContext } from '../task.ts'
import { indexSomeOfArea } from './areas-merging-actions.ts'
import { listReadableOf, sidesFor } from './asked-queries.ts'
import { sentAlong } from './by-mail-rules.ts'
import { markTold } from './cases/author-actions.ts'
import { titleFrom } from './cases/excerpt.ts'
import { findCase, listCollating, listSources, type UserCase } from './cases/queries.ts'
import { keepCommentFiles } from './comments-actions.ts'
import { findComment, listFollowers } from './comments-queries.ts'
import { findRequest, getRequestGroup, listReadable } from './core/queries.ts'
import * as mails from './mails.ts'
import { addNotices, markNoticesTold } from './merging-parties-actions.ts'
import { findNotice, findProposal, listNoticesOf, listTold, pictureMerge } from './merging-queries.ts'
import { readMessages } from './reading-actions.ts'
import { findBeginning } from './reading-queries.ts'
import { senderOf } from './sender.ts'
import { keepIndex } from './similar-index-actions.ts'
import { listStale } from './similar-index-queries.ts'
import { findSimilar, readWhole } from './similar-queries.ts'
import { takeUntold } from './stories-actions.ts'
import { findRecipient } from './support/queries.ts'

const day = 86_400_000
const linksLast = 400 * day

/** Until when a link in a letter that is written now opens something. */
export const inTime = ({ now }: TaskContext): Date => new Date(now().getTime() + linksLast)

/** Sends a letter at the time of the job. */
export const send = async (tx: Tx, { site, now }: TaskContext, letter: Letter): Promise<number> => sendLetter(tx, site, now(), letter)

const requestLink = ({ site }: TaskContext, id: number): string => `${site.baseUrl}/requests/${id}`

/** Looks for user cases in new messages. */
export async function read({ messageIds }: { messageIds: number[] }, { write, now }: TaskContext): Promise<void> {
  await write((tx) => readMessages(tx, { ...program(now()), via: 'mail' }, messageIds))
}

/** The requests of an area, or those that came to it since, are found by the name that it has now. */
export async function areaNamed({ areaId, since }: { areaId: number; since?: string }, { write }: TaskContext): Promise<void> {
  let last: number | undefined = 0
  while (last !== undefined) {
    const after: number = last
    last = await write((tx) => indexSomeOfArea(tx, areaId, { since, after }))
  }
}

/** Keeps what is compared of requests, where much of it has changed: the next process begins with it. */
export async function keepLikeness(_: object, { db, write, now }: TaskContext): Promise<void> {
  for (const groupId of await listStale(db, now())) {
    const at = now()
    const whole = await readWhole(db, groupId)
    if (whole) await write((tx) => keepIndex(tx, groupId, whole, at))
  }
}

/**
 * Tells somebody who begins a conversation on a list, and them alone, of requests that ask for the same: three at most, each with what became
 * of it. Nothing is said where that is not sure.
 */
export async function mayHelp({ messageId }: { messageId: number }, context: TaskContext): Promise<void> {
  const now = context.now()
  await context.write(async (tx) => {
    const asked = await findBeginning(tx, messageId)
    if (!asked?.personId || now.getTime() - asked.sentAt.getTime() > 2 * day) return
    const [actor, group] = [
      await loadActor(tx, asked.personId, now, 'mail'),
      await getRequestGroup(tx, program(now), { id: asked.groupId }),
    ]
    // Who collates sees it where new messages wait for them.
    if (!actor || !mayContribute(actor, group) || mayCollate(actor, group.id)) return
    const entry = { title: titleFrom(asked.subject), text: asked.text, mail: true }
    // Outside the transaction, where what is compared is kept from one question to the next.
    const found = (await findSimilar(context.db, actor, group.id, entry, { limit: 3 })).filter(
      (one) => one.stage !== 'merged' && isSure(one),
    )
    const to = await findRecipient(tx, asked.personId)
    if (found.length === 0 || !to) return
    const requests = found.map(({ id, title, stage }) => ({ id, title, stage, link: requestLink(context, id) }))
    await send(
      tx,
      context,
      mails.mayHelp(await senderOf(tx, context, group.id), to, { subject: entry.title, requests, mailId: asked.mailId }),
    )
  })
}

/** Whom to write to about a case: its author, by person or, where nobody is known behind it, by the address they wrote from. */
async function authorOf(db: Db, found: UserCase): Promise<mails.Recipient | undefined> {
  const personId = found.authorId ?? (found.authorEmail ? (await findPersonByEmail(db, found.authorEmail))?.id : undefined)
  if (personId !== undefined) return findRecipient(db, personId)
  return found.authorEmail ? { name: found.authorName, email: found.authorEmail, locale: 'en' } : undefined
}

const firstWords = async (db: Db, found: UserCase) => {
  const [source] = await listSources(db, [found.id])
  return { excerpt: source?.excerpt ?? found.problem, saidAt: source?.saidAt ?? found.saidAt, mailId: source?.mailId ?? undefined }
}

/** Tells an author, once, that their words became a user case. */
export async function caseCaptured({ caseId }: { caseId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const found = await findCase(tx, caseId)
    if (!found || found.toldAt || found.state === 'withdrawn') return
    const to = await authorOf(tx, found)
    if (!to) return
    const keys = sealKeys(context.site.secret, 'case', caseId, inTime(context))
    const link = `${context.site.baseUrl}/case/${keys.link}`
    const from = await senderOf(tx, context, found.groupId)
    await send(tx, context, mails.caseCaptured(from, to, { title: found.title, ...(await firstWords(tx, found)), link, token: keys.reply }))
    await markTold(tx, context.now(), caseId)
  })
}

/** Tells a writer, once, that their message is told as a story. */
export async function storyTold({ storyId }: { storyId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const story = await takeUntold(tx, storyId, context.now())
    const to = story?.authorId ? await findRecipient(tx, story.authorId) : undefined
    if (!story || !to) return
    const facts = { title: story.title, link: `${context.site.baseUrl}/stories/${storyId}` }
    await send(tx, context, mails.storyTold(await senderOf(tx, context, story.groupId), to, facts))
  })
}

/** Answers who forwarded a mail to the address for user cases. */
export async function caseForwarded(
  { caseId, personId, known }: { caseId: number; personId: number; known: boolean },
  context: TaskContext,
) {
  await context.write(async (tx) => {
    const [found, to] = [await findCase(tx, caseId), await findRecipient(tx, personId)]
    if (!found || !to) return
    const link = `${context.site.baseUrl}/cases/${caseId}`
    await send(tx, context, mails.caseForwarded(await senderOf(tx, context, found.groupId), to, { title: found.title, link, known }))
  })
}

/** Those of some requests that whoever is written to may read by now; who is known by an address alone reads what everybody does. */
async function readableTo(tx: Tx, personId: number | undefined, ids: number[], { now }: TaskContext): Promise<Set<number>> {
  const reader = personId === undefined ? visitor(now(), 'mail') : await loadActor(tx, personId, now(), 'mail')
  return new Set(reader ? await listReadable(tx, reader, ids) : [])
}

/** Tells an author that their case is part of a request. */
export async function collated({ requestId, caseId }: { requestId: number; caseId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const [request, found] = [await findRequest(tx, requestId), await findCase(tx, caseId)]
    if (!request || !found || found.state === 'withdrawn') return
    const to = await authorOf(tx, found)
    // Who put it there themselves knows.
    if (!to || (to.personId !== undefined && to.personId === request.createdBy)) return
    if (!(await readableTo(tx, to.personId, [requestId], context)).has(requestId)) return
    const facts = { title: request.title, ...(await firstWords(tx, found)), link: requestLink(context, requestId) }
    await send(tx, context, mails.caseCollated(await senderOf(tx, context, request.groupId), to, facts))
  })
}

/** Tells the champions, or who collated it, that an author has withdrawn a case. */
export async function caseWithdrawn({ caseId }: { caseId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const found = await findCase(tx, caseId)
    if (!found) return
    const rows = await listCollating(tx, caseId)
    const from = await senderOf(tx, context, found.groupId)
    const byPerson = Map.groupBy(
      rows.filter((row) => (row.championId ?? row.addedBy) !== null),
      (row) => (row.championId ?? row.addedBy) as number,
    )
    for (const [personId, requests] of byPerson) {
      const to = await findRecipient(tx, personId)
      const theirs = await readableTo(tx, personId, idsOf(requests), context)
      const listed = requests.flatMap(({ id, title }) => (theirs.has(id) ? { title, link: requestLink(context, id) } : []))
      if (to && listed.length > 0) await send(tx, context, mails.caseWithdrawn(from, to, { title: found.title, requests: listed }))
    }
  })
}

/** Tells somebody that they look after a request now. */
export async function championed({ requestId, personId }: { requestId: number; personId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const [request, to] = [await findRequest(tx, requestId), await findRecipient(tx, personId)]
    if (!request || !to || request.championId !== personId) return
    const from = await senderOf(tx, context, request.groupId)
    await send(tx, context, mails.championed(from, to, { title: request.title, link: requestLink(context, requestId) }))
  })
}

/**
 * Whom a comment on this request reaches, where they may still read it: it may have moved to another group since, or to narrower readers, and
 * they may have left.
 */
async function findReader(tx: Tx, personId: number, request: { id: number; groupId: number }, context: TaskContext) {
  const to = await findRecipient(tx, personId)
  const reader = to && (await loadActor(tx, personId, context.now(), 'mail'))
  if (!reader || (await listReadable(tx, reader, [request.id])).length === 0) return undefined
  return (await getRequestGroup(tx, reader, { id: request.groupId })).mayContribute ? to : undefined
}

const mailed = ({ markdown, text }: { markdown: boolean; text: string }, { site }: TaskContext): string =>
  markdown ? textOfMarkdown(text, site.baseUrl) : text

/** A comment goes to everyone who follows and may still read the request, but for its writer. */
export async function commented({ commentId }: { commentId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const comment = await findComment(tx, commentId)
    const request = comment?.requestId ? await findRequest(tx, comment.requestId) : undefined
    if (!comment || !request || comment.removedAt) return
    const { id, title } = request
    const from = await senderOf(tx, context, request.groupId)
    for (const follower of await listFollowers(tx, request.id)) {
      const to = follower.personId === comment.personId ? undefined : await findReader(tx, follower.personId, request, context)
      if (!to) continue
      const keys = sealKeys(context.site.secret, 'comment', follower.id, inTime(context))
      const said = { who: comment.name ?? '', text: mailed(comment, context) }
      const ways = { link: requestLink(context, id), stop: `${context.site.baseUrl}/requests/follow/${keys.link}`, token: keys.reply }
      await send(tx, context, mails.commented(from, to, { id, title, ...said, ...ways }))
    }
  })
}

/** Keeps the files that came along with a comment by mail: they are looked at before, outside of what writes. */
export async function commentFiles({ commentId, rawId }: { commentId: number; rawId: number }, context: TaskContext): Promise<void> {
  const { db, parser, now, write } = context
  const comment = await findComment(db, commentId)
  const actor = comment?.personId ? await loadActor(db, comment.personId, now(), 'mail') : undefined
  if (!actor) return
  const { attachments } = await parser.parse(await readRaw(db, rawId))
  const files: LookedAt[] = []
  for (const { filename: name, content } of sentAlong(attachments)) files.push(await lookAt({ name, content }))
  if (files.length > 0) await write((tx) => keepCommentFiles(tx, actor, commentId, files))
}

/** Links to requests, where a person reads all of these: whoever supported one may have left what it is for. */
async function listLinksFor(tx: Tx, context: TaskContext, personId: number, ids: number[]): Promise<string[]> {
  const readable = await listReadableOf(tx, personId, ids, context.now())
  return ids.every((id) => readable.includes(id)) ? ids.map((id) => requestLink(context, id)) : []
}

/** Tells everyone concerned by a proposed merge, each in one letter of all that is theirs; what came later in another. */
export async function mergeProposed({ proposalId }: { proposalId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    for (const [personId, noticeIds] of await addNotices(tx, proposalId, context.now())) {
      const [found, to] = [await findNotice(tx, noticeIds[0] ?? 0), await findRecipient(tx, personId)]
      if (!found || !to || found.state !== 'open') continue
      const notice = await inLanguage(to.locale as Locale, () => sidesFor(tx, personId, found, context.now()))
      const { sourceId, targetId, source, target, reason: why, decideOn: day } = notice
      const keys = sealKeys(context.site.secret, 'merge', notice.id, inTime(context))
      const own = (await listNoticesOf(tx, proposalId, personId)).filter(({ id }) => noticeIds.includes(id))
      const facts = { source, target, why, day, yours: own, token: keys.reply, picture: await pictureMerge(tx, notice) }
      const link = `${context.site.baseUrl}/merge/${keys.link}`
      const both = (await listLinksFor(tx, context, personId, [sourceId, targetId])).join('\n')
      await send(tx, context, mails.mergeProposed(await senderOf(tx, context, notice.groupId), to, { ...facts, link, both }))
      await markNoticesTold(tx, noticeIds, context.now())
    }
  })
}

/** Tells those who were asked that a merge was done, let go or undone. */
export async function mergeSettled({ proposalId }: { proposalId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const proposal = await findProposal(tx, proposalId)
    if (!proposal || proposal.state === 'open') return
    const from = await senderOf(tx, context, proposal.groupId)
    const { state } = proposal
    const remains = state === 'merged' ? proposal.targetId : proposal.sourceId
    for (const { personId } of await listTold(tx, proposalId)) {
      const to = await findRecipient(tx, personId)
      if (!to) continue
      const { source, target } = await inLanguage(to.locale as Locale, () => sidesFor(tx, personId, proposal, context.now()))
      const [link] = await listLinksFor(tx, context, personId, [remains])
      await send(tx, context, mails.mergeSettled(from, to, { source, target, state, link }))
    }
  })
}
