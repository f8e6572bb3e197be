import { readFileSync } from 'node:fs'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Config, Listen } from '../config.ts'
import type { Database } from '../db/connect.ts'
import { acceptMail } from '../inbound/actions.ts'
import { listNames } from '../list/queries.ts'
import { readDestination } from '../list/rules.ts'
import type { TaskContext } from '../task.ts'

/** An SMTP answer: code, enhanced code (RFC 3463) and a sentence. */
class Answer extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

// RFC 5321 §4.5.3.1.8 asks for 100 at least; more than a list's own addresses means somebody is guessing.
const mostRecipients = 100
// The largest mail at any list; a list's own limit holds the mail for its moderator instead.
const mostBytes = 36 * 1024 * 1024
const mostConnections = 200
const idle = 5 * 60_000

export interface MailServer {
  /** The port that was given, for tests that listen on any. */
  port: number
  close(): Promise<void>
}

/** The names of the lists, asked anew at most once a second. */
function namesOf({ db }: Database): () => Promise<Set<string>> {
  let asked = 0
  let names: Promise<Set<string>> | undefined
  return () => {
    if (!names || Date.now() - asked > 1_000) {
      asked = Date.now()
      names = listNames(db).catch((error: unknown) => {
        names = undefined
        throw error
      })
    }
    return names
  }
}

/** All bytes of a mail; over the limit the rest is read and thrown away, so that the sender hears why. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= mostBytes) chunks.push(chunk)
  }
  if (size > mostBytes) throw new Answer(552, `5.3.4 The mail is larger than ${mostBytes} bytes`)
  return Buffer.concat(chunks)
}

/**
 * Takes mail by SMTP (RFC 5321) or LMTP (RFC 2033). Says 250 only after raw bytes and envelope are committed.
 * @param wake told after each accepted mail, so that it is sorted at once
 */
export async function startMailServer(
  listen: Listen,
  {
    config,
    database,
    log,
    wake,
    lmtp = false,
  }: { config: Config; database: Database; log: TaskContext['log']; wake: () => void; lmtp?: boolean },
): Promise<MailServer> {
  const names = namesOf(database)

  async function checkRecipient(address: string): Promise<void> {
    const at = address.lastIndexOf('@')
    if (address.slice(at + 1).toLowerCase() !== config.mailDomain)
      throw new Answer(550, `5.7.1 This host takes mail for ${config.mailDomain} only`)
    if (!readDestination(address.slice(0, at), await names())) throw new Answer(550, `5.1.1 There is no ${address.slice(0, 100)} here`)
  }

  async function keep(stream: SMTPServerDataStream, { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession): Promise<void> {
    const raw = await readAll(stream)
    await acceptMail(database.write, {
      raw,
      mailFrom: envelope.mailFrom ? envelope.mailFrom.address : '',
      rcptTo: envelope.rcptTo.map((recipient) => recipient.address),
      peer: remoteAddress,
      helo: hostNameAppearsAs || undefined,
      byFront: lmtp,
      via: 'mail',
    })
    wake()
  }

  /** What we say no with goes out as it is; anything else is our fault, and the sender tries again later. */
  const answer = (error: unknown): Error => {
    if (error instanceof Answer) return error
    log.error({ err: error }, 'a mail could not be taken')
    return new Answer(451, '4.3.0 Not now; please try again')
  }

  const server = new SMTPServer({
    lmtp,
    name: config.mailDomain,
    banner: 'Rapport',
    disabledCommands: ['AUTH', ...(config.tls ? [] : ['STARTTLS'])],
    ...(config.tls ? { key: readFileSync(config.tls.key), cert: readFileSync(config.tls.cert) } : {}),
    size: mostBytes,
    maxClients: mostConnections,
    socketTimeout: idle,
    disableReverseLookup: true,
    logger: false,
    authOptional: true,
    onRcptTo({ address }, session, callback) {
      if (session.envelope.rcptTo.length >= mostRecipients) return callback(new Answer(452, '4.5.3 Too many recipients'))
      checkRecipient(address).then(
        () => callback(),
        (error) => callback(answer(error)),
      )
    },
    onData(stream, session, callback) {
      keep(stream, session).then(
        () => callback(null, '2.0.0 Kept'),
        (error) => {
          stream.resume()
          callback(answer(error))
        },
      )
    },
  })
  server.on('error', (error) => log.debug({ err: error }, 'smtp connection'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(listen.port, listen.host, () => resolve())
  })
  const bound = server.server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : listen.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
