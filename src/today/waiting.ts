import type { Actor } from '../actor.ts'
import { inboundState } from '../archive/queries.ts'
import { listCharterWaiting } from '../charter/queries.ts'
import { listWaitingLetters } from '../correspondence/queries.ts'
import { listDocumentTasks } from '../documents/queries.ts'
import { decideReview, isKeptLongEnough } from '../documents/rules.ts'
import { listActions, listPreparedFor } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { pluck } from '../lib/pluck.ts'
import { formatDay, formatList } from '../lib/ui/format.ts'
import { withQuery } from '../lib/ui/paths.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import { listUnanswered } from '../list/queries.ts'
import { listMinutesToCheck, listOpenInvitations, listPolls } from '../meetings/queries.ts'
import { groupsOf, isHerself, mayAdminister, mayLead } from '../policy.ts'
import { listDue } from '../reports/queries.ts'
import { dayIn, todayOf } from '../time.ts'
import { mostByThemselves, shortened, type Waiting } from '../waiting.ts'
import { listApprovals, mostOfOne } from './approvals-queries.ts'
import { allPath, approvalPath, type Part } from './approvals-rules.ts'
import { groupWaiting } from './waiting-words.ts'

const spoken = (actor: Actor, day: string): string => formatDay({ locale: actor.locale }, day)

type Approved = Awaited<ReturnType<typeof listApprovals>>[number]

/** How each kind is decided where it stands; what is not here has a page alone. */
const questions = {
  join: { what: 'join', reason: true, normal: 'yes' },
  // Most of it is spam, and some is not: nothing is decided without a word.
  held: { what: 'held', normal: 'later' },
  referent: { what: 'referent', reason: true, normal: 'yes' },
  silent: { what: 'silent', normal: 'yes' },
} as const

function approvalOf(actor: Actor, approval: Approved): Waiting {
  const { kind, id, title, detail, place, since, claimer, closed } = approval
  const all = groupWaiting(actor.locale)
  const facts = { title, detail, place, day: spoken(actor, dayIn(since, actor.zone)), claimer }
  const words = {
    join: () => all.join(facts),
    // What waits at a closed list goes there no more: approving it would be refused.
    held: () => {
      const said = all.heldMail({ ...facts, title: title || null, closed })
      const { yes: _, ...others } = said
      return closed ? others : said
    },
    referent: () => all.referent(facts),
    silent: () => all.silent(facts),
    claim: () => all.claim(facts),
    offers: () => all.offers({ ...facts, count: Number(detail) }),
    erasure: () => all.erasure({ ...facts, scope: detail }),
  }[kind]()
  const question = kind in questions ? questions[kind as keyof typeof questions] : undefined
  return { ...words, href: approvalPath(approval), primary: kind === 'join', question: question && { ...question, id } }
}

/** What waits for a decision of theirs in a part of the work: each by itself, and in one line what is more than ten of a kind at a place. */
const listApproved =
  (part: Part) =>
  async (db: Db, actor: Actor): Promise<Waiting[]> => {
    const found = await listApprovals(db, actor, part)
    const words = groupWaiting(actor.locale)
    const more = found
      .filter(({ rank, total }) => rank === 1 && total > mostOfOne)
      .map((one) => ({ ...words.more({ count: one.total - mostOfOne, kind: one.kind, place: one.place }), href: allPath(one) }))
    return [...found.map((one) => approvalOf(actor, one)), ...more]
  }

/** What waits at the lists that they moderate: requests to join, and held mail. */
export const listModeration = listApproved('lists')

/** Threads at the lists of groups that somebody leads to which nobody has answered. No letter is worth it. */
export const listUnansweredWaiting = async (db: Db, actor: Actor): Promise<Waiting[]> =>
  (await listUnanswered(db, actor)).map(({ name, title, count }) => ({
    ...groupWaiting(actor.locale).unanswered({ count, list: title }),
    href: `/lists/${name}/threads?unanswered`,
    quiet: true,
  }))

/** What else somebody decides by their office: referents, workplaces, offers, erasures. */
export const listDecisions = listApproved('group')

/** What waits at the charters that somebody keeps: a review that comes, a draft that is not adopted. */
export async function listCharterTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const { reviews, drafts } = await listCharterWaiting(db, actor)
  const words = groupWaiting(actor.locale)
  return [
    ...reviews.map(({ id, group, slug, reviewOn }) => ({
      ...words.charterReview({ day: spoken(actor, reviewOn ?? ''), group }),
      href: `/charter/edit?group=${slug}`,
      question: { what: 'charterReview', id, normal: 'later' } as const,
    })),
    ...drafts.map(({ id, number, group, clauses }) => ({
      ...words.charterDraft({ version: number, group, clauses }),
      href: `/charter/drafts/${id}`,
    })),
  ]
}

const mostActions = 20

/** An action of theirs: done, or dropped with a reason. */
function taskOf(actor: Actor, { id, title, dueOn, group }: Awaited<ReturnType<typeof listActions>>['actions'][number]): Waiting {
  const late = dueOn !== null && dueOn < todayOf(actor)
  return {
    ...groupWaiting(actor.locale).task({ title, group, due: dueOn === null ? null : spoken(actor, dueOn) }),
    href: `/actions/${id}`,
    late,
    dueOn: dueOn ?? undefined,
    question: { what: 'action', id, reason: true, normal: 'yes' },
  }
}

/** Emails to the address of a role, each with what was written: the answer goes out as the role. What is late and is theirs to answer is one line. */
function lettersOf(actor: Actor, { desk, letters, open, late }: Awaited<ReturnType<typeof listWaitingLetters>>[number]): Waiting[] {
  const words = groupWaiting(actor.locale)
  const today = todayOf(actor)
  const rest = open - letters.length
  const isLate = (answerBy: string | null) => answerBy !== null && answerBy < today
  // More is late than what stands there by itself.
  const others = late > letters.filter(({ answerBy }) => isLate(answerBy)).length
  return [
    ...letters.map(({ id, exchangeId, subject, who, text, answerBy }) => ({
      ...words.letter({ subject, who, desk: desk.title, text: shortened(trimReply(text).visible) }),
      href: `/correspondence/${desk.name}/${exchangeId}`,
      late: isLate(answerBy),
      dueOn: answerBy ?? undefined,
      question: { what: 'letter', id, says: true, normal: 'later' } as const,
    })),
    ...(rest > 0 || others
      ? [{ ...words.letters({ open: rest, late, desk: desk.title }), href: `/correspondence/${desk.name}`, late: late > 0 }]
      : []),
  ]
}

/** What waits for somebody by the roles that they hold: letters to answer, handovers and their actions; and mail that could not be read. */
export async function listOfficeWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const [letters, handovers, own, parked] = await Promise.all([
    listWaitingLetters(db, actor, mostByThemselves),
    listPreparedFor(db, actor),
    listActions(db, actor, { state: 'open', ownerId: actor.personId }, { limit: mostActions }),
    mayAdminister(actor) ? inboundState(db).then((state) => state.parked) : 0,
  ])
  const words = groupWaiting(actor.locale)
  return [
    ...letters.flatMap((desk) => lettersOf(actor, desk)),
    ...handovers.map(({ id, giver, taker, group }) => ({ ...words.handover({ giver, taker, group }), href: `/handovers/${id}` })),
    ...own.actions.map((action) => taskOf(actor, action)),
    ...(own.total > mostActions ? [{ ...words.actions({ open: own.total - mostActions }), href: '/actions' }] : []),
    ...(parked > 0 ? [{ ...words.parked({ count: parked }), href: '/admin/queue' }] : []),
  ]
}

/** What waits for somebody of documents: reviews due, drafts to approve, those kept long enough. */
export async function listDocumentsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const today = todayOf(actor)
  const words = groupWaiting(actor.locale)
  return (await listDocumentTasks(db, actor)).flatMap((document): Waiting[] => {
    const { slug, title, host, reviewOn, latest, approvedNumber } = document
    const path = `/documents/${slug}`
    const review = decideReview(document, today)
    if (review !== undefined && reviewOn !== null && reviewOn <= addDays(today, 30)) {
      const late = review === 'late'
      return [
        {
          ...words.review({ title, host, day: spoken(actor, reviewOn), late }),
          href: `${path}/review`,
          late,
          dueOn: reviewOn,
          ...(document.reviewMonths === null ? {} : { question: { what: 'review', id: document.id, normal: 'yes' } as const }),
        },
      ]
    }
    if (document.state === 'live' && latest > (approvedNumber ?? 0))
      return [
        {
          ...words.approve({ title, version: latest, host }),
          href: `${path}/v/${latest}`,
          question: { what: 'approve', id: document.latestId, normal: 'later' } as const,
        },
      ]
    if (!isKeptLongEnough(document, today)) return []
    return [
      {
        ...words.keptLong({ title, host }),
        href: `${path}/removal`,
        question: { what: 'keepLonger', id: document.id, normal: 'later' } as const,
      },
    ]
  })
}

/** What waits for those who lead a group: the report of the year that is over. */
export async function listReportsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const led = groupsOf(actor).filter((id) => mayLead(actor, id))
  if (led.length === 0) return []
  const words = groupWaiting(actor.locale)
  return (await listDue(db, actor.at, led)).map(({ group, slug, year, report }) => ({
    ...words.report({ year, group, begun: report !== null }),
    href: report === null ? withQuery('/reports/new', { group: slug }) : `/reports/${report}`,
  }))
}

/** What waits for this person of meetings: invitations and date polls to answer, minutes to check. */
export async function listMeetingsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const [all, minutes, invitations] = await Promise.all([
    listPolls(db, actor),
    listMinutesToCheck(db, actor),
    listOpenInvitations(db, actor),
  ])
  // Who only may look at a table, as administrators do, is not asked.
  const polls = all.filter(({ isAsked, answered, closesAt }) => isAsked && !answered && closesAt > actor.at)
  const over = all.filter(({ mayArrange, closesAt }) => mayArrange && closesAt <= actor.at)
  const words = groupWaiting(actor.locale)
  const namesOf = (hosts: readonly { name: string }[]) => formatList(actor.locale, pluck(hosts, 'name'))
  const when = (at: Date, zone: string) => sayWhen({ locale: actor.locale, zone: actor.zoneKnown ? actor.zone : null }, zone, at)
  return [
    ...invitations.map(({ id, title, slug, startsAt, zone, hosts }) => ({
      ...words.invitation({ title, when: when(startsAt, zone) }),
      whose: namesOf(hosts),
      href: `/meetings/${slug}`,
      question: { what: 'invitation', id, normal: 'yes' } as const,
    })),
    // Who arranges may approve, once each correction has its answer; everybody else can only say what is wrong.
    ...minutes.map(({ id, title, slug, mayApprove, toAnswer, openCorrections, hosts }) => ({
      ...(toAnswer
        ? words.minutesToCorrect({ title, count: openCorrections })
        : {
            ...(mayApprove ? words.minutesToApprove({ title }) : words.minutes({ title })),
            question: { what: 'minutes', id, reason: true, normal: 'later' } as const,
          }),
      href: toAnswer ? `/meetings/${slug}/minutes#checking` : `/meetings/${slug}/minutes`,
      whose: namesOf(hosts),
    })),
    ...over.map(({ title, slug, hosts }) => ({ ...words.chooseTime({ title }), href: `/polls/${slug}`, whose: namesOf(hosts) })),
    ...polls.map(({ id, title, slug, closesAt, hosts }) => ({
      ...words.poll({ title }),
      whose: namesOf(hosts),
      href: `/polls/${slug}`,
      until: closesAt,
      question: { what: 'poll', id, normal: 'later' } as const,
    })),
  ]
}

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
