import { fieldsOf } from './header-block.ts'

/** One finding of an Authentication-Results field (RFC 8601 §2.2): `spf=pass smtp.mailfrom=example.org`. */
export interface AuthResult {
  method: string
  result: string
  /** By `ptype.property` in lower case. */
  properties: Record<string, string>
}

/** The value of an Authentication-Results field, folded; what is not a fact (comments, reasons) is left out. */
export function formatAuthResults(authserv: string, results: AuthResult[]): string {
  if (results.length === 0) return `${pvalue(authserv)}; none`
  const rows = results.map(({ method, result, properties }) => {
    const facts = Object.entries(properties).filter(([, value]) => value !== '' && value.length <= 256)
    return [`${method}=${result}`, ...facts.map(([name, value]) => `${name}=${pvalue(value)}`)].join(' ')
  })
  return [pvalue(authserv), ...rows].join(';\r\n\t')
}

/** A token or an address as it is, anything else quoted (RFC 8601 §2.2 pvalue). */
function pvalue(value: string): string {
  const text = value.replace(/[^ -~]/g, '?')
  const atom = "[\\w!#$%&'*+^`{|}~.-]"
  if (new RegExp(`^(${atom}+|${atom}*@[\\w.-]+)$`).test(text)) return text
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** Reads the value of an Authentication-Results field; undefined where it has no authserv-id. Findings it cannot read are left out. */
export function parseAuthResults(value: string): { authserv: string; results: AuthResult[] } | undefined {
  const [first = '', ...rest] = splitOutsideQuotes(withoutComments(value))
  // A name in quotes may hold blanks (RFC 8601 §2.2): what stands before one is another host's name.
  const authserv = unquote(/^(?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s"])+/s.exec(first.trim())?.[0] ?? '').toLowerCase()
  if (authserv === '' || authserv.includes('=')) return undefined
  const results: AuthResult[] = []
  for (const part of rest) {
    const [verdict, ...facts] = [...part.matchAll(finding)]
    if (!verdict) continue
    const [, method = '', result = ''] = verdict
    const properties = Object.fromEntries(facts.map(([, name = '', fact = '']) => [name.replace(/\s/g, '').toLowerCase(), unquote(fact)]))
    results.push({ method: method.toLowerCase().replace(/(?<!\s)\s*\/.*/s, ''), result: result.toLowerCase(), properties })
  }
  return { authserv, results }
}

// Each token begins where it can only begin, and a quote that nothing closes goes on to the end: no text is looked through twice.
const finding = /(?<![\w-])([\w-]+(?:\s*[./]\s*[\w-]+)?)\s*=\s*((?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s"])+)/gs

const unquote = (text: string) => text.replace(/"((?:[^"\\]|\\.)*)(?:"|$)/gs, (_, inner: string) => inner.replace(/\\(.)/g, '$1'))

// Comments nest and may hold escaped brackets; a quote means nothing in a comment, a bracket nothing in quotes (RFC 5322 §3.2).
const OUTSIDE = /\\.|"(?:[^"\\]|\\.)*(?:"|$)|[^"\\()]+|./sy
const INSIDE = /\\.|[^\\()]+|./sy

function withoutComments(value: string): string {
  let text = ''
  let depth = 0
  for (let at = 0; at < value.length; ) {
    const pattern = depth === 0 ? OUTSIDE : INSIDE
    pattern.lastIndex = at
    const token = pattern.exec(value)?.[0] ?? ''
    at = token === '' ? value.length : at + token.length
    if (token === '(') depth++
    else if (token === ')' && depth > 0) depth--
    else if (depth === 0) text += token
  }
  return text
}

const splitOutsideQuotes = (text: string) => text.match(/(?:"(?:[^"\\]|\\.)*(?:"|$)|[^;"])+/gs) ?? []

/**
 * What the host `authserv` in front of us found: of its Authentication-Results fields the topmost, and those below it that no Received
 * separates from it, since filters of one host may each write their own. Fields further down came with the mail. The host must remove
 * fields that claim its name from what comes in (RFC 8601 §5). Of several findings of a method for the same identity the topmost counts.
 */
export function believedResults(header: string, authserv: string): AuthResult[] {
  const fields = fieldsOf(header)
  const own = fields.map(({ name, line }) => {
    const read = name === 'authentication-results' ? parseAuthResults(line.slice(line.indexOf(':') + 1)) : undefined
    return read?.authserv === authserv.toLowerCase() ? read.results : undefined
  })
  const top = own.findIndex((results) => results !== undefined)
  if (top < 0) return []
  const end = fields.findIndex(({ name }, i) => i > top && name === 'received')
  return own.slice(top, end < 0 ? undefined : end).flatMap((results) => results ?? [])
}
