import type { Actor } from '../actor.ts'
import { inboundState } from '../archive/queries.ts'
import { listCharterWaiting } from '../charter/queries.ts'
import { countWaitingAnswers } from '../correspondence/queries.ts'
import { listDocumentTasks } from '../documents/queries.ts'
import { decideReview, isKeptLongEnough } from '../documents/rules.ts'
import { countOwnActions, listNamings, listPreparedFor } from '../groups/queries.ts'
import type { Db } from '../lib/db/connect.ts'
import { formatDay } from '../lib/ui/format.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import { countHeld, countOpenRequests, listLists } from '../list/queries.ts'
import { listMinutesToCheck, listOpenInvitations, listOpenPolls, listPolls } from '../meetings/queries.ts'
import { countWorkplaceClaims } from '../people/queries.ts'
import { groupsOf, isHerself, mayAdminister, mayKeepRegister, mayLead, mayModerate } from '../policy.ts'
import { listDue } from '../reports/queries.ts'
import { todayOf } from '../time.ts'
import type { Waiting } from '../waiting.ts'
import { groupWaiting } from './waiting-words.ts'

const spoken = (actor: Actor, day: string): string => formatDay({ locale: actor.locale }, day)

/** What waits at the lists that they moderate. */
export async function listModeration(db: Db, actor: Actor): Promise<Waiting[]> {
  const lists = (await listLists(db, actor)).filter((list) => mayModerate(actor, list))
  const words = groupWaiting(actor.locale)
  const entries = lists.map(async (list): Promise<Waiting[]> => {
    const [held, requests] = await Promise.all([countHeld(db, [list.id]), countOpenRequests(db, [list.id])])
    const all: (Waiting | false)[] = [
      requests > 0 && {
        ...words.asking({ count: requests, list: list.title }),
        href: `/lists/${list.name}/requests`,
        primary: true,
      },
      held > 0 && { ...words.held({ count: held, list: list.title }), href: `/lists/${list.name}/held` },
    ]
    return all.filter((entry) => entry !== false)
  })
  return (await Promise.all(entries)).flat()
}

/** What waits at the charters that somebody keeps: a review that comes, a draft that is not adopted. */
export async function listCharterTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const { reviews, drafts } = await listCharterWaiting(db, actor)
  const words = groupWaiting(actor.locale)
  return [
    ...reviews.map(({ group, slug, reviewOn }) => ({
      ...words.charterReview({ day: spoken(actor, reviewOn ?? ''), group }),
      href: `/charter/edit?group=${slug}`,
    })),
    ...drafts.map(({ id, number, group, clauses }) => ({
      ...words.charterDraft({ version: number, group, clauses }),
      href: `/charter/drafts/${id}`,
    })),
  ]
}

/** What waits for somebody by the roles that they hold: letters to answer, handovers, actions, referents and workplaces to settle. */
export async function listOfficeWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const [letters, handovers, own, namings, claims, parked] = await Promise.all([
    countWaitingAnswers(db, actor),
    listPreparedFor(db, actor.personId),
    countOwnActions(db, actor),
    listNamings(db, actor),
    mayKeepRegister(actor) ? countWorkplaceClaims(db) : 0,
    mayAdminister(actor) ? inboundState(db).then((state) => state.parked) : 0,
  ])
  const words = groupWaiting(actor.locale)
  return [
    ...letters.map(({ desk, open, late }) => ({
      ...words.letters({ open, late, desk: desk.title }),
      href: `/correspondence/${desk.name}`,
      late: late > 0,
    })),
    ...handovers.map(({ id, giver, taker, group }) => ({ ...words.handover({ giver, taker, group }), href: `/handovers/${id}` })),
    ...(own.open > 0 ? [{ ...words.actions({ open: own.open, late: own.late }), href: '/actions', late: own.late > 0 }] : []),
    ...(namings.length > 0 ? [{ ...words.namings({ count: namings.length }), href: '/referents' }] : []),
    ...(parked > 0 ? [{ ...words.parked({ count: parked }), href: '/admin/queue' }] : []),
    ...(claims > 0 ? [{ ...words.workplaces({ count: claims }), href: '/affiliations/basis?view=said' }] : []),
  ]
}

/** What waits for somebody of documents: reviews due, drafts to approve, those kept long enough. */
export async function listDocumentsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const today = todayOf(actor)
  const words = groupWaiting(actor.locale)
  return (await listDocumentTasks(db, actor)).flatMap((document) => {
    const { slug, title, host, reviewOn, latest, approvedNumber } = document
    const path = `/documents/${slug}`
    const review = decideReview(document, today)
    if (review !== undefined && reviewOn !== null && reviewOn <= addDays(today, 30)) {
      const late = review === 'late'
      return [{ ...words.review({ title, host, day: spoken(actor, reviewOn), late }), href: `${path}/review`, late }]
    }
    if (document.state === 'live' && latest > (approvedNumber ?? 0))
      return [{ ...words.approve({ title, version: latest, host }), href: `${path}/v/${latest}` }]
    return isKeptLongEnough(document, today) ? [{ ...words.keptLong({ title, host }), href: `${path}/removal` }] : []
  })
}

/** What waits for those who lead a group: the report of the year that is over. */
export async function listReportsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const led = groupsOf(actor).filter((id) => mayLead(actor, id))
  if (led.length === 0) return []
  const words = groupWaiting(actor.locale)
  return (await listDue(db, actor.at, led)).map(({ group, year, report }) => ({
    ...words.report({ year, group, begun: report !== null }),
    href: report === null ? '/reports/new' : `/reports/${report}`,
  }))
}

/** What waits for this person of meetings: invitations and date polls to answer, minutes to check. */
export async function listMeetingsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const polls = (await listOpenPolls(db, actor)).filter(({ answered }) => !answered)
  const over = (await listPolls(db, actor)).filter(({ mayArrange, closesAt }) => mayArrange && closesAt <= actor.at)
  const minutes = await listMinutesToCheck(db, actor)
  const words = groupWaiting(actor.locale)
  const invitations = await listOpenInvitations(db, actor)
  const when = (at: Date, zone: string) => sayWhen({ locale: actor.locale, zone: actor.zoneKnown ? actor.zone : null }, zone, at)
  return [
    ...invitations.map(({ title, slug, startsAt, zone }) => ({
      ...words.invitation({ title, when: when(startsAt, zone) }),
      href: `/meetings/${slug}`,
    })),
    ...minutes.map(({ title, slug }) => ({ ...words.minutes({ title }), href: `/meetings/${slug}/minutes` })),
    ...over.map(({ title, slug }) => ({ ...words.chooseTime({ title }), href: `/polls/${slug}` })),
    ...polls.map(({ title, slug }) => ({ ...words.poll({ title }), href: `/polls/${slug}` })),
  ]
}

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
