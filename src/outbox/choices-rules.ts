import type { LetterWay } from '../letter-subjects.ts'

/** When somebody gets the week's letter, where they have chosen nothing. */
export const normalWeek = { wanted: true, weekday: 1, hour: 8 }

/** What is due so soon is told at once: the week's letter might come too late. */
const soon = 3 * 86_400_000

/** What decides how a letter comes to somebody. */
interface Coming {
  /** What they chose for its kind. */
  chosen: LetterWay | undefined
  /** How letters of its kind come to who has chosen nothing. */
  usual: LetterWay
  /** They get the week's letter. */
  week: boolean
  /** They want to hear nothing of what it is about. */
  muted: boolean
  /** It only repeats what waits for them, until a time if it is too late then. */
  repeats: { until?: Date | undefined } | undefined
}

/** How a letter comes: now; as a line of the week's letter; not, since what it says stands there anyway (`waits`), or since they want none. */
export function decideWay({ chosen, usual, week, muted, repeats }: Coming, now: Date): 'now' | 'line' | 'waits' | 'never' {
  if (muted || chosen === 'never') return 'never'
  const way = chosen ?? (repeats ? 'weekly' : usual)
  // Who wants no letter of the week would never hear of it.
  if (way === 'now' || !week) return 'now'
  if (!repeats) return 'line'
  const left = repeats.until === undefined ? Number.NaN : repeats.until.getTime() - now.getTime()
  return left >= 0 && left <= soon ? 'now' : 'waits'
}
