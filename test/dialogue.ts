import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'

/**
 * An SMTP client that says exactly what it is told, right or wrong, and gives the answers back as they came.
 * @param patience milliseconds to wait for an answer
 */
export async function connectTo(port: number, patience = 120_000, host = '127.0.0.1') {
  let socket: net.Socket | tls.TLSSocket = net.connect(port, host)
  let text = ''
  let closed = false
  let whole = ''
  const listen = () =>
    socket
      .on('data', (bytes: Buffer) => {
        text += bytes.toString('latin1')
      })
      .on('close', () => {
        closed = true
      })
      .on('error', () => {})
  listen()
  await once(socket, 'connect')
  /** The next whole answer, its last line without the line end. */
  const answer = async (): Promise<string> => {
    const deadline = Date.now() + patience
    for (;;) {
      const match = /^(?:\d{3}-.*\r\n)*(\d{3}(?: .*)?)\r\n/.exec(text)
      if (match) {
        text = text.slice(match[0].length)
        whole = match[0]
        return match[1] as string
      }
      if (closed) return 'closed'
      if (Date.now() > deadline) throw new Error(`no answer; so far: ${text}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const write = (bytes: string | Buffer): void => {
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  }
  const say = (line: string) => {
    write(`${line}\r\n`)
    return answer()
  }
  return {
    write,
    answer,
    say,
    /** Sends bytes no faster than they are read; stops where the other side hangs up. */
    async pour(bytes: Buffer | string) {
      if (!closed && !socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {})
    },
    async startTls() {
      socket.removeAllListeners()
      socket = tls.connect({ socket, rejectUnauthorized: false })
      listen()
      await once(socket, 'secureConnect')
      return socket as tls.TLSSocket
    },
    /** A whole mail; the answer to its end, or the first refusal. */
    async send({ from = 'maria@maria.example', to = ['lectio-l@lists.localhost'], data }: { from?: string; to?: string[]; data: Buffer }) {
      for (const line of [`MAIL FROM:<${from}>`, ...to.map((address) => `RCPT TO:<${address}>`), 'DATA']) {
        const reply = await say(line)
        if (!/^[23]/.test(reply)) return reply
      }
      write(Buffer.from(`${data.toString('latin1').replace(/^\./gm, '..')}.\r\n`, 'latin1'))
      return answer()
    },
    /** The last answer with all its lines. */
    get whole() {
      return whole
    },
    /** Says no more, and goes on listening. */
    endTalk: () => socket.end(),
    hangUp: () => socket.destroy(),
    get closed() {
      return closed
    },
  }
}

/** As `connectTo`, greeted. */
export async function greet(port: number, hello = 'EHLO maria.example', patience = 120_000, host?: string) {
  const client = await connectTo(port, patience, host)
  await client.answer()
  await client.say(hello)
  return client
}
