import { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection'
import { isLoopback } from './limits.ts'

type Accept = SMTPServer['connect']

/**
 * The library waits 100 ms before it greets, to catch programs that talk too soon. That is right for strangers and a cost without a use
 * on loopback and LMTP (docs/decisions/0016). Every connection also has a longest life, which no trickle of bytes extends.
 */
class Connection extends SMTPConnection {
  #life: NodeJS.Timeout | undefined

  override init(): void {
    if (this._server instanceof MailListener) {
      this.#life = setTimeout(() => this.send(421, 'This connection has lasted long enough'), this._server.lifeMs)
      this.#life.unref()
    }
    const { lmtp, maxClients = Number.POSITIVE_INFINITY } = this._server.options
    const full = this._server.connections.size > maxClients
    const greetAtOnce = lmtp || isLoopback(this.remoteAddress)
    if (full || !greetAtOnce) super.init()
    else this._setListeners(() => setImmediate(() => this.connectionReady()))
  }

  /** Lets go of who is not in the middle of a mail; the others have the server's grace to end it. */
  leave(): void {
    if (!this._dataStream && !this._handlerPending) this.send(421, 'Server shutting down')
  }

  override _onClose(): void {
    clearTimeout(this.#life)
    super._onClose()
  }
}

/** The library's server with connections of our own. */
export class MailListener extends SMTPServer {
  lifeMs = 3_600_000

  override connect(...[socket, socketOptions]: Parameters<Accept>): void {
    const connection = new Connection(this, socket, socketOptions)
    this.connections.add(connection)
    connection.on('error', (error: Error) => this._onError(error))
    connection.on('connect', (data) => this._onClientConnect(data))
    connection.init()
  }

  override close(callback?: () => void): void {
    for (const connection of this.connections) if (connection instanceof Connection) connection.leave()
    super.close(callback)
  }
}
