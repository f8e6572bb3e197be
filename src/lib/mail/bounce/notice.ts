import { deniesDelivery } from './failure.ts'
import { findAddresses, unlabelled } from './text.ts'

/** A recipient that a notice names, with the lines that speak of it. */
export interface Named {
  address: string
  words: string
}

interface Mention {
  address: string
  line: number
  /** 3: the line is about this recipient; 2: it stands in the transcript of the session; 1: only in the text; 0: somebody else. */
  rank: number
  /** Columns before an address that opens its line; undefined when it does not. */
  indent: number | undefined
  /** The words around it, up to the ends of its sentence. */
  sentence: string
}

const longestWords = 4000

/** What stands before an address that is not the recipient: the sender, or whom to ask. */
const notRecipient = [
  /(?:^|\W)(?:(?<!(?:expanded|generated) )from|sender|reply-to|return-path|message-id|(?<!(?:user|mail|recipient|account|login|mailbox)[ -])id|cc|mail from|by|owner)\s?:?\s*[<"']*$/i,
  // What the message is called, by a label or in a sentence.
  /(?:message|nachrichten|meldungs|bericht)-?(?:id|kennung|nummer)(?: (?:is|ist|est|es|è))?\s?[:：]?\s*[<"'«„]*$/iu,
  /(?:\bident[iy]f\p{L}{0,16}|(?<!(?:user|mail|recipient|account|login|mailbox)[ -])\bid\b|\breference|référence|referencia|riferimento|referência|kennung|kenmerk|идентификатор|ідентифікатор|идентификационен|identifik[aá]tor|azonosító|tunniste|kimliği|αναγνωριστικό|メッセージ ?id|识别码|標識|식별자)(?:[ -]{1,2}[\p{L}'’]{1,16}){0,5}\s?[:：=]?\s*[<"'«„]*$/iu,
  // The label of the sender, in other languages.
  /^\W*(?:von|de|da|van|från|fra|od|от|від|lähettäjä|feladó|kimden|absender|expéditeur|remitente|mittente|remetente|afzender|avsändare|avsender|afsender|nadawca|odesílatel|отправитель|відправник|差出人|送信者|发件人|寄件者|보낸 ?사람|발신자)\s?[:：]\s*[<"']*$/iu,
  /(?:proveniente da|(?:inviat|spedit)[oa] da(?:l|lla)?|provenant de|(?:envoyé|expédié)e? (?:par|de)|enviad[oa] (?:por|desde)|gesendet von|(?:nachricht|e-?mail|mail|message|mensaje|messaggio|bericht) (?:von|de|da|van)|verzonden door|skickat (?:av|från)|sendt (?:af|av|fra)|wysłan\p{L}{1,2} (?:przez|od)|odeslan\p{L}{1,2} (?:od|z)|отправленн\p{L}{1,3} (?:от|с))\s{1,3}[<"'«„]*$/iu,
  // Where they are to be reached now.
  /\b(?:new|current|neue|nouvelle|nueva|nuovo|nuova|nieuwe|novo|nowy|ny|nya)\b.{0,20}(?:address|adress|adresse|dirección|direccion|indirizzo|adres|endereço|e-?mail)(?: (?:is|ist|est|es|è|lautet))?\s?:?\s*[<"']*$/iu,
  /^to the address[\s:]*$/i,
  /(?<!(?:not|n't|cannot|unable to|permissions? to|allowed to|attempted to|tried to|trying to) )\b(?:contact|write to|ask|help|assistance|reach|emailing|please (?:e-?mail|reply to|forward)|(?:send|forward) (?:an? )?(?:e-?mail|mail|message|it|this|a report) to)[\s:,]*[<"']*$/i,
  /(?<!\p{L})(?:please use|please use instead|bitte (?:verwenden|nutzen|benutzen) sie|veuillez utiliser|utilisez|utilice|utilize|usi|utilizzi|utilizzare|gebruik|använd|benyt|bruk heller|używać|użyj|používejte|použijte|используйте|використовуйте|käytä|használja)(?!\p{L})[^.!?@]{0,30}$/iu,
  /(?:^|[.!?] )(?:postmaster|support|help ?desk|hotline|admin(?:istrator|istrador|istratore|istrateur)?|kontakt|contact|contatto|contacto|contato|questions?|fragen)\s?[:?]\s*[<"']*$/i,
  // Whom to ask, in other languages.
  /(?:wenden sie sich|kontaktieren sie|schreiben sie|melden sie sich|contactez|(?:veuillez|merci de) (?:contacter|écrire)|écri(?:vez|re) à|adressez|vous adresser|póngase en contacto|contacte|comuníquese|escriba|escríbanos|diríjase|contattare|contatti|contatta|rivolgersi|rivolga|scriva|scrivere a|scrivi|contate|entre em contac?to|escreva|neem\b.{0,20} contact op|contacteer|mail naar|schrijf|skontaktuj|prosimy o kontakt|napisz|kontaktujte|napište|obraťte|kontakta|skriv till?|kontakt|ota yhteyttä|kirjoita|forduljon|írjon|contactați|scrieți|обратитесь|обращайтесь|напишите|пишите|свяжитесь|зверніться|звертайтеся|напишіть|пишіть|επικοινωνήστε|γράψτε|请联系|請聯絡|请与|문의)[^.!?@]{0,40}$/iu,
]

/** What follows whom to ask, where the verb comes last. */
const asked =
  /^[>\])"'」]{0,2}\s?(?:(?:まで|へ|に|宛に?)(?:ご|お)?(?:連絡|問い?合わ?せ)|.{0,10}(?:문의|연락)|.{0,16}(?:yazın|başvurun|iletişime geç))/iu

/** What stands before the recipient in an SMTP dialogue. */
const transcript = [/^\W*(?:<<<\s*)?[245]\d\d[ -](?:#?[245]\.\d{1,3}\.\d{1,3} )?\W*$/, /\brcpt to\W*$/i]

/** What stands before the recipient in a sentence or after a label. */
const recipientLabel = [
  /^[^:]{0,80}(?<!\b(?:to|cc|from|subject|date|sent)\s?):\s*[<"'[(]*(?:smtp:)?$/i,
  /^[^:]{0,80}\b(?:delivered|deliver\w* message|message|mail|undeliverable|address\w*) to:\s*[<"'[(]*(?:smtp:)?$/i,
  /\b(?:to|recipients?|user|mailbox|mailing list|account|address|userid|gateway for|(?:account|mailbox|address|user) (?:of|for)|(?:expanded|generated) (?:from|by):?)\s+[<"'[(]*$/i,
]

/** People who are written to about a failure; a recipient only when the notice names nobody else. */
const helper =
  /^(?:(?:postmaster|abuse|support|help(?:desk)?|hostmaster|webmaster|mailer-daemon|no-?reply|admin(?:istrator)?|listserv|majordomo|sympa)@|owner-)|-(?:owners?|request|bounces|editor)@/i

/** Notices shorten the address that they came to: `bounce+...@lists.example`. */
const withoutToken = (address: string) => {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  return `${local.split('+')[0]}@${domain}`
}

const divider = /^\W{0,3}-{3,}|^={5,}/

function rankOf(before: string, previous: string): number {
  const opens = /^[\s>*•|"'(<[-]{0,40}(?:\d{1,3}[.)]\s{1,4}[<"'(]?)?$/.test(before)
  const context = opens ? `${previous} ${before}` : before
  if (notRecipient.some((pattern) => pattern.test(context))) return 0
  if (opens) return 3
  if (transcript.some((pattern) => pattern.test(before))) return 2
  return recipientLabel.some((pattern) => pattern.test(before)) && !withinAnswer.test(before) ? 3 : 1
}
/** Amid the words of a server, which may name anybody: whom to ask, or who wrote. */
const withinAnswer = /(?:^|[\s:>(])[45][0-5]\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3} )?[^@]{0,60}\p{L}{3}/u

function findMentions(lines: string[]): Mention[] {
  return lines.flatMap((line, number) =>
    findAddresses(line).map(({ address, start, end }) => {
      const before = line.slice(Math.max(0, start - 200), start)
      const opens = /^[\s>*•|"'(<[-]{0,40}(?:\d{1,3}[.)]\s{1,4}[<"'(]?)?$/.test(line.slice(0, start))
      const previous = lines[number - 1]?.trim() || lines[number - 2]?.trim() || ''
      // Who wrote, of two that an arrow joins; whom to ask.
      const after = line.slice(end, end + 40)
      const other = /^[>\])"']{0,2}\s?(?:-{1,2}>|=>|→)/.test(after) || asked.test(after)
      return {
        address,
        line: number,
        rank: other ? 0 : rankOf(before, previous),
        sentence: sentenceAt(line, start, end),
        indent: opens ? /^\s*/.exec(line)?.[0].length : undefined,
      }
    }),
  )
}

/** From the end of the sentence before to the end of this one; dots in addresses end none. */
const sentenceAt = (line: string, start: number, end: number) => {
  const before =
    line
      .slice(Math.max(0, start - 200), start)
      .split(/[.!?] |。/)
      .at(-1) ?? ''
  return before + line.slice(start, end) + (line.slice(end, end + 200).split(/[.!?](?: |$)|。/)[0] ?? '')
}

/** So many sentences are looked at; who names more, names recipients. */
const mostSentences = 10

/** Where an address is only part of the text, the sentence that tells the failure names the recipient, and others may name whom to ask. */
function keepTold(mentions: Mention[]): Mention[] {
  if (mentions[0]?.rank !== 1 || mentions.length > mostSentences) return mentions
  const told = mentions.filter(({ sentence }) => deniesDelivery(sentence))
  return told.length ? told : mentions
}

/** The mentions that name a recipient: the plainest there are; of those that open a line, the ones furthest left (the others continue a server's answer). */
function choose(mentions: Mention[]): Mention[] {
  const best = Math.max(0, ...mentions.map(({ rank }) => rank))
  if (best === 0) return []
  const plainest = keepTold(mentions.filter(({ rank }) => rank === best))
  const left = Math.min(...plainest.map(({ indent }) => indent ?? Number.POSITIVE_INFINITY))
  return plainest.filter(({ indent }) => indent === undefined || indent === left)
}

/** What an alias stands for failed for the same reason. */
const joinedTo = (current: string[], named: string[], line: string) => (standsFor.test(line) ? [...current, ...named] : named)
const standsFor = /\((?:(?:ultimately )?generated|expanded) from/i
const reply = /^\W*[245]\d\d[ -]/

/** Where several are named, a blank line ends what is said of one that has had its answer. */
const isAnswered = (addresses: string[], current: string[], words: Map<string, string>) =>
  addresses.length > 1 && current.every((address) => answered.test((words.get(address) ?? '').slice(0, 2000)))
const answered = /(?:^|[\s:>(])[45]\d\d[ -]\S{0,80}\s{0,9}\p{L}{2}/u

/**
 * The lines that speak of each address: from where it stands to the next address, or the end of its section; in the
 * transcript of a session, to the next answer.
 */
function collectWords(lines: string[], addresses: string[]): Named[] {
  const words = new Map(addresses.map((address) => [address, '']))
  let current: string[] = []
  let inTranscript = false
  for (const line of lines) {
    const found = findAddresses(line).map(({ address }) => address.toLowerCase())
    const named = addresses.filter((address) => found.includes(address))
    if (named.length) {
      current = joinedTo(current, named, line)
      inTranscript = reply.test(line)
    } else if (divider.test(line) || (inTranscript && reply.test(line)) || (!line.trim() && isAnswered(addresses, current, words)))
      current = []
    for (const address of current) {
      const before = words.get(address) ?? ''
      if (before.length < longestWords) words.set(address, `${before} ${unlabelled(line).trim()}`)
    }
  }
  return [...words].map(([address, said]) => ({ address, words: said.trim() }))
}

/**
 * A directory gateway (phquery) names the person only and writes the form of its addresses as `emailing NAME@domain`.
 */
function readDirectoryGateway(text: string): string[] {
  const person = /^\s{0,8}([\w.-]{1,64})\s{2,20}No matches to nameserver query/im.exec(text)?.[1]
  if (!person) return []
  return [...text.matchAll(/emailing (?:to )?NAME@([\w.-]{1,253})/g)].map((match) => `${person}@${match[1]?.replace(/\.$/, '')}`)
}

/**
 * The recipients that a notice in plain words names, each with the lines about it. `own`: addresses of whom the notice
 * was sent to, taken only where it names nobody else; before them goes whom all but its words name, `beside`. An empty list: the notice names nobody.
 */
export function readNotice(lines: string[], own: string[], beside?: string): Named[] {
  const directory = readDirectoryGateway(lines.join('\n'))
  if (directory.length) return directory.map((address) => ({ address, words: 'No matches to nameserver query' }))
  const mentions = findMentions(lines)
  const ours = new Set(own.map(withoutToken))
  const others = mentions.filter(({ address }) => !helper.test(address) && !ours.has(withoutToken(address)))
  const chosen = choose(others)
  const names = chosen.length ? chosen.map(({ address }) => address) : beside ? [beside] : choose(mentions).map(({ address }) => address)
  return wordsAbout(lines, names)
}

/** The lines of a notice about each of the given addresses, in the case in which they are given. */
export function wordsAbout(lines: string[], addresses: string[]): Named[] {
  const unique = [...new Map(addresses.map((address) => [address.toLowerCase(), address])).entries()]
  const said = collectWords(
    lines,
    unique.map(([key]) => key),
  )
  return unique.map(([key, address]) => ({ address, words: said.find((named) => named.address === key)?.words ?? '' }))
}
