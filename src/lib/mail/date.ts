import { stripComments } from './parameters.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// Minutes east of Greenwich (RFC 5322 §4.3); military letters say nothing certain there, so they count as UTC.
const zones: Record<string, number> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
  bst: 60,
  msk: 180,
  msd: 240,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  ist: 330,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  akst: -540,
  akdt: -480,
  hst: -600,
}

const time = String.raw`(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?(?:\s*([ap]m\b))?`
const zone = String.raw`\s*(?:(?:gmt|utc|ut)?\s*([+-]\d{1,2}:?\d{2})|([a-z]+))?`
// Mon, 2 Jan 2006 15:04:05 -0700 (RFC 5322 §3.3, obsolete forms of §4.3 included)
const mailDate = new RegExp(String.raw`(\d{1,2})[\s-]*([a-z]{3,9})\.?[\s,-]*(\d{2,4})[\s,]+${time}${zone}`, 'i')
// Mon Jan  2 15:04:05 [MST] 2006 [-0700], as ctime and Unix mailers write it
const unixDate = new RegExp(String.raw`([a-z]{3,9})\.?\s+(\d{1,2}),?\s+${time}(?:\s+([a-z]+))?\s+(\d{4})${zone}`, 'i')
// 2006-01-02T15:04:05Z
const isoDate = new RegExp(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})[t\s]+${time}${zone}`, 'i')

function offset(numeric: string | undefined, name: string | undefined): number {
  if (numeric) {
    const digits = numeric.slice(1).replace(':', '').padStart(4, '0')
    const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
    return numeric.startsWith('-') ? -minutes : minutes
  }
  return zones[name?.toLowerCase() ?? ''] ?? 0
}

/** Two digits are 1950 to 2049, three count from 1900 (RFC 5322 §4.3). */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year + (year < 50 ? 2000 : 1900)
  return digits.length === 3 ? year + 1900 : year
}

interface Clock {
  year: number
  month: number
  day: number
  hour: string | undefined
  minute: string | undefined
  second: string | undefined
  half: string | undefined
  offset: number
}

function instant(clock: Clock): Date | null {
  const { year, month, day } = clock
  let hour = Number(clock.hour)
  if (clock.half) hour = (hour % 12) + (clock.half.toLowerCase() === 'pm' ? 12 : 0)
  const minute = Number(clock.minute)
  const second = Number(clock.second ?? 0)
  // 60: a leap second.
  if (month < 0 || day < 1 || hour > 24 || minute > 59 || second > 60 || Math.abs(clock.offset) > 24 * 60) return null
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  if (day > days) return null
  return new Date(Date.UTC(year, month, day, hour, minute - clock.offset, second))
}

function monthIndex(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase())
}

/** Reads the value of a Date field, obsolete and common wrong forms included; null where it names no instant. */
export function parseDate(field: string): Date | null {
  // Comments are usually the zone's name again.
  const value = stripComments(field.slice(0, 200))
  const mail = mailDate.exec(value)
  if (mail) {
    const [, day, month, year, hour, minute, second, half, numeric, name] = mail
    return instant({
      year: fullYear(year ?? ''),
      month: monthIndex(month),
      day: Number(day),
      hour,
      minute,
      second,
      half,
      offset: offset(numeric, name),
    })
  }
  const unix = unixDate.exec(value)
  if (unix) {
    const [, month, day, hour, minute, second, half, before, year, numeric, name] = unix
    return instant({
      year: Number(year),
      month: monthIndex(month),
      day: Number(day),
      hour,
      minute,
      second,
      half,
      offset: offset(numeric, name ?? before),
    })
  }
  const iso = isoDate.exec(value)
  if (iso) {
    const [, year, month, day, hour, minute, second, half, numeric, name] = iso
    return instant({
      year: Number(year),
      month: Number(month) - 1,
      day: Number(day),
      hour,
      minute,
      second,
      half,
      offset: offset(numeric, name),
    })
  }
  return null
}
