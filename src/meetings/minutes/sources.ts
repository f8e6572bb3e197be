import type { Actor } from '../../actor.ts'
import { assess, listCharterGroups, readWords } from '../../charter/queries.ts'
import type { FindingState } from '../../charter/rules.ts'
import { listDueForReview as listDocumentsDue } from '../../documents/queries.ts'
import { listActions, listDueForReview } from '../../groups/queries.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { shorten } from '../../lib/ui/excerpt.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { countOpenRequests, listLists } from '../../list/queries.ts'
import type { Offers } from '../../offers.ts'
import { dayIn } from '../../time.ts'
import { getArrangedMeeting, hostIds, type Meeting } from '../core/queries.ts'
import { insertItem, type NewItem } from './actions.ts'
import { findUnapproved } from './queries.ts'

/** What domains above this one know of what waits. */
type Above = Pick<Offers, 'listLateAnswers'>
type Source = (tx: Tx, actor: Actor, meeting: Meeting, above: Above) => Promise<NewItem[]>

const t = textsOf('meetings', 'sources')

const dayOf = (on: string): string => formatDay({ locale: languageNow() }, on)

const openActions: Source = async (tx, actor, meeting) => {
  const items: NewItem[] = []
  for (const groupId of hostIds(meeting.hosts).groupIds) {
    const { actions, total } = await listActions(tx, actor, { groupId, state: 'open' }, { page: 1, limit: 50 })
    if (total > 0)
      items.push({
        title: t.openTasks({ total }),
        note: actions
          .map(
            ({ title, owner, dueOn }) =>
              `- ${title}${owner ? ` (${[owner, ...(dueOn ? [t.due({ day: dayOf(dueOn) })] : [])].join(', ')})` : ''}`,
          )
          .join('\n'),
        // Whose work is late is not for the street.
        internal: true,
        source: `actions:${groupId}`,
        sourcePath: '/actions?view=group',
      })
  }
  return items
}

const dueDecisions: Source = async (tx, _actor, meeting) => {
  const { groupIds, communityIds } = hostIds(meeting.hosts)
  const due = await listDueForReview(tx, groupIds, communityIds, dayIn(meeting.startsAt, meeting.zone))
  return due.map(({ id, number, text }) => ({
    title: t.decision({ number: String(number) }),
    note: text,
    internal: true,
    source: `decision:${id}`,
    sourcePath: `/decisions/${id}`,
  }))
}

const dueDocuments: Source = async (tx, _actor, meeting) => {
  const { groupIds, communityIds } = hostIds(meeting.hosts)
  const due = await listDocumentsDue(tx, groupIds, communityIds, dayIn(meeting.startsAt, meeting.zone))
  return due.map(({ id, slug, title, reviewOn }) => ({
    title: t.document({ title }),
    note: reviewOn ? t.reviewOn({ day: dayOf(reviewOn) }) : '',
    internal: true,
    source: `document:${id}`,
    sourcePath: `/documents/${slug}`,
  }))
}

const lateAnswers: Source = async (tx, actor, meeting, { listLateAnswers }) => {
  const items: NewItem[] = []
  for (const groupId of hostIds(meeting.hosts).groupIds) {
    const late = await listLateAnswers(tx, groupId, actor.at)
    if (late.length > 0)
      items.push({
        title: t.late({ count: late.length }),
        note: late.map(({ title, dueOn }) => `- ${title} (${t.due({ day: dayOf(dueOn) })})`).join('\n'),
        internal: true,
        source: `late-answers:${groupId}`,
        sourcePath: '/desk',
      })
  }
  return items
}

const waitingApplications: Source = async (tx, actor, meeting) => {
  const { groupIds } = hostIds(meeting.hosts)
  const lists = (await listLists(tx, actor)).filter(({ groupId }) => groupIds.includes(groupId))
  const items: NewItem[] = []
  for (const list of lists) {
    const waiting = await countOpenRequests(tx, [list.id])
    if (waiting > 0)
      items.push({
        title: t.applications({ list: list.title, count: waiting }),
        internal: true,
        source: `requests:${list.id}`,
        // Everybody at the table gets to the list; who decides goes on from there.
        sourcePath: `/lists/${list.name}`,
      })
  }
  return items
}

const unapproved: Source = async (tx, _actor, meeting) => {
  const last = await findUnapproved(tx, meeting.id)
  return last
    ? [
        {
          title: t.minutes({ title: last.title }),
          // What a meeting is called that not everybody knows of, its own people read alone.
          internal: !last.public,
          source: `minutes:${last.id}`,
          sourcePath: `/meetings/${last.slug}/minutes`,
        },
      ]
    : []
}

const stateWords = (state: FindingState): string | undefined =>
  state === 'not_kept' ? t.states.notKept : state === 'at_risk' ? t.states.atRisk : undefined

const charterFindings: Source = async (tx, actor, meeting) => {
  const { groupIds } = hostIds(meeting.hosts)
  const items: NewItem[] = []
  for (const group of (await listCharterGroups(tx)).filter(({ id }) => groupIds.includes(id))) {
    const judged = await assess(tx, group, actor.at)
    const found = judged?.clauses.filter(({ state }) => stateWords(state) !== undefined) ?? []
    if (judged && found.length > 0) {
      const words = await readWords(tx, group, judged, { locale: languageNow(), zone: meeting.zone, now: actor.at })
      items.push({
        title: t.charter({ count: found.length }),
        note: found
          .map(({ clause, state }) => `- ${clause.number}, ${stateWords(state)}: ${shorten(words.get(clause.lineId) ?? '', 120)}`)
          .join('\n'),
        // What is found is the group's own, unless it shares it.
        internal: true,
        source: `charter:${group.id}`,
        sourcePath: `/charter/overview?group=${group.slug}`,
      })
    }
  }
  return items
}

/** What builds an agenda by itself; each thing gets one item, brought up to date when it is asked again. */
const sources: Source[] = [unapproved, openActions, lateAnswers, dueDecisions, dueDocuments, waitingApplications, charterFindings]

/**
 * Puts on the agenda whatever waits for the hosts of a meeting, as far as this actor may see it.
 * @param above what other domains hand in
 * @param by who does it: the program, when the agenda goes out by itself
 * @returns how many items it holds of what waits
 */
export async function fillAgenda(tx: Tx, actor: Actor, slug: string, above: Above, by = actor): Promise<number> {
  const meeting = await getArrangedMeeting(tx, actor, slug)
  let count = 0
  for (const source of sources)
    for (const item of await source(tx, actor, meeting, above)) {
      await insertItem(tx, by, meeting.id, item, 'open')
      count++
    }
  return count
}
