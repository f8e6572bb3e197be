import { describe, expect, test } from 'vitest'
import { trimReply } from './reply.ts'

const lines = (...text: string[]) => text.join('\n')

test.each([
  ['a postscript', 'P.S. The room has changed.'],
  ['one in words nobody here knows', 'Utóirat: a kulcsot a szomszédnál hagytam, ott elkéred.'],
  ['some sentences', 'I forgot to say that the room has changed.\nPlease tell everybody who comes, and bring a lamp.'],
  ['code', '  <form action="/answer" method="post">\n    <input type="submit" value="Send" name="send">\n  </form>'],
  ['an answer below a quotation', 'On 2026-11-06 10:00, Otto wrote:\n> When?\n\nOn Monday.'],
])('%s below a signature is not part of it', (_, below) => {
  const { visible, signature } = trimReply(lines('Yes.', '', '-- ', 'Maria', 'Library', '', below))
  expect(visible).toContain(below.split('\n').at(-1))
  expect(signature).toBe(lines('-- ', 'Maria', 'Library'))
})

test('a saying below a signature is a part of it', () => {
  const signed = lines(
    '-- ',
    'Maria',
    '',
    'It is not the strongest who survives. It is the one who changes, as we all know.',
    ' -- Otto Other, 1998',
  )
  expect(trimReply(lines('Yes.', '', signed))).toEqual({ visible: 'Yes.', quoted: '', signature: signed })
})

test.each([
  ['English', 'Kind regards,\nMaria Example', 'Librarian | City Library\nPhone: +44 1632 960123'],
  ['a comma in any language', 'Xyz abc,\nMaria Example', 'Library\nmaria@example.org'],
  ['Hungarian, with a colon', 'Baráti üdvözlettel:\nMaria Example', 'Kft.\n+36 30 555 0198'],
  ['French, as HTML comes', 'Cordialement\n\nMaria Example', 'Bibliothèque\n\n01 99 00 11 22'],
])('the job and the number below a closing and a name are no text: %s', (_, name, block) => {
  const blank = name.includes('\n\n') ? '\n\n' : '\n'
  expect(trimReply(`Yes.\n\n${name}${blank}${block}\n\nOtto wrote:\n> Shall we?`)).toMatchObject({
    visible: lines('Yes.', '', name),
    signature: block,
  })
})

test.each([
  ['without a closing', 'Write to her:\n\nMaria Example\nLibrary\n+44 1632 960123'],
  ['without a number', 'Kind regards,\nMaria Example\nLibrary'],
  ['above a sentence', 'Kind regards,\nMaria Example\n\nCall the porter on +44 1632 960123 before you come.'],
  ['where a closing word goes on', 'Please send my regards to:\nMaria Example\n+44 1632 960123'],
  ['above a list', 'Thanks,\nMaria Example\n\n- Otto: +44 1632 960123'],
])('what is said of somebody stays, %s', (_, text) => expect(trimReply(`Yes.\n\n${text}`).visible).toBe(`Yes.\n\n${text}`))

test("the row above git's version is a part of the patch where the author goes on", () => {
  const text = lines(
    ...['Try this:', '', '+++ b/clock.c', '@@ -1 +1 @@', '-a', '+b', '-- ', '2.44.0', ''],
    'It mends the clock on the old machine here. Please tell me whether it does so for you, too.',
  )
  expect(trimReply(text).visible).toBe(text)
})

test('what a cipher adds is no text, and dashes that it escaped are a delimiter', () => {
  const head = ['-----BEGIN PGP SIGNED MESSAGE-----', 'Hash: SHA256', '']
  const seal = ['-----BEGIN PGP SIGNATURE-----', '', 'iQIzBAEBCAAdFiEE', '-----END PGP SIGNATURE-----']
  expect(trimReply(lines(...head, 'Yes.', '', '- -- ', 'Maria', ...seal)).visible).toBe('Yes.')
})

test.each([
  [
    'English',
    'This e-mail is confidential. If you are not the intended recipient, please notify the sender and delete it. Thank you very much.',
  ],
  [
    'Italian',
    'Il messaggio contiene informazioni riservate. Se lo avete ricevuto per errore, siete pregati di cancellarlo, e di avvisarci.',
  ],
])('what a company says of its secrets, in %s, is no text', (_, notice) => {
  expect(trimReply(lines('Yes.', '', 'Maria', '', notice))).toEqual({ visible: lines('Yes.', '', 'Maria'), quoted: '', signature: notice })
  expect(trimReply(notice).visible).toBe(notice)
})

test.each(['##- Please type your reply above this line -##', '--- Bitte antworten Sie oberhalb dieser Linie ---'])(
  'below the line of a ticket system nothing was written in answer: %s',
  (line) => {
    expect(trimReply(lines('Yes.', '', line, '', 'Ticket 7 is closed.'))).toEqual({
      visible: 'Yes.',
      quoted: lines(line, '', 'Ticket 7 is closed.'),
      signature: '',
    })
  },
)

test('a footer between two rows of mixed signs is no text', () => {
  const footer = lines('-=-=-=-=-=-', 'You receive all messages sent to this group.', 'Mute: https://example.org/mute', '-=-=-=-=-=-')
  expect(trimReply(lines('Yes.', '', footer))).toEqual({ visible: 'Yes.', quoted: '', signature: footer })
})

test.each([
  ['German, with a link', 'Holen Sie sich Outlook für Android<https://aka.ms/x>'],
  ['Japanese', 'iOS 版 Outlook を入手する'],
  ['Turkish', 'iPhone’umdan gönderildi'],
  ['of a program nobody here knows', 'Sent via Superhuman'],
  ['of a program, with its link in brackets', 'Envoyé via Superhuman ( https://example.org/?a=b )'],
  ['of a scanner', 'Virus-free.www.example.com\n<https://www.example.com/mail>'],
  ['of a list, without a row', 'To unsubscribe, e-mail: dev-leave@example.org'],
  ['of a list, below one dash', '-\nTo unsubscribe: https://example.org'],
  ['in stars', '****\nMaria\nLibrary\n****'],
  ['in rules as Japan draws them', '━━━━━━━━━━\n山本 花子\n━━━━━━━━━━'],
  ['with a row in it', '-- \nMaria\n====\nLibrary'],
])('a closing line is no text: %s', (_, closing) => {
  expect(trimReply(lines('Yes.', '', closing))).toEqual({ visible: 'Yes.', quoted: '', signature: closing })
})

test('a warning in some paragraphs is no text', () => {
  const notice = lines(
    'This email and any files sent with it are confidential, and meant for the individual to whom they are addressed.',
    '',
    'If you have received this email in error, please notify the sender and delete it.',
    '',
    'Consider the environment before printing this email.',
  )
  expect(trimReply(lines('Yes.', '', notice))).toEqual({ visible: 'Yes.', quoted: '', signature: notice })
})

test('the footer of a list and the signature above it are no text', () => {
  const footer = [
    '_______________________________________________',
    'leganto-l mailing list',
    'https://lists.example.org/listinfo/leganto-l',
  ]
  const reply = trimReply(lines('Yes.', '', '-- ', 'Maria', 'Library', ...footer))
  expect(reply).toEqual({ visible: 'Yes.', quoted: '', signature: lines('-- ', 'Maria', 'Library', ...footer) })
})

test.each([
  'Hello\n\nPlease unsubscribe me: anna@example.org',
  'Is this true?\n\nThe antivirus mailing list is at\nhttps://example.org',
  'Proposal text:\n\nThe recipient of a confidential message must delete it where it was sent by error; this holds for every mail.',
])('an author who speaks of lists and secrets is read: %s', (text) => {
  expect(trimReply(text).visible).toBe(text)
})

describe('a request not to print is no text', () => {
  const plea = 'Antes de imprimir esta mensagem, pense na sua responsabilidade com o meio ambiente.'
  const secret =
    'Esta mensagem pode conter informação confidencial. Se você não for o destinatário, não deve usá-la, copiá-la ou divulgá-la.'
  const header = lines('De: Otto Other <otto@example.org>', 'Enviada em: 6 Nov 2026 10:00', 'Para: a@example.org', 'Assunto: Xyz')
  test.each([
    'Think of the environment before you print.',
    'Bitte denken Sie an die Umwelt,\nbevor Sie diese E-Mail ausdrucken.',
    'N’imprimez ce courriel qu’en cas de nécessité : protégeons l’environnement.',
    'Prosimy, zanim wydrukujesz tę wiadomość, pomyśl o środowisku.',
    'このメールを印刷する前に環境への影響をお考えください。',
    `${plea}\n${secret}`,
    `${plea}\n\n${secret}`,
    `${secret}\n\n${plea}`,
  ])('%s', (notice) => {
    for (const below of ['', `\n\n${header}\n\nSim?`])
      expect(trimReply(`Yes.\n\nMaria\n\n${notice}${below}`)).toMatchObject({ visible: 'Yes.\n\nMaria', signature: notice })
    expect(trimReply(`Yes.\nMaria\n${notice}`).visible).toBe('Yes.\nMaria')
  })
  test.each([
    'Before we print the flyer, let us check with the environment office.',
    'We printed the e-mail policy for the environment committee before the meeting.',
    'Think about who reads the environmental report before you print it.',
    'Our new footer:\n\nPlease consider the environment before printing this e-mail.',
  ])('but this is: %s', (text) => expect(trimReply(`Yes.\n\n${text}`).visible).toBe(`Yes.\n\n${text}`))
})
