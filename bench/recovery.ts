/**
 * How soon Rapport is ready again after one of its processes was killed: node bench/recovery.ts [KILLS]
 *
 * Kills, so many times each, the main process (which is started again at once, as by a supervisor), the postmaster and one backend, at
 * random instants under a stream of mail, and measures until /readyz answers 200 and the next eight mails got their 250.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { Feeder } from '../test/crash/feeder.ts'
import { Rapport } from '../test/crash/rapport.ts'
import { found, writer } from '../test/crash/site.ts'
import { mail } from '../test/mail.ts'
import { freePort } from '../test/ports.ts'
import { startSink } from '../test/sink.ts'
import { spread } from './ground.ts'

const kills = Number(process.argv[2] ?? 50)
const folder = mkdtempSync(join(tmpdir(), 'rapport-recovery-'))
writeFileSync(join(folder, 'dns.json'), '{}')
const sink = await startSink({ answer: () => undefined })
const [port, web] = [await freePort(), await freePort()]
const env = {
  RAPPORT_DATA: folder,
  RAPPORT_HTTP: `127.0.0.1:${web}`,
  RAPPORT_SMTP: `127.0.0.1:${port}`,
  RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
  RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
  RAPPORT_LOG: 'error',
}
const ground = await openGround(readConfig(env))
await found(ground, ['reader@library.example'])
await ground.close()

const ready = async () => (await fetch(`http://127.0.0.1:${web}/readyz`).catch(() => undefined))?.status === 200
let rapport = await Rapport.start(env, port)
const compose = (number: number) => ({
  from: writer,
  data: mail({ from: writer, subject: `Mail ${number}`, id: `${number}@bench.example` }),
})
const feeder = new Feeder(port, compose)
while (!(await ready())) await sleep(50)

/** Seconds from a kill until /readyz is 200 and each of the four senders has had two mails acknowledged. */
async function recover(kill: () => Promise<void> | void): Promise<number> {
  await sleep(500 + Math.random() * 1_500)
  const began = performance.now()
  await kill()
  const before = feeder.acknowledged.size
  while (feeder.acknowledged.size < before + 8 || !(await ready())) await sleep(20)
  return (performance.now() - began) / 1_000
}

const restart = async () => {
  await rapport.kill()
  rapport = await Rapport.start(env, port)
}
for (const [name, kill] of [
  ['main', restart],
  ['postmaster', () => rapport.killDatabase()],
  ['backend', () => rapport.killBackend()],
] as const) {
  const seconds: number[] = []
  for (let turn = 0; turn < kills; turn++) seconds.push(await recover(kill))
  console.log(JSON.stringify({ killed: name, seconds: spread(seconds, 2), endedByItself: rapport.ended }))
}
await feeder.stop()
await rapport.stop()
await sink.close()
rmSync(folder, { recursive: true })
