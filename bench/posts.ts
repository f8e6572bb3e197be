import { spawn } from 'node:child_process'
import net from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { Tx } from '../src/lib/db/rows.ts'

/** A process that takes every mail, and tells how many it took. */
export async function startSinkProcess() {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../test/sink.ts'), '{}'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { port } = JSON.parse((await lines.next()).value as string)
  const accepted = async (): Promise<number> => {
    child.stdin.write('?')
    return JSON.parse((await lines.next()).value as string).accepted
  }
  return { port, accepted, end: () => child.stdin.end() }
}

const body = 'Dear all, we see the same, with lists that were rolled over from last year only.\r\n'.repeat(25)

/** Submits one post and answers once it got its 250. */
export async function submit(port: number, list: string, number: number): Promise<void> {
  const socket = net.connect(port, '127.0.0.1')
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const expect = async (code: string) => {
    for (;;) {
      const line = (await lines.next()).value as string
      if (!line.startsWith(code)) throw new Error(line)
      if (line[3] !== '-') return
    }
  }
  await expect('220')
  const steps: [string, string][] = [
    ['EHLO bench.example', '250'],
    ['MAIL FROM:<poster@bench.example>', '250'],
    [`RCPT TO:<${list}@lists.localhost>`, '250'],
    ['DATA', '354'],
    [
      `From: Paula Post <poster@bench.example>\r\nTo: ${list}@lists.localhost\r\nSubject: Post ${number}\r\nMessage-ID: <${number}.${Date.now()}@bench.example>\r\nDate: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n\r\n${body}.`,
      '250',
    ],
  ]
  for (const [say, code] of steps) {
    socket.write(`${say}\r\n`)
    await expect(code)
  }
  socket.end('QUIT\r\n')
}

/** Subscribes so many made-up persons to a list; the first of them posts. */
export async function fillList(tx: Tx, listId: number, subscribers: number): Promise<void> {
  await sql`with p as (insert into person (name) select 'Person ' || n from generate_series(1, ${subscribers}::int) n returning id),
      a as (insert into address (person_id, email, verified_at) select id, case when id = (select min(id) from p) then 'poster@bench.example' else 'person' || id || '@d' || id % 200 || '.example' end, now() from p returning id, person_id)
      insert into subscription (list_id, person_id, address_id) select ${listId}, person_id, id from a`.execute(tx)
}
