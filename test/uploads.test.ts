import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { keepFile } from '../src/files/actions.ts'
import { readFileBytes } from '../src/files/queries.ts'
import { setScanning } from '../src/files/scan/actions.ts'
import { readAddress, readVerdict, scanStream } from '../src/files/scan/clamd.ts'
import { sweep } from '../src/files/scan/jobs.ts'
import { takeUpload } from '../src/files/uploads-actions.ts'
import { pieceSize } from '../src/files/uploads-rules.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_LARGEST_FILE: '210' } })
})
afterAll(() => world.end())

type Browser = Awaited<ReturnType<World['as']>>

const headers = (browser: Browser) => ({
  origin: 'http://rapport.test',
  cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
})
const put = (browser: Browser, key: string, offset: number, bytes: Uint8Array) =>
  world.app.request(`http://rapport.test/uploads/${key}/${offset}`, {
    method: 'PUT',
    headers: { ...headers(browser), 'content-length': String(bytes.length) },
    body: new Uint8Array(bytes),
  })
const begin = async (browser: Browser, name: string, size: number) => {
  const answer = await browser.request('POST', '/uploads', { name, size: String(size) })
  return { status: answer.status, ...((await answer.json()) as { key: string; message: string }) }
}
const actorOf = async (person: World['carla']) => {
  const { loadActor } = await import('../src/groups/queries.ts')
  const actor = await loadActor(world.db, person.personId, world.clock.now, 'web')
  if (!actor) throw new Error('She is not there.')
  return actor
}

describe('a large file', () => {
  test('goes on from where it was cut off, and is compared with its hash at the end', async () => {
    const carla = await world.as(world.carla)
    const content = Buffer.alloc(pieceSize + 1_000_000, 'Rollover figures. ')
    const { key } = await begin(carla, 'figures.txt', content.length)
    expect((await put(carla, key, 0, content.subarray(0, pieceSize))).status).toBe(200)

    // The answer was lost: the piece is sent again, and the sender hears what is here.
    const again = await put(carla, key, 0, content.subarray(0, pieceSize))
    expect([again.status, await again.json()]).toEqual([
      409,
      { message: `We have ${pieceSize.toLocaleString('en')} bytes. Continue from there.`, received: pieceSize },
    ])
    // The end comes too early.
    expect((await carla.request('POST', `/uploads/${key}/finish`, {})).status).toBe(409)
    // Nobody else knows of it.
    expect((await (await world.as(world.maria)).request('GET', `/uploads/${key}`)).status).toBe(404)

    const { received } = (await (await carla.request('GET', `/uploads/${key}`)).json()) as { received: number }
    expect((await put(carla, key, received, content.subarray(received))).status).toBe(200)
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect((await carla.request('POST', `/uploads/${key}/finish`, { sha256: '0'.repeat(64) })).status).toBe(422)
    expect((await carla.request('POST', `/uploads/${key}/finish`, { sha256 })).status).toBe(200)
    const actor = await actorOf(world.carla)
    const id = await world.write((tx) => takeUpload(tx, actor, key))
    expect(Buffer.concat(await Array.fromAsync(readFileBytes(world.db, id))).equals(content)).toBe(true)
  })

  test('of 2 GB is refused before a byte is sent', async () => {
    const carla = await world.as(world.carla)
    const answer = await begin(carla, 'film.mp4', 2 * 1024 ** 3)
    expect([answer.status, answer.message]).toEqual([422, 'The file has 2,048 MB. Choose a file of at most 210 MB.'])
    const form = await world.app.request('http://rapport.test/uploads/form?next=/documents/new', {
      method: 'POST',
      headers: { ...headers(carla), 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(2 * 1024 ** 3) },
      body: '--x\r\n',
    })
    expect([form.status, await form.text()]).toEqual([422, expect.stringContaining('at most 210 MB')])
  })

  test('whose name lies is refused at the end, and nothing of it stays', async () => {
    const carla = await world.as(world.carla)
    const bytes = Buffer.from('This is no PDF.')
    const { key } = await begin(carla, 'minutes.pdf', bytes.length)
    await put(carla, key, 0, bytes)
    const answer = await carla.request('POST', `/uploads/${key}/finish`, {})
    expect([answer.status, await answer.json()]).toEqual([422, { message: expect.stringContaining('ends in .pdf, but its content') }])
    await carla.request('POST', `/uploads/${key}/cancel`, {})
    expect(await world.db.selectFrom('upload').select('id').where('key', '=', key).execute()).toEqual([])
  })

  test('of 200 MB streams from a form without being held in memory, and becomes a document', async () => {
    const carla = await world.as(world.carla)
    const size = 200 * 1024 * 1024
    const head = Buffer.from(
      '--x\r\ncontent-disposition: form-data; name="file"; filename="talk.bin"\r\ncontent-type: application/octet-stream\r\n\r\n',
    )
    const tail = Buffer.from('\r\n--x--\r\n')
    const piece = Buffer.alloc(1024 * 1024, 0xfe)
    let most = 0
    async function* body() {
      yield head
      for (let sent = 0; sent < size; sent += piece.length) {
        if (sent % (25 * piece.length) === 0) most = Math.max(most, heldInBuffers())
        yield piece
      }
      yield tail
    }
    const before = heldInBuffers()
    const answer = await world.app.request('http://rapport.test/uploads/form?next=%2Fdocuments%2Fnew%3Ffile%3D1', {
      method: 'POST',
      headers: { ...headers(carla), 'content-type': 'multipart/form-data; boundary=x' },
      body: ReadableStream.from(body()),
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(303)
    const next = answer.headers.get('location') ?? ''
    expect(next).toMatch(/^\/documents\/new\?file=1&upload=/)
    // Some of its pieces and what the database's driver copies of them, not the file.
    expect(most - before).toBeLessThan(0.2 * size)
    const key = new URLSearchParams(next.split('?')[1]).get('upload') ?? ''
    const made = await carla.request('POST', '/documents', {
      host: 'lectio',
      category: 'other',
      ownerRole: 'coordinator',
      visibility: 'group',
      datedOn: '2026-10-01',
      title: 'The talk',
      'file-form': '1',
      upload: key,
    })
    expect(made.status).toBe(303)
    const row = await world.db.selectFrom('fileContent').select('size').where('size', '=', size).executeTakeFirst()
    expect(row?.size).toBe(size)
  })

  test('that nobody goes on with is swept after two days', async () => {
    const carla = await world.as(world.carla)
    const { key } = await begin(carla, 'half.txt', 1_000)
    await put(carla, key, 0, Buffer.from('half of it'))
    const before = world.clock.now
    world.clock.now = new Date(before.getTime() + 47 * 3_600_000)
    await sweep({}, world.context)
    expect(await world.db.selectFrom('upload').select('id').where('key', '=', key).execute()).toHaveLength(1)
    world.clock.now = new Date(before.getTime() + 49 * 3_600_000)
    await sweep({}, world.context)
    expect(await world.db.selectFrom('upload').select('id').where('key', '=', key).execute()).toEqual([])
    world.clock.now = before
  })
})

/** Bytes in buffers that something still holds: what nobody holds lies there for as long as the collector likes, longer on a busy machine. */
function heldInBuffers(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // The second time what the first one let go of has been swept.
  for (let times = 0; times < 2; times++) collect()
  return process.memoryUsage().arrayBuffers
}

/** Speaks clamd's INSTREAM: reads the pieces by their lengths, and answers when the empty one comes. */
function startScanner(socketPath?: string): Promise<{ server: Server; address: string; seen: Buffer[] }> {
  const seen: Buffer[] = []
  const server = createServer((socket: Socket) => {
    let waiting = Buffer.alloc(0)
    const parts: Buffer[] = []
    let begun = false
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes])
      if (!begun) {
        if (!waiting.includes(0)) return
        expect(waiting.subarray(0, waiting.indexOf(0)).toString()).toBe('zINSTREAM')
        waiting = waiting.subarray(waiting.indexOf(0) + 1)
        begun = true
      }
      while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
        const size = waiting.readUInt32BE(0)
        if (size === 0) {
          const whole = Buffer.concat(parts)
          seen.push(whole)
          socket.end(whole.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0')
          return
        }
        parts.push(waiting.subarray(4, 4 + size))
        waiting = waiting.subarray(4 + size)
      }
    })
  })
  if (socketPath) return new Promise((resolve) => server.listen(socketPath, () => resolve({ server, seen, address: `unix:${socketPath}` })))
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, seen, address: `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` })
    }),
  )
}

describe('with a virus scanner', () => {
  test('a file is nobody’s to open until it is found clean; an infected one stays in quarantine, with an alarm', async () => {
    const { write, db, context, settle, clock, ada, postbox } = world
    const { server, address, seen } = await startScanner()
    await write((tx) => setScanning(tx, true))
    const keep = (name: string, content: Buffer) =>
      write((tx) => keepFile(tx, { name, content, type: 'text/plain', personId: ada.personId, at: clock.now }))
    const [clean, infected] = [await keep('clean.txt', Buffer.alloc(2_500_000, 'clean ')), await keep('bad.txt', Buffer.from('X5O!EICAR'))]
    await expect(Array.fromAsync(readFileBytes(db, clean.id))).rejects.toThrow('File not found')

    context.scanner = address
    await settle()
    expect(Buffer.concat(await Array.fromAsync(readFileBytes(db, clean.id)))).toHaveLength(2_500_000)
    expect(seen.map((one) => one.length).sort((a, b) => a - b)).toEqual([9, 2_500_000])
    await expect(Array.fromAsync(readFileBytes(db, infected.id))).rejects.toThrow('File not found')
    const letters = (await postbox()).filter(({ kind }) => kind === 'files.infected')
    expect(letters.map(({ email }) => email)).toEqual([ada.email])
    // The same thing under another name is refused at once.
    await expect(keep('good.txt', Buffer.from('X5O!EICAR'))).rejects.toThrow('Eicar-Test')

    await write((tx) => setScanning(tx, false))
    context.scanner = undefined
    server.close()
  })
  test('speaks to clamd by its socket as by the network, and takes nothing else for an answer', async () => {
    const socket = join(mkdtempSync(join(inject('runFolder'), 'clamd-')), 'clamd.sock')
    const { server, address, seen } = await startScanner(socket)
    const pieces = (...texts: string[]) => ReadableStream.from(texts.map((text) => Buffer.from(text)))
    expect(await scanStream(address, pieces('one ', 'two'))).toEqual({ clean: true, found: '' })
    expect(await scanStream(`unix://${socket}`, pieces('X5O!', 'EICAR'))).toEqual({ clean: false, found: 'Eicar-Test' })
    expect(seen.map(String)).toEqual(['one two', 'X5O!EICAR'])
    server.close()
    await expect(scanStream(`unix:${socket}.gone`, pieces('x'))).rejects.toThrow('ENOENT')
    expect(() => readAddress('http://127.0.0.1:3310')).toThrow('is no address of clamd')
    expect(() => readVerdict('INSTREAM size limit exceeded. ERROR')).toThrow('could not tell')
  })

  test('a scanner that is away rings after half an hour, and is over when it has looked', async () => {
    const { write, context, clock, ada, settle } = world
    const before = clock.now
    const { server, address } = await startScanner()
    await write((tx) => setScanning(tx, true))
    await write((tx) =>
      keepFile(tx, { name: 'late.txt', type: 'text/plain', content: Buffer.from('Late'), personId: ada.personId, at: clock.now }),
    )
    const figures = async () => (await (await world.as(ada)).get('/metrics')).text()
    expect(await figures()).toContain('rapport_alarm{alarm="scanner"} 0')
    clock.now = new Date(before.getTime() + 40 * 60_000)
    expect(await figures()).toContain('rapport_alarm{alarm="scanner"} 1')
    expect(await figures()).toContain('rapport_files_scan_waiting 1')
    context.scanner = address
    await sweep({}, { ...context, now: () => new Date(before.getTime() + 2 * 3_600_000) })
    await settle()
    expect(await figures()).toContain('rapport_alarm{alarm="scanner"} 0')
    await write((tx) => setScanning(tx, false))
    context.scanner = undefined
    server.close()
    clock.now = before
  })
})
