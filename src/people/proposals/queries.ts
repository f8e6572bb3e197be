import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/connect.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { textsOf, waitingOf, wordsOf } from '../../lib/ui/words.ts'
import { isHerself } from '../../policy.ts'
import type { Waiting } from '../../waiting.ts'

const t = textsOf('people', 'proposals')
const toolWords = wordsOf('people', 'tools')
const waitingWords = waitingOf('people', 'drafted')

/** Where a draft of a program is read, sent or discarded. */
export const proposalPath = (id: number): string => `/proposals/${id}`

/** What a tool that drafts is called; its name, where it is no more. */
export const titleOf = (tool: string, locale: Locale): string =>
  (toolWords(locale).drafting as Readonly<Record<string, string>>)[tool] ?? tool

const own = (db: Db, actor: Actor & { personId: number }) =>
  db
    .selectFrom('programProposal')
    .select(['id', 'tool', 'path', 'fields', 'client', 'madeAt', 'decidedAt', 'outcome'])
    .where('personId', '=', actor.personId)

type Fields = Record<string, string | string[]>

/** The drafts that programs left for this person, newest first; whoever acts as them sees none. */
export async function listProposals(db: Db, actor: Actor, { settled = false } = {}) {
  if (!isHerself(actor)) return []
  const rows = await own(db, actor)
    .where('decidedAt', settled ? 'is not' : 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, fields: row.fields as Fields }))
}

/** One of them. @throws NotFound for somebody else's */
export async function getProposal(db: Db, actor: Actor, id: number) {
  const row = isHerself(actor) ? await own(db, actor).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(t.draftNotFound)
  return { ...row, fields: row.fields as Fields }
}

/** The tools that this person lets no program use. */
export async function listRefusedTools(db: Db, personId: number): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('refusedTool').select('tool').where('personId', '=', personId).execute()
  return new Set(rows.map(({ tool }) => tool))
}

const textOf = (value: string | string[] | undefined): string => [value ?? ''].flat().join(', ')

/** What a draft is about, in a line. */
export const aboutOf = (fields: Fields): string => textOf(fields.title ?? fields.text ?? fields.reason ?? fields.note).slice(0, 120)

/** What programs drafted and its person has not sent or discarded. */
export async function listDraftedWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const words = waitingWords(actor.locale)
  return (await listProposals(db, actor)).map(({ id, tool, client, fields }) => ({
    ...words.draft({ what: titleOf(tool, actor.locale), about: aboutOf(fields), client }),
    href: proposalPath(id),
  }))
}
