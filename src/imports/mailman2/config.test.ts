import { expect, test } from 'vitest'
import { readConfigPickle } from './config.ts'

const sized = (code: string, text: string) => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(text.length)
  return `${code}${size.toString('latin1')}${text}`
}
const text = (of: string) => sized('X', of)
const config = (...fields: [name: string, value: string][]) => {
  const own: [string, string][] = [['real_name', text('Lectio')], ...fields]
  return readConfigPickle(Buffer.from(`}(${own.map(([name, value]) => text(name) + value).join('')}u.`, 'latin1'))
}

test('whose mail Mailman 2.0 had stopped by a bit of their options gets none', () => {
  const members = `}(${text('anna@a.example')}K\x00${text('ben@b.example')}K\x00u`
  const options = `}(${text('anna@a.example')}K\x01${text('ben@b.example')}K\x02u`
  const states = `}(${text('ben@b.example')}K\x02G${'\0'.repeat(8)}\x86u`
  expect(config(['members', members], ['user_options', options]).members).toMatchObject([
    { email: 'anna@a.example', delivery: 'none', stopped: 'unknown' },
    { email: 'ben@b.example', delivery: 'each', notMine: true },
  ])
  expect(config(['members', members], ['delivery_status', states]).members[1]).toMatchObject({ delivery: 'none', stopped: 'member' })
})

test('what Python 3 writes of plain data is read: bytes, dates, ordered dictionaries', () => {
  const bytes = `c_codecs\nencode\n(${text('Lectio-L')}${text('latin1')}tR`
  const ordered = `ccollections\nOrderedDict\n)R(${text('anna@a.example')}K\x00u`
  const date = `cdatetime\ndate\n(K\x01tR`
  expect(config(['members', ordered], ['_internal_name', bytes], ['when', date])).toMatchObject({
    name: 'lectio-l',
    members: [{ email: 'anna@a.example' }],
  })
})

test('a text that a table names over and over is kept within bounds', () => {
  const row = `](${text('y'.repeat(10_000))}q\x01${'h\x01'.repeat(50_000)}e`
  const topics = `](${row}q\x02${'h\x02'.repeat(500)}e`
  const { settings } = config(['members', '}'], ['topics', topics], ['info', text('x'.repeat(1_000_000))])
  expect((settings.topics as string[]).every((one) => one.length <= 10_000)).toBe(true)
  expect(settings.info).toHaveLength(10_000)
})
