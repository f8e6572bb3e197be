import * as z from 'zod'
import { type FormBody, InvalidForm, readForm, typedIn, whole } from '../../lib/ui/forms.ts'
import { type C, done, idOf, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findSimilarMany, listPicks } from '../../requests/queries.ts'
import { alikeThings } from '../../requests/rules.ts'
import { commitWinners, type WinnerLine } from './actions.ts'
import { getWinners } from './queries.ts'
import { WinnersPage } from './views.tsx'

const t = textsOf('advocacy', 'winners')

const YearForm = z.object({
  year: whole().refine((value) => value >= 1990 && value <= 2200, { error: () => t.aYear }),
  dueOn: z.iso.date().optional(),
  capacity: whole()
    .refine((value) => value >= 1 && value <= 100_000, { error: () => t.aWholeNumberOfDevelopmentPoints })
    .optional(),
})

async function showWinners(c: C) {
  const found = await getWinners(c.var.db, c.var.actor, idOf(c, 'ballot'))
  const { ballot, winners, capacities } = found
  const { db, actor } = c.var
  const loose = winners.filter(({ standing, requestId }) => standing === 'waiting' && requestId === null)
  const likes = await findSimilarMany(
    db,
    actor,
    ballot.groupId,
    loose.map(({ title, text, area }) => ({ title, text, area: area || null })),
    { limit: 3 },
  )
  const alike = new Map(loose.map(({ number }, at) => [number, alikeThings((likes[at] ?? []).filter(({ stage }) => stage !== 'merged'))]))
  const picks = loose.length === 0 ? [] : await listPicks(db, actor, ballot.groupId)
  // What is chosen in one year is built in the next: the year after the close, unless somebody says otherwise.
  const year = String((ballot.closedAt ?? c.var.actor.at).getUTCFullYear() + 1)
  const agreed = capacities.some((one) => String(one.year) === year)
  const values = {
    year,
    capacity: ballot.capacity === null || agreed ? '' : String(ballot.capacity),
    ...Object.fromEntries(winners.map(({ number, cost }) => [`points-${number}`, String(cost ?? '')])),
  }
  return c.var.page(t.recordChosenOptionsPromises, <WinnersPage {...found} {...{ picks, alike }} values={values} />)
}

/** The options that were ticked, each with its points and its request. @throws InvalidForm beside what is no number */
function readLines(body: FormBody): WinnerLine[] {
  const numberOf = (name: string): number | null | undefined => {
    // Without script a menu and a field are sent under one name: what was typed counts.
    const typed = [body[name] ?? ''].flat().filter((one) => typeof one === 'string' && one.trim() !== '')
    const text = String(typed.at(-1) ?? '').trim()
    if (text === '') return null
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined
  }
  const numbers = Object.keys(body).flatMap((name) => (/^take-\d{1,6}$/.test(name) ? [name.slice(5)] : []))
  const faults = numbers.flatMap((number) => [
    ...(numberOf(`points-${number}`) === undefined ? [[`points-${number}`, t.aWholeNumberOfDevelopmentPoints]] : []),
    ...(numberOf(`request-${number}`) === undefined ? [[`request-${number}`, t.theNumberOfARequestOr]] : []),
  ])
  if (faults.length > 0) throw new InvalidForm(refusals.pleaseLookAgain, Object.fromEntries(faults), typedIn(body))
  return numbers.map((number) => ({
    number: Number(number),
    points: numberOf(`points-${number}`) ?? null,
    requestId: numberOf(`request-${number}`) ?? null,
  }))
}

export const winnerPages = pages()
  .get('/ballots/:ballot/commitments', (c) => showWinners(c))
  .post('/ballots/:ballot/commitments', twin('will', 'POST /ballots/{ballot}/commitments'), async (c) => {
    const { db, actor, write } = c.var
    const { ballot } = await getWinners(db, actor, idOf(c, 'ballot'))
    return refusable(c, () => showWinners(c)).run(async (body) => {
      const facts = readForm(YearForm, body)
      const lines = readLines(body)
      const ids = await write((tx) => commitWinners(tx, actor, ballot.id, { ...facts, lines }))
      return done(c, `/commitments?group=${ballot.groupSlug}`, t.promisesRecorded({ promises: ids.length }))
    })
  })
