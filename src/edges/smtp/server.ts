import { domainToASCII } from 'node:url'
import type { SMTPServerSession } from 'smtp-server'
import type { RawMail } from '../../archive/actions.ts'
import type { Config } from '../../config.ts'
import type { Listen } from '../../config-values.ts'
import { isFull } from '../../lib/db/away.ts'
import type { Database } from '../../lib/db/connect.ts'
import { type Disk, isFilling, readDisk } from '../../lib/disk.ts'
import { listClosedNames, listNames } from '../../list/queries.ts'
import { listDeskNames } from '../../list/role-addresses/queries.ts'
import { isClosedFor, readDestination } from '../../list/rules.ts'
import type { TaskContext } from '../../task.ts'
import { Answer } from './answer.ts'
import { CertificateFiles } from './certificate.ts'
import { MailListener } from './connection.ts'
import { MailReader } from './data.ts'
import { Keeper } from './keeper.ts'
import { defaultLimits, isLoopback, type MailLimits, Peers, peerOf } from './limits.ts'
import { traceOf } from './trace.ts'

export interface MailServer {
  /** The port that was given, for tests that listen on any. */
  port: number
  /** Bytes of mails that are being received. */
  bytes(): { now: number; most: number }
  close(): Promise<void>
}

export interface MailServerOptions {
  config: Config
  database: Database
  log: TaskContext['log']
  /** Told after each accepted mail, so that it is sorted at once. */
  wake: () => void
  lmtp?: boolean
  limits?: Partial<MailLimits>
  /** Peers whose number of mails is not limited: the mail server in front is one peer for all the world. */
  isTrusted?: (peer: string) => boolean
  /** Shared by all servers of a process, so that its memory is bounded once. */
  reader?: MailReader
  /** How the disk is that mail is kept on, as far as this process can tell. */
  disk?: () => Promise<Disk | null>
}

interface Names {
  lists: Set<string>
  desks: Set<string>
  closed: Set<string>
}

/** The names of the lists and of the roles' addresses, asked anew at most once a second. */
function namesOf({ db }: Database): () => Promise<Names> {
  let asked = 0
  let names: Promise<Names> | undefined
  return () => {
    if (!names || Date.now() - asked > 1_000) {
      asked = Date.now()
      names = Promise.all([listNames(db), listDeskNames(db), listClosedNames(db)])
        .then(([lists, desks, closed]) => ({ lists, desks, closed }))
        .catch((error: unknown) => {
          names = undefined
          throw error
        })
    }
    return names
  }
}

const noRoom = () => new Answer(452, '4.3.1 There is no room for mail just now; please try again')

const isCutOff = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE'

/** How full the disk of the embedded database is, looked at once a second at most; that of a server nobody sees from here. */
function diskOf({ databaseUrl, dataFolder }: Config): () => Promise<Disk | null> {
  let asked = 0
  let disk: Promise<Disk | null> = Promise.resolve(null)
  return () => {
    if (databaseUrl !== undefined || Date.now() - asked < 1_000) return disk
    asked = Date.now()
    disk = readDisk(dataFolder)
    return disk
  }
}

/** What the transaction of a session has seen so far. */
interface Transaction {
  /** RCPT commands that got a 250, the same one twice counted twice: LMTP answers each (RFC 2033 §4.2). */
  accepted: number
  unknown: number
  counted: boolean
}

/**
 * Takes mail by SMTP (RFC 5321) or LMTP (RFC 2033), for the addresses of the mail domain and no others.
 * Says 250 only after raw bytes and envelope are committed.
 */
export async function startMailServer(listen: Listen, options: MailServerOptions): Promise<MailServer> {
  const { config, database, log, wake, lmtp = false } = options
  const limits = { ...defaultLimits, ...options.limits }
  const isTrusted = (peer: string): boolean => lmtp || (options.isTrusted ?? isLoopback)(peer)
  const names = namesOf(database)
  const peers = new Peers(limits)
  const reader = options.reader ?? new MailReader(limits)
  const keeper = new Keeper(database.db, limits.keepMs)
  const disk = options.disk ?? diskOf(config)
  const seen = new WeakMap<SMTPServerSession, Transaction>()

  async function checkRecipient(address: string): Promise<void> {
    const at = address.lastIndexOf('@')
    // The postmaster alone may be named without a domain (RFC 5321 §4.1.1.3).
    const domain = at < 0 ? config.mailDomain : domainToASCII(address.slice(at + 1)).toLowerCase()
    if (domain !== config.mailDomain) throw new Answer(550, `5.7.1 This host takes mail for ${config.mailDomain} only`)
    const localPart = at < 0 ? address : address.slice(0, at)
    const { lists, desks, closed } = await names()
    const destination = readDestination(localPart, lists, desks)
    if (destination && isClosedFor(destination, closed)) throw new Answer(550, '5.7.1 This list is closed; its archive can be read')
    // Whoever answers a letter that asks nothing reads this in what comes back.
    if (localPart.toLowerCase() === 'no-reply')
      throw new Answer(550, `5.1.1 No one reads ${address.slice(0, 100)}; write to postmaster@${domain}`)
    if (!destination) throw new Answer(550, `5.1.1 There is no ${address.slice(0, 100)} here`)
  }

  async function takeRecipient(address: string, session: SMTPServerSession): Promise<void> {
    const transaction = seen.get(session)
    try {
      await checkRecipient(address)
      if (transaction) transaction.accepted++
    } catch (error) {
      if (transaction && !isTrusted(session.remoteAddress) && ++transaction.unknown > limits.unknownRecipients)
        throw new Answer(421, '4.7.0 Too many unknown recipients')
      throw error
    }
  }

  const arrivalOf = (raw: Buffer | RawMail, { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession) => ({
    raw,
    mailFrom: envelope.mailFrom ? envelope.mailFrom.address : '',
    rcptTo: envelope.rcptTo.map(({ address }) => (address.includes('@') ? address : `${address}@${config.mailDomain}`)),
    peer: remoteAddress,
    helo: hostNameAppearsAs || undefined,
    byFront: lmtp,
    via: 'mail' as const,
  })

  /** What we say no with goes out as it is; anything else is our fault, and the sender tries again later. */
  const answer = (error: unknown): Answer => {
    if (error instanceof Answer) return error
    log.error({ err: error }, 'a mail could not be taken')
    if (isFull(error)) return noRoom()
    return new Answer(451, '4.3.0 Not now; please try again')
  }

  async function takeSender(session: SMTPServerSession): Promise<void> {
    const before = seen.get(session)
    seen.set(session, { accepted: 0, unknown: before?.unknown ?? 0, counted: before?.counted ?? false })
    const peer = peerOf(session.remoteAddress)
    if (!isTrusted(session.remoteAddress) && !peers.begin(peer, Date.now()))
      throw new Answer(450, '4.7.1 Too many mails from your address; please try again')
    // Before the disk is full, so that what was taken can still be sorted; once there is room, mail is taken again.
    if (isFilling(await disk())) throw noRoom()
  }

  const certificate = config.tls && new CertificateFiles(config.tls, log)
  const server = new MailListener({
    lmtp,
    // Whoever closes their side behind QUIT waits for our answers; without this they would end with it.
    allowHalfOpen: true,
    name: config.mailDomain,
    banner: 'Rapport',
    disabledCommands: ['AUTH', ...(config.tls ? [] : ['STARTTLS'])],
    ...certificate?.pair,
    size: limits.bytes,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    maxCommandLength: 4_096,
    socketTimeout: limits.idleMs,
    closeTimeout: 5_000,
    disableReverseLookup: true,
    logger: false,
    hideENHANCEDSTATUSCODES: false,
    authOptional: true,
    onConnect(session, callback) {
      const most = isTrusted(session.remoteAddress) ? limits.connectionsPerTrusted : limits.connectionsPerPeer
      if (!peers.enter(peerOf(session.remoteAddress), most))
        return callback(new Answer(421, '4.7.0 Too many connections from your address'))
      const renewed = certificate?.renewed()
      if (renewed) server.updateSecureContext(renewed)
      seen.set(session, { accepted: 0, unknown: 0, counted: true })
      callback()
    },
    onClose(session) {
      if (seen.get(session)?.counted) peers.leave(peerOf(session.remoteAddress))
      seen.delete(session)
    },
    onMailFrom(_, session, callback) {
      takeSender(session).then(
        () => callback(),
        (error) => callback(answer(error)),
      )
    },
    onRcptTo({ address }, session, callback) {
      takeRecipient(address, session).then(
        () => callback(),
        (error) => callback(answer(error)),
      )
    },
    onData(stream, session, callback) {
      // LMTP: an answer for each recipient that was accepted; they share one fate, since one row keeps the mail for all of them.
      const replies = <T>(reply: T): T | T[] => (lmtp ? Array.from({ length: seen.get(session)?.accepted ?? 1 }, () => reply) : reply)
      const arrival = (raw: Buffer | RawMail) => keeper.keep(arrivalOf(raw, session))
      reader.read(stream, traceOf(session, { host: config.mailDomain, lmtp, at: new Date() }), arrival).then(
        () => {
          wake()
          callback(null, replies('2.0.0 Kept'))
        },
        (error) => {
          // The sender went away in the middle: nobody to answer, nothing to report.
          const refusal = stream.errored || isCutOff(error) ? new Answer(451, '4.4.2 The connection was lost') : answer(error)
          if (lmtp) callback(null, replies(refusal) as never)
          else callback(refusal)
        },
      )
    },
  })
  server.lifeMs = limits.lifeMs
  server.on('error', (error) => log.debug({ err: error }, 'smtp connection'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(listen.port, listen.host, () => resolve())
  })
  const bound = server.server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : listen.port,
    bytes: () => reader.bytes,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
