import { expect, test } from 'vitest'
import { cutRefs } from './rules.ts'

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
