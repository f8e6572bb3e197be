import pg from 'pg'

/** What pg calls on a query of its own kind as answers come in. */
interface Connection {
  stream: { pause(): void; resume(): void }
  query(text: string): void
  sendCopyFromChunk(bytes: Buffer): void
}

/** As whom the archive of the log comes to the server, for the log and for a whole copy. */
export const archivist = { log: 'rapport archive', base: 'rapport base' } as const

/** A connection that takes commands of replication beside SQL: as pg_receivewal and pg_basebackup have it. It is still to be connected. */
export function replicationClient(url: string, name: (typeof archivist)[keyof typeof archivist]): pg.Client {
  const client = new pg.Client({
    connectionString: `${url}${url.includes('?') ? '&' : '?'}replication=database`,
    ...{ application_name: name, keepAlive: true, connectionTimeoutMillis: 10_000 },
  })
  // What fails tells who asked; without a listener it would end the process too.
  client.on('error', () => {})
  return client
}

// Frames that wait here before the server is told to wait.
const most = 64

/** A command of replication that answers with frames, and with rows around them. */
export class Replicating {
  readonly rows: (string | null)[][] = []
  readonly #text: string
  #connection: Connection | undefined
  #frames: Buffer[] = []
  #over = false
  #error: Error | undefined
  #wake: () => void = () => {}

  constructor(text: string) {
    this.#text = text
  }

  /** Begins it on a connection, which is its own until it ends. */
  static begin(client: pg.Client, text: string): Replicating {
    return client.query(new Replicating(text) as unknown as pg.Submittable) as unknown as Replicating
  }

  submit(connection: Connection): void {
    this.#connection = connection
    connection.query(this.#text)
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.rows.push(fields)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The parser writes over its buffer.
    this.#frames.push(Buffer.from(chunk))
    if (this.#frames.length >= most) this.#connection?.stream.pause()
    this.#wake()
  }

  handleReadyForQuery(): void {
    this.#over = true
    this.#wake()
  }

  handleError(error: Error): void {
    this.#error = error
    this.#over = true
    this.#wake()
  }

  /** No frame waits: what came so far can be told as had. */
  get idle(): boolean {
    return this.#frames.length === 0
  }

  /**
   * What comes, frame by frame, until the server ends it.
   * @throws what the server said, or that the connection broke
   */
  async *frames(): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = this.#frames.shift()
      if (frame) {
        if (this.#frames.length === most / 2) this.#connection?.stream.resume()
        yield frame
      } else if (this.#over) {
        if (this.#error) throw this.#error
        return
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    }
  }

  /** Answers while it runs. */
  send(bytes: Buffer): void {
    this.#connection?.sendCopyFromChunk(bytes)
  }
}

/** A position in the write-ahead log as PostgreSQL writes it, `16/B374D848`. */
export const readLsn = (text: string): bigint => {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

/** A place in the log as PostgreSQL writes it: two hexadecimal numbers. */
export const writeLsn = (lsn: bigint): string => `${(lsn >> 32n).toString(16)}/${(lsn & 0xffff_ffffn).toString(16)}`.toUpperCase()

/** Of one file of the log, in bytes: what initdb makes where nobody says otherwise. */
export const segmentSize = 16n * 1024n * 1024n

const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0')

/** The name of the file in which a position stands. */
export function segmentOf(timeline: number, lsn: bigint): string {
  const perName = 0x1_0000_0000n / segmentSize
  const number = lsn / segmentSize
  return `${hex(BigInt(timeline))}${hex(number / perName)}${hex(number % perName)}`
}

/** The position at which a file of the log begins. */
export function startOf(segment: string): bigint {
  const perName = 0x1_0000_0000n / segmentSize
  return (BigInt(`0x${segment.slice(8, 16)}`) * perName + BigInt(`0x${segment.slice(16, 24)}`)) * segmentSize
}
