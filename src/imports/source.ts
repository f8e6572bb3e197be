import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { PickleError } from '../lib/pickle/value.ts'
import { SheetError } from '../lib/sheet/table.ts'
import { textsOf } from '../lib/ui/words.ts'
import { byTime, type Found, isOf, listsOf, lookAt, lookThrough, namesOf, readSmall, SourceError } from './folder.ts'
import type { Waiting } from './mailman2/requests.ts'
import { readPickle } from './mailman2/within.ts'
import { namesAt } from './mailman3-export.ts'
import { readListAmong } from './mailman3-export-file.ts'
import { askApi, plainUrl } from './mailman3-sources.ts'
import { readExport } from './mailman3-within.ts'
import type { ReadRow, WrongLine } from './members/gathering.ts'
import { readMembers } from './members/read.ts'
import { remarksOn } from './members/remarks.ts'
import { type Delivery, type Departing, unknownList } from './rules.ts'

const t = textsOf('imports', 'sources')

/** Everything that an import reads: the list, its mailboxes, and the folders of its old pages. */
export interface Source {
  /** As it may be shown and kept. */
  name: string
  fingerprint: Buffer
  departing: Departing
  /** Files in the order in which they are read. */
  mailboxes: string[]
  /** Folders of pipermail's pages. */
  volumes: string[]
  wrong: WrongLine[]
  /** What becomes of each row of a file of members that can be taken. */
  rows: ReadRow[]
}

/** What the operator said beside the source. */
interface Hints {
  /** The list's name or address elsewhere, where a source has several. */
  from?: string | undefined
  /** More mailboxes. */
  mailboxes?: string[]
  /** What a list is called whose files lie loose in a folder that is not named for it. */
  called?: string
}

/** The same source is known again by what was read of it and by the sizes of its mailboxes. */
async function fingerprintOf(departing: Departing, files: string[]): Promise<Buffer> {
  const hash = createHash('sha256').update(JSON.stringify({ ...departing, held: departing.held.map(({ key }) => key) }))
  for (const file of files) hash.update(`${basename(file)} ${(await lookAt(file))?.size ?? 0}\n`)
  return hash.digest()
}

/**
 * Opens the source of an import: a folder or `config.pck` of Mailman 2.1, the core API of Mailman 3 or an export of its answers.
 * @throws SourceError with a sentence
 */
export async function openSource(place: string, hints: Hints = {}): Promise<Source> {
  try {
    if (/^https?:\/\//i.test(place)) return await fromApi(place, hints)
    const found = await lookAt(place)
    if (!found) throw new SourceError(t.missing({ place }))
    if (found.isDirectory()) return await fromFolder(place, hints)
    if (place.endsWith('.json')) return await fromExport(place, hints, [])
    return await fromPickle(place, dirname(place), hints, [], [])
  } catch (error) {
    if (error instanceof PickleError || error instanceof SheetError) throw new SourceError(t.faulty({ place, why: error.message }))
    throw error
  }
}

/**
 * Opens a file of members: an address a line, or a table.
 * @throws SourceError with a sentence
 */
export async function openMembers(name: string, bytes: Uint8Array, list: string, delivery: Delivery): Promise<Source> {
  try {
    const read = await readMembers(bytes, { delivery })
    const { members, applicants, bans, owners, wrong, rows } = read
    const departing = { ...unknownList('file', list), members, applicants, bans, owners: [...new Set(owners)], remarks: remarksOn(read) }
    return {
      name,
      fingerprint: createHash('sha256').update(bytes).update(`${list} ${delivery}`).digest(),
      departing,
      mailboxes: [],
      volumes: [],
      wrong,
      rows,
    }
  } catch (error) {
    if (error instanceof SheetError) throw new SourceError(t.faulty({ place: name, why: error.message }))
    throw error
  }
}

/** A list with a file of its members beside it, as a mailbox has one: who is in both is taken as the list has them. */
export function joined(list: Source, people: Source): Source {
  const { members, applicants, bans, owners, remarks } = people.departing
  const there = new Set(list.departing.members.map(({ email }) => email))
  return {
    ...list,
    fingerprint: createHash('sha256').update(list.fingerprint).update(people.fingerprint).digest(),
    departing: {
      ...list.departing,
      members: [...list.departing.members, ...members.filter(({ email }) => !there.has(email))],
      applicants: [...list.departing.applicants, ...applicants],
      bans: [...list.departing.bans, ...bans],
      owners: [...new Set([...list.departing.owners, ...owners])],
      remarks: [...(list.departing.remarks ?? []), ...(remarks ?? [])],
    },
    wrong: people.wrong,
    rows: people.rows,
  }
}

async function finish(name: string, departing: Departing, mailboxes: string[], volumes: string[]): Promise<Source> {
  return { name, departing, mailboxes, volumes, wrong: [], rows: [], fingerprint: await fingerprintOf(departing, mailboxes) }
}

/** Which of the lists in a folder is meant. */
function chooseList(folder: string, { configs, mailboxes, months, volumes }: Found, wanted: string | undefined) {
  const named = wanted === undefined ? configs : configs.filter((path) => namesOf([path])[0] === wanted || configs.length === 1)
  if (named.length > 1) throw new SourceError(t.several({ place: folder, names: namesOf(configs).join(', ') }))
  const [config] = named
  // A mailbox that lies loose may be of any list; Mailman puts it into a folder of its list: `lectio-l.mbox/lectio-l.mbox`.
  const boxes = mailboxes.filter((path) => dirname(path).endsWith('.mbox'))
  const lists = listsOf([...months, ...volumes, ...boxes], folder)
  if (!config && lists.length > 1 && wanted === undefined) throw new SourceError(t.several({ place: folder, names: lists.join(', ') }))
  // With the lists of a whole installation around it, only what is in folders of this list's name is its own.
  const name = config ? (namesOf([config])[0] as string) : wanted
  return { config, lists, name, several: config ? configs.length > 1 || (lists.length > 1 && lists.includes(`${name}`)) : lists.length > 1 }
}

async function fromFolder(folder: string, hints: Hints): Promise<Source> {
  const found = await lookThrough(folder)
  const wanted = hints.from?.toLowerCase().split('@')[0]
  // Of all lists that lie there the one that was named, and never all of them as one.
  const { config, lists, name, several } = chooseList(folder, found, wanted)
  const own = (paths: string[]) => byTime(several && name !== undefined ? paths.filter(isOf(name, folder)) : paths)
  // Loose ones side by side: `alpha-l.mbox`, `beta-l.mbox`.
  const named = !config && wanted !== undefined && basename(folder).toLowerCase() !== wanted && found.mailboxes.some(isOf(wanted, folder))
  const mailboxes = named ? byTime(found.mailboxes.filter(isOf(wanted, folder))) : own(found.mailboxes)
  const months = own(found.months)
  const volumes = own(found.volumes)
  // Pipermail's months are made from the mailbox, with addresses hidden and attachments cut off.
  const mails = mailboxes.length > 0 ? mailboxes : months
  if (config) return fromPickle(config, folder, hints, mails, volumes, found.all)
  const [json] = found.exports
  if (json) return fromExport(json, hints, mails)
  if (mails.length === 0)
    throw new SourceError(
      several ? t.noSuchList({ place: folder, list: `${wanted}`, names: lists.join(', ') }) : t.nothing({ place: folder }),
    )
  const root = basename(folder).toLowerCase()
  const inside = lists.length === 1 && lists[0] !== root ? lists[0] : undefined
  const list = unknownList('file', wanted ?? inside ?? hints.called ?? root)
  return finish(folder, list, [...mails, ...(hints.mailboxes ?? [])], volumes)
}

async function fromPickle(
  path: string,
  folder: string,
  hints: Hints,
  mailboxes: string[],
  volumes: string[],
  all: string[] = [],
): Promise<Source> {
  const departing = await readPickle<Departing>('readConfigPickle', [await readSmall(path)])
  const requests = join(dirname(path), 'request.pck')
  if (await lookAt(requests)) {
    const waiting = await readPickle<Waiting>('readRequestsIn', [await readSmall(requests), dirname(path), all])
    departing.held = waiting.held
    departing.applicants = waiting.applicants
    departing.problems.push(...waiting.problems)
  }
  // Mailman keeps no name of its own in the file: the folder has it.
  const inFolder = basename(dirname(path)).toLowerCase()
  if (departing.title.toLowerCase() === inFolder) departing.name = inFolder
  return finish(folder === dirname(path) ? path : folder, departing, [...mailboxes, ...(hints.mailboxes ?? [])], volumes)
}

async function fromExport(path: string, hints: Hints, mailboxes: string[]): Promise<Source> {
  const departing = await readExport(await readSmall(path), path, hints.from)
  return finish(path, departing, [...mailboxes, ...(hints.mailboxes ?? [])], [])
}

async function fromApi(url: string, hints: Hints): Promise<Source> {
  const ask = askApi(url)
  const name = plainUrl(url)
  const names = hints.from?.includes('@') ? [hints.from.toLowerCase()] : await namesAt(ask)
  return finish(name, await readListAmong(ask, name, names, hints.from), hints.mailboxes ?? [], [])
}
