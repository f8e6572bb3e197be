import { createHash } from 'node:crypto'
import type { OrganisationKind, ProductStage } from '../../db/schema.ts'
import { kindNames, kinds, readRor, stageNames, stages, whyNotParent, whyNotPeriod } from '../organisations/rules.ts'
import { looksLikeFormula, type PlannedChange, type RowProblem, type SheetField, sameWords } from '../sheets/rules.ts'

/** The columns of a register, as it is taken in and as it goes out. */
export const registerFields = [
  { name: 'name', label: 'Name', words: ['institution', 'organisation', 'organization', 'library'], required: true },
  { name: 'kind', label: 'Kind', words: ['type'] },
  { name: 'country', label: 'Country', words: ['country code', 'land', 'pays', 'país'] },
  { name: 'ror', label: 'ROR', words: ['ror id'] },
  { name: 'website', label: 'Website', words: ['url', 'web', 'homepage'] },
  { name: 'domains', label: 'Domains', words: ['domain', 'mail domain', 'email domain', 'email domains'] },
  { name: 'parent', label: 'Belongs to', words: ['consortium', 'parent', 'member of consortium'] },
  { name: 'community', label: 'User group', words: ['member of', 'membership', 'association'] },
  { name: 'memberFrom', label: 'Member from', words: ['member since', 'membership from', 'joined'] },
  { name: 'memberTo', label: 'Member to', words: ['member until', 'membership to', 'left'] },
  { name: 'product', label: 'Product', words: ['licence', 'license'] },
  { name: 'contractFrom', label: 'Contract from', words: ['contract since', 'contract start', 'licence from'] },
  { name: 'contractTo', label: 'Contract to', words: ['contract until', 'contract end', 'licence to'] },
  { name: 'stage', label: 'Stage', words: ['status', 'phase'] },
] as const satisfies SheetField[]

type FieldName = (typeof registerFields)[number]['name']
/** The cells of one row by field; '' where there is none. */
export type RegisterRow = { line: number } & Record<FieldName, string>

interface Term {
  /** The user group's, or the product's, id. */
  of: number
  fromOn: string
  toOn: string | null
}

/** One organisation as it stands in the register. */
export interface Known {
  id: number
  name: string
  kind: OrganisationKind
  country: string | null
  website: string
  ror: string | null
  domains: string[]
  /** To which it belongs and has not left. */
  parentIds: number[]
  memberships: (Term & { id: number })[]
  contracts: (Term & { id: number })[]
  uses: { of: number; stage: ProductStage }[]
}

/** The register as an import meets it, with what only a library or a platform can say. */
export interface Register {
  organisations: Known[]
  communities: { id: number; name: string; slug: string }[]
  products: { id: number; name: string }[]
  readDomain(text: string): { domain: string } | { problem: string }
  isFreeMail(domain: string): boolean
  /** The ISO code of a country by its code or its name. */
  readCountry(text: string): string | undefined
}

/** What is to be written for one row. */
export interface RegisterWrite {
  line: number
  /** Undefined for one that is not there yet. */
  id?: number
  facts: { name: string; kind: OrganisationKind; country: string | null; website: string; ror: string | null }
  factsChanged: boolean
  addDomains: string[]
  /** By id, or by the line of this file where it is new too. */
  parent?: { id: number } | { line: number }
  membership?: Term & { id?: number }
  contract?: Term & { id?: number }
  stage?: { of: number; stage: ProductStage }
}

export interface RegisterPlan {
  problems: RowProblem[]
  changes: PlannedChange[]
  writes: RegisterWrite[]
  unchanged: number
}

class RowError extends Error {
  readonly field: FieldName
  constructor(field: FieldName, problem: string) {
    super(problem)
    this.field = field
  }
}

const refuse = (field: FieldName, problem: string): never => {
  throw new RowError(field, problem)
}

const labelOf = new Map<string, string>(registerFields.map(({ name, label }) => [name, label]))

function readDay(row: RegisterRow, field: 'memberFrom' | 'memberTo' | 'contractFrom' | 'contractTo'): string | undefined {
  const text = row[field]
  if (text === '') return undefined
  const end = field.endsWith('To')
  if (/^(19|20)\d\d$/.test(text)) return end ? `${text}-12-31` : `${text}-01-01`
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  // 3.4.2026 is the third of April nearly everywhere; 3/4/2026 is not, and nobody can tell which it is.
  if (written && text.includes('/') && Number(written[1]) <= 12 && Number(written[2]) <= 12 && written[1] !== written[2])
    refuse(field, `“${text}” can be read in two ways; write it as 2026-01-31.`)
  const [, a = '', b = '', year = ''] = written ?? []
  const [day, month] = text.includes('/') && Number(b) > 12 ? [b, a] : [a, b]
  const iso = written ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.slice(0, 10)
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch {
    return refuse(field, `“${text}” is no day; write it as 2026-01-31, or as a year.`)
  }
}

const oneOf = <T extends string>(text: string, values: readonly T[], names: Record<T, string>): T | undefined =>
  values.find((value) => sameWords(value) === sameWords(text) || sameWords(names[value]) === sameWords(text))

/** Indexes of the register and of what the file has named so far. */
class Index {
  readonly byRor = new Map<string, Known>()
  readonly byDomain = new Map<string, Known>()
  readonly byName = new Map<string, Known[]>()
  readonly byId = new Map<number, Known>()
  /** The line of this file that stands for an organisation already, by id or key. */
  readonly lines = new Map<string, number>()
  readonly domainLines = new Map<string, number>()
  readonly rorLines = new Map<string, number>()

  constructor(organisations: Known[]) {
    for (const one of organisations) {
      this.byId.set(one.id, one)
      if (one.ror) this.byRor.set(one.ror, one)
      for (const domain of one.domains) this.byDomain.set(domain, one)
      const name = sameWords(one.name)
      this.byName.set(name, [...(this.byName.get(name) ?? []), one])
    }
  }
}

interface Facts {
  name: string
  kind?: OrganisationKind
  country?: string
  ror?: string
  website?: string
  domains: string[]
}

function readFacts(row: RegisterRow, register: Register): Facts {
  for (const field of ['name', 'website', 'domains', 'parent'] as const)
    if (looksLikeFormula(row[field])) refuse(field, `“${row[field].slice(0, 40)}” looks like a formula; write the value itself.`)
  if (row.name === '') refuse('name', 'The name is missing.')
  if (row.name.length > 300) refuse('name', 'The name is longer than 300 characters.')
  const kind =
    row.kind === ''
      ? undefined
      : (oneOf(row.kind, kinds, kindNames) ?? refuse('kind', `“${row.kind}” is none of: ${kinds.map((one) => kindNames[one]).join(', ')}.`))
  const country =
    row.country === ''
      ? undefined
      : (register.readCountry(row.country) ?? refuse('country', `“${row.country}” is no country that we know; write its two-letter code.`))
  const ror = row.ror === '' ? undefined : (readRor(row.ror) ?? refuse('ror', `“${row.ror}” is no ROR id: its check digits do not fit.`))
  if (row.website !== '' && !/^https?:\/\/[^\s]+$/i.test(row.website)) refuse('website', 'An address of the web begins with https://.')
  const domains = row.domains
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((text) => {
      const read = register.readDomain(text)
      if ('problem' in read) return refuse('domains', read.problem)
      if (register.isFreeMail(read.domain))
        return refuse('domains', `Anybody gets an address at ${read.domain}; it belongs to no organisation.`)
      return read.domain
    })
  return { name: row.name, kind, country, ror, website: row.website || undefined, domains: [...new Set(domains)] }
}

/** The organisation of the register that a row speaks of: by its ROR id, else by its name. */
function match(facts: Facts, index: Index): Known | undefined {
  const byRor = facts.ror ? index.byRor.get(facts.ror) : undefined
  const fits = (one: Known) => (!facts.country || !one.country || one.country === facts.country) && (!facts.ror || !one.ror)
  const named = byRor ? [byRor] : (index.byName.get(sameWords(facts.name)) ?? []).filter(fits)
  const owned = named.filter((one) => facts.domains.some((domain) => one.domains.includes(domain)))
  if (named.length > 1 && owned.length !== 1) return refuse('name', 'Several organisations are called so; say which by its ROR id.')
  const known = named.length > 1 ? owned[0] : named[0]
  for (const domain of facts.domains) {
    const owner = index.byDomain.get(domain)
    if (owner && owner !== known)
      refuse('domains', `${domain} is registered for ${owner.name} already; if that is the one, write its name or its ROR id.`)
  }
  return known
}

/** Two rows for one organisation, one domain or one ROR id would overwrite each other. */
function claim(row: RegisterRow, facts: Facts, known: Known | undefined, index: Index): void {
  const key = known ? `id:${known.id}` : `name:${sameWords(facts.name)}:${facts.country ?? ''}`
  const before = index.lines.get(key)
  if (before !== undefined) refuse('name', `This organisation stands in line ${before} already.`)
  index.lines.set(key, row.line)
  if (facts.ror) {
    const line = index.rorLines.get(facts.ror)
    if (line !== undefined) refuse('ror', `This ROR id stands in line ${line} already.`)
    index.rorLines.set(facts.ror, row.line)
  }
  for (const domain of facts.domains) {
    const line = index.domainLines.get(domain)
    if (line !== undefined) refuse('domains', `${domain} stands in line ${line} already.`)
    index.domainLines.set(domain, row.line)
  }
}

type Named = { id: number; name: string; slug?: string }

const termFields = {
  membership: { of: 'community', from: 'memberFrom', to: 'memberTo', whose: 'user group' },
  contract: { of: 'product', from: 'contractFrom', to: 'contractTo', whose: 'product' },
} as const

/** The user group, or the product, that a row names; where there is only one it need not. */
function choose(row: RegisterRow, what: 'membership' | 'contract', choices: Named[]): Named {
  const { of, whose } = termFields[what]
  const named = row[of]
  if (named === '') return choices.length === 1 ? (choices[0] as Named) : refuse(of, `Say of which ${whose}.`)
  const fits = ({ name, slug = '' }: Named) => sameWords(name) === sameWords(named) || sameWords(slug) === sameWords(named)
  return choices.find(fits) ?? refuse(of, `“${named}” is none of: ${choices.map((one) => one.name).join(', ')}.`)
}

function readTerm(
  row: RegisterRow,
  what: 'membership' | 'contract',
  choices: Named[],
  held: (Term & { id: number })[],
): (Term & { id?: number }) | undefined {
  const { from, to } = termFields[what]
  const [fromOn, toOn] = [readDay(row, from), readDay(row, to)]
  if (fromOn === undefined && toOn === undefined) return undefined
  const of = choose(row, what, choices)
  const others = held.filter((one) => one.of === of.id)
  // The same beginning is the same term; without one it is the term that goes on.
  const same = others.find((one) => (fromOn === undefined ? one.toOn === null || one.toOn === toOn : one.fromOn === fromOn))
  const term = { fromOn: fromOn ?? same?.fromOn ?? refuse(from, `Say when the ${what} begins.`), toOn: toOn ?? null }
  const refusal = whyNotPeriod(
    term,
    others.filter((one) => one !== same),
    what,
  )
  if (refusal) return refuse(refusal.field === 'toOn' ? to : from, refusal.problem)
  if (!same) return { of: of.id, ...term }
  return same.toOn === term.toOn ? undefined : { of: of.id, id: same.id, ...term }
}

function readStage(row: RegisterRow, register: Register, known: Known | undefined): RegisterWrite['stage'] {
  if (row.stage === '') return undefined
  const stage =
    oneOf(row.stage, stages, stageNames) ??
    refuse('stage', `“${row.stage}” is none of: ${stages.map((one) => stageNames[one]).join(', ')}.`)
  const { products } = register
  const product =
    row.product === ''
      ? products.length === 1
        ? products[0]
        : undefined
      : products.find((one) => sameWords(one.name) === sameWords(row.product))
  if (!product) return refuse('product', 'Say with which product.')
  return known?.uses.some((use) => use.of === product.id && use.stage === stage) ? undefined : { of: product.id, stage }
}

/** What a row belongs to: an organisation of the register, or another row of the file. */
function readParent(
  row: RegisterRow,
  kind: OrganisationKind,
  index: Index,
  rows: Map<string, RegisterRow>,
): { parent: RegisterWrite['parent']; name: string } | undefined {
  if (row.parent === '') return undefined
  const ror = readRor(row.parent)
  const named = (index.byName.get(sameWords(row.parent)) ?? []).filter((one) => whyNotParent(kind, one.kind) === undefined)
  const known = (ror ? index.byRor.get(ror) : undefined) ?? named[0]
  const inFile = rows.get(sameWords(row.parent))
  const parentKind = known?.kind ?? (inFile && (oneOf(inFile.kind, kinds, kindNames) ?? 'institution'))
  if (!parentKind) return refuse('parent', `Neither the register nor this file has “${row.parent}”.`)
  const refusal = whyNotParent(kind, parentKind)
  if (refusal) return refuse('parent', refusal)
  return known ? { parent: { id: known.id }, name: known.name } : { parent: { line: (inFile as RegisterRow).line }, name: row.parent }
}

type Change = PlannedChange['changes'][number]

/** Each fact that would read otherwise. */
function factChanges(known: Known | undefined, facts: RegisterWrite['facts']): Change[] {
  const lines: [string, string | null | undefined, string | null][] = [
    ['Name', known?.name, facts.name],
    ['Kind', known && kindNames[known.kind], kindNames[facts.kind]],
    ['Country', known?.country, facts.country],
    ['ROR', known?.ror, facts.ror],
    ['Website', known?.website, facts.website],
  ]
  return lines.flatMap(([label, before, after]) => (after && before !== after ? [{ label, ...(before ? { before } : {}), after }] : []))
}

const sayTerm = ({ fromOn, toOn }: Term): string => `from ${fromOn}${toOn ? ` to ${toOn}` : ''}`

/** What else would be written, and the words for it. */
function readLinks(
  row: RegisterRow,
  kind: OrganisationKind,
  register: Register,
  known: Known | undefined,
  index: Index,
  rows: Map<string, RegisterRow>,
) {
  const belongs = readParent(row, kind, index, rows)
  const { parent } = belongs ?? {}
  const already = parent && 'id' in parent && known?.parentIds.includes(parent.id)
  const membership = readTerm(row, 'membership', register.communities, known?.memberships ?? [])
  const contract = readTerm(row, 'contract', register.products, known?.contracts ?? [])
  const stage = readStage(row, register, known)
  const changes: Change[] = [
    ...(belongs && !already ? [{ label: 'Belongs to', after: belongs.name }] : []),
    ...(membership ? [{ label: 'Member', after: sayTerm(membership) }] : []),
    ...(contract ? [{ label: 'Contract', after: sayTerm(contract) }] : []),
    ...(stage ? [{ label: 'Stage', after: stageNames[stage.stage] }] : []),
  ]
  const write: Pick<RegisterWrite, 'parent' | 'membership' | 'contract' | 'stage'> = {
    ...(parent && !already ? { parent } : {}),
    ...(membership ? { membership } : {}),
    ...(contract ? { contract } : {}),
    ...(stage ? { stage } : {}),
  }
  return { changes, write }
}

function planRow(
  row: RegisterRow,
  register: Register,
  index: Index,
  rows: Map<string, RegisterRow>,
): { write: RegisterWrite; change: PlannedChange } | undefined {
  const read = readFacts(row, register)
  const known = match(read, index)
  claim(row, read, known, index)
  const facts = {
    name: read.name,
    kind: read.kind ?? known?.kind ?? ('institution' as const),
    country: read.country ?? known?.country ?? null,
    website: read.website ?? known?.website ?? '',
    ror: read.ror ?? known?.ror ?? null,
  }
  const ofFacts = factChanges(known, facts)
  const addDomains = read.domains.filter((domain) => !known?.domains.includes(domain))
  const links = readLinks(row, facts.kind, register, known, index, rows)
  const ofDomains = addDomains.length > 0 ? [{ label: 'Domains', after: `also ${addDomains.join(', ')}` }] : []
  const changes = [...ofFacts, ...ofDomains, ...links.changes]
  if (changes.length === 0) return undefined
  const id = known ? { id: known.id } : {}
  return {
    change: { line: row.line, title: facts.name, fresh: known === undefined, changes },
    write: { line: row.line, ...id, facts, factsChanged: ofFacts.length > 0, addDomains, ...links.write },
  }
}

/**
 * What a file would do to the register: every problem with its line, every difference. Empty cells leave what is there, rows that say
 * nothing new change nothing; while there is one problem nothing is to be written.
 */
export function planRegister(rows: RegisterRow[], register: Register): RegisterPlan {
  const index = new Index(register.organisations)
  const byName = new Map(rows.map((row) => [sameWords(row.name), row]))
  const plan: RegisterPlan = { problems: [], changes: [], writes: [], unchanged: 0 }
  for (const row of rows) {
    try {
      const planned = planRow(row, register, index, byName)
      if (!planned) plan.unchanged++
      else {
        plan.changes.push(planned.change)
        plan.writes.push(planned.write)
      }
    } catch (error) {
      if (!(error instanceof RowError)) throw error
      plan.problems.push({ line: row.line, column: labelOf.get(error.field), problem: error.message })
    }
  }
  return plan
}

/** What tells whether two plans are the same: what a person was shown is what is applied. */
export const fingerprint = ({ writes, changes }: Pick<RegisterPlan, 'writes' | 'changes'>): string =>
  createHash('sha256')
    .update(JSON.stringify([writes, changes]))
    .digest('hex')
