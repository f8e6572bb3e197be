import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { sealReply } from '../../src/lib/token/seal.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

// Whoever got a mail of ours knows where reports about it go.
let world: World
beforeAll(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'otto@otto.example', subject: 'Let me in' })
  await acceptMail(world.write, { raw, mailFrom: 'otto@otto.example', rcptTo: ['lectio-l@lists.localhost'], via: 'mail' })
  await world.settle()
})
afterAll(() => world.end())

test('a report with zeros in its words is taken as any other, and parks nothing', async () => {
  const { db, site } = world
  const { id } = await db.selectFrom('delivery').select('id').orderBy('id').executeTakeFirstOrThrow()
  const place = `bounces+${sealReply(site.secret, 'bounce', id)}@lists.localhost`
  const report = [
    ...['From: MAILER-DAEMON@x.example', `To: ${place}`, 'Subject: Undelivered', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=d', '', '--d', '', 'It failed.', '--d'],
    ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; x', ''],
    ...['Final-Recipient: rfc822; modesto@modesto.example', 'Action: failed', 'Status: 5.1.1'],
    ...['Diagnostic-Code: smtp; 550 No \0such\0 user', '--d--', ''],
  ]
  await acceptMail(world.write, { raw: Buffer.from(report.join('\r\n')), mailFrom: '', rcptTo: [place], via: 'mail' })
  await world.settle()
  const last = await db.selectFrom('inbound').select(['state', 'fate']).orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(last).toEqual({ state: 'settled', fate: 'bounce' })
  const { diagnostic } = await db.selectFrom('bounce').select('diagnostic').executeTakeFirstOrThrow()
  expect(diagnostic?.replaceAll(/ +/g, ' ')).toBe('550 No such user')
})
