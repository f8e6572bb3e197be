import { readSmall } from '../../archive/queries.ts'
import { ifFound } from '../../errors.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'
import { pluck } from '../../lib/pluck.ts'
import { excerptOf } from '../../lib/ui/excerpt.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { findWritersLikenesses } from '../core/alike-queries.ts'
import { sayLikeness } from '../core/alike-words.ts'

/** How a raw mail is read, within limits of time and memory. */
export type Parse = (raw: Uint8Array) => Promise<ParsedMessage>

/** So many are opened for one page. */
const mostOpened = 30

/** How a mail begins, without what it quotes: enough to tell what it is, in a list. */
const beginningOf = (text: string): string =>
  excerptOf(
    text
      .slice(0, 2_000)
      .split('\n')
      .filter((line) => !/^\s*>/.test(line))
      .join('\n'),
    160,
  )

/** How each of some mails begins, in its writer's own words: spam and a question are told apart without opening either. */
export async function readBeginnings(db: Db, parse: Parse, mails: readonly { id: number; rawId: number }[]): Promise<Map<number, string>> {
  const opened = mails.slice(0, mostOpened)
  const raws = await readSmall(db, pluck(opened, 'rawId'))
  const read = await Promise.all(
    opened.map(async ({ id, rawId }): Promise<[number, string]> => {
      const raw = raws.get(rawId)
      const message = raw && (await ifFound(parse(raw)))
      return [id, message ? beginningOf(message.text) : '']
    }),
  )
  return new Map(read)
}

/** What whoever decides on these held mails is to know of their writers: for whom they can be taken, as a sentence, by the id of the mail. */
export async function readWarnings(
  db: Db,
  mails: readonly { id: number; listId: number; fromEmail: string }[],
  locale: Locale,
): Promise<Map<number, string>> {
  const likenesses = await findWritersLikenesses(db, mails)
  return new Map([...likenesses].map(([id, one]) => [id, sayLikeness(one, locale)]))
}

const heldOnes = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('heldMail')
    .innerJoin('sharedInbound as inbound', 'inbound.id', 'heldMail.inboundId')
    .select(['heldMail.id', 'heldMail.listId', 'heldMail.fromEmail', 'inbound.rawId'])
    .where('heldMail.id', 'in', orNoId(ids))
    .where('heldMail.state', '=', 'held')
    .execute()

/** The same warnings for held mails by their ids, of whichever lists; whom they may be shown to, the asker knows. */
export const readWarningsOf = async (db: Db, ids: readonly number[], locale: Locale): Promise<Map<number, string>> =>
  ids.length === 0 ? new Map() : readWarnings(db, await heldOnes(db, ids), locale)

/** How held mails begin, by their ids, in this order; whom they may be shown to, the asker knows. */
export async function readBeginningsOf(db: Db, parse: Parse, ids: readonly number[]): Promise<Map<number, string>> {
  const opened = ids.slice(0, mostOpened)
  return opened.length === 0 ? new Map() : readBeginnings(db, parse, await heldOnes(db, opened))
}
