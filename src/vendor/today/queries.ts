import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../db/connect.ts'
import { formatDay } from '../../ui/format.ts'
import { listUnchecked } from '../commitments/queries.ts'
import { listLateAnswers, listOpenQuestions, listSubmissions } from '../desk/queries.ts'
import { type DeskGroup, listDeskGroups } from '../queries.ts'
import { dayOf } from '../rules.ts'
import { listUntold } from '../telling/queries.ts'
import { fitsList } from '../telling/rules.ts'
import { listUncommitted } from '../winners/queries.ts'

/** Something between group and vendor that waits for somebody. */
export interface VendorTask {
  title: string
  href: string
  meta: string
  button: string
  primary: boolean
  /** It should have been done. */
  late?: boolean
}

const spoken = (day: string): string => formatDay({ locale: 'en' }, day)

const plural = (value: number, one: string, many: string): string => (value === 1 ? one : `${value} ${many}`)

/** Answers whose next review has come, the oldest first: the group asks again. */
export const listReviewsDue = (db: Db, groupIds: number[], at: Date) =>
  db
    .selectFrom('answer')
    .innerJoin('request', 'request.id', 'answer.requestId')
    .select(['answer.id', 'answer.requestId', 'answer.nextReviewOn', 'request.title'])
    .where('answer.groupId', 'in', [0, ...groupIds])
    .where('answer.nextReviewOn', '<=', dayOf(at))
    .where('request.stage', 'in', ['answered', 'committed'])
    .where(
      sql<boolean>`not exists (select from answer n where n.request_id = answer.request_id and (n.given_at, n.id) > (answer.given_at, answer.id))`,
    )
    .orderBy('answer.nextReviewOn')
    .execute()

async function tasksOfGroup(db: Db, actor: Actor, group: DeskGroup): Promise<VendorTask[]> {
  const [questions, late, unchecked, reviews, untold, uncommitted] = await Promise.all([
    listOpenQuestions(db, [group.id]),
    listLateAnswers(db, group.id, actor.at),
    listUnchecked(db, [group.id]),
    listReviewsDue(db, [group.id], actor.at),
    group.leads ? listUntold(db, group.id) : [],
    group.leads ? listUncommitted(db, group.id, actor.at) : [],
  ])
  const tellable = untold.filter((event) => fitsList(event, 'subscribers', actor.at)).length
  const [question, firstLate, delivery, review] = [questions[0], late[0], unchecked[0], reviews[0]]
  const tasks: (VendorTask | false | undefined)[] = [
    question && {
      title: plural(questions.length, `${group.vendor} asks about “${question.title}”`, `questions of ${group.vendor} wait`),
      href: questions.length === 1 ? `/submissions/${question.submissionId}#r${question.requestId}` : `/desk?group=${group.slug}`,
      meta: 'Until they are answered, the group is waited for.',
      button: 'Answer',
      primary: true,
    },
    firstLate && {
      title: plural(late.length, `The answer to “${firstLate.title}” is late`, `answers of ${group.vendor} are late`),
      href: late.length === 1 ? `/submissions/${firstLate.submissionId}#r${firstLate.requestId}` : `/desk?group=${group.slug}`,
      meta: `Due since ${spoken(firstLate.dueOn)}. Offered to the next agenda.`,
      button: 'Look',
      primary: false,
      late: true,
    },
    delivery && {
      title: plural(unchecked.length, `“${delivery.title}” is said to be delivered`, 'deliveries wait for the check'),
      href: `/deliveries/${delivery.id}`,
      meta: `With ${delivery.release}. It counts once it was tried.`,
      button: 'Try it',
      primary: false,
    },
    ...uncommitted.map(({ ballotId, title, waiting }) => ({
      title: plural(waiting, `One option that won “${title}” waits`, `options that won “${title}” wait`),
      href: `/ballots/${ballotId}/commitments`,
      meta: 'They become commitments in one act, with the points as costed.',
      button: 'Commit',
      primary: true,
    })),
    tellable > 0 && {
      title: plural(tellable, 'One answer was not told to the list', 'pieces of news were not told to the list'),
      href: `/telling?group=${group.slug}`,
      meta: 'One post for all; you look at it and send it.',
      button: 'Tell the list',
      primary: false,
    },
    review && {
      title: plural(reviews.length, `The answer to “${review.title}” is due for review`, 'answers are due for review'),
      href: `/answers/${review.id}`,
      meta: `Agreed for ${spoken(review.nextReviewOn ?? dayOf(actor.at))}.`,
      button: 'Look',
      primary: false,
    },
  ]
  return tasks.filter((task): task is VendorTask => Boolean(task))
}

async function tasksOfGuest(db: Db, group: DeskGroup, at: Date): Promise<VendorTask[]> {
  const { submissions } = await listSubmissions(db, group.id)
  return submissions
    .filter(({ items, answered }) => answered < items)
    .map((one) => ({
      title: plural(
        one.items - one.answered,
        `One request of “${one.title}” waits for your answer`,
        `requests of “${one.title}” wait for your answer`,
      ),
      href: `/submissions/${one.id}`,
      meta: `${one.answered} of ${one.items} answered; due ${spoken(one.dueOn)}`,
      button: 'Answer',
      primary: true,
      late: one.dueOn < dayOf(at),
    }))
}

/** What waits for this person between her groups and their vendors: hers to do as one of the group, or as the vendor's guest. */
export async function listVendorTasks(db: Db, actor: Actor): Promise<VendorTask[]> {
  const groups = await listDeskGroups(db, actor)
  const tasks = await Promise.all(groups.map((group) => (group.guest ? tasksOfGuest(db, group, actor.at) : tasksOfGroup(db, actor, group))))
  return tasks.flat()
}

/** What may stall, for the operator's programs: answers that are late, and news that those concerned should have heard by now. */
export async function countStalls(db: Db, at: Date): Promise<{ late: number; untold: number }> {
  const { rows } = await sql<{ late: number; untold: number }>`select
    (select count(*) from submission_item i join submission s on s.id = i.submission_id where s.withdrawn_at is null and i.due_on < ${dayOf(at)}::date
      and not exists (select from answer a where a.request_id = i.request_id and (a.item_id = i.id or a.given_at >= s.submitted_at))) as late,
    (select count(*) from telling_event e where e.told_at is null and not e.quiet
      and greatest(e.readers_from, e.made_at) < ${at}::timestamptz - interval '1 hour') as untold`.execute(db)
  return rows[0] ?? { late: 0, untold: 0 }
}
