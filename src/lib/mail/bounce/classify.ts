import { phrases, wordsOf } from './fold.ts'
import { reasons } from './reasons.ts'
import { over } from './reasons-absent.ts'
import { neverTakesMail } from './reasons-dead.ts'
import { deleted, gone } from './reasons-gone.ts'
import { codes, type Reason, vagueReasons } from './reasons-vague.ts'
import type { BounceClass } from './report.ts'

const fits = ({ says }: Reason, words: string) => [says].flat().some((pattern) => pattern.test(words))
const find = (table: Reason[], words: string) => table.find((reason) => fits(reason, words))?.class

/** How far the session had come when the server spoke. */
export type Stage = 'greeting' | 'sender' | 'content' | 'unknown'

interface Beside {
  /** The server names the address, or a mailbox. */
  named?: boolean
  /** The status is the report's own, of an answer that had none: Sendmail writes 5.1.1 for every 550. */
  summedUp?: boolean
}

/**
 * The class of a failure. `said`: the server's words about this recipient; `notice`: all that the report says, asked
 * where those tell nothing. A server that refuses our name or our sender has not looked at the recipient; one that takes the
 * address first and says "unknown user" after the message, without a 5.1.x code, has judged the message, unless it names the address or a mailbox (`named`).
 */
export function classify(
  said: string,
  notice: string,
  status: string | null,
  stage: Stage,
  { named = false, summedUp = false }: Beside = {},
): BounceClass {
  const words = wordsOf(said)
  const around = wordsOf(notice)
  const told = reasonIn(words)
  const early = stage === 'greeting' || stage === 'sender' || isOfSender(status, words)
  // Before the recipient was named, only a host that never takes mail speaks of more than us.
  if (early && !status?.startsWith('4.') && (told ?? 'address') === 'address') return neverTakesMail.test(words) ? 'address' : 'policy'
  // Room that lacks before the recipient is named is the host's own.
  if (early && told === 'mailbox') return 'transport'
  const kind = told ?? byLess(words, around, status, summedUp)
  if (kind === 'address') return surelyDead(words, around, status, named ? 'unknown' : stage)
  // Whoever reads the message and gives no reason has one against the message.
  return kind ?? (stage === 'content' && status?.startsWith('5.') ? 'content' : 'unknown')
}

/** Where the words give no reason: the code, the words around, then what is said in general; that goes before a code which sums up. */
function byLess(words: string, around: string, status: string | null, summedUp: boolean): BounceClass | undefined {
  const vaguely = find(vagueReasons, words)
  const coded = (summedUp ? vaguely : undefined) ?? byCode(status, words)
  return coded ?? reasonIn(around) ?? vaguely ?? find(vagueReasons, around)
}

const refusals = reasons.filter((reason) => reason.class === 'policy')

/** "No SMTP service" is for us alone where the server says besides what it has against us. */
export const reasonIn = (said: string): BounceClass | undefined => {
  const words = said.replace(orClosed, '$1')
  if (!neverTakesMail.test(words)) return find(reasons, words)
  return find(refusals, words) ?? (byRule.test(words) ? 'policy' : find(reasons, words))
}

const byRule = phrases`
  polic(?:y|ies)|richtlinie~|politique~|politic[ahe]~|beleid~|retningslinj~|riktlinj~|zasad[ay]|politik~|политик~
`

const closed = '(?:not active|inactive|disabled|deactivated|suspended|closed|locked)'
/** "Does not exist or is not active" leaves no hope; what is said beside it is dropped. */
const orClosed = new RegExp(
  `\\b(exists?|found|known|unknown|invalid)(?: or |/)(?:is |are |has been )?${closed}\\b|\\b${closed}(?: or |/)(?=does not exist|is unknown|unknown|invalid|non-?exist)`,
  'g',
)

/** X.1.7 and X.1.8 are about the sender (RFC 3463 §3.2); some servers mistake them. */
const isOfSender = (status: string | null, words: string) => /^[45]\.1\.[78]$/.test(status ?? '') && !/recipient|rcpt/.test(words)

function byCode(status: string | null, words: string): BounceClass | undefined {
  // A server that only asks to come again has no more against us than the moment.
  if (status?.startsWith('4.7.') && find(vagueReasons, words) === 'transport') return 'transport'
  return codes.find(([code]) => status !== null && code.test(status))?.[1]
}

/** Who is unknown for a while is not gone. */
const notForEver = phrases`
  (?:at|for) the moment|right now|just now|temporarily
  zur ?zeit|derzeit|momentan|vorubergehend|pour (?:le moment|l'instant)|temporairement|en este momento|temporalmente
  momentaneamente|temporaneamente|no momento|temporariamente|tijdelijk|tillfallig~|midlertidig~|tilapais~|chwilowo|tymczasow~|docasn~
  временно|тимчасово|atmenetileg|gecici~|προσωρινα
`

/** Where a report contradicts itself, the milder counts. */
function surelyDead(words: string, around: string, status: string | null, stage: Stage): BounceClass {
  // X.6.x: what cannot be carried there, as letters that a server does not take (RFC 6531 §3.7.4).
  if (status?.startsWith('6.', 2)) return 'content'
  // A 4.x.x code with "user unknown" is a server that is not sure; the name server is, and so is who tells of an end.
  const unsure = status?.startsWith('4.') && !words.includes('nxdomain') && !ended.some((pattern) => pattern.test(words || around))
  if (unsure || notForEver.test(words)) return 'transport'
  if (reasonIn(around) === 'mailbox') return 'mailbox'
  return stage === 'content' && !status?.startsWith('5.1.') ? 'policy' : 'address'
}

/** Codes of a refusal for now, or of one that the sender's time ran out over (RFC 3463 X.4.7, and the servers of Microsoft). */
const forNow = /^4\.|^5\.4\.(?:7|300)$/

/**
 * Whether a refusal would have passed by itself: by its code the server would take the message later, and its words have nothing against us, as
 * a list of blocked hosts or a complaint would. The answer's own code goes before the field of the report.
 */
export function passes(said: string, status: string | null): boolean {
  if (!forNow.test(statusIn(said) ?? status ?? '')) return false
  const words = wordsOf(said).replace(fromUs, '')
  return against.every((reason) => !fits(reason, words))
}

const against = reasons.filter((reason) => /^(?:policy|content)$/.test(reason.class) && !reason.passes)
/** Whose connections they are, of which there are too many. */
const fromUs = /\bfrom (?:your|this|the same) (?:ip address|ip|host|server|network|client)\b/g

/** What was there, and is no more. */
const ended = [...gone, ...deleted, ...over]

/** Codes that say no more than "failed". */
const isVague = (status: string) => /\.(?:0|1)\.0$/.test(status)

/**
 * The status code in a server's answer (RFC 3463): its first precise enhanced code, else any, else what its SMTP reply
 * code amounts to; null when it has none.
 */
export function statusIn(diagnostic: string): string | null {
  const [outer, inner] = [codeIn(diagnostic), quotedEnd(diagnostic)]
  if (!outer?.startsWith('4.') || inner === undefined) return outer
  const ended = codeIn(inner)
  return ended && !isVague(ended) ? ended : `5${outer.slice(1)}`
}

/** Who asked another server quotes it; that it ends the matter there goes before that it may be asked again here. */
const quoted = /[:：]\s?['"<]?(5[0-5]\d[ -]#?(?:5\.\d|\p{L}|<))/gu
function quotedEnd(diagnostic: string): string | undefined {
  const last = [...diagnostic.matchAll(quoted)].at(-1)
  return last && diagnostic.slice(last.index + 1)
}

function codeIn(diagnostic: string): string | null {
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

/** Whether the code of a report is its own, beside an answer that has no more than three figures. */
export const isSummedUp = (said: string, status: string | null): boolean => {
  const answered = statusIn(said)
  return answered !== null && isVague(answered) && status !== answered
}
