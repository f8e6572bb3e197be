import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, idsOf, orNoId } from '../lib/db/rows.ts'
import { formatDay, type Locale } from '../lib/ui/format.ts'
import { listTouched } from '../requests/queries.ts'
import { todayOf, utcDay } from '../time.ts'
import { mostByThemselves, oneByOne, shortened, type Waiting } from '../waiting.ts'
import { isNewest } from './answers/queries.ts'
import { listLatePromises, listUnchecked } from './commitments/queries.ts'
import { lastDayOf } from './commitments/rules.ts'
import { listLateAnswers, listOpenQuestions, listSubmissions } from './desk/queries.ts'
import { listChanges } from './portal/queries.ts'
import { type DeskGroup, listDeskGroups, listGroupLists } from './queries.ts'
import { listToSign } from './signing/queries.ts'
import { sayThing } from './signing/words.ts'
import { listUnsent, listUntold } from './telling/queries.ts'
import { listToTell } from './telling/rules.ts'
import { vendorWaiting } from './today-waiting-words.ts'
import { listUncommitted } from './winners/queries.ts'

const spoken = (actor: Actor, day: string): string => formatDay({ locale: actor.locale }, day)

/** Answers whose next review has come, the oldest first: the group asks again. */
export const listReviewsDue = (db: Db, groupIds: number[], at: Date) =>
  db
    .selectFrom('answer')
    .innerJoin('sharedRequest as request', 'request.id', 'answer.requestId')
    .select(['answer.id', 'answer.requestId', 'answer.nextReviewOn', 'request.title'])
    .where('answer.groupId', 'in', orNoId(groupIds))
    .where('answer.nextReviewOn', '<=', utcDay(at))
    .where('request.stage', 'in', ['answered', 'committed'])
    .where(isNewest)
    .orderBy('answer.nextReviewOn')
    .execute()

async function tasksOfGroup(db: Db, actor: Actor, group: DeskGroup): Promise<Waiting[]> {
  const [questions, late, unchecked, reviews, promises, untold, uncommitted, signing, portal, drafted, posts] = await Promise.all([
    listOpenQuestions(db, [group.id]),
    listLateAnswers(db, group.id, actor.at),
    listUnchecked(db, [group.id]),
    listReviewsDue(db, [group.id], actor.at),
    group.leads ? listLatePromises(db, group.id, todayOf(actor)) : [],
    group.leads ? listUntold(db, group.id) : [],
    group.leads ? listUncommitted(db, group.id, actor.at) : [],
    group.leads ? signingTasks(db, actor, group) : [],
    group.leads ? portalTask(db, actor, group) : undefined,
    listDrafted(db, actor, group),
    group.leads ? listUnsent(db, group.id) : [],
  ])
  const telling = listToTell(untold, untold.length > 0 ? await listGroupLists(db, group.id) : [], actor.at)
  const [firstLate, review, promise] = [late[0], reviews[0], promises[0]]
  const words = vendorWaiting(actor.locale)
  const tasks: (Waiting | false | undefined)[] = [
    ...oneByOne(
      questions,
      ({ id, title, text, submissionId, requestId }) => ({
        ...words.questions({ count: 1, vendor: group.vendor, title, text: shortened(text) }),
        href: `/submissions/${submissionId}#r${requestId}`,
        primary: true,
        question: { what: 'vendorQuestion', id, says: true, normal: 'later' } as const,
      }),
      (count) => ({
        ...words.questions({ count, vendor: group.vendor, title: '', text: '' }),
        href: `/desk?group=${group.slug}`,
        primary: true,
      }),
    ),
    firstLate && {
      ...words.late({ count: late.length, vendor: group.vendor, title: firstLate.title, day: spoken(actor, firstLate.dueOn) }),
      href: late.length === 1 ? `/submissions/${firstLate.submissionId}#r${firstLate.requestId}` : `/desk?group=${group.slug}`,
      late: true,
    },
    promise && {
      ...words.latePromises({ count: promises.length, vendor: group.vendor, title: promise.title, day: spoken(actor, lastDayOf(promise)) }),
      href: promises.length === 1 ? `/commitments/${promise.id}` : `/commitments?group=${group.slug}&state=committed`,
      late: true,
    },
    ...oneByOne(
      unchecked,
      ({ id, title, release }) => ({
        ...words.deliveries({ count: 1, title, release }),
        href: `/deliveries/${id}`,
        question: { what: 'delivery', id, reason: true, normal: 'later' } as const,
      }),
      (count) => ({ ...words.deliveries({ count, title: '', release: '' }), href: `/deliveries/${unchecked[mostByThemselves]?.id}` }),
    ),
    ...uncommitted.map(({ ballotId, title, waiting }) => ({
      ...words.winners({ count: waiting, ballot: title }),
      href: `/ballots/${ballotId}/commitments`,
      primary: true,
    })),
    ...drafted.map(({ id, title, institutions }) => ({
      ...words.drafted({ title, n: institutions }),
      href: `/briefs/${id}`,
      primary: true,
    })),
    portal,
    ...signing,
    telling && {
      ...words.untold({ count: telling.count, list: telling.list.title }),
      href: `/telling?group=${group.slug}`,
      question: { what: 'listReport', id: group.id, normal: 'yes' } as const,
    },
    ...posts.map(({ id, subject, list, events }) => ({
      ...words.toSend({ list, title: subject, n: events }),
      href: `/telling/${id}`,
    })),
    review && {
      ...words.reviews({ count: reviews.length, title: review.title, day: spoken(actor, review.nextReviewOn ?? todayOf(actor)) }),
      // The group asks by a package of them.
      href: `/briefs/new?${new URLSearchParams([['group', group.slug], ...reviews.map(({ requestId }) => ['request', String(requestId)])])}`,
    },
  ]
  return tasks.filter((task): task is Waiting => Boolean(task))
}

/** Packages that were drafted for this group and neither sent nor closed, where this person may send them: the champion, and who leads it. */
async function listDrafted(db: Db, actor: Actor, { id: groupId, leads }: DeskGroup) {
  const drafts = await db
    .selectFrom('brief')
    .innerJoin('briefRequest', 'briefRequest.briefId', 'brief.id')
    .select(['brief.id', 'brief.title', 'briefRequest.requestId'])
    .where('brief.groupId', '=', groupId)
    .where('brief.draftedAt', 'is not', null)
    .where('brief.closedAt', 'is', null)
    .where('briefRequest.position', '=', 1)
    .where(sql<boolean>`not exists (select from submission s where s.brief_id = brief.id)`)
    .$if(!leads, (query) => query.where('brief.championId', '=', actor.personId ?? 0))
    .orderBy('brief.id')
    .limit(10)
    .execute()
  return Promise.all(drafts.map(async ({ requestId, ...one }) => ({ ...one, institutions: (await listTouched(db, requestId)).length })))
}

/** What the vendor's portal has changed on the group's requests: how it stands there, how many stand behind it, and whether it says why. */
async function portalTask(db: Db, actor: Actor, group: DeskGroup): Promise<Waiting | undefined> {
  const changes = await listChanges(db, [group.id])
  const [first] = changes
  if (!first) return undefined
  const { title, status, institutions, reason } = first
  return {
    ...vendorWaiting(actor.locale).portal({ count: changes.length, title, status, n: institutions, reason: reason ? 'yes' : 'no' }),
    href: `/answers/portal?group=${group.slug}#change-${first.id}`,
  }
}

/** What waits for the word of the reader's side. It is a signature: by mail it must be proven who wrote. */
async function signingTasks(db: Db, actor: Actor, group: DeskGroup): Promise<Waiting[]> {
  const from = group.guest ? group.name : group.vendor
  const { signing, disputed } = vendorWaiting(actor.locale)
  return oneByOne(
    await listToSign(db, group.id, group.guest ? 'vendor' : 'group'),
    (one) => {
      const href = `/${one.kind === 'answer' ? 'answers' : 'commitments'}/${one.id}#signed`
      // What a side has said itself it cannot confirm: it says what is right, on the page.
      if (one.act === 'disputed') return { ...disputed({ from, title: one.title, note: shortened(one.note) }), href }
      return {
        ...signing({ count: 1, from, title: one.title, said: shortened(sayThing(actor.locale as Locale, one)) }),
        href,
        question: { what: 'vendorWord', id: one.wordId, reason: true, signs: true, normal: 'later' } as const,
      }
    },
    (count) => ({ ...signing({ count, from, title: '', said: '' }), href: `/desk?group=${group.slug}#to-sign` }),
  )
}

async function tasksOfGuest(db: Db, actor: Actor, group: DeskGroup): Promise<Waiting[]> {
  const { submissions } = await listSubmissions(db, group.id)
  const words = vendorWaiting(actor.locale)
  const signing = await signingTasks(db, actor, group)
  const open = submissions
    .filter(({ items, answered }) => answered < items)
    .map(({ id, title, items, answered, dueOn }) => ({
      ...words.submission({ open: items - answered, title, answered, items, day: spoken(actor, dueOn) }),
      href: `/submissions/${id}`,
      primary: true,
      late: dueOn < todayOf(actor),
      dueOn,
    }))
  return [...open, ...signing]
}

/** Those of some groups that have anything with their vendor at all: whoever is in many asks seven questions of these alone. */
async function listBusy(db: Db, groupIds: number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select g.id from unnest(${groupIds}::bigint[]) as g (id) where
    exists (select from submission s where s.group_id = g.id) or exists (select from answer a where a.group_id = g.id)
    or exists (select from commitment c where c.group_id = g.id) or exists (select from delivery_claim d where d.group_id = g.id)
    or exists (select from brief b where b.group_id = g.id) or exists (select from portal_case p where p.group_id = g.id)
    or exists (select from telling_event t where t.group_id = g.id) or exists (select from shared_ballot b where b.group_id = g.id and b.state = 'counted')`.execute(
    db,
  )
  return new Set(idsOf(rows))
}

/** What waits for this person between their groups and their vendors: theirs to do as one of the group, or as the vendor's guest. */
export async function listVendorTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const all = await listDeskGroups(db, actor)
  const busy = await listBusy(db, idsOf(all))
  const groups = all.filter(({ id }) => busy.has(id))
  const tasks = await Promise.all(groups.map((group) => (group.guest ? tasksOfGuest(db, actor, group) : tasksOfGroup(db, actor, group))))
  return tasks.flatMap((ones, index) => ones.map((one) => ({ ...one, whose: groups[index]?.name })))
}

/** What may stall, for the operator's programs: answers that are late, and news that those concerned should have heard by now. */
export async function countStalls(db: Db, at: Date): Promise<{ late: number; untold: number }> {
  const { rows } = await sql<{ late: number; untold: number }>`select
    (select count(*) from submission_item i join submission s on s.id = i.submission_id where s.withdrawn_at is null and i.due_on < ${utcDay(at)}::date
      and not exists (select from answer a where a.request_id = i.request_id and (a.item_id = i.id or a.given_at >= s.submitted_at))) as late,
    (select count(*) from telling_event e where e.told_at is null and not e.quiet
      and greatest(e.readers_from, e.made_at) < ${at}::timestamptz - interval '1 hour') as untold`.execute(db)
  return rows[0] ?? { late: 0, untold: 0 }
}
