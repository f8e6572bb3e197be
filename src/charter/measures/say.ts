import { type Measure, subjectOf } from './rules.ts'

const span = (n: number, unit: string): string => (n === 1 ? unit : `${n} ${unit}s`)

const within = (n: number | null, unit: string | null): string =>
  n === null || n === 1 ? `a ${unit ?? 'year'}` : `${n} ${unit ?? 'year'}s`

const grace = (days: number): string => (days > 0 ? ` ${span(days, 'day')} of grace.` : '')

const said: Record<Measure['kind'], (measure: Measure) => string> = {
  cadence: ({ everyN, everyUnit }) => `Once every ${span(everyN ?? 1, everyUnit ?? 'year')}.`,
  count: ({ everyN, everyUnit, target }) =>
    target === null
      ? `Counted over the last ${span(everyN ?? 1, everyUnit ?? 'year')}.`
      : `At least ${target} in ${within(everyN, everyUnit)}.`,
  attested: ({ everyN, everyUnit, target }) =>
    target === null
      ? `Counted over the last ${span(everyN ?? 1, everyUnit ?? 'year')}.`
      : `At least ${target} in ${within(everyN, everyUnit)}.`,
  freshness: ({ everyN, everyUnit }) => `The newest is at most ${within(everyN, everyUnit)} old.`,
  share: ({ target }) => `At least ${target ?? 0} of a hundred.`,
  attendance: ({ target, role }) => `At least ${target ?? 0} of a hundred, of ${role === null ? 'all formal roles' : `the role ${role}`}.`,
  seat: ({ target, role }) => `At least ${target ?? 1} in the role ${role ?? ''}.`,
  wait: () => 'None is late by the group’s rule.',
  existence: ({ target, role }) =>
    `${target === null || target === 1 ? 'One is there' : `At least ${target} are there`}${role === null ? '' : `, of the role ${role}`}.`,
}

const ofSeries = (title: string | null | undefined): string => (title ? ` Of “${title}” alone.` : '')

/** What a measure asks, in a sentence; `series` is what its series of meetings is called. */
export const sayMeasure = (measure: Measure & { series?: string | null }): string =>
  `${subjectOf(measure.subject)?.explain ?? ''} ${said[measure.kind](measure)}${ofSeries(measure.series)}${grace(measure.graceDays)}`.trim()
