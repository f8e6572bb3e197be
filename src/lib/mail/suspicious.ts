import type { ParsedMessage } from './message.ts'

const day = 86_400_000
const once = ['from', 'date', 'message-id', 'subject', 'to', 'cc', 'sender', 'reply-to'] as const
// It begins where a word begins: tried at each letter of one, it would look through the whole word again.
const addressLike = /(?<![^\s@<>"])[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+/

/**
 * What looks wrong about the header of a mail, in a few words; undefined when nothing does: fields that stand twice though they may
 * not (RFC 5322 §3.6), a name that shows another address than the mail has, a date that cannot be, no Message-ID.
 * @param receivedAt when the mail came
 */
export function findSuspicion(
  message: Pick<ParsedMessage, 'headers' | 'from' | 'date' | 'messageId'>,
  receivedAt: Date,
): string | undefined {
  const twice = once.find((name) => message.headers.filter((field) => field.name === name).length > 1)
  if (twice) return `it has more than one ${twice} field`
  const { name = '', address = '' } = message.from ?? {}
  const shown = addressLike.exec(name)?.[0].toLowerCase()
  if (shown && shown !== address.toLowerCase()) return `its From shows ${shown.slice(0, 80)} and is ${address.slice(0, 80)}`
  if (message.date && message.date.getTime() > receivedAt.getTime() + 2 * day) return 'its date lies in the future'
  if (message.date && message.date.getTime() < receivedAt.getTime() - 365 * day) return 'its date lies more than a year back'
  if (message.messageId === null) return 'it has no Message-ID'
}

/** How sure the spam filter in front is: its score, where it says `X-Spam-Flag: YES` and no number, 100; undefined where it says nothing. */
export function readSpamScore(headers: ParsedMessage['headers']): number | undefined {
  const said = (name: string) => headers.find((field) => field.name === name)?.value.trim() ?? ''
  const number = [
    /\bscore=(-?\d+(?:\.\d+)?)/i.exec(said('x-spam-status'))?.[1],
    /^-?\d+(?:\.\d+)?/.exec(said('x-spam-score'))?.[0],
    /\[(-?\d+(?:\.\d+)?)\s*\//.exec(said('x-spamd-result'))?.[1],
    said('x-spam-level') && String(/^[*+x]*/i.exec(said('x-spam-level'))?.[0].length ?? 0),
  ].find((found) => found !== undefined && found !== '')
  const flagged = /^yes\b/i.test(said('x-spam-flag')) || /^yes\b/i.test(said('x-spam-status')) || /^yes\b/i.test(said('x-spam'))
  if (flagged) return Math.max(100, Number(number ?? 0))
  return number === undefined ? undefined : Number(number)
}
