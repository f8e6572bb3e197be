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

const count = (n: number, one: string, more: string): string => (n === 1 ? `one ${one}` : `${n} ${more}`)

/** What of a group asks for a look, in a few words, the worst first; nothing where all is well. */
export function needs({ cadence, vacancies, ending, due, letters, findings }: Standing): string[] {
  const broken = findings.filter(({ state }) => state === 'not_kept').length
  return [
    ...(cadence && cadence.n < cadence.of ? ['meets less often than it means to'] : []),
    ...(vacancies.length > 0 ? [count(vacancies.length, 'seat is empty', 'seats are empty')] : []),
    ...(due ? ['its report is due'] : []),
    ...(broken > 0 ? [count(broken, 'clause is not kept', 'clauses are not kept')] : []),
    ...(letters.late > 0 ? [count(letters.late, 'letter is late', 'letters are late')] : []),
    ...(ending.length > 0 ? [count(ending.length, 'term ends soon', 'terms end soon')] : []),
  ]
}
