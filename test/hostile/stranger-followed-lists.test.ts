import { afterAll, beforeAll, expect, test } from 'vitest'
import { followAddress } from '../../src/imports/follow/actions.ts'
import { judgeOrigin, signableOf } from '../../src/imports/follow/rules.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signed, signing } from '../mail-door.ts'

// The site reads along on lectio-l@lists.elsewhere.example, whose host signs its mail. Somebody has learnt the address under which it does:
// it stands among the subscribers there.
const host = 'lists.elsewhere.example'
const there = `lectio-l@${host}`
const bounces = `lectio-l-bounces@${host}`
let door: MailDoor
let ours = ''
beforeAll(async () => {
  door = await openMailDoor({ ...signing(host), ...signing('moved.example'), ...signing('bad.example') })
  await (await door.world.as(door.world.carla)).post('/lists/lectio-l/follow', { address: there })
  const { id } = await door.world.db.selectFrom('follow').select('id').executeTakeFirstOrThrow()
  ours = followAddress(door.world.site, id)
})
afterAll(() => door.end())

const inArchive = async (subject: string) =>
  (await door.world.db.selectFrom('message').select('id').where('subject', '=', subject).execute()).length
/** A post as the list sends it on, or as somebody makes it look. */
const post = (subject: string, headers = [`List-Id: Lectio <lectio-l.${host}>`]) =>
  mail({ from: 'Susi <susi@susi.example>', to: there, subject, headers })
const comes = (raw: Buffer, by?: string) => door.deliver(by ? signed(by, raw) : raw, ours, by === host ? bounces : 'anybody@bad.example')
const page = async () => (await (await door.world.as(door.world.carla)).get('/lists/lectio-l/follow')).text()
const carla = async (path: string, form: Record<string, string>) => (await door.world.as(door.world.carla)).post(path, form)
const heldOf = (subject: string) =>
  door.world.db.selectFrom('heldMail').select(['id', 'reason', 'tellAuthor']).where('subject', '=', subject).executeTakeFirstOrThrow()
const pass = async (minutes: number) => {
  door.world.clock.now = new Date(door.world.clock.now.getTime() + minutes * 60_000)
  await door.world.settle()
}

test('until its host has shown itself mail comes as it always did, and the page says that nothing proves it', async () => {
  expect(await page()).toContain('Once email comes that the other server signs')
  expect(await comes(post('Before'))).toBe('followed')
  expect(await page()).toContain('Nothing proves that the list sent this email')
})

test('after the first signed mail, what its host has not signed waits for a moderator, and is in no archive', async () => {
  expect(await comes(post('Real'), host)).toBe('followed')
  expect(await comes(post('Forged'))).toBe('held: elsewhere-unproven')
  expect(await comes(post('Signed by the forger'), 'bad.example')).toBe('held: elsewhere-unproven')
  expect([await inArchive('Real'), await inArchive('Forged'), await inArchive('Signed by the forger')]).toEqual([1, 0, 0])
  const shown = await page()
  expect(shown).toContain('Only email from these domains goes into the archive')
  expect(shown).not.toContain('Nothing proves that the list sent this email')
})

test('a mail that the host signed for another list counts no more: its signature says nothing of ours', async () => {
  const other = signed(host, post('Another list', [`List-Id: Other <other-l.${host}>`]))
  const added = Buffer.concat([Buffer.from(`List-Post: <mailto:${there}>\r\n`), other])
  expect(await door.deliver(added, ours, 'anybody@bad.example')).not.toMatch(/^followed/)
  const without = signed(host, post('Unmarked', []))
  const marked = Buffer.concat([Buffer.from(`X-BeenThere: ${there}\r\n`), without])
  expect(await door.deliver(marked, ours, 'anybody@bad.example')).toBe('held: elsewhere-unproven')
  expect([await inArchive('Another list'), await inArchive('Unmarked')]).toEqual([0, 0])
})

test('whoever it names hears nothing; a moderator reads why, and lets it into the archive and to nobody', async () => {
  const held = await heldOf('Forged')
  expect(held).toMatchObject({ reason: 'elsewhere-unproven', tellAuthor: false })
  const modesto = await door.world.as(door.world.modesto)
  const shown = await (await modesto.get(`/lists/lectio-l/held/${held.id}`)).text()
  expect(shown).toContain('does not come from the server of the list that this site follows')
  expect(shown).not.toContain('value="reject"')
  await modesto.post(`/lists/lectio-l/held/${held.id}`, { decision: 'approve' })
  const refused = await heldOf('Signed by the forger')
  await modesto.post('/lists/lectio-l/held', { held: String(refused.id), decision: 'reject', note: 'No.' })
  await pass(60)
  expect([await inArchive('Forged'), await inArchive('Signed by the forger')]).toEqual([1, 0])
  const sent = await door.world.postbox()
  expect(sent.filter(({ email }) => email === 'susi@susi.example')).toEqual([])
  expect(sent.filter(({ post }) => post !== null)).toEqual([])
})

test('a host that moves is accepted by who owns the list, by nobody else, and can be refused again', async () => {
  expect(await comes(post('From the new host'), 'moved.example')).toBe('held: elsewhere-unproven')
  expect(await page()).toContain('moved.example')
  const modesto = await door.world.as(door.world.modesto)
  expect((await modesto.post('/lists/lectio-l/follow/senders/accept', { domain: 'moved.example' })).status).toBe(404)
  expect((await carla('/lists/lectio-l/follow/senders/accept', { domain: 'never.example' })).status).toBe(404)
  expect((await carla('/lists/lectio-l/follow/senders/accept', { domain: 'moved.example' })).status).toBe(303)
  expect(await comes(post('From there by itself'), 'moved.example')).toBe('followed')
  expect((await carla('/lists/lectio-l/follow/senders/refuse', { domain: 'moved.example' })).status).toBe(303)
  expect(await comes(post('From there no more'), 'moved.example')).toBe('held: elsewhere-unproven')
})

test('a question that does not come from the host says so', async () => {
  const raw = mail({ from: `lectio-l-confirm+1@${host}`, to: ours, subject: 'confirm 1' })
  expect(await door.deliver(raw, ours, bounces)).toBe('a notice of the list that is followed')
  expect(await page()).toContain('Not proven to be from the other server')
})

test('a link that opens without a session does not come into the archive over a list elsewhere', async () => {
  const letters = await door.world.postbox()
  const key = letters
    .flatMap(({ bytes }) => (bytes ? [readMessage(bytes).text] : []))
    .flatMap((text) => /http:\/\/rapport\.test\/decide\/[a-z2-7]{31}/.exec(text)?.[0] ?? [])[0]
  expect(key).toBeDefined()
  const raw = mail({
    from: 'Susi <susi@susi.example>',
    to: there,
    subject: 'Quoted',
    text: `> ${key}`,
    headers: [`List-Id: Lectio <lectio-l.${host}>`],
  })
  expect(await comes(raw, host)).toBe('held: elsewhere-holds-key')
  expect(await inArchive('Quoted')).toBe(0)
})

test.each<[string, string, string[], [string, boolean][], boolean | undefined, string[]]>([
  ['nothing stands for it', 'a@x.example', [], [], undefined, []],
  ['its own domain does', 'a@x.example', [], [[host, false]], true, [host]],
  [
    'the narrowest of its domains is learnt',
    'a@x.example',
    [],
    [
      [host, false],
      ['elsewhere.example', false],
    ],
    true,
    [host],
  ],
  ['one above it is, where it alone signs', 'a@x.example', [], [['elsewhere.example', false]], true, ['elsewhere.example']],
  ['a foreign one is not', 'a@x.example', [], [['bad.example', false]], undefined, []],
  ['nor one that only ends alike', 'a@x.example', [], [[`not${host}`, false]], undefined, []],
  ['nor that of who wrote, though it is above', 'a@elsewhere.example', [], [['elsewhere.example', true]], undefined, []],
  ['that of a list which names itself is', there, [], [[host, true]], true, [host]],
  ['known, and it stands for it', 'a@x.example', [host], [[`out.${host}`, false]], true, []],
  ['known, and it does not', 'a@x.example', [host], [['elsewhere.example', false]], false, []],
])('where a mail comes from: %s', (_, from, accepted, senders, proven, learnt) => {
  const found = judgeOrigin(
    there,
    from,
    accepted,
    senders.map(([domain, ofAuthor]) => ({ domain, ofAuthor })),
  )
  expect([found.proven, found.learnt]).toEqual([proven, learnt])
})

test('a signature stands for a field that is there once', () => {
  const id = { name: 'list-id', value: `<lectio-l.${host}>` }
  expect(signableOf(there, { headers: [id] })).toEqual(['list-id'])
  expect(signableOf(there, { headers: [id, id] })).toEqual([])
})
