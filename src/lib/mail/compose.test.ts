import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { composeLetter, type PostOptions, preparePost, signPost } from './compose.ts'
import { createSigner, generateDkimKey } from './dkim.ts'
import { BadHeader } from './encode-header.ts'
import { parseMessage } from './parse.ts'
import { fieldValue, readRaw } from './raw.ts'

const list = {
  name: 'Leganto users',
  id: 'leganto-l.lists.example.org',
  address: 'leganto-l@lists.example.org',
  page: 'https://lists.example.org/lists/leganto-l',
}
const archivedAt = 'https://lists.example.org/lists/leganto-l/m/1%40library.example.edu'
const unsubscribeUrl = 'https://lists.example.org/u/mfrggzdf'
const plain = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const post = plain(
  'Received: from a.example\r\n\tby b.example; Fri, 23 Oct 2026 10:00:00 +0200',
  'From: Maria =?utf-8?q?Garc=C3=ADa?= <maria@library.example.edu>',
  'to:Leganto users\r\n <leganto-l@lists.example.org>',
  'SUBJECT:  Citations   with  two holders ',
  'Date: Fri, 23 Oct 2026 10:00:00 +0200',
  'Message-ID: <1@library.example.edu>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Grüße an alle  ',
  '.dot',
  '',
  '',
)

const compose = (raw: Uint8Array, options: Partial<PostOptions> = {}) =>
  Buffer.concat(preparePost({ raw, list, archivedAt, ...options }).forRecipient({ unsubscribeUrl }))
const headerOf = (mail: Uint8Array) => readRaw(mail).fields
const valuesOf = (mail: Uint8Array, name: string) => headerOf(mail).flatMap((field) => (field.name === name ? [fieldValue(field)] : []))
const bodyOf = (mail: Uint8Array) => Buffer.from(mail).subarray(Buffer.from(mail).indexOf('\r\n\r\n') + 4)

describe('a post to a list', () => {
  test('keeps every byte of what its author wrote, in its order', () => {
    const mail = compose(post)
    expect(mail.subarray(0, post.indexOf('\r\n\r\n')).equals(post.subarray(0, post.indexOf('\r\n\r\n')))).toBe(true)
    expect(bodyOf(mail).equals(bodyOf(post))).toBe(true)
  })

  test('says which list it came through, and how to leave it with one click', () => {
    const mail = compose(post)
    const field = (name: string) => valuesOf(mail, name)
    expect(field('list-id')).toEqual(['Leganto users <leganto-l.lists.example.org>'])
    expect(field('list-post')).toEqual(['<mailto:leganto-l@lists.example.org>'])
    expect(field('list-owner')).toEqual(['<mailto:leganto-l-owner@lists.example.org>'])
    expect(field('list-help')).toEqual([`<mailto:leganto-l-request@lists.example.org?subject=help>, <${list.page}>`])
    expect(field('list-subscribe')).toEqual([`<mailto:leganto-l-subscribe@lists.example.org>, <${list.page}>`])
    expect(field('list-archive')).toEqual([`<${list.page}>`])
    expect(field('archived-at')).toEqual([`<${archivedAt}>`])
    expect(field('list-unsubscribe')).toEqual([`<${unsubscribeUrl}>, <mailto:leganto-l-unsubscribe@lists.example.org>`])
    expect(field('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    expect(field('precedence')).toEqual(['list'])
    expect(field('sender')).toEqual([])
  })

  test('is the same for two subscribers but for the address that unsubscribes', () => {
    const prepared = preparePost({ raw: post, list, archivedAt })
    const [a, b] = ['https://x.example/u/a', 'https://x.example/u/b'].map((url) => prepared.forRecipient({ unsubscribeUrl: url }))
    expect(a?.[0]).toBe(b?.[0])
    expect(a?.at(-1)).toBe(b?.at(-1))
    expect(
      Buffer.concat(a ?? [])
        .toString()
        .replace('/u/a', '/u/b'),
    ).toBe(Buffer.concat(b ?? []).toString())
  })

  test('bears one address in To where that is wanted, at the place of the old one', () => {
    const parts = preparePost({ raw: post, list }).forRecipient({ unsubscribeUrl, to: { name: 'Zoë', address: 'zoe@example.org' } })
    const names = headerOf(Buffer.concat(parts)).map(({ name }) => name)
    expect(names.slice(0, 4)).toEqual(['received', 'from', 'to', 'subject'])
    expect(valuesOf(Buffer.concat(parts), 'to')).toEqual(['=?UTF-8?Q?Zo=C3=AB?= <zoe@example.org>'])
  })

  test('has a header in ASCII where that is wanted, which says the same', async () => {
    const wide = plain(
      'DKIM-Signature: v=1; a=rsa-sha256; d=bücher.example; s=r1; b=abc',
      'Received: from bücher.example by b.example with UTF8SMTP; Fri, 23 Oct 2026 10:00:00 +0200',
      'From: Jürgen Müller <juergen@bücher.example>',
      'To: "Liste, große" <leganto-l@lists.example.org>, Zoë <zoë@x.example>, nobody at all ü',
      'Cc: Kept <kept@x.example>',
      'Reply-To: <zoë@x.example>, Jürgen <j@bücher.example>',
      'Subject: Größe =?utf-8?q?und_mehr?=',
      'Message-ID: <größe@x.example>',
      'References: <a@x.example> <größe@x.example>',
      'X-Note: 日本語',
      'Content-Type: text/plain; charset=utf-8; name="Größe \'1\'.txt"',
      '',
      'Grüße',
      '',
    )
    const mail = compose(wide, { ascii: true })
    const head = mail.toString('latin1').split('\r\n\r\n')[0] ?? ''
    expect(head).toMatch(/^[\t\r\n -~]*$/)
    const read = await parseMessage(mail)
    expect([read.from, read.subject]).toEqual([{ name: 'Jürgen Müller', address: 'juergen@xn--bcher-kva.example' }, 'Größe und mehr'])
    expect([read.to[0], read.cc]).toEqual([
      { name: 'Liste, große', address: 'leganto-l@lists.example.org' },
      [{ name: 'Kept', address: 'kept@x.example' }],
    ])
    expect(valuesOf(mail, 'to')[0]).toMatch(/, =\?UTF-8\?Q\?Zo=C3=AB_zo=C3=AB=40x=2Eexample\?=:;|, =\?UTF-8\?Q\?Zo=C3=AB.*\?=:;/)
    expect(read.replyTo).toEqual([{ name: 'Jürgen', address: 'j@xn--bcher-kva.example' }])
    expect(read.references).toEqual(['a@x.example', read.messageId])
    expect(valuesOf(mail, 'x-note')).toEqual([expect.stringMatching(/^=\?UTF-8\?/)])
    expect([valuesOf(mail, 'dkim-signature'), valuesOf(mail, 'content-type')]).toEqual([
      [],
      ['text/plain; charset="utf-8"; name*=utf-8\'\'Gr%C3%B6%C3%9Fe%20%271%27.txt'],
    ])
    expect(bodyOf(mail).equals(bodyOf(wide))).toBe(true)
    expect(compose(post, { ascii: true }).equals(compose(post))).toBe(true)

    const from = compose(plain('From: Jürgen <jürgen@bücher.example>', 'Subject: x', '', 'x', ''), { ascii: true })
    expect((await parseMessage(from)).from).toEqual({ name: 'Jürgen via Leganto users', address: list.address })
    expect(valuesOf(from, 'reply-to')).toEqual([])
    expect(valuesOf(from, 'x-original-from')[0]).toMatch(/^=\?UTF-8\?[^<>]*:;$/)
  })

  test('no header, whatever its bytes, is beyond ASCII there, or loses a line that is in it', () => {
    const name = fc.constantFrom(
      'From',
      'To',
      'Reply-To',
      'Sender',
      'Subject',
      'Message-ID',
      'References',
      'Content-Type',
      'Received',
      'X-A',
    )
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ü@ü.example', 'a <ü@b>, "ü', 'ü;ü=ü', '<ü>', '\ufeff', 'x=?ü'))
    const field = fc.tuple(name, value).map(([one, said]) => `${one}: ${said.replaceAll(/[\r\n\0]/g, '')}`)
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const mail = compose(plain(...fields, 'X-Kept: kept', '', 'ü', ''), { ascii: true })
        expect(mail.toString('latin1').split('\r\n\r\n')[0]).not.toMatch(/[\x80-\xff]/)
        expect(valuesOf(mail, 'x-kept')).toEqual(['kept'])
      }),
    )
  })

  test('says NO where nobody may post', () => {
    expect(valuesOf(compose(post, { list: { ...list, takesPosts: false } }), 'list-post')).toEqual(['NO'])
  })

  test('loses the traces of other lists and of its way here, and keeps what is not ours to take', () => {
    const mail = compose(
      plain(
        'Return-Path: <maria@library.example.edu>',
        'Delivered-To: leganto-l@lists.example.org',
        'List-Id: Other <other.example>',
        'List-Unsubscribe: <https://evil.example/>,',
        ' <mailto:evil@example.net>',
        'list-unsubscribe-post: List-Unsubscribe=One-Click',
        'Precedence: bulk',
        'Bcc: secret@example.org',
        'Disposition-Notification-To: maria@library.example.edu',
        'X-Rapport-List: LEGANTO-L@lists.example.org',
        'X-Rapport-List: other-l@lists.example.org',
        'DKIM-Signature: v=1; a=rsa-sha256;\r\n\td=lists.example.org; s=r1; b=abc',
        'DKIM-Signature: v=1; a=rsa-sha256; d=library.example.edu; s=r1; b=abc',
        'Authentication-Results: lists.example.org; dkim=pass',
        'Authentication-Results: mx.example; dkim=pass',
        'Auto-Submitted: auto-replied',
        'Archived-At: <https://other.example/1>',
        'From: maria@library.example.edu',
        '',
        'Hello',
      ),
      { signingDomains: ['lists.example.org'], authservId: 'lists.example.org' },
    )
    expect(headerOf(mail).map(({ name }) => name)).toEqual([
      ...['x-rapport-list', 'dkim-signature', 'authentication-results', 'auto-submitted', 'archived-at', 'from'],
      ...[
        'list-id',
        'list-post',
        'list-help',
        'list-subscribe',
        'list-owner',
        'list-archive',
        'archived-at',
        'precedence',
        'x-rapport-list',
      ],
      ...['list-unsubscribe', 'list-unsubscribe-post'],
    ])
    expect(valuesOf(mail, 'x-rapport-list')).toEqual(['other-l@lists.example.org', 'leganto-l@lists.example.org'])
    expect(valuesOf(mail, 'dkim-signature')[0]).toContain('d=library.example.edu')
    expect(valuesOf(mail, 'authentication-results')).toEqual(['mx.example; dkim=pass'])
    expect(mail.toString()).not.toContain('evil')
  })

  test('takes fields in place of those it has, and lines on top', () => {
    const prepared = preparePost({ raw: post, list, set: { 'Message-ID': '<new@lists.example.org>', 'X-Topic': 'Grüße' } })
    const mail = Buffer.concat(prepared.withTop(Buffer.from('ARC-Seal: i=1; cv=none\r\n')).forRecipient({ unsubscribeUrl }))
    expect(headerOf(mail)[0]?.name).toBe('arc-seal')
    expect(valuesOf(mail, 'message-id')).toEqual(['<new@lists.example.org>'])
    expect(valuesOf(mail, 'x-topic')).toEqual(['=?UTF-8?Q?Gr=C3=BC=C3=9Fe?='])
  })
})

describe('the signature of the author', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const record = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[^-]+-----|\s/g, '')}`
  const resolver = async () => [[record]]
  const sign = async (raw: Buffer, canonicalization: string) => {
    const key = { signingDomain: 'library.example.edu', selector: 's', privateKey, canonicalization }
    // The types want the key as it is, the code wants it in signatureData.
    const signature = await dkimSign(raw, { ...key, signatureData: [key] })
    return Buffer.concat([Buffer.from(signature.signatures), raw])
  }
  const verdict = async (mail: Buffer) => (await dkimVerify(mail, { resolver })).results.map(({ status }) => status.result)

  test.each(['relaxed/relaxed', 'simple/simple'])('holds (%s)', async (canonicalization) => {
    const signed = await sign(post, canonicalization)
    expect(await verdict(signed)).toEqual(['pass'])
    expect(await verdict(compose(signed))).toEqual(['pass'])
  })

  test('holds where the mail was kept with bare line feeds', async () => {
    const signed = await sign(post, 'simple/simple')
    expect(await verdict(compose(Buffer.from(signed.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')))).toEqual(['pass'])
  })

  test('does not hold where the list writes into subject, text or From', async () => {
    const signed = await sign(post, 'relaxed/relaxed')
    for (const options of [{ subjectPrefix: '[Leganto]' }, { footer: 'A footer' }, { rewriteFrom: true }]) {
      expect(await verdict(compose(signed, options)), JSON.stringify(options)).not.toEqual(['pass'])
    }
  })
})

test('a post is signed for each subscriber, beside its author', async () => {
  const { privatePem, dnsRecord } = await generateDkimKey()
  const signer = createSigner({ domain: 'lists.example.org', selector: 'r1', privateKey: createPrivateKey(privatePem) })
  const resolver = async () => [[dnsRecord('r1', 'lists.example.org').value]]
  const forRecipient = signPost(preparePost({ raw: post, list, archivedAt }), signer)
  for (const name of ['a', 'b', 'c']) {
    const to = name === 'c' ? { to: { name: 'Zoë', address: 'zoe@example.org' } } : {}
    const recipient = { unsubscribeUrl: `https://lists.example.org/u/${name}`, ...to }
    const mail = Buffer.concat(await forRecipient(recipient, new Date('2026-10-23T10:00:00Z')))
    const verify = async (bytes: Buffer) => (await dkimVerify(bytes, { resolver })).results.map(({ status }) => status.result)
    expect(await verify(mail)).toEqual(['pass'])
    expect(await verify(Buffer.from(mail.toString('latin1').replace(`/u/${name}`, '/u/d'), 'latin1'))).not.toEqual(['pass'])
  }
})

describe('a From that is rewritten', () => {
  const rewritten = (...header: string[]) => compose(plain(...header, 'Subject: x', '', 'Hello'), { rewriteFrom: true })
  test.each([
    ['a name', 'Maria Silva <maria@x.example>', 'Maria Silva via Leganto users'],
    ['a name with a comma', '"Silva, Maria" <maria@x.example>', 'Silva, Maria via Leganto users'],
    ['a name with quotes', '"Maria \\"Mia\\" Silva" <maria@x.example>', 'Maria "Mia" Silva via Leganto users'],
    ['an encoded name', '=?iso-8859-1?Q?Mar=EDa?= <maria@x.example>', 'María via Leganto users'],
    ['a name in raw UTF-8', 'María <maria@x.example>', 'María via Leganto users'],
    [
      'a long name in another script',
      `=?utf-8?B?${Buffer.from('図書館'.repeat(20)).toString('base64')}?= <m@x.example>`,
      `${'図書館'.repeat(20)} via Leganto users`,
    ],
    ['no name', 'maria@x.example', 'maria via Leganto users'],
    ['an address for a name', '"boss@bank.example" <maria@x.example>', 'maria via Leganto users'],
    ['a line break in an encoded name', '=?utf-8?Q?Eve=0D=0ABcc=3A_x?= <eve@x.example>', 'Eve Bcc: x via Leganto users'],
    ['no address at all', 'nobody', 'Leganto users'],
  ])('with %s', async (_, from, name) => {
    const mail = rewritten(`From: ${from}`)
    const { from: seen, headers } = await parseMessage(mail)
    expect(seen).toEqual({ name, address: list.address })
    expect(headers.filter((field) => field.name === 'bcc')).toEqual([])
    expect(valuesOf(mail, 'x-original-from')).toEqual([from])
    expect(valuesOf(mail, 'reply-to')).toEqual(from === 'nobody' ? [] : [from])
  })

  test('leaves the Reply-To that the author chose', () => {
    expect(valuesOf(rewritten('From: m@x.example', 'Reply-To: team@x.example'), 'reply-to')).toEqual(['team@x.example'])
  })

  test('is one, where there were two or none', () => {
    expect(valuesOf(rewritten('From: a@x.example', 'From: b@x.example'), 'from')).toEqual([
      'a via Leganto users <leganto-l@lists.example.org>',
    ])
    expect(valuesOf(rewritten('To: a@x.example'), 'from')).toEqual(['Leganto users <leganto-l@lists.example.org>'])
  })

  test('is left alone unless asked', () => {
    expect(valuesOf(compose(post), 'from')).toEqual(['Maria =?utf-8?q?Garc=C3=ADa?= <maria@library.example.edu>'])
    expect(valuesOf(compose(post), 'x-original-from')).toEqual([])
  })
})

describe('a prefix', () => {
  const subjectOf = async (subject: string, subjectPrefix: string) =>
    (await parseMessage(compose(plain(`Subject:${subject}`, '', 'x'), { subjectPrefix }))).subject
  test.each([
    [' Hello', '[Leganto]', '[Leganto] Hello'],
    ['Hello', '[Leganto] ', '[Leganto] Hello'],
    [' Re: [Leganto] Hello', '[Leganto]', 'Re: [Leganto] Hello'],
    [' =?utf-8?Q?Gr=C3=BC=C3=9Fe?=', '[Leganto]', '[Leganto] Grüße'],
    [' =?utf-8?Q?Gr=C3=BC=C3=9Fe?=', '[Bücher]', '[Bücher] Grüße'],
    [' Hello', '[Bücher]', '[Bücher] Hello'],
    ['', '[Leganto]', '[Leganto]'],
  ])('before "%s": %s', async (subject, prefix, expected) => {
    expect((await subjectOf(subject, prefix)).trim()).toBe(expected)
  })
})

describe('a mail that SMTP cannot carry', () => {
  const mended = (raw: string) => {
    const prepared = preparePost({ raw: Buffer.from(raw, 'latin1'), list })
    return { mail: Buffer.concat(prepared.forRecipient({ unsubscribeUrl })).toString('latin1'), repairs: [...prepared.repairs] }
  }

  test.each([
    ['bare line feeds', 'From: a@x.example\nSubject: x\n\nA\nB\n', 'A\r\nB\r\n', ['line-ends']],
    ['a bare CR in the text', 'From: a@x.example\r\n\r\nA\rB\r\n', 'A\r\nB\r\n', ['line-ends']],
    ['doubled CR', 'From: a@x.example\r\r\nSubject: x\r\r\n\r\r\nA\r\r\nB', 'A\r\nB\r\n', ['line-ends']],
    ['NUL', 'From: a@x.exa\0mple\r\n\r\nA\0B\r\n', 'AB\r\n', ['nul']],
    ['no end of the header', 'From: a@x.example\r\nSubject: x', '', []],
    ['no header', '\r\nFrom: a@x.example\r\n\r\nText', 'From: a@x.example\r\n\r\nText\r\n', []],
    ['text where the header should go on', 'From: a@x.example\r\nHello all\r\n\r\nText\r\n', 'Hello all\r\n\r\nText\r\n', ['stray-line']],
    [
      'an mbox separator',
      'From a@x.example Fri Oct 23 10:00:00 2026\nFrom: a@x.example\n>From b\n\nText\n',
      'Text\r\n',
      ['line-ends', 'stray-line'],
    ],
    ['nothing', '', '', []],
  ])('is mended: %s', (_, raw, body, repairs) => {
    const { mail, repairs: done } = mended(raw)
    expect(mail.slice(mail.indexOf('\r\n\r\n') + 4)).toBe(body)
    expect(done).toEqual(repairs)
    expect(mail).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/)
    expect(valuesOf(Buffer.from(mail), 'list-id')).toHaveLength(1)
  })

  test('gets no new header field out of a bare CR', () => {
    const { mail } = mended('From: eve@x.example\r\nSubject: x\rFrom: boss@x.example\r\n\r\nHi\r\n')
    expect(valuesOf(Buffer.from(mail), 'from')).toEqual(['eve@x.example'])
    expect(valuesOf(Buffer.from(mail), 'subject')).toEqual(['x From: boss@x.example'])
  })

  test('has endless header lines folded at their spaces', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `<${i}.${'x'.repeat(30)}@x.example>`).join(' ')
    const { mail, repairs } = mended(`From: a@x.example\r\nReferences: ${ids}\r\n\r\nHi\r\n`)
    expect(repairs).toEqual(['long-header'])
    expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(valuesOf(Buffer.from(mail), 'references')).toEqual([ids])
  })

  const long = 'Füße '.repeat(400)
  const inParts = (type: string, ...parts: string[]) =>
    `From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`
  const textPart = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${long}`
  test.each([
    ['a text', `From: a@x.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-transfer-encoding:\r\n 8bit\r\n\r\n${long}\r\n`],
    ['a text of which nothing is said', `From: a@x.example\r\n\r\n${'word '.repeat(300)}\r\n`],
    ['one of several parts', inParts('multipart/mixed', `Content-Type: text/html\r\n\r\n<p>short</p>`, textPart)],
    ['a part without a header', inParts('multipart/mixed', `\r\n${'word '.repeat(300)}`)],
    [
      'base64 in one line',
      `From: a@x.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(long).toString('base64')}\r\n`,
    ],
    [
      'a mail inside the mail',
      inParts('multipart/mixed', `Content-Type: message/rfc822\r\n\r\nFrom: b@x.example\r\nSubject: inner\r\n${textPart}`),
    ],
  ])('has endless lines of text encoded: %s', async (_, raw) => {
    const bytes = Buffer.from(raw)
    const prepared = preparePost({ raw: bytes, list })
    const mail = Buffer.concat(prepared.forRecipient({ unsubscribeUrl }))
    expect([...prepared.repairs]).toEqual(['long-line'])
    expect(
      Math.max(
        ...mail
          .toString('latin1')
          .split('\r\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(998)
    const [before, after] = [await parseMessage(bytes), await parseMessage(mail)]
    expect([after.text, after.html]).toEqual([before.text, before.html])
    expect(after.attachments.map(({ type, filename }) => [type, filename])).toEqual(
      before.attachments.map(({ type, filename }) => [type, filename]),
    )
    const inner = (message: typeof before) =>
      Promise.all(message.attachments.map(async ({ content }) => (await parseMessage(content)).text))
    expect(await inner(after)).toEqual(await inner(before))
  })

  test('is left as it is where its endless lines are signed', () => {
    const raw = inParts('multipart/signed', textPart)
    expect(Buffer.concat(preparePost({ raw: Buffer.from(raw), list }).forRecipient({ unsubscribeUrl })).includes(long)).toBe(true)
  })

  test('whatever it is, it can be sent, has one set of list fields, and composing what was composed changes no more', () => {
    const piece = fc.constantFrom(
      'From: a@x',
      'Subject: y',
      'List-Id: <z>',
      ' folded',
      'text',
      '\r',
      '\n',
      '\r\n',
      '\r\r\n',
      '\0',
      '.',
      '\xff',
      ':',
      'From ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { mail } = mended(pieces.join(''))
        expect(mail).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/)
        expect(valuesOf(Buffer.from(mail, 'latin1'), 'list-id')).toEqual(['Leganto users <leganto-l.lists.example.org>'])
        expect(mended(mail)).toEqual({ mail, repairs: [] })
      }),
      { numRuns: 500 },
    )
  })

  test.each(['\r', '\n', '\0', 'a:\r\n', ' ', 'x'.repeat(500)])('is found out in time that grows as it is long: %j', (bad) =>
    expectLinear(1_000_000, (size) => mended(bad.repeat(size / bad.length))),
  )
})

describe('nobody adds header fields by what they are called', () => {
  const evil = fc
    .tuple(fc.string(), fc.constantFrom('\r\nBcc: x@y.example', '\nX: y', '\rX: y', '\0', '\u0085', '\u2028'), fc.string())
    .map((parts) => parts.join(''))
  const places: Record<string, (value: string) => unknown> = {
    'the id of the list': (id) => compose(post, { list: { ...list, id } }),
    'the address of the list': (value) => compose(post, { list: { ...list, address: `${value}@x.example` } }),
    'the page of the list': (value) => compose(post, { list: { ...list, page: `https://x.example/${value}` } }),
    'the address in the archive': (value) => compose(post, { archivedAt: `https://x.example/${value}` }),
    'the name of a field': (value) => compose(post, { set: { [`X${value}`]: 'y' } }),
    'the address that unsubscribes': (value) =>
      preparePost({ raw: post, list }).forRecipient({ unsubscribeUrl: `https://x.example/${value}` }),
  }
  const words: Record<string, (value: string) => string> = {
    'the name of the list': (name) => compose(post, { list: { ...list, name } }).toString('latin1'),
    'a prefix': (subjectPrefix) => compose(post, { subjectPrefix: `x${subjectPrefix}x` }).toString('latin1'),
    'a field': (value) => compose(post, { set: { 'X-Y': value } }).toString('latin1'),
    'a recipient': (name) =>
      Buffer.concat(preparePost({ raw: post, list }).forRecipient({ unsubscribeUrl, to: { name, address: 'a@x.example' } })).toString(
        'latin1',
      ),
  }
  test.each(Object.entries(words))('%s becomes one line', (_, place) => {
    fc.assert(
      fc.property(evil, (value) => {
        expect(place(value)).not.toMatch(/^(?:Bcc|X):|\r(?!\n)|(?<!\r)\n|\0/m)
      }),
    )
  })
  test.each(Object.entries(places))('%s', (_, place) => {
    fc.assert(
      fc.property(evil, (value) => {
        expect(() => place(value)).toThrow(BadHeader)
      }),
    )
  })

  test('and names of every kind come out as they went in', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((name) => !/[\p{Cc}\u2028\u2029]/u.test(name) && name.isWellFormed())
    return fc.assert(
      fc.asyncProperty(names, async (name) => {
        const mail = compose(post, { list: { ...list, name }, rewriteFrom: true })
        const { from } = await parseMessage(mail)
        expect(from?.name.replace(/\s+/g, ' ')).toBe(`Maria García via ${name}`.replace(/\s+/g, ' ').trim())
        expect(
          Math.max(
            ...mail
              .toString()
              .split('\r\n')
              .map((line) => line.length),
          ),
        ).toBeLessThan(200)
      }),
    )
  })
})

describe('a letter of our own', () => {
  const letter = {
    from: { name: 'Leganto', address: 'leganto-l-owner@lists.example.org' },
    to: { name: 'Zoë, B.', address: 'zoe@example.org' },
    subject: 'Grüße',
    text: 'Hello\n.\nBye',
    messageId: '1@lists.example.org',
    date: new Date('2026-10-23T10:00:00Z'),
  }

  test('reads as it was written, and says that a program wrote it', async () => {
    const mail = await composeLetter({
      ...letter,
      html: '<p>Hello</p>',
      attachments: [{ filename: 'Übersicht.pdf', type: 'application/pdf', content: Buffer.from('%PDF') }],
    })
    const read = await parseMessage(mail)
    expect([read.from, read.to, read.subject, read.messageId, read.date]).toEqual([
      letter.from,
      [letter.to],
      letter.subject,
      letter.messageId,
      letter.date,
    ])
    expect(read.text.trimEnd()).toBe('Hello\n.\nBye')
    expect(read.attachments.map(({ filename, type }) => [filename, type])).toEqual([['Übersicht.pdf', 'application/pdf']])
    expect(valuesOf(mail, 'auto-submitted')).toEqual(['auto-generated'])
    expect(mail.toString('latin1')).not.toMatch(/\r(?!\n)|(?<!\r)\n/)
    expect(mail.subarray(-2).toString()).toBe('\r\n')
  })

  test('may say otherwise in its header', async () => {
    const mail = await composeLetter({
      ...letter,
      headers: { 'auto-submitted': 'auto-replied', 'List-Id': '<leganto-l.lists.example.org>' },
    })
    expect(valuesOf(mail, 'auto-submitted')).toEqual(['auto-replied'])
    expect(valuesOf(mail, 'list-id')).toEqual(['<leganto-l.lists.example.org>'])
  })

  test.each([
    ['its subject', { subject: 'x\r\nBcc: a@b.example' }],
    ['a name', { to: { name: 'x\nBcc: a@b.example', address: 'a@b.example' } }],
    ['a field', { headers: { 'X-Y': 'a\r\nBcc: a@b.example' } }],
    ['a file name', { attachments: [{ filename: 'a\r\nBcc: b', type: 'text/plain', content: Buffer.from('') }] }],
  ])('makes one line of %s', async (_, change) => {
    const mail = await composeLetter({ ...letter, ...change })
    expect(valuesOf(mail, 'bcc')).toEqual([])
    expect(mail.toString('latin1')).not.toMatch(/^Bcc:/im)
  })

  test.each([
    ['an address', { to: { name: '', address: 'a@b.example>\r\nBcc: <x@y.example' } }],
    ['an address of 10 kB', { to: { name: '', address: `${'a'.repeat(10_000)}@b.example` } }],
    ['two addresses in one', { to: { name: '', address: 'a@b.example, c@d.example' } }],
    ['the name of a field', { headers: { 'X-Y: a\r\nBcc': 'a@b.example' } }],
    ['a Message-ID', { messageId: 'a@b>\r\nBcc: <x' }],
  ])('takes nothing that could break a header in %s', async (_, change) => {
    await expect(composeLetter({ ...letter, ...change })).rejects.toThrow(BadHeader)
  })
})
