/** One answer of an SMTP server, its lines joined by spaces. */
export interface Reply {
  code: number
  /** RFC 3463 status (`5.1.1`), where the server gives one. */
  enhanced: string | null
  /** The server's own words, without codes. */
  text: string
}

/** A server that answers more than this is broken or hostile. */
const LONGEST_ANSWER = 64 * 1024

/** Cuts the bytes of a connection into answers (RFC 5321 §4.2). Bytes come in as Latin-1 text, so that no character is ever cut in two. */
export class ReplyReader {
  #rest = ''
  #lines: string[] = []
  #length = 0

  /** The answers completed by these bytes, each as its lines. Throws on what is no SMTP answer. */
  read(chunk: string): string[][] {
    const text = this.#rest + chunk
    const replies: string[][] = []
    let at = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      const line = text.slice(at, text.charCodeAt(end - 1) === 13 ? end - 1 : end)
      at = end + 1
      if (!/^[2-5]\d\d(?:[ -]|$)/.test(line)) throw new Error(`The relay answered what is no SMTP: ${readable(line).slice(0, 100)}`)
      this.#lines.push(line)
      this.#length += line.length
      if (line.charCodeAt(3) === 45) continue
      replies.push(this.#lines)
      this.#lines = []
      this.#length = 0
    }
    this.#rest = text.slice(at)
    if (this.#rest.length + this.#length > LONGEST_ANSWER) throw new Error('The relay answered without end.')
    return replies
  }
}

/** Reads the lines of one answer. */
export function parseReply(lines: string[]): Reply {
  const first = lines[0] ?? ''
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?= |$)/.exec(first)?.[1] ?? null
  const text = lines.map((line) => line.slice(4).replace(/^[245]\.\d{1,3}\.\d{1,3}(?: |$)/, '')).join(' ')
  return { code: Number(first.slice(0, 3)), enhanced, text: readable(text).trim() }
}

/** UTF-8 where the server speaks it (RFC 6531 §3.5); without control characters, since the words are stored and shown. */
function readable(latin1: string): string {
  const text = /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1
  return text.replace(/\p{Cc}+/gu, ' ')
}

/** What a server says it can do (RFC 5321 §4.1.1.1). */
export interface Capabilities {
  pipelining: boolean
  chunking: boolean
  eightBitMime: boolean
  smtpUtf8: boolean
  startTls: boolean
  /** Largest message in bytes; 0: not said. */
  size: number
  /** In upper case: `PLAIN`, `LOGIN`. */
  auth: Set<string>
}

/** Reads the answer to EHLO; an answer to HELO gives a server that can nothing. */
export function parseCapabilities(lines: string[]): Capabilities {
  const offered = new Map<string, string>()
  for (const line of lines.slice(1)) {
    // `AUTH=PLAIN`: as old servers have it.
    const [keyword = '', ...values] = line
      .slice(4)
      .toUpperCase()
      .replace(/^AUTH=/, 'AUTH ')
      .trim()
      .split(/\s+/)
    offered.set(keyword, [offered.get(keyword) ?? '', ...values].join(' ').trim())
  }
  return {
    pipelining: offered.has('PIPELINING'),
    chunking: offered.has('CHUNKING'),
    eightBitMime: offered.has('8BITMIME'),
    smtpUtf8: offered.has('SMTPUTF8'),
    startTls: offered.has('STARTTLS'),
    size: Number(offered.get('SIZE')) || 0,
    auth: new Set(offered.get('AUTH')?.split(' ') ?? []),
  }
}
