import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { composeLetter } from '../../src/lib/mail/compose.ts'
import { readTable } from '../../src/lib/sheet/read.ts'
import { writeXlsx } from '../../src/lib/sheet/write.ts'
import { writeNote } from '../../src/requests/notes-actions.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from '../vendor-world.ts'
import { withoutWeek } from '../week-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

test('The vendor’s spreadsheet', async () => {
  // Given a brief of 22 requests, with an internal note on one of them
  const ids = await world.askFor(
    ...Array.from({ length: 22 }, (_, i) => ({
      title: `Request number ${i + 1}`,
      cases: i === 0 ? [{ by: world.susi, problem: 'We set four hundred lists by hand each term.' }] : [],
    })),
  )
  const carla = await world.actorOf(world.carla)
  await world.write((tx) => writeNote(tx, carla, ids[0] as number, 'Between us: we would give this up for the second one.'))
  const submission = await world.handOver(ids)
  const handed = await letterTo(world, world.vera, 'vendor.handed')
  expect(handed.text).toContain(`#${ids[21]} Request number 22`)
  expect(handed.attachments.map(({ filename }) => filename)).toEqual(['brief-1-v1.pdf', 'brief-1-v1.xlsx'])
  expect(
    Buffer.from(handed.attachments[0]?.content ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')

  // when the product manager mails back its spreadsheet with 20 answers, one without reason
  const table = await readTable(handed.attachments[1]?.content ?? Buffer.alloc(0))
  expect(table.rows).toHaveLength(22)
  const filled = table.rows.map(({ cells }, i) => ({
    ...cells,
    ...(i < 20
      ? { Answer: i % 2 === 0 ? 'Planned' : 'Declined', Release: i % 2 === 0 ? '2027 R1' : '', Reason: i === 7 ? '' : `Because of ${i}.` }
      : {}),
  })) as Record<string, string>[]
  const sheet = await writeXlsx(
    [
      {
        name: 'Answers',
        columns: table.header.map((title) => ({ title })),
        rows: filled.map((row) => table.header.map((name) => row[name] ?? '')),
      },
    ],
    'Answers',
  )
  const raw = await composeLetter({
    from: { name: 'Vera', address: world.vera.email },
    to: { name: '', address: handed.answerTo },
    subject: 'Re: For the October meeting',
    text: `Dear all, please find our answers attached.\n\nBest\nVera\n\n> ${handed.text.split('\n').join('\n> ')}\n`,
    headers: { 'Auto-Submitted': 'no' },
    attachments: [{ filename: 'brief-1-v1 filled.xlsx', type: 'application/octet-stream', content: sheet }],
    messageId: 'answers@quillon.example',
    date: world.clock.now,
  })
  await acceptMail(world.write, { raw, mailFrom: world.vera.email, rcptTo: [handed.answerTo], via: 'mail' })
  await world.settle()

  // then 19 count as answered, 3 stay open, each with a sentence
  const vera = await world.as(world.vera)
  const page = await (await vera.get(submission)).text()
  expect(page).toMatch(/>answered<\/span><svg.*?<\/svg><span class="value">19</)
  expect(page).toMatch(/>open<\/span><svg.*?<\/svg><span class="value">3</)
  // which its parts say, too: an answer that does not count still waits,
  expect(page).toMatch(/>Open requests<\/h2>[^#]*>3</)
  expect(page).toMatch(/>Answered<\/h2>[^#]*>19</)
  expect(page).toContain('The answer “Declined” has no reason. An answer without a reason does not count.')
  expect(page.match(/No answer yet\./g)).toHaveLength(2)
  const received = await letterTo(world, world.vera, 'vendor.received')
  expect(received.subject).toBe('Answers received, 19 of 22: For the October meeting')
  expect(received.text).toContain(`#${ids[7]} Request number 8\n  The answer “Declined” has no reason.`)
  expect((await letterTo(world, world.carla, 'vendor.answered')).subject).toBe('19 of 22 requests answered: For the October meeting')

  // and no internal note could be reached by any address that she knows
  const addresses = [
    `/requests/${ids[0]}`,
    `/requests/${ids[0]}/notes`,
    `/briefs/1`,
    `/briefs/1/requests/${ids[0]}`,
    '/briefs',
    '/board',
    '/search?q=between+us',
    '/answers',
    '/telling',
    '/relationship',
    '/commitments',
    submission,
    `${submission}/requests/${ids[0]}`,
    `/briefs/1/versions/1`,
    `/api/v1/requests/${ids[0]}`,
    `/api/v1/search?q=between`,
    `/api/v1${submission}`,
  ]
  for (const address of addresses) {
    const answer = await vera.get(address)
    expect([address, await answer.text()]).toEqual([address, expect.not.stringContaining('Between us')])
  }
  expect((await vera.get('/briefs/1')).status).toBe(404)
  expect((await vera.get(`/briefs/1/requests/${ids[0]}`)).status).toBe(404)
  expect(await (await vera.get(`/briefs/1/versions/1`)).text()).toContain('We set four hundred lists by hand each term.')
})
