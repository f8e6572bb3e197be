import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { writeFromRole } from '../../correspondence/actions.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { record, recorderOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, insertOne, insertRow, type Tx } from '../../lib/db/rows.ts'
import { findTargets, type Outward, readAddress, Unreachable } from '../../lib/outward.ts'
import { seal } from '../../lib/sealed.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { listDesks } from '../../list/queries.ts'
import { mayPublishNews } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { listLines } from '../issues/queries.ts'
import { getThing, keyOf, type Ref, type Thing } from '../publishing-queries.ts'
import { getContribution, getOutlet } from './queries.ts'
import { nextTry, whyNotContribute } from './rules.ts'
import type { Arrival } from './wordpress.ts'

const recordContribution = recorderOf('news-contribution')

const answers = keptOf('news', 'answers')

const t = textsOf('news', 'outlets')

/** An editor elsewhere: somebody to write to, or a WordPress that takes drafts. */
export type NewOutlet =
  | { kind: 'mail'; name: string; editorName: string; editorEmail: string }
  | { kind: 'wordpress'; name: string; url: string; username: string; password: string }

/**
 * Looks whether the address of a WordPress may be called, before anything is kept; asks the DNS and connects to nothing.
 * @throws Invalid with the sentence at `url`
 */
export async function checkOutlet(outlet: NewOutlet, outward: Outward): Promise<void> {
  if (outlet.kind === 'mail') return
  try {
    await findTargets(readAddress(outlet.url), outward)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new Invalid(refusals.pleaseLookAgain, { url: error.message })
  }
}

/**
 * Notes an editor of a newsletter elsewhere, whose address was checked. What opens a WordPress is kept sealed with the site's secret and
 * is shown to nobody again.
 */
export async function addOutlet(tx: Tx, actor: Actor, site: Site, groupId: number, outlet: NewOutlet): Promise<number> {
  if (!mayPublishNews(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const values =
    outlet.kind === 'mail'
      ? { editorName: outlet.editorName, editorEmail: outlet.editorEmail.toLowerCase() }
      : { url: outlet.url, username: outlet.username }
  const id = await insertOne(tx.insertInto('newsOutlet'), {
    groupId,
    name: outlet.name,
    kind: outlet.kind,
    ...values,
    createdAt: actor.at,
    createdBy: actor.personId,
  })
  if (outlet.kind === 'wordpress')
    await insertRow(tx.insertInto('newsOutletKey'), { outletId: id, sealed: seal(site.secret, outlet.password) })
  await record(tx, actor, { action: 'news-outlet.added', subject: `news-outlet:${id}`, groupId, details: { kind: outlet.kind } })
  return id
}

/** Nothing goes there any more; what went there stays on record. Its password is forgotten. */
export async function closeOutlet(tx: Tx, actor: Actor, id: number): Promise<void> {
  const outlet = await getOutlet(tx, actor, id)
  if (!outlet.mayPublish) throw new NotAllowed(t.onlyCoordinatorDeputyCan)
  if (!(await changeRow(tx.updateTable('newsOutlet').returning('id'), { id, closedAt: null }, { closedAt: actor.at })))
    throw new Conflict(t.editorAlreadyArchived)
  await tx.deleteFrom('newsOutletKey').where('outletId', '=', id).execute()
  await record(tx, actor, { action: 'news-outlet.closed', subject: `news-outlet:${id}`, groupId: outlet.groupId })
}

/** Text and title of what is contributed, in Markdown. */
async function textOf(tx: Tx, thing: Thing): Promise<string> {
  if (thing.kind === 'item') return thing.text
  const lines = await listLines(tx, thing.id, { printed: true })
  return [thing.lead, ...lines.map(({ text }) => `- ${text}`)].join('\n\n')
}

/**
 * Gives an item or an issue to an editor elsewhere: by mail from the role's address, or as a draft of a WordPress. Once to each.
 * @throws Conflict where that editor has it already
 */
export async function contribute(tx: Tx, actor: Actor, site: Site, ref: Ref, outletId: number, note: string): Promise<void> {
  const thing = await getThing(tx, actor, ref, { lock: true })
  if (!thing.mayWrite) throw new NotFound(t.thereIsNoSuchNews)
  if (!thing.mayPublish) throw new NotAllowed(t.onlyCoordinatorDeputyCanSend)
  const why = whyNotContribute(thing, actor.at)
  if (why) throw new NotAllowed(t[why])
  const outlet = await getOutlet(tx, actor, outletId)
  if (outlet.groupId !== thing.groupId || outlet.closedAt !== null)
    throw new Invalid(refusals.pleaseLookAgain, { outlet: t.chooseAnEditor })
  const row = await tx
    .insertInto('newsContribution')
    .values({ outletId, ...keyOf(thing), askedBy: actor.personId, askedAt: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.alreadyHasThisArticle({ name: outlet.name })))
  if (outlet.kind === 'mail') await contributeByMail(tx, actor, site, { thing, outlet, note, contributionId: row.id })
  else await enqueue(tx, 'news.contribute', { contributionId: row.id }, { key: `news.contribute:${row.id}` })
  await recordContribution(tx, actor, { id: row.id, groupId: thing.groupId }, 'news-contribution.made', { outletId })
}

interface ByMail {
  thing: Thing
  outlet: { groupId: number; editorName: string; editorEmail: string }
  note: string
  contributionId: number
}

async function contributeByMail(tx: Tx, actor: Actor, site: Site, { thing, outlet, note, contributionId }: ByMail): Promise<void> {
  const desk = (await listDesks(tx, actor)).find(({ groupId, closedAt }) => groupId === outlet.groupId && closedAt === null)
  if (!desk) throw new Invalid(refusals.pleaseLookAgain, { outlet: t.needRoleMailboxSendEmail })
  const text = await textOf(tx, thing)
  const exchangeId = await writeFromRole(
    tx,
    actor,
    site,
    desk.name,
    { to: { name: outlet.editorName, address: outlet.editorEmail } },
    { subject: thing.title, text: [note, text, `${site.baseUrl}${thing.path}`].filter(Boolean).join('\n\n'), answerExpected: true },
  )
  await tx
    .updateTable('newsContribution')
    .set({ state: 'sent', sentAt: actor.at, correspondenceId: exchangeId, answer: answers('sentTo', { email: outlet.editorEmail }) })
    .where('id', '=', contributionId)
    .execute()
}

/** A try begins: counted before it is made, so that a crash in its middle is known. @returns undefined where there is nothing to do */
export async function beginTry(tx: Tx, id: number, at: Date): Promise<number | undefined> {
  const row = await tx
    .updateTable('newsContribution')
    .set((e) => ({ attempts: e('attempts', '+', 1), triedAt: at }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts
}

/** What a try came to: the draft is there, it is tried again later, or a person has to look. */
export async function endTry(tx: Tx, actor: Actor, id: number, attempts: number, arrival: Arrival): Promise<void> {
  if (arrival.kind === 'arrived') {
    const sent = {
      state: 'sent' as const,
      sentAt: actor.at,
      remoteId: arrival.id,
      remoteLink: arrival.link,
      answer: answers('draft'),
    }
    await tx.updateTable('newsContribution').set(sent).where('id', '=', id).where('state', '=', 'waiting').execute()
    return recordContribution(tx, actor, { id }, 'news-contribution.arrived')
  }
  const again = arrival.kind === 'later' ? nextTry(attempts, actor.at) : undefined
  await tx
    .updateTable('newsContribution')
    .set({ state: again ? 'waiting' : 'failed', answer: arrival.answer })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  if (again) await enqueue(tx, 'news.contribute', { contributionId: id }, { runAt: again, key: `news.contribute:${id}` })
  else await recordContribution(tx, actor, { id }, 'news-contribution.failed')
}

/** Tries once more what did not arrive. */
export async function tryAgain(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx.selectFrom('newsContribution').select('id').where('id', '=', id).forUpdate().execute()
  const contribution = await getContribution(tx, actor, id)
  if (!contribution.mayPublish) throw new NotAllowed(t.onlyCoordinatorDeputyCanSend)
  if (contribution.state !== 'failed') throw new Conflict(t.articleDidNotFailDont)
  await tx.updateTable('newsContribution').set({ state: 'waiting', answer: '' }).where('id', '=', id).execute()
  await enqueue(tx, 'news.contribute', { contributionId: id }, { key: `news.contribute:${id}` })
  await recordContribution(tx, actor, { id, groupId: contribution.groupId }, 'news-contribution.tried')
}

/**
 * Somebody has seen it there: where it appeared, on which day, and who says so. It is evidence by their word.
 * @throws Invalid for a day that is still to come
 */
export async function attestAppeared(tx: Tx, actor: Actor, id: number, { link, on }: { link: string; on: string }): Promise<void> {
  await tx.selectFrom('newsContribution').select('id').where('id', '=', id).forUpdate().execute()
  const contribution = await getContribution(tx, actor, id)
  if (on > todayOf(actor)) throw new Invalid(refusals.pleaseLookAgain, { on: t.enterTodaysDateEarlierOne })
  if (contribution.state === 'waiting') throw new Conflict(t.articleStillBeingSentWait)
  await tx
    .updateTable('newsContribution')
    .set({ state: 'appeared', appearedLink: link, appearedOn: on, attestedBy: actor.personId, attestedAt: actor.at })
    .where('id', '=', id)
    .execute()
  await recordContribution(tx, actor, { id, groupId: contribution.groupId }, 'news-contribution.attested')
}
