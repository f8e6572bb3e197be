import type { Role } from '../../lib/db/schema.ts'
import { familyNames, givenNames } from '../../lib/sheet/names-rules.ts'
import { fieldsIn, type Mapping, type SheetField, type SheetRow, sameWords } from '../../lib/sheet/rules.ts'
import { locales } from '../../lib/ui/format.ts'
import { saidIn, textsOf, wordsOf } from '../../lib/ui/words.ts'
import { institutionColumns, roleNamesIn } from '../../people/rules.ts'
import { readMonths } from '../roster/months-rules.ts'
import type { RoleName } from '../roster/rules.ts'

const t = textsOf('groups', 'rosterImport')
const field = fieldsIn(t.columns, (locale) => wordsOf('groups', 'rosterImport')(locale).columns)

const saidWords = wordsOf('groups', 'said')

/** The columns of a roster. */
export const rosterFields = [
  field('family', familyNames),
  field('given', givenNames),
  field('name', ['member', 'person', 'full name'], true, ['family', 'given']),
  field('email', ['email', 'mail', 'email address', 'address']),
  field('role', [
    'position',
    'function',
    'office',
    'funktion',
    'amt',
    'rolle',
    'fonction',
    'rôle',
    'función',
    'cargo',
    'funzione',
    'incarico',
    'ruolo',
  ]),
  field('term', ['years', 'period', 'served']),
  field('from', [
    'since',
    'start',
    'begin',
    'term start',
    'first year',
    'seit',
    'von',
    'beginn',
    'depuis',
    'début',
    'desde',
    'inicio',
    'dal',
    'inizio',
  ]),
  field('to', ['until', 'end', 'term end', 'last year', 'bis', 'ende', 'jusqu’à', 'fin', 'hasta', 'al', 'fine']),
  field('institution', institutionColumns),
  field('how', ['how appointed', 'appointed', 'elected']),
] as const satisfies SheetField[]

export type FieldName = (typeof rosterFields)[number]['name']
export type RosterRow = SheetRow<FieldName>

/** Since when everybody of a file serves that says nothing of terms, as a list of today's members does. */
export const sinceOf = (mapping: Mapping, day: string): string | undefined =>
  (['term', 'from', 'to'] as const).some((one) => mapping[one]) ? undefined : day

const rosterRoles = ['coordinator', 'deputy', 'liaison', 'member', 'moderator'] as const

// What rosters call the roles, and what this site calls them in each of its languages. A person without a role is a member.
export const roleWords = rosterRoles.map((role): [Role, Set<string>] => [
  role,
  new Set(
    [...saidIn((locale) => saidWords(locale).roles[role]), ...locales.map((locale) => roleNamesIn(locale).names[role])].map(sameWords),
  ),
])

/** The role that a cell means: what this group calls one goes first. */
export function readRole(text: string, names: readonly RoleName[]): { role: Role; named?: RoleName } | undefined {
  const named = names.find(({ name }) => sameWords(name) === sameWords(text))
  if (named) return { role: named.role, named }
  const role = text.trim() === '' ? 'member' : roleWords.find(([, words]) => words.has(sameWords(text)))?.[0]
  return role && { role }
}

export const goesOn =
  /^(present|today|now|current|ongoing|date|heute|jetzt|laufend|présent|aujourd[’']hui|ce jour|actualidad|presente|hoy|oggi)$/i

/** Reads a term in one cell, as rosters write it: 2016-2018, 2016–18, 2016, since 2016, 2016–?, 2016–present. */
export function readYears(text: string): { from: string; to: string | undefined } | undefined {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain === '' || /^(\?+|unknown|n\/?k)$/i.test(plain)) return { from: '?', to: '?' }
  const since = /^(?:since|from|seit|depuis|desde|dal) (\d{4}(?:-\d\d-\d\d)?)$/i.exec(plain)
  if (since) return { from: since[1] as string, to: undefined }
  const until = /^(?:until|to|bis|jusqu’en|hasta|fino al) (\d{4}(?:-\d\d-\d\d)?)$/i.exec(plain)
  if (until) return { from: '?', to: until[1] as string }
  if (/^\d{4}$/.test(plain)) return { from: plain, to: plain }
  const span = /^(\d{4}|\?)\s*(?:[-–—/]|to)\s*(\d{4}|\d{2}|\?|[a-z’]*)$/i.exec(plain)
  if (!span) return undefined
  const [, from = '', end = ''] = span
  if (end === '' || goesOn.test(end)) return { from, to: undefined }
  if (/^\d{2}$/.test(end)) return { from, to: `${from.slice(0, 2)}${end}` }
  return /^(\d{4}|\?)$/.test(end) ? { from, to: end } : undefined
}

/** A term in one cell as rosters write it: by years, or by months and days. */
export const readSpan = (text: string): { from: string; to: string | undefined } | undefined => readYears(text) ?? readMonths(text, goesOn)
