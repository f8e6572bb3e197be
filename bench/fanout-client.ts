import { type ChildProcess, spawn } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { preparePost, signPost } from '../src/lib/mail/compose.ts'
import { createSigner, generateDkimKey } from '../src/lib/mail/dkim.ts'
import { createSender, type SenderOptions } from '../src/lib/mail/smtp-client.ts'
import type { SinkOptions } from '../test/sink.ts'

// How many messages of one post, each with its own header and return path, a sink in another process accepts a second.
// node bench/fanout-client.ts [RECIPIENTS] [RUNS]; JSON on stdout.

const [recipients = 10_000, runs = 5] = process.argv.slice(2).map(Number)
const list = {
  name: 'Leganto users',
  id: 'leganto-l.lists.example.org',
  address: 'leganto-l@lists.example.org',
  page: 'https://lists.example.org/lists/leganto-l',
}
const archivedAt = 'https://lists.example.org/lists/leganto-l/m/20261023100000.4711%40library.example.edu'

/** A mail of about 2.4 kB, as lists see them every day. */
const raw = Buffer.from(
  [
    'Received: from mail.library.example.edu (mail.library.example.edu [192.0.2.17])\r\n\tby lists.example.org; Fri, 23 Oct 2026 10:00:01 +0200',
    'From: Maria Fernandez <maria@library.example.edu>',
    'To: Leganto users <leganto-l@lists.example.org>',
    'Subject: Re: Citations with several copyright holders',
    'Date: Fri, 23 Oct 2026 10:00:00 +0200',
    'Message-ID: <20261023100000.4711@library.example.edu>',
    'In-Reply-To: <20261022170000.1@elsewhere.example.org>',
    'References: <20261021120000.9@elsewhere.example.org>\r\n <20261022170000.1@elsewhere.example.org>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 7bit',
    '',
    'Dear all, we see the same, with lists that were rolled over from last year only.\r\n'.repeat(21),
  ].join('\r\n'),
)
const unsubscribeUrl = (i: number) => `https://lists.example.org/u/${String(i).padStart(40, 'q')}`

async function startSinkProcess(sink: SinkOptions): Promise<{ port: number; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../test/sink.ts'), JSON.stringify(sink)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { port: JSON.parse(String(line)).port, child }
}

const { privatePem } = await generateDkimKey('rsa')
const signer = createSigner({ domain: 'lists.example.org', selector: 'r2026', privateKey: createPrivateKey(privatePem) })
/** So many mails are composed and under way at a time, as a worker has claimed them. */
const LANES = 100

/** One post to all subscribers: messages a second, and when the first one was accepted. */
async function send(port: number, options: SenderOptions, signed: boolean): Promise<{ perSecond: number; firstMs: number }> {
  const sender = createSender(`smtp://127.0.0.1:${port}`, options)
  const start = performance.now()
  let firstMs = 0
  let next = 0
  const post = preparePost({ raw, list, archivedAt })
  const compose = signed ? signPost(post, signer) : post.forRecipient
  const lane = async () => {
    for (let i = next++; i < recipients; i = next++) {
      const from = `leganto-l-bounces+${String(i).padStart(20, 'k')}@lists.example.org`
      const composed = compose({ unsubscribeUrl: unsubscribeUrl(i) }, new Date())
      const parts = composed instanceof Promise ? await composed : composed
      const { ok, text } = await sender.send({ from, to: `person${i}@library${i % 300}.example` }, parts)
      if (!ok) throw new Error(`not accepted: ${text}`)
      firstMs ||= performance.now() - start
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const perSecond = Math.round((recipients * 1000) / (performance.now() - start))
  await sender.close()
  return { perSecond, firstMs: Math.round(firstMs) }
}

async function measure(sink: SinkOptions, options: SenderOptions, signed = false) {
  const { port, child } = await startSinkProcess(sink)
  await send(port, options, signed)
  const rates: number[] = []
  const firsts: number[] = []
  for (let run = 0; run < runs; run++) {
    const { perSecond, firstMs } = await send(port, options, signed)
    rates.push(perSecond)
    firsts.push(firstMs)
  }
  child.stdin?.end()
  await once(child, 'exit')
  rates.sort((a, b) => a - b)
  return { median: rates[Math.floor(runs / 2)], lowest: rates[0], highest: rates.at(-1), firstAcceptedMs: Math.max(...firsts) }
}

const sample = preparePost({ raw, list, archivedAt }).forRecipient({ unsubscribeUrl: unsubscribeUrl(0) })
console.log(
  JSON.stringify({
    unit: 'messages per second',
    recipients,
    runs,
    rawBytes: raw.length,
    sentBytes: sample.reduce((sum, part) => sum + part.length, 0),
    data: await measure({}, {}),
    bdat: await measure({ chunking: true }, { connections: 4, chunking: true }),
    dataSigned: await measure({}, {}, true),
    bdatSigned: await measure({ chunking: true }, { connections: 4, chunking: true }, true),
  }),
)
