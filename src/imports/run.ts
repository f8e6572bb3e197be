import { basename } from 'node:path'
import type { Actor } from '../actor.ts'
import { type Imported, importMailbox, openMailbox, tryMailbox } from '../archive/actions.ts'
import { type Balance, nothing, sumOf } from '../archive/rules.ts'
import type { Database } from '../lib/db/connect.ts'
import type { Write } from '../lib/db/rows.ts'
import { MboxError } from '../lib/mail/mbox-source.ts'
import { whyNotPattern } from '../lib/mail/pattern.ts'
import { pluck } from '../lib/pluck.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { textsOf } from '../lib/ui/words.ts'
import { findLeavers } from '../list/queries.ts'
import {
  applySenders,
  applySettings,
  beginMove,
  endMove,
  holdMove,
  type Move,
  noteFailure,
  type Target,
  takeApplicant,
  takeHeld,
} from './actions.ts'
import { SourceError } from './folder.ts'
import { addMembers, removeMembers, settleItems } from './members-actions.ts'
import { hashOf, keepOldAddresses } from './old-addresses/actions.ts'
import { streamMessageIds } from './old-addresses/queries.ts'
import { readVolume } from './old-addresses/tree.ts'
import { type Plan, planMove } from './plan-rules.ts'
import { type Choices, countItems, settledKeys } from './queries.ts'
import type { Source } from './source.ts'

const reasons = keptOf('imports', 'reasons')
const t = textsOf('imports', 'sources')

/** How far an import is: what it does, and how much of that is done. */
export interface Step {
  what: string
  done: number
  of: number | undefined
}

interface MoveOptions {
  choices: Choices
  mailDomain: string
  /** Of header lines in its mails that are no ASCII and name none. */
  charset?: string | undefined
  tell?: (step: Step) => void
}

export interface Moved {
  moveId: number
  counts: Awaited<ReturnType<typeof countItems>>
  mailboxes: { name: string; imported: Imported }[]
  mail: Balance
  addresses: { kept: number; lost: number }
}

const batch = 500

/** What an import would do; it changes nothing. */
export const planOf = (source: Source, exists: boolean, { settings }: Choices): Plan =>
  planMove(source.departing, { exists, takeSettings: settings, whyNotPattern })

/**
 * Imports a list: settings, people, what waits, archive, old addresses, each part once however often it is begun. Nobody is mailed.
 * What throws leaves the import where it is; begun again with the same source it goes on.
 */
export async function moveIn(
  database: Pick<Database, 'db' | 'write'>,
  actor: Actor,
  list: Target,
  source: Source,
  plan: Plan,
  { choices, mailDomain, charset = '', tell = () => {} }: MoveOptions,
): Promise<Moved> {
  const { db } = database
  const { departing, name, fingerprint } = source
  const move = await database.write((tx) => beginMove(tx, actor, list, { source: name, fingerprint, departing, plan, choices }))
  const write: Write = (part) =>
    database.write(async (tx) => {
      await holdMove(tx, move.id)
      return part(tx)
    })
  const moving = { db, write, actor, move, source, tell }
  try {
    await write((tx) => applySettings(tx, actor, move, plan.settings, oldNameOf(source)))
    await moveMembers(moving, mailDomain)
    if (choices.sync) await moveLeavers(moving)
    await write((tx) => applySenders(tx, actor, move, departing))
    await moveWaiting(moving, `${list.name}@${mailDomain}`)
    const mailboxes = await moveArchive(moving, charset)
    const addresses = await moveAddresses(moving)
    await write((tx) => endMove(tx, actor, move))
    const mail = mailboxes.reduce((sum, { imported }) => sumOf(sum, imported.balance), nothing)
    return { moveId: move.id, counts: await countItems(db, move.id), mailboxes, mail, addresses }
  } catch (error) {
    await database.write((tx) => noteFailure(tx, move.id, (error as Error).message)).catch(() => {})
    throw error
  }
}

/** What each part of an import works with. */
interface Moving extends Pick<Database, 'db' | 'write'> {
  actor: Actor
  move: Move
  source: Source
  tell: (step: Step) => void
}

async function moveMembers({ db, write, actor, move, source: { departing, wrong }, tell }: Moving, mailDomain: string) {
  const done = await settledKeys(db, move.id, 'member')
  const left = departing.members.filter(({ email }) => !done.has(email))
  const of = departing.members.length
  for (let at = 0; at < left.length; at += batch) {
    await write(async (tx) =>
      settleItems(
        tx,
        move.id,
        'member',
        await addMembers(tx, actor, move.list, left.slice(at, at + batch), { mailDomain, moveId: move.id }),
      ),
    )
    tell({ what: reasons('members'), done: of - left.length + Math.min(left.length, at + batch), of })
  }
  const items = wrong.map(({ line, reason }) => ({ key: String(line).padStart(7, '0'), outcome: 'wrong' as const, reason }))
  await write((tx) => settleItems(tx, move.id, 'line', items))
}

async function moveLeavers({ db, write, actor, move, source: { departing } }: Moving) {
  const leaving = await findLeavers(db, move.list.id, pluck(departing.members, 'email'))
  for (let at = 0; at < leaving.length; at += batch)
    await write(async (tx) => {
      const some = leaving.slice(at, at + batch)
      await removeMembers(tx, actor, move.list, some, move.id)
      const items = some.map(({ email }) => ({ key: email, outcome: 'added' as const }))
      await settleItems(tx, move.id, 'leaver', items)
    })
}

async function moveWaiting({ db, write, actor, move, source: { departing }, tell }: Moving, address: string) {
  const heldBefore = await settledKeys(db, move.id, 'held')
  for (const [i, post] of departing.held.entries()) {
    if (!heldBefore.has(post.key)) await write((tx) => takeHeld(tx, actor, move, post, address))
    tell({ what: reasons('held'), done: i + 1, of: departing.held.length })
  }
  const askedBefore = await settledKeys(db, move.id, 'applicant')
  for (const applicant of departing.applicants)
    if (!askedBefore.has(applicant.email)) await write((tx) => takeApplicant(tx, actor, move, applicant))
}

async function moveArchive({ db, write, actor, move: { id, list }, source: { mailboxes }, tell }: Moving, charset: string) {
  const imported: Moved['mailboxes'] = []
  for (const path of mailboxes) {
    const mailbox = await openMailbox(path)
    const name = basename(path)
    const done = await importMailbox({ db, write }, actor, list, { ...mailbox, name, moveId: id, charset }, ({ balance }) =>
      tell({
        what: reasons('archive', { name }),
        done: balance.imported + balance.repaired + balance.duplicate + balance.quarantined,
        of: undefined,
      }),
    ).catch((error: Error) => {
      throw error instanceof MboxError ? new SourceError(t.faulty({ place: name, why: error.message })) : error
    })
    imported.push({ name, imported: done })
  }
  return imported
}

/** By which name a list was known elsewhere; a file of people alone knows of none. */
const oldNameOf = ({ departing, mailboxes, volumes }: Source): string =>
  departing.program === 'file' && mailboxes.length + volumes.length === 0 ? '' : departing.name

async function moveAddresses({ db, write, move: { list, id }, source, tell }: Moving) {
  const { volumes, departing } = source
  let kept = 0
  const lost: string[] = []
  for (const [i, folder] of volumes.entries()) {
    const volume = await readVolume(folder)
    const known = await write((tx) => keepOldAddresses(tx, list, departing.name, volume.addresses))
    kept += known
    lost.push(...volume.lost)
    if (known < volume.addresses.length)
      lost.push(...Array.from({ length: volume.addresses.length - known }, (_, k) => `${basename(folder)} (${k + 1})`))
    tell({ what: reasons('oldAddresses'), done: i + 1, of: volumes.length })
  }
  const items = lost.map((path) => ({ key: path, outcome: 'left' as const, reason: reasons('noMessage') }))
  await write((tx) => settleItems(tx, id, 'address', items))
  // Whether HyperKitty was in front is not said anywhere; pipermail certainly was where its pages are.
  if (departing.program !== 'mailman2' && volumes.length === 0 && oldNameOf(source) !== '')
    for await (const ids of streamMessageIds(db, list.id)) {
      const addresses = ids.map((messageId) => ({ path: hashOf(messageId), messageId }))
      kept += await write((tx) => keepOldAddresses(tx, list, departing.name, addresses))
    }
  return { kept, lost: lost.length }
}

/** Reads the mailboxes of a source and says what an import of them would do; it changes nothing. */
export async function tryArchive(
  database: Pick<Database, 'db'>,
  now: Date,
  listId: number | undefined,
  { mailboxes }: Source,
  charset = '',
): Promise<Moved['mailboxes']> {
  const seen = new Set<string>()
  const tried: Moved['mailboxes'] = []
  for (const path of mailboxes)
    tried.push({ name: basename(path), imported: await tryMailbox(database, now, listId, { ...(await openMailbox(path)), charset }, seen) })
  return tried
}
