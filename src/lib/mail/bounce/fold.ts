const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', '’': "'", '‘': "'", '`': "'", ς: 'σ' }
const marks = /\p{Mn}+/gu
const special = /[øłđıßæœ’‘`ς]/g

/** Without accents, and one form of each letter. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(special, (letter) => letters[letter] ?? letter)

/** Words as they are compared. */
const fold = (text: string): string => bare(text.toLowerCase())

/** What a filter adds to whatever it passes; it may name all that it looked for. */
const scanned =
  /\b(?:scanned|checked|filtered|screened|protected|verified|certified|powered|processed)(?: (?:and|clean|free|safe|\w+ly)){0,2} (?:for|by|against|with|from) [^.;!]{0,160}/g
const foundSome = /found|detect|contain|infect|reject|refus|unknown|not exist/

/** A name of a product is no finding. */
const product =
  /\b(?:spam|virus|e-?mail|mail|web)(?: (?:&|and) (?:spam|virus))? (?:firewall|filter appliance|appliance|gateway|security gateway|scanner)s?\b/g

/** The words of names such as RecipientNotFoundException, which programs put into their answers. */
const wordsOfNames = (text: string) =>
  (
    text.match(
      /\b(?:[A-Z][a-z]{1,20}){1,8}(?:Exception|Error|Found|Exceeded|Full|Unknown|Denied|Disabled|Mailbox|Authorized|Rejected|Restricted|Blocked|Allowed)\b/g,
    ) ?? []
  )
    .map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
    .join('. ')

/** Sentences with no blank between them are no host's name. */
const gluedSentences = /(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})/gu

/** An address, up to where a script without blanks goes on. */
const written =
  /[^\s@\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}（）：，、；。【】《》「」]{1,80}@(?:(?!\.\.|\.(?:\s|$))[^\s:;,()<>{}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}（）：，、；。【】《》「」]){1,260}/gu

/** Says no more of a mailbox than that it is meant. */
const whomYouWroteTo =
  /\b(?:that |which |who(?:m)? )?you(?: are|'re| have|'ve)? (?:(?:tried|try|trying|attempted|attempting|wanted|want) to (?:reach|contact|(?:send|write|deliver)(?: (?:mail|e-?mail|a message|your message))? to)|(?:writing|sending|wrote|sent)(?: (?:mail|e-?mail|a message|your message))? to|mailed|e-?mailed|entered|specified|typed)\b/g

/** Leaves the words: no links, addresses, host names or reply codes, in which a word may stand by chance; `not` is said one way. */
export const wordsOf = (text: string): string =>
  fold(`${text.replace(gluedSentences, '. ')} ${wordsOfNames(text)}`)
    // Cisco's gateway begins every refusal with these words and then quotes the real answer.
    .replace(/5\.1\.0 - unknown address error/g, '')
    .replace(/\(in reply to [^)]{0,60}\)/g, '')
    .replace(/\bhttps?:\/\/\S*/g, (link) => /nosuchuser|spamhaus|spamcop|dnsbl/.exec(link)?.[0] ?? '')
    .replace(written, '')
    .replace(/\b[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}\b/g, '')
    .replace(
      /\b(?:[a-z0-9_-]{1,63}\.){1,10}(?:[a-z]{2,24}|\d{1,3})\b/g,
      (host) => /recip(?:ient)?notfound|nosuchuser|spamhaus|abuseat|^554\.30$/.exec(host)?.[0] ?? '',
    )
    // `BAD_RECIPIENT`
    .replace(/(?<=\p{L})_(?=\p{L})/gu, ' ')
    .replace(/\bmail-box/g, 'mailbox')
    .replace(/\bexeed/g, 'exceed')
    .replace(whomYouWroteTo, '')
    .replace(/\bcannot\b|\bcan't\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/([a-z])n't\b/g, '$1 not')
    .replace(/\b(does|do|is|has|could|can)nt\b/g, '$1 not')
    .replace(scanned, (words) => (foundSome.test(words) ? words : ''))
    .replace(product, '')
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    // What stood between was dropped.
    .replace(/ [.,](?= )/g, '')
    .trim()

/**
 * One phrase a line, as regular expressions over folded words, which begin and end where a word does; `~` stands for the rest of a
 * word. Every repetition in them is bounded.
 */
export function phrases({ raw }: TemplateStringsArray, ...parts: string[]): RegExp {
  const lines = raw
    .map((text, i) => text + (parts[i] ?? ''))
    .join('')
    .split('\n')
    .map((line) => bare(line.trim()).replaceAll('~', '\\p{L}{0,24}'))
    .filter(Boolean)
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\p{L}-)(?:${lines.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

/** Phrases of scripts that put no blanks between words. */
export function unspaced({ raw }: TemplateStringsArray): RegExp {
  const lines = (raw[0] ?? '').split('\n').map((line) => bare(line.trim()))
  return new RegExp(lines.filter(Boolean).join('|'), 'u')
}
