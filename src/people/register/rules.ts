import type { OrganisationKind, ProductStage } from '../../lib/db/schema.ts'
import { looksLikeFormula, type PlannedChange, planRows, type SheetPlan, sameWords } from '../../lib/sheet/rules.ts'
import { type Locale, locales } from '../../lib/ui/format.ts'
import { refusals, textsOf, wordsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import {
  kindNames,
  kinds,
  organisationWords,
  readRor,
  sayDay,
  stageNames,
  stages,
  whyNotParent,
  whyNotPeriod,
} from '../organisations/rules.ts'
import {
  type Facts,
  findSaid,
  type Held,
  Index,
  type Known,
  type RegisterRow,
  refuse,
  registerFields,
  type Said,
  type Term,
} from './file-rules.ts'

const t = textsOf('people', 'register')
const ofOrganisations = textsOf('people', 'organisations')

/** The register as an import meets it, with what only a library or a platform can say. */
export interface Register {
  organisations: Known[]
  communities: { id: number; name: string; slug: string }[]
  /** Each with what it was called before: an old sheet says the old name. */
  products: { id: number; name: string; before: string[] }[]
  readDomain(text: string): { domain: string } | { problem: string }
  isFreeMail(domain: string): boolean
  /** The ISO code of a country by its code or its name. */
  readCountry(text: string): string | undefined
  /** Does whoever brings the file say who speaks in this user group? */
  mayNameIn(communityId: number): boolean
  /** Whoever has an address of this file. */
  findPerson(email: string): { id: number; name: string } | undefined
}

/** What is to be written for one row. */
export interface RegisterWrite {
  line: number
  /** Undefined for one that is not there yet. */
  id?: number
  /** The line of this file that brings the organisation, where this one goes on about it. */
  of?: number
  facts: { name: string; kind: OrganisationKind; country: string | null; website: string; ror: string | null }
  factsChanged: boolean
  addDomains: string[]
  /** By id, by the line of this file where it is new too, or by the name of a consortium that nothing else says anything of. */
  parent?: { id: number } | { line: number } | { name: string }
  membership?: Term & { id?: number }
  contract?: Term & { id?: number }
  stage?: { of: number; stage: ProductStage }
  /** By the address that the file has for them. */
  referent?: { of: number; email: string; tomorrow: boolean }
}

export type RegisterPlan = SheetPlan<RegisterWrite>

function readDay(row: RegisterRow, field: 'memberFrom' | 'memberTo' | 'contractFrom' | 'contractTo'): string | undefined {
  const text = row[field]
  if (text === '') return undefined
  const end = field.endsWith('To')
  if (/^(19|20)\d\d$/.test(text)) return end ? `${text}-12-31` : `${text}-01-01`
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  // 3.4.2026 is the third of April nearly everywhere; 3/4/2026 is not, and nobody can tell which it is.
  if (written && text.includes('/') && Number(written[1]) <= 12 && Number(written[2]) <= 12 && written[1] !== written[2])
    refuse(field, t.dayMonthNotClearEnter({ text }))
  const [, a = '', b = '', year = ''] = written ?? []
  const [day, month] = text.includes('/') && Number(b) > 12 ? [b, a] : [a, b]
  const iso = written ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.slice(0, 10)
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch {
    return refuse(field, t.enterDateLike202601({ text }))
  }
}

// Read in each language: a file says it as its writer does, or as the export does.
const oneOf = <T extends string>(text: string, values: readonly T[], namesIn: (locale: Locale) => Record<T, string>): T | undefined =>
  values.find((value) => [value, ...locales.map((locale) => namesIn(locale)[value])].some((name) => sameWords(name) === sameWords(text)))

const nounsIn = wordsOf('lib', 'nouns')

/** Every word that a user group may have for a member: a file says it as its group did when it was written. */
const isMemberNoun = (text: string): boolean =>
  locales.some((locale) => Object.values(nounsIn(locale)).some(({ one }) => sameWords(one) === sameWords(text)))

const readKind = (text: string): OrganisationKind | undefined =>
  oneOf(text, kinds, (locale) => organisationWords(locale).kinds) ?? (isMemberNoun(text) ? 'institution' : undefined)
const readStageName = (text: string) => oneOf(text, stages, (locale) => organisationWords(locale).stages)

function readFacts(row: RegisterRow, register: Register): Facts {
  for (const field of ['name', 'website', 'domains', 'parent'] as const)
    if (looksLikeFormula(row[field])) refuse(field, t.looksLikeAFormulaWriteThe({ row: row[field].slice(0, 40) }))
  if (row.name === '') refuse('name', t.enterAName)
  if (row.name.length > 300) refuse('name', t.enterNameUp300Characters)
  const kind =
    row.kind === ''
      ? undefined
      : (readKind(row.kind) ?? refuse('kind', t.isNoneOf({ kind: row.kind, kinds: kinds.map((one) => kindNames[one]).join(', ') })))
  const country =
    row.country === ''
      ? undefined
      : (register.readCountry(row.country) ?? refuse('country', t.notKnownCountryEnterIts({ country: row.country })))
  const ror = row.ror === '' ? undefined : (readRor(row.ror) ?? refuse('ror', t.checkRorIdItsCheck({ ror: row.ror })))
  if (row.website !== '' && !isWebAddress(row.website)) refuse('website', t.enterWebAddressBeginsHttps)
  const domains = row.domains
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((text) => {
      const read = register.readDomain(text)
      if ('problem' in read) return refuse('domains', read.problem)
      if (register.isFreeMail(read.domain)) return refuse('domains', t.anyoneCanGetAddressEnter({ domain: read.domain }))
      return read.domain
    })
  return { name: row.name, kind, country, ror, website: row.website || undefined, domains: [...new Set(domains)] }
}

type Named = { id: number; name: string; slug?: string; before?: string[] }

/** Is this what it is called, what it was called, or its short name? */
const isCalled = ({ name, slug = '', before = [] }: Named, said: string): boolean =>
  [name, slug, ...before].some((one) => sameWords(one) === sameWords(said))

const termFields = {
  membership: { of: 'community', from: 'memberFrom', to: 'memberTo' },
  contract: { of: 'product', from: 'contractFrom', to: 'contractTo' },
} as const

/** The user group, or the product, that a row names; where there is only one it need not. */
function choose(row: RegisterRow, what: 'membership' | 'contract', choices: Named[]): Named {
  const { of } = termFields[what]
  const named = row[of]
  if (named === '') return choices.length === 1 ? (choices[0] as Named) : refuse(of, t.which[what])
  // A product that is called so today comes before one that was.
  const found = choices.find(({ name }) => sameWords(name) === sameWords(named)) ?? choices.find((one) => isCalled(one, named))
  return found ?? refuse(of, t.notKnownHereEnterOne({ named, choices: choices.map((one) => one.name).join(', ') }))
}

function readTerm(row: RegisterRow, what: 'membership' | 'contract', choices: Named[], held: Held[]): (Term & { id?: number }) | undefined {
  const { from, to } = termFields[what]
  const [fromOn, toOn] = [readDay(row, from), readDay(row, to)]
  if (fromOn === undefined && toOn === undefined) return undefined
  const of = choose(row, what, choices)
  const others = held.filter((one) => one.of === of.id)
  // The same beginning is the same term; without one it is the term that goes on.
  const same = others.find((one) => (fromOn === undefined ? one.toOn === null || one.toOn === toOn : one.fromOn === fromOn))
  if (same?.line !== undefined) {
    if (same.toOn !== (toOn ?? null)) refuse(to, t.otherwise[what]({ line: same.line }))
    return undefined
  }
  const term = { fromOn: fromOn ?? same?.fromOn ?? refuse(from, t.begins[what]), toOn: toOn ?? null }
  const rest = others.filter((one) => one !== same)
  const refusal = whyNotPeriod(term, rest)
  if (refusal) return refuse(refusal.field === 'toOn' ? to : from, refusal.problem)
  if (!same) return { of: of.id, ...term }
  return same.toOn === term.toOn ? undefined : { of: of.id, id: same.id, ...term }
}

function readStage(row: RegisterRow, register: Register, uses: Said['uses']): RegisterWrite['stage'] {
  if (row.stage === '') return undefined
  const stage =
    readStageName(row.stage) ??
    refuse('stage', t.notKnownStageEnterOne({ stage: row.stage, stages: stages.map((one) => stageNames[one]).join(', ') }))
  const { products } = register
  const product =
    row.product === ''
      ? products.length === 1
        ? products[0]
        : undefined
      : (products.find((one) => sameWords(one.name) === sameWords(row.product)) ?? products.find((one) => isCalled(one, row.product)))
  if (!product) return refuse('product', t.enterProductStage)
  const before = uses.find((use) => use.of === product.id)
  if (before?.line !== undefined && before.stage !== stage) refuse('stage', t.lineHasAnotherStageProduct({ line: before.line }))
  return before?.stage === stage ? undefined : { of: product.id, stage }
}

/** Who speaks for it from today on, or from tomorrow where somebody does so for the last day; whoever else does is ended by hand, with a day. */
function readReferent(row: RegisterRow, kind: OrganisationKind, register: Register, referents: Said['referents']) {
  if (row.referent === '') return undefined
  if (kind !== 'institution' && kind !== 'consortium') refuse('referent', ofOrganisations.onlyAnInstitutionOrAConsortium)
  const person = register.findPerson(row.referent) ?? refuse('referent', refusals.nobodyHereHasThisAddressYet)
  const { id: of, name: community } = choose(row, 'membership', register.communities)
  const there = referents.filter((one) => one.of === of)
  const held = there.find(({ endsToday }) => !endsToday)
  if (held && held.personId !== person.id)
    refuse('referent', held.line === undefined ? t.endReferentFirst({ name: held.name }) : t.lineHasAnotherReferent({ line: held.line }))
  if (!held && !register.mayNameIn(of)) refuse('referent', t.isNamedByItsSteeringCommittee({ community }))
  return held ? undefined : { of, personId: person.id, name: person.name, tomorrow: there.length > 0 }
}

/** A consortium that nothing but this cell knows; a ROR id without an organisation is none. */
function newConsortium({ parent }: RegisterRow, kind: OrganisationKind, isRor: boolean): { parent: RegisterWrite['parent']; name: string } {
  if (isRor) refuse('parent', t.notDirectoryFileAddLine({ parent }))
  if (parent.length > 300) refuse('parent', t.enterNameUp300Characters)
  const refusal = whyNotParent(kind, 'consortium')
  if (refusal) refuse('parent', refusal)
  return { parent: { name: parent }, name: t.newConsortium({ name: parent }) }
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
  const parentKind = known?.kind ?? (inFile && (readKind(inFile.kind) ?? 'institution'))
  if (!parentKind) return newConsortium(row, kind, ror !== undefined)
  const refusal = whyNotParent(kind, parentKind)
  if (refusal) return refuse('parent', refusal)
  return known ? { parent: { id: known.id }, name: known.name } : { parent: { line: (inFile as RegisterRow).line }, name: row.parent }
}

type Change = PlannedChange['changes'][number]

/** Each fact that would read otherwise. */
function factChanges(known: Known | undefined, facts: RegisterWrite['facts']): Change[] {
  const lines: [string, string | null | undefined, string | null][] = [
    [t.fields.name, known?.name, facts.name],
    [t.fields.kind, known && kindNames[known.kind], kindNames[facts.kind]],
    [t.fields.country, known?.country, facts.country],
    ['ROR', known?.ror, facts.ror],
    [t.fields.website, known?.website, facts.website],
  ]
  return lines.flatMap(([label, before, after]) => (after && before !== after ? [{ label, ...(before ? { before } : {}), after }] : []))
}

/** Which user group or product something is of, where there are several: three contracts of one institution begin on the same day. */
const sayOf = (choices: readonly Named[], of: number, text: string): string =>
  [choices.length > 1 && choices.find(({ id }) => id === of)?.name, text].filter(Boolean).join(' · ')

const sayTerm = ({ fromOn, toOn }: Term): string => t.days({ start: sayDay(fromOn), end: toOn ? sayDay(toOn) : undefined })

type Links = Pick<RegisterWrite, 'parent' | 'membership' | 'contract' | 'stage' | 'referent'>

/** What else would be written, and the words for it; the rows below meet it as said. */
function readLinks(
  row: RegisterRow,
  kind: OrganisationKind,
  register: Register,
  said: Said,
  index: Index,
  rows: Map<string, RegisterRow>,
): { changes: Change[]; write: Links } {
  const belongs = readParent(row, kind, index, rows)
  const parent = belongs?.parent && !isParent(said, belongs.parent) ? belongs.parent : undefined
  const membership = readTerm(row, 'membership', register.communities, said.memberships)
  const contract = readTerm(row, 'contract', register.products, said.contracts)
  const stage = readStage(row, register, said.uses)
  const named = readReferent(row, kind, register, said.referents)
  const write: Links = {
    ...(parent ? { parent } : {}),
    ...(membership ? { membership } : {}),
    ...(contract ? { contract } : {}),
    ...(stage ? { stage } : {}),
    ...(named ? { referent: { of: named.of, email: row.referent, tomorrow: named.tomorrow } } : {}),
  }
  sayLinks(said, write, row.line)
  if (named) said.referents.push({ ...named, endsToday: false, line: row.line })
  const changes: Change[] = [
    ...(belongs && parent ? [{ label: t.fields.parent, after: belongs.name }] : []),
    ...(membership ? [{ label: t.fields.membership, after: sayOf(register.communities, membership.of, sayTerm(membership)) }] : []),
    ...(contract ? [{ label: t.fields.contract, after: sayOf(register.products, contract.of, sayTerm(contract)) }] : []),
    ...(stage ? [{ label: t.fields.stage, after: sayOf(register.products, stage.of, stageNames[stage.stage]) }] : []),
    ...(named ? [{ label: t.fields.referent, after: sayOf(register.communities, named.of, named.name) }] : []),
  ]
  return { changes, write }
}

const isParent = (said: Said, parent: NonNullable<RegisterWrite['parent']>): boolean => {
  if ('id' in parent) return said.parentIds.includes(parent.id)
  return 'line' in parent ? said.parentLines.includes(parent.line) : said.parentNames.includes(sameWords(parent.name))
}

/** Notes what a row has said, for the next ones of its organisation. */
function sayLinks(said: Said, { parent, membership, contract, stage }: Links, line: number): void {
  if (parent && 'id' in parent) said.parentIds.push(parent.id)
  else if (parent && 'line' in parent) said.parentLines.push(parent.line)
  else if (parent) said.parentNames.push(sameWords(parent.name))
  if (membership) said.memberships = [...withoutTerm(said.memberships, membership.id), { ...membership, line }]
  if (contract) said.contracts = [...withoutTerm(said.contracts, contract.id), { ...contract, line }]
  if (stage) said.uses = [...said.uses.filter((use) => use.of !== stage.of), { ...stage, line }]
}

const withoutTerm = (terms: Held[], id: number | undefined): Held[] => terms.filter((one) => id === undefined || one.id !== id)

function planRow(
  row: RegisterRow,
  register: Register,
  index: Index,
  rows: Map<string, RegisterRow>,
): { write: RegisterWrite; change: PlannedChange } | undefined {
  const read = readFacts(row, register)
  const said = findSaid(row, read, index)
  const { known } = said
  const isFirst = said.line === row.line
  const facts = {
    name: said.facts.name,
    kind: said.facts.kind ?? known?.kind ?? ('institution' as const),
    country: said.facts.country ?? known?.country ?? null,
    website: said.facts.website ?? known?.website ?? '',
    ror: said.facts.ror ?? known?.ror ?? null,
  }
  const ofFacts = isFirst ? factChanges(known, facts) : []
  const addDomains = isFirst ? read.domains.filter((domain) => !known?.domains.includes(domain)) : []
  const links = readLinks(row, facts.kind, register, said, index, rows)
  const ofDomains = addDomains.length > 0 ? [{ label: t.fields.addedDomains, after: addDomains.join(', ') }] : []
  const changes = [...ofFacts, ...ofDomains, ...links.changes]
  if (changes.length === 0) return undefined
  const of = known ? { id: known.id } : isFirst ? {} : { of: said.line }
  return {
    change: { line: row.line, title: facts.name, fresh: known === undefined && isFirst, changes },
    write: { line: row.line, ...of, facts, factsChanged: ofFacts.length > 0, addDomains, ...links.write },
  }
}

/**
 * What a file would do to the register: every problem with its line, every difference. Empty cells leave what is there, rows that say
 * nothing new change nothing. A row that rests on one with a problem has one too, so that the others can be taken without it.
 */
export function planRegister(rows: RegisterRow[], register: Register): RegisterPlan {
  const index = new Index(register.organisations)
  // An organisation of several rows is brought by the first.
  const byName = new Map(rows.toReversed().map((row) => [sameWords(row.name), row]))
  return withoutLoose(planRows(registerFields, rows, (row) => planRow(row, register, index, byName)))
}

/** The line of this file on which a row rests: that of its organisation's first row, or of the one that it belongs to. */
const restsOn = ({ of, parent }: RegisterWrite, wrong: ReadonlySet<number>): number | undefined =>
  [of, parent && 'line' in parent ? parent.line : undefined].find((line) => line !== undefined && wrong.has(line))

/** Rows that go on about an organisation, or belong to one, that a row with a problem would have brought. */
function withoutLoose(plan: RegisterPlan): RegisterPlan {
  const wrong = new Set(plan.problems.map(({ line }) => line))
  const problems = [...plan.problems]
  for (let before = -1; before !== wrong.size; ) {
    before = wrong.size
    for (const write of plan.writes) {
      const rests = wrong.has(write.line) ? undefined : restsOn(write, wrong)
      if (rests === undefined) continue
      wrong.add(write.line)
      problems.push({ line: write.line, problem: t.correctLineFirst({ line: rests }) })
    }
  }
  const kept = <T extends { line: number }>(all: T[]) => all.filter(({ line }) => !wrong.has(line))
  return { ...plan, problems: problems.toSorted((a, b) => a.line - b.line), changes: kept(plan.changes), writes: kept(plan.writes) }
}
