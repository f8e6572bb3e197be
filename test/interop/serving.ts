import { createPublicKey } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { dkimDnsRecord } from '../../src/lib/mail/dkim.ts'
import { start } from '../../src/main.ts'
import { findSigningKeys } from '../../src/outbox/queries.ts'
import { makeWorld } from '../world.ts'

export const domain = 'lists.example.org'

/** A world that takes mail, sorts it and sends it, as `rapport serve` does, on ports of its own. */
export async function serve(env: Record<string, string>) {
  const world = await makeWorld({
    answers: {},
    env: { RAPPORT_MAIL_DOMAIN: domain, RAPPORT_SMTP: '127.0.0.1:0', ...env },
  })
  // Other programs look at the machine's clock, so that ours is the same.
  Object.defineProperty(world.clock, 'now', { get: () => new Date() })
  const { config, context, ground, db } = world
  const served = { ...ground, context: { ...context, authserv: config.authserv }, close: async () => {} }
  const running = await start(served, new Set(['smtp', 'worker']))
  return {
    ...world,
    smtpPort: running.smtpPort ?? 0,
    list: `lectio-l@${domain}`,
    /** The message of this subject, once it is in the archive. */
    archived: (subject: string) =>
      until(`"${subject}" in the archive`, () => db.selectFrom('message').selectAll().where('subject', '=', subject).executeTakeFirst()),
    /** The DKIM records that the operator publishes, one each key, values by their names. */
    async dkimRecords(): Promise<Record<string, string>> {
      const { rsa, ed25519 } = await findSigningKeys(db, domain)
      if (!rsa || !ed25519) throw new Error('no signing keys')
      const records = [rsa, ed25519].map((key) => dkimDnsRecord(createPublicKey(key.publicKey), key.selector, domain))
      return Object.fromEntries(records.map(({ name, value }) => [name, value]))
    },
    async end() {
      await running.stop()
      await world.end()
    },
  }
}

/** Asks again until there is an answer, at most for 20 s. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`${what}: waited in vain`)
    await sleep(50)
  }
}
