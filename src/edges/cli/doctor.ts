import { type Config, readConfig } from '../../config.ts'
import { connect, type Database } from '../../lib/db/connect.ts'
import { createResolver, type Resolver } from '../../lib/mail/dns.ts'
import { findSigningKeys } from '../../outbox/queries.ts'
import { checkClock, checkDatabase, checkDeliveries, checkJournal, checkQueue } from './doctor/database.ts'
import { checkDns } from './doctor/dns.ts'
import { type Finding, findingsOf, inWords } from './doctor/finding.ts'
import { checkMachine } from './doctor/machine.ts'
import { checkRelay, probeFrom } from './doctor/relay.ts'
import { Usage } from './inspect.ts'
import { openDatabase } from './open.ts'

/** Looks at everything that an operator answers for; changes nothing and sends nothing. */
export async function examine(config: Config, database: Database, resolver: Resolver, now: Date): Promise<Finding[]> {
  const { findings, usable } = await checkDatabase(database)
  const keys = usable ? await findSigningKeys(database.db, config.mailDomain) : undefined
  const outside = Promise.all([
    checkDns({ domain: config.mailDomain, resolver, keys, signs: config.dkim }),
    checkRelay(config.relay, config.mailDomain),
    checkMachine(config, now),
  ])
  const inside = usable
    ? [
        await checkClock(database, now),
        await checkJournal(database),
        await checkQueue(database, now),
        await checkDeliveries(database, now, config.relay !== undefined),
      ]
    : []
  return [findings, ...inside, ...(await outside)].flat()
}

/** A database that cannot be opened is a finding too, and the rest is still looked at. */
async function examineAll(config: Config): Promise<Finding[]> {
  const resolver = createResolver(config.dns)
  try {
    const opened = await openDatabase(config, { share: true })
    const database = connect(opened.url, { size: 2 })
    try {
      return await examine(config, database, resolver, new Date())
    } finally {
      await database.close()
      await opened.close()
    }
  } catch (error) {
    const broken = findingsOf('database').wrong((error as Error).message, 'Nothing works without the database.')
    const rest = [
      checkDns({ domain: config.mailDomain, resolver, signs: config.dkim }),
      checkRelay(config.relay, config.mailDomain),
      checkMachine(config, new Date()),
    ]
    return [broken, ...(await Promise.all(rest)).flat()]
  }
}

/** `rapport doctor [--json] [--probe ADDRESS]`: is everything as it should be? Ends with 1 where something is wrong. */
export async function doctor(args: string[]): Promise<number> {
  const at = args.indexOf('--probe')
  const to = at < 0 ? undefined : args[at + 1]
  const others = at < 0 ? args : args.toSpliced(at, 2)
  if (others.some((arg) => arg !== '--json') || (at >= 0 && !/^[^\s@<>]+@[^\s@<>]+$/.test(to ?? '')))
    throw new Usage('doctor takes --json, and --probe ADDRESS, which sends one mail to that address')
  const config = readConfig()
  const findings = await examineAll(config)
  if (to !== undefined) findings.push(...(await probeFrom(config.relay, config.mailDomain, to, new Date())))
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(findings)}\n` : inWords(findings))
  return findings.some((finding) => finding.level === 'wrong') ? 1 : 0
}
