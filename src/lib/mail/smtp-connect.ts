import net from 'node:net'
import tls from 'node:tls'
import type { Relay, SignIn } from './relay.ts'
import { type Phase, RelayError } from './smtp-outcome.ts'
import { type Capabilities, parseCapabilities, parseReply, ReplyReader } from './smtp-reply.ts'

/** How long to wait in each phase, in milliseconds. */
export type Timeouts = Record<Phase, number>

const minute = 60_000
/** RFC 5321 §4.5.3.2; a connection that takes longer than 30 s is none. */
export const defaultTimeouts: Timeouts = {
  local: 0,
  connect: 30_000,
  greeting: 5 * minute,
  ehlo: 5 * minute,
  tls: minute,
  auth: 5 * minute,
  rset: 5 * minute,
  mail: 5 * minute,
  rcpt: 5 * minute,
  data: 2 * minute,
  end: 10 * minute,
}

/** A connection that is greeted, encrypted where it can be, and signed in: ready for mail. */
export interface Connection {
  socket: net.Socket
  capabilities: Capabilities
}

/** Opens a connection to the relay. `name` is what we call ourselves in EHLO. Throws RelayError. */
export async function connect(relay: Relay, name: string, timeouts: Timeouts): Promise<Connection> {
  const socket = await openSocket(relay, timeouts.connect)
  try {
    let dialogue = new Dialogue(socket, timeouts)
    await dialogue.expect('greeting', undefined, 220)
    let capabilities = await hello(dialogue, name)
    if (!relay.implicitTls && relay.startTls !== 'never' && capabilities.startTls) {
      await dialogue.expect('tls', 'STARTTLS', 220)
      dialogue = new Dialogue(await encrypt(dialogue.release(), relay, timeouts.tls), timeouts)
      capabilities = await hello(dialogue, name)
    } else if (!relay.implicitTls && relay.startTls === 'required') throw new RelayError('The relay offers no STARTTLS.', 'tls')
    if (relay.auth) await signIn(dialogue, relay, relay.auth, capabilities)
    return { socket: dialogue.release(), capabilities }
  } catch (error) {
    socket.destroy()
    throw error
  }
}

async function openSocket(relay: Relay, timeout: number): Promise<net.Socket> {
  const { host, port } = relay
  const socket = relay.implicitTls
    ? tls.connect({ host, port, rejectUnauthorized: relay.verify, ...serverName(host) })
    : net.connect({ host, port, noDelay: true })
  await settled(socket, relay.implicitTls ? 'secureConnect' : 'connect', 'connect', timeout)
  return socket
}

async function encrypt(plain: net.Socket, relay: Relay, timeout: number): Promise<net.Socket> {
  const socket = tls.connect({ socket: plain, rejectUnauthorized: relay.verify, ...serverName(relay.host) })
  await settled(socket, 'secureConnect', 'tls', timeout)
  return socket
}

/** No server name for bare addresses (RFC 6066 §3). */
const serverName = (host: string): { servername?: string; host?: string } => (net.isIP(host) ? { host } : { servername: host })

function settled(socket: net.Socket, event: string, phase: Phase, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      clearTimeout(timer)
      socket.off(event, settle).off('error', settle).off('close', closed)
      if (!error) return resolve()
      socket.on('error', () => {}).destroy()
      reject(new RelayError(`No connection to the relay: ${error.message}`, phase))
    }
    const closed = () => settle(new Error('it was closed'))
    const timer = setTimeout(() => settle(new Error('it took too long')), timeout)
    socket.once(event, settle).once('error', settle).once('close', closed)
  })
}

async function hello(dialogue: Dialogue, name: string): Promise<Capabilities> {
  const lines = await dialogue.ask('ehlo', `EHLO ${name}`)
  // Servers of before 1995 know HELO only (RFC 5321 §3.2).
  return lines[0]?.startsWith('2') ? parseCapabilities(lines) : parseCapabilities(await dialogue.expect('ehlo', `HELO ${name}`, 250))
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

async function signIn(dialogue: Dialogue, relay: Relay, how: SignIn, { auth }: Capabilities): Promise<void> {
  if ('tokens' in how) {
    // RFC 7628 where it is all that is offered: what Microsoft and Google call XOAUTH2 is older, and the same.
    const mechanism = auth.has('OAUTHBEARER') && !auth.has('XOAUTH2') ? 'OAUTHBEARER' : 'XOAUTH2'
    return showToken(dialogue, relay, how, mechanism)
  }
  const { user, password } = how
  if (auth.has('PLAIN') || !auth.has('LOGIN')) {
    await dialogue.expect('auth', `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 235)
    return
  }
  await dialogue.expect('auth', 'AUTH LOGIN', 334)
  await dialogue.expect('auth', base64(user), 334)
  await dialogue.expect('auth', base64(password), 235)
}

type ByToken = Extract<SignIn, { tokens: unknown }>

async function showToken(dialogue: Dialogue, { host, port }: Relay, { user, tokens }: ByToken, mechanism: string): Promise<void> {
  const token = await tokens.get()
  const isRfc = mechanism === 'OAUTHBEARER'
  const whose = isRfc
    ? `n,a=${user.replace(/[=,]/g, (sign) => (sign === ',' ? '=2C' : '=3D'))},\x01host=${host}\x01port=${port}`
    : `user=${user}`
  let lines = await dialogue.ask('auth', `AUTH ${mechanism} ${base64(`${whose}\x01auth=Bearer ${token}\x01\x01`)}`)
  let why = ''
  if (lines[0]?.startsWith('334')) {
    // A server that takes no such token says so in a challenge, and its no once that is answered (RFC 7628 §3.2.3).
    why = statusIn(parseReply(lines).text)
    lines = await dialogue.ask('auth', isRfc ? base64('\x01') : '')
  }
  const reply = parseReply(lines)
  if (reply.code === 235) return
  tokens.forget(token)
  throw new RelayError(`The relay takes no token for ${user} by ${mechanism}: ${reply.code} ${reply.text}${why}`, 'auth', reply)
}

/** What a challenge says of the token, where it says it as it should. */
function statusIn(challenge: string): string {
  try {
    const { status } = JSON.parse(Buffer.from(challenge, 'base64').toString())
    return /^[\w .-]{1,40}$/.test(status) ? ` (status ${status})` : ''
  } catch {
    return ''
  }
}

/** One question, one answer: what comes before the mail. */
class Dialogue {
  #reader = new ReplyReader()
  #replies: string[][] = []
  #failure: Error | undefined
  #wake = () => {}

  readonly socket: net.Socket
  readonly timeouts: Timeouts

  constructor(socket: net.Socket, timeouts: Timeouts) {
    this.socket = socket
    this.timeouts = timeouts
    socket.on('data', this.#take).on('error', this.#fail).on('close', this.#close)
  }

  #take = (chunk: Buffer) => {
    try {
      this.#replies.push(...this.#reader.read(chunk.toString('latin1')))
    } catch (error) {
      this.#failure = error as Error
    }
    this.#wake()
  }

  #fail = (error: Error) => {
    this.#failure ??= error
    this.#wake()
  }

  #close = () => this.#fail(new Error('The relay closed the connection.'))

  /** The lines of the answer to a command, or of the greeting. */
  async ask(phase: Phase, command?: string): Promise<string[]> {
    if (command !== undefined) this.socket.write(`${command}\r\n`)
    const timer = setTimeout(() => this.#fail(new Error('The relay did not answer in time.')), this.timeouts[phase])
    try {
      for (;;) {
        const reply = this.#replies.shift()
        if (reply) return reply
        if (this.#failure) throw new RelayError(this.#failure.message, phase)
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Throws RelayError unless the answer has this code. */
  async expect(phase: Phase, command: string | undefined, code: number): Promise<string[]> {
    const lines = await this.ask(phase, command)
    const reply = parseReply(lines)
    if (reply.code !== code) throw new RelayError(`The relay said ${reply.code}: ${reply.text}`, phase, reply)
    return lines
  }

  /** The socket, for the next one to read. What came unasked must not be taken for what comes later (CVE-2011-0411). */
  release(): net.Socket {
    this.socket.off('data', this.#take).off('error', this.#fail).off('close', this.#close)
    if (this.#replies.length > 0 || this.#failure) throw new RelayError(this.#failure?.message ?? 'The relay speaks unasked.', 'tls')
    return this.socket
  }
}
