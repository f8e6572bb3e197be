import { type Actor, visitor } from '../actor.ts'
import { listAnswers, listShowing, readPublicFigures } from '../advocacy/queries.ts'
import { getGroup, listGroups, listSeats } from '../groups/queries.ts'
import type { Db } from '../lib/db/connect.ts'
import { listLists } from '../list/queries.ts'
import { listMeetings } from '../meetings/queries.ts'
import { listNews } from '../news/queries.ts'
import { listTalks } from '../talks/queries.ts'
import { utcDay } from '../time.ts'
import { getLook } from './look/queries.ts'
import { countByMonth, countVoices, listNewest } from './queries.ts'

/** What the first page shows: what everybody may see, whoever looks at it. */
export async function readHome(db: Db, { at, locale }: Actor) {
  const nobody = visitor(at, 'web', locale)
  const groups = await listGroups(db)
  const first = groups.find(({ closedAt }) => closedAt === null) ?? groups[0]
  const group = first && (await getGroup(db, first.slug))
  const lists = await listLists(db, nobody)
  const open = lists.filter(({ archive }) => archive === 'public').map(({ id }) => id)
  const day = utcDay(at)
  const [look, newest, months, voices, upcoming, { answers }, coming, given, seats, news, showing] = await Promise.all([
    getLook(db),
    listNewest(db, open, 5),
    countByMonth(db, open, at),
    countVoices(db, open),
    listMeetings(db, nobody, { when: 'upcoming', page: 1 }),
    listAnswers(db, nobody, { holds: true }, { limit: 4 }),
    listTalks(db, nobody, { view: 'coming', page: 1, limit: 2 }),
    listTalks(db, nobody, { view: 'given', page: 1, limit: 4 }),
    listSeats(db, day),
    listNews(db, nobody, {}, { limit: 4 }),
    listShowing(db),
  ])
  const shown = showing.find(({ id }) => id === group?.id)
  return {
    look,
    group,
    list: lists.find(({ closedAt }) => closedAt === null),
    newest,
    months,
    voices,
    meeting: upcoming.meetings.find(({ kind }) => kind === 'meeting') ?? upcoming.meetings[0],
    answers,
    news: news.items,
    talks: [...coming.talks, ...given.talks].slice(0, 4),
    relationship: shown && { group: shown, figures: await readPublicFigures(db, shown.id, at) },
    seats: seats.filter(({ groupId }) => groupId === group?.id),
  }
}

export type Home = Awaited<ReturnType<typeof readHome>>
