import { createPrivateKey } from 'node:crypto'
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
