import type { Actor } from '../actor.ts'
import { countOwnActions } from '../charter/tasks/queries.ts'
import type { Db } from '../db/connect.ts'
import { countWaitingAnswers } from '../office/correspondence/queries.ts'
import { listPreparedFor } from '../office/handover/queries.ts'
import { listNamings } from '../people/referents/queries.ts'
import { listWorkplaceClaims } from '../people/workplaces/queries.ts'
import { isHerself, mayKeepRegister } from '../policy.ts'

/** Something that waits for a person, with the page that has its button. */
export interface Waiting {
  title: string
  href: string
  meta: string
  button: string
}

const many = (count: number, one: string, more: (count: number) => string): string => (count === 1 ? one : more(count))

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
