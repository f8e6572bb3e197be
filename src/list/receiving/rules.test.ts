import { expect, test } from 'vitest'
import { readTopic, wantsTopics, whyNotPause } from './rules.ts'

test.each([
  ['#Rollover', 'rollover'],
  ['lti', 'lti'],
  ['#été', 'été'],
  ['#1234', undefined],
  ['#a', undefined],
  ['two words', undefined],
  ['', undefined],
])('%s is the topic %s', (text, topic) => {
  expect(readTopic(text)).toBe(topic)
})

const follow = (topic: string) => ({ topic, choice: 'follow' as const })
const mute = (topic: string) => ({ topic, choice: 'mute' as const })

test.each([
  [false, [], [], true],
  [false, [mute('lti')], ['lti'], false],
  [false, [mute('lti')], ['rollover'], true],
  [true, [follow('lti')], ['lti', 'rollover'], true],
  [true, [follow('lti')], [], false],
  [true, [follow('lti'), mute('rollover')], ['lti', 'rollover'], false],
  [true, [], ['lti'], false],
])('only topics: %s, %j: a post of %j is wanted: %s', (onlyTopics, topics, ofPost, wanted) => {
  expect(wantsTopics({ onlyTopics, topics }, ofPost)).toBe(wanted)
})

test('a pause is neither past nor for ever', () => {
  const now = new Date('2026-10-16T09:00:00Z')
  expect(whyNotPause(new Date('2026-10-17'), now)).toBeUndefined()
  expect(whyNotPause(new Date('2026-10-16'), now)).toMatch(/in the future/)
  expect(whyNotPause(new Date('2028-01-01'), now)).toMatch(/within one year/)
  expect(whyNotPause(new Date('x'), now)).toMatch(/Enter a date/)
})
