import { isPassage } from './reply-notices.ts'

// The job, firm, phone and address that mail programs put below the name of whoever wrote, without a row above.

const longestLine = 100
/** Of a block with its closing; people have two phones, and firms some lines. */
const mostLines = 14

const comma = /^\p{Lu}[^\d,:;?!]{1,40}[,，]$/u
/** Ways to close a letter that need no comma; stems, for many languages. */
const closing =
  /^\P{Lu}?\p{Lu}?[^\d:;?!]{0,20}(?:regards|wishes|sincerely|thanks|cheers|grü(?:ß|ss)|gruß|gruss|hochachtung|cordial|salutation|respectueus|saludo|atentamente|atenciosamente|cumpriment|abraço|saluti|groet|hils[ae]n|hälsning|terveis|terveh|pozdrav|pozdrow|poważan|úct|üdvöz|tisztelet|saygı|уваж|поваг|поздрав|χαιρετ|εκτίμηση|stimă|lugupida|cieņ|pagarb|trân trọng|salam|hormat|敬具|よろしく|敬上)(?:[^\d:;?!]{0,30}!?|\p{L}{0,8}:)$/iu
const fullName = /^(?:\p{L}{1,5}\. ){0,3}\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Ll}{1,3})?(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,4}$/u

const phone = /(?<![\d.,€$£])[+(]{0,2}\d(?:[ ()./–-]{0,3}\d){6,15}(?!\d|[.,]\d)/
const date = /(?<!\d)(?:19|20)\d\d[./-]\d|\d[./-](?:19|20)\d\d(?!\d)|\d{1,2}:\d\d/
const mailAddress = /([^\s<>@:]{1,64})@[^\s<>@]{1,255}\.\p{L}{2,}/u
/** What nobody signs with: a question, an item, an end of a sentence, a line that introduces the next. */
const speaks = /[?!？！]|[:：]\s*$|^\s*(?:[-*•]|\d{1,2}[.)])\s|\s\p{Ll}{3,}\.\s*$|[。]\s*$/u
const manyWords = 9

/** Stems of what people are, and of what firms and their parts are called. */
const job =
  /(?<!\p{L})(?:chargée? d|responsable|direct(?:or|eu?r|rice)|direttor|président|presiden|ingénieur|ingenieur|ingenier|ingegner|assistant|secr[eé]t|sekret|gérant|comptable|conseill|manager|engineer|developer|officer|consultant|coordinat|koordinat|administrat|editor|analyst|accountant|librarian|professor|lecturer|head of|leiter|geschäftsführ|sachbearbeit|referent|vorstand|berater|buchhalt|jefe? de|gerente|analista|responsabile|impiegat|engenheir|medewerk|hoofd|beleids|chef|ansvarig|rådgiv|konsul|johtaja|päällikkö|asiantuntija|kierownik|dyrektor|specjalista|księgow|vedoucí|ředitel|jednatel|vedúci|riaditeľ|konateľ|vezető|igazgató|munkatárs|ügyvezető|müdür|uzman|директор|менеджер|начальник|инженер|бухгалтер|інженер|διευθυντ)|(?:leiter|leiterin|führer|referent|berater|beauftragter?|beauftragte|manager|chef|adviseur|medewerker|ansvarig|päällikkö|johtaja)(?:in)?(?!\p{L})|(?<!\p{L})(?:GmbH|AG|Ltd|LLC|LLP|Inc|SARL|S\.?A\.?|S\.?p\.?A|S\.?r\.?l|B\.?V|Kft|Zrt|s\.r\.o|a\.s|Oy|AB|A\/S|ООО|ТОВ)\.?$/iu
const wordsOfJob = 6
const linesOfJob = 3
/** Whether a line begins or ends with a job, or ends with the kind of its firm. */
function namesJob(line: string): boolean {
  const parts = line.split(/\s+/)
  return job.exec(line)?.index === 0 || job.test(parts[0] ?? '') || job.test(parts.at(-1) ?? '')
}
/** A few short lines that hardly are a sentence. */
const isJob = (lines: string[]) =>
  lines.length <= linesOfJob && lines.some(namesJob) && lines.every((line) => line.split(/\s+/).length <= wordsOfJob)

const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .match(/\p{L}{3,}/gu) ?? []

/** Whether a line leads to the person of this name: a number, or an address that holds the name. */
function leadsTo(line: string, name: string[]): boolean {
  if (phone.test(line) && !date.test(line)) return true
  const [, local = ''] = mailAddress.exec(line) ?? []
  return words(local).some((one) => name.includes(one))
}

const closes = (line: string) => comma.test(line) || (line.length <= longestLine && closing.test(line))
const smallWords = (line: string): number => line.split(/\s+/).filter((one) => /^\p{Ll}{2}/u.test(one)).length
const mayStand = (line: string) => line.length <= longestLine && !speaks.test(line) && smallWords(line) < manyWords

/** Below the name that the author typed, programs put it once more, in full. */
const mostBelowName = 7
const wordsOfLine = 12
/** What may stand behind a name in its line: a degree, a job. */
const behindName = /[,|(/–—].*$|\s-\s.*$/su
const unspacedName = /^\p{Lo}{1,8}(?:[ \u00b7]\p{Lo}{1,8})?$/u
const oneName = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3}$/u
const partsOf = (name: string): string[] => name.toLowerCase().split(/[\s.]+/)

/** Whether a line begins with the whole of a name of which another is a part, or the same. */
function repeats(line: string, typed: string): boolean {
  if (typed.length > longestLine || line.length > longestLine) return false
  const name = line.replace(behindName, '').trimEnd()
  if (unspacedName.test(typed)) return unspacedName.test(name) && name.startsWith(typed)
  if (!oneName.test(typed) || !fullName.test(name) || speaks.test(line)) return false
  const own = partsOf(name)
  return smallWords(line) < wordsOfJob && !/[.!?]$/.test(line) && partsOf(typed).every((part) => own.includes(part))
}

/** Lines of a signature: short, without a sentence or a closing in them. */
const isPlain = (line: string): boolean => mayStand(line) && !isPassage(line) && !closes(line) && line.split(/\s+/).length <= wordsOfLine

/** Where a name stands a second time, with some lines below it up to the end; -1 where it does not. */
function repeatedName(filled: { line: string; at: number }[]): number {
  for (let full = filled.length - 2; full >= 2 && full >= filled.length - 1 - mostBelowName; full--) {
    if (!isPlain(filled[full + 1]?.line ?? '')) return -1
    const [name, typed, above] = [filled[full], filled[full - 1], filled[full - 2]?.line ?? '']
    // What is announced is a list of people.
    if (!name || !typed || name.at - typed.at < 2 || /[:：]$/.test(above)) continue
    if (repeats(name.line, typed.line)) return name.at
  }
  return -1
}

/**
 * Where the lines below a closing and a name begin that are surely the sender's: short ones up to the end, of which one leads to the person,
 * and none speaks; a job or a firm is enough where something follows that the author did not write, `closed`. `lines`: the last lines of a
 * text, trimmed; an empty one between two is how HTML comes. -1 where there are none.
 */
export function contactStart(lines: string[], closed = false): number {
  const filled = lines.flatMap((line, at) => (line === '' ? [] : [{ line, at }])).slice(-mostLines)
  const repeated = repeatedName(filled)
  if (repeated >= 0) return repeated
  for (let below = filled.length - 1; below >= 2; below--) {
    if (!mayStand(filled[below]?.line ?? '')) return -1
    const name = filled[below - 1]?.line ?? ''
    const above = filled[below - 2]?.line ?? ''
    if (!fullName.test(name) || !closes(above)) continue
    const own = words(name)
    const rest = filled.slice(below).map(({ line }) => line)
    return rest.some((line) => leadsTo(line, own)) || (closed && isJob(rest)) ? (filled[below]?.at ?? -1) : -1
  }
  return -1
}
