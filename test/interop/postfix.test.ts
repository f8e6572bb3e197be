import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authenticate } from '../../src/lib/mail/authenticate.ts'
import { fixedResolver } from '../../src/lib/mail/dns.ts'
import { createSender } from '../../src/lib/mail/smtp-client.ts'
import { greet } from '../dialogue.ts'
import { mail } from '../mail.ts'
import { freePort } from '../ports.ts'
import { type Sink, startSink } from '../sink.ts'
import { noPostfix, startPostfix } from './postfix.ts'
import { missing, swaks } from './programs.ts'
import { domain, serve, until } from './serving.ts'

const why = noPostfix ?? missing('swaks')

describe.skipIf(why)(`Postfix in front and behind${why ? ` (skipped: ${why})` : ''}`, () => {
  let sink: Sink
  let rapport: Awaited<ReturnType<typeof serve>>
  let postfix: Awaited<ReturnType<typeof startPostfix>>
  let ports: { front: number; relay: number; lmtp: number }

  beforeAll(async () => {
    sink = await startSink({
      keep: true,
      offers: ['8BITMIME', 'SMTPUTF8'],
      recipients: { 'nobody.example': '550 5.1.1 There is no Nils here' },
    })
    const [front, relay, lmtp] = [await freePort(), await freePort(), await freePort()]
    ports = { front, relay, lmtp }
    postfix = await startPostfix({ ...ports, next: sink.port })
    rapport = await serve({
      RAPPORT_SMTP: 'off',
      RAPPORT_LMTP: `127.0.0.1:${lmtp}`,
      RAPPORT_RELAY: `smtp://127.0.0.1:${relay}`,
      RAPPORT_AUTHSERV: 'mx.front.example',
    })
  })

  afterAll(async () => {
    await rapport?.end()
    await postfix?.stop()
    await sink?.close()
  })

  const fromMaria = (subject: string, ...more: string[]) =>
    swaks(ports.front, 'maria@maria.example', rapport.list, '--header', `Subject: ${subject}`, ...more)
  const arrived = (email: string, subject: string) =>
    until(`"${subject}" at ${email}\n${postfix.log()}`, () =>
      sink.messages.find(({ to, data }) => to.includes(email) && data.includes(subject)),
    )
  const authenticationOf = async (subject: string) => {
    const { id } = await rapport.archived(subject)
    const row = await rapport.db.selectFrom('messageAuthentication').select('results').where('messageId', '=', id).executeTakeFirst()
    return row?.results
  }

  test('a mail goes in by LMTP and out to each subscriber, with VERP, list fields and a whole signature', async () => {
    expect(await fromMaria('A way round', '--body', 'From here\nto there.')).toMatchObject({ code: 0 })

    const senders = new Set<string>()
    for (const email of ['carla@carla.example', 'susi@susi.example']) {
      const { from, to, data } = await arrived(email, 'A way round')
      const text = data.toString()
      expect(from).toMatch(/^lectio-l-bounces\+[^@]+@lists\.example\.org$/)
      expect(to).toEqual([email])
      expect(text).toMatch(/^List-Id: .*<lectio-l\.lists\.example\.org>/m)
      expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
      expect(text).toMatch(/^Archived-At: /m)
      const records = Object.entries(await rapport.dkimRecords()).map(([name, value]) => [name, { TXT: [value] }] as const)
      const judged = { mailFrom: from, authserv: 'mx.reader.example', resolver: fixedResolver(Object.fromEntries(records)) }
      const { dkim, arc } = await authenticate(data, judged)
      expect(dkim).toContainEqual(expect.objectContaining({ domain, result: 'pass' }))
      expect(arc.result).toBe('pass')
      senders.add(from)
    }
    expect(senders.size).toBe(2)
  })

  test('an address that is nobody’s is refused while the sender is there, and a list opened since then exists after ten seconds', async () => {
    const { output, code } = await swaks(ports.front, 'maria@maria.example', `later-l@${domain}`)
    expect(code).not.toBe(0)
    expect(output).toMatch(/^<\*\* 550 5\.1\.1 /m)

    await rapport.db.updateTable('list').set({ name: 'later-l' }).where('id', '=', rapport.otherListId).execute()
    await until('the new list', async () =>
      (await swaks(ports.front, 'maria@maria.example', `later-l@${domain}`, '--quit-after', 'RCPT')).code === 0 ? true : undefined,
    )
  })

  test('SPF is not judged by Postfix’ own address, and Authentication-Results only under the name that was told', async () => {
    const results = (authserv: string) => `Authentication-Results: ${authserv}; spf=pass smtp.mailfrom=maria@maria.example`
    await fromMaria('By the filter', '--header', results('mx.front.example'))
    await fromMaria('By a stranger', '--header', results('mx.stranger.example'))
    expect(await authenticationOf('By the filter')).toContain('spf=pass')
    expect(await authenticationOf('By a stranger')).toContain('spf=none')

    const peers = await rapport.db.selectFrom('inbound').select('byFront').distinct().execute()
    expect(peers).toEqual([{ byFront: true }])
  })

  test('what Postfix takes and cannot deliver comes back as the bounce of that one delivery', async () => {
    await rapport.join(await rapport.addPerson('Nils', { email: 'nils@nobody.example' }))
    await fromMaria('To Nils too')
    const bounce = await until(`the bounce\n${postfix.log()}`, () =>
      rapport.db
        .selectFrom('bounce')
        .innerJoin('delivery', 'delivery.id', 'bounce.deliveryId')
        .selectAll('bounce')
        .select('delivery.email as to')
        .executeTakeFirst(),
    )
    expect(bounce).toMatchObject({ email: 'nils@nobody.example', to: 'nils@nobody.example', permanent: true })
  })

  test('an address beyond ASCII goes in and out through Postfix, and others get the same in ASCII', async () => {
    const wide = 'jürgen@bücher.example'
    await rapport.join(await rapport.addPerson('Jürgen', { email: wide }))
    const client = await greet(ports.front)
    const say = (line: string) => client.say(Buffer.from(line).toString('latin1'))
    for (const line of [`MAIL FROM:<${wide}> BODY=8BITMIME SMTPUTF8`, `RCPT TO:<${rapport.list}>`]) expect(await say(line)).toMatch(/^250 /)
    expect(await say('DATA')).toMatch(/^354 /)
    client.write(Buffer.concat([mail({ from: `Jürgen <${wide}>`, to: rapport.list, subject: 'Große Umlaute' }), Buffer.from('.\r\n')]))
    expect(await client.answer()).toMatch(/^250 /)
    client.hangUp()
    const own = await arrived('jürgen@xn--bcher-kva.example', 'Große Umlaute')
    expect(own.parameters).toContain('SMTPUTF8')
    const { data, parameters } = await arrived('susi@susi.example', '=?UTF-8?Q?Gro=C3=9Fe_Umlaute?=')
    const [head = ''] = data.toString().split('\r\n\r\n')
    expect([parameters.includes('SMTPUTF8'), head.replace(/[\t\r\n -~]/g, '')]).toEqual([false, ''])
    // The line of Postfix says who brought it, and ours that Postfix did.
    expect(head.match(/^Received: /gm)?.length).toBeGreaterThanOrEqual(3)
  })

  test('our client sends 500 mails over four connections, and each hears Postfix’ own answer', async () => {
    const sender = createSender(`smtp://127.0.0.1:${ports.relay}`, { connections: 4 })
    const domains = ['good.example', 'full.example', 'gone.example', 'good.example', 'good.example']
    const before = sink.accepted
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, i) =>
        sender.send({ from: `lectio-l-bounces+${i}@${domain}`, to: `reader-${i}@${domains[i % 5]}` }, [
          mail({ from: 'maria@maria.example' }),
        ]),
      ),
    )
    await sender.close()
    const heard = outcomes.map((outcome) => `${outcome.state} ${outcome.ok ? '' : `${outcome.code} ${outcome.enhanced}`}`)
    const counts = Object.fromEntries(Object.entries(Object.groupBy(heard, (one) => one)).map(([one, all]) => [one.trim(), all?.length]))
    expect(counts).toEqual({ accepted: 300, 'deferred 452 4.2.2': 100, 'refused 550 5.1.1': 100 })
    await until('all 300 at the sink', () => (sink.accepted - before >= 300 ? true : undefined))
  })
})
