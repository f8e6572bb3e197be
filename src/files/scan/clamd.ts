import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What the scanner says of some bytes. */
export interface Verdict {
  clean: boolean
  /** The scanner's name for what it found; '' where it found nothing. */
  found: string
}

const silence = 60_000

/**
 * Where clamd listens: `tcp://host:port` or `unix:/path`.
 * @throws Error for anything else
 */
export function readAddress(text: string): { host: string; port: number } | { path: string } {
  if (text.startsWith('unix:')) return { path: text.slice('unix:'.length).replace(/^\/\/(?=\/)/, '') }
  const url = URL.parse(text)
  if (url?.protocol !== 'tcp:' || !url.hostname) throw new Error(`“${text}” is no address of clamd.`)
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) }
}

const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))

/**
 * Has clamd look at a stream (its INSTREAM command): nothing is held here but one piece.
 * @throws Error where the scanner cannot be reached, is silent, or says that it cannot tell
 */
export async function scanStream(address: string, pieces: AsyncIterable<Uint8Array>): Promise<Verdict> {
  const socket = connect(readAddress(address))
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let answer = ''
  socket.setTimeout(silence, () => socket.destroy(new Error('The virus scanner does not answer.')))
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('utf8')
    if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')))
  })
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('The virus scanner closed the line.')))
  // Told of below; a failure while pieces are on their way must not end the process.
  promise.catch(() => {})
  try {
    // Else a scanner that is away would be told of as a line that was closed.
    await once(socket, 'connect')
    await written(socket, Buffer.from('zINSTREAM\0'))
    for await (const piece of pieces) {
      // It has decided already: too large, or found before the end.
      if (answer.includes('\0')) break
      const size = Buffer.alloc(4)
      size.writeUInt32BE(piece.length)
      await written(socket, size)
      await written(socket, piece)
    }
    if (!answer.includes('\0')) await written(socket, Buffer.alloc(4))
    return readVerdict(await promise)
  } finally {
    socket.destroy()
  }
}

/**
 * Reads clamd's answer.
 * @throws Error where it is neither a yes nor a no
 */
export function readVerdict(answer: string): Verdict {
  const text = answer.trim()
  if (/^stream: OK$/.test(text)) return { clean: true, found: '' }
  const [, found] = /^stream: (.+) FOUND$/.exec(text) ?? []
  if (found) return { clean: false, found: found.slice(0, 200) }
  throw new Error(`The virus scanner could not tell: ${text.slice(0, 200)}`)
}
