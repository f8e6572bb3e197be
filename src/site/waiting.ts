import type { Actor } from '../actor.ts'
import { listCharterWaiting } from '../charter/clauses/queries.ts'
import { countOwnActions } from '../charter/tasks/queries.ts'
import type { Db } from '../db/connect.ts'
import { listDocumentTasks } from '../documents/queries.ts'
import { decideReview, isKeptLongEnough } from '../documents/rules.ts'
import { countWaitingAnswers } from '../office/correspondence/queries.ts'
import { listPreparedFor } from '../office/handover/queries.ts'
import { listNamings } from '../people/referents/queries.ts'
import { listWorkplaceClaims } from '../people/workplaces/queries.ts'
import { groupsOf, isHerself, mayKeepRegister, mayLead } from '../policy.ts'
import { listDue } from '../report/queries.ts'
import { formatDay } from '../ui/format.ts'

/** Something that waits for a person, with the page that has its button. */
export interface Waiting {
  title: string
  href: string
  meta: string
  button: string
  /** It should have been done. */
  late?: boolean
}

const many = (count: number, one: string, more: (count: number) => string): string => (count === 1 ? one : more(count))

/** What waits at the charters that somebody keeps: a review that comes, a draft that is not adopted. */
export async function listCharterTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const { reviews, drafts } = await listCharterWaiting(db, actor)
  return [
    ...reviews.map(({ group, slug, reviewOn }) => ({
      title: `The charter is to be looked at again by ${formatDay({ locale: 'en' }, reviewOn ?? '')}`,
      href: `/charter/edit?group=${slug}`,
      meta: group,
      button: 'Look at it',
    })),
    ...drafts.map(({ id, number, group, clauses }) => ({
      title: `Version ${number} of the charter is a draft`,
      href: `/charter/drafts/${id}`,
      meta: `${group} · ${many(clauses, 'one clause', (n) => `${n} clauses`)}`,
      button: 'Go on',
    })),
  ]
}

/** What waits for somebody by the roles that she holds: letters to answer, handovers, actions, referents and workplaces to settle. */
export async function listOfficeWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const [letters, handovers, own, namings, claims] = await Promise.all([
    countWaitingAnswers(db, actor),
    listPreparedFor(db, actor.personId),
    countOwnActions(db, actor),
    listNamings(db, actor),
    mayKeepRegister(actor) ? listWorkplaceClaims(db) : [],
  ])
  return [
    ...letters.map(({ desk, open, late }) => ({
      title:
        open > 0
          ? many(open, `One letter to ${desk.title} waits for an answer`, (n) => `${n} letters to ${desk.title} wait for an answer`)
          : many(late, `One answer to ${desk.title} is late`, (n) => `${n} answers to ${desk.title} are late`),
      href: `/correspondence/${desk.name}`,
      meta: late > 0 ? `${late} of them late` : 'Whoever holds the role answers.',
      button: 'Read',
      late: late > 0,
    })),
    ...handovers.map((one) => ({
      title: `A handover from ${one.giver} to ${one.taker} is prepared`,
      href: `/handovers/${one.id}`,
      meta: one.group,
      button: 'Look and hand over',
    })),
    ...(own.open > 0
      ? [
          {
            title: many(own.open, 'You have an open action', (n) => `You have ${n} open actions`),
            href: '/actions',
            meta: own.late > 0 ? `${own.late} late` : 'None is late.',
            button: 'Look',
            late: own.late > 0,
          },
        ]
      : []),
    ...(namings.length > 0
      ? [
          {
            title: many(namings.length, 'An institution names who speaks for it', (n) => `${n} institutions name who speaks for them`),
            href: '/referents',
            meta: 'The user group confirms.',
            button: 'Look and confirm',
          },
        ]
      : []),
    ...(claims.length > 0
      ? [
          {
            title: many(claims.length, 'Somebody says that she works elsewhere', (n) => `${n} people say that they work elsewhere`),
            href: '/affiliations/basis',
            meta: 'A person settles it.',
            button: 'Settle',
          },
        ]
      : []),
  ]
}

/** What waits for somebody of documents: reviews due, drafts to approve, those kept long enough. */
export async function listDocumentsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const today = actor.at.toISOString().slice(0, 10)
  return (await listDocumentTasks(db, actor)).flatMap((document) => {
    const { slug, title, host, reviewOn, latest, approvedNumber } = document
    const path = `/documents/${slug}`
    const review = decideReview(document, today)
    if (review !== undefined && reviewOn !== null && reviewOn <= addDays(today, 30))
      return [
        {
          title: `${review === 'late' ? 'Overdue for review' : 'Due for review'}: ${title}`,
          href: `${path}/review`,
          meta: `${host} · ${review === 'late' ? 'was due' : 'due'} on ${formatDay({ locale: 'en' }, reviewOn)}`,
          button: 'Read and review',
          late: review === 'late',
        },
      ]
    if (document.state === 'live' && latest > (approvedNumber ?? 0))
      return [
        {
          title: `To approve: ${title}, version ${latest}`,
          href: `${path}/v/${latest}`,
          meta: `${host} · a draft`,
          button: 'Read and approve',
        },
      ]
    return isKeptLongEnough(document, today)
      ? [{ title: `Kept long enough: ${title}`, href: `${path}/removal`, meta: `${host} · nothing goes by itself`, button: 'Decide' }]
      : []
  })
}

/** What waits for those who lead a group: the report of the year that is over. */
export async function listReportsWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const led = groupsOf(actor).filter((id) => mayLead(actor, id))
  if (led.length === 0) return []
  return (await listDue(db, actor.at, led)).map(({ group, year, report }) => ({
    title: `The report of ${year} is due`,
    href: report === null ? '/reports/new' : `/reports/${report}`,
    meta: report === null ? `${group} · it drafts itself from the record` : `${group} · there is a draft`,
    button: report === null ? 'Begin it' : 'Go on with it',
  }))
}

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
