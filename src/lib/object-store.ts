import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'

/** Where objects lie, in S3's own protocol. */
export interface StoreSettings {
  /** `https://host` or `http://host:port`; the bucket follows in the path. */
  endpoint: string
  /** With a prefix behind a slash where several share one. */
  bucket: string
  region: string
  key: string
  secret: string
}

/** Objects by the SHA-256 of their bytes: what is read is what was written, or an error. */
export interface ObjectStore {
  /** Where it is, for people. */
  readonly place: string
  /** Writes one; the same again is harmless. `pieces` is asked anew for each try. */
  put(sha256: Buffer, size: number, pieces: () => AsyncIterable<Uint8Array>): Promise<void>
  /**
   * Its bytes from an offset on.
   * @throws DamagedObject at the end where they are not those that were written (asked from the beginning alone)
   */
  get(sha256: Buffer, from?: number): AsyncGenerator<Buffer>
  /** How long it is; undefined where there is none. */
  head(sha256: Buffer): Promise<number | undefined>
  /** Where an object lies: it is named by its hash. */
  addressOf(sha256: Buffer): string
  delete(sha256: Buffer): Promise<void>
}

/** The storage does not answer, or not now: the same may work later. Edges say it as they say that the database is away. */
export class StoreAway extends Error {
  override name = 'StoreAway'
  readonly code = 'STORE_AWAY'
}

/** The storage answers, and says no: a setting is wrong, or an object is not there. */
export class StoreRefused extends Error {
  override name = 'StoreRefused'
  readonly status: number
  /** As S3 names it, such as NoSuchBucket. */
  readonly reason: string
  constructor(status: number, reason: string, message: string) {
    super(message)
    this.status = status
    this.reason = reason
  }
}

/** The bytes of an object are not those that were written. */
export class DamagedObject extends Error {
  override name = 'DamagedObject'
}

// Silence on the connection, not the whole time: a large object may take as long as it flows.
const silence = 20_000
const tries = 4
const pause = 150
const nothing = createHash('sha256').digest('hex')
const passing = new Set([408, 425, 429, 500, 502, 503, 504])

interface Asked {
  method: 'PUT' | 'GET' | 'HEAD' | 'DELETE'
  path: string
  headers?: Record<string, string>
  /** Of the bytes, in hexadecimal. */
  hash?: string
  body?: () => AsyncIterable<Uint8Array>
}

/** A storage that speaks S3, by signed requests of its version 4. It follows nothing elsewhere. */
export function openObjectStore(settings: StoreSettings): ObjectStore {
  const endpoint = settings.endpoint.replace(/(?<!\/)\/+$/, '')
  const base = `${endpoint}/${settings.bucket.replace(/^\/+|\/+$/g, '')}`
  const pathOf = (sha256: Buffer) => `sha256/${sha256.toString('hex')}`
  const ask = (asked: Asked) => patiently(() => send(`${base}/${asked.path}`, asked, settings))

  const get = async function* (sha256: Buffer, from = 0): AsyncGenerator<Buffer> {
    const answer = await ask({ method: 'GET', path: pathOf(sha256), ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}) })
    // Who does not know ranges sends all of it.
    let skip = from > 0 && answer.statusCode === 200 ? from : 0
    const hash = from > 0 ? undefined : createHash('sha256')
    for await (const bytes of flowing(answer, base)) {
      hash?.update(bytes)
      if (skip < bytes.length) yield bytes.subarray(skip)
      skip = Math.max(0, skip - bytes.length)
    }
    if (hash && !hash.digest().equals(sha256)) throw new DamagedObject(`The object ${pathOf(sha256)} in ${base} is damaged.`)
  }

  return {
    place: base,
    addressOf: (sha256) => `${base}/${pathOf(sha256)}`,
    get,
    async put(sha256, size, pieces) {
      const headers = { 'content-length': String(size), 'content-type': 'application/octet-stream' }
      drained(await ask({ method: 'PUT', path: pathOf(sha256), headers, hash: sha256.toString('hex'), body: pieces }))
    },
    async head(sha256) {
      const answer = await ask({ method: 'HEAD', path: pathOf(sha256) }).catch((error: unknown) => {
        if (error instanceof StoreRefused && error.status === 404) return undefined
        throw error
      })
      return answer && Number(drained(answer).headers['content-length'])
    },
    async delete(sha256) {
      drained(await ask({ method: 'DELETE', path: pathOf(sha256) }))
    },
  }
}

const probe = Buffer.from('Rapport looks whether it can write here.\n')

/**
 * Writes a small object, reads it and takes it away.
 * @throws StoreAway, StoreRefused, DamagedObject
 */
export async function tryStore(store: ObjectStore): Promise<void> {
  const sha256 = createHash('sha256').update(probe).digest()
  await store.put(sha256, probe.length, async function* () {
    yield probe
  })
  for await (const _ of store.get(sha256));
  await store.delete(sha256)
}

/** Tries again what may pass, a bounded number of times. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof StoreAway) || turn === tries) throw error
      await sleep(pause * 3 ** (turn - 1) * (0.75 + Math.random() / 2))
    }
  }
}

async function send(
  address: string,
  { method, headers = {}, hash = nothing, body }: Asked,
  settings: StoreSettings,
): Promise<IncomingMessage> {
  const signed = await new AwsV4Signer({
    ...{ method, url: address, service: 's3', region: settings.region },
    ...{ accessKeyId: settings.key, secretAccessKey: settings.secret },
    headers: { ...headers, 'x-amz-content-sha256': hash },
  }).sign()
  const send = signed.url.protocol === 'https:' ? secure : plain
  const asked = send(signed.url, { method, headers: Object.fromEntries(signed.headers), timeout: silence })
  asked.on('timeout', () => asked.destroy(new Error(`silent for ${silence / 1_000} s`)))
  try {
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>
    // Told of below: it may be refused before all of it is sent.
    answered.catch(() => {})
    if (body) await written(asked, body, answered)
    else asked.end()
    const [answer] = await answered
    // From here on `flowing` counts, and only while it waits: a reader may be slow.
    asked.setTimeout(0)
    const { statusCode: status = 0 } = answer
    if (status >= 200 && status < 300) return answer
    throw await refusalOf(answer, address)
  } catch (error) {
    asked.destroy()
    if (error instanceof StoreRefused || error instanceof StoreAway || error instanceof SourceFailed) throw unwrapped(error)
    throw new StoreAway(`The object storage at ${new URL(address).host} cannot be reached: ${(error as Error).message}`, { cause: error })
  }
}

/** What was to be written could not be read: no fault of the storage. */
class SourceFailed extends Error {}

const unwrapped = (error: Error): unknown => (error instanceof SourceFailed ? error.cause : error)

async function written(
  asked: ReturnType<typeof plain>,
  body: () => AsyncIterable<Uint8Array>,
  answered: Promise<[IncomingMessage]>,
): Promise<void> {
  let over = false
  const gone = answered.then(
    () => (over = true),
    (error: unknown) => {
      over = true
      throw error
    },
  )
  gone.catch(() => {})
  const source = body()[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await source.next().catch((error: unknown) => {
      throw new SourceFailed('source', { cause: error })
    })
    if (done || over) break
    if (!asked.write(value)) await Promise.race([once(asked, 'drain'), gone])
  }
  asked.end()
}

async function refusalOf(answer: IncomingMessage, address: string): Promise<Error> {
  const status = answer.statusCode ?? 0
  let text = ''
  for await (const bytes of flowing(answer, address)) if (text.length < 4_000) text += bytes.toString('utf8')
  const reason = /<Code>([\w.]{1,80})<\/Code>/.exec(text)?.[1] ?? ''
  const host = new URL(address).host
  if (passing.has(status)) return new StoreAway(`The object storage at ${host} answers ${status} ${reason}`.trim())
  return new StoreRefused(status, reason, `The object storage at ${host} refuses: ${status} ${reason}`.trim())
}

/** The bytes of an answer; a connection that breaks on the way is one that is away. */
async function* flowing(answer: IncomingMessage, address: string): AsyncGenerator<Buffer> {
  const pieces = answer[Symbol.asyncIterator]()
  const next = async () => {
    const timer = setTimeout(() => answer.destroy(new Error(`silent for ${silence / 1_000} s`)), silence)
    return pieces.next().finally(() => clearTimeout(timer))
  }
  try {
    for (let piece = await next(); !piece.done; piece = await next()) yield piece.value as Buffer
  } catch (error) {
    throw new StoreAway(`The object storage at ${new URL(address).host} broke off: ${(error as Error).message}`, { cause: error })
  } finally {
    answer.destroy()
  }
}

function drained(answer: IncomingMessage): IncomingMessage {
  // Nothing in it counts; an error after its head changes nothing.
  answer.on('error', () => {}).resume()
  return answer
}
