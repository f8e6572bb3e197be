/** A title is read in a list: longer than this is cut. */
const longest = 110
/** Where a mail has not said by here what it needs, its subject says it better. */
const looked = 2_000

const greeting =
  /^(?:dear|hello|hi|hallo|guten tag|liebe[rs]?|sehr geehrte|bonjour|bonsoir|ch[eè]r(?:e|s|es)?|hola|buenos|buenas|estimad[ao]s?|buongiorno|buonasera|salve|gentil[ei]|car[aeio])\b[^.,:!?\n]{0,60}[,:!\n]\s*/iu
const courtesy =
  /^(?:same here|same (?:at|with) us|me too|\+1|thanks?|thank you|many thanks|agreed?|i agree|confirmed|reproduced|yes|no|not yet|happy to|as (?:promised|announced)|small thing|for what it is worth|you could|the draft|(?:has|does|is) any(?:body|one)|please don.t|danke|wir auch|bei uns (?:auch|genauso)|ja|nein|merci|pareil|pas chez nous|chez nous aussi|oui|non|gracias|igual aqu[ií]|a nosotros|s[iíì]|grazie|anche (?:noi|da noi)|da noi (?:anche|lo stesso)|in english|not for the list)(?![\p{L}])/iu
/** What a subject says of its mail, and not of the need. */
const label =
  /^(?:draft|concern|submission|idea|request|question|entwurf|anliegen|anfrage|idee|frage|brouillon|demande|idée|borrador|petición|pregunta|bozza|richiesta|domanda)\s*:\s+/iu
/** A sentence that only the one before it explains. */
const hanging =
  /^(?:it|this|that|they|these|those|he|she|one|if not|sie ist|das|dies|cela|ça|c.est|eso|esto|ese|questo|questa|ciò)(?!\p{L})/iu
/** Words by which people say that something is wanting, goes wrong or costs them time, in five languages. */
const wanting =
  /(?<!\p{L})(?:can(?:not|.t)|could not|unable|no way|any way|no longer|missing|gone|los(?:es?|t|ing)|disappears?|vanish(?:es)?|not|n.t|never|nothing|nobody|needs?|must|wants?|wish|would like|should|let us|asked for|by hand|manually|every (?:time|term|week|day)|each time|too (?:many|slow|late)|wrong|fails?|error|broken|twice|without|ignores?|instead|nicht|keine?[nrms]?|fehl(?:t|en|er)|verschw\p{L}+|brauch\p{L}+|müssen|möchten|wünschen|von hand|jedes mal|für jede\p{L}*|falsch|ohne|statt|pas|impossible|manqu\p{L}+|dispara\p{L}+|besoin|faut|voudr\p{L}+|souhait\p{L}+|à la main|chaque fois|erreur|sans|aucune?|jamais|no se|no pod\p{L}+|no puede\p{L}*|falta\p{L}*|desaparec\p{L}+|necesit\p{L}+|hay que|a mano|cada vez|sin|ning[uú]n\p{L}*|nunca|manca\p{L}*|non (?:si|è|c.è|posso|possiamo|riesc\p{L}+|funziona\p{L}*)|servirebbe|serve|bisogna|vorre\p{L}+|ogni volta|errore|senza|nessun\p{L}*|scompar\p{L}+|sparisc\p{L}+)(?!\p{L})/iu

const wordsIn = (sentence: string): number => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0

/** A sentence as a title: one line, without its full stop, cut at a word where it is long. */
function titled(sentence: string): string {
  const whole = sentence.replaceAll(/\s+/g, ' ').trim()
  let last = whole.length
  while (last > 0 && '.!,;:'.includes(whole.charAt(last - 1))) last -= 1
  const line = whole.slice(0, last)
  const clause = line.lastIndexOf(', ', longest)
  const end = clause >= longest / 2 ? clause : line.lastIndexOf(' ', longest - 2)
  const shown = line.length <= longest ? line : `${line.slice(0, end)} …`
  return shown.charAt(0).toLocaleUpperCase('und') + shown.slice(1)
}

/**
 * What a mail needs, as the title of a user case: the first sentence that says that something is wanting, not a greeting and not “Same
 * here.”; else its subject.
 * @param subject without marks of answers
 * @param own what the author says here and now
 */
export function needFrom(subject: string, own: string): string {
  const text = own.slice(0, looked).replace(greeting, '')
  const sentences = text
    .split(/(?<=[.!?])\s+|\n{2,}/u)
    .map((one) => one.replace(/^[\s("'“«]+/u, (open) => open.replaceAll(/[\s(]/gu, '')))
    .filter((one) => wordsIn(one) >= 5 && !courtesy.test(one) && !hanging.test(one))
  const said = sentences.find((one) => wanting.test(one))
  if (said) return titled(said)
  const about = subject.replace(label, '')
  return titled(wordsIn(about) >= 3 ? about : (sentences[0] ?? about))
}

/** Was a title proposed from this text? Then it says what the text says. */
export function saysIn(title: string, text: string): boolean {
  const plain = (words: string) =>
    words
      .replaceAll(/[\s…]+/gu, ' ')
      .trim()
      .toLocaleLowerCase('und')
  return title !== '' && plain(text).includes(plain(title))
}
