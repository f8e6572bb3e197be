import { readRor } from './organisations/rules.ts'

/** An institution as others publish it. */
export interface Published {
  /** What tells it apart within its source. */
  key: string
  name: string
  /** Other names of it. */
  names: string[]
  /** ISO 3166-1, two letters. */
  country: string | null
  domains: string[]
  website: string
  ror: string | null
}

export type Source = 'hipo' | 'ror'

type Json = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const texts = (value: unknown): string[] => list(value).map(text).filter(Boolean)
const objects = (value: unknown): Json[] => list(value).filter((one): one is Json => typeof one === 'object' && one !== null)
/** The domain of a website that is the whole of a domain: a page below it may be that of a part of somebody else. */
const domainOfSite = (website: string): string[] => domainsOf([/^https?:\/\/([^/:?#]+)\/?$/i.exec(website)?.[1] ?? ''])
const countryOf = (value: unknown): string | null => (/^[A-Z]{2}$/.test(text(value)) ? text(value) : null)
const webOf = (value: string | undefined): string => (value && /^https?:\/\/\S+$/i.test(value) ? value.slice(0, 500) : '')
const domainsOf = (value: unknown): string[] => [
  ...new Set(
    texts(value)
      .map((one) => one.toLowerCase().replace(/^www\./, ''))
      .filter((one) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one) && one.length <= 253),
  ),
]

/** Hipo's university-domains-list: one object each with name, domains, web_pages, alpha_two_code. */
function readHipo(record: Json): Published | undefined {
  const name = text(record.name)
  const country = countryOf(record.alpha_two_code)
  if (name === '') return undefined
  return {
    key: `${name}|${country ?? ''}`,
    name,
    names: [],
    country,
    domains: domainsOf(record.domains),
    website: webOf(texts(record.web_pages)[0]),
    ror: null,
  }
}

/** A ROR record: of schema 2 (names, locations, links by type), of schema 1 (name, country), or of a list made of either. */
function readRorRecord(record: Json): Published | undefined {
  const ror = readRor(text(record.id))
  const status = text(record.status)
  if (!ror || (status !== '' && status !== 'active')) return undefined
  const named = objects(record.names)
  const shown = named.find((one) => texts(one.types).includes('ror_display')) ?? named[0]
  const name = text(record.name) || text(shown?.value)
  if (name === '') return undefined
  const names = [...named.map((one) => text(one.value)), ...texts(record.names), ...texts(record.aliases), ...texts(record.acronyms)]
  const place = objects(record.locations)[0]?.geonames_details as Json | undefined
  const country = countryOf(place?.country_code) ?? countryOf(record.country) ?? countryOf((record.country as Json | null)?.country_code)
  const links = objects(record.links)
  const domains = domainsOf(record.domains)
  const link = text(links.find((one) => text(one.type) === 'website')?.value) || texts(record.links)[0] || text(record.website)
  return {
    key: ror,
    name,
    names: [...new Set(names)].filter((one) => one !== '' && one !== name).slice(0, 20),
    country,
    // Most records have no domains yet.
    domains: domains.length > 0 ? domains : domainOfSite(link),
    website: webOf(link),
    ror,
  }
}

/** A file of institutions that is none; the message is a sentence for the person whose file it is. */
export class DirectoryError extends Error {}

function recordsOf(written: string): Json[] {
  const content = written.replace(/^\uFEFF/, '')
  const begin = content.trimStart().slice(0, 1)
  try {
    if (begin === '[') return objects(JSON.parse(content))
    if (begin !== '{') throw new DirectoryError('This file is not JSON. Choose a file that begins with [ or {.')
    // One record a line, or one record alone.
    const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '')
    const looksLikeLines = lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}'))
    return objects(looksLikeLines ? lines.map((line) => JSON.parse(line) as unknown) : [JSON.parse(content)])
  } catch (error) {
    if (error instanceof DirectoryError) throw error
    throw new DirectoryError(`We cannot read this JSON file: ${(error as Error).message}`)
  }
}

/**
 * Reads Hipo's list of universities and their domains, or ROR's records (a JSON array, or one a line); the content says which it is.
 * @returns the institutions, each once, and how many records were none
 * @throws DirectoryError with a sentence
 */
export function readInstitutions(content: string): { source: Source; institutions: Published[]; skipped: number } {
  const records = recordsOf(content)
  if (records.length === 0) throw new DirectoryError('This file has no institutions.')
  const source: Source = records.some((one) => readRor(text(one.id)) !== undefined) ? 'ror' : 'hipo'
  const read = source === 'ror' ? readRorRecord : readHipo
  const byKey = new Map<string, Published>()
  let skipped = 0
  for (const record of records) {
    const one = read(record)
    if (!one) skipped++
    else {
      const before = byKey.get(one.key)
      byKey.set(one.key, before ? { ...one, domains: [...new Set([...before.domains, ...one.domains])] } : one)
    }
  }
  if (byKey.size === 0) throw new DirectoryError('This file has no institutions of Hipo or ROR.')
  return { source, institutions: [...byKey.values()], skipped }
}
