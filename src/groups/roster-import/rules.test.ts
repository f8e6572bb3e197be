import { expect, test } from 'vitest'
import { planRoster, type RosterRow } from './rules.ts'

const row = (role: string): RosterRow => ({
  line: 2,
  name: 'Ada Example',
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
const plan = (role: string) =>
  planRoster([row(role)], {
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
