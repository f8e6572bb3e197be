import type { Config } from '../../config.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { Resolver } from '../../lib/mail/dns.ts'
import { findSigningKeys } from '../../outbox/queries.ts'
import { postgresVersion } from '../watch/queries.ts'
import { surroundingsOf } from '../watch/rules.ts'
import { checkArchive } from './archive.ts'
import { checkBackup } from './backup.ts'
import { checkClock, checkDeliveries, checkJournal, checkQueue, checkReplication } from './database.ts'
import { checkDns, type DnsQuestion, type DnsRecord, dnsRecords } from './dns.ts'
import { checkFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { checkMachine } from './machine.ts'
import { checkRelay } from './relay.ts'
import { checkReports } from './reports.ts'
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

/** What is asked of the DNS, as the site is set. */
export const dnsQuestion = (config: Config, resolver: Resolver): DnsQuestion & { webHost: string } => ({
  ...{ domain: config.mailDomain, resolver, signs: config.dkim },
  ...{ sts: config.sts, webHost: new URL(config.baseUrl).hostname.replace(/^\[|\]$/g, '') },
  ...{ tlsReports: config.tlsReports, allowed: config.webhookNetworks, relay: relayHost(config.relay) },
})

/** The host that all mail leaves through, where it is another one than this; of its password nothing is said. */
function relayHost(relay: string | undefined): string | undefined {
  const host = relay === undefined ? undefined : URL.parse(relay)?.hostname.replace(/^\[|\]$/g, '')
  return host && !/^(?:localhost$|127\.|::1$)/.test(host) ? host : undefined
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
    names.length > 0 ? checkDns({ ...dnsQuestion(config, resolver), keys }, names) : [],
    only.includes('relay') ? checkRelay(config) : [],
    only.includes('machine') ? checkMachine(config, now) : [],
  ])
  const inside = only.includes('data')
    ? [
        await checkClock({ db }, now),
        await checkReplication({ db }, surroundingsOf(config).replicated ?? false),
        await checkJournal({ db }),
        await checkQueue({ db }, now),
        await checkDeliveries({ db }, now, config.relay !== undefined),
        await checkReports(db, config, now),
        await checkFiles(db, config),
        await checkArchive(db, config, now),
        await checkBackup(db, config, now),
        checkVersions({ node: process.versions.node, postgres: await postgresVersion(db) }, now),
      ]
    : []
  return [...inside, ...(await outside)].flat()
}
