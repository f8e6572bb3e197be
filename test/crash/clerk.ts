import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** One thing that is done on the web, once for each number; throws or answers with what is not 2xx or 3xx where it was not taken. */
type Act = (number: number, key: string) => Promise<Response>

/** Fills in forms as somebody at a browser does, each again until the site has said that it is done. */
export class Clerk {
  /** Numbers that the site has said yes to, by what was done. */
  readonly done: Record<string, number[]> = {}
  #stopped = false
  readonly #ends: Promise<void>[] = []
  readonly #site: string
  readonly #cookie: string

  constructor(site: string, cookie: string) {
    this.#site = site
    this.#cookie = cookie
  }

  /** Begins to repeat an act, until it was done so often. */
  keepDoing(what: string, act: Act, most = Number.POSITIVE_INFINITY): void {
    const done: number[] = []
    this.done[what] = done
    const run = async () => {
      for (let number = 1; !this.#stopped && number <= most; number++) {
        const key = randomUUID()
        while (!(await this.#try(what, number, () => act(number, key)))) await sleep(100)
        done.push(number)
        await sleep(100)
      }
    }
    this.#ends.push(run())
  }

  async #try(what: string, number: number, act: () => Promise<Response>): Promise<boolean> {
    const answer = await act().catch(() => undefined)
    if (!answer || answer.status >= 500) return false
    const text = await answer.text().catch(() => undefined)
    if (answer.status >= 400) throw new Error(`${what} ${number}: ${answer.status} ${text?.slice(0, 500)}`)
    return true
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#ends)
  }

  /** Sends a form. */
  post(path: string, form: Record<string, string>): Promise<Response> {
    return this.#send('POST', path, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded')
  }

  /** Brings a file in two pieces, beginning anew where anything came between. */
  async upload(name: string, content: Buffer): Promise<Response> {
    const begun = await this.post('/uploads', { name, size: String(content.length) })
    if (!begun.ok) return begun
    const { key } = (await begun.json()) as { key: string }
    const piece = await this.#send('PUT', `/uploads/${key}/0`, new Uint8Array(content), 'application/octet-stream')
    if (!piece.ok) return piece
    return this.post(`/uploads/${key}/finish`, { sha256: createHash('sha256').update(content).digest('hex') })
  }

  #send(method: string, path: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<Response> {
    const headers = { origin: this.#site, cookie: this.#cookie, 'content-type': type }
    return fetch(`${this.#site}${path}`, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(20_000) })
  }
}
