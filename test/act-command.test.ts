import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readActArguments } from '../src/edges/cli/act.ts'
import { root } from './embedded-world.ts'
import { makeWorld } from './world.ts'

test('its arguments name the address, the person and the fields', () => {
  expect(readActArguments(['/a/b', '--as', 'ada@ada.example', 'name=A = B', 'many=1', 'many=2'])).toEqual({
    path: '/a/b',
    as: 'ada@ada.example',
    fields: { name: 'A = B', many: ['1', '2'] },
  })
  for (const wrong of [[], ['/a'], ['a', '--as', 'x@y.example'], ['/a', '--as', 'x@y.example', 'nothing'], ['/a', '--so', 'x']])
    expect(() => readActArguments(wrong)).toThrow(/NAME=VALUE|rapport act/)
})

test('a command that takes no arguments does nothing when it is given some', () => {
  for (const name of ['demo', 'migrate']) {
    const { status, stderr } = spawnSync(join(root, 'bin/rapport'), [name, '--port', '1'], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, expect.stringContaining('takes no arguments')])
  }
})

test('a product is added and a list closed by command, as far as the person may', async () => {
  const world = await makeWorld()
  const env = {
    ...process.env,
    RAPPORT_DATA: '/nonexistent',
    RAPPORT_DATABASE_URL: world.url,
    RAPPORT_SECRET: world.site.secret,
    RAPPORT_LOG: 'error',
    RAPPORT_BASE_URL: 'http://rapport.test',
  }
  const command = (...args: string[]) => spawnSync(join(root, 'bin/rapport'), ['act', ...args], { encoding: 'utf8', env })
  try {
    // As the help has it.
    const { stdout: help } = spawnSync(join(root, 'bin/rapport'), ['help', 'act'], { encoding: 'utf8' })
    const [, example = ''] = /for example +rapport act (.*)$/m.exec(help.replace('ruth@example.org', world.ada.email)) ?? []
    expect(command(...example.split(' ')).status).toBe(0)
    expect(await world.db.selectFrom('product').select('name').where('name', '=', 'Examina').execute()).toHaveLength(1)
    const refused = command('/admin/products/new', '--as', world.carla.email, 'product=Other', 'vendor=Quillon')
    expect([refused.status, refused.stdout]).toEqual([1, expect.stringContaining('404')])
    expect(command('/lists/lectio-l/close', '--as', world.carla.email).status).toBe(0)
    expect(
      (await world.db.selectFrom('list').select('closedAt').where('name', '=', 'lectio-l').executeTakeFirstOrThrow()).closedAt,
    ).not.toBeNull()
    // No token of it is left that opens anything.
    expect(await world.db.selectFrom('apiToken').select('id').where('revokedAt', 'is', null).execute()).toEqual([])
  } finally {
    await world.end()
  }
})
