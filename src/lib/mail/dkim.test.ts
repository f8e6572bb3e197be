import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { createSigner, generateDkimKey } from './dkim.ts'
import { fixedResolver } from './dns.ts'

const at = new Date('2026-10-23T10:00:00Z')

async function makeSigner(type: 'rsa' | 'ed25519') {
  const { privatePem, dnsRecord } = await generateDkimKey(type)
  const { name, value } = dnsRecord('r1', 'lists.example.org')
  const signer = createSigner({ domain: 'lists.example.org', selector: 'r1', privateKey: createPrivateKey(privatePem) })
  return { signer, resolver: fixedResolver({ [name]: { TXT: [value] } }) }
}
const signers = { rsa: await makeSigner('rsa'), ed25519: await makeSigner('ed25519') }

const post = [
  'From: Maria <maria@library.example.edu>',
  'To: Leganto <leganto-l@lists.example.org>',
  'Subject: =?utf-8?q?Zit=C3=A4te?=',
  'Date: Fri, 23 Oct 2026 10:00:00 +0200',
  'Message-ID: <1@library.example.edu>',
  'List-Id: Leganto <leganto-l.lists.example.org>',
  'List-Unsubscribe: <https://lists.example.org/u/abc>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
].join('\r\n')
const body = 'Hello  all,\t\r\n\r\nhow do you do this?\r\n\r\n\r\n'

async function verdictOf(message: string | Buffer, type: 'rsa' | 'ed25519') {
  const { results } = await dkimVerify(message, { resolver: signers[type].resolver, curTime: at, strict: true })
  return results.map(({ status }) => `${status.result}${status.comment ? `: ${status.comment}` : ''}`)
}

describe.each(['rsa', 'ed25519'] as const)('a post signed with %s', (type) => {
  const { signer } = signers[type]
  const bodyHash = signer.hashBody(Buffer.from(body))

  test('is accepted by a strict verifier, signed at once or later', async () => {
    const signed = signer.sign(`${post}\r\n\r\n`, bodyHash, at)
    expect(await verdictOf(`${signed}${post}\r\n\r\n${body}`, type)).toEqual(['pass'])
    expect(await verdictOf(`${await signer.signLater(Buffer.from(post), bodyHash, at)}${post}\r\n\r\n${body}`, type)).toEqual(['pass'])
  })

  test('is signed for each recipient with the one hash of the body', async () => {
    for (const token of ['abc', 'def']) {
      const headers = post.replace('/u/abc', `/u/${token}`)
      expect(await verdictOf(`${signer.sign(headers, bodyHash, at)}${headers}\r\n\r\n${body}`, type)).toEqual(['pass'])
    }
  })

  test('is signed the same where the fields of one recipient stand below those of all', async () => {
    const lines = `${post}\r\n`.split(/(?<=\r\n)(?![ \t])/)
    for (let cut = 0; cut <= lines.length; cut++) {
      const [head, own] = [lines.slice(0, cut).join(''), lines.slice(cut).join('')]
      const signature = await signer.signBelow(Buffer.from(head), bodyHash)(Buffer.from(own), at)
      expect(await verdictOf(`${signature}${post}\r\n\r\n${body}`, type), head).toEqual(['pass'])
      expect(signature.slice(0, signature.indexOf(' b='))).toBe(signer.sign(post, bodyHash, at).split(' b=')[0])
    }
    await expect(signer.signBelow(Buffer.from('To: x@y.example\r\n'), bodyHash)(Buffer.from(''), at)).rejects.toThrow('without From')
  })

  test.each([
    ['a second From', (mail: string) => mail.replace('\r\nTo:', '\r\nFrom: Eve <eve@example.net>\r\nTo:')],
    ['a Reply-To of somebody else', (mail: string) => mail.replace('\r\nTo:', '\r\nReply-To: eve@example.net\r\nTo:')],
    ['another address to unsubscribe', (mail: string) => mail.replace('/u/abc', '/u/xyz')],
    ['no one-click', (mail: string) => mail.replace('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n', '')],
    ['another subject', (mail: string) => mail.replace('Zit', 'Sit')],
    ['another body', (mail: string) => mail.replace('how', 'why')],
  ])('is not accepted with %s', async (_, change) => {
    const mail = `${signer.sign(post, bodyHash, at)}${post}\r\n\r\n${body}`
    expect(change(mail)).not.toBe(mail)
    expect((await verdictOf(change(mail), type))[0]).toMatch(/^fail/)
  })

  test('stays accepted when somebody forwards it with List-Id, Sender and Received of their own', async () => {
    const mail = `Received: from a by b; x\r\nSender: b@example.net\r\nList-Id: <b.example.net>\r\n${signer.sign(post, bodyHash, at)}${post}\r\n\r\n${body}`
    expect(await verdictOf(mail, type)).toEqual(['pass'])
  })

  test('has a signature whose lines are short and that covers the one-click fields', () => {
    const signature = signer.sign(post, bodyHash, at)
    for (const line of signature.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(signature.replace(/\r\n\s+/g, '')).toMatch(
      /h=from:from:.*:list-unsubscribe:list-unsubscribe:list-unsubscribe-post:list-unsubscribe-post:/,
    )
    expect(signature).toMatch(/^DKIM-Signature: v=1; a=\S+-sha256; c=relaxed\/relaxed;\r\n d=lists\.example\.org; s=r1; t=1792749600;\r\n/)
    expect(signature.endsWith('\r\n')).toBe(true)
  })
})

// Anything that may stand in a field or body, bytes beyond ASCII too; a field that is all blank after a fold is no field in RFC 5322.
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019:;=,<>@"()[]\\.äß漢\u00a0'), minLength: 1, maxLength: 30 })
const value = fc.array(word, { minLength: 1, maxLength: 8 })
const field = fc.record({
  name: fc.constantFrom('Subject', 'To', 'CC', 'X-Other', 'References', 'list-id', 'Reply-To', 'Received', 'Auto-Submitted'),
  words: value,
})
const blank = fc.constantFrom(' ', '  ', '\t', '\r\n ', '\r\n\t', ' \r\n  \t')
const bodyText = fc
  .array(fc.constantFrom('a', 'ü', ' ', '\t', '\r\n', '\r', '.', '\r\n\r\n', '  \r\n'), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('whatever the fields and the body say', () => {
  test.each(['rsa', 'ed25519'] as const)('a signature with %s holds, also after the fields are folded anew', async (type) => {
    const { signer } = signers[type]
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 8 }), bodyText, fc.infiniteStream(blank), async (fields, text, blanks) => {
        const write = (between: () => string) =>
          [{ name: 'From', words: ['maria@example.edu'] }, ...fields]
            .map(
              ({ name, words }) =>
                `${name}:${between().replace(/^\r\n/, ' ')}${words.reduce((text, word) => `${text}${between()}${word}`)}`,
            )
            .join('\r\n')
        const headers = write(() => ' ')
        const signature = signer.sign(headers, signer.hashBody(Buffer.from(text)), at)
        const refolded = write(() => blanks.next().value as string)
        const respaced = text.replace(/[ \t]+/g, ' \t').replace(/(\r\n)*$/, '\r\n\r\n')

        expect(await verdictOf(Buffer.from(`${signature}${headers}\r\n\r\n${text}`), type)).toEqual(['pass'])
        expect(await verdictOf(Buffer.from(`${signature}${refolded}\r\n\r\n${text}`), type)).toEqual(['pass'])
        expect(await verdictOf(Buffer.from(`${signature}${headers}\r\n\r\n${respaced}`), type)).toEqual(['pass'])
      }),
      { numRuns: 150 },
    )
  })

  test('bytes that are no text are signed as they are', async () => {
    const headers = Buffer.concat([Buffer.from(`${post}\r\nSubject: `), Buffer.from([0xe4, 0xa0, 0xff])])
    const raw = Buffer.from([0xff, 0xfe, 0x0d, 0x0a])
    const signature = signers.rsa.signer.sign(headers, signers.rsa.signer.hashBody(raw), at)
    expect(await verdictOf(Buffer.concat([Buffer.from(signature), headers, Buffer.from('\r\n\r\n'), raw]), 'rsa')).toEqual(['pass'])
  })
})

test('the hash of a body knows the cases of RFC 6376 §3.4.4', () => {
  const { hashBody } = signers.rsa.signer
  expect(hashBody(Buffer.from(''))).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
  expect(hashBody(Buffer.from('\r\n\r\n'))).toBe(hashBody(Buffer.from('')))
  expect(hashBody(Buffer.from(' C \r\nD \t E\r\n\r\n\r\n'))).toBe(hashBody(Buffer.from(' C\r\nD E\r\n')))
  expect(hashBody(Buffer.from('C'))).toBe(hashBody(Buffer.from('C\r\n')))
  expect(hashBody(Buffer.from('C\nD\n'))).toBe(hashBody(Buffer.from('C\r\nD\r\n')))
})

test('an endless run of empty lines is hashed in time that grows as it is long', () =>
  expectLinear(250_000, (n) => signers.rsa.signer.hashBody(Buffer.from(`${'\r\n'.repeat(n)}x${' '.repeat(n)}y`))))

test('a key is published as its record, in strings that DNS can carry', async () => {
  const { publicPem, dnsRecord } = await generateDkimKey()
  const { name, value, zoneLine } = dnsRecord('r1', 'lists.example.org')
  expect(name).toBe('r1._domainkey.lists.example.org')
  expect(value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{392}$/)
  expect(value).toContain(publicPem.replace(/-----[^-]+-----|\s/g, ''))
  expect(zoneLine.startsWith(`${name}. IN TXT ( "v=DKIM1`)).toBe(true)
  expect([...zoneLine.matchAll(/"([^"]*)"/g)].map(([, part]) => part?.length)).toEqual([255, value.length - 255])
})

test('what nobody would accept is not signed', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const small = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  expect(() => createSigner({ domain: 'example.org', selector: 'a', privateKey: small })).toThrow('1,024')
  expect(() => createSigner({ domain: 'example.org', selector: 'a', privateKey: curve.privateKey })).toThrow('RSA or Ed25519')
  expect(() => createSigner({ domain: 'example.org', selector: 'a', privateKey: curve.publicKey })).toThrow('private key')
  expect(() => createSigner({ domain: 'example.org; x=1', selector: 'a', privateKey })).toThrow('not a name')
  expect(() => createSigner({ domain: 'example.org', selector: 'a', privateKey }).sign('Subject: x\r\n', 'x')).toThrow('without From')
})
