import { readConfig } from '../src/config.ts'
import { sortMails } from '../src/edges/mailroom/jobs.ts'
import { openGround } from '../src/ground.ts'
import { DnsError, type Resolver } from '../src/lib/mail/dns.ts'
import { createSender } from '../src/lib/mail/smtp-client.ts'
import { Composer } from '../src/outbox/compose.ts'
import { deliver } from '../src/outbox/jobs.ts'

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
while ((await deliver(context, sender, composer)) > 0);
await sender.close()
await context.parser.close()
await ground.close()
process.stdout.write('done\n')
