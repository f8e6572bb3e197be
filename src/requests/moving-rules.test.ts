import { expect, test } from 'vitest'
import { whyNotMove } from './moving-rules.ts'

type Request = Parameters<typeof whyNotMove>[0]
const request: Request = { stage: 'gathering', mergedIntoId: null, proposals: 0 }

test.each<[string, Partial<Request>, boolean]>([
  ['is gathered', {}, true],
  ['is ready', { stage: 'ready' }, true],
  ['was set aside', { stage: 'set_aside' }, true],
  ['the vendor has', { stage: 'submitted' }, false],
  ['was delivered', { stage: 'delivered' }, false],
  ['stands in another one now', { mergedIntoId: 7 }, false],
  ['may be merged', { proposals: 1 }, false],
])('a request that %s goes to another group, or does not', (_, change, may) => {
  expect(whyNotMove({ ...request, ...change }) === undefined).toBe(may)
})
