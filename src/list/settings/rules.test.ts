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
  [{ archive: 'group', joinPolicy: 'open' }, 'joinPolicy', /group alone/],
  [{ remindDays: 14 }, 'remindDays', /never be reminded/],
  [{ linkAboveKb: 10 * 1024 }, 'linkAboveKb', /could ever be larger/],
  [{ linkTypes: ['.zip'], dropTypes: ['.exe', '.zip'] }, 'dropTypes', /either linked or left out/],
  [{ linkTypes: ['zip files'] }, 'linkTypes', /an ending/],
  [{ receiving: 'none' }, 'receiving', /would not know/],
  [{ footer: 'Leave: {leave}' }, 'footer', /no \{leave\}/],
])('%j contradicts itself', (change, field, sentence) => {
  expect(findSettingFaults({ ...good, ...change })[field]).toMatch(sentence)
})
