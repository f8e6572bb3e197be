import { expect, test } from 'vitest'
import { type RosterRow, rosterFields } from './cells-rules.ts'
import { planRoster } from './rules.ts'

const row = (role: string, name = 'Ada Example'): RosterRow => ({
  line: 2,
  name,
  family: '',
  given: '',
  email: 'ada@example.org',
  role,
  term: '2016-2018',
  from: '',
  to: '',
  institution: '',
  how: '',
})
const plan = (role: string, name?: string) =>
  planRoster([row(role, name)], {
    people: [],
    seats: [],
    organisations: [],
    names: [{ id: 1, name: 'Webmaster', role: 'member', formal: false }],
  })

test.each([
  ['', 'member'],
  ['Convenor', 'coordinator'],
  ['Koordinatorin', 'coordinator'],
  ['coordinateur', 'coordinator'],
  ['Stellvertreter', 'deputy'],
  ['coordinadora adjunta', 'deputy'],
  ['Liaison', 'liaison'],
  ['Verbindungsperson', 'liaison'],
  ['Enlace', 'liaison'],
  ['Persona de enlace', 'liaison'],
  ['agent de liaison', 'liaison'],
  ['persona di collegamento', 'liaison'],
  ['modérateur', 'moderator'],
])('“%s” in an old roster is the role %s', (typed, role) => expect(plan(typed).writes).toEqual([expect.objectContaining({ role })]))

test('a word for no role is refused', () => expect(plan('Treasurer').problems).toHaveLength(1))

test.each([
  ['Bergström, Agnes', 'Agnes Bergström'],
  ['van den Berg, Kofi Yaw', 'Kofi Yaw van den Berg'],
  ['Ada Example, PhD', 'Ada Example, PhD'],
  ['Example, Ada, MLIS', 'Example, Ada, MLIS'],
  ['Example,', 'Example,'],
])('“%s” in a roster is called %s', (typed, name) => expect(plan('', typed).writes).toEqual([expect.objectContaining({ name })]))

test.each(['établissement', 'Bibliothek', 'universidad', 'organization'])('a column “%s” names institutions', (word) =>
  expect(rosterFields.find(({ name }) => name === 'institution')?.words).toContain(word),
)
