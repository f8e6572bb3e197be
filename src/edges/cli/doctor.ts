import { resolverOf } from '../../beforehand.ts'
import { type Config, readConfig } from '../../config.ts'
import type { Database } from '../../lib/db/connect.ts'
import type { Resolver } from '../../lib/mail/dns.ts'
import { checkDatabase } from '../../operations/doctor/database.ts'
import { checkDns } from '../../operations/doctor/dns.ts'
import { dnsQuestion, examineSite } from '../../operations/doctor/examine.ts'
import { type Finding, findingsOf, found, inWords } from '../../operations/doctor/finding.ts'
import { checkMachine } from '../../operations/doctor/machine.ts'
import { checkRelay, probeFrom } from '../../operations/doctor/relay.ts'
import { Usage } from './inspect.ts'
import { withDatabase } from './open.ts'

/** Looks at everything that an operator answers for; changes nothing and sends nothing. */
export async function examine(config: Config, database: Database, resolver: Resolver, now: Date): Promise<Finding[]> {
  const { findings, usable } = await checkDatabase(database)
  const rest = usable
    ? await examineSite({ config, db: database.db, resolver, now })
    : (await Promise.all(withoutDatabase(config, resolver, now))).flat()
  return [...findings, ...rest]
}

const withoutDatabase = (config: Config, resolver: Resolver, now: Date) => [
  checkDns(dnsQuestion(config, resolver)),
  checkRelay(config),
  checkMachine(config, now),
]

/** A database that cannot be opened is a finding too, and the rest is still looked at. */
async function examineAll(config: Config): Promise<Finding[]> {
  const resolver = resolverOf(config)
  try {
    return await withDatabase(config, 2, (database) => examine(config, database, resolver, new Date()))
  } catch (error) {
    const broken = findingsOf('database').wrong((error as Error).message, found.database.broken)
    return [broken, ...(await Promise.all(withoutDatabase(config, resolver, new Date()))).flat()]
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
  if (to !== undefined) findings.push(...(await probeFrom(config, to, new Date())))
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(findings)}\n` : inWords(findings))
  return findings.some((finding) => finding.level === 'wrong') ? 1 : 0
}
