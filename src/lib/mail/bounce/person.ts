import type { ParsedMessage } from '../message.ts'
import { isOfProgram } from './programs.ts'

// Mail that speaks of failures and reports none: a person asks or answers, a program wants proof or sells something.

/** Whoever asks for proof that a person wrote, and keeps the mail until then. */
const challenge =
  /(?:confirm|verify|prove) (?:that )?you(?: are|'re) (?:a |an )?(?:human|person|real|not a)|(?:click|follow|visit|reply)\b[^.]{0,80}\b(?:and|to|so that)\b[^.]{0,40}(?:message|mail)[^.]{0,30}(?:delivered|released)|to release your (?:message|e-?mail|mail)|(?:held|waiting|queued|quarantined)\b[^.]{0,60}\b(?:until|guest list|confirm|verif)|\buntil you (?:click|confirm|reply|answer|visit|follow|verify)/i

/** Does a mail ask its reader to prove that they are a person? */
export const asksForProof = (words: string): boolean => challenge.test(words)

/** What one who asks for it in any language has: something to press. */
const click = /\bcli(?:ck|qu|c\b)|klick|klik|нажм|натисн|tıkla|クリック|点击|點擊|點選|클릭/iu

/** Does a mail ask its reader to press something? */
export const asksToPress = (words: string): boolean => click.test(words)

/** What is sent to many says how to get no more of it. */
const bulk =
  /\bunsubscribe\b|abbestell|abmelden|désabonn|désinscri|darse de baja|cancelar (?:la|su|sua|tu) (?:su|in)scri|disiscriv|uitschrijv|afmelden|отписа|відписа|odhlásit|wypisać|avregistrer|afmeld|配信停止|退订|退訂|수신 ?거부/iu

/** Is a mail written to many at once? */
export const isForMany = (words: string): boolean => bulk.test(words)

/** Programs speak of your mail, and have neither colleagues nor questions. */
const ofMyself = new RegExp(
  [
    '\\b[Mm]y (?:(?:old|new|own|other|work|private) )?(?:e-?mail|mail|mailbox|message|letter|address|account|provider|server|inbox|colleague|friend|wife|husband|boss)s?\\b',
    "\\bI (?:wrote|sent|tried|got|get|write|just|received|see|saw|noticed|wonder|think|hope|fixed|cleaned|have (?:no idea|cleaned|fixed|changed|moved|tried|got))\\b|\\bI[’']d\\b|\\bI(?: am|[’']m) (?:travel|away|out|on|in|at|back|not|off|currently|now|still|getting)",
    "\\b(?:anybody|anyone|somebody) (?:knows?|have|has)\\b|\\b(?:told|tell|tells) me\\b|\\bdon[’']t (?:remove|unsubscribe|delete) me\\b|\\bthanks for (?:telling|letting|the note)\\b|\\bany ideas?\\?",
    '\\b(?:mein|meine[rmns]?) (?:e-?mail|mail|adresse|postfach|konto|kolleg|nachricht|anbieter|frau|mann)|\\bich (?:habe|hab|bekomme|kriege|schreibe|wollte|sehe|glaube|weiß)\\b|\\b(?:könnt ihr|könntet ihr|wisst ihr|habt ihr|weiß jemand)\\b',
    "\\bma (?:boîte|collègue|messagerie)|\\bmon (?:adresse|compte|collègue|mail|message)|\\bj['’](?:ai|écris|essaie|essaye)\\b|\\bje (?:reçois|vois|voudrais|pense|me demande)\\b",
    '(?<!\\p{L})(?:mi|mis) (?:correo|dirección|buzón|cuenta|colega|compañer|mensaje)|\\b(?:me dicen|he recibido|podéis|recibo|quería)\\b',
    '\\b(?:mio|mia|miei) (?:indirizzo|casella|messaggi|collega|mail|posta)|\\b(?:ho (?:ricevuto|scritto|provato)|quando scrivo|sapete|potete)\\b|\\bmi torna\\b',
    '\\b(?:minha|meu) (?:conta|caixa|endereço|colega|mensagem|e-?mail)|\\b(?:recebi|tentei|sabem|podem ver)\\b',
    '\\bmijn (?:adres|mail|e-mail|postvak|collega|bericht)|\\bik (?:heb|krijg|kreeg|zie|schreef)\\b|\\b(?:weten jullie|kunnen jullie)\\b',
    '\\bmin (?:adress|adresse|kollega|e-post|mail)|\\bjag (?:får|fick|skrev|har)\\b|\\bjeg (?:får|fik|fikk|skrev|har)\\b',
    '(?<!\\p{L})(?:мой|моя|моего|моему|моей) (?:адрес|ящик|почт|коллег|письм)|(?<!\\p{L})я (?:получил|писал|отправ|вижу)|(?<!\\p{L})(?:mój|moja|mojej) (?:adres|skrzynk|koleżank|poczt)|(?<!\\p{L})(?:můj|moje) (?:adres|schránk|kolegyn)',
  ].join('|'),
  'u',
)

const passes = /^\s*(?:fwd?|wg|tr|rv|vs|vb|i|enc|doorst|pd|továbbítás|ynt|ilt|转发|轉寄)\s*[:：]/iu

/** Does a subject say that somebody passes a mail on? */
export const isPassedOn = (subject: string): boolean => passes.test(subject)
/** A person answers to a report. */
const answersTo = /^\s*(?:(?:re|aw|sv|antw|ré)\s*:\s*(?:undeliver|(?:mail )?deliver|returned|failure|unzustellbar|non remis))/iu

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,30}/gu) ?? []

/** What a mail has below the name of its author: a signature, or what it answers to. */
const belowName = /^(?:--$|>|[-_]{3}|On .{1,200} wrote:$)/
/** A line of a form: what it is called, and what it is. */
const field = /^\s{0,8}\p{L}{2,20} ?[:：]\s{1,20}\S/u

/** Whether the text ends with the name of its author, as no program signs. */
function isSigned({ from, text }: ParsedMessage): boolean {
  if (!from?.name || isOfProgram(from)) return false
  const lines = text
    .slice(0, 4000)
    .split('\n')
    .map((line) => line.trimEnd())
  // A form names its maker below.
  if (lines.filter((line) => field.test(line)).length > 1) return false
  const below = lines.findIndex((line) => belowName.test(line))
  const last = (below < 0 ? lines : lines.slice(0, below)).findLast(Boolean) ?? ''
  const name = words(from.name)
  // The end of a sentence is no name.
  return last.length < 60 && !/[@:]|\.\s?$/.test(last) && words(last).some((word) => name.includes(word))
}

/** Whether a person wrote it, to somebody whom they take for one; `top`: its first words. */
export function isByPerson(message: ParsedMessage, top: string): boolean {
  return isPassedOn(message.subject) || answersTo.test(message.subject) || ofMyself.test(top) || isSigned(message)
}
