import type { Actor } from '../../actor.ts'
import { listTasks } from '../../ballots/tasks/queries.ts'
import type { Db } from '../../db/connect.ts'
import { countHeld } from '../../list/moderation/queries.ts'
import { countOpenRequests, listLists } from '../../list/queries.ts'
import { listNewsTasks } from '../../news/today/queries.ts'
import { mayModerate } from '../../policy.ts'
import { listRequestTasks } from '../../requests/today/queries.ts'
import { listVendorTasks } from '../../vendor/today/queries.ts'
import { listFirstWeeksWaiting } from '../first-weeks/queries.ts'
import { listMeetingsWaiting } from '../queries.ts'
import { listCharterTasks, listDocumentsWaiting, listOfficeWaiting, listReportsWaiting } from '../waiting.ts'
import { byUrgency, type TodayKind } from './rules.ts'

/** Something that waits for a person: what it is, and the page with its one button. */
export interface TodayEntry {
  title: string
  meta: string
  href: string
  button: string
  /** The part of the work that it belongs to. */
  kind: TodayKind
  /** Hers alone to do, or somebody is kept waiting by it. */
  primary: boolean
  /** It should have been done. */
  late?: boolean
  /** When it is too late. */
  until?: Date
}

interface Task {
  title: string
  href: string
  button: string
  meta?: string
  what?: string
  late?: boolean
}

const plain = (kind: TodayKind, one: Task): TodayEntry => ({
  kind,
  title: one.title,
  meta: one.meta ?? one.what ?? '',
  href: one.href,
  button: one.button,
  primary: false,
  ...(one.late && { late: true }),
})

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? one : `${new Intl.NumberFormat('en').format(count)} ${more}`

/** What waits at the lists that she moderates. */
async function listModeration(db: Db, actor: Actor): Promise<TodayEntry[]> {
  const lists = (await listLists(db, actor)).filter((list) => mayModerate(actor, list))
  const entries = lists.map(async (list): Promise<TodayEntry[]> => {
    const [held, requests] = await Promise.all([countHeld(db, [list.id]), countOpenRequests(db, [list.id])])
    const all: (TodayEntry | false)[] = [
      requests > 0 && {
        kind: 'lists',
        title: counted(requests, `Somebody asks to join ${list.title}`, `people ask to join ${list.title}`),
        meta: 'The addresses are confirmed.',
        href: `/lists/${list.name}/requests`,
        button: 'Look and decide',
        primary: true,
      },
      held > 0 && {
        kind: 'lists',
        title: counted(held, `A mail to ${list.title} is held`, `mails to ${list.title} are held`),
        meta: 'They go out, or not, as you decide.',
        href: `/lists/${list.name}/held`,
        button: 'Read',
        primary: false,
      },
    ]
    return all.filter((entry) => entry !== false)
  })
  return (await Promise.all(entries)).flat()
}

/** Everything that waits for this person, the most urgent first, and nothing that is not hers: for the page, the weekly mail and programs alike. */
export async function listToday(db: Db, actor: Actor): Promise<TodayEntry[]> {
  if (actor.personId === null) return []
  const [moderation, firstWeeks, collating, meetings, office, charters, papers, news, reports, vendor, ballots] = await Promise.all([
    listModeration(db, actor),
    listFirstWeeksWaiting(db, actor),
    listRequestTasks(db, actor),
    listMeetingsWaiting(db, actor),
    listOfficeWaiting(db, actor),
    listCharterTasks(db, actor),
    listDocumentsWaiting(db, actor),
    listNewsTasks(db, actor),
    listReportsWaiting(db, actor),
    listVendorTasks(db, actor),
    listTasks(db, actor),
  ])
  const of = (kind: TodayKind, tasks: readonly Task[]) => tasks.map((task) => plain(kind, task))
  return byUrgency(
    [
      ...ballots.map((task) => ({ ...plain('ballots', task), primary: task.mine, until: task.until })),
      ...vendor.map((task) => ({ ...plain('vendor', task), primary: task.primary })),
      ...moderation,
      ...of('requests', collating),
      ...of('meetings', meetings),
      ...of('documents', papers),
      ...of('news', news),
      ...of('group', [...office, ...charters, ...reports, ...firstWeeks]),
    ],
    actor.at,
  )
}

/** Since when she has had what waits by mail; undefined where she has not. */
export const findTodayMail = (db: Db, personId: number) =>
  db.selectFrom('todayMail').select('chosenAt').where('personId', '=', personId).executeTakeFirst()

/** Those who have what waits by mail and did not get it on or after a day. */
export const listTodayReaders = (db: Db, since: string) =>
  db
    .selectFrom('todayMail')
    .innerJoin('person', 'person.id', 'todayMail.personId')
    .select('todayMail.personId')
    .where('person.erasedAt', 'is', null)
    .where((e) => e.or([e('sentOn', 'is', null), e('sentOn', '<', since)]))
    .orderBy('todayMail.personId')
    .execute()
