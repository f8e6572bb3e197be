import type { Site } from '../config.ts'
import { Refusal } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import type { Tx } from '../lib/db/rows.ts'
import type { Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { writePost } from '../list/actions.ts'
import { getWritableList } from '../list/queries.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findReader } from '../people/queries.ts'
import type { TaskContext } from '../task.ts'
import { audienceActor } from './compose/queries.ts'
import { getIssue, listIssueItems, listLines } from './issues/queries.ts'
import { issueMail, itemMail, type NewsMail, notOut } from './mails.ts'
import { letOutDue, lockMailing, noteMailed, noteTrouble } from './publishing-actions.ts'
import { findMailing, findRef, getThing, type Ref } from './publishing-queries.ts'
import { getItem, listDue } from './queries.ts'
import { whyNotMailTo } from './rules.ts'

const t = textsOf('news', 'jobs')

/** Lets out what was scheduled and is due; each once, in the name of who scheduled it. What cannot go out is told to them. */
export async function turn(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  for (const { kind, id, scheduledBy } of await listDue(db, now())) {
    const ref = await findRef(db, kind, id)
    if (!ref) continue
    try {
      await inLanguage(unsaid, () =>
        write(async (tx) => {
          const actor = await loadActor(tx, scheduledBy as number, now(), 'job')
          if (!actor) throw new Refusal(t.personWhoScheduledNoLonger)
          return letOutDue(tx, actor, ref)
        }),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await tellTrouble(context, { kind, id, ref, scheduledBy: scheduledBy as number }, error.message)
    }
  }
}

async function tellTrouble(
  { write, site, now }: TaskContext,
  { kind, id, ref, scheduledBy }: { kind: 'item' | 'issue'; id: number; ref: Ref; scheduledBy: number },
  why: string,
): Promise<void> {
  await write(async (tx) => {
    await noteTrouble(tx, { kind, id }, why)
    const to = await findReader(tx, scheduledBy)
    const table = kind === 'item' ? 'newsItem' : 'newsIssue'
    if (!to) return
    const path = 'slug' in ref ? `/news/${ref.slug}/edit` : `/news/issues/${ref.number}/compose`
    const actor = await loadActor(tx, scheduledBy, now(), 'job')
    const title = actor
      ? await getThing(tx, actor, ref).then(
          (thing) => thing.title,
          () => table,
        )
      : table
    await sendLetter(tx, site, now(), notOut(to, { title, why: sayKept(why, to.locale as Locale), link: `${site.baseUrl}${path}` }))
  })
}

/** Sends one mailing to its list, as a post of who asked for it; what was sent already is not sent again. */
export async function mail({ mailingId }: { mailingId: number }, { write, site, now }: TaskContext): Promise<void> {
  const at = now()
  try {
    await inLanguage(unsaid, () => write((tx) => sendMailing(tx, mailingId, at, site)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await write((tx) => noteMailed(tx, mailingId, { trouble: error.message }))
  }
}

async function sendMailing(tx: Tx, mailingId: number, at: Date, site: Site): Promise<void> {
  await lockMailing(tx, mailingId)
  const mailing = await findMailing(tx, mailingId)
  if (!mailing || mailing.sentAt !== null) return
  const actor = mailing.askedBy === null ? undefined : await loadActor(tx, mailing.askedBy, at, 'job')
  if (!actor) throw new Refusal(t.personWhoSentNoLonger)
  const { itemId, issueId } = mailing
  const ref = itemId === null ? await findRef(tx, 'issue', issueId as number) : await findRef(tx, 'item', itemId)
  if (!ref) return
  const thing = await getThing(tx, actor, ref)
  if (thing.state !== 'published') throw new Refusal(t.noLongerPublished)
  const list = await getWritableList(tx, actor, mailing.list)
  const why = whyNotMailTo(thing.visibility, list)
  if (why) throw new Refusal(why)
  // Its languages are its own; only why it does not go is kept for later.
  const composed = await inLanguage('en', () => composeMail(tx, ref, thing, at, site.baseUrl))
  const messageId = await writePost(tx, actor, site, list, composed)
  await noteMailed(tx, mailingId, { at, messageId })
}

/** Written for those who may read it, whoever sends it. */
async function composeMail(
  db: Parameters<typeof getItem>[0],
  ref: Ref,
  { groupId, visibility }: Awaited<ReturnType<typeof getThing>>,
  at: Date,
  baseUrl: string,
): Promise<NewsMail> {
  const audience = await audienceActor(db, groupId, visibility, at)
  if ('slug' in ref) {
    const item = await getItem(db, audience, ref.slug)
    return itemMail({ ...item, path: `/news/${item.slug}` }, item.language as Locale, baseUrl)
  }
  const issue = await getIssue(db, audience, ref.number)
  const lines = await listLines(db, issue.id, { printed: true })
  const items = await listIssueItems(db, audience, issue.id)
  return issueMail(
    issue,
    lines.map((line) => ({ ...line, amount: line.amount === null ? null : Number(line.amount) })),
    items.map((item) => ({ ...item, path: `/news/${item.slug}`, byline: '' })),
    issue.language as Locale,
    baseUrl,
  )
}
