import { resolve } from 'node:path'
import { z } from 'zod'
import {
  ConfigError,
  count,
  databaseProblem,
  databaseUrl,
  domain,
  hostName,
  isPrivately,
  listenAt,
  listenOrOff,
  readDomains,
  readNetworks,
  relay,
  root,
  url,
  words,
} from './config-values.ts'
import { closest } from './lib/closest.ts'
import { serversOf } from './lib/db/servers.ts'

/** What links and addresses in mails are made of. */
export interface Site {
  /** Without a slash at the end. */
  baseUrl: string
  mailDomain: string
  /** Signs links, reply addresses and sessions. */
  secret: string
}

const roles = ['web', 'smtp', 'worker'] as const
/** What one process does; any number of each can run on one database. */
export type ProcessRole = (typeof roles)[number]

const Environment = z.object({
  RAPPORT_DATA: z.string().min(1).default('./data'),
  RAPPORT_DATABASE_URL: databaseUrl.optional(),
  RAPPORT_DATABASE_DIRECT_URL: databaseUrl.optional(),
  RAPPORT_DATABASE_REPLICA_URLS: z.string().optional(),
  RAPPORT_HTTP: z.string().default('127.0.0.1:8080'),
  RAPPORT_WEB_PROCESSES: count('processes', 1, 64).default(1),
  RAPPORT_SMTP: z.string().default('127.0.0.1:2525'),
  RAPPORT_LMTP: z.string().default('off'),
  RAPPORT_HEALTH: z.string().default('off'),
  RAPPORT_BASE_URL: root.optional(),
  RAPPORT_MAIL_DOMAIN: domain.default('lists.localhost'),
  RAPPORT_MX: z.string().optional(),
  RAPPORT_MTA_STS: z.enum(['testing', 'enforce', 'none', 'off'], { message: 'expected testing, enforce, none or off' }).default('testing'),
  RAPPORT_TLS_REPORTS: url('mailto:you@example.org or https://host/path', ['mailto:', 'https:'])
    .regex(/^[^\s,;!"]+$/, { message: 'expected one address, without blanks, commas and quotes' })
    .optional(),
  RAPPORT_TLS_CERT: z.string().optional(),
  RAPPORT_TLS_KEY: z.string().optional(),
  RAPPORT_TRUST_PROXY: z.string().optional(),
  RAPPORT_AUTHSERV: z
    .string()
    .regex(/^[^\s;,"]+$/, { message: 'expected one name, as the mail server in front writes it' })
    .optional(),
  RAPPORT_RELAY: relay.optional(),
  RAPPORT_RELAY_TOKEN_URL: z
    .string()
    .refine((value) => isPrivately(value), { message: 'expected https://host/path of a token endpoint' })
    .optional(),
  RAPPORT_RELAY_CLIENT: z.string().optional(),
  RAPPORT_RELAY_SECRET: z.string().optional(),
  RAPPORT_RELAY_SCOPE: z.string().default('https://outlook.office365.com/.default'),
  RAPPORT_SECRET: z.string().min(16, { message: 'expected at least 16 characters' }).optional(),
  RAPPORT_DNS: z.string().optional(),
  RAPPORT_BACKUP_TO: z.string().optional(),
  RAPPORT_BACKUP_KEEP: count('backups', 1).default(14),
  RAPPORT_BACKUP_COMMAND: z.string().optional(),
  RAPPORT_BACKUP_FILES: z
    .enum(['inside', 'beside'], { message: 'expected inside, or beside: each file once in a folder beside the backups' })
    .default('inside'),
  RAPPORT_WAL_TO: z.string().optional(),
  RAPPORT_WAL_KEEP: count('days', 1, 60).default(3),
  RAPPORT_FILES_TO: z.enum(['s3', 'database'], { message: 'expected s3 or database' }).optional(),
  RAPPORT_FILES_S3_ENDPOINT: url('https://host or http://host:port of the object storage', ['http:', 'https:']).optional(),
  RAPPORT_FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[\w.-]+)*$/, { message: 'expected a bucket, or bucket/prefix' })
    .optional(),
  RAPPORT_FILES_S3_REGION: z.string().default('us-east-1'),
  RAPPORT_FILES_S3_KEY: z.string().optional(),
  RAPPORT_FILES_S3_SECRET: z.string().optional(),
  RAPPORT_FILES_S3_KEEP: count('days', 1).default(30),
  RAPPORT_WEBHOOK_NETWORKS: z.string().optional(),
  RAPPORT_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { message: 'expected debug, info, warn, error or silent' })
    .default('info'),
  RAPPORT_LOG_FORMAT: z.enum(['text', 'json'], { message: 'expected text, for people, or json, for programs' }).optional(),
  RAPPORT_NODE: z.string().optional(),
  RAPPORT_POSTGRES_BIN: z.string().optional(),
  RAPPORT_VERSION_ALARM: z
    .enum(['on', 'off'], { message: 'expected on, or off where somebody else keeps versions up to date' })
    .default('on'),
  RAPPORT_DKIM: z.enum(['on', 'off'], { message: 'expected on, or off where the relay signs' }).default('on'),
  RAPPORT_RELAY_FROM: z
    .enum(['author', 'own'], { message: 'expected author, or own where the relay takes no other From' })
    .default('author'),
  RAPPORT_RELAY_QUOTA: count('messages a day', 1).optional(),
  RAPPORT_SECURITY_CONTACT: url('mailto:security@example.org or https://host/path', ['mailto:', 'https:']).optional(),
  RAPPORT_LARGEST_FILE: count('megabytes', 1, 2_000).default(200),
  RAPPORT_CLAMD: z
    .string()
    .regex(/^(?:tcp:\/\/(?:\[[0-9a-f:]+\]|[^\s/:[\]]+)(?::\d{1,5})?|unix:\/\S+)$/i, { message: 'expected tcp://host:port or unix:/path' })
    .optional(),
  RAPPORT_OIDC_ISSUER: url('https://host, the issuer as the provider writes it', ['https:', 'http:']).optional(),
  RAPPORT_OIDC_CLIENT: z.string().optional(),
  RAPPORT_OIDC_SECRET: z.string().optional(),
  RAPPORT_OIDC_LABEL: z.string().default('single sign-on'),
  RAPPORT_OIDC_DOMAINS: z.string().optional(),
  RAPPORT_SAML_IDP: z.string().optional(),
  RAPPORT_SAML_LOGIN: url('https://host/path, where the identity provider takes requests by redirect', ['https:', 'http:']).optional(),
  RAPPORT_SAML_CERT: z.string().optional(),
  RAPPORT_SAML_LABEL: z.string().default('your institution'),
  RAPPORT_SAML_DOMAINS: z.string().optional(),
})

/** The names of all settings, for the table of the operator's manual. */
export const settingNames = Object.keys(Environment.shape)

/** What only tests and the programs of others read; they share the environment. */
const elsewhere = /^RAPPORT_(?:SHARED|LONG|SEED|WORST|SAID|SCREENSHOTS|CRASH_KILLS|CLUSTER_KILLS|TOKEN)$/

function refuseUnknown(given: object): void {
  const unknown = Object.keys(given).find((name) => !settingNames.includes(name) && !elsewhere.test(name))
  if (unknown === undefined) return
  const near = closest(unknown, settingNames)
  throw new ConfigError(
    `${unknown} is not a setting${near === undefined ? '; docs/operators/configuration.md has them all' : `; did you mean ${near}?`}`,
  )
}

type Given = z.output<typeof Environment>

function checkProviders(e: Given): void {
  if (!e.RAPPORT_OIDC_ISSUER !== !e.RAPPORT_OIDC_CLIENT)
    throw new ConfigError('RAPPORT_OIDC_ISSUER and RAPPORT_OIDC_CLIENT go together; only one is set')
  const saml = [e.RAPPORT_SAML_IDP, e.RAPPORT_SAML_LOGIN, e.RAPPORT_SAML_CERT, e.RAPPORT_SAML_DOMAINS]
  if (saml.some(Boolean) && !saml.every(Boolean))
    throw new ConfigError('RAPPORT_SAML_IDP, RAPPORT_SAML_LOGIN, RAPPORT_SAML_CERT and RAPPORT_SAML_DOMAINS go together; not all are set')
}

/** Where large files may lie beside the database; undefined: nowhere. */
function readOutside(e: Given) {
  const given = {
    RAPPORT_FILES_S3_ENDPOINT: e.RAPPORT_FILES_S3_ENDPOINT,
    RAPPORT_FILES_S3_BUCKET: e.RAPPORT_FILES_S3_BUCKET,
    RAPPORT_FILES_S3_KEY: e.RAPPORT_FILES_S3_KEY,
    RAPPORT_FILES_S3_SECRET: e.RAPPORT_FILES_S3_SECRET,
  }
  const [endpoint, bucket, key, secret] = Object.values(given)
  const missing = Object.entries(given).find(([, value]) => value === undefined)?.[0]
  if (endpoint && bucket && key && secret)
    return {
      ...{ endpoint, bucket, region: e.RAPPORT_FILES_S3_REGION, key, secret },
      takes: e.RAPPORT_FILES_TO !== 'database',
      keepDays: e.RAPPORT_FILES_S3_KEEP,
    }
  if (Object.values(given).some(Boolean)) throw new ConfigError(`${missing} is not set, but other settings of the object storage are`)
  if (e.RAPPORT_FILES_TO === 's3') throw new ConfigError('RAPPORT_FILES_TO is "s3", but RAPPORT_FILES_S3_ENDPOINT is not set')
  return undefined
}

function readWalTo(e: Given): string | undefined {
  if (e.RAPPORT_WAL_TO === undefined) return undefined
  if (e.RAPPORT_DATABASE_URL === undefined) return resolve(e.RAPPORT_WAL_TO)
  throw new ConfigError('RAPPORT_WAL_TO is for the embedded database; a server at RAPPORT_DATABASE_URL has an archive of its own')
}

/** The providers to sign in at: one by OpenID Connect, one by SAML, whose `certificate` is a file. */
const readProviders = (e: Given) => ({
  oidc:
    e.RAPPORT_OIDC_ISSUER && e.RAPPORT_OIDC_CLIENT
      ? {
          issuer: e.RAPPORT_OIDC_ISSUER,
          client: e.RAPPORT_OIDC_CLIENT,
          secret: e.RAPPORT_OIDC_SECRET,
          label: e.RAPPORT_OIDC_LABEL,
          domains: readDomains('RAPPORT_OIDC_DOMAINS', e.RAPPORT_OIDC_DOMAINS),
        }
      : undefined,
  saml:
    e.RAPPORT_SAML_IDP && e.RAPPORT_SAML_LOGIN && e.RAPPORT_SAML_CERT
      ? {
          issuer: e.RAPPORT_SAML_IDP,
          client: e.RAPPORT_SAML_LOGIN,
          certificate: e.RAPPORT_SAML_CERT,
          label: e.RAPPORT_SAML_LABEL,
          domains: readDomains('RAPPORT_SAML_DOMAINS', e.RAPPORT_SAML_DOMAINS),
        }
      : undefined,
})

/** How mail comes in to the domain, as others are told: by which hosts, whether they insist on these (RFC 8461), and where they report. */
function readWayIn(e: Given, baseUrl: string) {
  const named = words(e.RAPPORT_MX)
  const wrong = named.find((name) => !hostName.test(name))
  if (wrong !== undefined) throw new ConfigError(`RAPPORT_MX has "${wrong}"; expected names of mail servers like mail.example.org`)
  if (e.RAPPORT_MTA_STS === 'enforce' && named.length === 0)
    throw new ConfigError(
      'RAPPORT_MTA_STS is "enforce", but RAPPORT_MX is not set: others would send no email to a server that is not named',
    )
  if (e.RAPPORT_TLS_REPORTS?.toLowerCase().endsWith(`@${e.RAPPORT_MAIL_DOMAIN}`))
    throw new ConfigError(
      `RAPPORT_TLS_REPORTS is at ${e.RAPPORT_MAIL_DOMAIN}; expected an address elsewhere. Unset, Rapport reads the reports itself`,
    )
  const { hostname } = new URL(baseUrl)
  const mx = named.length > 0 || !hostName.test(hostname) ? named : [hostname]
  const mode = e.RAPPORT_MTA_STS
  return {
    mx,
    /** The policy that is served at `mta-sts.` of the mail domain; undefined: none. */
    sts: mode === 'off' || (mx.length === 0 && mode !== 'none') ? undefined : { mode, mx },
    tlsReports: e.RAPPORT_TLS_REPORTS,
  }
}

/** Where the token to sign in at the relay with is got; undefined: it is signed in to by a password, or not at all. */
function readRelayTokens(e: Given) {
  const { RAPPORT_RELAY_TOKEN_URL: url, RAPPORT_RELAY_CLIENT: client, RAPPORT_RELAY_SECRET: secret, RAPPORT_RELAY: relay } = e
  if (!url && !client && !secret) return undefined
  if (!url || !client || !secret)
    throw new ConfigError('RAPPORT_RELAY_TOKEN_URL, RAPPORT_RELAY_CLIENT and RAPPORT_RELAY_SECRET go together; not all are set')
  const { username = '', password = '' } = URL.parse(relay ?? '') ?? {}
  if (username === '' || password !== '')
    throw new ConfigError('RAPPORT_RELAY expected smtp://user@host:port, without a password: RAPPORT_RELAY_TOKEN_URL is set')
  return { url, client, secret, scope: e.RAPPORT_RELAY_SCOPE }
}

/** Where the database is: the embedded one, a server, or several. */
function readDatabases(e: Given) {
  const { RAPPORT_DATABASE_URL: databaseUrl, RAPPORT_DATABASE_DIRECT_URL: databaseDirectUrl = databaseUrl } = e
  const replicaUrls = e.RAPPORT_DATABASE_REPLICA_URLS?.split(/\s+/).filter(Boolean) ?? []
  for (const name of ['RAPPORT_DATABASE_REPLICA_URLS', 'RAPPORT_DATABASE_DIRECT_URL'] as const)
    if (e[name] && !databaseUrl)
      throw new ConfigError(`${name} goes with RAPPORT_DATABASE_URL, which is not set: the embedded database is one server`)
  for (const [at, one] of replicaUrls.entries()) {
    const problem = databaseProblem(one) ?? (serversOf(one).follow ? 'expected one host in each; separate URLs by spaces' : undefined)
    if (problem) throw new ConfigError(`RAPPORT_DATABASE_REPLICA_URLS, URL ${at + 1}: ${problem}`)
  }
  return {
    databaseUrl,
    /** Past a pooler that gives each transaction another connection: for what listens, migrates, copies and runs jobs. */
    databaseDirectUrl,
    replicaUrls,
    /** The settings name more than one server of the database. */
    replicated: replicaUrls.length > 0 || (databaseDirectUrl !== undefined && serversOf(databaseDirectUrl).urls.length > 1),
  }
}

/** Everything that a process is told from outside, checked. */
export type Config = ReturnType<typeof readConfig>

/**
 * Reads and checks the environment. Empty variables count as unset.
 * @throws ConfigError naming the first wrong variable and what was expected.
 */
export function readConfig(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name.startsWith('RAPPORT_') && value !== ''))
  refuseUnknown(given)
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    // A secret or a URL with a password is not repeated in a message that lands in a log.
    const shown = /SECRET|KEY$|URL|RELAY$/.test(name) ? '' : ` is "${given[name]}";`
    throw new ConfigError(`${name}${shown} ${issue?.message}`)
  }
  const e = parsed.data
  if (!e.RAPPORT_TLS_CERT !== !e.RAPPORT_TLS_KEY) throw new ConfigError('RAPPORT_TLS_CERT and RAPPORT_TLS_KEY go together; only one is set')
  checkProviders(e)
  const http = listenAt('RAPPORT_HTTP', e.RAPPORT_HTTP)
  const host = http.host.includes(':') ? `[${http.host}]` : http.host
  const baseUrl = (e.RAPPORT_BASE_URL ?? `http://${host}:${http.port}`).replace(/(?<!\/)\/+$/, '')
  return {
    dataFolder: resolve(e.RAPPORT_DATA),
    ...readDatabases(e),
    http,
    webProcesses: e.RAPPORT_WEB_PROCESSES,
    smtp: listenOrOff('RAPPORT_SMTP', e.RAPPORT_SMTP),
    lmtp: listenOrOff('RAPPORT_LMTP', e.RAPPORT_LMTP),
    /** Where health and metrics of a process are served beside what it does. */
    health: listenOrOff('RAPPORT_HEALTH', e.RAPPORT_HEALTH),
    baseUrl,
    mailDomain: e.RAPPORT_MAIL_DOMAIN,
    ...readWayIn(e, baseUrl),
    tls: e.RAPPORT_TLS_CERT && e.RAPPORT_TLS_KEY ? { cert: e.RAPPORT_TLS_CERT, key: e.RAPPORT_TLS_KEY } : undefined,
    trustProxy: readNetworks('RAPPORT_TRUST_PROXY', e.RAPPORT_TRUST_PROXY),
    authserv: e.RAPPORT_AUTHSERV,
    relay: e.RAPPORT_RELAY,
    relayTokens: readRelayTokens(e),
    /** own: the relay takes no From but ours. */
    relayFrom: e.RAPPORT_RELAY_FROM,
    /** Messages a day that the relay takes; more wait for the next day. */
    relayQuota: e.RAPPORT_RELAY_QUOTA,
    /** Of any file that people bring, in bytes. */
    largestFile: e.RAPPORT_LARGEST_FILE * 1024 * 1024,
    /** Whom to tell of a hole in the site, a `mailto:` or an address of the web. */
    securityContact: e.RAPPORT_SECURITY_CONTACT,
    /** Where clamd listens; undefined: files are not scanned. */
    clamd: e.RAPPORT_CLAMD,
    /** Off where the relay signs for our domain itself. */
    dkim: e.RAPPORT_DKIM === 'on',
    secret: e.RAPPORT_SECRET,
    ...readProviders(e),
    dns: e.RAPPORT_DNS,
    /** A folder for a backup each night; unset: none is made by itself. */
    backupTo: e.RAPPORT_BACKUP_TO === undefined ? undefined : resolve(e.RAPPORT_BACKUP_TO),
    backupKeep: e.RAPPORT_BACKUP_KEEP,
    backupCommand: e.RAPPORT_BACKUP_COMMAND,
    /** beside: the contents of files lie in a folder beside the backups, each once. */
    backupFiles: e.RAPPORT_BACKUP_FILES,
    /** A folder for the archive of the embedded database's write-ahead log; unset: none. */
    walTo: readWalTo(e),
    /** Days over which the archive reaches back. */
    walKeep: e.RAPPORT_WAL_KEEP,
    filesOutside: readOutside(e),
    /** Networks of one's own that webhooks may be sent to; all others that are internal are refused. */
    webhookNetworks: readNetworks('RAPPORT_WEBHOOK_NETWORKS', e.RAPPORT_WEBHOOK_NETWORKS),
    logLevel: e.RAPPORT_LOG,
    /** How a line of the log looks; undefined: as befits where it goes. */
    logFormat: e.RAPPORT_LOG_FORMAT,
    /** A folder with the programs of PostgreSQL for the embedded database; undefined: ours, or newer ones of the machine. */
    postgresBin: e.RAPPORT_POSTGRES_BIN === undefined ? undefined : resolve(e.RAPPORT_POSTGRES_BIN),
    /** Off where somebody else sees to the versions of Node.js and PostgreSQL. */
    versionAlarm: e.RAPPORT_VERSION_ALARM === 'on',
  }
}

/**
 * Reads `--roles web,smtp,worker`; all of them when nothing is said.
 * @throws ConfigError on an unknown role.
 */
export function readRoles(value?: string): Set<ProcessRole> {
  const names = value?.split(',').map((name) => name.trim()) ?? [...roles]
  const unknown = names.find((name) => !roles.includes(name as ProcessRole))
  if (unknown !== undefined) throw new ConfigError(`--roles has "${unknown}"; expected ${roles.join(', ')}`)
  return new Set(names as ProcessRole[])
}
