import type { NewsState, Visibility } from '../../lib/db/schema.ts'

/** Minutes until the next try after so many; none left means that a person has to look. */
const waits = [1, 5, 30, 120, 360, 720]

/** When the next try is due, or undefined when it has been tried often enough. */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const minutes = waits[attempts - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000)
}

/** Why something goes to no editor elsewhere, by the name of its message; undefined where it may. Asked again at each try: in between it may change. */
export function whyNotContribute(
  { state, visibility, embargoAt }: { state: NewsState | null; visibility: Visibility | null; embargoAt: Date | null },
  now: Date,
): 'itWasWithdrawn' | 'waitUntilEmbargoEnds' | 'canOnlySendWhatEveryone' | undefined {
  if (state === 'withdrawn') return 'itWasWithdrawn'
  if (embargoAt !== null && embargoAt > now) return 'waitUntilEmbargoEnds'
  return visibility === 'public' ? undefined : 'canOnlySendWhatEveryone'
}
