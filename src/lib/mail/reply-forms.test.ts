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
