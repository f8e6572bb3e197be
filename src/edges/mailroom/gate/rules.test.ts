import { expect, test } from 'vitest'
import type { Answering } from '../../../answer.ts'
import type { Proof } from '../../../lib/mail/proof-rules.ts'
import { type Refusal, whyNotTaken } from './rules.ts'

type Case = [Answering['sender'], boolean, Proof, boolean, Refusal | undefined]

test.each<Case>([
  // Proven, and written to this address.
  ['proven', true, 'proven', true, undefined],
  ['not disowned', true, 'proven', true, undefined],
  // A copy of what they wrote elsewhere.
  ['proven', true, 'proven', false, 'not proven'],
  ['not disowned', true, 'proven', false, 'not proven'],
  // A domain that says nothing does for what asks for no more.
  ['proven', true, 'nothing claimed', true, 'not proven'],
  ['not disowned', true, 'nothing claimed', true, undefined],
  ['not disowned', true, 'nothing claimed', false, undefined],
  ['not disowned', true, 'not proven', true, 'not proven'],
  ['not disowned', true, 'unanswered', true, 'not proven'],
  ['proven', false, 'proven', true, 'not theirs'],
  ['not disowned', false, 'not proven', false, 'not theirs'],
] as Case[])('asked for a sender that is %s; theirs: %s, %s, to here: %s', (sender, isTheirs, proof, meantForHere, why) => {
  expect(whyNotTaken({ sender }, isTheirs, { proof, meantForHere })).toBe(why)
})
