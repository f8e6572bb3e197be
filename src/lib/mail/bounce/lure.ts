import type { ParsedMessage } from '../message.ts'
import { phrases, wordsOf } from './fold.ts'
import { asksToPress } from './person.ts'
import { box } from './reasons-absent.ts'
import { findAddresses } from './text.ts'

// A mail that imitates a report, so that its reader follows a link.

const your =
  '(?:your|ihre?[rmns]?|deine?[rmns]?|votre|vos|ton|ta|su|tu|vuestr[oa]|(?:il |la )?(?:tu[oa]|su[oa]|vostr[oa])|seu|sua|uw|je|jouw|din|ditt|twoj[a-z]{0,2}|panstwa|vas[a-z]{0,2}|ваш\\p{L}{0,3}|sizin)'
/** To whom it is written, and what they should fear for. */
const ofReader = phrases`
  ${your} (?:e-?mail |mail |own )?(?:mail ?box|inbox|accounts?|storage|quota|webmail|posteingang|postfach|${box})~
  (?:incoming|pending|held|undelivered|eingehende|ausstehende|entrants?|entrantes|in arrivo|pendientes|pendentes|inkommande|inkomende|входящ\p{L}{2,3}) (?:e-?mails|mails|messages|nachrichten|mensajes|messaggi|mensagens|meddelanden|berichten|сообщен\p{L}{1,3})
`
const link = /\bhttps?:\/\/|\bwww\./i
const longest = 4000
/** Whom to ask. */
const asked = /^(?:security|info|contact|kontakt|service|support|help|team|office|billing|accounts?|admin\w{0,12}|postmaster|no-?reply)@/i

/**
 * Whether a mail imitates a report: it speaks of the reader's own mailbox, has something to follow, and names nobody but the reader and its
 * author. `own`: to whom it was sent; `quotes`: it returns a mail, or has the fields of a delivery or the answer of a server.
 */
export function isLure({ from, subject, text }: ParsedMessage, own: string[], quotes: boolean): boolean {
  if (quotes) return false
  const said = text.slice(0, longest)
  if (!link.test(said) && !asksToPress(said)) return false
  const known = [...own.map((address) => address.replace(/^.*@/, '@')), from?.address.toLowerCase() || '@']
  const others = said
    .split('\n')
    .some((line) =>
      findAddresses(line).some(({ address }) => !asked.test(address) && !known.some((end) => address.toLowerCase().endsWith(end))),
    )
  return !others && ofReader.test(wordsOf(`${subject}\n${said}`))
}
