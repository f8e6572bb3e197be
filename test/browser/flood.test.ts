import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { axe, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

/** So many mails of one writer wait, and some others. */
const site = webOfWorld(async ({ db, listId }) => {
  await sql`with raw as (insert into raw_mail (sha256, size, bytes) values ('\\x00', 0, '\\x00') returning id),
      mail as (insert into inbound (raw_id, mail_from, rcpt_to, via, state)
        select raw.id, case when n <= 946 then 'offers@cheap.example' else 'writer' || n || '@elsewhere.example' end,
          '{lectio-l@lists.localhost}', 'mail', 'settled' from raw, generate_series(1, 960) n returning id, mail_from)
    insert into held_mail (list_id, inbound_id, reason, from_name, from_email, subject, held_at, state)
    select ${listId}, id, 'not-subscribed', split_part(mail_from, '@', 1), mail_from,
      case when mail_from = 'offers@cheap.example' then 'Offer ' || id else 'Cheap watches ' || id end, now(), 'held' from mail order by id`.execute(
    db,
  )
})

const states = async () => {
  const rows = await site.world.db
    .selectFrom('heldMail')
    .select('state')
    .select((e) => e.fn.countAll<number>().as('count'))
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

test('946 held mails of one writer are gone in no more than five clicks, and one brings them back', async () => {
  const page = await site.open('/today', site.world.modesto)
  let clicks = 0
  await page.goto(site.address('/lists/lectio-l/held'))
  clicks++
  await page.getByRole('button', { name: 'Discard all messages and block sender: offers' }).click()
  clicks++
  await page.getByText('You decided on 946 messages').waitFor()
  expect(clicks).toBeLessThanOrEqual(5)
  expect(await states()).toEqual({ discarded: 946, held: 14 })
  await screenshot(page, 'flood')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo decision' }).click()
  await page.getByText('946 messages from offers').waitFor()
  expect(await states()).toEqual({ held: 960 })
  await page.close()
})

test('all of the page are chosen by one click, with script and without', async () => {
  for (const javaScript of [true, false]) {
    const page = await site.open('/lists/lectio-l/held', site.world.modesto, { javaScript })
    await page.getByRole('link', { name: 'Select all 30 messages' }).click()
    await expect.poll(() => page.locator('input[name=held]:checked').count()).toBe(30)
    await page.close()
  }
})
