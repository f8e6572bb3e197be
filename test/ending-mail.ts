import type { Resolver } from '../src/lib/mail/dns.ts'

// Out of what was built: the sources have JSX in them, which Node does not read by itself.
const built = async <T>(path: string): Promise<T> => (await import(new URL(`../dist/${path}.js`, import.meta.url).href)) as T
const { readConfig } = await built<typeof import('../src/config.ts')>('config')
const { sortMails } = await built<typeof import('../src/edges/mailroom/jobs.ts')>('edges/mailroom/jobs')
const { openGround } = await built<typeof import('../src/ground.ts')>('ground')
const { DnsError } = await built<typeof import('../src/lib/mail/dns.ts')>('lib/mail/dns')
const { createSender } = await built<typeof import('../src/lib/mail/smtp-client.ts')>('lib/mail/smtp-client')
const { Composer } = await built<typeof import('../src/outbox/compose.ts')>('outbox/compose')
const { deliver } = await built<typeof import('../src/outbox/jobs.ts')>('outbox/jobs')
const { Courier } = await built<typeof import('../src/outbox/sending.ts')>('outbox/sending')
const { watchCouriers } = await built<typeof import('../src/outbox/sending-actions.ts')>('outbox/sending-actions')

/**
 * A process that sorts what waits and sends what is due: `node ending-mail.ts ENVIRONMENT RELAY`. It ends at once where it asks the name
 * server about a mail from poison.example, and says so.
 */
const [env = '{}', relay = ''] = process.argv.slice(2)
const config = readConfig(JSON.parse(env))
const ground = await openGround(config)
const resolver = (async (name: string, type: string) => {
  if (name.endsWith('poison.example')) {
    process.stdout.write('ends\n')
    process.exit(9)
  }
  throw new DnsError('ENOTFOUND', name, type)
}) as Resolver
const context = { ...ground.context, resolver, now: () => new Date('2026-10-16T09:00:00Z') }
while ((await sortMails(context)) > 0);
const sender = createSender(relay, { connections: 1 })
const composer = new Composer(context, { sign: false, ownFrom: false })
// Nobody else is at this database: what the one before was sending is nobody's.
const courier = new Courier(config.dataFolder, { lanes: 1, lapses: () => 0, log: context.log })
await watchCouriers(context, courier, true)(performance.now())
while ((await deliver(context, sender, composer, undefined, courier.lanes[0])) > 0);
courier.close()
await sender.close()
await context.parser.close()
await ground.close()
process.stdout.write('done\n')
