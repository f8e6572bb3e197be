import { basename } from 'node:path'
import type { Actor } from '../../actor.ts'
import { packRaw, type RawMail } from '../../archive/actions.ts'
import { type Balance, type Finding, nothing } from '../../archive/import/rules.ts'
import type { RoleAddress } from '../../charter/addresses/queries.ts'
import type { Database } from '../../db/connect.ts'
import { type Digest, digest } from '../../mail/digest.ts'
import { type MboxEntry, readMbox } from '../../mail/mbox.ts'
import type { Mailbox, ParsedMessage } from '../../mail/message.ts'
import { readMessage } from '../../mail/parse.ts'
import { plausibleDate } from '../../mail/plausible-date.ts'
import { keepExchangeMail } from './actions.ts'
import { findKept } from './queries.ts'
import { beginMailbox, endMailbox } from './undo/actions.ts'

interface OldMail {
  offset: number
  length: number
  digest: Digest
  raw: RawMail
  direction: 'in' | 'out'
  counterpart: Mailbox
  to: string[]
  sentAt: Date
  repairs: string[]
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
  const unreadable = (reason: string): Finding => ({ offset, length, outcome: 'quarantined', reason })
  if (kind !== 'message') return unreadable(kind === 'stray' ? 'This is no mail.' : 'The mail is too large.')
  try {
    const message = readMessage(raw)
    if (!message.from && message.to.length === 0) return unreadable('It names neither sender nor reader.')
    const received = message.headers.filter(({ name }) => name === 'received').map(({ value }) => value)
    const { date, repair } = plausibleDate(message.date, envelopeLine, received, now)
    return {
      offset,
      length,
      digest: digest(message, raw),
      raw: await packRaw(raw),
      ...readSides(message, own),
      sentAt: date ?? now,
      repairs: [...repairs, ...(repair ? [repair] : []), ...(date ? [] : ['Nobody can say when it was written; it is dated today.'])],
    }
  } catch (error) {
    return unreadable(`It cannot be read: ${(error as Error).message}`)
  }
}

/**
 * Takes an old mailbox into the correspondence of a role's address. Each mail is counted once: imported, repaired, there already, or
 * unreadable; taking the same file in again imports nothing. Nobody is mailed, and nothing waits for an answer by it.
 * @param own addresses that are ours, in lower case: what comes from them went out
 * @param dryRun says what would become of each mail, and changes nothing
 */
export async function importCorrespondence(
  { db, write }: Pick<Database, 'db' | 'write'>,
  actor: Actor,
  desk: RoleAddress,
  path: string,
  { own, dryRun = false }: { own: ReadonlySet<string>; dryRun?: boolean },
): Promise<{ balance: Balance; findings: Finding[] }> {
  const { id: importId } = dryRun ? { id: undefined } : await write((tx) => beginMailbox(tx, actor, desk, basename(path)))
  const findings: Finding[] = []
  const balance = { ...nothing }
  const seen = new Set<string>()
  const note = (finding: Finding) => {
    balance[finding.outcome]++
    findings.push(finding)
  }
  const store = async (batch: OldMail[]) => {
    const kept = await findKept(
      db,
      desk.id,
      batch.map((mail) => mail.digest.messageId),
    )
    const fresh = batch.filter(({ digest: { messageId, contentHash }, offset, length }) => {
      const key = `${messageId} ${contentHash.toString('base64')}`
      const there = kept.has(key) || seen.has(key)
      seen.add(key)
      if (there) note({ offset, length, outcome: 'duplicate', reason: 'The address has this mail already.' })
      return !there
    })
    if (!dryRun)
      await write(async (tx) => {
        for (const { direction, counterpart, to, sentAt, raw, digest: said } of fresh)
          await keepExchangeMail(tx, actor, desk, { direction, digest: said, raw, counterpart, to, sentAt, imported: true, importId })
      })
    for (const { offset, length, repairs } of fresh) {
      if (repairs.length === 0) balance.imported++
      else note({ offset, length, outcome: 'repaired', reason: repairs.join(' ') })
    }
  }
  let batch: OldMail[] = []
  for await (const entry of readMbox(path)) {
    const one = await read(entry, own, actor.at)
    if ('outcome' in one) note(one)
    else batch.push(one)
    if (batch.length >= batchSize) {
      await store(batch)
      batch = []
    }
  }
  if (batch.length > 0) await store(batch)
  if (importId !== undefined) await write((tx) => endMailbox(tx, actor, importId, balance))
  return { balance, findings }
}
