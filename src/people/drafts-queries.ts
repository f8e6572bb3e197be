import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import type { Draft } from '../lib/ui/field-parts.tsx'
import type { Typed } from '../lib/ui/forms.ts'
import { waitingOf } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { shortened, type Waiting } from '../waiting.ts'
import { draftsPath } from './drafts-rules.ts'

/**
 * What this person has begun to write in the form of a page. Whoever acts as them sees nothing of it.
 * @param place the address of the page
 */
export async function findDraft(db: Db, actor: Actor, place: string): Promise<Draft> {
  if (!isHerself(actor)) return { place }
  const row = await findRow(db.selectFrom('draft'), { personId: actor.personId, place }, ['fields', 'savedAt'])
  return row ? { place, fields: row.fields as Typed, savedAt: row.savedAt } : { place }
}

const textOf = (value: string | string[] | undefined): string => [value ?? ''].flat().join('\n')

/** Which of these words stand in a draft of somebody; for the program itself. */
export async function listInDrafts(db: Db, words: readonly string[]): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set()
  const { rows } = await sql<{ word: string }>`select word from unnest(${words}::text[]) as word
    where exists (select from draft where position(word in fields::text) > 0)`.execute(db)
  return new Set(rows.map(({ word }) => word))
}

/** All that this person has begun to write and not sent, the newest first; with what it is called and what it says. */
export async function listDrafts(db: Db, actor: Actor, { returned = false } = {}) {
  if (!isHerself(actor)) return []
  const rows = await db
    .selectFrom('draft')
    .select(['id', 'place', 'fields', 'savedAt', 'returnedAt'])
    .where('personId', '=', actor.personId)
    .$if(returned, (query) => query.where('returnedAt', 'is not', null))
    .orderBy('savedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ fields, ...row }) => {
    const typed = fields as Typed
    return { ...row, name: textOf(typed.subject) || textOf(typed.title), text: textOf(typed.text) || textOf(typed.body) }
  })
}

/** What was sent and could not leave: its author would think that it had. */
export async function listReturned(db: Db, actor: Actor): Promise<Waiting[]> {
  const words = waitingOf('people', 'returned')(actor.locale)
  return (await listDrafts(db, actor, { returned: true })).map(({ id, name, text }) => ({
    ...words.post({ subject: name || shortened(text) }),
    href: `${draftsPath}#draft-${id}`,
    primary: true,
  }))
}
