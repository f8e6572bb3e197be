/** Minutes until the next try after so many; none left means that a person has to look. */
const waits = [1, 5, 30, 120, 360, 720]

/** When the next try is due, or undefined when it has been tried often enough. */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const minutes = waits[attempts - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000)
}
