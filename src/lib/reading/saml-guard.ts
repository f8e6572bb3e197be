import { Untrusted } from '../identity/statement.ts'

/** How much XML of a stranger is looked at. */
export interface Bounds {
  size: number
  elements: number
  depth: number
  attributes: number
}

const refuse = (why: string): never => {
  throw new Untrusted(why)
}

/** What is passed over as a whole, by how it begins. */
const passed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Where a tag ends, and how many attributes it has. */
function endOfTag(xml: string, from: number): { end: number; attributes: number } {
  let quote = ''
  let attributes = 0
  for (let at = from + 1; at < xml.length; at++) {
    const char = xml[at] as string
    if (char === '<') break
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '>') return { end: at, attributes }
    else if (char === '"' || char === "'") quote = char
    else if (char === '=') attributes++
  }
  return refuse('The XML is broken.')
}

/** The end of a comment and its like that begins here; undefined for a tag. */
function endOfPassed(xml: string, at: number): number | undefined {
  const whole = passed.find(([begin]) => xml.startsWith(begin, at))
  if (!whole) return xml[at + 1] === '!' ? refuse('The XML has a document type.') : undefined
  const end = xml.indexOf(whole[1], at + whole[0].length)
  return end === -1 ? refuse('The XML is broken.') : end
}

/** The tags of a text in their order: how much deeper each leads, and its attributes. */
function* tagsOf(xml: string): Generator<{ opens: -1 | 0 | 1; begins: boolean; attributes: number }> {
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const over = endOfPassed(xml, at)
    if (over !== undefined) {
      at = over
      continue
    }
    const { end, attributes } = endOfTag(xml, at)
    const closes = xml[at + 1] === '/'
    yield { opens: closes ? -1 : xml[end - 1] === '/' ? 0 : 1, begins: !closes, attributes }
    at = end
  }
}

/**
 * Refuses XML that is made to be dear: a document type (with it entities that unfold), more elements, attributes or depth than any metadata
 * or answer has. It goes once through the text, before any library does.
 * @throws Untrusted
 */
export function guardXml(xml: string, most: Bounds): void {
  if (xml.length > most.size) refuse('The XML is too long.')
  let count = 0
  let depth = 0
  for (const { opens, begins, attributes } of tagsOf(xml)) {
    depth += opens
    if (begins) count++
    if (attributes > most.attributes) refuse('The XML has too many attributes.')
    if (count > most.elements || depth > most.depth) refuse('The XML has too many elements.')
  }
}

const strong = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
])
/** Of an encryption: authenticated ones alone, and the padding of RSA that tells an attacker nothing. */
const strongCiphers = new Set([
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
])

const methods = /<(\/?)(?:[\w.-]+:)?(EncryptionMethod|DigestMethod|SignatureMethod)\b([^<>]*)>/g
const algorithm = /(?:^|\s)Algorithm\s*=\s*["']([^"']*)["']/

/**
 * Refuses signatures and encryption by algorithms that can be forged or tried out (SHA-1, CBC, RSA 1.5, Triple DES).
 * @throws Untrusted that names the algorithm
 */
export function guardAlgorithms(xml: string): void {
  let encrypts = false
  for (const [, closing, method, attributes = ''] of xml.matchAll(methods)) {
    const encryption = method === 'EncryptionMethod'
    // The digest of OAEP stands in an encryption method, where SHA-1 is no weakness; it is no signature.
    const counts = !closing && (encryption || !encrypts)
    const named = algorithm.exec(attributes)?.[1] ?? ''
    if (counts && !(encryption ? strongCiphers : strong).has(named)) refuse(`The algorithm is too weak: ${named.slice(0, 200)}`)
    if (encryption) encrypts = !closing && !attributes.endsWith('/')
  }
}
