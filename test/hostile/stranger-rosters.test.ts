import { describe, expect, test } from 'vitest'
import { readMembers } from '../../src/imports/members/read.ts'
import { expectLinear } from '../growth.ts'

// Files that somebody outside made so that reading them takes long, or so that they say what they are not.
const shapes: [name: string, make: (size: number) => string][] = [
  ['a QUERY of LISTSERV that never ends', (size) => `* Owner= a@b.example\n* Send= Public\nSubscription options for ${'a '.repeat(size)}`],
  ['QUERYs without options below', (size) => 'Subscription options for a <a@b.example>, list X:\n'.repeat(size / 40)],
  ['option lines without a subscriber', (size) => `* Owner= a@b.example\n* Send= Public\n${'NOMAIL DIGEST\n'.repeat(size / 10)}`],
  ['a dump of Sympa without paragraphs', (size) => `email a@b.example\nreception mail\n${'email a@b.example\n'.repeat(size / 18)}`],
  ['a dump of Sympa of one field', (size) => `email a@b.example\nreception mail\ncustom_attribute ${'<'.repeat(size)}`],
  [
    'a title above a table that is no title',
    (size) => `Members for group ${','.repeat(900)}\n${'Email address,Nickname\n'.repeat(size / 30)}`,
  ],
  ['an address line of spaces', (size) => `a@b.example\n${' '.repeat(size)}x`],
]

describe.each(shapes)('%s', (_, make) => {
  test('does not hold up the import of members', async () => {
    await expectLinear(400_000, (size) => readMembers(Buffer.from(make(size))).catch(() => {}))
  })
})

test('a file does not make a subscriber of whoever it calls banned, left or never confirmed', async () => {
  const { members } = await readMembers(
    Buffer.from(
      'Email,Email Delivery,Status\na@a.example,Individual,Banned\nb@b.example,Individual,Not Confirmed\nc@c.example,Individual,Removed\n',
    ),
  )
  expect(members).toEqual([])
})
