import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { upload } from '../upload.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from '../vendor-world.ts'
import { hugeSheets } from './sheets.ts'

let world: VendorWorld
let submission: string
let id: number
beforeAll(async () => {
  world = await makeVendorWorld()
  ;[id = 0] = await world.askFor({ title: 'Deep links' })
  submission = await world.handOver([id])
})
afterAll(() => world.end())

const answers = () => world.db.selectFrom('answer').selectAll().where('requestId', '=', id).execute()

describe.each(hugeSheets)('a spreadsheet with %s', (_, name, bytes, sentence) => {
  test('does not end the process as a filled brief on the web, and gets a sentence', async () => {
    const answer = await upload(world, await world.as(world.vera), `${submission}/returns`, name, bytes())
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await answers()).toEqual([])
  })

  test('does not end the process as an answer by mail, and gets a letter', async () => {
    const { answerTo } = await letterTo(world, world.vera, 'vendor.handed')
    const boundary = 'limit'
    const packed = Buffer.from(bytes()).toString('base64').replaceAll(/.{76}/g, '$&\r\n')
    const raw = Buffer.from(
      `From: Vera <${world.vera.email}>\r\nTo: ${answerTo}\r\nSubject: Re: a brief\r\nMessage-ID: <${name}@quillon.example>\r\nDate: Fri, 16 Oct 2026 08:00:00 +0000\r\n` +
        `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\nContent-Type: text/plain\r\n\r\nFilled.\r\n` +
        `--${boundary}\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${packed}\r\n--${boundary}--\r\n`,
    )
    await acceptMail(world.write, { raw, mailFrom: world.vera.email, rcptTo: [answerTo], via: 'mail' })
    await world.settle()
    expect((await letterTo(world, world.vera, 'vendor.refused')).text.replaceAll(/\s+/g, ' ')).toContain(sentence)
    expect(await answers()).toEqual([])
    expect(await world.db.selectFrom('inbound').select('state').where('state', '=', 'parked').execute()).toEqual([])
  })
})

test('many of them at once do not keep the pages from anybody', async () => {
  const vera = await world.as(world.vera)
  const [, name, bytes] = hugeSheets[0] as (typeof hugeSheets)[number]
  const file = bytes()
  const uploads = Array.from({ length: 8 }, () => upload(world, vera, `${submission}/returns`, name, file))
  let done = false
  const all = Promise.all(uploads).then((answered) => {
    done = true
    return answered.map(({ status }) => status)
  })
  const pages = []
  for (let i = 0; i < 5; i++) pages.push((await vera.get(submission)).status)
  expect([pages, done]).toEqual([[200, 200, 200, 200, 200], false])
  expect(await all).toEqual(Array.from({ length: 8 }, () => 422))
})

test('an honest file after all of them is taken', async () => {
  const brief = (await world.db.selectFrom('brief').select('id').executeTakeFirstOrThrow()).id
  const csv = `Brief,Request,Answer,Reason\nB${brief}.1,${id},Declined,Two sites have asked.\n`
  expect((await upload(world, await world.as(world.vera), `${submission}/returns`, 'f.csv', csv)).status).toBe(303)
  expect(await answers()).toHaveLength(1)
})
