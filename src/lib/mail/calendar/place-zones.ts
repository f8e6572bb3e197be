import { offsetZone, windowsZone } from './windows-zones.ts'

/** A name longer than this is none that a person chooses from a list. */
const longest = 200

const oceans = ['Pacific', 'Atlantic', 'Indian', 'Australia']
/** Where the tz database has places; what it knows a country by ("Canada/Saskatchewan", "Japan") comes last. */
const areas = ['Europe', 'America', 'Asia', 'Africa', ...oceans, 'Antarctica', 'Arctic', 'US', 'Canada', 'Brazil', 'Mexico', 'Chile']
/** Of names that stand together no list has more. */
const mostParts = 10

/** Places of those lists that the tz database does not name. */
const others: Record<string, string> = {
  ...{ brasilia: 'America/Sao_Paulo', indiana: 'America/Indiana/Indianapolis', 'international date line west': 'Etc/GMT+12' },
  ...{ "nuku'alofa": 'Pacific/Tongatapu', 'petropavlovsk-kamchatsky': 'Asia/Kamchatka', 'port louis': 'Indian/Mauritius' },
  ...{ 'sri jayawardenepura': 'Asia/Colombo', salvador: 'America/Bahia', 'abu dhabi': 'Asia/Dubai', beijing: 'Asia/Shanghai' },
  ...{ chetumal: 'America/Cancun', izhevsk: 'Europe/Samara', 'gorno-altaysk': 'Asia/Barnaul', 'new delhi': 'Asia/Kolkata' },
}

const isZone = (name: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** What is said beside the name of a place: the offset before it, a remark after it. */
const bare = (name: string) =>
  name
    .replace(/^\s*\((?:GMT|UTC)[^()]{0,12}\)/i, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** One of the names that stand together: a zone of Windows with or without what it is called after, or a place of the tz database. */
function zoneOf(part: string): string | undefined {
  const universal = /^(?:coordinated universal time|universal coordinated time|utc|zulu)([+-]\d\d)?$/i.exec(part)
  if (universal) return offsetZone(`UTC${universal[1] ?? '+00'}`)
  const called = part.replace(/ (?:(?:standard|daylight|summer) )?time$/i, '')
  const name = called.replace(/ (?:is\.?|islands?)$/i, '')
  const listed =
    windowsZone(part) ??
    windowsZone(`${name} Standard Time`) ??
    (Object.hasOwn(others, name.toLowerCase()) ? others[name.toLowerCase()] : undefined)
  if (listed) return listed
  if (!/^[a-z][a-z' -]*$/i.test(name)) return undefined
  const place = name.replaceAll("'", '').replaceAll(' ', '_')
  // Phoenix is in America, the Phoenix Islands are not.
  if (name !== called) return oceans.map((area) => `${area}/${place}`).find(isZone)
  return [...areas.map((area) => `${area}/${place}`), place].find(isZone)
}

/**
 * The zone that a name means in the lists of calendar programs: `(UTC+01:00) Amsterdam, Berlin, Bern`, `Eastern Time (US & Canada)`,
 * `W. Europe`. The first of its places counts that the tz database knows; the offset before them is that of winter, and of the time when the
 * program was made, so that it decides nothing. Undefined for any other name.
 */
export function placeZone(name: string): string | undefined {
  if (name.length > longest) return undefined
  const whole = bare(name)
  return (
    zoneOf(whole) ??
    whole
      .split(/[,;:/]| and | - /, mostParts)
      .map((part) => zoneOf(part.trim()))
      .find(Boolean)
  )
}
