import { codes, type Reason, reasons, vagueReasons } from './reasons.ts'
import type { BounceClass } from './report.ts'

/** Leaves the words: no links, addresses, host names or reply codes, in which a word may stand by chance. */
function wordsOf(diagnostic: string): string {
  return (
    diagnostic
      .toLowerCase()
      // Cisco's gateway begins every refusal with these words and then quotes the real answer.
      .replace(/5\.1\.0 - unknown address error/g, '')
      .replace(/\bhttps?:\/\/\S*/g, (link) => /nosuchuser|spamhaus|spamcop|dnsbl/.exec(link)?.[0] ?? '')
      .replace(/[^\s@]{1,80}@\S{1,260}/g, '')
      .replace(/\b[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}\b/g, '')
      .replace(
        /\b(?:[a-z0-9_-]{1,63}\.){1,10}(?:[a-z]{2,24}|\d{1,3})\b/g,
        (host) => /recip(?:ient)?notfound|nosuchuser|spamhaus|abuseat/.exec(host)?.[0] ?? '',
      )
      .replace(/\s+/g, ' ')
      .trim()
  )
}

const find = (table: Reason[], words: string) => table.find(({ says }) => says.test(words))?.class

/**
 * The class of a failure. `said`: the server's words about this recipient; `notice`: all that the report says, asked
 * where those tell nothing. `afterContent`: the answer came after the message itself was sent; a server that takes the
 * address first and says "unknown user" then, without a 5.1.x code, has judged the message and not the address.
 */
export function classify(said: string, notice: string, status: string | null, afterContent: boolean): BounceClass {
  const words = wordsOf(said)
  const around = wordsOf(notice)
  const byCode = () => codes.find(([code]) => status !== null && code.test(status))?.[1]
  const kind = find(reasons, words) ?? byCode() ?? find(reasons, around) ?? find(vagueReasons, words) ?? find(vagueReasons, around)
  if (kind !== 'address') return kind ?? 'unknown'
  // Where a report contradicts itself, the milder counts. A 4.x.x code with "user unknown" is a server that is not sure.
  if (status?.startsWith('4.')) return 'transport'
  if (find(reasons, around) === 'mailbox') return 'mailbox'
  return afterContent && !status?.startsWith('5.1.') ? 'policy' : 'address'
}

/** Codes that say no more than "failed". */
const isVague = (status: string) => /\.(?:0|1)\.0$/.test(status)

/**
 * The status code in a server's answer (RFC 3463): its first precise enhanced code, else any, else what its SMTP reply
 * code amounts to; null when it has none.
 */
export function statusIn(diagnostic: string): string | null {
  const codes = [...diagnostic.matchAll(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\.\d)(?!\d)/g)].map(([code]) => code)
  const enhanced = codes.find((code) => !isVague(code)) ?? codes[0]
  if (enhanced) return enhanced
  const reply = /(?<![\d.:-])([45])[0-5]\d(?=[ :-]|$)/.exec(diagnostic)
  return reply ? `${reply[1]}.0.0` : null
}

/** The code of a report: the answer's own where it is precise, since servers sum up in their status field. */
export function chooseStatus(said: string, field: string | null, notice: string): string | null {
  const answered = statusIn(said)
  return answered && !isVague(answered) ? answered : (field ?? answered ?? statusIn(notice))
}
