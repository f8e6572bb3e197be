import { expect, test } from 'vitest'
import { sayKind } from './rules.ts'

test.each([
  ['*', 'Everything'],
  ['request.*', 'Request: all events'],
  ['request.opened', 'Request opened'],
  ['charter.clause-added', 'Charter: clause added'],
  ['group.stepConfirmed', 'Group: step confirmed'],
  ['web-import.taken', 'Web import taken'],
])('%s is said in words: %s', (kind, words) => {
  expect(sayKind(kind)).toBe(words)
})
