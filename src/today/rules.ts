import { type TodayKind, todayKinds } from '../waiting.ts'

export { readSheets } from './week/sheet-rules.ts'

interface Urgent {
  kind: TodayKind
  primary: boolean
  late?: boolean
  until?: Date
}

const week = 7 * 86_400_000

/** How urgent something is: 0 waits for their alone, 1 is late, 2 ends within a week, 3 has time. */
export function urgencyOf({ primary, late, until }: Urgent, now: Date): number {
  if (primary) return 0
  if (late) return 1
  return until !== undefined && until.getTime() - now.getTime() < week ? 2 : 3
}

/** What waits, kind by kind: the kind with the most urgent thing first, and so within each; else what ends first, then as it came. */
export function byUrgency<T extends Urgent>(entries: readonly T[], now: Date): T[] {
  const first = (kind: TodayKind) => Math.min(...entries.filter((one) => one.kind === kind).map((one) => urgencyOf(one, now)))
  const ends = ({ until }: Urgent) => until?.getTime() ?? Number.MAX_SAFE_INTEGER
  return [...entries].sort(
    (a, b) =>
      (a.kind === b.kind ? 0 : first(a.kind) - first(b.kind) || todayKinds.indexOf(a.kind) - todayKinds.indexOf(b.kind)) ||
      urgencyOf(a, now) - urgencyOf(b, now) ||
      Number(b.late ?? false) - Number(a.late ?? false) ||
      ends(a) - ends(b),
  )
}

/** What waits, with numbers: those of the letter stay, what came since goes on counting. */
export function numbered<T extends { key: string }>(entries: readonly T[], numbers: ReadonlyMap<string, number>): (T & { n: number })[] {
  let last = Math.max(0, ...numbers.values())
  return entries.map((entry) => {
    const known = numbers.get(entry.key)
    if (known === undefined) last += 1
    return { ...entry, n: known ?? last }
  })
}
