import { basename } from 'node:path'
import type { Actor } from '../actor.ts'
import { packRaw, type RawMail } from '../archive/actions.ts'
import { type Balance, type Finding, type ImportFault, keptFaults, nothing } from '../archive/rules.ts'
import { listPastHolders } from '../groups/queries.ts'
import type { Database } from '../lib/db/connect.ts'
import { isInTransaction } from '../lib/db/in-transaction.ts'
import type { Db } from '../lib/db/rows.ts'
import { type Digest, digest } from '../lib/mail/digest.ts'
import { mailboxLimits } from '../lib/mail/limits.ts'
import { type MboxEntry, readMbox } from '../lib/mail/mbox.ts'
import type { MboxSource } from '../lib/mail/mbox-source.ts'
import type { Mailbox, ParsedMessage } from '../lib/mail/message.ts'
import { readMessage } from '../lib/mail/parse.ts'
import { plausibleDate } from '../lib/mail/plausible-date.ts'
import type { RoleAddress } from '../list/queries.ts'
import { keepExchangeMail } from './actions.ts'
import { findKept, keyOf } from './queries.ts'
import { beginMailbox, closeMailbox, noteMailbox } from './undo-actions.ts'

interface OldMail {
  offset: number
  length: number
  digest: Digest
  raw: RawMail
  direction: 'in' | 'out'
  counterpart: Mailbox
  to: string[]
  sentAt: Date
  repairs: ImportFault[]
}

const batchSize = 100

/** Whose side a mail is on, and who is on the other. Of a mail to oneself the other side is oneself. */
export function readSides(
  { from, to, cc }: Pick<ParsedMessage, 'from' | 'to' | 'cc'>,
  own: ReadonlySet<string>,
): Pick<OldMail, 'direction' | 'counterpart' | 'to'> {
  const everybody = [...to, ...cc]
  const sender = from ?? { name: '', address: '' }
  const ours = own.has(sender.address.toLowerCase())
  const other = ours ? (everybody.find(({ address }) => !own.has(address.toLowerCase())) ?? everybody[0] ?? sender) : sender
  return { direction: ours ? 'out' : 'in', counterpart: other, to: everybody.map(({ address }) => address.toLowerCase()) }
}

async function read(entry: MboxEntry, own: ReadonlySet<string>, now: Date): Promise<OldMail | Finding> {
  const { kind, offset, length, envelopeLine, raw, repairs } = entry
  const unreadable = (fault: ImportFault): Finding => ({ offset, length, outcome: 'quarantined', reason: keptFaults([fault]) })
  if (kind !== 'message') return unreadable({ fault: kind === 'stray' ? 'noMail' : 'tooLargeHere' })
  try {
    const message = readMessage(raw)
    if (!message.from && message.to.length === 0) return unreadable({ fault: 'noParty' })
    const received = message.headers.filter(({ name }) => name === 'received').map(({ value }) => value)
    const { date, repair } = plausibleDate(message.date, envelopeLine, received, now)
    return {
      offset,
      length,
      digest: digest(message, raw),
      raw: await packRaw(raw),
      ...readSides(message, own),
      sentAt: date ?? now,
      repairs: [...repairs, ...(repair ? [repair] : []), ...(date ? [] : [{ fault: 'dateOfToday' } as const])],
    }
  } catch (error) {
    return unreadable({ fault: 'unreadable', why: (error as Error).message })
  }
}

/** Addresses that are a role's own, in lower case: that of the role, those of all who have held it, and what somebody knows besides. */
export const findOwn = async (db: Db, desk: RoleAddress, mailDomain: string, more: readonly string[]): Promise<Set<string>> =>
  new Set([`${desk.name}@${mailDomain}`, ...(await listPastHolders(db, desk)), ...more.map((one) => one.toLowerCase())])

/** Is there any mail in it? Reads as far as the first, and not far; never in a transaction, since it may be large and packed. */
export async function holdsMail(source: MboxSource): Promise<boolean> {
  if (isInTransaction()) throw new Error('A mailbox is looked at before the transaction that keeps it, not in it.')
  try {
    for await (const { kind } of readMbox(source, { head: mailboxLimits.head })) if (kind !== 'stray') return true
  } catch {
    // What cannot be unpacked holds none that could be read.
  }
  return false
}

/**
 * Takes an old mailbox into the correspondence of a role's address. Each mail is counted once: imported, repaired, there already, or
 * unreadable; taking the same file in again imports nothing. Nobody is mailed, and nothing waits for an answer by it.
 * @param own addresses that are ours, in lower case: what comes from them went out
 * @param dryRun says what would become of each mail, and changes nothing
 */
export async function importCorrespondence(
  database: Pick<Database, 'db' | 'write'>,
  actor: Actor,
  desk: RoleAddress,
  path: string,
  { own, dryRun = false }: { own: ReadonlySet<string>; dryRun?: boolean },
): Promise<{ balance: Balance; findings: Finding[] }> {
  const importId = dryRun ? undefined : await database.write((tx) => beginMailbox(tx, actor, desk, { file: basename(path) }))
  return takeMailbox(database, actor, desk, path, { own, importId })
}

/**
 * Takes in a mailbox whose import has begun. Cut off and begun again it ends the same: what this very import has brought counts as brought.
 * @param importId undefined for a dry run
 */
export async function takeMailbox(
  { db, write }: Pick<Database, 'db' | 'write'>,
  actor: Actor,
  desk: RoleAddress,
  source: MboxSource,
  { own, importId }: { own: ReadonlySet<string>; importId: number | undefined },
): Promise<{ balance: Balance; findings: Finding[] }> {
  const findings: Finding[] = []
  const balance = { ...nothing }
  const seen = new Set<string>()
  const note = (finding: Finding) => {
    balance[finding.outcome]++
    findings.push(finding)
  }
  /** What of a batch was not there before; with it what this import brought before it was cut off. */
  const keep = async (batch: OldMail[]): Promise<Set<OldMail>> => {
    const ids = batch.map((mail) => mail.digest.messageId)
    const kept = await findKept(db, desk.id, ids)
    const ours = new Set<OldMail>()
    const fresh: OldMail[] = []
    for (const mail of batch) {
      const key = keyOf(mail.digest)
      const again = seen.has(key)
      seen.add(key)
      if (again) continue
      if (!kept.has(key)) fresh.push(mail)
      else if (importId !== undefined && kept.get(key) === importId) ours.add(mail)
    }
    if (importId === undefined) return new Set(fresh)
    const stored = await write(async (tx) => {
      const came: OldMail[] = []
      for (const mail of fresh) {
        const { direction, counterpart, to, sentAt, raw, digest: said } = mail
        const one = { direction, digest: said, raw, counterpart, to, sentAt, imported: true, importId }
        // It may have come another way at this moment.
        if (await keepExchangeMail(tx, actor, desk, one)) came.push(mail)
      }
      return came
    })
    return new Set([...ours, ...stored])
  }
  const store = async (batch: OldMail[]) => {
    const taken = await keep(batch)
    for (const mail of batch) {
      const { offset, length, repairs } = mail
      if (!taken.has(mail)) note({ offset, length, outcome: 'duplicate', reason: keptFaults([{ fault: 'alreadyHere' }]) })
      else if (repairs.length === 0) balance.imported++
      else note({ offset, length, outcome: 'repaired', reason: keptFaults(repairs) })
    }
    if (importId !== undefined) await noteMailbox(db, importId, balance)
  }
  let batch: OldMail[] = []
  for await (const entry of readMbox(source)) {
    const one = await read(entry, own, actor.at)
    if ('outcome' in one) note(one)
    else batch.push(one)
    if (batch.length >= batchSize) {
      await store(batch)
      batch = []
    }
  }
  if (batch.length > 0) await store(batch)
  if (importId !== undefined) await write((tx) => closeMailbox(tx, actor, importId, { ...balance, error: null }))
  return { balance, findings }
}
