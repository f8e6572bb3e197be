import dns from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'

/** A host that takes mail for a domain. */
export interface MailExchange {
  priority: number
  exchange: string
}

/**
 * One question to the DNS, as `node:dns/promises` `resolve(name, type)` takes it. Rejects with a `DnsError` of the same codes:
 * ENOTFOUND (no such name), ENODATA (no such type there), ETIMEOUT, ESERVFAIL, EBADNAME…
 */
export interface Resolver {
  (name: string, type: 'MX'): Promise<MailExchange[]>
  /** Each record in the strings that it is made of. */
  (name: string, type: 'TXT'): Promise<string[][]>
  (name: string, type: string): Promise<string[] | string[][]>
}

type Answer = string[] | string[][] | MailExchange[]
type Ask = (name: string, type: string) => Promise<Answer>

/** What node throws where the DNS says no. */
export class DnsError extends Error {
  readonly code: string
  readonly hostname: string
  readonly syscall: string
  constructor(code: string, hostname: string, type: string) {
    const syscall = `query${type.charAt(0)}${type.slice(1).toLowerCase()}`
    super(`${syscall} ${code} ${hostname}`)
    this.code = code
    this.hostname = hostname
    this.syscall = syscall
  }
}

/** Whether asking again later may give another answer. */
export function isTemporary(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code
  return code !== undefined && !['ENOTFOUND', 'ENODATA', 'EBADNAME'].includes(code)
}

export interface ResolverOptions {
  /** One question may take so long, whatever the servers do. */
  timeoutMs?: number
  /** How long an answer, or that there is none, is kept. The DNS client does not say the TTL of a TXT record. */
  ttlMs?: number
  /** Answers kept at most. */
  size?: number
}

/**
 * The resolver that the setting names: undefined or `system`; `IP` or `IP:port` (`[IPv6]:port`) of a server; `file:PATH` with fixed
 * answers `{"name": {"TXT": ["…"], "MX": [[10, "host"]]}}`, where the value "TIMEOUT" is a server that does not answer.
 * Throws where the setting or the file cannot be read.
 */
export function createResolver(setting?: string, { timeoutMs = 5_000, ttlMs = 60_000, size = 5_000 }: ResolverOptions = {}): Resolver {
  if (setting?.startsWith('file:')) return fixedResolver(readJson(setting.slice('file:'.length)))
  const resolver = new dns.Resolver({ timeout: Math.ceil(timeoutMs / 3), tries: 2 })
  if (setting && setting !== 'system') resolver.setServers([serverAddress(setting)])
  const ask: Ask = (name, type) => resolver.resolve(name, type) as Promise<Answer>
  return cached((name, type) => within(timeoutMs, ask, name, type), ttlMs, size) as Resolver
}

/** The same resolver, which from `ms` on answers every open and every new question with ETIMEOUT: what waits for it ends by then. */
export function withDeadline(resolver: Resolver, ms: number): Resolver {
  const deadline = performance.now() + ms
  return ((name, type) => within(deadline - performance.now(), resolver, name, type)) as Resolver
}

function within(ms: number, resolver: Ask, name: string, type: string): Promise<Answer> {
  if (ms <= 0) return Promise.reject(new DnsError('ETIMEOUT', name, type))
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DnsError('ETIMEOUT', name, type)), ms)
    resolver(name, type)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

function serverAddress(setting: string): string {
  const [, bracketed, port] = /^\[([^\]]+)\](?::(\d+))?$/.exec(setting) ?? /^([\d.]+)(?::(\d+))?$/.exec(setting) ?? []
  const address = bracketed ?? setting
  if (!isIP(address)) throw new Error(`"${setting}" is neither system, IP[:port] nor file:PATH`)
  return port ? `${isIP(address) === 6 ? `[${address}]` : address}:${port}` : address
}

/** Keeps answers and failures for a while, each question open once; the eldest give way. */
function cached(resolver: Ask, ttlMs: number, size: number): Ask {
  const kept = new Map<string, { until: number; answer: Promise<Answer> }>()
  return async (name, type) => {
    const key = `${type} ${name.toLowerCase()}`
    let entry = kept.get(key)
    if (!entry || entry.until <= performance.now()) {
      const fresh = { until: performance.now() + ttlMs, answer: resolver(name, type) }
      // A server that is down is asked again soon, but not by each of the twenty questions of one mail.
      fresh.answer.catch((error) => isTemporary(error) && Object.assign(fresh, { until: performance.now() + ttlMs / 12 }))
      kept.delete(key)
      kept.set(key, fresh)
      if (kept.size > size) kept.delete(kept.keys().next().value as string)
      entry = fresh
    }
    try {
      return [...(await entry.answer)] as Answer
    } catch (error) {
      // Each caller gets its own error: some write on it.
      throw new DnsError((error as { code?: string }).code ?? 'ESERVFAIL', name, type)
    }
  }
}

type Records = Map<string, Answer | 'TIMEOUT'>
/** By lower-case name without the last dot; 'TIMEOUT' for a name whose server never answers. */
type Zone = Map<string, Records | 'TIMEOUT'>

const TIMEOUT = 'TIMEOUT'
const plainName = (name: string) => name.toLowerCase().replace(/\.$/, '')

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as Error).message.replace(`, open '${path}'`, '')}`)
  }
}

/** A resolver with fixed answers, in the form of the file that `createResolver` reads. Throws where they have another form. */
export function fixedResolver(answers: unknown): Resolver {
  const zone = zoneOf(answers)
  // A name below which there are names exists, though it has no records of its own (RFC 8020).
  const parents = new Set<string>()
  for (const name of zone.keys()) for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) parents.add(name.slice(at + 1))
  const recordsOf = (name: string, type: string): Records => {
    const key = plainName(name)
    if (key.length > 253 || key.split('.').some((label) => label === '' || label.length > 63)) throw new DnsError('EBADNAME', name, type)
    const records = zone.get(key)
    if (records === TIMEOUT) throw new DnsError('ETIMEOUT', name, type)
    if (records) return records
    throw new DnsError(parents.has(key) ? 'ENODATA' : 'ENOTFOUND', name, type)
  }
  const look = (name: string, type: string, hops: number): Answer => {
    const records = recordsOf(name, type)
    const answer = records.get(type)
    if (answer === TIMEOUT) throw new DnsError('ETIMEOUT', name, type)
    if (answer?.length) return answer
    const alias = records.get('CNAME')?.[0]
    if (typeof alias === 'string' && hops > 0) return look(alias, type, hops - 1)
    throw new DnsError('ENODATA', name, type)
  }
  const ask: Ask = async (name, type) => [...look(name, type.toUpperCase(), 8)] as Answer
  return ask as Resolver
}

function zoneOf(answers: unknown): Zone {
  const say = (what: string) => new Error(`the answers are wrong: ${what}`)
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) throw say('not an object of names')
  const zone: Zone = new Map()
  for (const [name, types] of Object.entries(answers)) {
    if (types === TIMEOUT) zone.set(plainName(name), TIMEOUT)
    else if (typeof types !== 'object' || types === null || Array.isArray(types)) throw say(`"${name}" has no record types`)
    else zone.set(plainName(name), new Map(Object.entries(types).map(([type, value]) => [type.toUpperCase(), answerOf(type, value)])))
  }
  return zone
}

function answerOf(type: string, value: unknown): Answer | 'TIMEOUT' {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (values.includes(TIMEOUT)) return TIMEOUT
  switch (type.toUpperCase()) {
    case 'TXT':
      return values.map((text) => (Array.isArray(text) ? text.map(String) : [String(text)]))
    case 'MX':
      return values.map((pair) => {
        const [priority, exchange] = Array.isArray(pair) ? pair : [0, pair]
        return { priority: Number(priority), exchange: String(exchange) }
      })
    default:
      return values.map(String)
  }
}
