import type { Locale } from '../../lib/ui/format.ts'
import { pageWords } from '../page-words.ts'

/** "every 2 months", "alle 2 Monate": as people write it back. */
export function cadenceIn(locale: Locale, { n, unit }: Cadence): string {
  const words = pageWords(locale).series
  return unit === 'week' ? words.weeks({ n }) : words.months({ n })
}

/** How often a series meets: every so many weeks or months. */
export interface Cadence {
  n: number
  unit: 'week' | 'month'
}

// Whatever the language of the page: who reads one writes another.
const numbers: Partial<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, six: 6, other: 2, second: 2, third: 3 },
  ...{
    zwei: 2,
    drei: 3,
    vier: 4,
    sechs: 6,
    deux: 2,
    trois: 3,
    quatre: 4,
    dos: 2,
    tres: 3,
    cuatro: 4,
    seis: 6,
    due: 2,
    tre: 3,
    quattro: 4,
    sei: 6,
  },
}
const every = (n: number, unit: Cadence['unit'], words: readonly string[]) => words.map((word) => [word, { n, unit }] as const)
const units: Partial<Record<string, Cadence>> = Object.fromEntries([
  ...every(1, 'week', ['weekly', 'wöchentlich', 'hebdomadaire', 'semanal', 'settimanale']),
  ...every(2, 'week', ['fortnightly', 'vierzehntäglich', 'vierzehntägig', 'quinzenal', 'quincenal', 'quindicinale']),
  ...every(2, 'month', ['bimestrale', 'bimestriel', 'bimestral', 'zweimonatlich']),
  ...every(6, 'month', ['half-yearly', 'halbjährlich', 'semestriel', 'semestral', 'semestrale']),
  ...every(1, 'month', ['monthly', 'monatlich', 'mensuel', 'mensuelle', 'mensual', 'mensile']),
  ...every(3, 'month', ['quarterly', 'vierteljährlich', 'trimestriel', 'trimestrielle', 'trimestral', 'trimestrale']),
  ...every(12, 'month', ['yearly', 'annually', 'jährlich', 'annuel', 'annuelle', 'anual', 'annuale']),
])

const per = (unit: Cadence['unit'], factor: number, words: readonly string[]) => words.map((word) => [word, { unit, factor }] as const)
const perUnit: Partial<Record<string, { unit: Cadence['unit']; factor: number }>> = Object.fromEntries([
  ...per('week', 1, ['week', 'weeks', 'woche', 'wochen', 'semaine', 'semaines', 'semana', 'semanas', 'settimana', 'settimane']),
  ...per('month', 1, ['month', 'months', 'monat', 'monate', 'mois', 'mes', 'meses', 'mese', 'mesi']),
  ...per('month', 3, ['quarter', 'quarters', 'quartal', 'quartale', 'trimestre', 'trimestres', 'trimestri']),
  ...per('month', 12, ['year', 'years', 'jahr', 'jahre', 'an', 'ans', 'année', 'années', 'año', 'años', 'anno', 'anni']),
])
// every 2 weeks, alle 2 Wochen, jede Woche, toutes les 2 semaines, chaque mois, cada mes, ogni mese.
const everyUnit =
  /^(?:every|alle|jede[ns]?|tou(?:te)?s les|chaque|cada|todos los|todas las|ogni|tutti gli|tutti i|tutte le) (?:(\d{1,2}|\p{L}+) )?(\p{L}+)$/u

const doubtful: Partial<Record<string, Cadence[]>> = {
  // Twice a week is two series, each every week.
  week: [
    { n: 2, unit: 'week' },
    { n: 1, unit: 'week' },
  ],
  month: [
    { n: 2, unit: 'month' },
    { n: 2, unit: 'week' },
  ],
  year: [
    { n: 24, unit: 'month' },
    { n: 6, unit: 'month' },
  ],
}

/**
 * Reads how often, as people write it in any of our languages: "every 2 months", "monthly", "alle 2 Wochen".
 * @returns one meaning; for "bi-monthly", "bi-weekly", "bi-annual" the two that the person has to choose from (every two, twice in one);
 *   none for anything else
 */
export function readCadence(text: string): Cadence[] {
  const said = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const twice = /^bi-?\s?(week|month|year|annual)(?:ly)?$/.exec(said)?.[1]
  if (twice) return doubtful[twice === 'annual' ? 'year' : twice] ?? []
  const known = units[said]
  if (known) return [known]
  const read = everyUnit.exec(said)
  const of = read && perUnit[read[2] ?? '']
  if (!of) return []
  const n = (read[1] === undefined ? 1 : (numbers[read[1]] ?? Number(read[1]))) * of.factor
  return Number.isInteger(n) && n >= 1 && n <= 52 ? [{ n, unit: of.unit }] : []
}

/** "every 2 months", "every week": as programs read it; pages say it in the reader's language. */
export const sayCadence = ({ n, unit }: Cadence): string => (n === 1 ? `every ${unit}` : `every ${n} ${unit}s`)
