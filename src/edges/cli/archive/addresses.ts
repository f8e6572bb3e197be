import { createHash } from 'node:crypto'

// What leads to nothing that can be read: forms, sign-in, one's own pages, what asks without end, help for a site that is there.
const closed =
  /^\/(?:sign-|api(?:\/|$)|mcp|me(?:\/|$)|today|search|admin|approvals|history|uploads|embed|oembed|assets|help|acting|confirm|commands|decide|invitations|unsubscribe|applications|workplace|healthz|readyz|metrics|robots\.txt|sitemap\.xml|site\/(?!logo\/|[\w-]{12}\.css$))/
const acts =
  /\/(?:feed\.(?:atom|json)|mbox|raw|html|changes|progress|compose|edit|new|write|join|import|imports|cancel|merge|move|remove|close|pick|complete|compare|export\.(?:xlsx|csv|zip)|people\.(?:csv|xlsx)|settings|held|bans|rules|invitations|notices|members|subscribers|triage|costing|submit|propose|call|call-off|anew|referent|sheet)(?:\/|$)/
// `/ballots/rules` explains, `/lists/NAME/rules` is set.
const explains = /^\/ballots\/rules$/

// What a question may ask for: one choice, and a page of it. All others show the same things in another order.
const choices = new Set(['month', 'group', 'kind', 'topic', 'stage', 'area', 'when', 'series', 'edition', 'all', 'measure', 'on', 'v'])
// A group may be chosen beside a kind, since what is counted of one leads there.
const together = new Set(['series&when', 'when&series', ...['kind', 'stage', 'all', 'when'].map((choice) => `${choice}&group`)])
const turns = new Set(['page', 'after'])

/**
 * The address of a page of the archive, as it is kept: its path with what it asks for in a fixed order.
 * @param link as it stands on a page
 * @param at the address of that page
 * @returns undefined where it leads elsewhere, or to what is no part of an archive; the fragment apart
 */
export function wanted(link: string, at: string, baseUrl: string): { address: string; hash: string } | undefined {
  let url: URL
  try {
    url = new URL(link, baseUrl + at)
  } catch {
    return undefined
  }
  if (url.origin !== new URL(baseUrl).origin) return undefined
  if (closed.test(url.pathname) || (acts.test(url.pathname) && !explains.test(url.pathname))) return undefined
  const asked = [...url.searchParams].filter(([, value]) => value !== '')
  const chosen = asked.filter(([name]) => choices.has(name))
  const turned = asked.filter(([name]) => turns.has(name))
  if (chosen.length + turned.length !== asked.length || turned.length > 1) return undefined
  if (chosen.length > 1 && !together.has(chosen.map(([name]) => name).join('&'))) return undefined
  // The threads of all months together are those of each.
  if (turned[0]?.[0] === 'after' && chosen[0]?.[0] !== 'month') return undefined
  const query = new URLSearchParams([...chosen, ...turned.filter(([name, value]) => name !== 'page' || value !== '1')]).toString()
  return { address: url.pathname.replace(/(?<=.)\/$/, '') + (query ? `?${query}` : ''), hash: url.hash }
}

/** A message's own page; in an archive it is a place in its thread. */
export const isMessage = (address: string): boolean => /^\/lists\/[^/]+\/m\/[^/]+$/.test(address.split('?')[0] ?? '')

/** What there are as many of as mails: packed, many in a file. A list's first page of threads is a page like others. */
export const isPacked = (address: string): boolean => /^\/lists\/[^/]+\/(?:t\/|threads\?)/.test(address) || /^\/roster\?on=/.test(address)

/** Is it found by search? What lists things is not, the things are. */
export const isFound = (address: string): boolean => !/[?&](?!group=|v=)\w+=/.test(address) && !/^\/lists\/[^/]+\/threads/.test(address)

const short = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)

/** A part of a name that every file system takes, the same in capitals and small letters. */
const plain = (text: string, longest = 48): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, longest)

const read = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The file of a page. Where its address cannot be told from its name, the name ends with a part of its hash. */
export function fileOfPage(address: string): string {
  if (address === '/') return 'index.html'
  const [path = '', query] = address.split('?')
  const parts = path.slice(1).split('/').map(read)
  const asked = query === undefined ? '' : `.${query.replaceAll('&', '.')}`
  const names = parts.map((part) => plain(part))
  const exact =
    parts.every((part, at) => part === names[at]) && (query === undefined || plain(asked.slice(1)) === asked.slice(1).replaceAll('=', '-'))
  const name = `${names.join('/')}${asked && `.${plain(asked)}`}${exact ? '' : `-${short(address, 8)}`}.html`
  // These two are the archive's own.
  return /^(?:page|search)\.html$/.test(name) ? `of-${name}` : name
}

// What a browser would run if it were opened from a disk.
const active = /\.(?:html?|xhtml|xht|svgz?|xml|xsl|mht|mhtml|js|mjs|css|swf|hta|wasm)$/i

/**
 * The file of something to take away.
 * @param name as it is offered
 * @param picture it stands on pages as a picture
 */
export function fileOfDownload(address: string, name: string | undefined, picture: boolean): string {
  const offered = plain(name ?? read(address.split('?')[0]?.split('/').at(-1) ?? '')) || 'file'
  return `files/${short(address, 12)}/${active.test(offered) && !picture ? `${offered}.txt` : offered}`
}

/** The name under which an answer offers its file. */
export function offeredName(disposition: string | null): string | undefined {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return coded === undefined ? /filename="([^"]*)"/.exec(disposition ?? '')?.[1] : read(coded)
}
