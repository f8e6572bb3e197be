import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { exportList } from '../../src/edges/cli/export-list.ts'
import { moveIn, planOf } from '../../src/imports/run.ts'
import { openSource } from '../../src/imports/source.ts'
import { openList } from '../../src/list/actions.ts'
import { findListsByName } from '../../src/list/queries.ts'
import { freePort } from '../ports.ts'
import { makeWorld, type World } from '../world.ts'
import { missing, run } from './programs.ts'
import { until } from './serving.ts'

const runner = '/usr/lib/mailman3/bin/runner'
const why = missing('mailman') ?? (existsSync(runner) ? undefined : `${runner} is not there`)

describe.skipIf(why)(`Mailman 3${why ? ` (skipped: ${why})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-mailman-'))
  const config = join(folder, 'mailman.cfg')
  const key = `Basic ${Buffer.from('restadmin:restpass').toString('base64')}`
  let world: World
  let core: ChildProcess
  let port: number

  const mailman = (args: string[], input = '') =>
    run('mailman', ['-C', config, ...(process.getuid?.() === 0 ? ['--run-as-root'] : []), ...args], { input })
  const rest = async (method: string, path: string, form?: Record<string, string> | string[][]) => {
    const answer = await fetch(`http://127.0.0.1:${port}/3.1/${path}`, {
      method,
      headers: { authorization: key },
      body: form && new URLSearchParams(form),
    })
    return { status: answer.status, text: await answer.text() }
  }

  beforeAll(async () => {
    port = await freePort()
    writeFileSync(
      config,
      `[mailman]
layout: here
site_owner: owner@example.com
[paths.here]
var_dir: ${folder}/var
[webservice]
hostname: 127.0.0.1
port: ${port}
admin_user: restadmin
admin_pass: restpass
[database]
class: mailman.database.sqlite.SQLiteDatabase
url: sqlite:///${folder}/mailman.db
[mta]
incoming: mailman.mta.null.NullMTA
`,
    )
    expect((await mailman(['create', 'ant@example.com'])).output).toContain('Created mailing list')
    await mailman(['addmembers', '-', 'ant@example.com'], 'Anne Person <anne@example.com>\nbart@example.com\ncris@example.com\n')
    core = spawn(runner, ['-C', config, '-r', 'rest:0:1'], { stdio: 'ignore' })
    await until('the REST API', () =>
      rest('GET', 'lists')
        .then(({ status }) => (status === 200 ? true : undefined))
        .catch(() => undefined),
    )
    world = await makeWorld()
  })

  afterAll(async () => {
    core?.kill()
    await world?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a list of its core comes in: settings, members with modes and flags, bans', async () => {
    const members = JSON.parse((await rest('GET', 'lists/ant@example.com/roster/member')).text) as {
      entries: { email: string; member_id: string }[]
    }
    const id = (email: string) => members.entries.find((entry) => entry.email === email)?.member_id
    await rest('PATCH', `members/${id('bart@example.com')}`, { delivery_mode: 'mime_digests' })
    await rest('PATCH', `members/${id('cris@example.com')}`, { moderation_action: 'hold' })
    await rest('PATCH', `members/${id('cris@example.com')}/preferences`, { delivery_status: 'by_user' })
    await rest('POST', 'lists/ant@example.com/bans', { email: 'spam@bad.example' })
    await rest('PATCH', 'lists/ant@example.com/config', { archive_policy: 'private', subscription_policy: 'moderate' })

    const actor = { ...program(world.clock.now), via: 'cli' as const }
    await world.write((tx) => openList(tx, actor, { groupId: world.group.groupId, communityIds: [], name: 'ant', title: 'ant' }))
    const [list] = await findListsByName(world.db, ['ant'])
    if (!list) throw new Error('no list')
    const source = await openSource(`http://restadmin:restpass@127.0.0.1:${port}/3.1`)
    const choices = { settings: true }
    const moved = await moveIn(world.database, actor, list, source, planOf(source, true, choices), {
      choices,
      mailDomain: 'lists.localhost',
    })
    expect(moved.counts).toEqual([
      { kind: 'ban', outcome: 'added', items: 1 },
      { kind: 'member', outcome: 'added', items: 3 },
    ])
    const rows = await world.db
      .selectFrom('subscription')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .select(['address.email', 'receiving', 'posting'])
      .where('listId', '=', list.id)
      .orderBy('email')
      .execute()
    expect(rows).toEqual([
      { email: 'anne@example.com', receiving: 'each', posting: null },
      { email: 'bart@example.com', receiving: 'mime_digest', posting: null },
      { email: 'cris@example.com', receiving: 'none', posting: 'hold' },
    ])
    const settings = await world.db.selectFrom('list').select(['archive', 'joinPolicy']).where('id', '=', list.id).executeTakeFirstOrThrow()
    expect(settings).toEqual({ archive: 'subscribers', joinPolicy: 'vetted' })
  })

  test('takes back what Rapport exports: each setting, and each member', async () => {
    const to = join(folder, 'export')
    const carla = await world.as(world.carla)
    const change = (path: string, form: Record<string, string>) => carla.post(`/lists/ant/${path}`, form).then(({ status }) => status)
    expect(await change('bans', { kind: 'domain', value: 'worse.example', reason: 'Promotions' })).toBe(303)
    expect(await change('settings/content', { html: 'text', linkAboveKb: '', linkTypes: '', dropTypes: '.exe video/*' })).toBe(303)
    expect(await change('rules', { do: 'save', newField: 'Subject', newPattern: '^win' })).toBe(303)
    await exportList(world.db, { name: 'ant', folder: to, mailHost: 'example.com', now: world.clock.now })
    expect((await mailman(['create', 'back@example.com'])).output).toContain('Created mailing list')
    const { rapport, owner, moderator, list_name, mail_host, fqdn_listname, created_at, ...settings } = JSON.parse(
      readFileSync(join(to, 'settings.json'), 'utf8'),
    ) as Record<string, string | string[]> & { rapport: { header_matches: Record<string, string>[]; bans: string[] } }
    expect(Object.keys(settings).length).toBeGreaterThan(18)
    expect(settings).toMatchObject({ filter_types: ['video'], filter_extensions: ['exe'] })
    for (const [name, value] of Object.entries(settings)) {
      const form = [value].flat().map((one) => [name, String(one)])
      expect([name, await rest('PATCH', 'lists/back@example.com/config', form)]).toEqual([name, { status: 204, text: '' }])
    }
    expect([rapport.header_matches.length, rapport.bans.length]).toEqual([1, 2])
    for (const match of rapport.header_matches)
      expect((await rest('POST', 'lists/back@example.com/header-matches', match)).status).toBe(201)
    for (const email of rapport.bans) expect((await rest('POST', 'lists/back@example.com/bans', { email })).status).toBe(201)
    const members = readFileSync(join(to, 'members.csv'), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0])
    await mailman(['addmembers', '-', 'back@example.com'], `${members.join('\n')}\n`)
    const { entries } = JSON.parse((await rest('GET', 'lists/back@example.com/roster/member')).text) as { entries: { email: string }[] }
    expect(entries.map(({ email }) => email).toSorted()).toEqual(['anne@example.com', 'bart@example.com', 'cris@example.com'])
  })
})
