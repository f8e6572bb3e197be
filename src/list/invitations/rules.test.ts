import { expect, test } from 'vitest'
import { readInvitees } from './rules.ts'

test('one a line, in the ways in which people keep them', () => {
  const { invitees, wrong } = readInvitees(
    'otto@otto.example\n"Mei Chen" <Mei.Chen@straits.example>,\n\nlars@norrvik.example, Lars Holm\nOTTO@otto.example\nnobody at all\n<x>\n',
  )
  expect(invitees).toEqual([
    { email: 'otto@otto.example', name: '' },
    { email: 'mei.chen@straits.example', name: 'Mei Chen' },
    { email: 'lars@norrvik.example', name: 'Lars Holm' },
  ])
  expect(wrong).toEqual(['nobody at all', '<x>'])
})
