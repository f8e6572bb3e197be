import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { addAction } from '../src/groups/tasks/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
const ids: number[] = []
let replyTo = ''
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  for (const title of ['Count the links', 'Write to the vendor', 'Ask the steering committee'])
    ids.push(
      await world.write((tx) =>
        addAction(tx, program(world.clock.now), {
          title,
          groupId: world.group.groupId,
          ownerId: world.maria.personId,
          dueOn: '2026-10-14',
        }),
      ),
    )
  await tasks['charter.remindActions']?.({} as never, world.context)
  const letters = await lettersOf('charter.actions-due')
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).toContain('2. Write to the vendor (late, was due on 14 October 2026)')
  replyTo = letters[0]?.replyTo[0]?.address ?? ''
})
afterAll(() => world.end())

const lettersOf = async (kind: string) =>
  (await world.db.selectFrom('letter').select(['bytes', 'sealed']).where('kind', '=', kind).orderBy('id').execute()).map((row) =>
    readMessage(world.open(row)),
  )
const stateOf = async (n: number) =>
  world.db
    .selectFrom('action')
    .select(['state', 'dueOn', 'outcome'])
    .where('id', '=', ids[n - 1] ?? 0)
    .executeTakeFirstOrThrow()

let count = 0
/** An answer by mail; answers with what became of it. */
async function answer(text: string, { from = world.maria.email, headers = '' } = {}): Promise<string | null> {
  const head = `From: <${from}>\r\nTo: <${replyTo}>\r\nSubject: Re: your actions\r\nMessage-ID: <${++count}@maria.example>\r\n${headers}`
  await acceptMail(world.write, { raw: Buffer.from(`${head}\r\n${text}`), mailFrom: from, rcptTo: [replyTo], via: 'mail' })
  await world.settle()
  const row = await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  return row.fate
}

const quoted = '\r\n\r\nOn 15 Oct 2026, Rapport wrote:\r\n> 1. Count the links\r\n> done 1\r\n> done 2\r\n> done 3\r\n'

describe('a task that two people change at once', () => {
  const seenIn = (page: string) => {
    const [, value = ''] = /name="asShown" value="([^"]*)"/.exec(page) ?? []
    const signs: Record<string, string> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }
    return value.replaceAll(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => signs[name] ?? '')
  }

  test('is not overwritten by who was slower: they read what changed, keep what they typed, and save it knowingly', async () => {
    const title = 'Order “new” <badges>'
    const note = 'Two lines:\n  one & two'
    const { groupId } = world.group
    const id = await world.write((tx) =>
      addAction(tx, program(world.clock.now), { title, note, groupId, ownerId: world.maria.personId, dueOn: '2026-11-02' }),
    )
    const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
    const path = `/actions/${id}`
    const rowOf = () =>
      world.db.selectFrom('action').select(['title', 'note', 'ownerId', 'dueOn', 'state']).where('id', '=', id).executeTakeFirstOrThrow()
    const typed = { title, note: note.replace('\n', '\r\n'), ownerId: String(world.maria.personId), dueOn: '2026-11-02' }
    const seen = seenIn(await (await carla.get(path)).text())

    expect((await maria.post(path, { ...typed, dueOn: '2026-11-20', note: 'Two lines:\r\n  one & three', asShown: seen })).status).toBe(303)
    const late = await carla.post(path, { ...typed, title: 'Order more badges', asShown: seen })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toContain('Someone changed this task while you were writing.')
    expect(page).toContain('<del>two</del><ins>three</ins>')
    // What she typed stays; what she had left alone is as it is now.
    expect(page).toContain('value="Order more badges"')
    expect(page).toContain('value="2026-11-20"')
    expect(await rowOf()).toMatchObject({ title, dueOn: '2026-11-20' })

    // The same sent twice is no conflict, and a program that was shown nothing changes it as before.
    expect((await maria.post(path, { ...typed, dueOn: '2026-11-20', note: 'Two lines:\r\n  one & three', asShown: seen })).status).toBe(303)
    const again = { ...typed, title: 'Order more badges', note: 'Two lines:\r\n  one & three', dueOn: '2026-11-20' }
    const wrong = await carla.post(path, { ...again, dueOn: 'soon', asShown: seenIn(page) })
    expect([wrong.status, seenIn(await wrong.text())]).toEqual([422, seenIn(page)])
    expect((await carla.post(path, { ...again, asShown: seenIn(page) })).status).toBe(303)
    expect(await rowOf()).toMatchObject({ title: 'Order more badges', note: 'Two lines:\n  one & three', dueOn: '2026-11-20' })
    expect((await carla.post(path, { ...again, title: 'Order badges' })).status).toBe(303)

    // One that was finished meanwhile: what was typed is not lost.
    const open = seenIn(await (await carla.get(path)).text())
    await maria.post(`${path}/settle`, { state: 'done' })
    const over = await carla.post(path, { ...again, title: 'Order a few badges', asShown: open })
    expect([over.status, await over.text()]).toEqual([409, expect.stringContaining('value="Order a few badges"')])
    expect(await rowOf()).toMatchObject({ title: 'Order badges', state: 'done' })
  })
})

test('a task of somebody else is shown to the group, and offered as done to its owner and to who leads alone', async () => {
  const id = await world.write((tx) =>
    addAction(tx, program(world.clock.now), { title: 'Book a room', groupId: world.group.groupId, ownerId: world.carla.personId }),
  )
  const shown = async (person: World['carla']) => (await (await world.as(person)).get('/actions?view=group')).text()
  const settle = `action="/actions/${id}/settle"`
  const [maria, carla] = [await shown(world.maria), await shown(world.carla)]
  expect([maria.includes('Book a room'), maria.includes(settle), carla.includes(settle)]).toEqual([true, false, true])
  // Her own she settles where it stands.
  expect(maria).toContain(`action="/actions/${ids[0]}/settle"`)
  expect((await (await world.as(world.maria)).post(`/actions/${id}/settle`, { state: 'done' })).status).toBe(404)
})

describe('an answer to the reminder of actions', () => {
  test('that is unclear changes nothing and is answered politely', async () => {
    expect(await answer(`Thanks, I will see.${quoted}`)).toBe('an answer about actions that was not understood')
    expect(await answer('done')).toBe('an answer about actions that was not understood')
    for (const n of [1, 2, 3]) expect((await stateOf(n)).state).toBe('open')
    const letters = await lettersOf('charter.actions-unclear')
    expect(letters.map(({ text }) => /^.*(?= Nothing has changed)/m.exec(text)?.[0])).toEqual([
      'We found no word in your answer that we know.',
      'There are several tasks. Your answer does not say which one you mean.',
    ])
    expect(letters[0]?.to[0]?.address).toBe(world.maria.email)
  })

  test('settles and moves what it names, and nothing that it quotes', async () => {
    expect(await answer(`done 1\r\n2: 2026-12-01\r\nThe figures are in the folder.${quoted}`)).toBe('an answer about actions')
    expect(await stateOf(1)).toEqual({ state: 'done', dueOn: '2026-10-14', outcome: 'The figures are in the folder.' })
    expect(await stateOf(2)).toMatchObject({ state: 'open', dueOn: '2026-12-01' })
    expect(await stateOf(3)).toMatchObject({ state: 'open', dueOn: '2026-10-14' })
    const [letter] = await lettersOf('charter.actions-answered')
    expect(letter?.text).toContain('1. Count the links: done')
    expect(letter?.text).toContain('2. Write to the vendor: now due on 1 December 2026')
  })

  test('from somebody else, or from a machine, does nothing', async () => {
    expect(await answer('done 3', { from: 'stranger@x.example' })).toBe('refused: not from whom it was written to')
    expect(await answer('done 3', { from: world.carla.email })).toBe('refused: not from whom it was written to')
    expect(await answer('done 3', { headers: 'Auto-Submitted: auto-replied\r\n' })).toBe('dropped: automatic')
    expect((await stateOf(3)).state).toBe('open')
  })

  test('drops an action only with a reason, by mail and on the web', async () => {
    expect(await answer('drop 3')).toBe('an answer about actions that was not understood')
    const maria = await world.as(world.maria)
    const refused = await maria.post(`/actions/${ids[2]}/settle`, { state: 'dropped', outcome: ' ' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Enter a reason for cancelling the task.')])
    expect((await stateOf(3)).state).toBe('open')
    expect(await answer('drop 3: they have answered by themselves')).toBe('an answer about actions')
    expect(await stateOf(3)).toMatchObject({ state: 'dropped', outcome: 'they have answered by themselves' })
    await answer('done 3')
    expect((await lettersOf('charter.actions-answered')).at(-1)?.text).toContain('3. Ask the steering committee: already finished')
  })
})

test('what is done in the night does not come in the morning; what is still open does', async () => {
  const maria = world.maria.personId
  await world.db.updateTable('person').set({ zone: 'America/Denver' }).where('id', '=', maria).execute()
  const states: string[] = []
  for (const done of [true, false]) {
    const facts = { title: `Call ${done}`, groupId: world.group.groupId, ownerId: maria, dueOn: '2026-10-14' }
    const id = await world.write((tx) => addAction(tx, program(world.clock.now), facts))
    world.clock.now = new Date(`2026-10-${done ? 18 : 19}T09:00:00Z`)
    await tasks['charter.remindActions']?.({} as never, world.context)
    const { rows } = await sql<{ payload: { letterId: number } }>`select payload from graphile_worker._private_jobs
      where payload::text like '%"kind":"charter.actions-due"%' order by id desc limit 1`.execute(world.db)
    if (done) await (await world.as(world.maria)).post(`/actions/${id}/settle`, { state: 'done' })
    expect((await world.db.selectFrom('action').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state).toBe(
      done ? 'done' : 'open',
    )
    await tasks['outbox.lookAgain']?.(rows[0]?.payload as never, world.context)
    const letter = world.db
      .selectFrom('delivery')
      .select('state')
      .where('letterId', '=', rows[0]?.payload.letterId ?? 0)
    states.push((await letter.executeTakeFirstOrThrow()).state)
  }
  expect(states).toEqual(['cancelled', 'queued'])
})
