import { visitor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import type { Gathered } from '../gathered.ts'
import type { Named } from '../happening.ts'
import type { Db } from '../lib/db/rows.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import { describeAction } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Saying } from './chats.ts'
import { type Told, testKind } from './rules.ts'

const t = textsOf('webhooks', 'chats')

/** Where a thing stands, where it has an address that everybody may be allowed to see. */
async function findPath(db: Db, named: readonly Named[], subject: string): Promise<string | undefined> {
  const [kind, id = ''] = subject.split(':')
  const thing = /^\d{1,15}$/.test(id) ? named.find((one) => one.subject?.kind === kind) : undefined
  return thing?.subject?.path(db, Number(id))
}

/** What the thing at an address is called, to everybody; undefined where it is not for everybody. */
async function findTitle(db: Db, named: readonly Named[], path: string, at: Date): Promise<string | undefined> {
  const thing = named.find(({ address }) => address.test(path))
  const [name = '', second = ''] = thing?.address.exec(path)?.slice(1) ?? []
  try {
    return await thing?.title(db, visitor(at, 'web'), decodeURIComponent(name), decodeURIComponent(second))
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/**
 * What a chat is told of a line of the journal, in the language that is spoken just now. Who reads along there is not known here: so what the
 * thing is called is said only where everybody may read it, and elsewhere its number, with the address at which those who may find the rest.
 */
export async function sayingOf(
  db: Db,
  { named, verbs }: Pick<Gathered, 'named' | 'verbs'>,
  told: Told,
  { name, baseUrl, at }: { name: string; baseUrl: string; at: Date },
): Promise<Saying> {
  const who = told.name ?? 'Rapport'
  if (told.action === testKind)
    return { what: t.test, who, title: name, group: '', link: `${baseUrl}/admin/webhooks/${told.subject.replace(/^\D+/, '')}` }
  const path = await findPath(db, named, told.subject)
  const title = path === undefined ? undefined : await findTitle(db, named, path, at)
  return {
    what: describeAction(verbs, told.action, who),
    who,
    title: title ?? sayThing(told.subject),
    group: told.groupName ?? '',
    link: `${baseUrl}${path ?? `/history/${encodeURIComponent(told.subject)}`}`,
  }
}
