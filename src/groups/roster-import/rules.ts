import type { Role } from '../../lib/db/schema.ts'
import { wholeName } from '../../lib/sheet/names-rules.ts'
import { looksLikeFormula, type PlannedChange, planRows, RowError, type SheetPlan, sameWords } from '../../lib/sheet/rules.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { roleNames, sayDay, whyNotPeriod } from '../../people/rules.ts'
import { readMonth } from '../roster/months-rules.ts'
import { type RoleName, readTerm, type Term, yearsOf } from '../roster/rules.ts'
import { type FieldName, goesOn, type RosterRow, readRole, readSpan, roleWords, rosterFields } from './cells-rules.ts'

const t = textsOf('groups', 'rosterImport')

export interface KnownPerson {
  id: number
  name: string
  emails: string[]
  /** They hold, or held, a role of this group. */
  ofGroup: boolean
}

interface KnownSeat extends Term {
  id: number
  personId: number
  role: Role
  roleNameId: number | null
}

/** What an import meets. */
export interface RosterGround {
  people: KnownPerson[]
  seats: KnownSeat[]
  organisations: { id: number; name: string; domains: string[] }[]
  /** What the group calls roles of its own. */
  names: RoleName[]
}

/** The same by what a row names, since a file may have thousands. */
interface Index {
  byEmail: Map<string, KnownPerson>
  byName: Map<string, KnownPerson[]>
  seats: Map<number, KnownSeat[]>
  organisations: Map<string, number>
  names: RoleName[]
}

const indexOf = ({ people, seats, organisations, names }: RosterGround): Index => ({
  names,
  byEmail: new Map(people.flatMap((one) => one.emails.map((email) => [email, one] as const))),
  byName: Map.groupBy(people, (one) => sameWords(one.name)),
  seats: Map.groupBy(seats, (one) => one.personId),
  organisations: new Map(
    organisations.flatMap((one) => [[sameWords(one.name), one.id] as const, ...one.domains.map((domain) => [domain, one.id] as const)]),
  ),
})

export interface RosterWrite {
  line: number
  /** Undefined: a new person; the same `key` in several rows is one person. */
  personId?: number
  key: string
  name: string
  email: string
  role: Role
  roleNameId: number | null
  term: Term
  how: string
  /** By id, or by a name that is new to the register. */
  organisation?: { id: number } | { name: string }
  /** An existing seat whose end is told now. */
  seatId?: number
}

export type RosterPlan = SheetPlan<RosterWrite>

const refuse = (field: FieldName, problem: string): never => {
  throw new RowError(field, problem)
}

const readEnds = ({ from, to }: RosterRow) => ({
  from: from === '' ? '?' : (readMonth(from, 'first') ?? from),
  to: to === '' || goesOn.test(to) ? undefined : (readMonth(to, 'last') ?? to),
})

function readTermOf(row: RosterRow, since: string | undefined): Term {
  if (since !== undefined) return { fromOn: since, toOn: null, byYear: false, toUnknown: false }
  const given = row.from !== '' || row.to !== ''
  const years = given ? readEnds(row) : (readSpan(row.term) ?? refuse('term', t.cannotReadTermEnterYears({ term: row.term })))
  const term = readTerm(years.from.slice(0, 10), years.to?.slice(0, 10))
  if ('problem' in term) return refuse(given ? term.field : 'term', term.problem)
  if (term.fromOn !== null && term.toOn !== null && term.toOn < term.fromOn) return refuse(given ? 'to' : 'term', t.enterLastDayAfterFirst)
  return term
}

function checkCells(row: RosterRow): void {
  if (row.name === '') refuse('name', t.enterAName)
  if (row.name.length > 200) refuse('name', t.enterNameUp200Characters)
  for (const field of ['name', 'how', 'institution'] as const)
    if (looksLikeFormula(row[field])) refuse(field, t.looksLikeAFormulaWriteThe({ row: row[field].slice(0, 40) }))
  if (row.email !== '' && (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(row.email) || row.email.length > 254))
    refuse('email', t.notEmailAddressEnterOne({ email: row.email }))
}

/** Whom a row means: by their address; without one by their name, first among those of the group. */
function readPerson(row: RosterRow, index: Index): { personId?: number; key: string; email: string } {
  const email = row.email.toLowerCase()
  const named = email === '' ? (index.byName.get(sameWords(row.name)) ?? []) : []
  const inGroup = named.filter((one) => one.ofGroup)
  const [only, ...others] = inGroup.length > 0 ? inGroup : named
  if (others.length > 0) refuse('name', t.severalPeopleAreCalledGiveThe({ name: row.name }))
  const known = email === '' ? only : index.byEmail.get(email)
  if (known) return { personId: known.id, key: `id:${known.id}`, email }
  return { key: email === '' ? `name:${sameWords(row.name)}` : `email:${email}`, email }
}

function readOrganisation(text: string, index: Index): RosterWrite['organisation'] {
  if (text === '') return undefined
  if (text.length > 300) return refuse('institution', t.enterInstitutionNameUp300)
  const found = index.organisations.get(sameWords(text)) ?? index.organisations.get(text.toLowerCase())
  return found === undefined ? { name: text } : { id: found }
}

const sayTerm = (term: Term): string =>
  yearsOf(term) ?? t.days({ start: term.fromOn ? sayDay(term.fromOn) : '?', end: term.toOn ? sayDay(term.toOn) : undefined })

const sameTerm = (a: Term, b: Term): boolean =>
  a.fromOn === b.fromOn && a.toOn === b.toOn && a.byYear === b.byYear && a.toUnknown === b.toUnknown

const isOpenBeginning = (seat: Term, term: Term): boolean => seat.fromOn === term.fromOn && seat.toOn === null && term.toOn !== null

const overlaps = (term: Term, others: Term[]) => (term.fromOn === null ? undefined : whyNotPeriod({ ...term, fromOn: term.fromOn }, others))

/** The seat that a row is about, if the roster has it; `same` where it says nothing new. */
function findHeld(row: RosterRow, held: KnownSeat[], term: Term, since: string | undefined): KnownSeat | 'same' | undefined {
  if (held.some((one) => sameTerm(one, term))) return 'same'
  if (since !== undefined && overlaps(term, held)) return 'same'
  const ended = held.find((one) => isOpenBeginning(one, term))
  const refusal = overlaps(
    term,
    held.filter((one) => one !== ended),
  )
  const field = refusal?.field === 'toOn' ? ('to' as const) : ('from' as const)
  if (refusal) refuse(row.term === '' ? field : 'term', refusal.problem)
  return ended
}

const namesOf = ({ names }: Index): string => [...roleWords.map(([one]) => roleNames[one]), ...names.map(({ name }) => name)].join(', ')

function planRow(
  row: RosterRow,
  person: ReturnType<typeof readPerson>,
  index: Index,
  file: RosterWrite[],
  since: string | undefined,
): { write: RosterWrite; change: PlannedChange } | undefined {
  const { role, named } =
    readRole(row.role, index.names) ?? refuse('role', t.isNoRoleOfAGroup({ role: row.role, roleWords: namesOf(index) }))
  const roleNameId = named?.id ?? null
  const alike = (one: { role: Role; roleNameId: number | null }) => one.role === role && one.roleNameId === roleNameId
  const term = readTermOf(row, since)
  const organisation = readOrganisation(row.institution, index)
  const twin = file.find((one) => alike(one) && (sameTerm(one.term, term) || overlaps(term, [one.term])))
  if (twin) refuse('name', t.thisTermStandsInLineAlready({ line: twin.line }))
  const held = findHeld(row, (index.seats.get(person.personId ?? 0) ?? []).filter(alike), term, since)
  if (held === 'same') return undefined
  const changes: PlannedChange['changes'] = [
    { label: named?.name ?? roleNames[role], ...(held ? { before: sayTerm(held) } : {}), after: sayTerm(term) },
  ]
  if (organisation)
    changes.push({
      label: t.fields.institution,
      after: 'name' in organisation ? t.newOrganisation({ name: organisation.name }) : row.institution,
    })
  if (person.personId === undefined) changes.push({ label: t.fields.person, after: t.newPerson({ address: person.email !== '' }) })
  return {
    change: { line: row.line, title: row.name, fresh: held === undefined, changes },
    write: {
      line: row.line,
      ...person,
      name: row.name,
      role,
      roleNameId,
      term,
      how: row.how.slice(0, 200),
      ...(organisation ? { organisation } : {}),
      ...(held ? { seatId: held.id } : {}),
    },
  }
}

/**
 * What a file would do to the roster of a group: each problem with its line, each term that is new. Rows that say nothing new change nothing.
 * @param since the day from which everybody serves, of a file without terms; who serves already stays as they are
 */
export function planRoster(rows: RosterRow[], ground: RosterGround, since?: string): RosterPlan {
  const index = indexOf(ground)
  const byKey = new Map<string, RosterWrite[]>()
  return planRows(rosterFields, rows, (cells) => {
    const row = { ...cells, name: wholeName(cells) }
    checkCells(row)
    const person = readPerson(row, index)
    const before = byKey.get(person.key) ?? []
    const planned = planRow(row, person, index, before, since)
    if (planned) byKey.set(person.key, [...before, planned.write])
    return planned
  })
}
