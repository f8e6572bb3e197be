import { describe, expect, test } from 'vitest'
import { readConfig, readRoles } from './config.ts'
import { ConfigError } from './config-values.ts'

const refusalOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
}

const tokens = { RAPPORT_RELAY_TOKEN_URL: 'https://login.example/token', RAPPORT_RELAY_CLIENT: 'lists', RAPPORT_RELAY_SECRET: 'hunter2' }

test('nothing set is a whole configuration', () => {
  const config = readConfig({})
  expect(config.baseUrl).toBe('http://127.0.0.1:8080')
  expect(config.smtp).toEqual({ host: '127.0.0.1', port: 2525 })
  expect(config.lmtp).toBeUndefined()
  expect(config.relay).toBeUndefined()
})

test('an empty variable counts as unset, and other programs’ variables are not ours', () => {
  expect(refusalOf({ RAPPORT_LONG: '1', RAPPORT_LONGER: '' })).toBe('')
  expect(readConfig({ RAPPORT_RELAY: '', PATH: '/bin' }).relay).toBeUndefined()
})

test('the policy for mail to us names the hosts that are set, else that of the web, where it has a name', () => {
  expect(readConfig({}).sts).toBeUndefined()
  expect(readConfig({ RAPPORT_BASE_URL: 'https://rapport.example.org' }).sts).toEqual({ mode: 'testing', mx: ['rapport.example.org'] })
  expect(readConfig({ RAPPORT_MX: 'mx.example.org', RAPPORT_MTA_STS: 'enforce' }).sts).toEqual({ mode: 'enforce', mx: ['mx.example.org'] })
  expect(readConfig({ RAPPORT_MTA_STS: 'none' }).sts).toEqual({ mode: 'none', mx: [] })
  expect(readConfig({ RAPPORT_BASE_URL: 'https://rapport.example.org', RAPPORT_MTA_STS: 'off' }).sts).toBeUndefined()
})

test.each(['tcp://scanner', 'tcp://scanner:3311', 'tcp://[::1]', 'unix:/run/clamd.ctl'])('a scanner may listen at %s', (clamd) => {
  expect(readConfig({ RAPPORT_CLAMD: clamd }).clamd).toBe(clamd)
})

test('an IPv6 address stands in brackets, in the web address too', () => {
  const config = readConfig({ RAPPORT_HTTP: '[::1]:8080' })
  expect([config.http, config.baseUrl]).toEqual([{ host: '::1', port: 8080 }, 'http://[::1]:8080'])
})

describe('a wrong value is named with what was expected', () => {
  test.each([
    [{ RAPPORT_HTTP: '8080' }, 'RAPPORT_HTTP is "8080"; expected HOST:PORT, for instance 127.0.0.1:8080'],
    [{ RAPPORT_SMTP: '127.0.0.1:99999' }, 'RAPPORT_SMTP is "127.0.0.1:99999"; expected HOST:PORT'],
    [{ RAPPORT_MAIL_DOMAIN: 'Lists Example' }, 'RAPPORT_MAIL_DOMAIN is "Lists Example"; expected a domain in lower case'],
    [{ RAPPORT_LOG: 'loud' }, 'RAPPORT_LOG is "loud"; expected debug, info, warn, error or silent'],
    [{ RAPPORT_RELAY_QUOTA: 'many' }, 'RAPPORT_RELAY_QUOTA is "many"; expected a number of messages a day'],
    [{ RAPPORT_TLS_CERT: '/cert.pem' }, 'RAPPORT_TLS_CERT and RAPPORT_TLS_KEY go together; only one is set'],
    [{ RAPPORT_RELY: 'smtp://relay' }, 'RAPPORT_RELY is not a setting; did you mean RAPPORT_RELAY?'],
    [{ RAPPORT_TSL_CERT: '/cert.pem' }, 'RAPPORT_TSL_CERT is not a setting; did you mean RAPPORT_TLS_CERT?'],
    [{ RAPPORT_DATABASE_URL: 'postgres://a,b:x/rapport' }, 'RAPPORT_DATABASE_URL "b:x" is no host; expected postgres://'],
    [{ RAPPORT_DATABASE_REPLICA_URLS: 'postgres://a/r' }, 'RAPPORT_DATABASE_REPLICA_URLS goes with RAPPORT_DATABASE_URL'],
    [
      { RAPPORT_DATABASE_URL: 'postgres://a/r', RAPPORT_DATABASE_REPLICA_URLS: 'postgres://a/r http://b/r' },
      'RAPPORT_DATABASE_REPLICA_URLS, URL 2: expected postgres://',
    ],
    [{ RAPPORT_MX: 'mail.example.org, 192.0.2.1' }, 'RAPPORT_MX has "192.0.2.1"; expected names of mail servers'],
    [{ RAPPORT_MTA_STS: 'enforce' }, 'RAPPORT_MTA_STS is "enforce", but RAPPORT_MX is not set'],
    [{ RAPPORT_TLS_REPORTS: 'you@example.org' }, 'RAPPORT_TLS_REPORTS is "you@example.org"; expected mailto:you@example.org'],
    [{ RAPPORT_TLS_REPORTS: 'mailto:tls@lists.localhost' }, 'RAPPORT_TLS_REPORTS is at lists.localhost; expected an address elsewhere'],
    [{ RAPPORT_RELAY_CLIENT: 'lists' }, 'RAPPORT_RELAY_TOKEN_URL, RAPPORT_RELAY_CLIENT and RAPPORT_RELAY_SECRET go together'],
    [{ ...tokens, RAPPORT_RELAY: 'smtp://relay' }, 'RAPPORT_RELAY expected smtp://user@host:port, without a password'],
    [{ ...tokens, RAPPORT_RELAY: 'smtp://a:b@relay' }, 'RAPPORT_RELAY expected smtp://user@host:port, without a password'],
    [{ ...tokens, RAPPORT_RELAY_TOKEN_URL: 'http://login.example/t' }, 'RAPPORT_RELAY_TOKEN_URL expected https://host/path'],
    [{ ...tokens, RAPPORT_RELAY_TOKEN_URL: 'https://a:b@login.example/t' }, 'RAPPORT_RELAY_TOKEN_URL expected https://host/path'],
    [{ RAPPORT_BASE_URL: 'https://rapport.example.org/rapport' }, 'RAPPORT_BASE_URL expected http://host or https://host, without a path'],
    [{ RAPPORT_BASE_URL: 'https://rapport.example.org?a=b' }, 'RAPPORT_BASE_URL expected http://host or https://host'],
    [{ RAPPORT_BASE_URL: 'https://a:b@rapport.example.org' }, 'RAPPORT_BASE_URL expected http://host or https://host'],
    [{ RAPPORT_MAIL_DOMAIN: 'lists..example.org' }, 'RAPPORT_MAIL_DOMAIN is "lists..example.org"; expected a domain'],
    [{ RAPPORT_TRUST_PROXY: '127.0.0.1 proxy' }, 'RAPPORT_TRUST_PROXY has "proxy"; expected addresses or networks like 127.0.0.1'],
    [{ RAPPORT_TRUST_PROXY: '10.0.0.0/99' }, 'RAPPORT_TRUST_PROXY has "10.0.0.0/99"; expected addresses or networks'],
    [{ RAPPORT_WEBHOOK_NETWORKS: 'mine' }, 'RAPPORT_WEBHOOK_NETWORKS has "mine"; expected addresses or networks'],
    [{ RAPPORT_AUTHSERV: 'mx.example.org; spf=pass' }, 'RAPPORT_AUTHSERV is "mx.example.org; spf=pass"; expected one name'],
    [{ RAPPORT_RELAY: 'smtp://' }, 'RAPPORT_RELAY expected smtp://user:password@host:port'],
    [{ RAPPORT_RELAY: 'smtp://a:100%@relay' }, 'RAPPORT_RELAY expected smtp://user:password@host:port'],
    [{ RAPPORT_RELAY: 'smtp://relay?tls=maybe' }, 'tls= must be never, offered or required'],
    [{ RAPPORT_CLAMD: 'tcp://scanner:x' }, 'RAPPORT_CLAMD is "tcp://scanner:x"; expected tcp://host:port'],
    [{ RAPPORT_WAL_KEEP: '90' }, 'RAPPORT_WAL_KEEP is "90"; expected 1 to 60 days'],
    [{ RAPPORT_BACKUP_KEEP: '1.5' }, 'RAPPORT_BACKUP_KEEP is "1.5"; expected a number of backups, 1 or more'],
    [{ RAPPORT_LMTP: 'no' }, 'RAPPORT_LMTP is "no"; expected HOST:PORT, for instance 127.0.0.1:8080, or off'],
    [
      { RAPPORT_OIDC_ISSUER: 'https://op.example', RAPPORT_OIDC_CLIENT: 'a', RAPPORT_OIDC_DOMAINS: '@susi.example' },
      'RAPPORT_OIDC_DOMAINS has "@susi.example"; expected domains like example.org, or *',
    ],
    [{ RAPPORT_COFFEE: 'black' }, 'RAPPORT_COFFEE is not a setting; docs/operators/configuration.md has them all'],
  ])('%o', (env, sentence) => {
    expect(refusalOf(env as Record<string, string>)).toContain(sentence)
  })

  test('but a password or a secret is not repeated', () => {
    expect(refusalOf({ RAPPORT_RELAY: 'http://user:hunter2@relay' })).toBe('RAPPORT_RELAY expected smtp://user:password@host:port')
    expect(refusalOf({ RAPPORT_SECRET: 'hunter2' })).toBe('RAPPORT_SECRET expected at least 16 characters')
    expect(refusalOf({ ...tokens, RAPPORT_RELAY: 'smtp://a:hunter2@relay' })).not.toContain('hunter2')
    expect(refusalOf({ RAPPORT_DATABASE_URL: 'mysql://root:hunter2@db' })).not.toContain('hunter2')
  })
})

test('roles are some of three', () => {
  expect([...readRoles()]).toEqual(['web', 'smtp', 'worker'])
  expect([...readRoles('smtp, worker')]).toEqual(['smtp', 'worker'])
  expect(() => readRoles('web,mail')).toThrow('--roles has "mail"; expected web, smtp, worker')
})
