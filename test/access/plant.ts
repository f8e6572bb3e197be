import { program } from '../../src/actor.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { openList } from '../../src/list/actions.ts'
import { sendLetter } from '../../src/outbox/actions.ts'
import type { World } from '../world.ts'

/** Stands in every part of `telltale`, in every spelling. */
export const address = 'maria.secret@maria.example'
/** A mail of Maria's to a list that tells an address wherever a mail can. */
export const telltale = Buffer.from(
  [
    `From: Maria <maria@maria.example>`,
    'To: lectio-l@lists.localhost',
    `Subject: Ask ${address}`,
    'Date: Thu, 15 Oct 2026 10:00:00 +0000',
    'Message-ID: <whole@x.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary="c"',
    '',
    '--c',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Write to ${address} about it, or mária.secret@maria.example.`,
    'To leave: https://lists.example/options/lectio-l/maria.secret%40maria.example or https://a.example/?u=maria.secret@maria.example',
    '--c',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p title="${address}">Write to <a href="mailto:${address}">${address}</a>, maria.secret&#64;maria.example, maria.sec<b>ret@</b>maria.example, or <a href="https://a.example/?to=maria.secret%40maria.example">here</a><img alt="${address}" src="https://a.example/x.png"></p>`,
    '--c--',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `From: ${address}`,
    'Subject: Forwarded',
    'Message-ID: <inner@x.example>',
    '',
    'Forwarded words.',
    '--b',
    `Content-Type: text/plain; name="notes of ${address}.txt"`,
    `Content-Disposition: attachment; filename="notes of ${address}.txt"`,
    '',
    `Minutes by ${address}`,
    '--b',
    'Content-Type: application/octet-stream; name="old.eml"',
    'Content-Disposition: attachment; filename="old.eml"',
    '',
    `From: ${address}`,
    '--b--',
    '',
  ].join('\r\n'),
)

/** What letters carry for their reader alone. */
export const sealedAway = { code: '4242424242', token: 'mzxw6ytboi4dcnrqgezdgnbvgy3tqoj' }

/** Numbers of what `plant` put there. */
export const buried = { wish: 0, letter: 0, cycle: 0 }

/**
 * Puts into the world what most must not read: addresses on a list that everybody may, other words for a wish of Susi's and why the group
 * set it aside, a letter that lets somebody in, and people whom search knows.
 */
export async function plant(world: World): Promise<void> {
  const { db, write, clock, site, carla, maria, susi, group } = world
  const openId = await write((tx) =>
    openList(tx, program(clock.now), { groupId: group.groupId, communityIds: [], name: 'open-l', title: 'Open-L' }),
  )
  await db.updateTable('list').set({ archive: 'public' }).where('id', '=', openId).execute()
  for (const person of [maria, susi]) await world.join(person, openId)
  await acceptMail(write, { raw: telltale, mailFrom: 'maria@maria.example', rcptTo: ['open-l@lists.localhost'], via: 'cli' })
  await world.settle()

  const { id: cycleId } = await db.selectFrom('cycle').select('id').orderBy('id').executeTakeFirstOrThrow()
  buried.cycle = cycleId
  const [hers, theirs] = [await world.as(susi), await world.as(carla)]
  const wish = { title: 'A wish in vain', text: 'Words for the list.', area: 'Lists' }
  const brought = await hers.post(`/cycles/${cycleId}/submit`, wish)
  buried.wish = Number(/\d+$/.exec(brought.headers.get('location') ?? '')?.[0])
  await theirs.post(`/wishes/${buried.wish}/reword`, { title: 'Other words for it', text: 'A draft of the group.', why: 'Clearer.' })
  await theirs.post(`/wishes/${buried.wish}/decide`, { to: 'set_aside', reason: 'bug', note: 'Told in private.' })

  await write(async (tx) => {
    const { code, token } = sealedAway
    const text = `Your code is ${code}, or http://rapport.test/confirm/${token}.`
    const to = { email: 'nora@northfield.example' }
    const letterId = await sendLetter(tx, site, clock.now, { kind: 'people.sign-in', to, subject: `Your code ${token}`, text })
    const delivery = tx.selectFrom('delivery').select('id').where('letterId', '=', letterId)
    buried.letter = (await delivery.executeTakeFirstOrThrow()).id
    await enqueue(tx, 'people.index')
  })
  await world.settle()
}
