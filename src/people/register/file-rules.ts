import type { OrganisationKind, ProductStage } from '../../lib/db/schema.ts'
import { fieldsIn, RowError, type SheetField, type SheetRow, sameWords } from '../../lib/sheet/rules.ts'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import { institutionColumns } from '../organisations/rules.ts'

const t = textsOf('people', 'file')

const field = fieldsIn(t.columns, (locale) => wordsOf('people', 'file')(locale).columns)

/** The columns of a register, as it is taken in and as it goes out. */
export const registerFields = [
  field('name', institutionColumns, true),
  field('kind', ['type']),
  field('country', ['country code', 'land', 'pays', 'país', 'paese']),
  field('ror', ['ror id']),
  field('website', ['url', 'web', 'homepage', 'webseite', 'site web', 'sitio web', 'sito web']),
  field('domains', ['domain', 'mail domain', 'email domain', 'email domains', 'domaine', 'dominio']),
  field('parent', ['consortium', 'parent', 'member of consortium', 'konsortium', 'consorcio', 'consorzio']),
  field('community', ['member of', 'membership', 'association', 'mitglied bei', 'verband', 'asociación', 'associazione']),
  field('memberFrom', [
    ...['member since', 'membership from', 'joined', 'mitglied seit', 'beitritt', 'adhésion', 'membre depuis'],
    ...['alta', 'miembro desde', 'socio desde', 'adesione', 'membro dal', 'socio dal'],
  ]),
  field('memberTo', ['member until', 'membership to', 'left', 'austritt', 'baja', 'uscita']),
  field('product', ['licence', 'license', 'lizenz', 'licencia', 'licenza']),
  field('contractFrom', [
    ...['contract since', 'contract start', 'licence from', 'vertrag seit', 'vertragsbeginn', 'lizenz ab', 'lizenz seit'],
    ...['début du contrat', 'inicio del contrato', 'inicio contrato', 'inizio del contratto', 'inizio contratto'],
  ]),
  field('contractTo', [
    'contract until',
    'contract end',
    'licence to',
    'vertragsende',
    'lizenz bis',
    'fin du contrat',
    'fin del contrato',
    'fin contrato',
    'fine del contratto',
    'fine contratto',
  ]),
  field('stage', ['status', 'phase']),
  field('referent', [
    ...['referent', 'referent address', 'email of the referent', 'voting representative', 'ansprechperson', 'referentin'],
    ...['personne référente', 'persona referente', 'referente'],
  ]),
] as const satisfies SheetField[]

export type FieldName = (typeof registerFields)[number]['name']
/** The cells of one row by field; '' where there is none. */
export type RegisterRow = SheetRow<FieldName>

/** Days of a membership or a contract. */
export interface Term {
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
  /** Who speaks for it in a user group, from today on; no stand-ins. */
  referents: (Speaker & { email: string | null })[]
}

/** Who speaks for an organisation in a user group. */
export interface Speaker {
  /** The user group's id. */
  of: number
  personId: number
  name: string
  /** Today is their last day: somebody else may speak for it from tomorrow on. */
  endsToday: boolean
}

/** @throws RowError always */
export const refuse = (field: FieldName, problem: string): never => {
  throw new RowError(field, problem)
}

/** What a row says of an organisation itself. */
export interface Facts {
  name: string
  kind?: OrganisationKind
  country?: string
  ror?: string
  website?: string
  domains: string[]
}

/** A term as it will stand: with the line of the file that says so, where one does. */
export type Held = Term & { id?: number; line?: number }

/** An organisation as the register and the rows so far have it. Each of its user groups, products and consortia may have a row. */
export interface Said {
  /** Where the file speaks of it first. */
  line: number
  known: Known | undefined
  facts: Facts
  /** What its rows have said of belonging, memberships, contracts and stages, cell by cell. */
  links: Set<string>
  memberships: Held[]
  contracts: Held[]
  uses: { of: number; stage: ProductStage; line?: number }[]
  referents: (Speaker & { line?: number })[]
  parentIds: number[]
  /** Parents that are new too, by their line. */
  parentLines: number[]
  /** Consortia that only a cell names so far. */
  parentNames: string[]
}

/** Indexes of the register and of what the file has named so far. */
export class Index {
  readonly byRor = new Map<string, Known>()
  readonly byDomain = new Map<string, Known>()
  readonly byName = new Map<string, Known[]>()
  readonly byId = new Map<number, Known>()
  /** What the file has said of organisations so far: of those of the register by id, of new ones by name. */
  readonly said = new Map<number, Said>()
  readonly saidNew = new Map<string, Said[]>()
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

/** The organisation of the register that a row speaks of: by its ROR id, else by its name. */
function match(facts: Facts, index: Index): Known | undefined {
  const byRor = facts.ror ? index.byRor.get(facts.ror) : undefined
  const fits = (one: Known) => (!facts.country || !one.country || one.country === facts.country) && (!facts.ror || !one.ror)
  const named = byRor ? [byRor] : (index.byName.get(sameWords(facts.name)) ?? []).filter(fits)
  const owned = named.filter((one) => facts.domains.some((domain) => one.domains.includes(domain)))
  if (named.length > 1 && owned.length !== 1) return refuse('name', t.severalOrganisationsHaveName)
  const known = named.length > 1 ? owned[0] : named[0]
  for (const domain of facts.domains) {
    const owner = index.byDomain.get(domain)
    if (owner && owner !== known) refuse('domains', t.alreadyBelongsIfMean({ domain, name: owner.name }))
  }
  return known
}

const linkFields = ['parent', 'community', 'memberFrom', 'memberTo', 'product', 'contractFrom', 'contractTo', 'stage', 'referent'] as const
const linksOf = (row: RegisterRow): string => linkFields.map((field) => row[field]).join('\n')

/**
 * The organisation that a row speaks of, with what the register and the rows before say of it.
 * @throws RowError where the row says again, or otherwise, what another row says
 */
export function findSaid(row: RegisterRow, facts: Facts, index: Index): Said {
  const known = match(facts, index)
  const before = known ? index.said.get(known.id) : findNew(facts, index)
  if (before) {
    goOn(row, facts, before)
    return before
  }
  const said: Said = {
    ...{ line: row.line, known, facts, links: new Set([linksOf(row)]), parentLines: [], parentNames: [] },
    memberships: [...(known?.memberships ?? [])],
    contracts: [...(known?.contracts ?? [])],
    uses: [...(known?.uses ?? [])],
    referents: [...(known?.referents ?? [])],
    parentIds: [...(known?.parentIds ?? [])],
  }
  claim(row, facts, index)
  if (known) index.said.set(known.id, said)
  else index.saidNew.set(sameWords(facts.name), [...(index.saidNew.get(sameWords(facts.name)) ?? []), said])
  return said
}

/** An organisation that only this file knows so far. */
function findNew(facts: Facts, index: Index): Said | undefined {
  const agree = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b
  return index.saidNew.get(sameWords(facts.name))?.find((one) => agree(one.facts.country, facts.country) && agree(one.facts.ror, facts.ror))
}

/** A further row of an organisation brings another user group, product or consortium; of the rest it says the same or nothing. */
function goOn(row: RegisterRow, facts: Facts, said: Said): void {
  const links = linksOf(row)
  if (links.trim() === '' || said.links.has(links)) refuse('name', t.thisOrganisationStandsInLine({ line: said.line }))
  const otherwise = (field: FieldName) => refuse(field, t.lineHasOtherDataOrganisation({ line: said.line }))
  if (sameWords(facts.name) !== sameWords(said.facts.name)) otherwise('name')
  for (const field of ['kind', 'country', 'ror', 'website'] as const)
    if (facts[field] !== undefined && facts[field] !== (said.facts[field] ?? said.known?.[field])) otherwise(field)
  const domains = [...said.facts.domains, ...(said.known?.domains ?? [])]
  if (facts.domains.some((domain) => !domains.includes(domain))) otherwise('domains')
  said.links.add(links)
}

/** Two organisations cannot have one domain or one ROR id. */
function claim(row: RegisterRow, facts: Facts, index: Index): void {
  if (facts.ror) {
    const line = index.rorLines.get(facts.ror)
    if (line !== undefined) refuse('ror', t.thisRorIdStandsInLine({ line }))
    index.rorLines.set(facts.ror, row.line)
  }
  for (const domain of facts.domains) {
    const line = index.domainLines.get(domain)
    if (line !== undefined) refuse('domains', t.alreadyInLine({ domain, line }))
    index.domainLines.set(domain, row.line)
  }
}
