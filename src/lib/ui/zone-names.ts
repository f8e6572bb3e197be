import { countryCodes } from './countries.ts'

/**
 * Names that CLDR keeps for ever and the IANA database has given up, each with the name of today: what its `zone.tab` lacks of
 * `Intl.supportedValuesOf('timeZone')`, with the links of its `backward` (2026b).
 */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Names of zones that CLDR, and so a browser, goes on saying. */
export const formerNames: readonly string[] = Object.keys(renamed)

const ofToday = (name: string): string => renamed[name] ?? name

/** The zones that somebody may choose, each by its name of today. UTC is none that people live in, but meetings may be kept in it. */
export const zoneNames: readonly string[] = [...Intl.supportedValuesOf('timeZone').map(ofToday).sort(), 'UTC']
const known = new Set(zoneNames)

const longest = 60

/**
 * A zone by its name of today, from whatever name it once had (`Asia/Calcutta`, `US/Pacific`, `europe/kiev`); undefined for what is no
 * zone of a place: a distance such as `+02:00`, or nonsense.
 */
export function canonicalZone(text: string): string | undefined {
  if (text.length > longest || !/^[A-Za-z]/.test(text)) return undefined
  if (known.has(text)) return text
  try {
    const name = ofToday(new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone)
    return known.has(name) ? name : undefined
  } catch {
    return undefined
  }
}

/** Is it a zone that somebody may choose, by whatever name? */
export const isZone = (text: string): boolean => canonicalZone(text) !== undefined

/** What a browser says of its zone; undefined where it says nothing that could be somebody's: browsers that hide the place say UTC. */
export function zoneSaid(value: unknown): string | undefined {
  const zone = typeof value === 'string' ? canonicalZone(value) : undefined
  return zone === 'UTC' ? undefined : zone
}

// A village of Germany inside Switzerland; its clocks have been those of Berlin since 1981.
const exclaves = new Set(['Europe/Busingen'])

const zonesOf = (country: string): string[] => {
  if (!countryCodes.includes(country)) return []
  const zones = new Intl.Locale('und', { region: country }).getTimeZones() ?? []
  return zones.map(ofToday)
}

/** The zone of a country (ISO 3166-1) that has one; undefined where it has several. */
export function zoneOfCountry(country: string): string | undefined {
  const [zone, ...others] = zonesOf(country).filter((one) => !exclaves.has(one))
  return others.length === 0 ? zone : undefined
}

/** The parts of the world that names of zones begin with, in the order of a menu. */
export const zoneRegions = [
  'Africa',
  'America',
  'Antarctica',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
  'other',
] as const
export type ZoneRegion = (typeof zoneRegions)[number]

/** The part of the world that a zone is in. */
export function regionOfZone(zone: string): ZoneRegion {
  const [first] = zone.split('/')
  // The Arctic has one zone, and who lives there looks in Europe.
  return first === 'Arctic' ? 'Europe' : (zoneRegions.find((region) => region === first) ?? 'other')
}

let countries: Map<string, string> | undefined
/** The country that a zone is of; undefined for UTC. */
export function countryOfZone(zone: string): string | undefined {
  countries ??= new Map(countryCodes.flatMap((code) => zonesOf(code).map((one) => [one, code] as const)))
  return countries.get(zone)
}

/** How far the clocks of a zone are from UTC at an instant: `UTC+5:30`, `UTC−3`, `UTC`. */
export function offsetOf(zone: string, at: Date): string {
  const minutes = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
  if (minutes === 0) return 'UTC'
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}
