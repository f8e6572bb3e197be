import { afterEach, describe, expect, test } from 'vitest'
import { createSender, type Sender, type SenderOptions } from '../src/mail/smtp-client.ts'
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
  const sender = createSender(`smtp://127.0.0.1:${sink.port}`, { connections: 2, ...senderOptions })
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
