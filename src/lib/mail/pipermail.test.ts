import { expect, test } from 'vitest'
import { readMessage } from './parse.ts'
import { repairPipermail } from './pipermail.ts'

const fromOf = (mail: string) => readMessage(repairPipermail(Buffer.from(mail)).raw).from

test.each([
  [
    'From: goran at domain.com (=?ISO-8859-1?Q?G=F6ran?=)\nSubject: x\n\nmail me at domain.com',
    { name: 'Göran', address: 'goran@domain.com' },
  ],
  ['Subject: x\r\nFrom: goran at domain.com\r\n\r\n', { name: '', address: 'goran@domain.com' }],
  ['From: goran at domain.com (A very\n long name)\n\n', { name: 'A very long name', address: 'goran@domain.com' }],
  ['From: Göran <goran at domain.com>\n\n', { name: 'Göran', address: 'goran@domain.com' }],
])('an address that pipermail hid is found in %j', (mail, from) => {
  expect(fromOf(mail)).toEqual(from)
  expect(repairPipermail(Buffer.from(mail)).repairs).toHaveLength(1)
})

test.each([
  'From: Jo at work <jo@example.org>\nSubject: lunch at cafe.example\n\nFrom: a at b.example\n',
  'Subject: meet at cafe.example\n\n',
  '',
])('%j stays as it is', (mail) => {
  const raw = Buffer.from(mail)
  expect(repairPipermail(raw)).toEqual({ raw, repairs: [] })
})
