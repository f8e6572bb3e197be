import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signed, signing } from '../mail-door.ts'

// Somebody fills the mailboxes of those who see to a list, each time in another name of which nothing is known.
let door: MailDoor
beforeAll(async () => {
  door = await openMailDoor(signing('susi.example', 'reject'))
})
afterAll(() => door.end())

test('a flood in made-up names to the owners of a list, or to the site, keeps no proven mail from them', async () => {
  const { world } = door
  for (const to of ['lectio-l-owner@lists.localhost', 'postmaster@lists.localhost']) {
    for (let i = 0; i < 61; i++) {
      const from = `${i}@made-up-${i}.example`
      await acceptMail(world.write, { raw: mail({ from, to }), mailFrom: from, rcptTo: [to], via: 'mail' })
    }
    await world.settle()
    const last = await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(last.fate).toBe('dropped: too many')
    const raw = signed('susi.example', mail({ from: 'susi@susi.example', to, subject: 'I cannot get in' }))
    expect(await door.deliver(raw, to, 'susi@susi.example')).toBe('forwarded')
  }
})
