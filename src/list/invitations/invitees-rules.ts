import { plainAddress } from '../../lib/mail/is-address.ts'

/** Somebody who is to be invited. */
interface Invitee {
  email: string
  name: string
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

/** The parts of a line that are not empty, those between two semicolons together. */
function partsOf(line: string): string[][] {
  const groups: string[][] = [[]]
  let from = 0
  for (const at of [...separatorsOf(line), line.length]) {
    const part = line.slice(from, at).trim()
    if (part !== '') groups.at(-1)?.push(part)
    if (line[at] === ';') groups.push([])
    from = at + 1
  }
  return groups
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

/**
 * Whom the parts between two semicolons name. An address may have its name behind it (`a@b, Name`, as tables are copied), and a name a
 * comma in it (`Quist, Nora <a@b>`, as some mail programs write it); a part that is neither is wrong.
 */
function readGroup(parts: readonly string[]): { invitees: Invitee[]; wrong: string[] } {
  const found = parts.map(inviteeOf)
  const [first, second] = found
  if (parts.length === 2 && first?.name === '' && !second && !parts[1]?.includes('@'))
    return { invitees: [{ ...first, name: plain(parts[1] ?? '') }], wrong: [] }
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
 * The addresses and names of what was typed or copied, one a line (`Name <a@b>`, `a@b`, `a@b, Name`) or several, parted by commas or
 * semicolons as mail programs write them; and what is no address.
 */
export function readInvitees(text: string): { invitees: Invitee[]; wrong: string[] } {
  const invitees = new Map<string, Invitee>()
  const wrong: string[] = []
  for (const parts of text.split('\n').flatMap(partsOf)) {
    const read = readGroup(parts)
    wrong.push(...read.wrong)
    for (const one of read.invitees) if (!invitees.has(one.email)) invitees.set(one.email, one)
  }
  return { invitees: [...invitees.values()], wrong }
}
