import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { listSegments, packSegment, resumeAt, syncFolder, walOf, writeWhole } from './wal-folder.ts'
import { archivist, Replicating, readLsn, replicationClient, segmentOf, segmentSize, startOf, writeLsn } from './wal-replication.ts'

/** What holds the log of the server for us until we have it on a disk. */
export const slot = 'rapport_wal'

export interface Receiving {
  /** The number of the database, and the folder of its archive. */
  root: string
  timeline: number
  /** A part of the log is gone that was not received: copies of before reach no further. */
  gap: boolean
}

// Flushed at the latest after so many bytes, where more wait all the time.
const mostUnflushed = 4 * 1024 * 1024

/**
 * Receives the write-ahead log as it is written, until the server ends, the connection breaks or `stop` is called. What it was told to have
 * flushed stands on the disk of the archive.
 * @param begun is told where it goes once it runs
 */
export async function receiveWal(url: string, folder: string, begun: (receiving: Receiving) => void, stop: AbortSignal): Promise<void> {
  const client = replicationClient(url, archivist.log)
  await client.connect()
  const onStop = () => void client.end().catch(() => {})
  try {
    const { system, timeline } = await identify(client)
    const root = join(folder, system)
    await keepHistory(client, root, timeline)
    const { from, gap } = await whereToBegin(client, root, timeline)
    const stream = Replicating.begin(client, `START_REPLICATION SLOT ${slot} PHYSICAL ${writeLsn(from)} TIMELINE ${timeline}`)
    begun({ root, timeline, gap })
    stop.addEventListener('abort', onStop)
    await write(stream, new SegmentWriter(root, timeline), from)
  } finally {
    stop.removeEventListener('abort', onStop)
    await client.end().catch(() => {})
  }
}

async function identify(client: pg.Client): Promise<{ system: string; timeline: number }> {
  const { rows } = await client.query<{ systemid: string; timeline: number }>('IDENTIFY_SYSTEM')
  const [row] = rows
  if (!row) throw new Error('the server does not say which one it is')
  return { system: row.systemid, timeline: Number(row.timeline) }
}

/** How a timeline came from others: needed to go over from one to the next. */
async function keepHistory(client: pg.Client, root: string, timeline: number): Promise<void> {
  await writeWhole(join(walOf(root), 'about'), 'What PostgreSQL wrote, in its own format.\n')
  if (timeline === 1) return
  const { rows } = await client.query<{ filename: string; content: Buffer | string }>(`TIMELINE_HISTORY ${timeline}`)
  const [history] = rows
  if (history && /^[0-9A-F]{8}\.history$/.test(history.filename)) await writeWhole(join(walOf(root), history.filename), history.content)
}

/** Goes on where the archive ends; where the server no longer has that, where it still has everything. */
async function whereToBegin(client: pg.Client, root: string, timeline: number): Promise<{ from: bigint; gap: boolean }> {
  const ask = async () =>
    (
      await client.query<{ lsn: string | null; lost: boolean }>(
        `select restart_lsn as lsn, wal_status = 'lost' as lost from pg_replication_slots where slot_name = '${slot}'`,
      )
    ).rows[0]
  let held = await ask()
  if (held && (held.lost || held.lsn === null)) {
    await client.query(`select pg_drop_replication_slot('${slot}')`)
    held = undefined
  }
  if (!held) {
    await client.query(`select pg_create_physical_replication_slot('${slot}', true)`)
    held = await ask()
  }
  const first = startOf(segmentOf(timeline, readLsn(held?.lsn ?? '0/0')))
  const next = await resumeAt(root, timeline)
  if (next === undefined) return { from: first, gap: true }
  // The slot may hold less than is still there; what was received is not received again.
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (select from pg_ls_waldir() where name = '${segmentOf(timeline, next)}') or pg_current_wal_lsn() <= '${writeLsn(next)}' as there`,
  )
  return rows[0]?.there && next >= 0n ? { from: next, gap: false } : { from: first, gap: true }
}

async function write(stream: Replicating, segments: SegmentWriter, from: bigint): Promise<void> {
  let [written, flushed] = [from, from]
  const flush = async () => {
    if (written !== flushed) await segments.flush()
    flushed = written
    stream.send(status(written, flushed))
  }
  try {
    for await (const frame of stream.frames()) {
      if (frame[0] === 0x77) {
        const at = frame.readBigUInt64BE(1)
        await segments.write(at, frame.subarray(25))
        written = at + BigInt(frame.length - 25)
        if (stream.idle || written - flushed > mostUnflushed) await flush()
      } else if (frame[0] === 0x6b && frame[17] === 1) await flush()
    }
  } finally {
    await segments.close()
  }
}

const epoch = Date.UTC(2000, 0, 1)

/** What the server is told: how far it is here, and how far on the disk. */
function status(written: bigint, flushed: bigint): Buffer {
  const bytes = Buffer.alloc(34)
  bytes.write('r', 'latin1')
  bytes.writeBigUInt64BE(written, 1)
  bytes.writeBigUInt64BE(flushed, 9)
  bytes.writeBigUInt64BE(0n, 17)
  bytes.writeBigInt64BE(BigInt(Date.now() - epoch) * 1_000n, 25)
  return bytes
}

/** Writes the log into files of one segment each. Bytes that are there already are written over by the same ones, never cut off. */
class SegmentWriter {
  readonly #root: string
  readonly #timeline: number
  #file: FileHandle | undefined
  #segment = ''

  constructor(root: string, timeline: number) {
    this.#root = root
    this.#timeline = timeline
  }

  async write(at: bigint, bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const lsn = at + BigInt(done)
      const segment = segmentOf(this.#timeline, lsn)
      const offset = Number(lsn - startOf(segment))
      const part = bytes.subarray(done, done + Math.min(bytes.length - done, Number(segmentSize) - offset))
      const file = await this.#open(segment)
      await file.write(part, 0, part.length, offset)
      done += part.length
      if (offset + part.length === Number(segmentSize)) await this.#finish()
    }
  }

  async flush(): Promise<void> {
    await this.#file?.datasync()
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #open(segment: string): Promise<FileHandle> {
    if (this.#file && this.#segment === segment) return this.#file
    await this.close()
    const path = join(walOf(this.#root), `${segment}.partial`)
    const there = (await listSegments(this.#root)).get(segment)
    if (there === 'whole') await rm(path, { force: true })
    this.#file = await open(path, there === 'partial' ? 'r+' : 'w', 0o600)
    this.#segment = segment
    await syncFolder(walOf(this.#root))
    return this.#file
  }

  async #finish(): Promise<void> {
    await this.flush()
    await this.close()
    await packSegment(this.#root, this.#segment)
  }
}
