import { expect, test } from 'vitest'
import { readInvitees } from './invitees-rules.ts'

test('one a line, in the ways in which people keep them', () => {
  const { invitees, wrong } = readInvitees(
    'otto@otto.example\n"Mei Chen" <Mei.Chen@straits.example>,\n\nlars@norrvik.example, Lars Holm\nOTTO@otto.example\nnobody at all\n<x>\n',
  )
  expect(invitees).toEqual([
    { email: 'otto@otto.example', name: '' },
    { email: 'mei.chen@straits.example', name: 'Mei Chen' },
    { email: 'lars@norrvik.example', name: 'Lars Holm' },
  ])
  expect(wrong).toEqual(['nobody at all', '<x>'])
})

const said = (text: string) => {
  const { invitees, wrong } = readInvitees(text)
  return { invitees: invitees.map(({ email, name }) => [email, name]), wrong }
}

test.each<[string, [string, string][], string[]?]>([
  // As mail programs copy what stands behind To.
  [
    'Name <a@b.example>, c@d.example; "X, Y" <e@f.example>',
    [
      ['a@b.example', 'Name'],
      ['c@d.example', ''],
      ['e@f.example', 'X, Y'],
    ],
  ],
  [
    'Zoé Weber zoe@köln.example\nmailto:paul@b.example; <MAILTO:e@f.example>',
    [
      ['zoe@köln.example', 'Zoé Weber'],
      ['paul@b.example', ''],
      ['e@f.example', ''],
    ],
  ],
  // A slip: a comma for a dot is no address with a name.
  ['karl@köln,example', [], ['karl@köln', 'example']],
  ['a@b.example c@d.example', [], ['a@b.example c@d.example']],
  [
    'Quist, Nora <nora@fen.example>; Holm, Lars <lars@nor.example>',
    [
      ['nora@fen.example', 'Quist, Nora'],
      ['lars@nor.example', 'Holm, Lars'],
    ],
  ],
  [
    'Quist, Nora <n@fen.example>, Holm, Lars <l@nor.example>',
    [
      ['n@fen.example', 'Quist, Nora'],
      ['l@nor.example', 'Holm, Lars'],
    ],
  ],
  [
    'liam@else.example, mei@straits.example;',
    [
      ['liam@else.example', ''],
      ['mei@straits.example', ''],
    ],
  ],
  [
    String.raw`"Nora \"No\" Quist" <n@fen.example>; 'Lars Holm' <l@nor.example>`,
    [
      ['n@fen.example', 'Nora No Quist'],
      ['l@nor.example', 'Lars Holm'],
    ],
  ],
  ['"Doe; Jane" <j@a.example>,"A <b>, C" <c@a.example>', [['j@a.example', 'Doe; Jane']], ['"A <b>, C" <c@a.example>']],
  // As tables are copied.
  ['lars@nor.example\tLars Holm', [['lars@nor.example', 'Lars Holm']]],
  ['lars@nor.example, "Holm, Lars"', [['lars@nor.example', 'Holm, Lars']]],
  ['Lars Holm\tlars@nor.example', [['lars@nor.example', 'Lars Holm']]],
  ['Lars Holm;lars@nor.example', [['lars@nor.example', 'Lars Holm']]],
  ['"Holm, Lars",lars@nor.example', [['lars@nor.example', 'Holm, Lars']]],
  ['Lars Holm,lars(at)nor.example', [], ['Lars Holm, lars(at)nor.example']],
  [
    'First name;Last name;E-mail;Ward\nLars;Holm;lars@nor.example;3\n;;nora@fen.example;\nlio@fen.example\nMei;Chen;mei@straits;4',
    [
      ['lars@nor.example', 'Lars Holm'],
      ['nora@fen.example', ''],
      ['lio@fen.example', ''],
    ],
    ['Mei;Chen;mei@straits;4'],
  ],
  // Where they live is no address of theirs, and a family name stands behind the others.
  ['\ufeffNachname,Vorname,Address,Email\r\nHolm,Lars,"Kai 3, Bergen",lars@nor.example\r', [['lars@nor.example', 'Lars Holm']]],
  ['Name;Address\nNora Quist;nora@fen.example', [['nora@fen.example', 'Nora Quist']]],
  // Rows without the line that names their columns: the cell with the address says whom, and those behind it are something else.
  [
    'Holm\tLars\tlars@nor.example\tHospital, East\nnora@fen.example\tNora Quist\tHospital Fen\nMei Chen\tmei@straits.example\t"Straits, 3"',
    [
      ['lars@nor.example', 'Holm Lars'],
      ['nora@fen.example', ''],
      ['mei@straits.example', 'Mei Chen'],
    ],
  ],
  ['4\tHospital East\tLars\tlars@nor.example', [['lars@nor.example', '']]],
  ['Holm\tLars\tlars@nor,example\tEast', [], ['Holm, Lars, lars@nor,example, East']],
  ['Holm\tLars\tEast', [], ['Holm, Lars, East']],
  [
    'a@b.example\tc@d.example\te@f.example',
    [
      ['a@b.example', ''],
      ['c@d.example', ''],
      ['e@f.example', ''],
    ],
  ],
  // A table below what a mail program copied.
  [
    'Nora Quist <nora@fen.example>;\nSurname\tFirst name\tEmail\tWard\nHolm\tLars\tlars@nor.example\t3\nmei@straits.example',
    [
      ['nora@fen.example', 'Nora Quist'],
      ['lars@nor.example', 'Lars Holm'],
      ['mei@straits.example', ''],
    ],
  ],
  ['Lastname\tFirstname\tEmail\nHolm\tLars\tlars@nor.example', [['lars@nor.example', 'Lars Holm']]],
  // A column that is copied alone.
  [
    'E-mail\nlars@nor.example\nNora Quist <nora@fen.example>\n\nLARS@nor.example',
    [
      ['lars@nor.example', ''],
      ['nora@fen.example', 'Nora Quist'],
    ],
  ],
  // A first line that names no column is somebody.
  ['Name, Lars\nlars@nor.example', [['lars@nor.example', '']], ['Name', 'Lars']],
  // What is no address is nobody’s name.
  ['a@b.example; not an address, Lars', [['a@b.example', '']], ['not an address', 'Lars']],
  ['lars@nor.example; Lars', [['lars@nor.example', '']], ['Lars']],
  [
    'a@b.example, Lars, c@d.example',
    [
      ['a@b.example', ''],
      ['c@d.example', ''],
    ],
    ['Lars'],
  ],
  [
    'a@b.example, Lars, Nora <n@fen.example>',
    [
      ['a@b.example', ''],
      ['n@fen.example', 'Nora'],
    ],
    ['Lars'],
  ],
  ['a@b.example, c@', [['a@b.example', '']], ['c@']],
  [
    '"Nora <n@fen.example>, l@nor.example',
    [
      ['n@fen.example', 'Nora'],
      ['l@nor.example', ''],
    ],
  ],
])('%s', (text, invitees, wrong = []) => {
  expect(said(text)).toEqual({ invitees, wrong })
})
