import type { Config } from '../../config.ts'
import type { Db } from '../../lib/db/connect.ts'
import type { Resolver } from '../../lib/mail/dns.ts'
import { findSigningKeys } from '../../outbox/queries.ts'
import { postgresVersion } from '../watch/queries.ts'
import { checkClock, checkDeliveries, checkJournal, checkQueue } from './database.ts'
import { checkDns, type DnsRecord, dnsRecords } from './dns.ts'
import type { Finding } from './finding.ts'
import { checkMachine } from './machine.ts'
import { checkRelay } from './relay.ts'
import { checkVersions } from './versions.ts'

/** What can be looked at by itself. */
export const checkNames = [...dnsRecords, 'relay', 'machine', 'data'] as const
export type CheckName = (typeof checkNames)[number]

interface Patient {
  config: Config
  db: Db
  resolver: Resolver
  now: Date
}

const isDns = (name: CheckName): name is DnsRecord => dnsRecords.some((one) => one === name)

/**
 * Looks at what an operator answers for, as `rapport doctor` and the page of the administrators say it; changes nothing and sends nothing.
 * @param db has the schema of this program
 */
export async function examineSite({ config, db, resolver, now }: Patient, only: readonly CheckName[] = checkNames): Promise<Finding[]> {
  const names = only.filter(isDns)
  const keys = names.includes('dkim') ? await findSigningKeys(db, config.mailDomain) : undefined
  const outside = Promise.all([
    names.length > 0 ? checkDns({ domain: config.mailDomain, resolver, keys, signs: config.dkim }, names) : [],
    only.includes('relay') ? checkRelay(config.relay, config.mailDomain) : [],
    only.includes('machine') ? checkMachine(config, now) : [],
  ])
  const inside = only.includes('data')
    ? [
        await checkClock({ db }, now),
        await checkJournal({ db }),
        await checkQueue({ db }, now),
        await checkDeliveries({ db }, now, config.relay !== undefined),
        checkVersions({ node: process.versions.node, postgres: await postgresVersion(db) }, now),
      ]
    : []
  return [...inside, ...(await outside)].flat()
}
