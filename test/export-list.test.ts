import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { exportList } from '../src/edges/cli/export-list.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readMbox } from '../src/lib/mail/mbox.ts'
import { mail } from './mail.ts'
import { makeWorld } from './world.ts'

async function exported() {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  await world.join(await world.addPerson('x;=cmd|calc', { email: 'formula@evil.example' }))
  await world.join(await world.addPerson('Doe, "Jo"', { email: 'jo@doe.example' }))
  const raws = ['From me to you.\r\n>From quoted', 'Plain.', 'ünïcödé \0 and no end'].map((text, i) =>
    mail({ from: 'Maria <maria@maria.example>', id: `e${i}@a.example`, text, date: new Date(Date.UTC(2026, 1, i + 1)) }),
  )
  for (const raw of raws)
    await acceptMail(world.write, {
      raw,
      mailFrom: 'maria@maria.example',
      rcptTo: ['lectio-l@lists.localhost'],
      via: 'mail',
      personId: world.maria.personId,
    })
  await world.settle()
  const carla = await world.as(world.carla)
  const change = async (path: string, form: Record<string, string>) =>
    expect((await carla.post(`/lists/lectio-l/${path}`, form)).status).toBe(303)
  await change('bans', { kind: 'domain', value: 'bad.example', reason: 'Promotions' })
  await change('writers', { kind: 'address', value: 'friend@far.example', action: 'accept' })
  await change('settings/content', { html: 'free', linkAboveKb: '', linkTypes: '', dropTypes: '.exe video/*' })
  await change('rules', { do: 'save', newField: 'X-Promotion', newPattern: 'yes' })
  const folder = join(mkdtempSync(join(inject('runFolder'), 'export-')), 'lectio-l')
  const options = { name: 'Lectio-L', folder, mailHost: 'lists.localhost', now: world.clock.now }
  return { world, raws, folder, options, counts: await exportList(world.db, options) }
}

test('a list leaves with every mail byte for byte, its members and its settings', async () => {
  const { raws, folder, counts } = await exported()
  expect(counts).toEqual({ messages: 3, members: 5 })
  expect(readdirSync(folder).toSorted()).toEqual(['lectio-l.mbox', 'members.csv', 'settings.json'])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const read = await Array.fromAsync(readMbox(join(folder, 'lectio-l.mbox')))
  expect(read.map((entry) => Buffer.from(entry.raw).toString('latin1'))).toEqual(raws.map((raw) => raw.toString('latin1')))

  const lines = readFileSync(join(folder, 'members.csv'), 'utf8').split('\r\n')
  expect(lines[0]).toBe('email,display_name,role,delivery_mode,delivery_status,moderation_action,preferred_language,subscribed_at')
  expect(lines.map((line) => line.split(',member')[0])).toEqual([
    expect.stringContaining('email'),
    'carla@carla.example,Carla',
    "formula@evil.example,x;'=cmd|calc",
    'jo@doe.example,"Doe, ""Jo"""',
    'maria@maria.example,Maria',
    'susi@susi.example,Susi',
    '',
  ])
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    fqdn_listname: 'lectio-l@lists.localhost',
    display_name: 'Lectio-L',
    subscription_policy: 'confirm_then_moderate',
    archive_policy: 'private',
    owner: ['carla@carla.example'],
    moderator: ['modesto@modesto.example'],
    default_nonmember_action: 'hold',
    administrivia: true,
    max_num_recipients: 31,
    require_explicit_destination: false,
    max_days_to_hold: 14,
    admin_notify_mchanges: false,
    digest_size_threshold: 300,
    filter_content: true,
    convert_html_to_plaintext: false,
    filter_types: ['video'],
    filter_extensions: ['exe'],
    accept_these_nonmembers: ['friend@far.example'],
    rapport: {
      header_matches: [{ header: 'x-promotion', pattern: 'yes', action: 'hold' }],
      bans: ['^.*@(?:.*\\.)?bad\\.example$'],
    },
  })
})

test('nothing is written over, and an unknown list is named', async () => {
  const { world, folder, options } = await exported()
  await expect(exportList(world.db, options)).rejects.toThrow('already exists')
  await expect(exportList(world.db, { ...options, name: 'nobody-l', folder: `${folder}2` })).rejects.toThrow('no list nobody-l')
  expect(readdirSync(join(folder, '..'))).toEqual(['lectio-l'])
})
