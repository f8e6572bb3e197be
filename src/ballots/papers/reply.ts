import type { BallotForm } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type PaperFault, readPlaces, readPoints, type Vote } from './rules.ts'

const t = textsOf('ballots', 'faults')

const boxed = /^[>|\s]*\[([^\]]*)\]\s*(\d{1,5}|yes|no|abstain)\b/iu
const typed = /^[>|\s]*(?:no\.?\s*)?(\d{1,5})\s*[:=]\s*([-−+]?\d{1,7}(?:[.,]\d+)?)\s*(?:points?|punkte|puntos)?\s*$/iu

/**
 * Reads the answer to a ballot mail: what stands in the brackets before an option's number (`[15] 12 Title`), or `12: 15` on a line of
 * its own, above or inside the quoted form. Brackets left empty say nothing; two different values for one option are a fault.
 */
export function readBallotReply(text: string, form: BallotForm): { vote: Vote; faults: PaperFault[]; found: number } {
  const values = new Map<string, string>()
  const faults: PaperFault[] = []
  for (const line of text.split('\n')) {
    const box = boxed.exec(line)
    const pair = box ? undefined : typed.exec(line)
    const [number, value] = box
      ? [box[2]?.toLowerCase() ?? '', (box[1] ?? '').replaceAll(/[\s_.…]/g, '')]
      : [pair?.[1] ?? '', pair?.[2] ?? '']
    if (number === '' || value === '') continue
    const before = values.get(number)
    if (before !== undefined && before !== value) faults.push({ number, problem: t.twoValues({ number }) })
    values.set(number, value)
  }
  return { ...voteOf(values, form, faults), found: values.size }
}

function voteOf(values: Map<string, string>, form: BallotForm, faults: PaperFault[]): { vote: Vote; faults: PaperFault[] } {
  if (form === 'yes_no') {
    const ticked = (['yes', 'no', 'abstain'] as const).filter((choice) => values.has(choice))
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

/** The form of a ballot mail: a line for each option. */
export const writeBallotForm = (form: BallotForm, options: { number: number; title: string; cost: number | null }[]): string =>
  form === 'yes_no'
    ? '[   ] yes\n[   ] no\n[   ] abstain'
    : options.map(({ number, title, cost }) => `[    ] ${number}  ${title}${cost === null ? '' : ` (${cost})`}`).join('\n')
