import { createPrivateKey } from 'node:crypto'
import { createSigner, generateDkimKey } from '../src/lib/mail/dkim.ts'

// How many recipients of one post are signed in a second, on the event loop and off it. JSON on stdout.

const COUNT = 4_000
const RUNS = 3
const IN_FLIGHT = 64

const headersFor = (recipient: number) =>
  [
    'Received: by lists.example.org (Rapport) with ESMTP; Fri, 23 Oct 2026 10:00:00 +0000',
    'From: Maria Fernandez <maria@library.example.edu>',
    'To: Leganto users <leganto-l@lists.example.org>',
    'Subject: Re: Citations with several copyright holders, and what the form shows to students',
    'Date: Fri, 23 Oct 2026 10:00:00 +0200',
    'Message-ID: <20261023100000.4711@library.example.edu>',
    'In-Reply-To: <20261022170000.1@elsewhere.example.org>',
    'References: <20261021120000.9@elsewhere.example.org>\r\n <20261022170000.1@elsewhere.example.org>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    'List-Id: Leganto users <leganto-l.lists.example.org>',
    'List-Post: <mailto:leganto-l@lists.example.org>',
    'List-Help: <mailto:leganto-l-request@lists.example.org?subject=help>',
    'List-Archive: <https://lists.example.org/lists/leganto-l>',
    `List-Unsubscribe: <https://lists.example.org/u/${String(recipient).padStart(40, 'q')}>,\r\n <mailto:leganto-l-unsubscribe@lists.example.org>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Precedence: list',
    '',
    '',
  ].join('\r\n')

const median = (numbers: number[]) => Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0)

async function rate(work: () => void | Promise<void>): Promise<number> {
  const perSecond: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    await work()
    perSecond.push((COUNT * 1000) / (performance.now() - start))
  }
  return median(perSecond)
}

const result: Record<string, number> = {}
const body = Buffer.from('Dear all,\r\n\r\n  how do you   do this?\r\n'.repeat(60))
for (const type of ['rsa', 'ed25519'] as const) {
  const { privatePem } = await generateDkimKey(type)
  const signer = createSigner({ domain: 'lists.example.org', selector: 'r2026', privateKey: createPrivateKey(privatePem) })
  const bodyHash = signer.hashBody(body)
  const blocks = Array.from({ length: COUNT }, (_, i) => headersFor(i))
  for (const block of blocks.slice(0, 500)) signer.sign(block, bodyHash)

  result[`${type}.sign`] = await rate(() => {
    for (const block of blocks) signer.sign(block, bodyHash)
  })
  result[`${type}.signLater`] = await rate(async () => {
    let next = 0
    const lane = async () => {
      for (let i = next++; i < blocks.length; i = next++) await signer.signLater(blocks[i] as string, bodyHash)
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  })
}
console.log(JSON.stringify({ unit: 'signatures per second, median of 3', ...result }))
