import { resolve } from 'node:path'
import { z } from 'zod'
import { closest } from './lib/closest.ts'
import { isNetwork } from './lib/outward.ts'

/** An address to listen on. */
export interface Listen {
  host: string
  port: number
}

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

/** A wrong value in the environment: names the variable, what stood there and what was expected. */
export class ConfigError extends Error {}

function readListen(name: string, value: string): Listen {
  const match = /^(?:\[([0-9a-f:]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(value)
  const port = Number(match?.[3])
  if (!match || port > 65_535) throw new ConfigError(`${name} is "${value}"; expected HOST:PORT, for instance 127.0.0.1:8080`)
  return { host: (match[1] ?? match[2]) as string, port }
}

/** Names separated by spaces or commas, in lower case. */
const words = (text: string | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)

const url = (expected: string, schemes: string[]) =>
  z.string().refine((value) => schemes.includes(URL.parse(value)?.protocol ?? ''), { message: `expected ${expected}` })

const Environment = z.object({
  RAPPORT_DATA: z.string().min(1).default('./data'),
  RAPPORT_DATABASE_URL: url('postgres://user:password@host/database', ['postgres:', 'postgresql:']).optional(),
  RAPPORT_DATABASE_REPLICA_URLS: z.string().optional(),
  RAPPORT_HTTP: z.string().default('127.0.0.1:8080'),
  RAPPORT_SMTP: z.string().default('127.0.0.1:2525'),
  RAPPORT_LMTP: z.string().default('off'),
  RAPPORT_HEALTH: z.string().default('off'),
  RAPPORT_BASE_URL: url('http://host or https://host, without a path', ['http:', 'https:']).optional(),
  RAPPORT_MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, { message: 'expected a domain in lower case, for instance lists.example.org' })
    .default('lists.localhost'),
  RAPPORT_TLS_CERT: z.string().optional(),
  RAPPORT_TLS_KEY: z.string().optional(),
  RAPPORT_TRUST_PROXY: z.string().optional(),
  RAPPORT_AUTHSERV: z.string().optional(),
  RAPPORT_RELAY: url('smtp://user:password@host:port', ['smtp:', 'smtps:']).optional(),
  RAPPORT_SECRET: z.string().min(16, { message: 'expected at least 16 characters' }).optional(),
  RAPPORT_DNS: z.string().optional(),
  RAPPORT_BACKUP_TO: z.string().optional(),
  RAPPORT_BACKUP_KEEP: z.coerce.number({ message: 'expected a number of backups' }).int().positive().default(14),
  RAPPORT_BACKUP_COMMAND: z.string().optional(),
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
  RAPPORT_RELAY_QUOTA: z.coerce.number({ message: 'expected a number of messages a day' }).int().positive().optional(),
  RAPPORT_SECURITY_CONTACT: url('mailto:security@example.org or https://host/path', ['mailto:', 'https:']).optional(),
  RAPPORT_LARGEST_FILE: z.coerce.number({ message: 'expected a number of megabytes' }).int().min(1).max(2_000).default(200),
  RAPPORT_CLAMD: z
    .string()
    .regex(/^(?:tcp:\/\/[^\s/]+|unix:\/\S+)$/, { message: 'expected tcp://host:port or unix:/path' })
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
const elsewhere = /^RAPPORT_(?:SHARED|LONG|SEED|WORST|SAID|SCREENSHOTS|CRASH_KILLS|TOKEN)$/

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

/** The providers to sign in at: one by OpenID Connect, one by SAML, whose `certificate` is a file. */
const readProviders = (e: Given) => ({
  oidc:
    e.RAPPORT_OIDC_ISSUER && e.RAPPORT_OIDC_CLIENT
      ? {
          issuer: e.RAPPORT_OIDC_ISSUER,
          client: e.RAPPORT_OIDC_CLIENT,
          secret: e.RAPPORT_OIDC_SECRET,
          label: e.RAPPORT_OIDC_LABEL,
          domains: words(e.RAPPORT_OIDC_DOMAINS),
        }
      : undefined,
  saml:
    e.RAPPORT_SAML_IDP && e.RAPPORT_SAML_LOGIN && e.RAPPORT_SAML_CERT
      ? {
          issuer: e.RAPPORT_SAML_IDP,
          client: e.RAPPORT_SAML_LOGIN,
          certificate: e.RAPPORT_SAML_CERT,
          label: e.RAPPORT_SAML_LABEL,
          domains: words(e.RAPPORT_SAML_DOMAINS),
        }
      : undefined,
})

function readNetworks(text: string | undefined): string[] {
  const networks = words(text)
  const wrong = networks.find((name) => !isNetwork(name))
  if (wrong !== undefined) throw new ConfigError(`RAPPORT_WEBHOOK_NETWORKS has "${wrong}"; expected networks like 10.0.0.0/8, fd00::/8`)
  return networks
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
    const shown = /SECRET|URL|RELAY$/.test(name) ? '' : ` is "${given[name]}";`
    throw new ConfigError(`${name}${shown} ${issue?.message}`)
  }
  const e = parsed.data
  if (!e.RAPPORT_TLS_CERT !== !e.RAPPORT_TLS_KEY) throw new ConfigError('RAPPORT_TLS_CERT and RAPPORT_TLS_KEY go together; only one is set')
  checkProviders(e)
  const http = readListen('RAPPORT_HTTP', e.RAPPORT_HTTP)
  const host = http.host.includes(':') ? `[${http.host}]` : http.host
  return {
    dataFolder: resolve(e.RAPPORT_DATA),
    databaseUrl: e.RAPPORT_DATABASE_URL,
    replicaUrls: e.RAPPORT_DATABASE_REPLICA_URLS?.split(/[\s,]+/).filter(Boolean) ?? [],
    http,
    smtp: e.RAPPORT_SMTP === 'off' ? undefined : readListen('RAPPORT_SMTP', e.RAPPORT_SMTP),
    lmtp: e.RAPPORT_LMTP === 'off' ? undefined : readListen('RAPPORT_LMTP', e.RAPPORT_LMTP),
    /** Where health and metrics of a process are served beside what it does. */
    health: e.RAPPORT_HEALTH === 'off' ? undefined : readListen('RAPPORT_HEALTH', e.RAPPORT_HEALTH),
    baseUrl: (e.RAPPORT_BASE_URL ?? `http://${host}:${http.port}`).replace(/\/+$/, ''),
    mailDomain: e.RAPPORT_MAIL_DOMAIN,
    tls: e.RAPPORT_TLS_CERT && e.RAPPORT_TLS_KEY ? { cert: e.RAPPORT_TLS_CERT, key: e.RAPPORT_TLS_KEY } : undefined,
    trustProxy: e.RAPPORT_TRUST_PROXY?.split(/[\s,]+/).filter(Boolean) ?? [],
    authserv: e.RAPPORT_AUTHSERV,
    relay: e.RAPPORT_RELAY,
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
    /** Networks of one's own that webhooks may be sent to; all others that are internal are refused. */
    webhookNetworks: readNetworks(e.RAPPORT_WEBHOOK_NETWORKS),
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
