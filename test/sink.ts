import { once } from 'node:events'
import net from 'node:net'

/** One message as the sink took it. */
export interface Taken {
  from: string
  to: string[]
  /** Parameters of MAIL FROM, as sent. */
  parameters: string
  /** Dots no longer doubled. */
  data: Buffer
}

export interface SinkOptions {
  port?: number
  /** Where it listens; the loopback interface where nothing is said. */
  host?: string
  /** Keep the messages; otherwise they are only counted. */
  keep?: boolean
  pipelining?: boolean
  chunking?: boolean
  /** Further lines of the EHLO answer. */
  offers?: string[]
  /** Answers to RCPT by recipient domain, `450 4.2.0 Try again later`. */
  recipients?: Record<string, string>
  /** Answer to the end of data; undefined: 250. */
  answer?: (message: Taken) => string | undefined
  /** Hang up, once, when this many messages have been read and before the last of them is answered. */
  dropAfter?: number
  /** After this many accepted messages the day's quota is used up. */
  quota?: number
  /** Answer the end of data only after so many milliseconds. */
  delay?: number
  /** Answers to MAIL, for a relay that is closing; null to stay silent. */
  answerMail?: () => string | null | undefined
  /** Answers to AUTH and to what follows it until a yes or a no. */
  answerAuth?: (line: string) => string
}

/** A small SMTP server that takes everything and delivers nothing. */
export interface Sink {
  port: number
  messages: Taken[]
  /** Messages that got a 250. */
  accepted: number
  /** Messages read to the end, answered or not. */
  read: number
  connections: number
  /** Commands as they came, with `keep`. */
  commands: string[]
  /** The most messages to each recipient domain that were between RCPT and their answer at once, with `keep`. */
  most: Map<string, number>
  underWay: Map<string, number>
  close(): Promise<void>
}

/** Starts a sink on the loopback interface. */
export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const sockets = new Set<net.Socket>()
  const sink: Sink = {
    port: 0,
    messages: [],
    accepted: 0,
    read: 0,
    connections: 0,
    commands: [],
    most: new Map(),
    underWay: new Map(),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  const server = net.createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    sink.connections++
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    new SinkSession(socket, sink, options).start()
  })
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  sink.port = (server.address() as net.AddressInfo).port
  return sink
}

const endOfData = Buffer.from('\r\n.\r\n')

class SinkSession {
  #rest: Buffer = Buffer.alloc(0)
  #state: 'command' | 'data' | 'chunk' = 'command'
  #envelope: Omit<Taken, 'data'> | undefined
  #chunk = { left: 0, last: false, parts: [] as Buffer[] }
  #out = ''
  /** Nothing is read any more, or not yet. */
  #waits = false
  #signingIn = false

  readonly socket: net.Socket
  readonly sink: Sink
  readonly options: SinkOptions

  constructor(socket: net.Socket, sink: Sink, options: SinkOptions) {
    this.socket = socket
    this.sink = sink
    this.options = options
  }

  start(): void {
    this.socket.write('220 sink.test ESMTP\r\n')
    this.socket.on('data', (bytes: Buffer) => {
      this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes
      this.#work()
    })
  }

  #work(): void {
    while (!this.#waits && this.#step()) {}
    this.#flush()
  }

  #flush(): void {
    if (this.#out !== '' && !this.socket.destroyed) this.socket.write(this.#out)
    this.#out = ''
  }

  /** Takes the next command or content off the bytes; false when more is needed. */
  #step(): boolean {
    if (this.#state === 'data') return this.#takeData()
    if (this.#state === 'chunk') return this.#takeChunk()
    const end = this.#rest.indexOf(10)
    if (end < 0) return false
    const line = this.#rest.toString('utf8', 0, end).replace(/\r$/, '')
    this.#rest = this.#rest.subarray(end + 1)
    if (this.options.keep) this.sink.commands.push(line)
    const signsIn = this.options.answerAuth !== undefined && (this.#signingIn || line.startsWith('AUTH '))
    const answer = signsIn ? this.options.answerAuth?.(line) : this.#answerTo(line)
    this.#signingIn = signsIn && answer?.startsWith('334') === true
    if (answer !== undefined) this.#say(answer)
    return true
  }

  /** The answer to a command; undefined: none, or not yet. */
  #answerTo(line: string): string | undefined {
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        return this.#hello()
      case 'HELO':
        return '250 sink.test'
      case 'MAIL':
        return this.#mail(line)
      case 'RCPT':
        return this.#recipient(/<(.*)>/.exec(line)?.[1] ?? '')
      case 'DATA':
        if (!this.#envelope?.to.length) return '554 5.5.1 No valid recipients'
        this.#state = 'data'
        return '354 Go on'
      case 'BDAT': {
        const [, size, last] = line.split(' ')
        this.#chunk = { ...this.#chunk, left: Number(size), last: last?.toUpperCase() === 'LAST' }
        this.#state = 'chunk'
        return undefined
      }
      case 'RSET':
        this.#envelope = undefined
        return '250 2.0.0 Ok'
      case 'QUIT':
        this.#say('221 2.0.0 Bye')
        this.#flush()
        this.socket.end()
        return undefined
      default:
        return '502 5.5.2 Unknown command'
    }
  }

  #hello(): string {
    const { pipelining = true, chunking = false, offers = ['8BITMIME', 'SIZE 10485760'] } = this.options
    const lines = ['sink.test', ...(pipelining ? ['PIPELINING'] : []), ...(chunking ? ['CHUNKING'] : []), ...offers]
    return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n')
  }

  #mail(line: string): string | undefined {
    const answer = this.options.answerMail?.()
    this.#waits = answer === null
    if (answer !== undefined) return answer ?? undefined
    if (this.#envelope) return '503 5.5.1 Nested MAIL command'
    const [, from = '', parameters = ''] = /<(.*?)>\s*(.*)$/.exec(line) ?? []
    this.#envelope = { from, to: [], parameters }
    return '250 2.1.0 Ok'
  }

  #recipient(to: string): string {
    if (!this.#envelope) return '503 5.5.1 MAIL first'
    const refusal = this.options.recipients?.[to.slice(to.lastIndexOf('@') + 1)]
    if (refusal) return refusal
    this.#envelope.to.push(to)
    this.#count(to, 1)
    return '250 2.1.5 Ok'
  }

  #takeData(): boolean {
    // An empty message is a lone dot.
    const empty = this.#rest.length >= 3 && this.#rest.toString('latin1', 0, 3) === '.\r\n'
    const end = empty ? 0 : this.#rest.indexOf(endOfData)
    if (end < 0) return false
    const data = empty ? Buffer.alloc(0) : this.#rest.subarray(0, end + 2)
    this.#rest = this.#rest.subarray(end + (empty ? 3 : 5))
    this.#finish(this.options.keep ? Buffer.from(data.toString('latin1').replace(/^\.\.|(?<=\n)\.\./g, '.'), 'latin1') : data)
    return true
  }

  #takeChunk(): boolean {
    const piece = this.#rest.subarray(0, this.#chunk.left)
    if (piece.length < this.#chunk.left) return false
    this.#rest = this.#rest.subarray(piece.length)
    this.#chunk.parts.push(piece)
    this.#state = 'command'
    if (!this.#envelope?.to.length) {
      this.#chunk.parts = []
      this.#say('503 5.5.1 No valid recipients')
    } else if (this.#chunk.last) {
      const data = Buffer.concat(this.#chunk.parts.splice(0))
      this.#finish(data)
    } else this.#say('250 2.0.0 Ok')
    return true
  }

  #finish(data: Buffer): void {
    const { sink, options } = this
    const message: Taken = { from: '', to: [], parameters: '', ...this.#envelope, data }
    this.#envelope = undefined
    this.#state = 'command'
    sink.read++
    if (sink.read === options.dropAfter) {
      this.#waits = true
      this.#flush()
      this.socket.destroySoon()
      return
    }
    if (options.delay) this.#answerLater(message, options.delay)
    else this.#say(this.#answer(message))
  }

  /** Answers come in the order of the questions, so nothing else is read meanwhile. */
  #answerLater(message: Taken, delay: number): void {
    this.#waits = true
    setTimeout(() => {
      this.#waits = false
      this.#say(this.#answer(message))
      this.#work()
    }, delay)
  }

  #count(to: string, change: number): void {
    if (!this.options.keep) return
    const domain = to.slice(to.lastIndexOf('@') + 1)
    const now = (this.sink.underWay.get(domain) ?? 0) + change
    this.sink.underWay.set(domain, now)
    this.sink.most.set(domain, Math.max(now, this.sink.most.get(domain) ?? 0))
  }

  #answer(message: Taken): string {
    const { sink, options } = this
    for (const to of message.to) this.#count(to, -1)
    if (options.quota !== undefined && sink.accepted >= options.quota)
      return '450 4.7.1 Daily quota of messages exceeded, try again tomorrow'
    const answer = options.answer?.(message)
    if (answer !== undefined && !answer.startsWith('2')) return answer
    sink.accepted++
    if (options.keep) sink.messages.push(message)
    return answer ?? '250 2.0.0 Ok: queued'
  }

  #say(line: string): void {
    this.#out += `${line}\r\n`
  }
}

/** `node test/sink.ts '{"port":2526,"chunking":true}'`: runs until its input ends; prints its port, and at each line of input what it counted. */
if (import.meta.main) {
  const sink = await startSink(JSON.parse(process.argv[2] ?? '{}'))
  console.log(JSON.stringify({ port: sink.port }))
  process.stdin.on('data', () => console.log(JSON.stringify({ accepted: sink.accepted, read: sink.read, connections: sink.connections })))
  process.stdin.on('end', () => process.exit(0))
}
