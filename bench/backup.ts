import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { takeBackup } from '../src/lib/db/backup.ts'
import { openBenchGround } from './ground.ts'

// Backups with files stored outside of them: puts files into an embedded database, backs up, backs up again, and once more after adding
// some files. Reports for each backup: seconds, and what it wrote into the folder and into its own file.
// node bench/backup.ts [--files 4000] [--size 2500000] [--more 1]; JSON on stdout. It needs twice the bytes on the disk, and gives them back.

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '4000' },
    size: { type: 'string', default: '2500000' },
    'more-size': { type: 'string' },
    /** How many new ones before the last backup, in percent. */
    more: { type: 'string', default: '1' },
  },
})
const [files, size] = [Number(values.files), Number(values.size)]
const [more, moreSize] = [Math.ceil((files * Number(values.more)) / 100), Number(values['more-size'] ?? values.size)]
const piece = 1024 * 1024
const seconds = async (act: () => Promise<unknown>) => {
  const begun = performance.now()
  await act()
  return Number(((performance.now() - begun) / 1_000).toFixed(1))
}

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-backup-'))
const { ground } = await openBenchGround(join(folder, 'data'))
const { pool, url } = ground.database
const beside = join(folder, 'files')

async function fill(count: number, of: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const content = randomBytes(of)
    const client = await pool.connect()
    await client.query('begin')
    const { rows } = await client.query<{ id: number }>(
      'insert into file_content (sha256, size, kept_at) values (sha256($1), $2, now()) returning id',
      [content, of],
    )
    for (let at = 0; at < of; at += piece)
      await client.query('insert into file_chunk (content_id, n, bytes) values ($1, $2, $3)', [
        rows[0]?.id,
        at / piece,
        content.subarray(at, at + piece),
      ])
    await client.query('commit')
    client.release()
  }
  await pool.query('checkpoint').catch(() => {})
}

async function inFolder(): Promise<number> {
  let sum = 0
  for (const entry of await readdir(beside, { recursive: true, withFileTypes: true }).catch(() => []))
    if (entry.isFile()) sum += (await stat(join(entry.parentPath, entry.name))).size
  return sum
}

async function backUp(name: string) {
  const before = await inFolder()
  let file = 0
  const took = await seconds(async () => {
    const options = { secret: 'a secret for benches, long enough', withSecret: false, files: { folder: beside, at: new Date() } }
    file = (await takeBackup(url, join(folder, name), options)).size
  })
  return { seconds: took, bytesCopied: (await inFolder()) - before, file }
}

try {
  const filled = await seconds(() => fill(files, size))
  const first = await backUp('first')
  const again = await backUp('again')
  await fill(more, moreSize)
  const after = await backUp('after')
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`${JSON.stringify({ files, size, more, moreSize, filled, first, again, after, peakMB: peak }, null, 2)}\n`)
} finally {
  await ground.close()
  await rm(folder, { recursive: true, force: true })
}
