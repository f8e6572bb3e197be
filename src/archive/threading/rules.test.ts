import { expect, test } from 'vitest'
import { cutRefs, sidesOf } from './rules.ts'

test.each([
  ['nothing is cut', 'd', ['a', 'b', 'c'], [], ['a', 'b', 'c']],
  ['the message itself begins a thread', 'd', ['a', 'b', 'c'], ['d'], []],
  ['its parent does', 'd', ['a', 'b', 'c'], ['c'], ['c']],
  ['an older one does', 'd', ['a', 'b', 'c'], ['b'], ['b', 'c']],
  ['of several the last one counts', 'd', ['a', 'b', 'c'], ['a', 'b'], ['b', 'c']],
  ['another message is cut', 'd', ['a'], ['x'], ['a']],
  ['it refers to nothing', 'd', [], ['a'], []],
])('%s', (_, messageId, refs, cuts, left) => {
  expect(cutRefs(messageId, refs, new Set(cuts))).toEqual(left)
})

test.each([
  ['the cut is left out', ['a', 'c'], ['c']],
  ['all but the parent are left out', ['c'], ['c']],
  ['the parent is not known, and the one before it is', ['a', 'c', 'x'], ['c', 'x']],
  ['the cut is named, and a message before it is answered', ['b', 'a'], ['a']],
  ['a cut below a cut is left out', ['a', 'b', 'e'], ['e']],
  ['none is known', ['x', 'y'], ['x', 'y']],
])('where %s, what is answered says on which side of the cut it is', (_, refs, left) => {
  const known = new Map([
    ['a', []],
    ['b', ['a']],
    ['c', ['a', 'b']],
    ['d', ['c']],
    ['e', ['d']],
  ])
  const cuts = new Set(['b', 'd'])
  expect(cutRefs('m', refs, cuts, sidesOf(known, cuts))).toEqual(left)
})

test('messages that refer to each other in a circle stand under no cut', () => {
  const sideOf = sidesOf(
    new Map([
      ['a', ['b']],
      ['b', ['a']],
    ]),
    new Set(['x']),
  )
  expect([sideOf('a'), sideOf('b'), sideOf('nowhere')]).toEqual(['', '', undefined])
})
