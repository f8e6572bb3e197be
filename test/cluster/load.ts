import { setTimeout as sleep } from 'node:timers/promises'
import { greet } from '../dialogue.ts'
import { mail } from '../mail.ts'
import { within } from './site.ts'

/** When something was said yes to, of one kind. */
export class Yeses {
  readonly at: number[] = []

  note(): void {
    this.at.push(performance.now())
  }

  /** The longest time without one that touches this span, in seconds. */
  longestGap(from: number, to: number): number {
    const times = [...this.at.filter((at) => at < to), to]
    const gaps = times.map((at, i) => ({ at, gap: at - (times[i - 1] ?? at) }))
    return Math.max(0, ...gaps.filter(({ at }) => at >= from).map(({ gap }) => gap)) / 1_000
  }
}

interface Host {
  host: string
  port: number
}

/** Mail servers elsewhere, which try the hosts of the domain in turn until one takes a mail. */
export class Senders {
  readonly taken = new Set<number>()
  readonly yeses = new Yeses()
  again = 0
  #next = 1
  #stopped = false
  readonly #done: Promise<unknown>

  constructor(hosts: readonly Host[], from: string, senders = 4) {
    this.#done = Promise.all(Array.from({ length: senders }, (_, i) => this.#send(hosts, from, i)))
  }

  stop(): Promise<unknown> {
    this.#stopped = true
    return this.#done
  }

  async #send(hosts: readonly Host[], from: string, first: number): Promise<void> {
    let turn = 0
    let client: Awaited<ReturnType<typeof greet>> | undefined
    while (!this.#stopped) {
      const number = this.#next++
      const data = mail({ from, subject: `Mail ${number}`, id: `${number}@cluster.example`, text: `We see the same. ${number}` })
      for (;;) {
        const host = hosts[(first + turn) % hosts.length]
        client ??= await greet(host?.port ?? 0, 'EHLO maria.example', 25_000, host?.host).catch(() => undefined)
        const reply = await client?.send({ from, data }).catch(() => 'closed')
        if (reply?.startsWith('250')) break
        if (reply !== undefined && reply !== 'closed' && !reply.startsWith('4')) throw new Error(`mail ${number}: ${reply}`)
        if (reply !== undefined) this.again++
        client?.hangUp()
        client = undefined
        turn++
        await sleep(100)
      }
      this.taken.add(number)
      this.yeses.note()
      // Each begins with a host of its own, and comes back to it: never do all wait for the same one.
      turn = 0
      if (number % 10 === 0) {
        client?.hangUp()
        client = undefined
      }
      // A mail server takes 600 mails a minute of one peer; all of these may come to one.
      await sleep(400)
    }
    client?.hangUp()
  }
}

/** Visitors without a cookie, who read pages. */
export class Visitors {
  seen = 0
  readonly failures: string[] = []
  readonly yeses = new Yeses()
  #stopped = false
  readonly #done: Promise<void>

  constructor(site: string, paths: readonly string[]) {
    this.#done = this.#read(site, paths)
  }

  stop(): Promise<void> {
    this.#stopped = true
    return this.#done
  }

  async #read(site: string, paths: readonly string[]): Promise<void> {
    for (let visit = 0; !this.#stopped; visit++) {
      const path = `${paths[visit % paths.length]}?visit=${visit}`
      const answer = await fetch(`${site}${path}`, within(10_000)).catch((error: Error) => error)
      const text = answer instanceof Error ? answer.message : await answer.text().catch((error: Error) => error.message)
      if (!(answer instanceof Error) && answer.status === 200) {
        this.seen++
        this.yeses.note()
      } else this.failures.push(`${path} ${answer instanceof Error ? answer.message : answer.status} ${text.slice(0, 80)}`)
      await sleep(100)
    }
  }
}
