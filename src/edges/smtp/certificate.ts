import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { TaskContext } from '../../task.ts'

interface Pair {
  cert: Buffer
  key: Buffer
}

/** The certificate of the mail server and its key, read again when their files change. */
export class CertificateFiles {
  readonly #paths: { cert: string; key: string }
  readonly #log: TaskContext['log']
  #seen: string
  readonly pair: Pair

  /** @throws where a file cannot be read */
  constructor(paths: { cert: string; key: string }, log: TaskContext['log']) {
    this.#paths = paths
    this.#log = log
    this.#seen = this.#look()
    this.pair = this.#read()
  }

  /**
   * The new pair, where the files have changed since they were last asked for. One that does not fit together, as while the second is still
   * being written, is left out, and looked at again once it changes.
   */
  renewed(): Pair | undefined {
    try {
      const now = this.#look()
      if (now === this.#seen) return undefined
      this.#seen = now
      const pair = this.#read()
      createSecureContext(pair)
      this.#log.info({ file: this.#paths.cert }, 'the certificate was read again')
      return pair
    } catch (error) {
      this.#log.error({ err: error, file: this.#paths.cert }, 'the new certificate cannot be used; the one before is served on')
      return undefined
    }
  }

  #look(): string {
    return [this.#paths.cert, this.#paths.key]
      .map((path) => statSync(path))
      .map(({ ino, mtimeMs, size }) => `${ino}:${mtimeMs}:${size}`)
      .join()
  }

  #read(): Pair {
    return { cert: readFileSync(this.#paths.cert), key: readFileSync(this.#paths.key) }
  }
}
