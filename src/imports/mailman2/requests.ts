import { basename, join } from 'node:path'
import { readPickles } from '../../lib/pickle/read.ts'
import type { PickleValue } from '../../lib/pickle/value.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { lookAt, readSmall } from '../folder.ts'
import { type Applicant, type HeldPost, whyNoAddress } from '../rules.ts'
import { allowed } from './config.ts'
import { numberOf, textOf } from './fields.ts'
import { mailOf } from './mail.ts'

const reasons = keptOf('imports', 'reasons')

/** Kinds of request in `request.pck` (ListAdmin.py of 2.1). */
const kinds = { held: 1, joining: 2 }

/** What waits for a moderator in a list of Mailman 2.1. */
export interface Waiting {
  held: HeldPost[]
  applicants: Applicant[]
  problems: string[]
}

const instantOf = (seconds: PickleValue | undefined): string => new Date((numberOf(seconds) ?? 0) * 1_000).toISOString()

/** Reads `request.pck` of the list in a folder, among all files of what was brought. */
export const readRequestsIn = (bytes: Uint8Array, folder: string, all: string[]): Promise<Waiting> =>
  readRequests(bytes, (name) => findHeld(name, folder, all))

/** A held mail lies in `data/` of the installation (`lists/NAME/../../data`), or beside the list where it was copied by hand. */
async function findHeld(name: string, folder: string, all: string[]): Promise<Buffer | undefined> {
  const places = [...all.filter((path) => basename(path) === name), join(folder, name), join(folder, '..', '..', 'data', name)]
  for (const place of places) if ((await lookAt(place))?.isFile()) return readSmall(place)
  return undefined
}

/**
 * Reads `request.pck`, with the held mails that it names.
 * @param readHeld the bytes of a file `heldmsg-LIST-N.pck` or `.txt`, undefined where it is not there
 * @throws PickleError when it is no such file
 */
export async function readRequests(bytes: Uint8Array, readHeld: (name: string) => Promise<Buffer | undefined>): Promise<Waiting> {
  const [requests] = readPickles(bytes, { allow: allowed })
  const waiting: Waiting = { held: [], applicants: [], problems: [] }
  if (!(requests instanceof Map)) return { ...waiting, problems: [reasons('noRequests')] }
  for (const [id, request] of requests) {
    if (typeof id !== 'number' || !Array.isArray(request) || !Array.isArray(request[1])) continue
    const [kind, data] = request as [PickleValue, PickleValue[]]
    if (kind === kinds.joining) takeApplicant(data, waiting)
    if (kind === kinds.held) await takeHeld(data, waiting, readHeld)
  }
  return waiting
}

function takeApplicant([at, email, name]: PickleValue[], { applicants, problems }: Waiting): void {
  const address = textOf(email).trim().toLowerCase()
  const why = whyNoAddress(address)
  if (why) problems.push(reasons('in', { field: 'request.pck', why }))
  else applicants.push({ email: address, name: textOf(name).trim().slice(0, 200), at: instantOf(at) })
}

async function takeHeld(
  [at, sender, subject, reason, file]: PickleValue[],
  { held, problems }: Waiting,
  readHeld: (name: string) => Promise<Buffer | undefined>,
): Promise<void> {
  const key = textOf(file)
  // The name goes to the file system: one part, of the shape that Mailman gives it.
  const bytes = /^heldmsg-[\w.+-]{1,200}\.(?:pck|txt)$/.test(key) ? await readHeld(key) : undefined
  const raw = bytes && (key.endsWith('.txt') ? bytes : mailOf(readPickles(bytes, { allow: allowed })[0]))
  if (!raw) problems.push(reasons('heldMissing', { subject: textOf(subject).slice(0, 100), file: key.slice(0, 100) }))
  else
    held.push({
      key,
      from: textOf(sender).toLowerCase(),
      subject: textOf(subject).slice(0, 500),
      reason: textOf(reason).slice(0, 500),
      at: instantOf(at),
      raw: raw.toString('base64'),
    })
}
