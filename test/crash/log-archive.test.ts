import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openGround } from '../../src/ground.ts'
import { readPostmaster } from '../../src/lib/db/embedded-postmaster.ts'
import { listBases, listSystems } from '../../src/lib/db/wal-folder.ts'
import { restoreFromWal } from '../../src/lib/db/wal-restore.ts'
import { mail } from '../mail.ts'
import { freePort } from '../ports.ts'
import { Feeder } from './feeder.ts'
import { ensureBuilt, Rapport } from './rapport.ts'
import { found, writer } from './site.ts'

const root = resolve(import.meta.dirname, '../..')
const compose = (number: number) => ({
  from: writer,
  data: mail({ from: writer, subject: `Mail ${number}`, id: `${number}@archived.example`, text: 'x'.repeat(3_000) }),
})

/** What a database holds: the numbers of the mails in the archive, and how many were acknowledged. */
async function mailsIn(folder: string): Promise<{ archived: Set<number>; taken: number }> {
  const ground = await openGround(readConfig({ RAPPORT_DATA: folder, RAPPORT_LOG: 'silent' }))
  try {
    const rows = await ground.database.db.selectFrom('message').select('messageId').execute()
    const taken = await ground.database.db.selectFrom('inbound').select('id').execute()
    return { archived: new Set(rows.map(({ messageId }) => Number.parseInt(messageId, 10))), taken: taken.length }
  } finally {
    await ground.close()
  }
}

test('after a dead disk everything is back to the last second, or as it was at any second', async () => {
  ensureBuilt()
  const folder = mkdtempSync(join(inject('runFolder'), 'log-archive-'))
  const [data, archive] = [join(folder, 'data'), join(folder, 'archive')]
  mkdirSync(data)
  writeFileSync(join(folder, 'dns.json'), '{}')
  const port = await freePort()
  const env = {
    RAPPORT_DATA: data,
    RAPPORT_WAL_TO: archive,
    RAPPORT_HTTP: `127.0.0.1:${await freePort()}`,
    RAPPORT_SMTP: `127.0.0.1:${port}`,
    RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
    RAPPORT_LOG: 'error',
  }
  const before = await openGround(readConfig(env))
  await found(before, [])
  await before.close()
  writeFileSync(join(data, 'erasures.ledger'), '')

  const rapport = await Rapport.start(env, port)
  onTestFinished(() => rapport.kill())
  const bases = async () => (await Promise.all((await listSystems(archive).catch(() => [])).map(listBases))).flat()
  await expect.poll(bases).toHaveLength(1)
  const received = () => rapport.askDatabase('select flush_lsn >= pg_current_wal_lsn() as all from pg_stat_replication')
  const settled = async () => Number((await rapport.askDatabase("select count(*) from inbound where state <> 'settled'"))[0]?.count)
  const feed = async () => {
    const feeder = new Feeder(port, compose)
    await sleep(1_500)
    await feeder.stop()
    await expect.poll(settled).toBe(0)
    await expect.poll(received).toEqual([{ all: true }])
    return feeder.acknowledged
  }
  const first = await feed()
  const figures = await (await fetch(`http://${env.RAPPORT_HTTP}/metrics`)).text()
  // It streams as a replica does, and is none: nobody is told that commits do not wait for it.
  expect(figures.match(/^rapport_(?:wal_archive_running|alarm\{alarm="(?:archive|replication)"\}) \d$/gm)?.toSorted()).toEqual([
    'rapport_alarm{alarm="archive"} 0',
    'rapport_alarm{alarm="replication"} 0',
    'rapport_wal_archive_running 1',
  ])

  const [{ at: then } = { at: new Date() }] = await rapport.askDatabase('select clock_timestamp() as at')
  // Numbers begin anew: the second run sends others.
  const later = new Feeder(port, (number) => compose(number + 10_000))
  await sleep(1_500)
  await later.stop()
  await expect.poll(received).toEqual([{ all: true }])

  // The disk dies: every process at once, and all that lay on it.
  const postmaster = readPostmaster(join(data, 'postgres'))?.pid
  const backends = await rapport.askDatabase('select pid from pg_stat_activity')
  await rapport.kill()
  for (const pid of [postmaster, ...backends.map((row) => Number(row.pid))])
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended with its postmaster.
    }
  rmSync(data, { recursive: true, force: true, maxRetries: 20 })

  // Once by the command, which is slow to start.
  const command = [join(root, 'dist/edges/cli/main.js'), 'restore', '--until', 'last', '--from', archive]
  const said = execFileSync(process.execPath, command, {
    env: { PATH: process.env.PATH, RAPPORT_DATA: join(folder, 'last') },
    encoding: 'utf8',
  })
  const restore = (to: string, until?: Date) =>
    restoreFromWal({ from: archive, until, dataFolder: join(folder, to), log: { info: () => {}, warn: () => {}, error: () => {} } })
  expect(said).toContain('restored; the activity log ends at')
  const ahead = spawnSync(process.execPath, command.with(3, '2999-01-01T00:00:00Z'), {
    env: { PATH: process.env.PATH, RAPPORT_DATA: join(folder, 'ahead') },
    encoding: 'utf8',
  })
  expect([ahead.status !== 0, ahead.stderr]).toEqual([true, expect.stringContaining('has not come yet')])
  const last = await mailsIn(join(folder, 'last'))
  // What is acknowledged and not sorted yet waits, and is sorted at the next start.
  expect(last.taken).toBe(first.size + later.acknowledged.size)
  expect([...first].filter((number) => !last.archived.has(number))).toEqual([])
  for (const name of ['secret', 'erasures.ledger']) expect(existsSync(join(folder, 'last', name))).toBe(true)

  await restore('then', then as Date)
  expect(await mailsIn(join(folder, 'then'))).toEqual({ archived: first, taken: first.size })
  // Into a folder with a database, nothing.
  await expect(restore('then')).rejects.toThrow('nothing was changed')
  await expect(restore('early', new Date('2020-01-01T00:00:00Z'))).rejects.toThrow('reaches back to')

  // Cut off at its last step, it has left the secret and no database that would be started with another one.
  const cut = join(folder, 'cut')
  const inTheWay = (text: string) => text === 'the log' && mkdirSync(join(cut, 'postgres', 'x'), { recursive: true })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  await expect(restoreFromWal({ from: archive, until: undefined, dataFolder: cut, log, progress: inTheWay })).rejects.toThrow(
    /EEXIST|ENOTEMPTY/,
  )
  expect(readFileSync(join(cut, 'secret'))).toEqual(readFileSync(join(folder, 'last', 'secret')))

  // A byte of the copy that changed is noticed.
  const [one] = await listSystems(archive)
  const [base = ''] = readdirSync(join(one ?? '', 'bases'))
  const tar = join(one ?? '', 'bases', base, 'base.tar.zst')
  const bytes = readFileSync(tar)
  bytes[Math.floor(bytes.length / 2)]! ^= 0x55
  writeFileSync(tar, bytes)
  await expect(restore('damaged')).rejects.toThrow(/cannot be read|damaged/)
})
