import type { Actor } from '../actor.ts'
import { listVendorTasks } from '../advocacy/today/queries.ts'
import { listTasks } from '../ballots/tasks/queries.ts'
import type { Db } from '../lib/db/connect.ts'
import type { Waits } from '../lib/ui/waits.ts'
import { countHeld } from '../list/moderation/queries.ts'
import { countOpenRequests, listLists } from '../list/queries.ts'
import { listNewsTasks } from '../news/today/queries.ts'
import { listFirstWeeksWaiting } from '../operations/first-weeks/queries.ts'
import { mayModerate } from '../policy.ts'
import { listRequestTasks } from '../requests/today/queries.ts'
import { byUrgency, type TodayKind } from './rules.ts'
import {
  listCharterTasks,
  listDocumentsWaiting,
  listMeetingsWaiting,
  listOfficeWaiting,
  listReportsWaiting,
  type Waiting,
} from './waiting.ts'
import { groupWaiting } from './waiting-words.ts'

/** Something that waits for a person: what it is, and the page with its one button. */
export interface TodayEntry extends Waits {
  href: string
  /** The part of the work that it belongs to. */
  kind: TodayKind
  /** Theirs alone to do, or somebody is kept waiting by it. */
  primary: boolean
  /** It should have been done. */
  late?: boolean
  /** When it is too late. */
  until?: Date
}

const plain = (kind: TodayKind, { late, ...one }: Waiting): TodayEntry => ({ ...one, kind, primary: false, ...(late && { late }) })

/** What waits at the lists that they moderate. */
async function listModeration(db: Db, actor: Actor): Promise<TodayEntry[]> {
  const lists = (await listLists(db, actor)).filter((list) => mayModerate(actor, list))
  const words = groupWaiting(actor.locale)
  const entries = lists.map(async (list): Promise<TodayEntry[]> => {
    const [held, requests] = await Promise.all([countHeld(db, [list.id]), countOpenRequests(db, [list.id])])
    const all: (TodayEntry | false)[] = [
      requests > 0 && {
        ...words.asking({ count: requests, list: list.title }),
        kind: 'lists',
        href: `/lists/${list.name}/requests`,
        primary: true,
      },
      held > 0 && { ...words.held({ count: held, list: list.title }), kind: 'lists', href: `/lists/${list.name}/held`, primary: false },
    ]
    return all.filter((entry) => entry !== false)
  })
  return (await Promise.all(entries)).flat()
}

/**
 * Everything that waits for this person, the most urgent first, and nothing that is not theirs: for the page, the weekly mail and programs
 * alike.
 */
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
  const of = (kind: TodayKind, tasks: readonly Waiting[]) => tasks.map((task) => plain(kind, task))
  return byUrgency(
    [
      ...ballots.map(({ mine, until, ...task }) => ({ ...plain('ballots', task), primary: mine, until })),
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

/** Since when they have had what waits by mail; undefined where they have not. */
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
