import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('reports', 'overview')

/** What was found of a clause that this reader may see. */
export interface Seen {
  number: string
  lineId: number
  state: string
  word: string
  sentence: string
}

/** How often a group meant to meet and met, where its charter says how often and they may read it. */
export interface Cadence {
  n: number
  of: number
  since: string
  lineId: number
}

/** A place that somebody should hold. */
export interface Vacancy {
  role: string
  n: number
  of: number
}

/** What a group's liaison and its steering committee look at first. */
export interface Standing {
  cadence: Cadence | undefined
  vacancies: readonly Vacancy[]
  ending: readonly unknown[]
  due: { report: string | null } | undefined
  letters: { open: number; late: number }
  findings: readonly Seen[]
}

/** What of a group asks for a look, in a few words, the worst first; nothing where all is well. */
export function needs({ cadence, vacancies, ending, due, letters, findings }: Standing): string[] {
  const broken = findings.filter(({ state }) => state === 'not_kept').length
  return [
    ...(cadence && cadence.n < cadence.of ? [t.needs.cadence] : []),
    ...(vacancies.length > 0 ? [t.needs.vacancies({ n: vacancies.length })] : []),
    ...(due ? [t.needs.report] : []),
    ...(broken > 0 ? [t.needs.clauses({ n: broken })] : []),
    ...(letters.late > 0 ? [t.needs.letters({ n: letters.late })] : []),
    ...(ending.length > 0 ? [t.needs.terms({ n: ending.length })] : []),
  ]
}
