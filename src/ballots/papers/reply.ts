import type { BallotForm } from '../../lib/db/schema.ts'
import { fold } from '../../lib/fold.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { saidIn, textsOf, wordsOf } from '../../lib/ui/words.ts'
import { ballotWords } from '../words.ts'
import { type PaperFault, readPlaces, readPoints, type Vote } from './rules.ts'

const t = textsOf('ballots', 'faults')

const said = wordsOf('ballots', 'said')
const choices = ['yes', 'no', 'abstain'] as const

/** What stands for an answer in any language of our letters, folded: nobody's mail may change it. */
const choiceWords = new Map(
  choices.flatMap((choice) => saidIn((locale) => said(locale)[choice]).map((word) => [fold(word), choice] as const)),
)

/** What stands before an option's number, with its accents apart as well, as some programs write them. */
const named = saidIn((locale) => said(locale).option)
  .flatMap((word) => [word, word.normalize('NFD')])
  .join('|')
const boxed = new RegExp(`^[>|\\s]*\\[([^\\]]*)\\]\\s*(?:(?:${named})\\s+)?(\\d{1,5}(?![\\p{L}\\p{N}])|[\\p{L}\\p{M}]+)`, 'iu')
const typed = new RegExp(
  `^[>|\\s]*(?:(?:no\\.?|${named})\\s*)?(\\d{1,5})\\s*[:=]\\s*([-−+]?\\d{1,7}(?:[.,]\\d+)?)\\s*(?:(?:points?|punkte?|puntos?|punt[io])\\s*)?$`,
  'iu',
)

/**
 * Reads the answer to a ballot mail: what stands in the brackets before an option's number (`[15] 12 Title`,
 * `[1] Option 12: Title`), or `12: 15` on a line of its own, above or inside the quoted form. Brackets left empty say nothing; two different values for one option are a fault.
 */
export function readBallotReply(text: string, form: BallotForm): { vote: Vote; faults: PaperFault[]; found: number } {
  const values = new Map<string, string>()
  const faults: PaperFault[] = []
  for (const line of text.split('\n')) {
    const box = boxed.exec(line)
    const pair = box ? undefined : typed.exec(line)
    const [number, value] = box ? [keyOf(box[2] ?? ''), (box[1] ?? '').replaceAll(/[\s_.…]/g, '')] : [pair?.[1] ?? '', pair?.[2] ?? '']
    if (number === '' || value === '') continue
    const before = values.get(number)
    if (before !== undefined && before !== value) faults.push({ number, problem: t.twoValues({ number }) })
    values.set(number, value)
  }
  return { ...voteOf(values, form, faults), found: values.size }
}

/** An option's number, or the answer that a word stands for; '' for what is neither. */
const keyOf = (written: string): string => (/^\d/.test(written) ? written : (choiceWords.get(fold(written)) ?? ''))

function voteOf(values: Map<string, string>, form: BallotForm, faults: PaperFault[]): { vote: Vote; faults: PaperFault[] } {
  if (form === 'yes_no') {
    const ticked = choices.filter((choice) => values.has(choice))
    const [choice] = ticked
    if (ticked.length > 1) faults.push({ number: '', problem: t.twoAnswers })
    return { vote: choice ? { choice } : {}, faults }
  }
  const numbers = new Map<string, number>()
  for (const [number, value] of values) {
    const read = readPoints(value)
    if (read === undefined || Number.isNaN(read)) faults.push({ number, problem: t.enterNumberOption({ number }) })
    else numbers.set(number, read)
  }
  if (form === 'points') return { vote: { points: Object.fromEntries(numbers) }, faults }
  const { ranks, faults: placed } = readPlaces(numbers)
  return { vote: { ranks }, faults: [...faults, ...placed] }
}

/**
 * The form of a ballot mail, a line for each option: the answers to a motion in the reader's language. A number beside the brackets
 * could be taken for a rank, so that where ranks are given a word stands before it.
 */
export function writeBallotForm(form: BallotForm, options: { number: number; title: string; cost: number | null }[], locale: Locale) {
  if (form === 'yes_no') return choices.map((choice) => `[   ] ${said(locale)[choice].split(',')[0]}`).join('\n')
  const { option } = ballotWords(locale).opened
  return options
    .map(({ number, title, cost }) => {
      const full = `${title}${cost === null ? '' : ` (${cost})`}`
      return `[    ] ${form === 'ranks' ? option({ number: String(number), title: full }) : `${number}  ${full}`}`
    })
    .join('\n')
}

/** How a ballot is filled in by mail. */
export function howToVote({ opened }: ReturnType<typeof ballotWords>, { form, budget }: { form: BallotForm; budget: number | null }) {
  const how = form === 'points' ? opened.points({ budget: budget ?? 0 }) : form === 'ranks' ? opened.ranks : opened.yesNo
  return `${how} ${opened.sealed}`
}
