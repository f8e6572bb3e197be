import { createHash, createPrivateKey, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateDkimKey } from '../../src/lib/mail/dkim.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor } from '../mail-door.ts'

// Maria's domain signs what she writes, but not to whom: whoever got a copy can write another address there, and it is still proven to be hers.
const maria = 'maria@maria.example'
const eve = 'eve@evil.example'
const { privatePem, dnsRecord } = await generateDkimKey('ed25519')
let door: MailDoor
beforeAll(async () => {
  const { name, value } = dnsRecord('k1', 'maria.example')
  door = await openMailDoor({ [name]: { TXT: [value] }, '_dmarc.maria.example': { TXT: ['v=DMARC1; p=reject'] } })
})
afterAll(() => door.end())

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

/** Signs these fields alone, as they stand (RFC 6376 §3.4.1, RFC 8463). */
function signed(raw: Buffer, names: readonly string[]): Buffer {
  const end = raw.indexOf('\r\n\r\n') + 4
  const lines = raw
    .subarray(0, end - 4)
    .toString('latin1')
    .split('\r\n')
  const fields = names.flatMap((name) => lines.filter((line) => line.toLowerCase().startsWith(`${name}:`)))
  const body = Buffer.from(
    `${raw
      .subarray(end)
      .toString('latin1')
      .replace(/(?:\r\n)+$/, '')}\r\n`,
    'latin1',
  )
  const own = `DKIM-Signature: v=1; a=ed25519-sha256; c=simple/simple; d=maria.example; s=k1; h=${names.join(':')}; bh=${sha256(body).toString('base64')}; b=`
  const what = Buffer.from([...fields, own].join('\r\n'), 'latin1')
  const b = sign(null, sha256(what), createPrivateKey(privatePem)).toString('base64')
  return Buffer.concat([Buffer.from(`${own}${b}\r\n`, 'latin1'), raw])
}

const list = 'lectio-l@lists.localhost'
const readdressed = (raw: Buffer, to: string) => Buffer.from(raw.toString('latin1').replace(/^To: .*$/m, `To: ${to}`), 'latin1')
const written = (names: readonly string[], parts: Partial<Parameters<typeof mail>[0]>) =>
  signed(mail({ from: maria, to: eve, ...parts }), names)

test('what she wrote to somebody is not published, obeyed or made a user case by who writes another address into it', async () => {
  const few = ['from', 'subject', 'date']
  expect(await door.deliver(readdressed(written(few, { subject: 'Between us' }), list), list, eve)).toBe('held: passed-on')
  const place = 'lectio-l+case@lists.localhost'
  expect(await door.deliver(readdressed(written(few, { subject: 'Our budget' }), place), place, eve)).toBe(
    'refused: not proven to be theirs',
  )
  const machine = 'lectio-l-request@lists.localhost'
  const row = () => door.world.db.selectFrom('subscription').select('receiving').where('personId', '=', door.world.maria.personId).execute()
  const before = await row()
  expect(await door.deliver(readdressed(written(few, { text: 'set delivery off' }), machine), machine, eve)).toBe('commands: 1')
  expect(await row()).toEqual(before)
})

test('what she writes to the list, and her domain signs with To, is posted', async () => {
  expect(await door.deliver(written(['from', 'to', 'subject'], { to: list, subject: 'To all' }), list, maria)).toBe('posted')
})
