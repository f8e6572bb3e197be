import { createServer, type ServerResponse } from 'node:http'
import net from 'node:net'
import fc from 'fast-check'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type Relay, readRelay } from '../src/lib/mail/relay.ts'
import { createSender, type Sender, type SenderOptions } from '../src/lib/mail/smtp-client.ts'
import { startTokens } from './identity/tokens.ts'
import { type Sink, type SinkOptions, startSink } from './sink.ts'

const message = Buffer.from('From: maria@example.org\r\nSubject: Hello\r\n\r\nHello\r\n.hidden\r\n..\r\n.\r\nend\r\n')
const ways = { 'by BDAT': { chunking: true }, 'by pipelined DATA': {}, 'step by step': { pipelining: false } }

const open: { sink?: Sink; sender?: Sender } = {}
afterEach(async () => {
  await open.sender?.close(1)
  await open.sink?.close()
})

async function start(sinkOptions: SinkOptions, senderOptions: SenderOptions = {}) {
  const sink = await startSink({ keep: true, ...sinkOptions })
  const sender = createSender(`smtp://127.0.0.1:${sink.port}`, { connections: 2, chunking: true, ...senderOptions })
  Object.assign(open, { sink, sender })
  const sendTo = (to: string[]) =>
    Promise.all(to.map((address, i) => sender.send({ from: `bounces+${i}@lists.example`, to: address }, [message])))
  return { sink, sender, sendTo }
}

const people = (count: number, domain = 'ok.example') => Array.from({ length: count }, (_, i) => `person${i}@${domain}`)

describe.each(Object.entries(ways))('%s', (_, way) => {
  test('every subscriber gets the mail as it was composed, once', async () => {
    const { sink, sendTo } = await start(way)
    const outcomes = await sendTo(people(200))
    expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['accepted']))
    expect(sink.messages.map(({ to }) => to[0]).sort()).toEqual(people(200).sort())
    expect(sink.messages.every(({ data }) => data.equals(message))).toBe(true)
    expect(sink.messages.every(({ from, to }) => Number(from.match(/\d+/)?.[0]) === Number(to[0]?.match(/\d+/)?.[0]))).toBe(true)
  })

  test('a refused address does not keep the others from their mail', async () => {
    const { sink, sendTo } = await start({ ...way, recipients: { 'gone.example': '550 5.1.1 No such user here' } })
    const outcomes = await sendTo(people(60).map((address, i) => (i % 3 === 1 ? address.replace('ok', 'gone') : address)))
    expect(outcomes.map(({ state }) => state)).toEqual(outcomes.map((_, i) => (i % 3 === 1 ? 'refused' : 'accepted')))
    expect(outcomes[1]).toEqual({ ok: false, state: 'refused', code: 550, enhanced: '5.1.1', text: 'No such user here', phase: 'rcpt' })
    expect(sink.accepted).toBe(40)
  })

  test('mail that a relay takes later is told from mail that it never takes', async () => {
    const { sendTo } = await start({
      ...way,
      recipients: { 'busy.example': '451 4.3.0 Try later' },
      answer: ({ to }) => (to[0]?.startsWith('person2@') ? '554 5.7.1 Looks like spam' : undefined),
    })
    const outcomes = await sendTo(['person1@busy.example', 'person2@ok.example', 'person3@ok.example'])
    expect(outcomes.map(({ state, phase, code }) => [state, phase, code])).toEqual([
      ['deferred', 'rcpt', 451],
      ['refused', 'end', 554],
      ['accepted', 'end', 250],
    ])
  })

  test('when the relay hangs up, only what it had read is in doubt, and all else arrives once', async () => {
    const { sink, sendTo } = await start({ ...way, dropAfter: 10 }, { connections: 1, window: 5 })
    const outcomes = await sendTo(people(50))
    const unknown = outcomes.filter(({ state }) => state === 'unknown')
    expect(unknown.length).toBeGreaterThan(0)
    expect(unknown.length).toBeLessThanOrEqual('chunking' in way ? 5 : 1)
    expect(outcomes.filter(({ state }) => state === 'accepted').length).toBe(50 - unknown.length)
    expect(sink.accepted).toBe(50 - unknown.length)
    expect(sink.connections).toBe(2)
  })
})

describe('a relay in trouble', () => {
  const states = (outcomes: { state: string }[]) => [...new Set(outcomes.map(({ state }) => state))]

  test('that is not there gives everything back unsent', async () => {
    const { sink, sendTo } = await start({})
    await sink.close()
    const outcomes = await sendTo(people(20))
    expect(states(outcomes)).toEqual(['unsent'])
    expect(outcomes[0]).toMatchObject({ ok: false, code: null, phase: 'connect' })
  })

  test('that answers every MAIL with 421 gives everything back unsent, and is not asked for ever', async () => {
    const { sink, sendTo } = await start({ answerMail: () => '421 4.3.2 Shutting down' })
    expect(states(await sendTo(people(20)))).toEqual(['unsent'])
    expect(sink.connections).toBeLessThan(10)
  })

  test('that hangs up while idle costs no mail', async () => {
    let mails = 0
    const { sink, sendTo } = await start(
      { answerMail: () => (++mails === 2 ? '421 4.4.2 Idle for too long' : undefined) },
      { connections: 1 },
    )
    expect(states(await sendTo(['a@x.example']))).toEqual(['accepted'])
    expect(states(await sendTo(['b@x.example', 'c@x.example']))).toEqual(['accepted'])
    expect([sink.accepted, sink.connections]).toEqual([3, 2])
  })

  test('that falls silent is waited for no longer than said', async () => {
    const { sendTo } = await start({ answerMail: () => null }, { timeouts: { mail: 200 } })
    expect(states(await sendTo(people(5)))).toEqual(['unsent'])
  })

  test('that falls silent after the text leaves the mail in doubt', async () => {
    const { sendTo } = await start({ delay: 60_000 }, { timeouts: { end: 200 }, connections: 1 })
    const [outcome] = await sendTo(['a@x.example'])
    expect(outcome).toMatchObject({ state: 'unknown', phase: 'end', text: 'The relay did not answer in time.' })
  })

  test('whose quota is used up defers what comes after', async () => {
    const { sendTo } = await start({ quota: 7 }, { connections: 1 })
    const outcomes = await sendTo(people(10))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(7)
    expect(outcomes.at(-1)).toMatchObject({ state: 'deferred', code: 450, phase: 'end' })
  })

  test('that is slow holds up nobody who waits for another connection', async () => {
    const { sink, sendTo } = await start({ delay: 100 }, { connections: 20 })
    expect(states(await sendTo(people(100)))).toEqual(['accepted'])
    expect(sink.connections).toBe(20)
  })

  test.each([
    ['no SMTP', 'HTTP/1.1 400 Bad Request\r\n'],
    ['no end of line', `220 ${'x'.repeat(200_000)}`],
    ['an answer that means no', '554 5.7.1 You are blocked\r\n'],
    ['nothing, and hangs up', ''],
  ])('that greets with %s gives everything back', async (_, greeting) => {
    const server = net.createServer((socket) => socket.on('error', () => {}).end(greeting)).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const sender = createSender(`smtp://127.0.0.1:${(server.address() as net.AddressInfo).port}`)
    const outcome = await sender.send({ from: '', to: 'a@x.example' }, [message])
    expect(outcome).toMatchObject({ state: 'unsent', code: null, phase: 'greeting' })
    await sender.close()
    server.close()
  })
})

describe('a sender', () => {
  test('keeps to the number of mails under way to one domain, over all connections', async () => {
    const { sink, sendTo } = await start({ delay: 5 }, { connections: 10, perDomain: 2 })
    const outcomes = await sendTo([...people(20, 'slow.example'), ...people(20, 'other.example')])
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(sink.accepted).toBe(40)
    expect(sink.most.get('slow.example')).toBe(2)
  })

  test('lets connections go that have nothing to do, and opens others', async () => {
    const { sink, sender, sendTo } = await start({}, { idle: 50 })
    await sendTo(people(2))
    expect(sender.state().connections).toBeGreaterThan(0)
    await expect.poll(() => sender.state().connections).toBe(0)
    await expect.poll(() => sink.commands).toContain('QUIT')
    expect((await sendTo(people(1)))[0]?.ok).toBe(true)
  })

  test('that is closed sends what it was given, and takes no more', async () => {
    const { sink, sender, sendTo } = await start({ delay: 20 }, { connections: 2 })
    const sent = sendTo(people(10))
    await sender.close()
    expect((await sent).every(({ ok }) => ok)).toBe(true)
    expect(sink.accepted).toBe(10)
    expect((await sendTo(people(1)))[0]).toMatchObject({ state: 'unsent', phase: 'local' })
  })

  test('that must close now says what was not sent and what is in doubt', async () => {
    const { sender, sendTo } = await start({ delay: 60_000 }, { connections: 2 })
    const sent = sendTo(people(10))
    await expect.poll(() => sender.state().inFlight).toBe(4)
    await sender.close(10)
    const outcomes = (await sent).map(({ state }) => state)
    expect(outcomes.filter((state) => state === 'unknown')).toHaveLength(2)
    expect(outcomes.filter((state) => state === 'unsent')).toHaveLength(8)
  })

  test('uses BDAT only where it is told to', async () => {
    const { sink, sendTo } = await start({ chunking: true }, { chunking: undefined })
    expect((await sendTo(people(3))).every(({ ok }) => ok)).toBe(true)
    expect(sink.commands.filter((command) => command.startsWith('BDAT'))).toEqual([])
  })

  test.each([
    ['a line break in the recipient', { from: '', to: 'a@x.example>\r\nRCPT TO:<b@x.example' }, message],
    ['a line break in the sender', { from: 'a\nb@x.example', to: 'a@x.example' }, message],
    ['no recipient', { from: '', to: '' }, message],
    ['a bare line feed', { from: '', to: 'a@x.example' }, Buffer.from('Subject: x\r\n\r\na\n.\nMAIL FROM:<b@x.example>\r\n')],
    ['a bare CR', { from: '', to: 'a@x.example' }, Buffer.from('Subject: x\r\n\r\na\r.\r\nb\r\n')],
  ])('sends nothing with %s', async (_, envelope, mail) => {
    const { sink, sender } = await start({})
    expect(await sender.send(envelope, [mail])).toMatchObject({ state: 'refused', phase: 'local' })
    expect(sink.commands).toEqual([])
  })

  test('sends nothing that is larger than the relay takes', async () => {
    const { sink, sender } = await start({ offers: ['SIZE 100'] })
    const outcome = await sender.send({ from: '', to: 'a@x.example' }, [Buffer.from(`${'x'.repeat(99)}\r\n`)])
    expect(outcome).toMatchObject({ state: 'refused', code: 552, enhanced: '5.3.4', phase: 'local' })
    expect(sink.commands.some((command) => command.startsWith('MAIL'))).toBe(false)
  })

  test('says what a mail needs: size, eight bits, addresses beyond ASCII', async () => {
    const offers = ['SIZE 1000', '8BITMIME', 'SMTPUTF8']
    const { sink, sender } = await start({ offers })
    await sender.send({ from: 'a@x.example', to: 'b@x.example' }, [Buffer.from('Grüße\r\n')])
    await sender.send({ from: 'a@x.example', to: 'zoë@bücher.example' }, [Buffer.from('Hello\r\n')])
    await sender.send({ from: 'a@x.example', to: 'zoe@bücher.example' }, [Buffer.from('Hello\r\n')])
    expect(sink.messages.map(({ to, parameters }) => [to[0], parameters])).toEqual([
      ['b@x.example', 'SIZE=9 BODY=8BITMIME'],
      ['zoë@xn--bcher-kva.example', 'SIZE=7 SMTPUTF8'],
      ['zoe@xn--bcher-kva.example', 'SIZE=7'],
    ])
  })

  test('does not give an address beyond ASCII to a relay that knows none', async () => {
    const { sender } = await start({})
    expect(await sender.send({ from: '', to: 'zoë@x.example' }, [message])).toMatchObject({
      state: 'refused',
      enhanced: '5.6.7',
      phase: 'local',
    })
  })
})

describe.each(Object.entries(ways))('%s', (_, way) => {
  test('every text arrives as it is, wherever its dots are and however it is cut', async () => {
    const { sink, sender } = await start(way, { connections: 1 })
    const line = fc.constantFrom('.', '..', '.a', 'a.', '', ' .', 'ü', '.\u0000', 'MAIL FROM:<a@b>', 'x'.repeat(600))
    const parts = fc.array(
      fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => Buffer.from(`${lines.join('\r\n')}\r\n`)),
      { minLength: 1, maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 8 }), async (mails) => {
        sink.messages.length = 0
        const outcomes = await Promise.all(mails.map((mail, i) => sender.send({ from: '', to: `${i}@x.example` }, mail)))
        expect(outcomes.every(({ ok }) => ok)).toBe(true)
        const taken = new Map(sink.messages.map(({ to, data }) => [to[0], data]))
        for (const [i, mail] of mails.entries()) expect(taken.get(`${i}@x.example`)?.equals(Buffer.concat(mail))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('whatever the relay refuses, defers or drops, each mail has one end, and none is taken twice but those in doubt', async () => {
    const fate = fc.constantFrom('take', 'take', 'take', 'rcpt450', 'rcpt550', 'end450', 'end550')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { minLength: 1, maxLength: 30 }),
        fc.option(fc.integer({ min: 1, max: 30 })),
        async (fates, dropAfter) => {
          const { sink, sender } = await start(
            {
              ...way,
              recipients: { 'rcpt450.example': '450 4.2.1 Later', 'rcpt550.example': '550 5.1.1 Never' },
              answer: ({ to }) => (to[0]?.includes('@end') ? `${to[0].slice(-11, -8)} no` : undefined),
              ...(dropAfter ? { dropAfter } : {}),
            },
            { window: 4 },
          )
          const outcomes = await Promise.all(fates.map((name, i) => sender.send({ from: '', to: `${i}@${name}.example` }, [message])))
          const taken = sink.messages.map(({ to }) => to[0])
          for (const [i, { state }] of outcomes.entries()) {
            const name = fates[i] ?? ''
            const times = taken.filter((to) => to === `${i}@${name}.example`).length
            const expected = name === 'take' ? 'accepted' : name.endsWith('450') ? 'deferred' : 'refused'
            if (state !== 'unknown') expect(state).toBe(expected)
            if (state === 'unknown') expect(times).toBeLessThanOrEqual(1)
            else expect(times).toBe(state === 'accepted' ? 1 : 0)
          }
          await sender.close()
          await sink.close()
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a real SMTP server', () => {
  async function startServer(options: SMTPServerOptions) {
    const received: { from: string; to: string[]; text: string; secure: boolean; user: unknown }[] = []
    const server = new SMTPServer({
      authOptional: true,
      ...options,
      onData(stream, session, callback) {
        let text = ''
        stream.on('data', (chunk) => {
          text += chunk
        })
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            text,
            secure: session.secure,
            user: session.user,
          })
          callback(null)
        })
      },
    })
    server.on('error', () => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as net.AddressInfo
    return { received, port, close: () => new Promise<void>((resolve) => server.close(resolve)) }
  }
  const login: SMTPServerOptions = {
    onAuth: ({ username, password }, _, callback) =>
      username === 'rapport' && password === 'pass wörd' ? callback(null, { user: username }) : callback(new Error('Wrong password')),
  }
  const send = async (relay: Relay | string, count = 5) => {
    const sender = createSender(relay, { connections: 2 })
    const outcomes = await Promise.all(people(count).map((to) => sender.send({ from: 'b@lists.example', to }, [message])))
    await sender.close()
    return outcomes
  }
  const password = encodeURIComponent('pass wörd')

  test('takes mail in the clear where it offers no more', async () => {
    const { received, port, close } = await startServer({ disabledCommands: ['STARTTLS'] })
    expect((await send(`smtp://127.0.0.1:${port}`, 50)).every(({ ok }) => ok)).toBe(true)
    expect(received.map(({ to }) => to[0]).sort()).toEqual(people(50).sort())
    expect(received.every(({ text, secure }) => text === message.toString() && !secure)).toBe(true)
    await close()
  })

  test('without pipelining is spoken to step by step', async () => {
    const { received, port, close } = await startServer({ hidePIPELINING: true })
    expect((await send(`smtp://127.0.0.1:${port}`)).every(({ ok }) => ok)).toBe(true)
    expect(received).toHaveLength(5)
    await close()
  })

  test('is spoken to through STARTTLS wherever it offers that', async () => {
    const { received, port, close } = await startServer({})
    expect((await send(`smtp://127.0.0.1:${port}`)).every(({ ok }) => ok)).toBe(true)
    expect(received.map(({ secure }) => secure)).toEqual([true, true, true, true, true])
    await close()
  })

  test('is spoken to through TLS from the first byte', async () => {
    const { received, port, close } = await startServer({ secure: true })
    expect((await send(`smtps://127.0.0.1:${port}?verify=no`)).every(({ ok }) => ok)).toBe(true)
    expect(received.every(({ secure }) => secure)).toBe(true)
    await close()
  })

  test.each(['PLAIN', 'LOGIN'])('is signed in to by %s', async (method) => {
    const { received, port, close } = await startServer({ ...login, authOptional: false, authMethods: [method] })
    expect((await send(`smtp://rapport:${password}@127.0.0.1:${port}`)).every(({ ok }) => ok)).toBe(true)
    expect(received.every(({ user, secure }) => user === 'rapport' && secure)).toBe(true)
    await close()
  })

  test('that does not know the password gets nothing, and says why', async () => {
    const { received, port, close } = await startServer({ ...login, authOptional: false })
    const outcomes = await send(`smtp://rapport:wrong@127.0.0.1:${port}`)
    expect(outcomes[0]).toMatchObject({ state: 'unsent', code: null, phase: 'auth', text: 'The relay said 535: Wrong password' })
    expect(received).toEqual([])
    await close()
  })

  const byToken = (tokens: Awaited<ReturnType<typeof startTokens>>, state: { takes: boolean }): SMTPServerOptions => ({
    authOptional: false,
    authMethods: ['XOAUTH2'],
    onAuth: async ({ username = '', accessToken = '' }, _, callback) =>
      state.takes && username === 'lists@example.org' && (await tokens.isGood(accessToken))
        ? callback(null, { user: username })
        : callback(null, { data: { status: '400', schemes: 'Bearer', scope: '' } }),
  })

  test('is signed in to by one token for all connections, and by another where it takes that one no more', async () => {
    const tokens = await startTokens()
    const state = { takes: true }
    const { received, port, close } = await startServer(byToken(tokens, state))
    const relay = readRelay(`smtp://lists%40example.org@127.0.0.1:${port}`, tokens.settings)
    const sent = await Promise.all([send(relay, 20), send(relay, 20)])
    expect(sent.flat().every(({ ok }) => ok)).toBe(true)
    expect([received.length, received.every(({ user, secure }) => user === 'lists@example.org' && secure), tokens.state.asked]).toEqual([
      ...[40, true, 1],
    ])

    state.takes = false
    expect((await send(relay, 1))[0]).toMatchObject({
      ...{ state: 'unsent', code: null, phase: 'auth' },
      text: expect.stringMatching(/^The relay takes no token for lists@example\.org by XOAUTH2: 535 .* \(status 400\)$/),
    })
    state.takes = true
    expect((await send(relay, 1))[0]?.ok).toBe(true)
    expect(tokens.state.asked).toBe(2)
    await close()
    await tokens.close()
  })

  test.each([
    [{ secret: 'wrong' }, 'RAPPORT_RELAY_CLIENT and RAPPORT_RELAY_SECRET'],
    [{ scope: 'wrong' }, 'RAPPORT_RELAY_SCOPE'],
    [{ url: 'http://127.0.0.1:9/token' }, 'RAPPORT_RELAY_TOKEN_URL'],
  ])('gets nothing where no token is given, and mail waits with the setting that is wrong: %o', async (wrong, setting) => {
    const tokens = await startTokens()
    const { port, close } = await startServer(byToken(tokens, { takes: true }))
    const relay = readRelay(`smtp://lists%40example.org@127.0.0.1:${port}`, { ...tokens.settings, ...wrong })
    const [outcome] = await send(relay)
    expect(outcome).toMatchObject({ state: 'unsent', code: null, phase: 'auth', text: expect.stringContaining(`(${setting})`) })
    expect(outcome?.text).not.toContain(tokens.settings.secret)
    await close()
    await tokens.close()
  })

  test('gets nothing by what a token endpoint makes up', async () => {
    const answers: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      (response) => response.end('<html>Sign in</html>'),
      (response) => response.end('null'),
      (response) => response.end('{"access_token": {"a": 1}}'),
      (response) => response.end('{"access_token": "a\\r\\nb"}'),
      (response) => response.end(JSON.stringify({ access_token: 'a'.repeat(10_000) })),
      (response) => response.end(' '.repeat(100_000)),
      (response) => response.writeHead(500).end(JSON.stringify({ error: 'x\r\ny'.repeat(1_000) })),
      (response) => response.destroy(),
    ]
    let answer = answers[0]
    const endpoint = createServer((_, response) => answer?.(response)).listen(0, '127.0.0.1')
    await new Promise((resolve) => endpoint.once('listening', resolve))
    const url = `http://127.0.0.1:${(endpoint.address() as net.AddressInfo).port}/token`
    const sink = await startSink({ keep: true, offers: ['AUTH XOAUTH2'], answerAuth: () => '235 2.7.0 Yes' })
    const settings = { url, client: 'a', secret: 'b', scope: 'c' }
    const sendOne = (relay: Relay) => send(relay, 1)
    const relayOf = () => readRelay(`smtp://lists@127.0.0.1:${sink.port}`, settings)
    for (answer of answers) {
      const [outcome] = await sendOne(relayOf())
      expect(outcome).toMatchObject({ state: 'unsent', phase: 'auth', text: expect.stringContaining('(RAPPORT_RELAY_TOKEN_URL)') })
      expect(outcome?.text.length).toBeLessThan(500)
    }
    expect(sink.commands.filter((command) => command.startsWith('AUTH'))).toEqual([])

    // One that lasts no longer than it takes to show it is asked for again by each connection; a refusal is not.
    let asked = 0
    answer = (response) => {
      asked++
      response.end('{"access_token": "good", "expires_in": 0.001}')
    }
    const relay = relayOf()
    expect([(await sendOne(relay))[0]?.ok, (await sendOne(relay))[0]?.ok, asked]).toEqual([true, true, 2])
    answer = (response) => {
      asked++
      response.writeHead(503).end()
    }
    expect([(await sendOne(relay))[0]?.ok, (await sendOne(relay))[0]?.ok, asked]).toEqual([false, false, 3])
    await sink.close()
    endpoint.close()
  })

  test('that knows the standard alone is shown the token by it', async () => {
    const tokens = await startTokens()
    let takes = true
    const sink = await startSink({
      keep: true,
      offers: ['AUTH OAUTHBEARER'],
      answerAuth: (line) =>
        !line.startsWith('AUTH ') ? '535 5.7.8 No' : takes ? '235 2.7.0 Yes' : '334 eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIn0=',
    })
    const relay = readRelay(`smtp://li%2Csts@127.0.0.1:${sink.port}`, tokens.settings)
    expect((await send(relay, 1))[0]?.ok).toBe(true)
    const [, shown = ''] = /^AUTH OAUTHBEARER (.+)$/.exec(sink.commands[1] ?? '') ?? []
    const said = Buffer.from(shown, 'base64').toString().split('\x01')
    expect(said).toEqual(['n,a=li=2Csts,', 'host=127.0.0.1', `port=${sink.port}`, expect.stringMatching(/^auth=Bearer \S+$/), '', ''])
    expect(await tokens.isGood(said[3]?.slice('auth=Bearer '.length) ?? '')).toBe(true)
    takes = false
    expect((await send(relay, 1))[0]?.text).toBe('The relay takes no token for li,sts by OAUTHBEARER: 535 No (status invalid_token)')
    expect(sink.commands).toContain('AQ==')
    await sink.close()
    await tokens.close()
  })

  test('with a certificate of its own making gets nothing where TLS is a must', async () => {
    const { received, port, close } = await startServer(login)
    const outcomes = await send(`smtp://rapport:${password}@127.0.0.1:${port}?tls=required`)
    expect(outcomes[0]).toMatchObject({ state: 'unsent', phase: 'tls' })
    expect(received).toEqual([])
    await close()
  })

  test('without STARTTLS gets nothing where TLS is a must', async () => {
    const { received, port, close } = await startServer({ disabledCommands: ['STARTTLS'] })
    expect((await send(`smtp://127.0.0.1:${port}?tls=required`))[0]).toMatchObject({ state: 'unsent', phase: 'tls' })
    expect(received).toEqual([])
    await close()
  })

  test('tells its own words when it refuses', async () => {
    const { port, close } = await startServer({
      onRcptTo: ({ address }, _, callback) =>
        callback(address.startsWith('person1@') ? Object.assign(new Error('5.1.1 Unknown person'), { responseCode: 550 }) : null),
    })
    const outcomes = await send(`smtp://127.0.0.1:${port}`, 3)
    expect(outcomes.map(({ state }) => state)).toEqual(['accepted', 'refused', 'accepted'])
    expect(outcomes[1]).toMatchObject({ code: 550, enhanced: '5.1.1', text: 'Unknown person' })
    await close()
  })
})

test('what a listener slipped in before STARTTLS is not taken for the relay', async () => {
  const server = net
    .createServer((socket) => {
      socket.on('error', () => {}).write('220 hi\r\n')
      socket.on('data', (data) => {
        if (data.toString().startsWith('EHLO')) socket.write('250-hi\r\n250 STARTTLS\r\n')
        else socket.write('220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n')
      })
    })
    .listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const sender = createSender(`smtp://127.0.0.1:${(server.address() as net.AddressInfo).port}`)
  expect(await sender.send({ from: '', to: 'a@x.example' }, [message])).toMatchObject({
    state: 'unsent',
    phase: 'tls',
    text: 'The relay speaks unasked.',
  })
  await sender.close()
  server.close()
})
