import { setTimeout as sleep } from 'node:timers/promises'
import { greet } from '../dialogue.ts'

/** Sends numbered mails over a few connections, each again and again until it got its 250, as a mail server in front would. */
export class Feeder {
  /** Numbers of the mails that got a 250. */
  readonly acknowledged = new Set<number>()
  /** How often a mail was sent once more, since its answer never came. */
  repeats = 0
  #next = 1
  #stopped = false
  readonly #done: Promise<unknown>

  constructor(port: number, compose: (number: number) => { from: string; data: Buffer }, connections = 4) {
    this.#done = Promise.all(Array.from({ length: connections }, () => this.#feed(port, compose)))
  }

  /** Begins no more mails; resolves when the last one begun is acknowledged. */
  stop(): Promise<unknown> {
    this.#stopped = true
    return this.#done
  }

  async #feed(port: number, compose: (number: number) => { from: string; data: Buffer }): Promise<void> {
    let client: Awaited<ReturnType<typeof greet>> | undefined
    while (!this.#stopped) {
      const number = this.#next++
      for (;;) {
        client ??= await greet(port).catch(() => undefined)
        const reply = await client?.send(compose(number)).catch(() => 'closed')
        if (reply?.startsWith('250')) break
        // Anything but a closed connection or "later" would be a lost mail.
        if (reply !== undefined && reply !== 'closed' && !reply.startsWith('4')) throw new Error(`mail ${number}: ${reply}`)
        if (reply !== undefined) this.repeats++
        client?.hangUp()
        client = undefined
        await sleep(50)
      }
      this.acknowledged.add(number)
      await sleep(40)
    }
    client?.hangUp()
  }
}
