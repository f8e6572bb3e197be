import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inspectAuth } from '../src/edges/cli/inspect-auth.ts'
import { sealArc } from '../src/lib/mail/arc.ts'
import { authenticate } from '../src/lib/mail/authenticate.ts'
import { DnsError, fixedResolver, type Resolver } from '../src/lib/mail/dns.ts'
import { alignedSignatureSurvives } from '../src/lib/mail/verify-dkim.ts'
import { sharedData } from './shared.ts'

const folder = sharedData('mailauth')
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(folder ?? '', ...path), 'utf8'))
const crlf = (text: string) => Buffer.from(text.replace(/\r?\n/g, '\r\n'))
const nobody = fixedResolver({})
const word = (result: string) => result.toLowerCase()

/** `{name: text}` as the suites write TXT records. */
const texts = (records: Record<string, string>) =>
  fixedResolver(Object.fromEntries(Object.entries(records).map(([name, text]) => [name, { TXT: [text] }])))

describe.skipIf(!folder)('the vectors of RFC 7208', () => {
  type Zone = Record<string, ('TIMEOUT' | Record<string, unknown>)[]>
  type Case = { helo: string; host: string; mailfrom: string; result: string | string[] }

  /** A name of the suite: the type SPF stands for TXT where there is no TXT, and TIMEOUT for all types that it does not give. */
  function recordsOf(entries: Zone[string]) {
    const records: Record<string, unknown[]> = {}
    const hasText = entries.some((entry) => entry !== 'TIMEOUT' && 'TXT' in entry)
    for (const entry of entries) {
      if (entry === 'TIMEOUT') continue
      for (const [type, value] of Object.entries(entry)) {
        if (value === 'NONE') continue
        const key = type === 'SPF' && !hasText ? 'TXT' : type
        records[key] = [...(records[key] ?? []), value]
      }
    }
    return { records, isMute: entries.includes('TIMEOUT') }
  }

  function resolverOf(zone: Zone): Resolver {
    const names = Object.entries(zone).map(([name, entries]) => ({ name: name.toLowerCase(), ...recordsOf(entries) }))
    const answers = fixedResolver(Object.fromEntries(names.map(({ name, records }) => [name, records])))
    const mute = new Map(names.filter(({ isMute }) => isMute).map(({ name, records }) => [name, records]))
    return (async (name: string, type: string) => {
      const records = mute.get(name.toLowerCase())
      if (records && !(type in records)) throw new DnsError('ETIMEOUT', name, type)
      return answers(name, type)
    }) as Resolver
  }

  // Name of the vector → why we decide otherwise.
  const differences: Record<string, string> = {}
  const scenarios = folder ? Object.entries<{ tests: Record<string, Case>; zonedata: Zone }>(readJson('spf-rfc7208', 'scenarios.json')) : []

  test('SPF says of each mail what the RFC says', async () => {
    const wrong: Record<string, string> = {}
    let count = 0
    for (const [scenario, { tests, zonedata }] of scenarios) {
      const resolver = resolverOf(zonedata)
      for (const [name, { helo, host, mailfrom, result }] of Object.entries(tests)) {
        const { spf } = await authenticate(crlf('Subject: x\n\n'), { ip: host, helo, mailFrom: mailfrom, resolver, authserv: 'mx.example' })
        count++
        if (![result].flat().includes(spf.result)) wrong[`${scenario}/${name}`] = `${spf.result}, not ${result}`
      }
    }
    expect(Object.keys(wrong)).toEqual(Object.keys(differences))
    expect(count).toBe(100)
  })
})

describe.skipIf(!folder)('the ARC test suite', () => {
  type Case = { cv: string; message: string; scenario: number }
  const cases = folder ? Object.entries<Case>(readJson('arc-validation', 'cases.json')) : []

  test('each chain is worth what the suite says', async () => {
    const wrong: Record<string, string> = {}
    const judged = cases.filter(([, { cv }]) => cv !== '')
    for (const [name, { cv, message, scenario }] of judged) {
      const resolver = texts(readJson('arc-validation', `scenario-0${scenario}.json`)['txt-records'])
      const { arc } = await authenticate(crlf(message), { resolver, authserv: 'mx.example' })
      if (arc.result !== word(cv)) wrong[name] = `${arc.result}, not ${cv}`
    }
    expect(wrong).toEqual({})
    expect(judged).toHaveLength(88)
  })
})

describe.skipIf(!folder)('the signing cases of the ARC test suite', () => {
  type Case = { message: string; scenario: number; AMS: string; AS: string; 'sig-headers': string; 'srv-id': string; t: number }
  const cases = folder ? Object.entries<Case>(readJson('arc-signing', 'cases.json')) : []
  const tagsOf = (field: string) =>
    Object.fromEntries(field.split(';').map((tag) => [tag.trim().split('=')[0], tag.replace(/\s/g, '').replace(/^\w+=/, '')]))
  const fieldOf = (set: string, name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'm').exec(set)?.[1] ?? ''

  // The suite signs the tags in the order of the alphabet, which no RFC asks for; so `b=` differs, and a verifier has to say that it holds.
  test('a set says what the suite expects, and holds', async () => {
    for (const [name, { message, scenario, AMS, AS, t, ...given }] of cases) {
      const { domain, sel, privatekey, 'txt-records': records } = readJson('arc-signing', `scenario-0${scenario}.json`)
      const resolver = texts(records)
      const raw = crlf(message)
      const before = await authenticate(raw, { resolver, authserv: given['srv-id'] })
      const set = await sealArc(raw, {
        domain,
        selector: sel,
        key: createPrivateKey(privatekey),
        authResults: before.header,
        chain: before.arc.result,
        at: new Date(t * 1000),
        fields: given['sig-headers'].split(':'),
      })
      const after = await authenticate(Buffer.concat([Buffer.from(set), raw]), { resolver, authserv: given['srv-id'] })

      if (AS === '') {
        expect(set, name).toBe('')
        continue
      }
      const [seal, expectedSeal] = [tagsOf(fieldOf(set, 'ARC-Seal')), tagsOf(AS)]
      expect({ ...seal, b: '' }, name).toEqual({ ...expectedSeal, b: '' })
      const [signature, expected] = [tagsOf(fieldOf(set, 'ARC-Message-Signature')), tagsOf(AMS)]
      expect(signature, name).toMatchObject({
        a: expected.a,
        bh: expected.bh,
        c: expected.c,
        d: expected.d,
        i: expected.i,
        s: expected.s,
        t: expected.t,
      })
      expect(signature.h?.toLowerCase().split(':').sort(), name).toEqual(expected.h?.split(':').sort())
      expect(after.arc.result, name).toBe(seal.cv === 'fail' ? 'fail' : 'pass')
    }
    expect(cases).toHaveLength(11)
  })
})

describe.skipIf(!folder)('the corpus of Mail::DKIM', () => {
  const weakKey = 'an RSA key of 384 or 512 bits (RFC 8301 §3.2)'
  const domainKeys = 'DomainKeys (RFC 4870, historic) is no DKIM'
  // File → what we say instead, and why.
  const differences: Record<string, [string, string]> = {
    'bad_1.txt': ['policy', weakKey],
    'bad_ietf01_2.txt': ['policy', weakKey],
    'good_ietf01_1.txt': ['policy', weakKey],
    'good_ietf01_2.txt': ['policy', weakKey],
    'good_qp_1.txt': ['policy', weakKey],
    'good_qp_3.txt': ['policy', weakKey],
    'good_rfc4871_4.txt': ['policy', weakKey],
    'goodkey_1.txt': ['policy', weakKey],
    'goodkey_3.txt': ['policy', weakKey],
    'bad_dk_1.txt': ['none', domainKeys],
    'bad_dk_2.txt': ['none', domainKeys],
    'bad_dk_4.txt': ['none', domainKeys],
    'dk_headers_2.txt': ['none', domainKeys],
    'dk_multiple_1.txt': ['none', domainKeys],
    'good_dk_4.txt': ['none', domainKeys],
    'good_dk_5.txt': ['none', domainKeys],
    'good_dk_6.txt': ['none', domainKeys],
    'good_dk_7.txt': ['none', domainKeys],
    'good_dk_gmail.txt': ['none', domainKeys],
    'good_dk_yahoo.txt': ['none', domainKeys],
  }
  // What Mail::DKIM calls invalid are four words in RFC 8601 §2.7.1, two of which occur here.
  const words: Record<string, string[]> = { pass: ['pass'], fail: ['fail'], invalid: ['neutral', 'temperror'] }

  test('every signature is worth what Mail::DKIM says, but for weak keys and DomainKeys', async () => {
    const dns = Object.entries<string>(readJson('dkim-corpus', 'dns.json')).filter(([, text]) => text !== 'NXDOMAIN')
    const resolver = fixedResolver(
      Object.fromEntries(dns.map(([name, text]) => [name, { TXT: text.startsWith('~~') ? 'TIMEOUT' : [text] }])),
    )
    const wrong: Record<string, string> = {}
    for (const [file, { result }] of Object.entries<{ result: string }>(readJson('dkim-corpus', 'expected.json'))) {
      const { dkim } = await authenticate(readFileSync(join(folder ?? '', 'dkim-corpus', file)), { resolver, authserv: 'mx.example' })
      const expected = differences[file] ? [differences[file][0]] : words[result]
      const found = dkim.map((check) => check.result)
      if (!found.every((verdict) => expected?.includes(verdict))) wrong[file] = `${found}, not ${expected}`
    }
    expect(wrong).toEqual({})
  })

  test('rsa-sha1 is shown to pass, but nothing is built on it', async () => {
    const dns = readJson('dkim-corpus', 'dns.json')
    const key = 'selector1._domainkey.messiah.edu'
    const resolver = fixedResolver({ [key]: { TXT: [dns[key]] }, '_dmarc.messiah.edu': { TXT: ['v=DMARC1; p=reject'] } })
    const raw = readFileSync(join(folder ?? '', 'dkim-corpus', 'no_body_1.txt'))

    const { dkim, dmarc } = await authenticate(raw, { resolver, authserv: 'mx.example' })

    expect(dkim).toMatchObject([{ result: 'pass', algorithm: 'rsa-sha1', weak: true }])
    expect(dmarc.result).toBe('fail')
    expect(await alignedSignatureSurvives(raw, 'messiah.edu', resolver)).toBe(false)
  })
})

describe.skipIf(!folder)('real mails with their keys', () => {
  const file = (...path: string[]) => readFileSync(join(folder ?? '', ...path))

  test('both signatures of RFC 8463 hold, and SPF lets the host send', async () => {
    const dns = join(folder ?? '', 'mailauth', 'ec-dns.json')
    const options = { dns, ip: '213.165.64.12', helo: 'mail.football.example.com', 'mail-from': 'joe@football.example.com' }

    expect(await inspectAuth(file('mailauth', 'ec-signed.eml'), options)).toEqual({
      spf: 'pass',
      dkim: ['pass', 'pass'],
      dmarc: 'none',
      arc: 'none',
    })
    expect(
      await authenticate(file('mimekit-dkim', 'rfc8463-example.msg'), {
        resolver: fixedResolver(readJson('mailauth', 'ec-dns.json')),
        authserv: 'mx.example',
      }),
    ).toMatchObject({
      dkim: [
        { result: 'pass', algorithm: 'ed25519-sha256' },
        { result: 'pass', algorithm: 'rsa-sha256' },
      ],
    })
  })

  test('mails of Gmail hold with its key of 2015, also one whose last boundary is missing', async () => {
    const pem = file('mimekit-dkim', 'gmail.pub')
      .toString()
      .replace(/-----[^-]+-----|\s/g, '')
    const resolver = fixedResolver({
      '20120113._domainkey.gmail.com': { TXT: [`v=DKIM1; k=rsa; p=${pem}`] },
      '_dmarc.gmail.com': { TXT: ['v=DMARC1; p=none; sp=quarantine'] },
    })
    for (const name of ['gmail.msg', 'multipart-no-end-boundary.msg']) {
      const { dkim, dmarc } = await authenticate(file('mimekit-dkim', name), { resolver, authserv: 'mx.example' })
      expect([dkim.map(({ result }) => result), dmarc.result], name).toEqual([['pass'], 'pass'])
    }
  })

  test('a chain whose last seal says fail has failed', async () => {
    const { arc } = await authenticate(file('mailauth', 'arc-fail3.eml'), { resolver: nobody, authserv: 'mx.example' })
    expect(arc.result).toBe('fail')
  })

  test('without any key nothing passes, and nothing breaks', async () => {
    for (const name of readdirSync(join(folder ?? '', 'mailauth')).filter((name) => name.endsWith('.eml'))) {
      const { dkim, arc } = await authenticate(file('mailauth', name), {
        ip: '192.0.2.1',
        helo: 'x.example',
        mailFrom: 'a@b.example',
        resolver: nobody,
        authserv: 'mx.example',
      })
      expect([...dkim.map(({ result }) => result), arc.result], name).not.toContain('pass')
    }
  })
})
