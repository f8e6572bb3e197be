import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../src/actor.ts'
import { listGroups } from '../src/groups/queries.ts'
import { applyRoster } from '../src/groups/roster-import/actions.ts'
import { rosterFields } from '../src/groups/roster-import/cells-rules.ts'
import { readTable } from '../src/lib/sheet/read.ts'
import { guessMapping, rowsBy } from '../src/lib/sheet/rules.ts'
import { countMembers, listOrganisations } from '../src/people/organisations/queries.ts'
import { listPeople } from '../src/people/profiles-queries.ts'
import { applyRegister } from '../src/people/register/actions.ts'
import { registerFields } from '../src/people/register/file-rules.ts'
import { builtEdges, openBenchGround, spread } from './ground.ts'

// Seconds to import a register of institutions and a roster of people from CSV, each in one transaction; then milliseconds for a page of
// each, with and without filters. node bench/people.ts [ROWS] [RUNS]; JSON on stdout.

const { consequences } = await builtEdges()
const [rows = 10_000, runs = 15] = process.argv.slice(2).map(Number)
const countries = ['DE', 'GB', 'US', 'AU', 'PT', 'JP', 'FR', 'ZA', 'CL', 'IN']
const stages = ['development partner', 'early adopter', 'implementing', 'live']

const register = `Name,Kind,Country,Domains,Member since,Contract start,Stage\n${Array.from(
  { length: rows },
  (_, i) => `University of Place ${i},Institution,${countries[i % 10]},place${i}.example,2020-01-01,2020-01-01,${stages[i % 4]}\n`,
).join('')}`
const roster = `Name,Email,Role,Term,Institution\n${Array.from(
  { length: rows },
  (_, i) => `Person Number ${i},person${i}@place${i}.example,Member,${2005 + (i % 15)}-${2006 + (i % 15)},University of Place ${i}\n`,
).join('')}`

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-people-'))
const { ground } = await openBenchGround(folder)
const { db, write } = ground.database
const actor = { ...program(new Date()), personId: 1, grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return Number(((performance.now() - begun) / 1_000).toFixed(2))
}

async function milliseconds(act: () => Promise<unknown>) {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const begun = performance.now()
    await act()
    times.push(performance.now() - begun)
  }
  return spread(times.slice(1), 1)
}

const unsaid = { ...actor, personId: null }
const [group] = await listGroups(db)
const takeRegister = async () => {
  const table = await readTable(Buffer.from(register))
  await write((tx) => applyRegister(tx, unsaid, consequences, rowsBy(registerFields, table, guessMapping(table.header, registerFields))))
}
const takeRoster = async () => {
  const table = await readTable(Buffer.from(roster))
  await write((tx) => applyRoster(tx, unsaid, group?.id ?? 0, { table, mapping: guessMapping(table.header, rosterFields) }))
}
const result = {
  rows,
  registerSeconds: await seconds(takeRegister),
  registerAgainSeconds: await seconds(takeRegister),
  rosterSeconds: await seconds(takeRoster),
  rosterAgainSeconds: await seconds(takeRoster),
  peoplePageMs: await milliseconds(() => listPeople(db, actor)),
  peopleSearchMs: await milliseconds(() => listPeople(db, actor, { search: 'number 77' })),
  peopleLastPageMs: await milliseconds(() => listPeople(db, actor, {}, { page: Math.ceil(rows / 50) })),
  organisationsPageMs: await milliseconds(() => listOrganisations(db, actor)),
  organisationsSearchMs: await milliseconds(() => listOrganisations(db, actor, { search: 'place 77' })),
  organisationsMembersMs: await milliseconds(() => listOrganisations(db, actor, { members: true, country: 'DE', stage: 'live' })),
  countsMs: await milliseconds(() => countMembers(db, actor, {})),
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
await ground.close()
await rm(folder, { recursive: true, force: true })
