import { expect, test } from 'vitest'
import { findSettingFaults, type ListSettings } from './rules.ts'

const good: ListSettings = {
  title: 'Lectio-L',
  description: '',
  language: 'en',
  archive: 'subscribers',
  joinPolicy: 'vetted',
  maxSize: 10 * 1024 * 1024,
  emergency: false,
  provenSenders: false,
  remindDays: 2,
  expireDays: 14,
  tellChanges: false,
  subjectPrefix: '',
  footer: '',
  savedReplies: '',
  leaveLine: false,
  repliesTo: 'author',
  receiving: 'each',
  digestKb: 300,
  digestMessages: 60,
  digestHour: 5,
  digestZone: 'UTC',
  html: 'free',
  linkAboveKb: null,
  linkTypes: [],
  dropTypes: [],
  rules: null,
}

test('settings that agree', () => {
  expect(findSettingFaults(good)).toEqual({})
})

test.each<[Partial<ListSettings>, keyof ListSettings, RegExp]>([
  [{ archive: 'group', joinPolicy: 'open' }, 'joinPolicy', /only the group/],
  [{ remindDays: 14 }, 'remindDays', /fewer days/],
  [{ linkAboveKb: 10 * 1024 }, 'linkAboveKb', /smaller number/],
  [{ linkTypes: ['.zip'], dropTypes: ['.exe', '.zip'] }, 'dropTypes', /one of the two fields/],
  [{ linkTypes: ['zip files'] }, 'linkTypes', /file endings/],
  [{ receiving: 'none' }, 'receiving', /must get some email/],
  [{ savedReplies: `Off topic.\n\n${'x'.repeat(2_001)}` }, 'savedReplies', /at most 2,000/],
  [{ footer: 'Leave: {leave}' }, 'footer', /Remove \{leave\}/],
])('%j contradicts itself', (change, field, sentence) => {
  expect(findSettingFaults({ ...good, ...change })[field]).toMatch(sentence)
})
