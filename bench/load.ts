import net from 'node:net'

/** What a load measured: pages a second, the time of each in milliseconds, and their size. */
export interface Load {
  perSecond: number
  times: number[]
  bytesPerPage: number
}

/**
 * Asks for pages over some connections, on each the next one as soon as the last is there (or at a rate, if one is given), for some time or so many pages.
 * Sockets are used as they are: a client library would take the processor that the server is measured on.
 * @throws when an answer is not 200
 */
export async function loadPages(
  port: number,
  {
    connections,
    milliseconds = Number.POSITIVE_INFINITY,
    pages = Number.POSITIVE_INFINITY,
    next,
    rate,
    cookie,
  }: { connections: number; milliseconds?: number; pages?: number; next: () => string; rate?: number; cookie?: string | undefined },
): Promise<Load> {
  const times: number[] = []
  let bytes = 0
  let asked = 0
  const begun = performance.now()
  const until = begun + milliseconds
  await Promise.all(
    Array.from({ length: connections }, async (_, place) => {
      const line = await openLine(port, cookie)
      const step = rate ? (1_000 * connections) / rate : 0
      let due = begun + (step * place) / connections
      while (performance.now() < until && asked < pages) {
        asked++
        if (rate) {
          const wait = due - performance.now()
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
          due += step
        }
        const path = next()
        const sent = performance.now()
        const size = await line.get(path)
        bytes += size
        times.push(performance.now() - sent)
      }
      line.close()
    }),
  )
  return { perSecond: (times.length / (performance.now() - begun)) * 1_000, times, bytesPerPage: Math.round(bytes / times.length) }
}

/** The end of an answer that comes in pieces (RFC 9112 §7.1). */
const lastPiece = Buffer.from('\r\n0\r\n\r\n')

async function openLine(port: number, cookie?: string) {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const known = cookie ? `cookie: ${cookie}\r\n` : ''
  let tail = Buffer.alloc(0)
  let wanted = -1
  let head = ''
  let got = 0
  let settle: { resolve: (bytes: number) => void; reject: (error: Error) => void; path: string } | undefined
  socket.on('data', (chunk: Buffer) => {
    let body = chunk.length
    if (wanted < 0) {
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2))?.[1]
      const inPieces = /\r\ntransfer-encoding: chunked/i.test(head.slice(0, end + 2))
      if (!head.startsWith('HTTP/1.1 200') || !(length || inPieces))
        return settle?.reject(new Error(`${settle.path}: ${head.slice(0, end)}`))
      wanted = inPieces ? Number.POSITIVE_INFINITY : Number(length)
      body = head.length - end - 4
      head = ''
    }
    got += body
    if (wanted === Number.POSITIVE_INFINITY) {
      tail = Buffer.concat([tail, chunk.subarray(-lastPiece.length)]).subarray(-lastPiece.length)
      if (tail.equals(lastPiece)) wanted = got
    }
    if (got < wanted) return
    const done = settle
    const size = wanted
    ;[wanted, got] = [-1, 0]
    done?.resolve(size)
  })
  socket.on('error', (error) => settle?.reject(new Error(`${settle.path}: ${error.message}`)))
  return {
    get: (path: string) =>
      new Promise<number>((resolve, reject) => {
        settle = { resolve, reject, path }
        socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\naccept-language: en\r\n${known}\r\n`)
      }),
    close: () => socket.destroy(),
  }
}
