// How long it takes to export an archive, and its size compared with the zipped raw mail. JSON.
// node bench/archive.ts [--folder FOLDER] [--messages 10000]
import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ArchiveManifest } from '../src/edges/cli/archive/sign.ts'
import { zip } from '../src/lib/zip.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { writeCorpus } from './corpus.ts'
import { fillBenchGround } from './ground.ts'

const { values } = parseArgs({
  options: { folder: { type: 'string', default: join(tmpdir(), 'rapport-bench-archive') }, messages: { type: 'string', default: '10000' } },
})
const messages = Number(values.messages)

ensureBuilt()
const ground = await fillBenchGround(values.folder, messages)
await ground.close()
const beside = await mkdtemp(join(tmpdir(), 'rapport-bench-archived-'))
try {
  const mailbox = join(beside, 'raw.mbox')
  await writeCorpus(mailbox, messages)
  async function* files() {
    yield { name: 'raw.mbox', content: createReadStream(mailbox) as AsyncIterable<Uint8Array> }
  }
  let zipped = 0
  for await (const piece of zip(files(), new Date())) zipped += piece.length
  const began = performance.now()
  const target = join(beside, 'archive')
  const { status, stderr } = spawnSync(join(import.meta.dirname, '../bin/rapport'), ['export', 'archive', target], {
    env: { ...process.env, RAPPORT_DATA: values.folder, RAPPORT_SECRET: 'a secret for benches, long enough', RAPPORT_LOG: 'error' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const seconds = (performance.now() - began) / 1_000
  const { pages, files: laid } = JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8')) as ArchiveManifest
  const bytesOf = (part: string) => laid.reduce((sum, { name, bytes }) => sum + (name.startsWith(part) ? bytes : 0), 0)
  const facts = { messages, pages, seconds: Number(seconds.toFixed(1)), rawZipped: zipped, archive: bytesOf('') }
  const parts = Object.fromEntries(['pages/', 'search/', 'files/', 'assets/'].map((part) => [part, bytesOf(part)]))
  console.log(JSON.stringify({ ...facts, share: Number((facts.archive / zipped).toFixed(3)), parts }))
} finally {
  await rm(beside, { recursive: true, force: true })
}
