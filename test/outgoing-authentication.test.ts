import { createPrivateKey } from 'node:crypto'
import { resolve } from 'node:path'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { describe, expect, test } from 'vitest'
import { sealArc } from '../src/lib/mail/arc.ts'
import { authenticate } from '../src/lib/mail/authenticate.ts'
import { preparePost } from '../src/lib/mail/compose.ts'
import { createSigner, generateDkimKey } from '../src/lib/mail/dkim.ts'
import { findDmarcPolicy } from '../src/lib/mail/dmarc.ts'
import { fixedResolver } from '../src/lib/mail/dns.ts'
import { alignedSignatureSurvives } from '../src/lib/mail/verify-dkim.ts'
import { run } from './interop/programs.ts'

// A post goes all the way: it comes in, is composed, sealed and signed, and the server of a subscriber judges it.

const author = await generateDkimKey()
const list = await generateDkimKey()
const record = (key: typeof author, domain: string) => ({ [`k1._domainkey.${domain}`]: { TXT: [key.dnsRecord('k1', domain).value] } })

const python = '/usr/bin/python3'
const hasDkimpy = (await run(python, ['-c', 'import dkim'])).code === 0
const answers = [record(author, 'library.example.edu'), record(list, 'lists.example.org')].flatMap((records) =>
  Object.entries(records).map(([name, { TXT }]) => [name, TXT[0]]),
)

/** What dkimpy says, which shares no line with what signs here or with what judges below. */
async function judgedByDkimpy(message: Buffer): Promise<{ dkim: boolean[]; arc: string; sets: number }> {
  const { output } = await run(python, [resolve(import.meta.dirname, 'interop/verify.py'), JSON.stringify(Object.fromEntries(answers))], {
    input: message,
  })
  return JSON.parse(output)
}

const facts = {
  name: 'Leganto',
  id: 'leganto-l.lists.example.org',
  address: 'leganto-l@lists.example.org',
  page: 'https://lists.example.org/lists/leganto-l',
}
const atAuthor = { ip: '192.0.2.1', helo: 'mail.library.example.edu', mailFrom: 'maria@library.example.edu' }
const atList = { ip: '192.0.2.99', helo: 'lists.example.org', mailFrom: 'leganto-l-bounces+abc@lists.example.org' }

async function write(isSigned: boolean): Promise<Buffer> {
  const mail = Buffer.from(
    'From: Maria <maria@library.example.edu>\r\nTo: leganto-l@lists.example.org\r\nSubject: Citations\r\n' +
      'Date: Fri, 23 Oct 2026 10:00:00 +0200\r\nMessage-ID: <1@library.example.edu>\r\n\r\nHow do you do this?\r\n',
  )
  if (!isSigned) return mail
  const key = { signingDomain: 'library.example.edu', selector: 'k1', privateKey: author.privatePem }
  const { signatures } = await dkimSign(mail, { ...key, signatureData: [key] })
  return Buffer.concat([Buffer.from(signatures), mail])
}

describe.each(['none', 'quarantine', 'reject'] as const)('an author whose domain says p=%s', (policy) => {
  const resolver = fixedResolver({
    ...record(author, 'library.example.edu'),
    ...record(list, 'lists.example.org'),
    'library.example.edu': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
    '_dmarc.library.example.edu': { TXT: [`v=DMARC1; p=${policy}`] },
    'lists.example.org': { TXT: ['v=spf1 ip4:192.0.2.99 -all'] },
    '_dmarc.lists.example.org': { TXT: ['v=DMARC1; p=reject'] },
  })

  async function send(raw: Buffer, footer: string | undefined) {
    const came = await authenticate(raw, { ...atAuthor, resolver, authserv: 'lists.example.org' })
    const options = { raw, list: facts, footer }
    const plain = preparePost(options)
    const wants = (await findDmarcPolicy('library.example.edu', resolver)).policy
    const recipient = { unsubscribeUrl: 'https://lists.example.org/u/abc' }
    const survives = await alignedSignatureSurvives(Buffer.concat(plain.forRecipient(recipient)), 'library.example.edu', resolver)
    const rewritten = wants !== 'none' && !survives
    const post = rewritten ? preparePost({ ...options, rewriteFrom: true }) : plain

    const key = { domain: 'lists.example.org', selector: 'k1', key: createPrivateKey(list.privatePem) }
    const set = await sealArc(Buffer.concat([post.head, Buffer.from('\r\n'), post.body]), {
      ...key,
      authResults: came.header,
      chain: came.arc.result,
    })
    const message = Buffer.concat(post.withTop(Buffer.from(set)).forRecipient(recipient))
    const signer = createSigner({ domain: 'lists.example.org', selector: 'k1', privateKey: createPrivateKey(list.privatePem) })
    const signature = signer.sign(message.subarray(0, message.indexOf('\r\n\r\n') + 2), signer.hashBody(post.body))
    return { rewritten, survives, message: Buffer.concat([Buffer.from(signature), message]) }
  }

  test.each([
    { isSigned: true, footer: undefined, survives: true },
    { isSigned: true, footer: 'The list', survives: false },
    { isSigned: false, footer: undefined, survives: false },
    { isSigned: false, footer: 'The list', survives: false },
  ])('signed: $isSigned, footer: $footer', async ({ isSigned, footer, survives }) => {
    const sent = await send(await write(isSigned), footer)
    const { dkim, dmarc, arc, fromDomain } = await authenticate(sent.message, { ...atList, resolver, authserv: 'mx.reader.example' })

    expect(sent).toMatchObject({ survives, rewritten: policy !== 'none' && !survives })
    expect(fromDomain).toBe(sent.rewritten ? 'lists.example.org' : 'library.example.edu')
    // Only where nobody asked for more may a post fail DMARC.
    expect(dmarc.result).toBe(survives || sent.rewritten ? 'pass' : 'fail')
    expect(arc).toMatchObject({ result: 'pass', instance: 1, sealedBy: 'lists.example.org' })
    expect(dkim.find(({ domain }) => domain === 'lists.example.org')?.result).toBe('pass')
    expect(sent.message.toString()).toMatch(
      /^ARC-Authentication-Results: i=1; lists\.example\.org;(\r\n\t[^\r]*)*dmarc=pass header\.from=library\.example\.edu$/m,
    )
    // Ours stands on top, the author's own below.
    if (hasDkimpy)
      expect(await judgedByDkimpy(sent.message)).toMatchObject({ dkim: isSigned ? [true, survives] : [true], arc: 'pass', sets: 1 })
  })
})
