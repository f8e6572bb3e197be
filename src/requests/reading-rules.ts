import { fold } from '../lib/fold.ts'

/** Why a message looks like a user case, for a curator to judge. */
export interface Sign {
  /** Which sign: an ask, a complaint, a workaround, a cost, how often, or words that curators said yes to. */
  kind: 'ask' | 'complaint' | 'workaround' | 'cost' | 'frequency' | 'learnt' | 'against'
  words: string[]
  weight: number
}

export interface Judged {
  /** 0 to 1. */
  score: number
  signs: Sign[]
}

/** What curators said about a word on a list. */
export interface WordCount {
  yes: number
  no: number
}

/** What was learnt on a list: how many yes and no, and for each word in how many of them. */
export interface Learnt {
  yes: number
  no: number
  words: ReadonlyMap<string, WordCount>
}

const phrases: { kind: 'ask' | 'complaint' | 'workaround' | 'cost' | 'frequency'; weight: number; pattern: RegExp }[] = [
  {
    kind: 'ask',
    weight: 1.3,
    pattern:
      /\b(?:would (?:be (?:good|great|nice|helpful|useful)|like|love|help)|is there (?:a|any) way|it should be possible|we (?:really )?need|we(?:'d| would) (?:like|love|need)|please add|enhancement|feature request|wish(?:es)?|could (?:quillon|the vendor|ex libris)|can (?:anyone|anybody) tell .{0,20} how|allow us to|an option to|ability to|wäre (?:schön|gut|hilfreich)|wir (?:brauchen|wünschen|bräuchten)|es fehlt|gibt es (?:eine|die) möglichkeit|il (?:serait|faudrait)|nous (?:aimerions|voudrions|souhaitons|avons besoin)|y a-t-il (?:un moyen|moyen)|sería (?:bueno|útil|ideal)|necesitamos|nos gustaría|hay (?:alguna )?manera|hace falta|gostaríamos|seria (?:bom|útil)|ci piacerebbe|sarebbe (?:utile|bello))\b/giu,
  },
  {
    kind: 'complaint',
    weight: 1.1,
    pattern:
      /\b(?:does(?:n't| not) work|stopped working|no longer works?|broken|fails?|failed|error|cannot|can't|impossible|unable to|frustrat\w+|confus\w+|problem|issue|bug|wrong(?:ly)?|disappear\w*|lost|missing|complain\w*|annoy\w+|funktioniert nicht|geht nicht|fehler|fehlt|kaputt|verschwind\w+|ne (?:fonctionne|marche) pas|erreur|impossible|problème|bloqu\w+|no funciona|error|falla|imposible|problema|se pierde|non funziona|errore|impossibile|sparisc\w+|scompa\w+|manca\w*|não funciona|erro)\b/giu,
  },
  {
    kind: 'workaround',
    weight: 1.2,
    pattern:
      /\b(?:work-?around|by hand|manually|instead we|one by one|spreadsheet|copy and paste|in the meantime|we (?:currently|now|still) (?:have to|do|use)|have to (?:re|delete|type|click|check|open|go)|von hand|händisch|manuell|einzeln|umweg|behelf\w*|stattdessen|à la main|manuellement|un par un|contourn\w+|en attendant|tableur|a mano|manualmente|uno por uno|mientras tanto|hoja de cálculo|uno per uno|nel frattempo|foglio di calcolo)\b/giu,
  },
  {
    kind: 'cost',
    weight: 0.9,
    pattern:
      /\b(?:(?:\d+|several|many|two|three|four|five|six|ten|a few) (?:hours|days|weeks|minutes|stunden|tage|wochen|minuten|heures|jours|semaines|horas|días|dias|semanas|ore|giorni|settimane|minuti)|takes (?:us )?(?:hours|days|ages|forever)|waste\w*|time[- ]consuming|help ?desk|zeitaufwend\w*|kostet (?:uns )?\w+|perdiamo|perdons|perdre du temps|perdemos)\b/giu,
  },
  {
    kind: 'frequency',
    weight: 0.5,
    pattern:
      /\b(?:every (?:day|week|term|semester|year|time|month)|each (?:term|semester|year|week)|daily|weekly|twice a|per (?:term|semester|year)|jede[sn]? (?:tag|woche|semester|jahr)|täglich|wöchentlich|chaque (?:jour|semaine|semestre|année)|cada (?:día|semana|semestre|año|curso)|ogni (?:giorno|settimana|semestre|anno|volta))\b/giu,
  },
]

// Of a mail that only answers, thanks or announces.
const against =
  /^\s*(?:thanks|thank you|many thanks|danke|vielen dank|merci|gracias|grazie|\+1|same here|agreed|congratulations|welcome)\b|\b(?:save the date|registration is open|job (?:advert|vacancy)|out of (?:the )?office|webinar|call for (?:papers|proposals|volunteers)|minutes of|agenda for)\b/giu

const shortest = 60

/** The words of a message as the model counts them. */
export const wordsOf = (text: string): string[] => [...new Set(fold(text).match(/\p{L}{3,30}/gu) ?? [])]

const found = (text: string, pattern: RegExp): string[] =>
  [...new Set((text.match(pattern) ?? []).map((hit) => hit.trim().toLowerCase()))].slice(0, 4)

/** How much a word speaks for a user case, by what curators said: the logarithm of a ratio of frequencies, smoothed. */
export const weightOf = ({ yes, no }: WordCount, learnt: Pick<Learnt, 'yes' | 'no'>): number =>
  Math.log((yes + 0.5) / (learnt.yes + 1)) - Math.log((no + 0.5) / (learnt.no + 1))

// A word has to have been seen before it may say anything, and the twelve that say the most are enough.
const leastSeen = 3
const mostWords = 12
// Until so many were judged, the phrases alone decide.
const leastJudged = 8

function learntSigns(words: string[], learnt: Learnt): Sign[] {
  if (learnt.yes < 2 || learnt.no < 2 || learnt.yes + learnt.no < leastJudged) return []
  const weighed = words
    .flatMap((word) => {
      const count = learnt.words.get(word)
      return count && count.yes + count.no >= leastSeen ? [{ word, weight: weightOf(count, learnt) }] : []
    })
    .filter(({ weight }) => Math.abs(weight) > 0.5)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostWords)
  const side = (kind: 'learnt' | 'against', sign: 1 | -1): Sign[] => {
    const mine = weighed.filter(({ weight }) => weight * sign > 0)
    const weight = mine.reduce((sum, one) => sum + one.weight, 0) * 0.45
    return mine.length > 0 ? [{ kind, words: mine.slice(0, 5).map(({ word }) => word), weight }] : []
  }
  return [...side('learnt', 1), ...side('against', -1)]
}

/**
 * Does a message read like a user case? Phrases of asking, complaining, working around and counting the cost, in five languages, and the
 * words that this list's curators have said yes and no to. Each reason is shown; a person decides.
 * @param text what the author says themselves, without quotes and signature
 */
export function judge(text: string, learnt: Learnt): Judged {
  const signs: Sign[] = phrases.flatMap(({ kind, weight, pattern }) => {
    const words = found(text, pattern)
    return words.length > 0 ? [{ kind, words, weight: weight * (1 + 0.35 * (words.length - 1)) }] : []
  })
  const no = found(text, against)
  if (no.length > 0) signs.push({ kind: 'against', words: no, weight: -1.4 })
  signs.push(...learntSigns(wordsOf(text), learnt))
  const short = text.trim().length < shortest ? -1.5 : 0
  const sum = signs.reduce((total, { weight }) => total + weight, -2 + short)
  return { score: 1 / (1 + Math.exp(-sum)), signs }
}

/** From here on a message is worth a curator's look. */
export const suggestFrom = 0.45
