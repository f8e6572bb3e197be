import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection'
import { isLoopback, peerOf } from './limits.ts'
import { CommandLines } from './lines.ts'

type Accept = SMTPServer['connect']

const mostMalformed = 10
const beginsWithCode = /^[245]\.\d{1,3}\.\d{1,3} /

/**
 * Exim sends QUIT right behind the end of a mail, and closes its side: it hears what we say to both all the same. The library says nothing
 * where one side is closed, so that a mail was kept and its sender, who heard no answer, brought it again.
 */
function answerTheSilent(socket: Socket): void {
  Object.defineProperty(socket, 'readyState', { configurable: true, get: () => (socket.writable ? 'open' : 'closed') })
}

/**
 * The library waits 100 ms before it greets, to catch programs that talk too soon. That is right for strangers and a cost without a use
 * on loopback and LMTP (docs/decisions/0016). Every connection also has a longest life, which no trickle of bytes extends.
 */
class Connection extends SMTPConnection {
  #life: NodeJS.Timeout | undefined
  #malformed = 0
  /** The number of the command that it said last, among those of all connections. */
  heard = 0

  override init(): void {
    if (this._server instanceof MailListener) {
      this.heard = this._server.countCommand()
      this.#life = setTimeout(() => this.send(421, 'This connection has lasted long enough'), this._server.lifeMs)
      this.#life.unref()
    }
    const { lmtp, maxClients = Number.POSITIVE_INFINITY } = this._server.options
    const full = this._server.connections.size > maxClients
    const greetAtOnce = lmtp || isLoopback(this.remoteAddress)
    if (full || !greetAtOnce) super.init()
    else this._setListeners(() => setImmediate(() => this.connectionReady()))
  }

  override _createParser(): CommandLines {
    const lines = new CommandLines({ maxCommandLength: this._server.options.maxCommandLength })
    // Who says no more has had all its answers by then.
    lines.on('finish', () => this.close())
    lines.oncommand = (command, done) => this.#hear(command, done, lines.endsBare)
    lines.on('error', (error) => this.send(421, `Error: ${error.message}`))
    return lines
  }

  /**
   * A bare CR, a bare LF or a NUL in a command (RFC 5321 §2.3.8, §4.1.1): to one program it ends the line, to another it does not, and what
   * stands behind it is a second command or a part of the first. Behind a bare LF nothing is heard any more: somebody at a keyboard is
   * answered, and nobody brings in a command that a server in front did not see.
   */
  #hear(command: Buffer, done: (() => void) | undefined, endsBare: boolean): void {
    if (this._server instanceof MailListener) this.heard = this._server.countCommand()
    const isHeard = this._ready && !this._upgrading
    if (isHeard && endsBare) {
      this.send(500, '5.5.2 A command ends with CR LF, not with a bare LF')
      this.close()
    } else if (isHeard && (command.includes('\r') || command.includes('\0'))) this.#refuse(done)
    else this._onCommand(command, done)
  }

  #refuse(done: (() => void) | undefined): void {
    this._nextHandler = false
    this.#malformed++
    if (this.#malformed > mostMalformed) this.send(421, '5.5.2 Too many malformed commands')
    else {
      this.send(500, '5.5.2 A command holds no bare CR and no NUL')
      if (done) setImmediate(done)
    }
  }

  /** Each answer carries its code (RFC 2034): the one that it begins with, else the library's for it. */
  override send(...[code, words, context]: Parameters<SMTPConnection['send']>): void {
    answerTheSilent(this._socket)
    super.send(code, words, typeof words === 'string' && beginsWithCode.test(words) ? false : context)
  }

  /** The library looks up what a client said as a command among its own names for answers, too: a no never begins with a yes. */
  override _getEnhancedStatusCode(...[code, context]: Parameters<SMTPConnection['_getEnhancedStatusCode']>): string {
    const found = super._getEnhancedStatusCode(code, context)
    return found === '' || found.startsWith(`${code}`.slice(0, 1)) ? found : super._getEnhancedStatusCode(code)
  }

  /** Does it only stand there, neither in the middle of a mail nor waiting for us? */
  get isIdle(): boolean {
    return !this._dataStream && !this._handlerPending
  }

  /** Lets go of who is not in the middle of a mail; the others have the server's grace to end it. */
  leave(words = 'Server shutting down'): void {
    if (this.isIdle) this.send(421, words)
  }

  override _onClose(): void {
    clearTimeout(this.#life)
    super._onClose()
  }
}

/** The library's server with connections of our own. */
export class MailListener extends SMTPServer {
  lifeMs = 3_600_000
  #commands = 0

  /** The number of a command, in the order in which they came. */
  countCommand(): number {
    this.#commands++
    return this.#commands
  }

  override connect(...[socket, socketOptions]: Parameters<Accept>): void {
    const connection = new Connection(this, socket, socketOptions)
    if (this.connections.size >= (this.options.maxClients ?? Number.POSITIVE_INFINITY)) this.#makeRoom()
    this.connections.add(connection)
    connection.on('error', (error: Error) => this._onError(error))
    connection.on('connect', (data) => this._onClientConnect(data))
    connection.init()
  }

  /** Where all places are taken, who holds the most of them and does nothing with one gives it up: the one silent for longest. */
  #makeRoom(): void {
    const all = [...this.connections].filter((one): one is Connection => one instanceof Connection)
    const held = Map.groupBy(all, (one) => peerOf(one.remoteAddress))
    const [first] = [...held.values()]
      .toSorted((a, b) => b.length - a.length)
      .flatMap((ofPeer) => ofPeer.filter((one) => one.isIdle).toSorted((a, b) => a.heard - b.heard))
    first?.leave('4.3.2 Others wait for this place; please come again')
  }

  override close(callback?: () => void): void {
    for (const connection of this.connections) if (connection instanceof Connection) connection.leave()
    super.close(callback)
  }
}
