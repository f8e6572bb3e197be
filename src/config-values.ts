import { z } from 'zod'
import { serversOf } from './lib/db/servers.ts'
import { parseRelay } from './lib/mail/relay.ts'
import { isNetwork } from './lib/outward.ts'

/** An address to listen on. */
export interface Listen {
  host: string
  port: number
}

/** A wrong value in the environment: names the variable, what stood there and what was expected. */
export class ConfigError extends Error {}

/**
 * Reads `HOST:PORT`.
 * @throws ConfigError
 */
export function listenAt(name: string, value: string, more = ''): Listen {
  const match = /^(?:\[([0-9a-f:]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(value)
  const port = Number(match?.[3])
  if (!match || port > 65_535) throw new ConfigError(`${name} is "${value}"; expected HOST:PORT, for instance 127.0.0.1:8080${more}`)
  return { host: (match[1] ?? match[2]) as string, port }
}

/** Reads `HOST:PORT`, or `off`: undefined. */
export const listenOrOff = (name: string, value: string): Listen | undefined =>
  value === 'off' ? undefined : listenAt(name, value, ', or off')

/** Names separated by spaces or commas, in lower case. */
export const words = (text: string | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)

/** Words of which each is what was expected. */
function each(name: string, text: string | undefined, is: (word: string) => boolean, expected: string): string[] {
  const all = words(text)
  const wrong = all.find((word) => !is(word))
  if (wrong !== undefined) throw new ConfigError(`${name} has "${wrong}"; expected ${expected}`)
  return all
}

/**
 * Networks or single addresses.
 * @throws ConfigError
 */
export const readNetworks = (name: string, text: string | undefined): string[] =>
  each(name, text, isNetwork, 'addresses or networks like 127.0.0.1, 10.0.0.0/8, fd00::/8')

/**
 * Domains that a provider may speak for; `*` is every domain.
 * @throws ConfigError
 */
export const readDomains = (name: string, text: string | undefined): string[] =>
  each(name, text, (word) => word === '*' || isDomain.test(word), 'domains like example.org, or *')

/** A whole number of things, from `least` to `most`. */
export function count(things: string, least: number, most?: number) {
  const message = `expected ${most === undefined ? `a number of ${things}, ${least} or more` : `${least} to ${most} ${things}`}`
  return z.coerce
    .number({ message })
    .int({ message })
    .min(least, { message })
    .max(most ?? Number.MAX_SAFE_INTEGER, { message })
}

/** A URL with one of these schemes. */
export const url = (expected: string, schemes: string[]) =>
  z.string().refine((value) => schemes.includes(URL.parse(value)?.protocol ?? ''), { message: `expected ${expected}` })

/** The address of the site: what links are made of by adding a path. */
export const root = z.string().refine(
  (value) => {
    const { protocol = '', username, password, pathname = '', search, hash } = URL.parse(value) ?? {}
    return /^https?:$/.test(protocol) && /^\/*$/.test(pathname) && !username && !password && !search && !hash
  },
  { message: 'expected http://host or https://host, without a path' },
)

const isDomain = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/

/** A domain of mail. */
export const domain = z.string().regex(isDomain, { message: 'expected a domain in lower case, for instance lists.example.org' })

/** The name of a host of the world, with `*.` any host there. */
export const hostName = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/** Where mail leaves. */
export const relay = z.string().superRefine((value, context) => {
  try {
    parseRelay(value)
  } catch (error) {
    const { message } = error as Error
    context.addIssue({ code: 'custom', message: message.includes('tls=') ? message : 'expected smtp://user:password@host:port' })
  }
})

/** Is it read on its way by nobody: encrypted, or within this machine? It holds no password, which every error would repeat. */
export function isPrivately(value: string): boolean {
  const { protocol, hostname = '', username, password } = URL.parse(value) ?? {}
  if (username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
}

/** What is wrong with a URL of one or several PostgreSQL servers, in words. */
export function databaseProblem(value: string): string | undefined {
  try {
    const { urls } = serversOf(value)
    return urls.every((one) => URL.canParse(one)) ? undefined : expectedDatabase
  } catch (error) {
    return (error as Error).message
  }
}

const expectedDatabase = 'expected postgres://user:password@host/database'

/** A URL of one or several PostgreSQL servers. */
export const databaseUrl = z.string().superRefine((value, context) => {
  const message = databaseProblem(value)
  if (message) context.addIssue({ code: 'custom', message })
})
