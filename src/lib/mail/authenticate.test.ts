import { createPrivateKey, sign } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { type Authentication, authenticate } from './authenticate.ts'
import { relaxedBodyHash, relaxedField } from './canonical.ts'
import { createSigner, generateDkimKey } from './dkim.ts'
import { findDmarcPolicy } from './dmarc.ts'
import { fixedResolver } from './dns.ts'
import { alignedSignatureSurvives } from './verify-dkim.ts'

const { privatePem, dnsRecord } = await generateDkimKey()
const privateKey = createPrivateKey(privatePem)
const keyOf = (domain: string) => ({ [`k1._domainkey.${domain}`]: { TXT: [dnsRecord('k1', domain).value] } })

const zone = {
  ...keyOf('library.example.edu'),
  ...keyOf('mailer.example.edu'),
  ...keyOf('elsewhere.example.net'),
  'narrow._domainkey.library.example.edu': { TXT: [`${dnsRecord('k1', 'library.example.edu').value}; t=s`] },
  'library.example.edu': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
  '_dmarc.library.example.edu': { TXT: ['v=DMARC1; p=reject'] },
  '_dmarc.example.edu': { TXT: ['v=DMARC1; p=quarantine; sp=none; np=reject; adkim=s'] },
  'known.example.edu': { A: ['192.0.2.9'] },
  '_dmarc.testing.example': { TXT: ['v=DMARC1; p=reject; sp=quarantine; t=y'] },
  'sub.testing.example': { A: ['192.0.2.9'] },
  '_dmarc.mute.example': { TXT: 'TIMEOUT' },
  '_dmarc.twice.example': { TXT: ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] },
  'mute.example': { TXT: 'TIMEOUT' },
}
const resolver = fixedResolver(zone)
const authserv = 'lists.example.org'
const peer = { ip: '192.0.2.1', helo: 'mail.library.example.edu', mailFrom: 'maria@library.example.edu' }
const stranger = { ip: '198.51.100.7', helo: 'x.example.net', mailFrom: 'eve@elsewhere.example.net' }

const mail = (from = 'Maria <maria@library.example.edu>') =>
  `From: ${from}\r\nSubject: Citations\r\nDate: Fri, 23 Oct 2026 10:00:00 +0200\r\n\r\nHello\r\n`

function signed(text: string, domain: string) {
  const [headers = '', body = ''] = text.split('\r\n\r\n')
  const signer = createSigner({ domain, selector: 'k1', privateKey })
  return Buffer.from(`${signer.sign(headers, signer.hashBody(Buffer.from(body)))}${text}`)
}

/** Domains of signatures that pass and speak for the From domain. */
const alignedBy = ({ dkim }: Authentication) => dkim.flatMap((one) => (one.result === 'pass' && one.aligned ? [one.domain] : []))

describe('a mail that claims to be from Maria', () => {
  test('is theirs when their host brings it, signed or not', async () => {
    const found = await authenticate(Buffer.from(mail()), { ...peer, resolver, authserv })
    expect(found).toMatchObject({
      spf: { result: 'pass', domain: 'library.example.edu', aligned: true },
      dkim: [{ result: 'none' }],
      dmarc: { result: 'pass', policy: 'reject', policyDomain: 'library.example.edu' },
      arc: { result: 'none' },
      temporary: false,
    })
    expect(found.fromDomain).toBe('library.example.edu')
    expect(alignedBy(found)).toEqual([])
  })

  test('is theirs when their domain signed it, whoever brings it', async () => {
    const found = await authenticate(signed(mail(), 'library.example.edu'), { ...stranger, resolver, authserv })
    expect(found).toMatchObject({ dmarc: { result: 'pass' }, spf: { aligned: false } })
    expect(alignedBy(found)).toEqual(['library.example.edu'])
    expect(found.header).toBe(
      [
        'lists.example.org',
        'dkim=pass header.d=library.example.edu header.s=k1 header.a=rsa-sha256',
        'spf=none smtp.mailfrom=elsewhere.example.net',
        'arc=none smtp.remote-ip=198.51.100.7',
        'dmarc=pass header.from=library.example.edu',
      ].join(';\r\n\t'),
    )
  })

  test('is not theirs when a stranger signed and brought it', async () => {
    const found = await authenticate(signed(mail(), 'elsewhere.example.net'), { ...stranger, resolver, authserv })
    expect(found.dkim).toMatchObject([{ result: 'pass', domain: 'elsewhere.example.net', aligned: false }])
    expect(found).toMatchObject({ dmarc: { result: 'fail' }, spf: { aligned: false } })
    expect(alignedBy(found)).toEqual([])
  })

  test('names two authors and is nobody’s', async () => {
    const two = await authenticate(signed(mail('a@library.example.edu, b@other.example'), 'library.example.edu'), {
      ...peer,
      resolver,
      authserv,
    })
    expect([two.dmarc.result, two.fromDomain]).toEqual(['permerror', null])
    const fields = await authenticate(Buffer.from(`From: eve@library.example.edu\r\n${mail()}`), { ...peer, resolver, authserv })
    expect([fields.dmarc.result, fields.fromDomain]).toEqual(['permerror', null])
    const none = await authenticate(Buffer.from('Subject: x\r\n\r\n'), { ...peer, resolver, authserv })
    expect([none.dmarc.result, none.fromDomain]).toEqual(['none', null])
  })

  test('without a policy is judged by the organisation all the same', async () => {
    const found = await authenticate(signed(mail('Otto <otto@dept.elsewhere.example.net>'), 'elsewhere.example.net'), {
      ...stranger,
      resolver,
      authserv,
    })
    expect(found.dmarc.result).toBe('none')
    expect(alignedBy(found)).toEqual(['elsewhere.example.net'])
  })
})

test.each([
  ['i=@other.example', 'k1', 'domain mismatch'],
  ['i=@sub.library.example.edu', 'k1', ''],
  ['i=@sub.library.example.edu', 'narrow', 'domain mismatch'],
  ['q=http', 'k1', 'unsupported query method'],
  ['d=library.example.edu', 'k1', 'a tag of the signature is there twice'],
  ['zz=1; zz=2', 'k1', 'a tag of the signature is there twice'],
  ['zz=1; y=2', 'k1', ''],
])('a signature with %s of key %s is ignored where a verifier must: %s', async (tag, selector, comment) => {
  const [headers = '', body = ''] = mail().split('\r\n\r\n')
  const hash = relaxedBodyHash(Buffer.from(body))
  const field = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=library.example.edu; s=${selector}; ${tag}; h=from; bh=${hash}; b=`
  const from = headers.split('\r\n')[0] ?? ''
  const signature = sign('sha256', Buffer.from(`${relaxedField(from)}\r\n${relaxedField(field)}`), privateKey).toString('base64')
  const { dkim } = await authenticate(Buffer.from(`${field}${signature}\r\n${mail()}`), { ...stranger, resolver, authserv })
  expect(dkim).toMatchObject([{ result: comment === '' ? 'pass' : 'neutral', comment }])
})

describe('a DNS that does not answer', () => {
  const mute = { ip: '192.0.2.1', helo: 'mute.example', mailFrom: 'm@mute.example' }

  test('is a temporary error of each method', async () => {
    const text = signed(mail('m@mute.example'), 'mute.example')
    const mutes = fixedResolver({ ...zone, 'k1._domainkey.mute.example': 'TIMEOUT' })
    const found = await authenticate(text, { ...mute, resolver: mutes, authserv })
    expect(found).toMatchObject({
      spf: { result: 'temperror' },
      dkim: [{ result: 'temperror' }],
      dmarc: { result: 'temperror' },
      temporary: true,
    })
  })

  test('ends', async () => {
    const found = await authenticate(signed(mail(), 'library.example.edu'), {
      ...peer,
      resolver: () => new Promise<never>(() => {}),
      authserv,
      timeLimitMs: 50,
    })
    expect([found.spf.result, found.dkim[0]?.result, found.dmarc.result]).toEqual(['temperror', 'temperror', 'temperror'])
  })
})

describe('a host in front that hides the peer', () => {
  const trusted = { helo: 'localhost', mailFrom: 'maria@library.example.edu', resolver, authserv, trustedAuthserv: 'mx.example.org' }
  const report = (text: string) => `Authentication-Results: mx.example.org; ${text}\r\n`

  test('is believed about SPF, and about signatures that it broke itself', async () => {
    const bySpf = await authenticate(Buffer.from(`${report('spf=pass smtp.mailfrom=maria@library.example.edu')}${mail()}`), trusted)
    expect(bySpf).toMatchObject({ spf: { result: 'pass', domain: 'library.example.edu', aligned: true }, dmarc: { result: 'pass' } })

    const bySignature = await authenticate(
      Buffer.from(`${report('spf=none; dkim=pass header.d=library.example.edu header.s=k1')}${mail()}`),
      trusted,
    )
    expect(bySignature).toMatchObject({ spf: { result: 'none' }, dmarc: { result: 'pass' } })
    expect(alignedBy(bySignature)).toEqual(['library.example.edu'])
  })

  test('is not believed in another’s name, nor below its own Received', async () => {
    const forged = report('spf=pass smtp.mailfrom=maria@library.example.edu')
    for (const header of [
      forged.replace('mx.', 'mx2.'),
      `${report('spf=fail smtp.mailfrom=x@library.example.edu')}Received: by mx\r\n${forged}`,
      '',
    ]) {
      const found = await authenticate(Buffer.from(`${header}${mail()}`), trusted)
      expect([found.spf.result, found.dmarc.result]).not.toContain('pass')
    }
  })

  test('does not lend the name in HELO to a sender', async () => {
    const found = await authenticate(Buffer.from(`${report('spf=pass smtp.helo=library.example.edu')}${mail()}`), trusted)
    expect(found.dmarc.result).toBe('fail')
  })
})

describe('a mail made to cost', () => {
  test('of thousands of signatures has twelve looked at', async () => {
    let questions = 0
    const counting = (async () => {
      questions++
      return []
    }) as typeof resolver
    const signature = (i: number) =>
      `DKIM-Signature: v=1; a=rsa-sha256; d=d${i}.example; s=s; c=relaxed/relaxed; l=${i}; h=from; bh=eA==; b=eA==\r\n`
    const raw = Buffer.from(`${Array.from({ length: 5_000 }, (_, i) => signature(i)).join('')}${mail()}`)
    const { dkim } = await authenticate(raw, { ...stranger, resolver: counting, authserv })
    expect(dkim.length).toBeLessThanOrEqual(12)
    expect(questions).toBeLessThan(60)
  })

  test.each<[string, number, (n: number) => string]>([
    ['a header of a million folds', 500_000, (n) => `From: a@b.example\r\nSubject: x\r\n${' x\r\n'.repeat(n)}\r\nbody`],
    ['a header without end', 2_500_000, (n) => 'x'.repeat(n)],
    ['a header of nothing but line ends', 500_000, (n) => '\r\n'.repeat(n)],
    ['a From of brackets', 100_000, (n) => `From: ${'('.repeat(n)}\r\n\r\nx`],
    ['a From of quotes and commas', 20_000, (n) => `From: ${'",<@:;'.repeat(n)}\r\n\r\nx`],
  ])('%s is answered in time that grows as it is long', (_, n, make) =>
    expectLinear(n, async (size) => {
      const found = await authenticate(Buffer.from(make(size)), { ...stranger, resolver, authserv, trustedAuthserv: 'x' })
      expect(found.dmarc.result).not.toBe('pass')
    }),
  )
})

describe('the policy of a domain', () => {
  test.each([
    ['library.example.edu', 'reject', 'library.example.edu', 'of its own'],
    ['example.edu', 'quarantine', 'example.edu', 'of its own'],
    ['known.example.edu', 'none', 'example.edu', 'of its organisation for subdomains'],
    ['unknown.example.edu', 'reject', 'example.edu', 'of its organisation for names that do not exist'],
    ['a.b.c.d.e.f.g.h.library.example.edu', 'reject', 'example.edu', 'of its organisation, many levels up'],
    ['testing.example', 'reject', 'testing.example', 'as published, though in test mode'],
    ['sub.testing.example', 'quarantine', 'testing.example', 'for subdomains, though in test mode'],
    ['twice.example', null, null, 'none, where there are two'],
    ['nobody.example', null, null, 'none'],
    ['[192.0.2.1]', null, null, 'none for an address'],
  ])('%s is %s from %s (%s)', async (domain, policy, from, _) => {
    expect(await findDmarcPolicy(domain, resolver)).toMatchObject({ policy, domain: from, temporary: false })
  })

  test('comes with a word where the DNS is silent', async () => {
    expect(await findDmarcPolicy('mute.example', resolver)).toMatchObject({ policy: null, temporary: true })
  })
})

describe('a signature of the author in the composed post', () => {
  const survives = (message: Buffer, domain = 'library.example.edu', at?: Date) => alignedSignatureSurvives(message, domain, resolver, at)
  const post = signed(mail(), 'library.example.edu')

  test('survives what a list puts on top, and not a footer, a prefix or a Reply-To', async () => {
    const text = post.toString()
    expect(await survives(Buffer.from(`List-Id: <l.lists.example.org>\r\nSender: l@lists.example.org\r\n${text}`))).toBe(true)
    expect(await survives(Buffer.from(`${text}-- \r\nthe list\r\n`))).toBe(false)
    expect(await survives(Buffer.from(text.replace('Citations', '[L] Citations')))).toBe(false)
    expect(await survives(Buffer.from(`Reply-To: l@lists.example.org\r\n${text}`))).toBe(false)
  })

  test('counts only where it speaks for the domain in From, by the mode that the domain chose', async () => {
    expect(await survives(signed(mail(), 'elsewhere.example.net'))).toBe(false)
    expect(await survives(signed(mail('a@mailer.example.edu'), 'mailer.example.edu'), 'mailer.example.edu')).toBe(true)
    expect(await survives(signed(mail('a@example.edu'), 'mailer.example.edu'), 'example.edu')).toBe(false)
    expect(await survives(Buffer.from(mail()))).toBe(false)
  })

  test('does not survive a DNS that is silent', async () => {
    const silent = fixedResolver({ ...zone, 'k1._domainkey.library.example.edu': 'TIMEOUT' })
    expect(await alignedSignatureSurvives(post, 'library.example.edu', silent)).toBe(false)
  })

  test('does not survive when it is about to expire', async () => {
    const soon = new Date(Date.now() + 3_600_000)
    const key = { signingDomain: 'library.example.edu', selector: 'k1', privateKey: privatePem }
    const { signatures } = await dkimSign(Buffer.from(mail()), { ...key, expires: soon, signTime: new Date(0), signatureData: [key] })
    const expiring = Buffer.from(`${signatures}${mail()}`)
    expect((await authenticate(expiring, { ...stranger, resolver, authserv })).dmarc.result).toBe('pass')
    expect(await survives(expiring)).toBe(false)
    expect(await survives(expiring, 'library.example.edu', new Date(soon.getTime() - 7 * 86_400_000))).toBe(true)
  })
})
