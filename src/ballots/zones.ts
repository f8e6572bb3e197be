import { Invalid } from '../errors.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('ballots', 'whyNot')

/**
 * The instant of what `<input type=datetime-local>` sends, in a zone. In the hour that a clock skips the later one is meant, in the one
 * that it repeats the earlier.
 * @throws Invalid beside the field
 */
export function readLocal(text: string, zone: string, field: string): Date {
  const at = readInstant(text, zone)
  if (at !== undefined) return at
  throw new Invalid(t.instant, { [field]: t.instant })
}

/** A day of the years that people mean: a browser takes 20226 as well. */
function readInstant(text: string, zone: string): Date | undefined {
  try {
    const local = Temporal.PlainDateTime.from(text)
    return local.year >= 1900 && local.year < 2200 ? new Date(local.toZonedDateTime(zone).epochMilliseconds) : undefined
  } catch {
    return undefined
  }
}

/** An instant as `<input type=datetime-local>` takes it. */
export const toLocal = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The same minute: a field has no seconds. */
const isSame = (a: Date, b: Date): boolean => Math.floor(a.getTime() / 60_000) === Math.floor(b.getTime() / 60_000)

/** What an instant is moved to by a field; itself where nothing else is said. */
export const movedTo = (typed: Date | undefined, now: Date): Date => (typed === undefined || isSame(typed, now) ? now : typed)

/** The first noon from an instant on, for a form that proposes when something ends: nobody remembers twelve minutes to nine. */
export function noonFrom(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  const noon = local.withPlainTime('12:00')
  return (Temporal.PlainDateTime.compare(noon, local) < 0 ? noon.add({ days: 1 }) : noon).toString({ smallestUnit: 'minute' })
}

/** What is said of a zone that we do not know, for a form. */
export const notAZone = (): string => t.zone
