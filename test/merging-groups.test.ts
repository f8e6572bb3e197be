import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { keepEntries } from '../src/advocacy/portal/actions.ts'
import { foundGroup } from '../src/groups/actions.ts'
import { makeFurnishedWorld } from './access/furnished.ts'

let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
let heir: number
beforeEach(async () => {
  world = await makeFurnishedWorld()
  heir = await world.write(
    async (tx) =>
      (
        await foundGroup(tx, program(world.clock.now), {
          community: { slug: 'lsui', name: 'Library Systems Users' },
          vendor: 'Quillon',
          product: 'Lectio',
          group: { slug: 'lectio-two', name: 'Lectio Second Group' },
        })
      ).groupId,
  )
})
afterEach(() => world.end())

/** What runs comes to its end. */
async function finish() {
  await world.db.updateTable('ballot').set({ state: 'counted' }).where('state', 'in', ['preparing', 'open', 'closed']).execute()
  await world.db.updateTable('volunteerCall').set({ state: 'decided' }).where('state', '=', 'open').execute()
}
const merge = async (into: number | string, slug = 'lectio') =>
  (await world.as(world.ada)).post(`/groups/${slug}/merge`, { into: String(into) })

// What a group was and decided stays with it; of what both have once, that of the other holds.
const stays = new Set([
  // By which its people of then are called.
  'role_name',
  'appointment',
  'attendance_rule',
  'capacity',
  'charter_digest',
  'charter_version',
  'clause_line',
  'decision',
  'first_step',
  'group_community',
  'journal',
  'product_area',
  'release',
  'report',
  'request_import',
  'request_rule',
  'topic',
  'vendor_rule',
])

/** Every table that names a group, with how many rows name this one. */
async function leftAt(groupId: number): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'working_group'::regclass order by 1`.execute(world.db)
  const left: string[] = []
  for (const { table, column } of rows) {
    const found = await sql<{
      count: number
    }>`select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${groupId}`.execute(world.db)
    if ((found.rows[0]?.count ?? 0) > 0) left.push(table)
  }
  return left
}

describe('two working groups become one', () => {
  test('with all that is theirs, and whoever reads it there reads what stays', async () => {
    await finish()
    // What both call by one name.
    const area = await world.db
      .selectFrom('productArea')
      .select(['id', 'name'])
      .where('groupId', '=', world.group.groupId)
      .executeTakeFirst()
    const same = await world.db
      .insertInto('productArea')
      .values({ groupId: heir, name: area?.name ?? 'Lists' })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(area).toBeDefined()
    const news = await world.db
      .updateTable('newsItem')
      .set({ areaId: area?.id ?? null })
      .where('groupId', '=', world.group.groupId)
      .returning('id')
      .execute()
    expect(news.length).toBeGreaterThan(0)
    const ada = await world.as(world.ada)
    // Roles of its own, beside the secretary: one that the other calls otherwise, one that it has as well, one under which somebody is there already.
    for (const [group, name, role] of [
      ['lectio', 'Webmaster', 'member'],
      ['lectio', 'Archivist', 'member'],
      ['lectio-two', 'WEBMASTER', 'member'],
      ['lectio-two', 'Archivist', 'moderator'],
    ])
      expect([group, name, (await ada.post(`/roster/${group}/role-names`, { name: name ?? '', role: role ?? '' })).status]).toEqual([
        group,
        name,
        303,
      ])
    const seated = (group: string, email: string, role: string) => ada.post(`/roster/${group}/seats`, { email, role, from: '2026' })
    for (const [group, { email }, role] of [
      ['lectio', world.maria, 'Webmaster'],
      ['lectio', world.maria, 'Archivist'],
      ['lectio', world.susi, 'Secretary'],
      ['lectio-two', world.susi, 'member'],
      ['lectio-two', world.modesto, 'member'],
    ] as const)
      expect((await seated(group, email, role)).status).toBe(303)
    await world.settle()
    const told = (await world.postbox()).length
    const preview = await (await ada.get(`/groups/lectio/merge?into=${heir}`)).text()
    expect(preview).toContain('Carla')
    expect(preview).toContain('Becomes a member · WEBMASTER')
    expect(preview).toContain('Keeps their role in the other group · Secretary')
    expect(preview).toContain('Keeps their role in the other group · Becomes a moderator')
    expect(preview).toContain('Becomes a member')
    const requests = await world.db.selectFrom('request').select('id').where('groupId', '=', world.group.groupId).execute()
    expect(requests.length).toBeGreaterThan(0)

    expect((await merge(heir)).headers.get('location')).toBe('/groups/lectio-two/facts')

    expect((await leftAt(world.group.groupId)).filter((table) => !stays.has(table))).toEqual([])
    const { rows } = await sql<{ audience: string }>`select distinct audience from search_document
      where audience ~ ${`^(group|subscribers):${world.group.groupId}$`} or audience ~ ${`^desk:g${world.group.groupId}:`}`.execute(
      world.db,
    )
    expect(rows).toEqual([])
    expect(await world.db.selectFrom('request').select('id').where('groupId', '=', heir).execute()).toHaveLength(requests.length)
    expect(await world.db.selectFrom('newsItem').select('id').where('areaId', '=', same.id).execute()).toHaveLength(news.length)
    const carlas = await world.db
      .selectFrom('appointment')
      .select(['role', 'toOn'])
      .where('personId', '=', world.carla.personId)
      .where('groupId', '=', heir)
      .execute()
    expect(carlas).toEqual([{ role: 'member', toOn: null }])
    // Whoever is in both keeps what they do for the lists that come along.
    const modestos = await world.db
      .selectFrom('appointment')
      .select('role')
      .where('personId', '=', world.modesto.personId)
      .where('groupId', '=', heir)
      .orderBy('id')
      .execute()
    expect(modestos.map(({ role }) => role)).toEqual(['member', 'moderator'])
    const titles = await world.db
      .selectFrom('appointment')
      .innerJoin('roleName', 'roleName.id', 'appointment.roleNameId')
      .select(['appointment.personId', 'appointment.role', 'roleName.name', 'roleName.groupId'])
      .where('appointment.groupId', '=', heir)
      .orderBy('roleName.name')
      .execute()
    expect(titles).toEqual([
      { personId: world.susi.personId, role: 'member', name: 'Secretary', groupId: heir },
      { personId: world.maria.personId, role: 'member', name: 'WEBMASTER', groupId: heir },
    ])
    await world.settle()
    const letters = (await world.postbox()).slice(told).filter(({ kind }) => kind === 'charter.seated')
    for (const { email } of [world.carla, world.maria, world.susi]) expect(letters.filter((one) => one.email === email)).toHaveLength(1)

    const maria = await world.as(world.maria)
    for (const path of [
      '/requests',
      `/requests/${requests[0]?.id}`,
      '/lists/lectio-l/threads',
      '/documents',
      '/groups/lectio/charter',
      '/decisions',
    ])
      expect((await maria.get(path)).status, path).toBe(200)
    expect((await ada.get('/groups/lectio/facts')).headers.get('location')).toBe('/groups/lectio-two/facts')
    expect((await ada.ask('GET', '/api/v1/groups/lectio').then((answer) => answer.json())) as object).toMatchObject({
      mergedInto: 'lectio-two',
    })
    // It is over: nobody writes there, and it does not come back.
    expect((await ada.post('/groups/lectio/reopen')).status).toBe(409)
    const lines = await world.db.selectFrom('journal').select('groupId').where('action', '=', 'group.merged').orderBy('groupId').execute()
    expect(lines.map(({ groupId }) => groupId)).toEqual([world.group.groupId, heir])
    const posted = await maria.post('/lists/lectio-l/write', { subject: 'Still here', text: 'The list goes on.' })
    expect(posted.status).toBe(303)
  })

  test('that read one portal: what it says is known once, each request keeps its entry, and no word of it is lost', async () => {
    await finish()
    const requests = await world.db
      .selectFrom('request')
      .select('id')
      .where('groupId', '=', world.group.groupId)
      .where('mergedIntoId', 'is', null)
      .orderBy('id')
      .limit(3)
      .execute()
    const [one = 0, two = 0, theirs = 0] = requests.map(({ id }) => id)
    await world.db.updateTable('request').set({ groupId: heir }).where('id', '=', theirs).execute()
    const entry = (n: number, status: string) => ({
      ...{ number: `idea-${n}`, title: `Idea ${n}`, link: `https://ideas.example/${n}`, body: '', votes: n },
      ...{ status, reason: '', changedOn: '2026-10-01' },
    })
    const actor = program(world.clock.now)
    await world.write((tx) =>
      keepEntries(
        tx,
        actor,
        world.group.groupId,
        [1, 2, 3].map((n) => entry(n, 'open')),
      ),
    )
    await world.write((tx) =>
      keepEntries(
        tx,
        actor,
        heir,
        [1, 2, 3, 4].map((n) => entry(n, n === 3 ? 'open' : 'planned')),
      ),
    )
    const joined = (groupId: number, number: string, requestId: number) =>
      world.db.updateTable('portalCase').set({ requestId }).where('groupId', '=', groupId).where('number', '=', number).execute()
    await joined(world.group.groupId, 'idea-1', one)
    await joined(world.group.groupId, 'idea-2', two)
    await joined(heir, 'idea-2', theirs)
    // Somebody leads both and has prepared to hand both over.
    const handover = { role: 'coordinator' as const, fromId: world.carla.personId, toId: world.maria.personId, begunAt: world.clock.now }
    await world.db
      .insertInto('handover')
      .values([world.group.groupId, heir].map((groupId) => ({ groupId, ...handover })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    // What both were told of one day is one word.
    const twice = await world.db
      .selectFrom('portalStatus')
      .innerJoin('portalCase', 'portalCase.id', 'portalStatus.portalCaseId')
      .select('portalStatus.id')
      .where('number', '=', 'idea-3')
      .where('groupId', '=', world.group.groupId)
      .executeTakeFirstOrThrow()
    const said = await world.db.selectFrom('portalStatus').select('id').where('id', '<>', twice.id).orderBy('id').execute()

    expect((await merge(heir)).status).toBe(303)

    expect(await world.db.selectFrom('portalStatus').select('id').orderBy('id').execute()).toEqual(said)
    const cases = await world.db
      .selectFrom('portalCase')
      .select(['number', 'label', 'requestId'])
      .where((e) => e.or([e('number', 'like', 'idea-%'), e('label', 'like', 'idea-%')]))
      .where('groupId', '=', heir)
      .orderBy('number')
      .execute()
    expect(cases).toEqual([
      { number: '', label: 'idea-2', requestId: two },
      { number: 'idea-1', label: 'Idea 1', requestId: one },
      { number: 'idea-2', label: 'Idea 2', requestId: theirs },
      { number: 'idea-3', label: 'Idea 3', requestId: null },
      { number: 'idea-4', label: 'Idea 4', requestId: null },
    ])
    const prepared = await world.db
      .selectFrom('handover')
      .select('groupId')
      .where('fromId', '=', world.carla.personId)
      .where('state', '=', 'prepared')
      .execute()
    expect(prepared).toEqual([{ groupId: heir }])
  })

  test('not while a ballot runs, not across products, not into itself or one that is closed', async () => {
    const ada = await world.as(world.ada)
    expect(await (await ada.get(`/groups/lectio/merge?into=${heir}`)).text()).toContain('Count or cancel the ballots')
    expect((await merge(heir)).status).toBe(409)
    await finish()
    const other = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
    const across = await merge(other.id)
    expect([across.status, await across.text()]).toEqual([409, expect.stringContaining('different products')])
    for (const into of [world.group.groupId, 999, 'soon']) {
      const answer = await merge(into)
      expect([into, answer.status]).toEqual([into, 422])
    }
    await world.db.updateTable('workingGroup').set({ closedAt: world.clock.now }).where('id', '=', heir).execute()
    expect((await merge(heir)).status).toBe(422)
    expect(await leftAt(heir)).toEqual(['group_community', 'journal'])
  })

  test('by an administrator alone, by page and by program', async () => {
    await finish()
    for (const person of [world.carla, world.bruno, world.maria, world.otto, world.vera]) {
      const browser = await world.as(person)
      expect((await browser.get('/groups/lectio/merge')).status).toBe(404)
      expect((await browser.post('/groups/lectio/merge', { into: String(heir) })).status).toBe(404)
      expect((await browser.ask('POST', '/api/v1/acts/groups/lectio/merge', { into: heir })).status).toBe(404)
    }
    expect((await (await world.as(world.ada)).ask('POST', '/api/v1/acts/groups/lectio/merge', { into: heir })).status).toBeLessThan(300)
  })
})
