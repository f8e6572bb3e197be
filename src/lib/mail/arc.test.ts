import { createHash, createPrivateKey, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealArc } from './arc.ts'
import { type ArcVerdict, authenticate } from './authenticate.ts'
import { generateDkimKey } from './dkim.ts'
import { fixedResolver } from './dns.ts'

const { privatePem, dnsRecord } = await generateDkimKey()
const ed = await generateDkimKey('ed25519')
const records = [dnsRecord('arc', 'lists.example.org'), ed.dnsRecord('ed', 'lists.example.org')]
const resolver = fixedResolver(Object.fromEntries(records.map(({ name, value }) => [name, { TXT: [value] }])))
const key = createPrivateKey(privatePem)

const mail = Buffer.from(
  'From: Maria <maria@library.example.edu>\r\nSubject: Citations\r\nMessage-ID: <1@x>\r\nTo: l@lists.example.org\r\n\r\nHello\r\n',
)
const judge = async (message: Buffer) => (await authenticate(message, { resolver, authserv: 'mx.example' })).arc

async function seal(message: Buffer, chain: ArcVerdict, options = {}) {
  const set = await sealArc(message, {
    domain: 'lists.example.org',
    selector: 'arc',
    key,
    authResults: 'lists.example.org; spf=pass',
    chain,
    ...options,
  })
  return { set, sealed: Buffer.concat([Buffer.from(set), message]) }
}

test('a first set is valid, a second on top too, and what stood in the mail is in the sealed report', async () => {
  const { header } = await authenticate(mail, { resolver, authserv: 'lists.example.org' })
  const first = await seal(mail, 'none', { authResults: header })
  expect(first.set).toMatch(
    /^ARC-Seal: i=1;.*cv=none;.*\r\nARC-Message-Signature: i=1;.*\r\nARC-Authentication-Results: i=1; lists\.example\.org;\r\n\tdkim=none;.*\r\n$/s,
  )
  expect(await judge(first.sealed)).toMatchObject({ result: 'pass', instance: 1, sealedBy: 'lists.example.org' })

  const second = await seal(first.sealed, 'pass', { selector: 'ed', key: createPrivateKey(ed.privatePem) })
  expect(second.set).toMatch(/^ARC-Seal: i=2; a=ed25519-sha256;.*cv=pass;/s)
  expect(await judge(second.sealed)).toMatchObject({ result: 'pass', instance: 2 })
})

test('what differs by recipient can be put on a sealed post', async () => {
  const { sealed } = await seal(mail, 'none')
  const perRecipient = Buffer.from(
    'DKIM-Signature: v=1; a=rsa-sha256; d=x; s=y; h=from; bh=; b=\r\nList-Unsubscribe: <https://x/u/abc>\r\n',
  )
  expect((await judge(Buffer.concat([perRecipient, sealed]))).result).toBe('pass')
})

test('who changes a sealed mail breaks the chain', async () => {
  const { sealed } = await seal(mail, 'none')
  expect((await judge(Buffer.from(sealed.toString().replace('Hello', 'Hullo')))).result).toBe('fail')
  expect((await judge(Buffer.from(sealed.toString().replace('spf=pass', 'spf=fail')))).result).toBe('fail')
})

test('a broken chain is closed with one set that says fail, and then no more', async () => {
  const { sealed } = await seal(mail, 'none')
  const broken = Buffer.from(sealed.toString().replace('Hello', 'Hullo'))
  const closed = await seal(broken, 'fail')
  expect(closed.set).toMatch(/^ARC-Seal: i=2;.*cv=fail;/s)
  expect(await judge(closed.sealed)).toMatchObject({ result: 'fail' })
  expect((await seal(closed.sealed, 'fail')).set).toBe('')
})

test('a verdict that does not go with the mail adds no set', async () => {
  expect((await seal(mail, 'pass')).set).toBe('')
  expect((await seal((await seal(mail, 'none')).sealed, 'none')).set).toBe('')
})

test('a key that cannot sign is a fault of ours, and said', async () => {
  await expect(seal(Buffer.from('Subject: no author\r\n\r\nx'), 'none')).rejects.toThrow()
})

test('a set that names no canonicalisation is read as simple (RFC 6376 §3.5)', async () => {
  const [head = '', body = ''] = mail.toString().split('\r\n\r\n')
  const base64 = (text: string) => sign('sha256', Buffer.from(text), key).toString('base64')
  const bodyHash = createHash('sha256').update(body).digest('base64')
  const tags = 'a=rsa-sha256; d=lists.example.org; s=arc;'
  const signature = `ARC-Message-Signature: i=1; ${tags} h=From:Subject; bh=${bodyHash}; b=`
  const fields = head.split('\r\n').filter((line) => /^(?:From|Subject):/.test(line))
  const signed = `${signature}${base64(`${fields.join('\r\n')}\r\n${signature}`)}`
  const results = 'ARC-Authentication-Results: i=1; lists.example.org; spf=pass'
  const relaxed = (line: string) => line.replace(/^[^:]+: ?/, (name) => `${name.trim().toLowerCase()}`)
  const seals = `ARC-Seal: i=1; cv=none; ${tags} b=`
  const sealed = `${seals}${base64([results, signed, seals].map(relaxed).join('\r\n'))}`
  expect(await judge(Buffer.from(`${[sealed, signed, results].join('\r\n')}\r\n${mail}`))).toMatchObject({ result: 'pass', instance: 1 })
})

test('a name server that does not answer is asked again, and what it never told is no failure to seal', async () => {
  const { sealed } = await seal(mail, 'none')
  const silentFor = (times: number) => {
    let left = times
    return (async (name: string, type: 'TXT') => {
      if (left-- > 0) throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' })
      return resolver(name, type)
    }) as typeof resolver
  }
  const judgeBy = async (asked: typeof resolver) => (await authenticate(sealed, { resolver: asked, authserv: 'mx.example' })).arc
  const once = await judgeBy(silentFor(1))
  expect([once.result, once.unanswered]).toEqual(['pass', undefined])
  expect(await judgeBy(silentFor(1_000))).toMatchObject({ result: 'fail', unanswered: true })
  const broken = await judge(Buffer.from(sealed.toString().replace('Hello', 'Hullo')))
  expect([broken.result, broken.unanswered]).toEqual(['fail', undefined])
})
