import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { Config, ProcessRole } from './config.ts'
import { ConfigError, type Listen } from './config-values.ts'
import { connectionProblem, replicaProblem } from './lib/db/reach.ts'
import { createResolver, type Resolver } from './lib/mail/dns.ts'
import { openObjectStore, StoreAway, StoreRefused, type StoreSettings, tryStore } from './lib/object-store.ts'

/**
 * Checks before anything starts whether the process can do what its settings say: read the files, listen on the ports, reach the database.
 * @throws ConfigError naming the setting
 */
export async function checkBeforehand(config: Config, roles: ReadonlySet<ProcessRole>): Promise<void> {
  if (roles.has('smtp') && config.tls) await checkCertificate(config.tls)
  if (roles.has('web') && config.saml) await checkSigner(config.saml.certificate)
  resolverOf(config)
  const doors: [string, Listen | undefined][] = [
    ['RAPPORT_SMTP', roles.has('smtp') ? config.smtp : undefined],
    ['RAPPORT_LMTP', roles.has('smtp') ? config.lmtp : undefined],
    ['RAPPORT_HTTP', roles.has('web') ? config.http : undefined],
    ['RAPPORT_HEALTH', config.health],
  ]
  for (const [name, at] of doors) if (at) await tryDoor(name, at)
  await tryDatabases(config)
  if (config.filesOutside) await checkOutside(config.filesOutside)
}

/**
 * Writes to the object storage. One that says no ends the start, by the setting that it is about; one that does not answer does not: what
 * lies there cannot be opened meanwhile, all else can.
 */
async function checkOutside(settings: StoreSettings): Promise<void> {
  try {
    await tryStore(openObjectStore(settings))
  } catch (error) {
    if (error instanceof StoreAway) return
    if (!(error instanceof StoreRefused)) throw error
    throw new ConfigError(`${settingAtFault(error)}: ${error.message}`, { cause: error })
  }
}

function settingAtFault({ status, reason }: StoreRefused): string {
  if (/NoSuchBucket|InvalidBucketName/.test(reason) || status === 404) return 'RAPPORT_FILES_S3_BUCKET'
  // Some say so of a key that they do not know, too.
  if (/SignatureDoesNotMatch/.test(reason)) return 'RAPPORT_FILES_S3_SECRET or RAPPORT_FILES_S3_KEY'
  if (/Region|AuthorizationHeaderMalformed|PermanentRedirect/.test(reason)) return 'RAPPORT_FILES_S3_REGION'
  return status === 401 || status === 403 ? 'RAPPORT_FILES_S3_KEY' : 'RAPPORT_FILES_S3_ENDPOINT'
}

async function tryDatabases({ databaseUrl, databaseDirectUrl, replicaUrls }: Config): Promise<void> {
  const direct = databaseDirectUrl === databaseUrl ? undefined : databaseDirectUrl
  const asked: [string, string | undefined, typeof connectionProblem][] = [
    ['RAPPORT_DATABASE_URL', databaseUrl, connectionProblem],
    ['RAPPORT_DATABASE_DIRECT_URL', direct, connectionProblem],
    // One that is away just now is left until it is back.
    ...replicaUrls.map((url): [string, string, typeof connectionProblem] => ['RAPPORT_DATABASE_REPLICA_URLS', url, replicaProblem]),
  ]
  for (const [name, url, why] of asked) {
    const problem = url === undefined ? undefined : await why(url)
    if (problem !== undefined) throw new ConfigError(`${name}: ${problem}`)
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'this account may not read it',
  EISDIR: 'it is a folder',
}

async function readNamed(name: string, path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`${name} is "${path}": ${reasons[error.code ?? ''] ?? error.message}`, { cause: error })
  })
}

/** What an identity provider signs with; without a certificate in it nobody could sign in, and would be told so one by one. */
async function checkSigner(path: string): Promise<void> {
  const text = (await readNamed('RAPPORT_SAML_CERT', path)).toString()
  if (!/-----BEGIN CERTIFICATE-----|^[A-Za-z0-9+/=\s]{80,}$/.test(text))
    throw new ConfigError(`RAPPORT_SAML_CERT is "${path}": there is no certificate in it`)
}

/**
 * Who is asked for names.
 * @throws ConfigError where the setting or its file cannot be read
 */
export function resolverOf(config: Config): Resolver {
  try {
    return createResolver(config.dns)
  } catch (error) {
    throw new ConfigError(`RAPPORT_DNS: ${(error as Error).message}`, { cause: error })
  }
}

async function checkCertificate(tls: { cert: string; key: string }): Promise<void> {
  const [cert, key] = [await readNamed('RAPPORT_TLS_CERT', tls.cert), await readNamed('RAPPORT_TLS_KEY', tls.key)]
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new ConfigError(
      `RAPPORT_TLS_CERT and RAPPORT_TLS_KEY cannot be used together (${tls.cert}, ${tls.key}): ${(error as Error).message}`,
      { cause: error },
    )
  }
}

const inTheWay: Record<string, string> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this account may not listen there; below 1024 that takes CAP_NET_BIND_SERVICE, as in contrib/rapport.service',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
}

/** What is said where a door cannot be opened. */
export function closedDoor(name: string, { host, port }: Listen, error: NodeJS.ErrnoException): ConfigError {
  return new ConfigError(`${name} cannot listen at ${host}:${port}: ${inTheWay[error.code ?? ''] ?? error.message}`, { cause: error })
}

async function tryDoor(name: string, at: Listen): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at.port, at.host, () => resolve()))
  } catch (error) {
    throw closedDoor(name, at, error as NodeJS.ErrnoException)
  }
  await new Promise((resolve) => server.close(resolve))
}
