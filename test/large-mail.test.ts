import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { ensureBuilt, Rapport } from './crash/rapport.ts'
import { found, writer } from './crash/site.ts'
import { greet } from './dialogue.ts'
import { freePort } from './ports.ts'
import { startSink } from './sink.ts'

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What stands in the attachment of such a mail, decoded. */
function attachmentOf(data: Buffer): Buffer {
  const begin = data.indexOf('\r\n\r\n', data.indexOf('filename=a.bin')) + 4
  return Buffer.from(data.toString('latin1', begin, data.indexOf('\r\n--', begin)), 'base64')
}

test('a post of more than 16 MB is sorted and sent whole', async () => {
  ensureBuilt()
  const folder = join(inject('runFolder'), 'large-mail')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'dns.json'), '{}')
  const sink = await startSink({ keep: true, offers: ['8BITMIME', 'SIZE 52428800'] })
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
  await ground.database.pool.query('update list set max_size = $1', [24 * 1024 * 1024])
  await ground.close()
  const rapport = await Rapport.start(env, port)

  // It does not compress, so nothing on its way is smaller than it looks.
  const content = randomBytes(12.5 * 1024 * 1024)
  const lines = content.toString('base64').replaceAll(/.{1,76}/g, '$&\r\n')
  const head = `From: <${writer}>\r\nTo: <lectio-l@localhost>\r\nSubject: Large\r\nMessage-ID: <large@x.example>\r\nMIME-Version: 1.0`
  const text = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b'
  const part = 'Content-Type: application/octet-stream; name=a.bin\r\nContent-Disposition: attachment; filename=a.bin'
  const data = Buffer.from(`${head}\r\n${text}\r\n${part}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}--b--\r\n`)
  expect(data.length).toBeGreaterThan(16 * 1024 * 1024)
  expect(hashOf(attachmentOf(data))).toBe(hashOf(content))
  const client = await greet(port, 'EHLO sender.example')
  expect(await client.send({ from: writer, data })).toMatch(/^250 /)
  client.hangUp()

  const sent = () => sink.messages.map(({ to }) => to[0]).toSorted()
  await expect.poll(sent).toEqual([writer, 'reader@library.example'])
  expect(sink.messages.map((one) => hashOf(attachmentOf(one.data)))).toEqual([hashOf(content), hashOf(content)])
  const [kept] = await rapport.askDatabase(`select size from raw_mail where size > 16000000`)
  // Our trace stands on top.
  expect(Number(kept?.size) - data.length).toBeGreaterThan(0)
  expect(Number(kept?.size) - data.length).toBeLessThan(400)
  await rapport.stop()
  await sink.close()
})
