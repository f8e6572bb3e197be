import type { CommitmentState, DeliveryVerdict, RequestStage } from '../../lib/db/schema.ts'

/** A commitment as the ledger counts it. Days as YYYY-MM-DD. */
export interface LedgerEntry {
  year: number
  points: number
  dueOn: string | null
  state: CommitmentState
  /** Where its request stands. */
  stage?: RequestStage
  settledOn: string | null
  /** It goes on from the year before. */
  carriedIn: boolean
}

/** Points of one product and year; `committed` is all of it, and the sum of delivered, dropped, carried and open. */
export interface LedgerYear {
  year: number
  /** As agreed; null where nothing was. */
  capacity: number | null
  committed: number
  /** Of it, what goes on from the year before. */
  carriedIn: number
  delivered: number
  /** Of the delivered, what came after its day. */
  deliveredLate: number
  dropped: number
  carried: number
  open: number
  /** Of the open, what is overdue. */
  late: number
  /** What was promised beyond what was agreed. */
  over: number
}

/** The last day on which a commitment is kept in time: its own, or the end of its year. */
export const lastDayOf = ({ dueOn, year }: { dueOn: string | null; year: number }): string => dueOn ?? `${year}-12-31`

/** Has its day passed without a delivery? What has come is not late any more; the group says whether it works. */
export const isLate = (
  entry: { dueOn: string | null; year: number; state: CommitmentState; stage?: RequestStage },
  today: string,
): boolean => entry.state === 'committed' && entry.stage !== 'delivered' && lastDayOf(entry) < today

/** The account of a product by years, newest first; years with a capacity and without a commitment too. */
export function ledger(entries: LedgerEntry[], capacities: { year: number; points: number }[], today: string): LedgerYear[] {
  const years = [...new Set([...entries.map(({ year }) => year), ...capacities.map(({ year }) => year)])].sort((a, b) => b - a)
  return years.map((year) => {
    const of = entries.filter((entry) => entry.year === year)
    const sum = (wanted: (entry: LedgerEntry) => boolean) => of.filter(wanted).reduce((total, { points }) => total + points, 0)
    const capacity = capacities.find((one) => one.year === year)?.points ?? null
    const committed = sum(() => true)
    return {
      year,
      capacity,
      committed,
      carriedIn: sum(({ carriedIn }) => carriedIn),
      delivered: sum(({ state }) => state === 'delivered'),
      deliveredLate: sum((entry) => entry.state === 'delivered' && (entry.settledOn ?? '') > lastDayOf(entry)),
      dropped: sum(({ state }) => state === 'dropped'),
      carried: sum(({ state }) => state === 'carried'),
      open: sum(({ state }) => state === 'committed'),
      late: sum((entry) => isLate(entry, today)),
      over: capacity === null ? 0 : Math.max(0, committed - capacity),
    }
  })
}

/** The verdict on a delivery, from those on its user cases; undefined while one of them is not checked. */
export function verdictOf(verdicts: (DeliveryVerdict | null)[]): DeliveryVerdict | undefined {
  if (verdicts.some((one) => one === null)) return undefined
  if (verdicts.every((one) => one === 'full')) return 'full'
  return verdicts.every((one) => one === 'no') ? 'no' : 'partly'
}

/** Release notes cut into what is said about one thing each: points of a list, rows, paragraphs; headings go with what follows. */
export function passagesOf(notes: string): string[] {
  const passages: string[] = []
  let heading = ''
  for (const block of notes.replaceAll('\r\n', '\n').split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/)) {
    const text = block.replaceAll(/\s+/g, ' ').trim()
    if (text === '') continue
    if (/^#{1,6}\s/.test(text) && !block.trim().includes('\n')) {
      heading = text.replace(/^#{1,6}\s+/, '')
      continue
    }
    const passage = text.replace(/^(?:[-*•]|\d+[.)]|#{1,6})\s+/, '')
    if (passage.length >= 12) passages.push(heading ? `${heading}: ${passage}` : passage)
  }
  return passages.slice(0, 500)
}

/** The year that the name of a release has in it (`2027 R1`), as text; undefined where it has none or several. */
export function promisedYear(release = ''): string | undefined {
  const years = release.match(/\b20\d\d\b/g) ?? []
  return years.length === 1 ? years[0] : undefined
}
