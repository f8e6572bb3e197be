import { stripComments } from './parameters.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// Minutes east of Greenwich (RFC 5322 §4.3); military letters say nothing certain there, so they count as UTC.
const zones: Record<string, number> = {
  ...{ nst: -210, ndt: -150, ast: -240, adt: -180, brt: -180, brst: -120, art: -180, hdt: -540, sast: 120 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600 },
  ...{ cet: 60, met: 60, mez: 60, cest: 120, mest: 120, mesz: 120, eet: 120, eest: 180, wet: 0, west: 60, bst: 60, msk: 180, msd: 240 },
  ...{ jst: 540, kst: 540, hkt: 480, sgt: 480, ist: 330, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
}

const time = String.raw`(?<hour>\d{1,2})\s*[:.]\s*(?<minute>\d{1,2})(?:\s*[:.]\s*(?<second>\d{1,2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap]m\b))?`
// Some programs leave the plus away.
const zone = String.raw`\s*(?:(?:gmt|utc|ut)?\s*(?<offset>[+-]\d{1,2}:?\d{2}|(?:0\d|1[0-4]|\d)[0-5]\d(?![\d:]))|(?<zone>[a-z]+))?`
const forms = [
  // Mon, 2 Jan 2006 15:04:05 -0700 (RFC 5322 §3.3, obsolete forms of §4.3 included)
  String.raw`(?<day>\d{1,2})[\s-]*(?<month>[a-z]{3,9})\.?[\s,-]*(?<year>\d{2,4})[\s,]+${time}${zone}`,
  // Mon Jan  2 15:04:05 [MST] 2006 [-0700], as ctime and Unix mailers write it; Google has the offset before the year
  String.raw`(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+${time}(?:\s+(?:(?<zoneBefore>[a-z]+)|(?<offsetBefore>[+-]\d{4})))?\s+(?<year>\d{4})${zone}`,
  // Mon, Jan 2 2006 15:04:05 -0700
  String.raw`(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4}|\d{2})[\s,]+${time}${zone}`,
  // 2006-01-02T15:04:05Z
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})[t\s]+${time}${zone}`,
].map((form) => new RegExp(form, 'i'))

function offsetOf(numeric: string | undefined, name = ''): number {
  if (!numeric) return zones[name.toLowerCase()] ?? 0
  const digits = numeric.replace(/[+:-]/g, '').padStart(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return numeric.startsWith('-') ? -minutes : minutes
}

/** Two digits are 1950 to 2049, three count from 1900 (RFC 5322 §4.3). */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year + (year < 50 ? 2000 : 1900)
  return digits.length === 3 ? year + 1900 : year
}

const monthIndex = (month: string): number => (/^\d/.test(month) ? Number(month) - 1 : months.indexOf(month.slice(0, 3).toLowerCase()))

function instant(said: Record<string, string | undefined>): Date | null {
  const [year, month, day] = [fullYear(said.year ?? ''), monthIndex(said.month ?? ''), Number(said.day)]
  const [minute, second, offset] = [
    Number(said.minute),
    Number(said.second ?? 0),
    offsetOf(said.offset ?? said.offsetBefore, said.zone ?? said.zoneBefore),
  ]
  const half = said.half?.toLowerCase()
  const hour = half ? (Number(said.hour) % 12) + (half === 'pm' ? 12 : 0) : Number(said.hour)
  // 60: a leap second.
  if (month < 0 || day < 1 || hour > 24 || minute > 59 || second > 60 || Math.abs(offset) > 24 * 60) return null
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return day > days ? null : new Date(Date.UTC(year, month, day, hour, minute - offset, second))
}

/** Reads the value of a Date field, obsolete and common wrong forms included; null where it names no instant. */
export function parseDate(field: string): Date | null {
  // Comments are usually the zone's name again.
  const value = stripComments(field.slice(0, 200))
  for (const form of forms) {
    const said = form.exec(value)?.groups
    if (said) return instant(said)
  }
  return null
}
