/**
 * Large mails at once in little memory: node bench/large-mails.ts [MAILS] [MEGABYTES] [LIMIT_MB] [kill]
 *
 * MAILS senders hand over one mail each at the same time, with an attachment that does not compress. Program and database together have
 * LIMIT_MB of memory. With `kill` the program is killed after the last 250 and started again. Reports how many mails were received, sorted
 * and sent, how often the program ended by itself, and its peak memory. The limit is a memory cgroup, version 1 or 2, which only root may
 * create. Without one nothing is limited, and the output says so.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { socketUrl } from '../src/lib/db/embedded-socket.ts'
import { found, writer } from '../test/crash/site.ts'
import { greet } from '../test/dialogue.ts'
import { freePort } from '../test/ports.ts'
import { makeMemoryGroup } from './memory-group.ts'

const [mails, megabytes, limit] = [12, 24, 512].map((standard, at) => Number(process.argv[2 + at] ?? standard)) as [number, number, number]
const withKill = process.argv[5] === 'kill'
const mega = 1024 * 1024

/** An SMTP server that takes everything and remembers nothing: what is sent here is too much to keep. */
async function startSink(): Promise<net.Server> {
  const server = net.createServer((socket) => {
    let [inData, tail, said] = [false, '', '']
    const answer = (line: string) => {
      if (/^EHLO/i.test(line)) return '250-sink\r\n250 8BITMIME\r\n'
      if (/^QUIT/i.test(line)) return '221 Bye\r\n'
      inData = /^DATA/i.test(line)
      return inData ? '354 Go on\r\n' : '250 Ok\r\n'
    }
    socket.on('error', () => {}).write('220 sink\r\n')
    socket.on('data', (bytes) => {
      if (inData) {
        tail = (tail + bytes.toString('latin1', Math.max(0, bytes.length - 5))).slice(-5)
        if (tail !== '\r\n.\r\n') return
        inData = false
        socket.write('250 Ok\r\n')
        return
      }
      said += bytes.toString('latin1')
      for (let end = said.indexOf('\r\n'); end >= 0; end = said.indexOf('\r\n')) {
        const line = said.slice(0, end)
        said = said.slice(end + 2)
        socket.write(answer(line))
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return server
}

const folder = mkdtempSync(join(tmpdir(), 'rapport-large-'))
writeFileSync(join(folder, 'dns.json'), '{}')
const group = makeMemoryGroup(limit)
if (!group) console.log('No memory cgroup can be made here: the memory is not bounded.')
const sink = await startSink()
const [port, web] = [await freePort(), await freePort()]
const env = {
  RAPPORT_DATA: folder,
  RAPPORT_HTTP: `127.0.0.1:${web}`,
  RAPPORT_SMTP: `127.0.0.1:${port}`,
  RAPPORT_RELAY: `smtp://127.0.0.1:${(sink.address() as net.AddressInfo).port}`,
  RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
  RAPPORT_LOG: 'error',
}
const ground = await openGround(readConfig(env))
await found(ground, ['reader@library.example'])
await ground.database.pool.query('update list set max_size = $1', [(megabytes + 16) * mega])
await ground.close()

let [program, endedByItself, peak] = [undefined as ChildProcess | undefined, 0, 0]
/** Starts the program in the group, again whenever it ends by itself, as a supervisor does. */
function start(): void {
  const enter = group ? `${group.enter}; ` : ''
  const child = spawn('sh', ['-c', `${enter}exec ${resolve(import.meta.dirname, '../bin/rapport')} serve`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  child.on('exit', () => {
    if (program !== child) return
    endedByItself++
    setTimeout(start, 500)
  })
  program = child
}

function notePeak(): void {
  try {
    const status = readFileSync(`/proc/${program?.pid}/status`, 'utf8')
    peak = Math.max(peak, Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024))
  } catch {
    // It has just ended.
  }
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const child = program
  program = undefined
  const ended = new Promise((exited) => child?.once('exit', exited))
  child?.kill(signal)
  await ended
}

/** Lines of 76 characters of base64. */
const noise = (bytes: number) =>
  randomBytes((bytes / 78) * 57)
    .toString('base64')
    .replaceAll(/.{1,76}/g, '$&\r\n')
const compose = (number: number) =>
  Buffer.from(
    [
      `From: <${writer}>\r\nTo: <lectio-l@localhost>\r\nSubject: Large ${number}\r\nMessage-ID: <large${number}@bench.example>`,
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b',
      'Content-Type: application/octet-stream; name=a.bin\r\nContent-Disposition: attachment; filename=a.bin',
      `Content-Transfer-Encoding: base64\r\n\r\n${noise(megabytes * mega)}--b--\r\n`,
    ].join('\r\n'),
  )

/** Hands one over, again until it got its 250; answers how often that was. */
async function send(number: number): Promise<number> {
  const data = compose(number)
  for (let tries = 1; ; tries++) {
    const client = await greet(port, 'EHLO sender.example', 900_000).catch(() => undefined)
    const said = await client?.send({ from: writer, data }).catch(String)
    client?.hangUp()
    if (said?.startsWith('250')) return tries
    await sleep(1_000)
  }
}

const question = `select (select count(*)::int from inbound where state = 'settled') as sorted,
  (select count(*)::int from inbound where state = 'parked') as parked,
  (select count(*)::int from delivery where state = 'sent') as sent, (select count(*)::int from delivery) as deliveries`
async function ask(): Promise<Record<'sorted' | 'parked' | 'sent' | 'deliveries', number> | undefined> {
  const client = new Client({ connectionString: socketUrl(folder, join(folder, 'postgres')) })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(question)).rows[0]
  } catch {
    return undefined
  } finally {
    client.end().catch(() => {})
  }
}

start()
while (!(await fetch(`http://127.0.0.1:${web}/readyz`).catch(() => undefined))?.ok) await sleep(100)
const timer = setInterval(notePeak, 200)
const began = performance.now()
const tries = await Promise.all(Array.from({ length: mails }, (_, number) => send(number)))
const taken = (performance.now() - began) / 1_000
if (withKill) {
  await end('SIGKILL')
  start()
}
let stock = await ask()
for (let waited = 0; waited < 300 && !(stock?.sorted === mails && stock.sent === stock.deliveries); waited++) {
  await sleep(1_000)
  stock = (await ask()) ?? stock
}
clearInterval(timer)
const seconds = { taken: Number(taken.toFixed(1)), sent: Number(((performance.now() - began) / 1_000).toFixed(1)) }
console.log(JSON.stringify({ mails, megabytes, limit: group && limit, tries: Math.max(...tries), ...stock, seconds, endedByItself }))
console.log(JSON.stringify({ megabytes: { peakOfTheProgram: peak, peakOfAll: group?.peak() } }))
await end('SIGTERM')
sink.close()
group?.remove()
rmSync(folder, { recursive: true })
process.exit(0)
