/** A text to start from: its title and the text itself are messages of its key. */
export interface Template {
  key: 'terms-of-reference' | 'agenda' | 'annual-report' | 'brief'
  category: 'key' | 'minutes' | 'report' | 'other'
  reviewMonths: number | null
}

/** Texts to start a document from, in our own words. */
export const templates: readonly Template[] = [
  { key: 'terms-of-reference', category: 'key', reviewMonths: 12 },
  { key: 'agenda', category: 'other', reviewMonths: null },
  { key: 'annual-report', category: 'report', reviewMonths: null },
  { key: 'brief', category: 'other', reviewMonths: null },
]

/** A template by its key. */
export const findTemplate = (key: string | undefined): Template | undefined => templates.find((one) => one.key === key)
