import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openGround } from '../../src/ground.ts'
import { greet } from '../dialogue.ts'
import { mail } from '../mail.ts'
import { freePort } from '../ports.ts'
import { startSink } from '../sink.ts'
import { ensureBuilt, Rapport } from './rapport.ts'
import { found, writer } from './site.ts'

const end = 'kill -9 $PPID'
/** By chance: whatever kills one of many server processes may hit the same thing again. */
const endOnce = (file: string) => `[ -e ${file} ] || { touch ${file}; ${end}; }`
/** It reads all that it is given: PostgreSQL takes one that ends before that for a fault. */
const runs = (program: string) => `copy (select 1) to program 'cat > /dev/null; ${program}'`

// As if a fault of PostgreSQL, or too little memory, ended whatever holds such a row: the server then recovers and has forgotten much.
const poison = (table: string, ...cases: [when: string, program: string][]) => `
  create function poison_${table}() returns trigger language plpgsql as $$ begin
    ${cases.map(([when, program]) => `if ${when} then ${runs(program)}; end if;`).join('\n    ')}
    return new;
  end $$;
  create trigger poison before insert or update on ${table} for each row execute function poison_${table}();`

test('what ends the database three times is parked and shown, and nothing that only stood beside it', async () => {
  ensureBuilt()
  const folder = join(inject('runFolder'), 'ends-the-database')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'dns.json'), '{}')
  const sink = await startSink({ keep: true })
  const port = await freePort()
  const env = {
    RAPPORT_DATA: folder,
    RAPPORT_HTTP: `127.0.0.1:${await freePort()}`,
    RAPPORT_SMTP: `127.0.0.1:${port}`,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
    RAPPORT_LOG: 'error',
  }
  const ground = await openGround(readConfig(env))
  await found(ground, ['reader@library.example'])
  const { pool } = ground.database
  const [sorted, sent] = [join(folder, 'sorted'), join(folder, 'sent')]
  await pool.query(poison('message', [`new.subject = 'Not kept'`, end], [`new.subject = 'Unlucky'`, endOnce(sorted)]))
  await ground.close()
  const rapport = await Rapport.start(env, port)
  const arrived = () => [...new Set(sink.messages.map(({ data }) => /^Subject: (.*)\r$/m.exec(data.toString())?.[1]))].toSorted()
  const states = async () => (await rapport.askDatabase('select state from inbound order by id')).map(({ state }) => state)
  const bring = async (subjects: string[], from = writer) => {
    // None is sorted before all are there: none of them meets a database that recovers from another.
    const holder = rapport.client()
    await holder.connect()
    await holder.query('begin; lock table message, held_mail in share mode')
    const client = await greet(port)
    for (const subject of subjects) expect(await client.send({ from, data: mail({ from, subject }) })).toMatch(/^250 /)
    client.hangUp()
    await holder.query('commit')
    await holder.end()
  }
  /** Asks until the database, which may be recovering, has done it. */
  const put = (what: string, there: string) =>
    expect
      .poll(async () => {
        await rapport.askDatabase(what)
        return (await rapport.askDatabase(there)).length
      })
      .toBe(1)

  // One kind of end after the other: what is sorted while letters end the database as well may stand beside three ends by chance.
  await bring(['One', 'Not kept', 'Two', 'Unlucky'])
  await expect.poll(states).toEqual(['settled', 'parked', 'settled', 'settled'])
  await expect.poll(arrived).toEqual(expect.arrayContaining(['One', 'Two', 'Unlucky']))

  const isSent = (subject: string) =>
    `new.state = 'sent' and exists (select from message where id = new.message_id and subject = '${subject}')`
  await put(
    poison('delivery', [isSent('Not sent'), end], [isSent('Unlucky too'), endOnce(sent)]),
    `select from pg_trigger where tgname = 'poison' and tgrelid = 'delivery'::regclass`,
  )
  await bring(['Not sent', 'Three', 'Unlucky too'])
  const unsent = async () =>
    await rapport.askDatabase(
      `select distinct m.subject, d.state, d.answer from delivery d join message m on m.id = d.message_id where d.state <> 'sent'`,
    )
  await expect
    .poll(unsent)
    .toEqual([{ subject: 'Not sent', state: 'failed', answer: expect.stringContaining('ended twice while this was sent') }])
  await expect.poll(states).toEqual(['settled', 'parked', ...Array(5).fill('settled')])

  // A stranger's is held, and a job writes to its moderator.
  await put(
    poison('letter', [`new.kind like '%held-moderators'`, end]),
    `select from pg_trigger where tgname = 'poison' and tgrelid = 'letter'::regclass`,
  )
  await bring(['Held'], 'eve@eve.example')
  const errors = async () =>
    (await rapport.askDatabase('select last_error from graphile_worker._private_jobs where attempts = max_attempts')).map(
      ({ last_error }) => last_error,
    )
  await expect
    .poll(errors)
    .toEqual([expect.stringContaining('Parked: the database ended three times while this job ran. It is not tried again.')])
  await expect.poll(states).toEqual(['settled', 'parked', ...Array(6).fill('settled')])
  // Each of these two was under way at two ends, one of them its own.
  expect([existsSync(sorted), existsSync(sent)]).toEqual([true, true])
  await expect.poll(arrived).toEqual(expect.arrayContaining(['Three', 'Unlucky too']))
  expect(rapport.ended).toBe(false)
  await rapport.stop()
  await sink.close()
})
