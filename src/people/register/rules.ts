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

/** The organisation of the register that a row speaks of: by its ROR id, by its domains, by its name. */
function match(facts: Facts, index: Index): Known | undefined {
  const byRor = facts.ror ? index.byRor.get(facts.ror) : undefined
  const owners = [...new Set(facts.domains.flatMap((domain) => index.byDomain.get(domain) ?? []))]
  const [owner, other] = owners
  if (owner && other) return refuse('domains', `These domains are registered for two organisations: ${owner.name} and ${other.name}.`)
  if (byRor && owner && byRor !== owner) {
    const domain = facts.domains.find((one) => index.byDomain.get(one) === owner)
    return refuse('domains', `${domain} is registered for ${owner.name} already.`)
  }
  if (byRor ?? owner) {
    const found = (byRor ?? owner) as Known
    if (facts.ror && found.ror && found.ror !== facts.ror) {
      const domain = facts.domains.find((one) => index.byDomain.get(one) === found)
      return refuse('domains', `${domain} is registered for ${found.name} already, whose ROR id is another.`)
    }
    return found
  }
  const named = (index.byName.get(sameWords(facts.name)) ?? []).filter(
    (one) => (!facts.country || !one.country || one.country === facts.country) && (!facts.ror || !one.ror),
  )
  if (named.length > 1) return refuse('name', `Several organisations are called so; say which by its ROR id or a domain.`)
  return named[0]
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

function readTerm(
  row: RegisterRow,
  what: 'membership' | 'contract',
  choices: Named[],
  held: (Term & { id: number })[],
): (Term & { id?: number }) | undefined {
  const [ofField, fromField, toField] =
    what === 'membership' ? (['community', 'memberFrom', 'memberTo'] as const) : (['product', 'contractFrom', 'contractTo'] as const)
  const [fromOn, toOn] = [readDay(row, fromField), readDay(row, toField)]
  if (fromOn === undefined && toOn === undefined) return undefined
  const named = row[ofField]
  const of =
    named === ''
      ? choices.length === 1
        ? choices[0]
        : undefined
      : choices.find((one) => [one.name, one.slug ?? ''].some((name) => sameWords(name) === sameWords(named)))
  if (!of)
    return refuse(
      ofField,
      named === ''
        ? `Say of which ${what === 'membership' ? 'user group' : 'product'}.`
        : `“${named}” is none of: ${choices.map((one) => one.name).join(', ')}.`,
    )
  const others = held.filter((one) => one.of === of.id)
  // The same beginning is the same term; without one it is the term that goes on.
  const same =
    fromOn === undefined ? others.find((one) => one.toOn === null || one.toOn === toOn) : others.find((one) => one.fromOn === fromOn)
  if (fromOn === undefined && !same) return refuse(fromField, `Say when the ${what} begins.`)
  const term = { fromOn: fromOn ?? (same as Term).fromOn, toOn: toOn ?? null }
  const refusal = whyNotPeriod(
    term,
    others.filter((one) => one !== same),
    what,
  )
  if (refusal) return refuse(refusal.field === 'toOn' ? toField : fromField, refusal.problem)
  return same ? (same.toOn === term.toOn ? undefined : { of: of.id, id: same.id, ...term }) : { of: of.id, ...term }
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

const said = (value: string | null): string | undefined => value || undefined

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
  const changes: PlannedChange['changes'] = []
  const differ = (label: string, before: string | undefined, after: string | undefined) => {
    if (after !== undefined && before !== after) changes.push({ label, ...(before === undefined ? {} : { before }), after })
  }
  differ('Name', known?.name, facts.name)
  differ('Kind', known && kindNames[known.kind], kindNames[facts.kind])
  differ('Country', said(known?.country ?? null), said(facts.country))
  differ('ROR', said(known?.ror ?? null), said(facts.ror))
  differ('Website', said(known?.website ?? null), said(facts.website))
  const factsChanged = changes.length > 0
  const addDomains = read.domains.filter((domain) => !known?.domains.includes(domain))
  if (addDomains.length > 0) changes.push({ label: 'Domains', after: `also ${addDomains.join(', ')}` })
  const parent = readParent(row, facts.kind, index, rows)
  const belongs = parent && 'id' in (parent.parent as object) && known?.parentIds.includes((parent.parent as { id: number }).id)
  if (parent && !belongs) changes.push({ label: 'Belongs to', after: parent.name })
  const membership = readTerm(row, 'membership', register.communities, known?.memberships ?? [])
  if (membership) changes.push({ label: 'Member', after: `from ${membership.fromOn}${membership.toOn ? ` to ${membership.toOn}` : ''}` })
  const contract = readTerm(row, 'contract', register.products, known?.contracts ?? [])
  if (contract) changes.push({ label: 'Contract', after: `from ${contract.fromOn}${contract.toOn ? ` to ${contract.toOn}` : ''}` })
  const stage = readStage(row, register, known)
  if (stage) changes.push({ label: 'Stage', after: stageNames[stage.stage] })
  if (changes.length === 0) return undefined
  return {
    change: { line: row.line, title: facts.name, fresh: known === undefined, changes },
    write: {
      line: row.line,
      ...(known ? { id: known.id } : {}),
      facts,
      factsChanged,
      addDomains,
      ...(parent && !belongs ? { parent: parent.parent } : {}),
      ...(membership ? { membership } : {}),
      ...(contract ? { contract } : {}),
      ...(stage ? { stage } : {}),
    },
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
export const fingerprint = (writes: RegisterWrite[]): string => createHash('sha256').update(JSON.stringify(writes)).digest('hex')
