import { describe, expect, test } from 'vitest'
import { trimReply } from './reply.ts'

// What is known by its form, in whatever language, and what only looks like it.

const lines = (...text: string[]) => text.join('\n')

test.each([
  ['who, and when up to the colon', 'Xyz de Otto Other <otto@example.org> del dia dv., 6 de\nnov. 2026 a les 10:00:'],
  ['when, and who at the end', 'pe 6. marrask. 2026 klo 10.00 Otto Other <otto@example.org>:'],
  ['a full name, when, and a verb', 'Otto Other je 6. 11. 2026 ob 10:00 napisal/-a:'],
  ['a date that the next line ends', 'Xyz Otto Other (<otto@example.org>) kirjutas kuupäeval R, 6.\nnovember 2026 kell 10:00:'],
])('an attribution, without a mark below: %s', (_, attribution) => {
  const quoted = lines(attribution, '', 'Shall we?', 'Otto')
  expect(trimReply(lines('Yes, please.', '', quoted))).toEqual({ visible: 'Yes, please.', quoted, signature: '' })
})

test.each([
  ['Ukrainian', '--- Оригінальне повідомлення ---', 'Від кого: Otto Other <otto@example.org>', 'Дата: 6 листопада 2026, 10:00:45'],
  ['Hindi', '----- मूल संदेश -----', 'प्रेषक: Otto Other <otto@example.org>', 'दिनांक: 6/11/2026 10:00'],
  ['a language nobody here knows', '--- Xyzab qwert ---', 'Abc: Otto Other <otto@example.org>', 'Def: 6 Xyz 2026 10:00'],
])('two fields are enough below a title between dashes: %s', (_, ...header) => {
  const quoted = lines(...header, '', 'Shall we?')
  expect(trimReply(lines('Yes, please.', '', quoted))).toEqual({ visible: 'Yes, please.', quoted, signature: '' })
})

describe('what a mailer broke goes with the quotation', () => {
  const asked = '> Could you please tell us how many people are going to come with you on the'
  const above = ['Yes.', '', 'On 6 Nov 2026 at 10:00, Otto Other <otto@example.org> wrote:', '', asked]
  test('at its end', () => expect(trimReply(lines(...above, 'evening, and when?')).visible).toBe('Yes.'))
  test('but not an answer', () => expect(trimReply(lines(...above, 'Three of us.')).visible).toContain('Three of us.'))
  test('nor what somebody goes on below', () =>
    expect(trimReply(lines(...above, 'evening.', '', 'With three.')).visible).toContain('evening.'))
})

describe('an answer right above an attribution is its author’s', () => {
  const attributions = [
    ['in any language that begins with the name', 'Otto Other <otto@example.org> schrieb am 06.11.2026 um 10:00:'],
    ['without a date', 'Otto Other wrote:'],
    ['with nothing but the address', 'otto@example.org wrote:'],
    ['that tells of a text', 'Wiadomość napisana przez Otto Other <otto@example.org> w dniu 06.11.2026, o godz. 10:00:'],
    ['over two lines', 'Otto Other\n<otto@example.org> wrote:'],
    ['with the day above', 'On Friday,\nOtto Other <otto@example.org> wrote:'],
  ]
  test.each(attributions)('%s', (_, attribution = '') => {
    for (const answer of ['Yes, do that.', 'thanks, on Monday then', 'Not yet, sorry.\nLet us ask her first', 'Dear Otto,\nno!\nMaria']) {
      const quoted = lines(attribution, '> Shall we?')
      const apart = attribution.startsWith('Otto Other\n') || attribution.startsWith('On ') ? '\n' : ''
      expect(trimReply(lines(answer + apart, quoted))).toEqual({ visible: answer, quoted, signature: '' })
    }
  })
  test('but who tells of what somebody wrote goes on', () => {
    const told = 'I have looked through all of the letters in the box, and among them is what'
    expect(trimReply(lines('Hello,', told, 'Otto Other wrote:', '> Shall we?', '', 'It is old.')).visible).toContain(told)
  })
})

describe('below a quoted line, without a blank line between', () => {
  const head = 'On Fri, 6 Nov 2026 at 10:00, Otto Other <otto@example.org> wrote:'
  const [asked, told] = [
    '> Would you rather have the long shelves in the hall by the stairs?',
    '> There are three more of them in the cellar, below the old boxes.',
  ]
  test.each(['Yes', 'yes', 'no idea', 'sure, why not', 'Ja', '好的'])('an answer stays: %s', (answer) => {
    for (const line of [asked, told])
      expect(trimReply(lines(head, line, answer, '> When?', 'On Monday.')).visible).toBe(lines(line, answer, '> When?', 'On Monday.'))
  })
  test('so does one below a question that lacks its sign, at the end', () => {
    const open = '> I would like to know whether you have had the time to look at that'
    expect(trimReply(lines('Hello Otto,', '', head, '', open, 'no idea')).visible).toContain('no idea')
  })
})

test.each([
  ['Danish', 'Start på videresendt besked:', 'Fra', 'Emne', 'Dato'],
  ['Romanian', 'Începe mesajul redirecționat:', 'Expeditorul', 'Subiectul', 'Dată'],
  ['Turkish', 'İleti başlangıcı:', 'Kimden', 'Konu', 'Tarih'],
  ['Ukrainian', 'Початок листа, що пересилається:', 'Від кого', 'Тема', 'Дата'],
])('what is passed on is no word of its sender, nor is its title: %s', (_, title, from, subject, date) => {
  const header = [`${from}: Otto Other <otto@example.org>`, `${subject}: Shelves`, `${date}: 6. 11. 2026 10:00:00 CET`]
  for (const mark of ['', '> ']) {
    const passed = lines(title, '', ...[...header, '', 'Shall we?'].map((line) => `${mark}${line}`.trimEnd()))
    expect(trimReply(lines('Please see.', '', passed))).toEqual({ visible: 'Please see.', quoted: passed, signature: '' })
  }
  // Who introduces something says more.
  const own = 'Here is the forwarded message:'
  expect(trimReply(lines('Please see.', '', own, '', ...header, '', 'Shall we?')).visible).toContain(own)
})

test('a title and the fields below it may stand in one line', () => {
  const title =
    '----- Message transmis ----- De : Otto Other <otto@example.org>À : Maria <maria@example.org>Envoyé : 6/11/2026 10:00Objet : Rayons'
  for (const line of [title, title.replace(' : Maria', ` : ${'a@example.org, '.repeat(40)}Maria`)])
    expect(trimReply(lines('Voici.', '', line, ' On y va ?'))).toEqual({
      visible: 'Voici.',
      quoted: lines(line, ' On y va ?'),
      signature: '',
    })
  const told = '----- Section one ----- From: see below'
  expect(trimReply(lines('Hello.', '', told, 'It goes on.')).visible).toContain(told)
})

test('below the line of a phone, who wrote is enough', () => {
  const rest = lines('Trimis de pe iPhone-ul meu', '', 'otto@example.org wrote:', '', 'Shall we?')
  expect(trimReply(lines('Yes.', rest)).visible).toBe('Yes.')
  const told = lines('otto@example.org wrote:', '', 'Shall we?', '', 'What do you think?')
  expect(trimReply(lines('Hello.', '', told)).visible).toBe(lines('Hello.', '', told))
})

test.each([
  [
    'rows of a table',
    lines(
      ...['Hello,', '', 'Von: Halle', 'An: Leipzig', 'Datum: 6.11.2026, 6:40', 'Betreff: Hinfahrt', ''],
      ...['Von: Leipzig', 'An: Halle', 'Datum: 6.11.2026, 17:10', 'Betreff: Heimfahrt', '', 'Who comes?'],
    ),
  ],
  ['a time in the place of a sender', lines('Hello,', '', 'Od: 8:00, 6.11.2026', 'Do: 15:00', 'Temat: Xyz', '', 'All of you.')],
  ['a date without its year', lines('Minutes:', '', '日時: 2月6日 15:00', '宛先: 全部員', '件名: 新歓', '差出人: 部長', '', 'All right?')],
  [
    'a title of which a sentence tells',
    lines('I often find the line', '', '-----Original Message-----', '', 'in my mail. What does it mean?'),
  ],
  [
    'a pause in a poem',
    lines('The window fogs', '--', 'and no one comes', 'but dogs.', '', 'Is this too short for a whole page?', '', 'Maria'),
  ],
  ['a first name below a dash', lines('The slides are fine.', '', '-Maria')],
  ['who meets whom', lines('Otto <otto@example.org>, Maria and Anna <anna@example.org> meet on 6 Nov 2026 at 9:05:', '', 'come, too.')],
  ['from whom something is', lines('from Otto (otto@example.org) on 6 Nov 2026, 9:05:', '', 'the key is gone.', '', 'What now?')],
  [
    'a form that somebody filled in',
    lines('A fault.', '', 'From: the shop page', 'Version: 2.1', 'Date: 2026-11-06', 'Subject: it stops', '', 'Steps:', '', '1. Open it.'),
  ],
  ['thanks to somebody', lines('Danke an Otto Other <otto@example.org>, der schrieb:', '', 'alles in drei Wochen!', '', 'Maria')],
  [
    'a header of which somebody tells without a colon',
    lines('the header of what came was', '', 'From: Otto <otto@example.org>', 'To: a@example.org', 'Subject: Shelves', '', 'Why?'),
  ],
  ['a meeting with somebody', lines('Anna Lee wrote on 6 Nov 2026 that we come at 9:05:', '', 'is it so?')],
])('%s stays', (_, text) => expect(trimReply(lines('Hello.', '', text)).visible).toBe(lines('Hello.', '', text)))

test('the name above the link of a program stays', () => {
  const line = 'Sent with Proton Mail <https://proton.example/> secure email.'
  expect(trimReply(lines('Yes.', '', 'Maria', line))).toEqual({ visible: lines('Yes.', '', 'Maria'), quoted: '', signature: line })
})

describe('what a firm adds is no text', () => {
  const notice =
    'This email is confidential and intended solely for the individual or entity to whom it is addressed. If you received it in error, tell us.'
  test('right below the name', () =>
    expect(trimReply(lines('Yes.', '', 'Kind regards,', 'Maria', notice))).toEqual({
      visible: lines('Yes.', '', 'Kind regards,', 'Maria'),
      quoted: '',
      signature: notice,
    }))
  test('nor is a job above it', () =>
    expect(trimReply(lines('Oui.', '', 'Cordialement,', 'Maria Example', 'Chargée de clientèle', '', notice)).visible).toBe(
      lines('Oui.', '', 'Cordialement,', 'Maria Example'),
    ))
  test('but what somebody says below the name is', () => {
    const text = lines('Yes.', '', 'Cheers,', 'Maria Example', 'The director comes, too')
    expect(trimReply(lines(text, '', notice)).visible).toBe(text)
  })
})

describe('below a name, the same in full begins what a program adds', () => {
  test.each([
    ['a first name', 'Best,\nAnn', 'Ann Lee\nArchivist'],
    ['with a degree behind it', 'Ann', 'Ann Lee, PhD\nHead of Collections\nMonday to Wednesday'],
    ['the name whole', 'Pozdrawiam,\nJan Kowalski', 'Jan Kowalski\nBiblioteka\n\nul. Długa 3'],
    ['the surname first', 'Üdv\nAnna', 'Kovács Anna\nkönyvtáros'],
    ['without capitals', '佐藤', '佐藤 健一\n図書館'],
  ])('%s', (_, name, block) => {
    const quoted = 'On Fri, 6 Nov 2026 at 10:00, Otto Other <otto@example.org> wrote:\n> Shall we?'
    const parts = { visible: `Yes.\n\n${name}`, signature: block }
    expect(trimReply(`Yes.\n\n${name}\n\n${block}`)).toEqual({ ...parts, quoted: '' })
    expect(trimReply(`Yes.\n\n${name}\n\n${block}\n\n${quoted}`)).toEqual({ ...parts, quoted })
  })
  test.each([
    ['of another person', 'Ann\n\nBen Lee\nArchivist'],
    ['announced', 'Write to:\n\nAnn\n\nAnn Lee\nArchivist'],
    ['in a sentence', 'Ann\n\nAnn Lee, our colleague, comes on Monday.\nPlease help her.'],
    ['above a postscript', 'Ann\n\nAnn Lee\nArchivist\n\nP.S. The key is below the mat'],
    ['above the closing of another', 'Ann\n\nAnn Lee\nArchivist\n\nThanks,\nOtto'],
    ['in a list', 'These I know.\n- Ann Lee\n- Ben Lee'],
  ])('but not one %s', (_, text) => expect(trimReply(`Yes.\n\n${text}`).visible).toBe(`Yes.\n\n${text}`))
})

test('the first name above the line of a phone stays', () => {
  expect(trimReply(lines('Yes.', '', 'Hidde', 'Sent from my iPhone'))).toMatchObject({ visible: lines('Yes.', '', 'Hidde') })
})

describe('an attribution names somebody who writes mail', () => {
  const goesOn = ['and then it went silent for nine hours.', 'Does yours, too?']
  test.each([
    ['a program', lines('On Tuesday, 4 March 2025 at 03:12 the harvester wrote:', '', '  HTTP 503', '  giving up', '', ...goesOn)],
    ['whom the author named before', lines('On 4 March 2025 at 03:12 she wrote:', '', 'The house is cold.', '', ...goesOn)],
    ['one with a capital', lines('Am 04.03.2025 um 03:12 schrieb der Server:', '', 'Platte voll', '', ...goesOn)],
    ['what the author tells of', lines('04.03.2025 03:12 Otto Other wrote:', '', '  HTTP 503', '', ...goesOn)],
    ['before there was mail', lines('le 12 mars 1580, à Bordeaux, Montaigne a écrit :', '', '> Mon livre.', '', ...goesOn)],
    ['in the last century', lines('12.03.1911, Блок пишет:', '', '> В библиотеке холодно.', '', ...goesOn)],
    ['a row in a poem', lines('The poem says:', '', '> Who steals this book', '--', '> shall lose his breath.', '', ...goesOn)],
    [
      'a header that is talked of',
      lines('All carry this:', '', 'From: DAEMON@example.net', 'Sent: automatically', 'To: a@example.org', 'Subject: Mail', '', ...goesOn),
    ],
  ])('not %s', (_, text) => expect(trimReply(`Hello.\n\n${text}`).visible).toBe(`Hello.\n\n${text}`))
  test.each([
    ['a nickname', 'On 4 March 2025, at 03:12, otto wrote:'],
    ['a weekday in brackets', '2025年3月4日(火) 3:12 山本 <yamamoto@example.org>:'],
    ['a name without capitals', '在 2025年3月4日 03:12，王芳 写道：'],
    ['a name in capitals', 'On 4 March 2025 at 03:12 CET ANNA wrote:'],
    ['a time without a sign', 'On Monday at 1200, Otto wrote:\n>'],
    ['an indented quotation', 'Am 04.03.2025 um 03:12 schrieb Otto Other:\n\n  Hello,'],
  ])('but %s', (_, attribution) => expect(trimReply(`Yes.\n\n${attribution}\n\n  Shall we?`.replace('>\n\n ', '>')).visible).toBe('Yes.'))
})
