import type { MailedAnswer, Taking } from '../../answer.ts'
import { takeSheet } from '../../ballots/actions.ts'
import type { Site } from '../../config.ts'
import { Refusal } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, insertOne, type Tx } from '../../lib/db/rows.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import type { Choice } from '../../lib/ui/waits.ts'
import type { Deciders, Waiters } from '../../waiting.ts'
import { decide, nextBatch, putOff } from '../decisions-actions.ts'
import { keyOf } from '../decisions-rules.ts'
import { listWaiting, type TodayEntry } from '../queries.ts'
import { findWeek } from './queries.ts'
import { type Order, readAnswers, type Said } from './rules.ts'
import { readSheets } from './sheet-rules.ts'

/**
 * Keeps what the numbers of a letter stand for.
 * @returns the letter's id, which an answer to it names
 */
export async function noteWeek(tx: Tx, personId: number, keys: readonly string[], at: Date): Promise<number> {
  const id = await insertOne(tx.insertInto('weekLetter'), { personId, sentAt: at })
  await insertAll(
    tx.insertInto('weekItem'),
    keys.map((key, at) => ({ weekId: id, n: at + 1, key })),
  )
  return id
}

/** Letters whose answers count no more go with what their numbers stood for. */
export const dropOldWeeks = (tx: Tx, before: Date) => tx.deleteFrom('weekLetter').where('sentAt', '<', before).execute()

/** What became of one number of an answer. */
export interface Became {
  n: number
  title: string
  as: Choice | 'later' | 'gone' | 'range' | 'choice' | 'refused' | 'voted'
  /** What the choice is called there, or why it was refused. */
  words: string
}

/** What an answer is taken with, beside the mail. */
interface Hands {
  waiting: readonly Waiters[]
  deciders: Deciders
}

interface Answering extends Hands {
  tx: Tx
  site: Site
  proven: boolean
  actor: NonNullable<Awaited<ReturnType<typeof loadActor>>> & { personId: number }
  batch: number
  /** What waits for them now, by what it is known by. */
  entries: ReadonlyMap<string, TodayEntry>
  /** What the letter's numbers stand for. */
  keys: ReadonlyMap<number, string>
}

async function follow({ tx, site, proven, actor, batch, deciders, entries, keys }: Answering, { n, said, reason }: Order): Promise<Became> {
  const key = keys.get(n)
  if (key === undefined) return { n, title: '', as: 'range', words: '' }
  const entry = entries.get(key)
  if (!entry) return { n, title: '', as: 'gone', words: '' }
  const { title } = entry
  const meant: Said = said ?? entry.question?.normal ?? 'later'
  if (meant === 'later') {
    await putOff(tx, actor, entry, batch)
    return { n, title, as: 'later', words: '' }
  }
  if (!entry.question || entry[meant] === undefined) return { n, title, as: 'choice', words: '' }
  try {
    await decide(tx, deciders, actor, entry, { choice: meant, reason, batch, site, proven })
    // What goes to others in their words is shown once more, while it can be taken back.
    const quoted = entry.question.says && meant === 'yes' ? `\n${reason.replaceAll(/^/gm, '   > ')}` : ''
    return { n, title, as: meant, words: `${entry[meant]}${quoted}` }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { n, title, as: 'refused', words: error.message }
  }
}

/** Takes what was filled in beside a number. What stood there is said to nobody. */
async function takeFilled({ tx, site, proven, actor, keys }: Answering, n: number, text: string): Promise<Became> {
  const path = keys.get(n)
  if (path === undefined) return { n, title: '', as: 'range', words: '' }
  const taken = await takeSheet(tx, site, actor, { path, text, proven })
  if (!taken) return { n, title: '', as: 'gone', words: '' }
  return { n, title: taken.title, as: taken.why === undefined ? 'voted' : 'refused', words: taken.why ?? '' }
}

/**
 * Takes an answer to a week's letter: decides what waits for its reader now, number by number, so that one that cannot be costs no other. What does not
 * wait for them any more is not theirs to decide.
 * @returns what became of it, for the queue's page
 */
export async function answerWeek({ tx, site, text, now }: Taking, { id, proven }: MailedAnswer<'week'>, hands: Hands): Promise<string> {
  const week = await findWeek(tx, id)
  const actor = week && (await loadActor(tx, week.personId, now, 'mail'))
  if (!week || !actor) return 'dropped: a letter of nobody'
  const batch = await nextBatch(tx)
  const entries = new Map(
    (await inLanguage(actor.locale, () => listWaiting(tx, hands.waiting, actor))).map((entry) => [keyOf(entry), entry]),
  )
  const says = new Set(week.items.flatMap(({ n, key }) => (entries.get(key)?.question?.says ? [n] : [])))
  const { sheets, rest } = readSheets(text)
  const { orders, unclear } = readAnswers(trimReply(rest).visible, week.items.length, says)
  const became = await inLanguage(actor.locale, async () => {
    const keys = new Map(week.items.map(({ n, key }) => [n, key]))
    const answering = { ...hands, tx, site, proven, actor: { ...actor, personId: week.personId }, batch, entries, keys }
    const done: Became[] = []
    for (const [n, filled] of sheets) done.push(await takeFilled(answering, n, filled))
    // One after another: what one decides may settle the next.
    for (const order of orders) done.push(await follow(answering, order))
    return done
  })
  await enqueue(tx, 'today.answered', { weekId: id, batch, became, unclear })
  return orders.length + sheets.size === 0 ? 'an answer to a week’s letter that was not understood' : 'an answer to a week’s letter'
}
