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

// What the catalogues of mail programs say, family by family; the words are made up where the form alone tells.
describe('right above a quote, an attribution is known by its form', () => {
  test.each([
    ['who and when, in a language nobody here knows', 'Otto Other xyzgan kun 2026-11-06 10:00:'],
    ['with a short date', 'Otto Other xyzau op 06-11-26 om 10:00:'],
    [
      'a second, which no person writes',
      'Xy abcdefgh mnopqr stuvwx 6. uvwxyz 2026. u 10:00:07 Abcdefghijk lmnopqrst vwxyz, Otto Other napixyz:',
    ],
    ['a zone as a number', 'Xyzab from the writings of Otto Other in the box of Fri Nov 06 10:00:07 +0100 2026:'],
    ['no colon, and the verb at the end', '2026-11-06 10:00, je Otto van der Other napisal'],
    ['when it was behind the colon', 'Otto Other a következőt írta ekkor: 2026. november 6., péntek 10:00:07 közép-európai téli idő'],
    ['of whom it is told', 'Le vendredi 6 novembre 2026 10:00:07 heure normale d’Europe centrale, vous avez écrit :'],
    ['the colon of another script', 'Otto Other <otto@example.org> xyz \u17d6'],
    ['letters that an archive lost', 'Le vendredi 06 novembre 2026 ? 10:00 +0200, Otto Other a ?crit :'],
    ['letters of another charset', 'Otto Other a Ã©crit :'],
    ['nothing but an address', 'Quoting otto@example.org:'],
    ['an address that the end of the line cut off', 'On Fri, Nov 6, 2026 at 10:00 AM, Otto Other <otto at example.org\n> wrote:'],
    ['between dashes', '-----"Otto Other" wrote: -----'],
  ])('%s', (_, attribution) => {
    const quoted = lines(attribution, '> Shall we?', '> On Monday?')
    expect(trimReply(lines('Yes, please.', '', quoted))).toEqual({ visible: 'Yes, please.', quoted, signature: '' })
  })

  test.each([
    'Quoting Otto Other <otto@example.org>:',
    '* Otto Other <otto@example.org> [2026-11-06 10:00]:',
    'At Fri, 06 Nov 2026 10:00:07 +0100,\nOtto wrote:',
  ])('and the name above it stays: %s', (attribution) =>
    expect(trimReply(lines('Yes, please.', 'Maria', attribution, '> Shall we?')).visible).toBe(lines('Yes, please.', 'Maria')),
  )

  test('and the empty line that is marked below goes with it', () => {
    const text = lines(
      '> On 06/11/2026 10:00 CET Otto Other <otto@example.org> wrote:',
      '>',
      '> Shall we?',
      '',
      'Yes.',
      '',
      '> When?',
      '',
      'On Monday.',
    )
    expect(trimReply(text).visible).toBe(lines('> Shall we?', '', 'Yes.', '', '> When?', '', 'On Monday.'))
  })
})

describe('a copied header is known by its form, whatever its words and their order', () => {
  const fields = (date: string) => ['Qwe/rt: Shelves', `Asd: ${date}`, 'Yxc: Otto Other <otto@example.org>', 'Vbn (Xy): list@example.org']
  test.each([
    ['below a title', '-------- Qwertz asdfg --------', fields('2026-11-06 10:00')],
    ['without one, by the date of a machine', '', fields('Fri, 6 Nov 2026 10:00:07 +0100')],
    [
      'below a title that names somebody',
      '----- Qwertz Otto Other <otto@example.org> -----',
      ['Date: Fri, 6 Nov 2026 10:00:07 +0100', 'From: Otto', 'Subject: x'],
    ],
  ])('%s', (_, title, header) => {
    const quoted = lines(...(title ? [title, ''] : []), ...header, '', 'Shall we?')
    expect(trimReply(lines('Yes, please.', '', quoted))).toEqual({ visible: 'Yes, please.', quoted, signature: '' })
  })
  test('and all of it goes, where it is passed on without a word', () => {
    const header = lines(
      '-------- Message transféré --------',
      'Sujet : Shelves',
      'Date : 6/11/2026 10:00',
      'De : Otto Other <otto@example.org>',
      'Pour : list@example.org',
    )
    expect(trimReply(lines(header, '', 'Shall we?')).visible).toBe('Shall we?')
  })
  test('a sentence may be its title', () => {
    const quoted = lines('Forwarded message from Otto Other on Fri Nov 6, 2026 at 10:00 AM:', '', 'Shall we?')
    expect(trimReply(lines('Please see.', '', quoted))).toEqual({ visible: 'Please see.', quoted, signature: '' })
  })
  test('but what an author announces is none', () => {
    const text = lines(
      '---- Workshop ----',
      'When: 6 Nov 2026, 10:05',
      'Speaker: Otto Other <otto@example.org>',
      'Where: Room 4',
      'Register: a@example.org',
      '',
      'Come!',
    )
    expect(trimReply(lines('Hello.', '', text)).visible).toBe(lines('Hello.', '', text))
  })
})

describe('the mail of Unix quotes with tabs', () => {
  const head = 'Otto Other <otto@example.org> wrote:'
  test('above an answer', () => expect(trimReply(lines(head, '', '\tShall we?', '\t', '\tOtto', 'Yes.')).visible).toBe('Yes.'))
  test.each([
    ['of which an author tells', lines('Thanks to Otto Other <otto@example.org>, who wrote:', '', '\tin three weeks', '', 'It is fast.')],
    ['of what an author goes on with', lines(head, '', '\tShall we?', 'Run this:', '', '\tmake all', '', 'Does it work?')],
  ])('but not those %s', (_, text) => expect(trimReply(text).visible).toContain('\t'))
})

test('whom an author asked is told of, and quoted by no program', () => {
  const told = lines('I asked Otto Other <otto@example.org> and he wrote:', '', 'in three weeks', '', 'Good!')
  expect(trimReply(lines('Hello.', '', told)).visible).toBe(lines('Hello.', '', told))
})

describe('a second sentence', () => {
  test.each([
    'Enviado desde mi dispositivo Android con K-9 Mail. Por favor, disculpa mi brevedad.',
    'Az Android eszközömről küldve. Elnézést a rövidségért.',
  ])('that asks to excuse a phone goes with it: %s', (line) =>
    expect(trimReply(lines('Yes.', '', line))).toEqual({ visible: 'Yes.', quoted: '', signature: line }),
  )
  test.each(['Download Thunderbird from its page. Then start it again.', 'Gesendet habe ich es mit Thunderbird. Bitte schau nach.'])(
    'that says something stays: %s',
    (line) => expect(trimReply(lines('Hello.', '', line)).visible).toBe(lines('Hello.', '', line)),
  )
})
