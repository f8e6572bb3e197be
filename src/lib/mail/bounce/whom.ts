import { domainOf } from '../domain.ts'
import type { HeaderField, ParsedMessage } from '../message.ts'
import { isOfLists } from './programs.ts'
import { findAddresses } from './text.ts'

// Whom a report is about where its words do not say so.

/** In which servers note for whom they took a mail, the surest first. */
const envelopeFields = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'original-recipient', 'apparently-to']

/** For whom the mail that is returned was taken: its last server noted it at the top. */
function fromEnvelope(headers: HeaderField[]): string[] {
  const noted = envelopeFields.flatMap((name) => headers.filter((field) => field.name === name).map(({ value }) => value))
  const last = headers.find(({ name }) => name === 'received')?.value ?? ''
  const taken = /\bfor\s{1,9}(<?[^\s<>;]{3,320}>?)/i.exec(last.slice(0, 2000))?.[1] ?? ''
  return [...noted, taken].flatMap((value) => findAddresses(value.slice(0, 1000)).map(({ address }) => address))
}

/** The address of a return path may hold the recipient: `list-bounces+anna=uni.example@lists.example`. */
const variable = /(?:\+|-return-\d{1,9}-|(?:^|-)(?:bounces?|errors?|owner)-)([^=@+]{1,64})=([^=@]{1,255}\.[a-z]{2,24})@/i

/** A manager of lists names itself by its list. */
const listOf = (address: string) =>
  isOfLists(address) ? address.replace(/^owner-/i, '').replace(/-(?:owners?|request|bounces|admin|help|return|editor)@/i, '@') : ''

/**
 * Whom a report is about that names nobody, or only whom to ask: for whom the mail that it returns was taken, then its own address, then its
 * subject, then the list for which its author speaks. `own`: to whom it was sent, in lower case; nobody there is meant.
 */
export function findBeside({ from, subject }: ParsedMessage, returned: ParsedMessage | undefined, own: string[]): string | undefined {
  const homes = new Set(own.map(domainOf))
  const author = from?.address ?? ''
  const held = own.flatMap((address) => {
    const parts = variable.exec(address)
    return parts ? `${parts[1]}@${parts[2]}` : []
  })
  const list = listOf(author)
  return [
    ...fromEnvelope(returned?.headers ?? []).filter((address) => !homes.has(domainOf(address))),
    ...held,
    ...findAddresses(subject.slice(0, 1000))
      .map(({ address }) => address)
      .filter((address) => !homes.has(domainOf(address)) && !isOfLists(address)),
    ...(list.includes('@') && list !== author ? [list] : []),
  ][0]
}

const turnedInto =
  /([^\s<>()@]{1,64}@[^\s<>()@]{1,255})>?\s{1,20}\((?:(?:ultimately )?generated|expanded) from\s{1,20}<?([^\s<>()@]{1,64}@[^\s<>()@]{1,255})>?\)/gi

/**
 * Servers name what an address was turned into, and then, as `(generated from anna@uni.example)`, the one that was written to: for each of
 * the first, in lower case, the second.
 */
export const findOrigins = (lines: string[]): Map<string, string> =>
  new Map([...lines.join('\n').matchAll(turnedInto)].map(([, into = '', from = '']) => [into.toLowerCase(), from]))
