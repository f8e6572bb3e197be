import { turnedName } from '../../lib/sheet/names-rules.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { type Applicant, type Delivery, type Member, whyNoAddress } from '../rules.ts'

const reasons = keptOf('imports', 'reasons')
const says = keptOf('imports', 'rows')

/** Which program wrote a file of members. */
type Format = 'google' | 'groupsIo' | 'sympa' | 'listserv' | 'table' | 'lines'

/** A line of a members file that cannot be taken, and why. */
export interface WrongLine {
  line: number
  reason: string
}

/** What became of a row: `taken` as it was, `changed` where there is no such thing here, `left` out. */
export interface ReadRow {
  line: number
  email: string
  how: 'taken' | 'changed' | 'left'
  /** Sentences, kept to be said. */
  becomes: string[]
}

/** What a members file says. */
export interface MembersFile {
  format: Format
  members: Member[]
  applicants: Applicant[]
  bans: string[]
  owners: string[]
  rows: ReadRow[]
  wrong: WrongLine[]
  /** Lines that say what an earlier one has said. */
  repeated: number
  /** What the file says of the list itself, which is set by hand here. */
  settings: string[]
  /** Columns that hold something and have no place here. */
  unread: string[]
}

/** What a list elsewhere says of somebody, beside how they get its mail. */
export type State =
  | 'banned'
  | 'pending'
  | 'unconfirmed'
  | 'invited'
  | 'bouncing'
  | 'special'
  | 'noPosting'
  | 'moderated'
  | 'concealed'
  | 'paused'
  | 'topics'
  | 'subjects'
  | 'oneFormat'
  | 'notMine'
  | 'owner'
  | 'noList'

// With these, nobody becomes a subscriber.
const outside: Partial<Record<State, ReadRow['how']>> = {
  banned: 'taken',
  pending: 'taken',
  unconfirmed: 'left',
  invited: 'left',
  noList: 'left',
}
const changing = new Set<State>(['special', 'noPosting', 'paused', 'topics', 'subjects', 'oneFormat'])

/** One row as an adapter has read it. */
export interface Read {
  email: string
  name: string
  language?: string
  delivery: Delivery
  states: readonly State[]
  stopped?: Member['stopped']
  /** Options that nothing here stands for, in the program's own words. */
  without?: readonly string[]
}

/** Gathers rows: who comes, who waits, who is banned, and a word on each. */
export class Gathering implements MembersFile {
  format: Format
  readonly members: Member[] = []
  readonly applicants: Applicant[] = []
  readonly bans: string[] = []
  readonly owners: string[] = []
  readonly rows: ReadRow[] = []
  readonly wrong: WrongLine[] = []
  readonly settings: string[] = []
  readonly unread: string[] = []
  repeated = 0
  readonly #lines = new Map<string, number>()

  constructor(format: Format) {
    this.format = format
  }

  /** Takes a row, or what is wrong with it. */
  add(line: number, read: Read | string): void {
    if (typeof read === 'string') {
      this.wrong.push({ line, reason: read })
      return
    }
    const email = read.email
      .trim()
      .toLowerCase()
      .replace(/^mailto:/, '')
    const why = whyNoAddress(email)
    const before = this.#lines.get(email)
    if (why) this.wrong.push({ line, reason: why })
    else if (before !== undefined) {
      this.repeated++
      this.rows.push({ line, email, how: 'left', becomes: [says('repeated', { line: before })] })
    } else {
      this.#lines.set(email, line)
      const written = nameOf(read.name)
      const name = turnedName(written)
      this.#take(line, { ...read, email, name }, name === written ? [] : [says('turned', { name })])
    }
  }

  #take(line: number, read: Read, turned: string[]): void {
    const { email, name, states, without = [] } = read
    const apart = states.find((state) => outside[state])
    if (apart === 'banned') this.bans.push(email)
    if (apart === 'pending') this.applicants.push({ email, name, at: '' })
    if (states.includes('owner')) this.owners.push(email)
    const member = memberOf(read)
    if (!apart) this.members.push(member)
    const told = (apart ? [apart] : states).map((state) => says(state))
    const becomes = [...(apart ? [] : [says(member.delivery), ...turned]), ...told]
    if (without.length > 0 && !apart) becomes.push(says('without', { options: without.slice(0, 20).join(', ').slice(0, 300) }))
    const how = apart
      ? (outside[apart] ?? 'left')
      : without.length > 0 || turned.length > 0 || member.delivery === 'summary' || states.some((state) => changing.has(state))
        ? 'changed'
        : 'taken'
    this.rows.push({ line, email, how, becomes })
  }
}

function memberOf({ email, name, language = '', delivery, states, stopped }: Read): Member {
  const why = stopped ?? (states.includes('paused') ? 'member' : states.includes('bouncing') ? 'bounces' : undefined)
  // Whoever's mail came back gets it as they wanted once their address works again.
  const nothing = (why !== undefined && why !== 'bounces') || states.includes('special')
  return {
    email,
    name,
    language,
    delivery: nothing ? 'none' : delivery,
    ...(why ? { stopped: why } : {}),
    moderated: states.includes('moderated') || states.includes('noPosting'),
    notMine: states.includes('notMine'),
    noCopies: false,
    hidden: states.includes('concealed'),
  }
}

/** A name as it may stand beside an address. */
export const nameOf = (text: string): string => text.replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim().slice(0, 200)

/** A value that a file has and we do not know. */
export const unknownWord = (name: 'noReceiving' | 'noStatus' | 'noModeration', text: string): string =>
  reasons(name, { text: text.slice(0, 80) })
