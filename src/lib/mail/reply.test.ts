import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { trimReply } from './reply.ts'

const lines = (...text: string[]) => text.join('\n')

describe('who brings up their own words and goes on below is not taken for a program that quotes', () => {
  test.each([
    ['English', 'On 3 May 2026 I wrote:'],
    ['German', 'Am 3. Mai 2026 schrieb ich:'],
    ['Dutch', 'Op 3 mei 2026 schreef ik:'],
    ['Swedish', 'Den 3 maj 2026 skrev jag:'],
  ])('%s', (_, line) => {
    const text = lines('Dear all,', '', line, '', '> Let us meet in Porto.', '', 'I still think so.')
    expect(trimReply(text)).toEqual({ visible: text, quoted: '', signature: '' })
    // Where nothing follows it is what a program has put there.
    expect(trimReply(lines('Yes.', '', line, '> Let us meet in Porto.')).visible).toBe('Yes.')
  })
})

describe('who wrote what is quoted is recognised', () => {
  test.each([
    ['English', 'On Fri, 6 Nov 2026 at 10:00, Otto Other <otto@example.org> wrote:'],
    ['English, over two lines', 'On Friday, November 6, 2026 at 10:00:12 AM Otto Other <\notto@example.org> wrote:'],
    ['without a date', 'Otto Other wrote:'],
    ['German', 'Am Fr., 6. Nov. 2026 um 10:00 Uhr schrieb Otto Other <otto@example.org>:'],
    ['German, Thunderbird', 'Am 06.11.2026 um 10:00 schrieb Otto Other:'],
    ['French', 'Le ven. 6 nov. 2026 à 10:00, Otto Other <otto@example.org> a écrit :'],
    ['Spanish', 'El vie, 6 nov 2026 a las 10:00, Otto Other (<otto@example.org>) escribió:'],
    ['Italian', 'Il giorno ven 6 nov 2026 alle ore 10:00 Otto Other <otto@example.org> ha scritto:'],
    ['Portuguese', 'Em sex., 6 de nov. de 2026 às 10:00, Otto Other <otto@example.org> escreveu:'],
    ['Dutch', 'Op vr 6 nov 2026 om 10:00 schreef Otto Other <otto@example.org>:'],
    ['Swedish', 'Den fre 6 nov. 2026 kl 10:00 skrev Otto Other <otto@example.org>:'],
    ['Polish', 'W dniu pt., 6 lis 2026 o 10:00 Otto Other <otto@example.org> napisał(a):'],
    ['Russian', 'пт, 6 нояб. 2026 г. в 10:00, Otto Other <otto@example.org>:'],
    ['Czech', 'Dne 6. 11. 2026 v 10:00 Otto Other napsal(a):'],
    ['Finnish', 'Otto Other (otto@example.org) kirjoitti 6.11.2026 kello 10.00:'],
    ['Hungarian', 'Otto Other <otto@example.org> ezt írta (időpont: 2026. nov. 6., P, 10:00):'],
    ['Turkish', 'Otto Other <otto@example.org>, 6 Kas 2026 Cum, 10:00 tarihinde şunu yazdı:'],
    ['Greek', 'Στις Παρ 6 Νοε 2026 στις 10:00 π.μ., ο χρήστης Otto Other <otto@example.org> έγραψε:'],
    ['Japanese', '2026年11月6日(金) 10:00 Otto Other <otto@example.org>:'],
    ['Notes', '-----"Otto Other" <otto@example.org> schrieb: -----'],
    ['Japanese, without blanks', '田中さんは書きました:'],
    ['without a colon', '2012/3/3 Otto Other <otto@example.org>'],
    ['a language nobody here knows, without a colon', 'Xyz, 6 Xyz, 2026 x., 10:12 Otto Other <otto@example.org> xyz.'],
    ['a language nobody here knows, without an address', 'Xy 2026-11-06 10:12, Otto Other xyz:'],
    ['of news', '"Otto Other" <otto@example.org> wrote in message\nnews:abc@example.org...'],
    ['with a dash, without a verb', '"Otto Other" otto@example.org – 6. November 2026 10:00'],
    ['in brackets, without an address', '[2026-11-06 10:00] Otto Other'],
    ['Chinese', 'Otto Other <otto@example.org> 于2026年11月6日周五 10:00写道：'],
    ['Korean', '2026년 11월 6일 (금) 오전 10:00, Otto Other <otto@example.org>님이 작성:'],
  ])('%s', (_, attribution) => {
    const reply = trimReply(lines('Yes, please.', '', attribution, '', '> Shall we?', '> Otto'))
    expect(reply).toEqual({ visible: 'Yes, please.', quoted: lines(attribution, '', '> Shall we?', '> Otto'), signature: '' })
  })
})

describe('a header that a mailer copied into the text begins a quotation', () => {
  test.each([
    ['English', 'From: Otto Other', 'Sent: Friday, 6 November 2026 10:00', 'To: Maria', 'Subject: Shelves'],
    ['German', 'Von: Otto Other', 'Gesendet: Freitag, 6. November 2026 10:00', 'An: Maria', 'Betreff: Regale'],
    ['French', 'De : Otto Other', 'Envoyé : vendredi 6 novembre 2026 10:00', 'À : Maria', 'Objet : Rayons'],
    ['Spanish', '*De:* Otto Other', '*Enviado el:* viernes, 6 de noviembre de 2026 10:00', '*Para:* Maria', '*Asunto:* Estantes'],
    ['Dutch', 'Van: Otto Other', 'Verzonden: vrijdag 6 november 2026 10:00', 'Aan: Maria', 'Onderwerp: Planken'],
    ['Chinese', '发件人: Otto Other', '发送时间: 2026年11月6日 10:00', '收件人: Maria', '主题: 书架'],
    ['a language of which one label is known', 'Od: Otto Other', 'Xyzno: 6. 11. 2026 10:00', 'Xyma: Maria', 'Xymet: Shelves'],
    ['a language nobody here knows', 'Nuair: Otto <otto@example.org>', 'Cuine: 6 November 2026 10:00', 'Ga: Maria', 'Abar: Shelves'],
  ])('in %s', (_, ...header) => {
    const reply = trimReply(lines('Yes, please.', '', '________________________________', ...header, '', 'Shall we?'))
    expect(reply.visible).toBe('Yes, please.')
    expect(reply.quoted).toContain('Shall we?')
  })

  test('but a list of addresses does not', () => {
    const text = lines('Write to these:', '', 'From: the desk', 'Maria: maria@example.org', 'Otto: otto@example.org', '', 'and tell me.')
    expect(trimReply(text).visible).toBe(text)
  })
})

test('an answer between quotes stays with them', () => {
  const text = lines('Otto wrote:', '> Shall we?', '', 'Yes.', '', '> When?', '', 'On Monday.', '', '> Otto')
  expect(trimReply(text)).toEqual({
    visible: lines('> Shall we?', '', 'Yes.', '', '> When?', '', 'On Monday.'),
    quoted: lines('Otto wrote:', '', '> Otto'),
    signature: '',
  })
})

test('an answer below the quote stands alone', () => {
  const reply = trimReply(lines('On 2026-11-06 10:00, Otto wrote:', '> Shall we?', '> Otto', '', 'Yes.', '', '-- ', 'Maria'))
  expect(reply).toEqual({
    visible: 'Yes.',
    quoted: lines('On 2026-11-06 10:00, Otto wrote:', '> Shall we?', '> Otto'),
    signature: lines('-- ', 'Maria'),
  })
})

test.each([
  ['who and when', 'From: Otto <otto@example.org>', 'Date: Fri, 6 Nov 2026 10:00:00 +0100'],
  ['an attribution in dashes', '--- On Fri, 11/6/26, Otto Other <otto at example.org> wrote:'],
  ['a copied header', '-----Original Message-----', 'From: Otto <otto@example.org>', 'Sent: 6 November 2026 10:00', 'Subject: Shelves'],
  ['a header that is quoted, too', '-------- Xyz-Nachricht --------', '> Datum: Fri, 6 Nov 2026 10:00', '> Von: Otto <otto@example.org>'],
  ['an attribution that is quoted, too', '> On 6 Nov 2026, at 10:00, Otto Other', '> <otto@example.org> wrote:'],
  ['an attribution with marks of its own', '>>>>> "OO" == Otto Other <otto@example.org> writes:'],
])('below %s, an answer under the quote stands alone, and one between quotes stays', (_, ...above) => {
  expect(trimReply(lines(...above, '', '> Shall we?', '', 'Yes.')).visible).toBe('Yes.')
  const between = trimReply(lines('See below.', '', ...above, '', '> Shall we?', '', 'Yes.', '', '> When?', '', 'On Monday.')).visible
  expect(between).toContain(lines('> Shall we?', '', 'Yes.', '', '> When?', '', 'On Monday.'))
})

test('a forwarded mail is what there is to read', () => {
  const reply = trimReply(
    lines(
      '-------- Weitergeleitete Nachricht --------',
      'Betreff: Regale',
      'Datum: Fri, 6 Nov 2026 10:00',
      'Von: Otto',
      '',
      'Die Regale wackeln.',
    ),
  )
  expect(reply.visible).toBe('Die Regale wackeln.')
})

test.each([
  ['a rule between sections', lines('First part.', '', '-----', '', 'Second part.', '', '-----', '', 'Third part.')],
  ['an underlined heading', lines('Agenda', '======', '', 'One point.')],
  ['a broken sentence below a rule', lines('Part one.', '', '-----', '', 'From Monday on we are closed', 'for some days.', '', 'Maria')],
  ['a table', lines('The dates:', '', '| Day | Room |', '|-----|------|', '| Mon | B 7  |')],
  [
    'what is announced',
    lines('Come!', '', 'Title: Open day', 'Date: 3 March 2026, 10:00', 'Place: Room 4', 'Contact: o@example.org', '', 'All of you.'),
  ],
  ['when it is', lines('Come!', '', 'Date: 3 March 2026', 'From: 10:00', 'To: 12:00', 'Subject: Budget', '', 'All of you.')],
  [
    'the head of a file',
    lines('My file:', '', '---', 'from: a@example.org', 'to: b@example.org', 'subject: Build', '---', '', 'Is it right?'),
  ],
  [
    'a log',
    lines('The log:', '', '2026-03-03 10:12:00, job of <a@example.org>:', '2026-03-03 10:12:01, Subject: too long', '', 'What now?'),
  ],
  [
    'a sentence with a day above a log',
    lines('On 3 March 2026 10:00 the old server of the library stopped again with this', '> error 12', '', 'Why?'),
  ],
  ['a picture of bars', lines('See:', '', 'Maria  |  Library', '       |  Room 4')],
  ['what the author left out', lines('He says:', '', 'It works.', '[...]', 'It is fast.')],
  ['prompts', lines('Like this:', '', '>>> import json', '>>> json.dumps([1])', "'[1]'", '>>> exit()')],
  ['comments', lines('Run this:', '', '-- old ones', 'DELETE FROM mail;', '--', '-- and then', 'SELECT 1;')],
  ['what a board wrote', lines('Hello.', '', 'On 3 March 2026 the board wrote:', '', 'we resign.')],
  ['a chat', lines('From the chat:', '', '10:12 <maria> Otto wrote:', '10:13 <maria> no', '', 'So it was.')],
  ['a question about leaving a list', lines('We moved.', '', 'To unsubscribe, write to me.')],
  [
    'a rule about secrets',
    lines('No.', '', 'The vote is confidential. Who gets the ballot of another by mistake must delete it, and tell the recipient of it.'),
  ],
  ['a sentence about a program', lines('This fails:', '', 'I sent it with Outlook')],
  ['code between fences', lines('Run this:', '', '```', '> cat', '-- ', '```')],
  ['a long text below two dashes', lines('Notes', '', '-- ', ...Array.from({ length: 30 }, (_, i) => `Line ${i} of the notes.`))],
  ['a sentence about a phone', 'I sent it from my phone yesterday, and it arrived.'],
  ['a sentence that ends with a colon', lines('What Maria wrote in 2026:', '', 'nothing at all.')],
  ['words said in 2026', lines('She said on 6 May 2026 at 10:00:', 'we shall see.')],
])('%s stays', (_, text) => {
  expect(trimReply(text)).toEqual({ visible: text, quoted: '', signature: '' })
})

describe('HTML shows where a quotation begins', () => {
  const text = 'Same words, without a mark.'
  test.each([
    [
      'Gmail',
      '<div>Yes, please.</div><div class="gmail_quote"><div class="gmail_attr">6/11 Otto &lt;otto@example.org&gt; 10:00:<br></div><blockquote>Shall we?</blockquote></div>',
    ],
    ['Outlook on the web', '<p>Yes, please.</p><hr><div id="divRplyFwdMsg"><b>Xyz:</b> Otto</div><p>Shall we?</p>'],
    [
      'Outlook',
      '<p>Yes, please.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt"><p><b>Xyz:</b> Otto<br><b>Abc:</b> 6 Nov</p></div><p>Shall we?</p>',
    ],
    ['Yahoo', '<div>Yes, please.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>6/11, Otto:</div><div>Shall we?</div></div>'],
    [
      'Apple Mail',
      '<div>Yes, please.</div><div><blockquote type="cite"><div>On 6 Nov 2026, at 10:00, Otto wrote:</div></blockquote><blockquote type="cite">Shall we?</blockquote></div>',
    ],
  ])('of %s', (_, html) => {
    const reply = trimReply(text, html)
    expect(reply.visible).toBe('Yes, please.')
    expect(reply.quoted).toContain('Shall we?')
  })

  test('and an answer inside it stays visible', () => {
    const html =
      '<div class="gmail_quote"><div class="gmail_attr">On 6 Nov 2026, Otto &lt;o@example.org&gt; wrote:</div><blockquote>Shall we?</blockquote><div>Yes.</div><blockquote>When?</blockquote><div>On Monday.</div></div>'
    expect(trimReply('', html).visible).toBe(lines('> Shall we?', '', 'Yes.', '', '> When?', '', 'On Monday.'))
  })

  test('a rule that other writers draw does not', () => {
    const html = '<p>Yes, please.</p><div style="border-top:solid 1px"><p>And one more thing.</p></div>'
    expect(trimReply('Yes, please.\n\nAnd one more thing.', html).visible).toBe('Yes, please.\n\nAnd one more thing.')
  })
})

const anyLine = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    '> quote',
    '-- ',
    '---',
    '____',
    'On 6 Nov 2026 Otto wrote:',
    'From: a@example.org',
    'Date: 2026',
    'To: b',
    'Subject: c',
    'Sent from my iPhone',
    '-----BEGIN PGP SIGNED MESSAGE-----',
    '-----BEGIN PGP SIGNATURE-----',
    '-----END PGP SIGNATURE-----',
    '##- Reply above this line -##',
    'P.S. More',
    '-Maria',
    '```',
    'text',
  ),
)

test('no line of any text is lost', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 60 }), (array) => {
      const text = array.join('\n')
      const sorted = (all: string[]) =>
        all
          .flatMap((part) => part.split(/\r\n|\r|\n/))
          .map((line) => line.trimEnd())
          .filter((line) => line !== '')
          .sort()
      const { visible, quoted, signature } = trimReply(text)
      expect(sorted([visible, quoted, signature])).toEqual(sorted([text]))
    }),
    { numRuns: 500 },
  )
})

test.each([
  'a: b\n',
  'From: a\nTo: b\n',
  '---\n',
  '-Bob\n',
  '--\na\n',
  'On 5 Monday 2020 a@b.cc wrote:\nx\n',
  '> a\n\n--\nb\n',
  '_',
  ' ',
  ':',
  '-- \nb\n\n',
  '-----Original Message-----\n',
  '-----BEGIN PGP SIGNATURE-----\n',
  'mail secret\n\n',
  '====\na\n\n',
  '[...]\n',
  '[...]\n\n',
  '| a\n\n',
  'a: b\n\n> ',
])('a text made to take long takes no longer than its length asks: %j', async (text) => {
  await expectLinear(50_000, (n) => trimReply(`x\n${text.repeat(n)}`))
})
