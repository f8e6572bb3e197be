import { open } from 'node:fs/promises'
import type { Mailbox, Progress } from '../../archive/import/mailbox-actions.ts'
import { found } from '../../archive/import/rules.ts'

// A log keeps every line: there it is one in a while.
const onScreen = 100
const inLog = 5_000
const width = 24

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** How many bytes the file has unpacked, as its end says (RFC 1952 §2.3.1), or its size. */
async function unpackedSize({ path, size }: Mailbox): Promise<number> {
  await using file = await open(path)
  const head = Buffer.alloc(2)
  const tail = Buffer.alloc(4)
  await file.read(head, 0, 2, 0)
  if (size < 18 || head.readUInt16BE() !== 0x1f8b) return size
  await file.read(tail, 0, 4, size - 4)
  return Math.max(tail.readUInt32LE(), 1)
}

const clock = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  return minutes >= 60
    ? `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
    : `${minutes}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}

/** Shows on stderr how far an import is, with its rate and the time left: a bar on a terminal, else a line now and then. */
export async function showProgress(mailbox: Mailbox) {
  const total = await unpackedSize(mailbox)
  const bar = process.stderr.isTTY === true
  let first: { readTo: number; count: number; at: number } | undefined
  let last = performance.now()
  return {
    tell({ readTo, balance }: Progress): void {
      const now = performance.now()
      const count = found(balance)
      // An import that goes on begins in the middle: the rate is that of this run, from its first batch on.
      first ??= { readTo, count, at: now }
      if (now - last < (bar ? onScreen : inLog)) return
      last = now
      const seconds = Math.max(0.001, (now - first.at) / 1_000)
      const share = Math.min(1, readTo / total)
      const bytesPerSecond = (readTo - first.readTo) / seconds
      const left = bytesPerSecond > 0 ? ` ${clock(Math.max(0, total - readTo) / bytesPerSecond)} left` : ''
      const text = `${number.format(count)} messages, ${number.format((count - first.count) / seconds)}/s,${left}`
      const filled = Math.round(share * width)
      const drawn = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${number.format(share * 100)} %  ${text}`
      process.stderr.write(bar ? `\r\x1b[K${drawn}` : `${number.format(share * 100)} %, ${text}\n`)
    },
    end(): void {
      if (bar) process.stderr.write('\r\x1b[K')
    },
  }
}
