import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfHeading } from './paste-headings-rules.ts'
import { splitText } from './paste-rules.ts'

const short = (text: string) => splitText(text).clauses.map(({ number, kind, text: said }) => `${number} ${kind}: ${said}`)

test('headings, points and paragraphs become clauses', () => {
  expect(
    short(`Purpose

The group was formed in 2016 to support the release
of the product.

Activities:
- Members share challenges and successes
- Members bring ideas
   to the vendor

MEETINGS

The group meets bi-monthly by teleconference.

## Mailing list
1. Hosted by two user groups.
2. Open to customers.`),
  ).toEqual([
    'P1 purpose: The group was formed in 2016 to support the release of the product.',
    'A1 activity: Members share challenges and successes',
    'A2 activity: Members bring ideas to the vendor',
    'M1 meeting: The group meets bi-monthly by teleconference.',
    'L1 list: Hosted by two user groups.',
    'L2 list: Open to customers.',
  ])
})

test.each([
  ['Responsibilities of members', 'duty'],
  ['Roles and responsibilities', 'role'],
  ['Membership and roles', 'composition'],
  ['List of members', 'composition'],
  ['Mailing list', 'list'],
  ['Aufgaben und Ziele', 'duty'],
  ['Ämter', 'role'],
  ['Compiti e obiettivi', 'duty'],
  ['Attività', 'activity'],
])('a heading is of the kind that it names first: %s', (heading, kind) => {
  expect(kindOfHeading(heading)).toBe(kind)
})

test('numbers that are there stay, and none comes twice', () => {
  expect(short('M1: Meets monthly.\nM1: Meets twice.\n3.2 Keeps documents.\n(a) Another one.')).toEqual([
    'M1 meeting: Meets monthly.',
    'M2 meeting: Meets twice.',
    '3.2 duty: Keeps documents.',
    'O1 duty: Another one.',
  ])
})

test('points under a sentence that announces them stay with it', () => {
  expect(short('The Coordinator is responsible for:\n- the vendor\n- the steering committees\n\nThe Liaison attends.')).toEqual([
    'R1 role: The Coordinator is responsible for:\n\n- the vendor\n- the steering committees',
    'R2 role: The Liaison attends.',
  ])
})

test('without a heading the words of a clause say what it is', () => {
  expect(
    short('Subscription is open to customers.\n\nThe group meets every month.\n\nThe working group has a roster.\n\nKeep the documents.'),
  ).toEqual([
    'L1 list: Subscription is open to customers.',
    'M1 meeting: The group meets every month.',
    'W1 web: The working group has a roster.',
    'O1 duty: Keep the documents.',
  ])
})

test('headings of other languages are known', () => {
  expect(short('Aufgaben\n\n- Pflegt die Dokumente\n\nRéunions\n\n- Six par an\n\nObjetivos\n\n- Crecer')).toEqual([
    'O1 duty: Pflegt die Dokumente',
    'M1 meeting: Six par an',
    'G1 objective: Crecer',
  ])
})

const shape = (text: string) => {
  const { title, preamble, clauses } = splitText(text)
  return {
    title,
    preamble,
    clauses: clauses.map(({ number, heading, kindGuessed, text: said }) => [number, heading, kindGuessed ? 'guessed' : 'known', said]),
  }
}

test('a title is no clause; a heading that is none of ours stays one, and its kind is a guess', () => {
  const text = `Lectio Working Group: Terms of Reference
Adopted 12 March 2019

Purpose

The group was formed in 2016.

Confidentiality
Members keep what the vendor tells them in confidence to themselves.
It may be told to others once the vendor says so.

Conflicts of interest

- Who works for a competitor says so.
- She does not vote on it.

Meetings

The group meets every month.`
  expect(shape(text)).toEqual({
    title: 'Lectio Working Group: Terms of Reference · Adopted 12 March 2019',
    preamble: '',
    clauses: [
      ['P1', '', 'known', 'The group was formed in 2016.'],
      [
        'O1',
        'Confidentiality',
        'guessed',
        'Members keep what the vendor tells them in confidence to themselves. It may be told to others once the vendor says so.',
      ],
      ['O2', 'Conflicts of interest', 'guessed', 'Who works for a competitor says so.'],
      ['O3', 'Conflicts of interest', 'guessed', 'She does not vote on it.'],
      ['M1', '', 'known', 'The group meets every month.'],
    ],
  })
})

test('numbered headings with Windows line ends', () => {
  const text = [
    'TERMS OF REFERENCE',
    '',
    '1. Purpose',
    '',
    'To support the users of the product.',
    '',
    '2. Data protection',
    '',
    'Names of customers stay within the group.',
    '2.1 Minutes name institutions only.',
    '',
    '3. Duties',
    '',
    '1. Keep the documents',
    '2. Conduct Show and Tell sessions',
  ].join('\r\n')
  expect(shape(text)).toEqual({
    title: 'TERMS OF REFERENCE',
    preamble: '',
    clauses: [
      ['P1', '', 'known', 'To support the users of the product.'],
      ['O1', 'Data protection', 'guessed', 'Names of customers stay within the group.'],
      ['2.1', 'Data protection', 'guessed', 'Minutes name institutions only.'],
      ['O2', '', 'known', 'Keep the documents'],
      ['O3', '', 'known', 'Conduct Show and Tell sessions'],
    ],
  })
})

test('Markdown: the title is the first level, and what stands below a heading of ours is of its kind', () => {
  const text = `# Membership Committee

We look after the users of one product,
and write down here how.

## Meetings

### Quorum

Five members are a quorum.

## Expenses

**Travel**

- Is paid by the institution of each.

Archive
-------

Minutes stay for ten years.`
  expect(shape(text)).toEqual({
    title: 'Membership Committee',
    preamble: 'We look after the users of one product, and write down here how.',
    clauses: [
      ['M1', 'Quorum', 'known', 'Five members are a quorum.'],
      ['O1', 'Travel', 'guessed', 'Is paid by the institution of each.'],
      ['O2', 'Archive', 'guessed', 'Minutes stay for ten years.'],
    ],
  })
})

test('headings in capitals, without a line between them and their text', () => {
  const text = `READING LIST USER GROUP

MISSION
The group brings the users of the product together.

VOTING
Each institution has one vote.

MEMBERSHIP
Open to every customer.`
  expect(shape(text)).toEqual({
    title: 'READING LIST USER GROUP',
    preamble: '',
    clauses: [
      ['P1', '', 'known', 'The group brings the users of the product together.'],
      ['O1', 'VOTING', 'guessed', 'Each institution has one vote.'],
      ['C1', '', 'known', 'Open to every customer.'],
    ],
  })
})

test('German, with paragraphs and points', () => {
  const text = `Geschäftsordnung der Arbeitsgruppe Lektio
Fassung vom 3. Mai 2021

§ 1 Zweck

Die Gruppe wurde 2016 gegründet.

§ 2 Verschwiegenheit

Was der Hersteller vertraulich mitteilt, bleibt in der Gruppe.

§ 3 Aufgaben

• Pflegt die Dokumente
• Sammelt Wünsche

Kosten:
• Reisen zahlt die eigene Einrichtung
• Räume stellt der Gastgeber`
  expect(shape(text)).toEqual({
    title: 'Geschäftsordnung der Arbeitsgruppe Lektio · Fassung vom 3. Mai 2021',
    preamble: '',
    clauses: [
      ['P1', '', 'known', 'Die Gruppe wurde 2016 gegründet.'],
      ['O1', 'Verschwiegenheit', 'guessed', 'Was der Hersteller vertraulich mitteilt, bleibt in der Gruppe.'],
      ['O2', '', 'known', 'Pflegt die Dokumente'],
      ['O3', '', 'known', 'Sammelt Wünsche'],
      ['O4', 'Kosten', 'guessed', 'Reisen zahlt die eigene Einrichtung'],
      ['O5', 'Kosten', 'guessed', 'Räume stellt der Gastgeber'],
    ],
  })
})

test('a wrapped paragraph, a short point and a sentence that announces points are no headings', () => {
  const text = `Duties

The working group keeps
Its documents in order.

Members should:
- share ideas
- come to meetings

Keep the documents

Share what was learnt`
  expect(splitText(text).headings).toEqual(['Duties'])
  expect(splitText('Keep the documents\n\nShare what was learnt').title).toBeUndefined()
})

test('of a table each line is a clause by its number, and further columns are named', () => {
  const { clauses, left } = splitText(`| # | what it says | why |
| --- | --- | --- |
| P1 | Formed in 2016. | History. |
| M1 | Meets every \\| second month. | |
| O1 | Keeps documents. | As before. |`)
  expect(clauses.map(({ number, kind, text }) => [number, kind, text])).toEqual([
    ['P1', 'purpose', 'Formed in 2016.'],
    ['M1', 'meeting', 'Meets every | second month.'],
    ['O1', 'duty', 'Keeps documents.'],
  ])
  expect(left).toEqual(['why'])
})

const words = (text: string) => text.match(/[\p{L}]{2,}/gu) ?? []

test('nothing that was pasted is lost, and every number is one clause’s', () => {
  const line = fc.oneof(
    fc.constant(''),
    fc
      .array(fc.constantFrom('members', 'share', 'ideas', 'meets', 'the', 'roster', 'Purpose', 'list'), { minLength: 1, maxLength: 9 })
      .map((w) => w.join(' ')),
    fc
      .tuple(
        fc.constantFrom('- ', '  - ', '* ', '1. ', 'a) ', 'M1: ', '2.1 ', '# '),
        fc.constantFrom('keep documents.', 'meets monthly.', 'Meetings'),
      )
      .map((p) => p.join('')),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { title, preamble, clauses, headings } = splitText(lines.join('\n'))
      const kept = [title ?? '', preamble, ...clauses.map(({ text }) => text), ...headings].flatMap(words).sort()
      expect(kept).toEqual(words(lines.join('\n')).sort())
      expect(new Set(clauses.map(({ number }) => number.toLowerCase())).size).toBe(clauses.length)
      expect(clauses.every(({ text }) => text.trim() !== '')).toBe(true)
    }),
    { numRuns: 500 },
  )
})
