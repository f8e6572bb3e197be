import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import { type Db, findRow } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { textsOf, waitingOf, wordsOf } from '../../lib/ui/words.ts'
import { isHerself } from '../../policy.ts'
import type { Waiting } from '../../waiting.ts'
import { askingLasts, type ToolChoice } from './rules.ts'

const t = textsOf('people', 'proposals')
const toolWords = wordsOf('people', 'tools')
const waitingWords = waitingOf('people', 'drafted')

/** Where a draft of a program is read, sent or discarded. */
export const proposalPath = (id: number): string => `/proposals/${id}`

/** What a tool is called; its name, where it is no more. */
export const titleOf = (tool: string, locale: Locale): string => {
  const { reading, drafting } = toolWords(locale)
  return ({ ...reading, ...drafting } as Readonly<Record<string, string>>)[tool] ?? tool
}

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
  const row = (isHerself(actor) ? await own(db, actor).where('id', '=', id).executeTakeFirst() : undefined) ?? missing(t.draftNotFound)
  return { ...row, fields: row.fields as Fields }
}

/** What this person says of tools of which the usual does not hold. */
export async function listToolChoices(db: Db, personId: number): Promise<ReadonlyMap<string, ToolChoice>> {
  const rows = await db.selectFrom('refusedTool').select(['tool', 'choice']).where('personId', '=', personId).execute()
  return new Map(rows.map(({ tool, choice }) => [tool, choice === 'ask' ? 'ask' : 'never']))
}

/** Has this person said yes to a tool that asks, just now? */
export async function isToolAllowed(db: Db, personId: number, tool: string, at: Date): Promise<boolean> {
  const row = await findRow(db.selectFrom('toolAsking').where('allowedUntil', '>', at), { personId, tool }, ['tool'])
  return row !== undefined
}

/** The tools that programs wait to use, until this person says yes. */
export async function listAskings(db: Db, actor: Actor) {
  if (!isHerself(actor)) return []
  return db
    .selectFrom('toolAsking')
    .select(['tool', 'client', 'askedAt'])
    .where('personId', '=', actor.personId)
    .where('allowedUntil', 'is', null)
    .where('askedAt', '>', new Date(actor.at.getTime() - askingLasts))
    .orderBy('askedAt')
    .execute()
}

const textOf = (value: string | string[] | undefined): string => [value ?? ''].flat().join(', ')

/** What a draft is about, in a line. */
export const aboutOf = (fields: Fields): string => textOf(fields.title ?? fields.text ?? fields.reason ?? fields.note).slice(0, 120)

/** What programs wait to be allowed, and what they drafted and its person has not sent or discarded. */
export async function listDraftedWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const words = waitingWords(actor.locale)
  const asked = (await listAskings(db, actor)).map(({ tool, client }) => ({
    ...words.asked({ what: titleOf(tool, actor.locale), client }),
    href: '/me/assistants#asked',
  }))
  const drafted = (await listProposals(db, actor)).map(({ id, tool, client, fields }) => ({
    ...words.draft({ what: titleOf(tool, actor.locale), about: aboutOf(fields), client }),
    href: proposalPath(id),
  }))
  return [...asked, ...drafted]
}
