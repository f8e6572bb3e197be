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

test('several in a line, as mail programs copy them', () => {
  const { invitees, wrong } = readInvitees(
    'Quist, Nora <nora@fenland.example>; liam@else.example, mei@straits.example;\nlars@norrvik.example; Lars',
  )
  expect(invitees).toEqual([
    { email: 'nora@fenland.example', name: 'Quist, Nora' },
    { email: 'liam@else.example', name: '' },
    { email: 'mei@straits.example', name: '' },
    { email: 'lars@norrvik.example', name: 'Lars' },
  ])
  expect(wrong).toEqual([])
})
