import type { Logger } from 'pino'
import type { Auth } from './auth.ts'
import type { Site } from './config.ts'
import type { Consequences } from './consequences.ts'
import type { Gathered } from './gathered.ts'
import type { Db, Write } from './lib/db/rows.ts'
import type { Resolver } from './lib/mail/dns.ts'
import type { ParsePool } from './lib/mail/parse-pool.ts'
import type { Pace } from './lib/pace.ts'
import type { Offers } from './offers.ts'
import type { BackupPlan } from './operations/watch/backup.ts'

/** What a job is given. A retry is normal: a job finds out first whether its work is done already. */
export interface TaskContext {
  db: Db
  write: Write
  site: Site
  log: Logger
  resolver: Resolver
  /** Parses what is too large to be parsed on the spot. */
  parser: ParsePool
  auth: Auth
  /** Where the ledger of erasures is written beside the database. */
  ledgerPath?: string
  /** Steps back while pages are asked for; not where nobody asks. */
  pace?: Pace
  /** The authserv-id whose Authentication-Results are believed. */
  authserv?: string
  /** Where clamd listens; undefined: files are not scanned. */
  scanner?: string | undefined
  /** Whether a relay is set, so that what is due leaves. */
  sends?: boolean
  /** Where a backup goes each night; undefined where none is made by itself. */
  backups?: BackupPlan
  /** Folders whose disks are watched. */
  disks?: readonly string[]
  /** The file of the certificate for incoming mail, whose end is watched. */
  certificate?: string
  /** Whether the settings name several database servers. */
  replicated?: boolean
  /** Whether the versions of Node.js and PostgreSQL are watched. */
  versions?: boolean
  /** The folder of the archive of the log, which is watched. */
  walTo?: string | undefined
  /** Networks of one's own that webhooks may be sent to. */
  webhookNetworks?: string[]
  /** It is not tried again when it fails now. */
  lastTry?: boolean
  now(): Date
}

/** What a job is given that needs a domain above its own, or what all domains sign. */
export interface JobContext extends TaskContext {
  gathered: Gathered
  offers: Offers
  consequences: readonly Consequences[]
}

export type Task = (payload: never, context: JobContext) => Promise<void>
