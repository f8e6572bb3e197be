import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { type MailDoor, openMailDoor, signing } from '../mail-door.ts'

// A moderator got a letter with a link that decides on a held mail for who follows it. Carla writes to the list with it below her words.
const list = 'lectio-l@lists.localhost'
const carla = 'carla@carla.example'
const key = /http:\/\/rapport\.test\/[a-z]+\/([a-z2-7]{31})/
let door: MailDoor
let letter = ''
beforeAll(async () => {
  door = await openMailDoor(signing('carla.example', 'reject'))
  await door.send('otto@otto.example', list, { subject: 'Let me in' })
  const found = (await door.world.postbox()).flatMap(({ bytes }) => (bytes ? [readMessage(bytes).text] : []))
  letter = found.find((text) => key.test(text)) ?? ''
})
afterAll(() => door.end())

const post = (text: string, subject: string) => door.send(carla, list, { by: 'carla.example', subject, text })
const quoted = () => letter.replaceAll(/^/gm, '> ')
const inArchive = async (subject: string) =>
  (await door.world.db.selectFrom('message').select('id').where('subject', '=', subject).execute()).length

test('what quotes a link that acts waits for a moderator, by mail and from the page, and is in no archive', async () => {
  expect(letter).toMatch(key)
  expect(await post(`See what came.\n\n${quoted()}`, 'By mail')).toBe('held: holds-key')
  const browser = await door.world.as(door.world.carla)
  await browser.post('/lists/lectio-l/write', { subject: 'From the page', text: `See what came.\n\n${quoted()}` })
  await door.world.settle()
  const last = await door.world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(last.fate).toBe('held: holds-key')
  expect([await inArchive('By mail'), await inArchive('From the page')]).toEqual([0, 0])
})

test('what quotes the letter without it is posted, with words that only look like one', async () => {
  const harmless = quoted().replaceAll(new RegExp(key, 'g'), `http://rapport.test/decide/${'a'.repeat(31)}`)
  expect(await post(`See what came.\n\n${harmless}`, 'Without')).toBe('posted')
  expect(await inArchive('Without')).toBe(1)
})
