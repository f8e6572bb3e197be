import { foldWords } from '../../lib/fold.ts'
import { plainAddress } from '../../lib/mail/is-address.ts'

/** Somebody who is to be invited. */
interface Invitee {
  email: string
  name: string
}

/** Whom a text names, and what of it names nobody. */
interface Read {
  invitees: Invitee[]
  wrong: string[]
}

/** No name and address of anybody is longer. */
const longest = 1_000

const bracketed = /^([^<>]*)<([^<>]+)>$/

/** Where a name in quotes or an address in brackets ends that begins here; here, where none does. */
function spanEnd(line: string, at: number, isFirst: boolean): number {
  const closer = line[at] === '<' ? '>' : line[at] === '"' && isFirst ? '"' : undefined
  if (closer === undefined) return at
  let end = line.indexOf(closer, at + 1)
  while (closer === '"' && end > 0 && line[end - 1] === '\\') end = line.indexOf(closer, end + 1)
  return end
}

/** Where a line is parted: at commas, semicolons and tabs that stand in no quotes and no angle brackets. What is never closed is text. */
function separatorsOf(line: string): number[] {
  const found: number[] = []
  let [isFirst, closes] = [true, true]
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at)
    const end = closes ? spanEnd(line, at, isFirst) : at
    closes &&= end >= 0
    at = Math.max(at, end)
    const separates = char === ';' || char === ',' || char === '\t'
    if (separates) found.push(at)
    isFirst = separates || (isFirst && char === ' ')
  }
  return found
}

/** The parts of a line that are not empty, those between two semicolons together; `Name;a@b` is a row of a table. */
function partsOf(line: string): string[][] {
  const groups: string[][] = [[]]
  let from = 0
  for (const at of [...separatorsOf(line), line.length]) {
    const part = line.slice(from, at).trim()
    if (part !== '') groups.at(-1)?.push(part)
    if (line[at] === ';') groups.push([])
    from = at + 1
  }
  const parts = groups.flat()
  return groups.length === 2 && parts.length === 2 && isNamed(parts) ? [parts] : groups
}

/** A name with its address behind it, as tables have them. */
const isNamed = ([name = '', address = '']: readonly string[]): boolean => !name.includes('@') && inviteeOf(address)?.name === ''

// What the columns of such tables are called. “Address” alone is where somebody lives, where another column is of their mail.
const wordsOf = (written: string): ReadonlySet<string> => new Set(written.split(', ').map(foldWords))
const mailWords = wordsOf(
  'email, e-mail, mail, email address, e-mail address, mail address, e-mail-adresse, mailadresse, courriel, adresse électronique, adresse e-mail, ' +
    'adresse mail, correo, correo electrónico, dirección de correo, indirizzo e-mail, indirizzo email, posta elettronica',
)
const addressWords = wordsOf('address, adresse, dirección, indirizzo')
const givenWords = wordsOf('name, full name, first name, firstname, given name, vorname, prénom, nombre, nome')
const familyWords = wordsOf(
  'last name, lastname, family name, surname, nachname, familienname, nom, nom de famille, apellido, apellidos, cognome',
)

/** Which cells of a table hold a name and the address, by its first line. */
interface Head {
  separator: string
  address: number
  names: number[]
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let from = 0
  for (const at of [...separatorsOf(line).filter((one) => line[one] === separator), line.length]) {
    cells.push(line.slice(from, at).trim())
    from = at + 1
  }
  return cells
}

/** A first line that names columns; undefined where it names somebody. */
function headOf(line: string): Head | undefined {
  if (line.includes('@') || line.length > longest) return undefined
  const [first] = separatorsOf(line)
  // A column that is copied alone has none.
  const separator = line[first ?? line.length] ?? '\t'
  const cells = cellsOf(line, separator).map(foldWords)
  const columnsOf = (words: ReadonlySet<string>) => [...cells.keys()].filter((at) => words.has(cells[at] ?? ''))
  const [address] = [...columnsOf(mailWords), ...columnsOf(addressWords)]
  return address === undefined ? undefined : { separator, address, names: [...columnsOf(givenWords), ...columnsOf(familyWords)] }
}

/** Whom a row of such a table names; its other cells are nobody's. */
function readRow(line: string, { separator, address, names }: Head): Read {
  const cells = cellsOf(line, separator)
  // A row that is an address alone names somebody, too.
  if (cells.length === 1) return readGroup([line.trim()])
  const one = inviteeOf((cells[address] ?? '').replaceAll('"', '').trim())
  if (!one) return { invitees: [], wrong: [line.trim().slice(0, 100)] }
  const name = plain(names.map((at) => plain(cells[at] ?? '')).join(' '))
  return { invitees: [{ email: one.email, name: name || one.name }], wrong: [] }
}

/**
 * Whom a row of a table names whose columns nobody named, as cells are copied without their first line: a name of one cell or two stands
 * before the address, and what is behind it is something else. Undefined where the line is no such row.
 */
function readBareRow(line: string): Read | undefined {
  const cells = cellsOf(line, '\t').filter((cell) => cell !== '')
  const [at = -1, another] = [...cells.keys()].filter((cell) => cells[cell]?.includes('@'))
  if (cells.length < 3 || another !== undefined) return undefined
  const one = inviteeOf((cells[at] ?? '').replaceAll('"', '').trim())
  if (!one) return { invitees: [], wrong: [cells.join(', ').slice(0, 100)] }
  const name = at <= 2 ? plain(cells.slice(0, at).map(plain).join(' ')) : ''
  return { invitees: [{ email: one.email, name: name || one.name }], wrong: [] }
}

/** A name without what stands around it. */
const plain = (name: string): string =>
  name
    .trim()
    .replace(/^'(.+)'$/, '$1')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll('"', '')
    .trim()
    .slice(0, 100)

/** A name and what may be an address: `Name <a@b>`, `Name a@b`, `a@b`. */
function halvesOf(part: string): [name: string, address: string] {
  const [, name, address] = bracketed.exec(part) ?? []
  if (name !== undefined && address !== undefined) return [name, address]
  const at = part.lastIndexOf(' ') + 1
  return [part.slice(0, at), part.slice(at)]
}

/** Whom a part names, where it holds an address, as a link is copied too. */
function inviteeOf(part: string): Invitee | undefined {
  if (part.length > longest) return undefined
  const [name, address] = halvesOf(part)
  const email = address.replace(/^mailto:/i, '').toLowerCase()
  return email.length <= 254 && plainAddress.test(email) && !name.includes('@') ? { email, name: plain(name) } : undefined
}

/** Whom two parts name of which one is a name and the other the address (`a@b, Name`, `Name, a@b`); undefined for any other two. */
function readPair(parts: readonly string[]): Read | undefined {
  const [one = '', other = '', more] = parts
  if (more !== undefined) return undefined
  const [first, second] = [inviteeOf(one), inviteeOf(other)]
  if (first?.name === '' && !second && !other.includes('@')) return { invitees: [{ ...first, name: plain(other) }], wrong: [] }
  if (second && isNamed(parts)) return { invitees: [{ ...second, name: plain(one) }], wrong: [] }
  // A name with what should have been its address is one slip.
  const isSlip = !one.includes('@') && !second && /[@.]/.test(other) && !/\s/.test(other)
  return isSlip ? { invitees: [], wrong: [`${one}, ${other}`.slice(0, 100)] } : undefined
}

/**
 * Whom the parts between two semicolons name. An address may have its name beside it, as tables are copied, and a name a comma in it
 * (`Quist, Nora <a@b>`, as some mail programs write it); a part that is neither is wrong.
 */
function readGroup(parts: readonly string[]): Read {
  const pair = readPair(parts)
  if (pair) return pair
  const found = parts.map(inviteeOf)
  const wrong: string[] = []
  for (const [at, part] of parts.entries()) {
    const [before, next] = [found[at - 1], found[at + 1]]
    if (found[at]) continue
    const isSurname = !part.includes('@') && next && next.name !== '' && (at === 0 || (before && before.name !== ''))
    if (isSurname) next.name = plain(`${part}, ${next.name}`)
    else wrong.push(part.slice(0, 100))
  }
  return { invitees: found.filter((one) => one !== undefined), wrong }
}

/**
 * The addresses and names of what was typed or copied, one a line (`Name <a@b>`, `a@b`, `a@b, Name`, `Name, a@b`) or several, parted by
 * commas or semicolons as mail programs write them, or the rows of a table; and what is no address.
 */
export function readInvitees(text: string): Read {
  const invitees = new Map<string, Invitee>()
  const wrong: string[] = []
  let head: Head | undefined
  const reads = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, at): Read[] => {
      // A table may stand below what a mail program copied.
      const next = at === 0 || line.includes('\t') ? headOf(line) : undefined
      head = next ?? head
      if (next) return []
      if (head && (head.separator !== '\t' || line.includes('\t'))) return [readRow(line, head)]
      const row = readBareRow(line)
      return row ? [row] : partsOf(line).map(readGroup)
    })
  for (const read of reads) {
    wrong.push(...read.wrong)
    for (const one of read.invitees) if (!invitees.has(one.email)) invitees.set(one.email, one)
  }
  return { invitees: [...invitees.values()], wrong }
}
