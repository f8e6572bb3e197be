import type { Mailbox, ParsedMessage } from '../message.ts'
import { deniesDelivery, saysPlainly } from './failure.ts'
import { phrases, wordsOf } from './fold.ts'

// Which programs write, beside mail systems, when they do not take a mail: managers of lists, filters, forwarders.

/** By its local part. */
const program =
  /^(?:(?:mail-?|spam-?|virus-?|viren-?|content-?)?(?:scan|scanner|alert|filter|filtre|filtro|filtr|scanner|gateway|router|relay|firewall|quarantine|security|mailer|antispam|antivirus|forward(?:er|ing)?|alias(?:es)?)|(?:do-?)?no?t?[._-]?reply|bounces?|events?|notif(?:y|ications?)|alerts?|system|mta|smtp|daemon|robot|auto\w{0,20})\b/i
/** By which a manager of lists speaks. */
const manager =
  /^(?:listserv|listmaster|majordomo|majord|sympa|mailman|ecartis|listar|lyris|listproc|lista?-?admin|owner-[^@]{1,64})@|-(?:owners?|request|bounces|admin|help|return|return-\d{1,9}|editor|noreply)@/i

/** By its name. */
const named =
  /\b(?:gateway|filter|robot|daemon|server|scanner|firewall|security|quarantine|antispam|anti-spam|mailer|mail router|mail system|postmaster|rechenzentrum|poststelle|forwarding|weiterleitung|filtre|filtro|filtr|mail-?gateway|mail-?server|mail-?filter|pec|posta (?:elettronica )?certificata)\b/i

/** Is this an address of a program for lists? */
export const isOfLists = (address: string): boolean => manager.test(address)
/** Whether a program writes under this name and address. */
export const isOfProgram = ({ name, address }: Mailbox): boolean => program.test(address) || manager.test(address) || named.test(name)

/** They speak of your post to their list. */
const yourPost =
  /\byour (?:[\w-]{1,20} )?(?:message|mail|e-?mail|post|posting|request|submission)\b|\byou (?:are|were|do) not\b|^bounce \S|\b(?:message|posting|submission)s? (?:to|for) |\bihre? (?:nachricht|e-?mail|mail|beitrag)|\bvotre (?:message|mail|courriel)|\bs[ue] (?:mensaje|correo|mensagem)|(?:suo|tuo|vostro) messaggio|\buw (?:bericht|e-?mail)|\bditt (?:meddelande|inlägg)|\bваше (?:сообщение|письмо)/i
const refuses =
  /\breject|\brefus|\bnot (?:been )?(?:accepted|distributed|posted|approved|allowed|authori[sz]ed|permitted|delivered|sent|subscribed|a member)|\b(?:non-?member|unsubscribed) (?:submission|post)|\bmay not (?:post|send|write)|\bcan(?:not| not|'t) (?:post|send|write)|subscribers only|members only|nicht (?:verteilt|berechtigt|angenommen|zugestellt|freigegeben)|abgelehnt|zurückgewiesen|rejet|refusé|pas (?:été )?(?:distribué|diffusé|accepté|autorisé)|rechazad|no (?:ha sido )?(?:autorizad|aceptad|distribuid|publicad)|respint|rifiutat|non (?:è )?(?:stato )?(?:autorizzat|accettat|distribuit|pubblicat)|rejeitad|recusad|geweigerd|afgewezen|niet (?:geplaatst|toegestaan|verstuurd)|odrzucon|zamítnut|avvisa|afvist|отклон|отверг/i
const holds = /\b(?:await|held|holding|pending|moderation queue|needs? (?:the )?approval|wartet|en attente|in attesa|pendiente|wacht op)\b/i

/** Whether the manager of a list returns a post; one that waits for somebody may still go out. */
export function returnsPost({ from, subject }: ParsedMessage, top: string): boolean {
  if (!from) return false
  const said = `${subject}\n${top}`
  return isOfLists(from.address) && yourPost.test(said) && refuses.test(said) && !holds.test(said)
}

const found = phrases`
  virus~|viren~|viirus~|wirus~|вирус~|вірус~|malware|trojan~|worm|phishing|infect~|infiz~|infett~|заражен~|zainfek~|infik~
  spam (?:firewall|filter)|(?:bulk e-?mail|spam|content) filter|harmful|schad(?:software|code)
`
/** They speak of a mail that you sent. */
const youSent = phrases`
  (?:message|mail|e-?mail)s? (?:that |which )?(?:you (?:have )?sent|carried your)|your (?:sender )?address|in mail from you
  (?:ihre|deine)[rmns]? (?:e-?mail|mail|nachricht)|votre (?:message|courriel|e-?mail)|(?:su|tu|sua|seu) (?:mensaje|correo|mensagem|e-?mail)|(?:suo|tuo|vostro) (?:messaggio|e-?mail)
  uw (?:bericht|e-?mail|mail)|(?:ditt|din|dit) (?:meddelande|e-?post|besked|mail|melding)|(?:ваше|твое) (?:сообщение|письмо)|ваш\p{L}{0,2} лист|(?:twoja|panstwa) wiadomosc|vas[ae] (?:zprava|sprava)
  your (?:[a-z-]{1,20} )?(?:message|mail|e-?mail)
`

/** Whether a filter that looks for viruses tells who sent a mail that it did not pass on. */
export function stopsMail({ from, subject }: ParsedMessage, top: string): boolean {
  const said = `${subject}. ${top}`
  // Words drop that somebody is whom "you sent to".
  const ours = [said.slice(0, 2000).toLowerCase(), wordsOf(said)].some((words) => youSent.test(words))
  return (
    from !== null && ours && isOfProgram(from) && found.test(wordsOf(said)) && (saysPlainly(said) || [subject, top].some(deniesDelivery))
  )
}
