/** A text that costs a careless reader most, by its length. */
interface Shape {
  shape: string
  make: (n: number) => string
}

const filled = (unit: string, n: number): string => unit.repeat(Math.ceil(n / unit.length)).slice(0, n)

// Runs of what patterns repeat: blanks, marks, pairs that open and never close, addresses, links, encoded words, quotes, rows.
const units = [
  ...[' ', '\t', '\n', '\r\n', ' \n', '\t ', '\u00a0', '\u200b', '\0'],
  ...['a', 'A', 'a ', 'a\n', 'ab, ', 'é', '😀', '0', '0 ', '1/', '9,', '12:'],
  ...['-', '--\n', '-- \n', '=', '_', '*', '**a', '`', '#', '~', '.', '...', 'a.', '!'],
  ...['>', '> ', '>\n', '> a\n', '<', '<a', '<a ', '<>', '<!--', '<p>', '</p>', '<a@', '&', '&amp;', '&#', '&#1;'],
  ...['(', '()', '[', '[]', '[a](', '[a] ', '{', '"', '""', '"a', '\\', '\\"', "'"],
  ...['@', 'a@', 'a@b', 'a@b.c', 'a@b.c ', 'a@b.c, ', '<a@b.c>, ', '"a" <a@b.c>, ', '[mailto:', 'mailto:a@b.c '],
  ...[',', ';', ';a=', 'a=b; ', ':', 'a:', 'a: b\n', 'From: a\n', 'On 1 a, b wrote:\n', '/', 'a/', 'https://', 'http://a.b/ ', 'www.a.b '],
  ...['=?', '=?utf-8?q?a?= ', '=?utf-8?b?', '=41', '%', '%41', '|', '| a ', '|-', 'Re: ', 'Re:', '[x] Re: ', '(fwd)'],
  ...['BEGIN:VEVENT\n', 'ATTENDEE:mailto:a@b.c\n', 'case no ', 'ticket #', '12345678 ', '/00', 'a,b\n', '"a\n'],
]

// What a reader knows, and goes on behind it: a number in References, a command, a field to be filled in, a mark of an answer, an attribution.
const heads = [
  ...['References: <', 'unsubscribe ', '{{', '>>> DATA <<< 555 ', 'From: ', 'On 1 a, b ', 'https://a', '# ', 'case ', '<a href="'],
  ...['planned for ', '1, ', 'BEGIN:VEVENT\nDTSTART:', '=?utf-8?q?', '-----'],
]
const runs = [' ', '\t', '.', 'a', '-', '_', '1', '<', 'a ']
/** What no pattern takes, each time another: a sign that is none, the ends of a line that few think of, nothing. */
const ends = ['\u0001x', '\u2028x', '\0', '\u2029']
const endOf = (i: number): string => ends[i % ends.length] ?? ''

/** Each unit as often as it fits, with an end that makes a pattern fail after all of it; what has a form of its own also alone; runs behind words. */
export const hostileTexts: readonly Shape[] = [
  ...units.flatMap((unit, i) => [
    { shape: `${JSON.stringify(unit)} and an end`, make: (n: number) => `x${filled(unit, n)}${endOf(i)}` },
    ...(unit.length > 1 || unit.trim() === '' ? [{ shape: JSON.stringify(unit), make: (n: number) => filled(unit, n) }] : []),
  ]),
  ...heads.flatMap((head, i) =>
    runs.map((run, j) => ({
      shape: `${JSON.stringify(run)} behind ${JSON.stringify(head)}`,
      make: (n: number) => `${head}${filled(run, n)}${endOf(i + j)}`,
    })),
  ),
]

const inMail = (header: string, body: string): string =>
  `From: Maria <maria@example.org>\r\nTo: l@example.org\r\nSubject: s\r\nMessage-ID: <1@example.org>\r\nDate: Fri, 16 Oct 2026 09:00:00 +0000\r\n${header}\r\n${body}\r\n`
const places: readonly (readonly [place: string, mail: (text: string) => string])[] = [
  ['a name', (text) => inMail('', '').replace('Maria', () => `"${text.replaceAll(/["\\\r\n]/g, '')}"`)],
  ['the subject', (text) => inMail('', '').replace('Subject: s', () => `Subject: ${text.replaceAll(/[\r\n]/g, '')}`)],
  ['the type', (text) => inMail(`Content-Type: multipart/mixed; a="${text.replaceAll(/[\r\n]/g, '')}\r\n`, 'x')],
  ['references', (text) => inMail(`References: ${text.replaceAll(/[\r\n]/g, '')}\r\n`, 'x')],
  ['a number of references', (text) => inMail(`References: <${text.replaceAll(/[\r\n]/g, '')}\r\n`, 'x')],
  ['a command', (text) => inMail('', '').replace('Subject: s', () => `Subject: unsubscribe ${text.replaceAll(/[\r\n]/g, '')}`)],
  ['a copied header', (text) => inMail('', `x\r\n-----Original Message-----\r\nFrom: ${text}y\r\nSent: 1 May 2026 09:00\r\nTo: a`)],
  ['the text', (text) => inMail('', `x${text}y`)],
  ['the HTML', (text) => inMail('Content-Type: text/html\r\n', text)],
]
const inPlaces = [
  ' ',
  'a',
  'a ',
  '-',
  '-- \n',
  '<',
  '<a ',
  '<p>',
  '&',
  '(',
  '"',
  '[',
  'a@',
  'a@b.c, ',
  ',',
  '=?',
  '> a\n',
  'On 1 a, b wrote:\n',
  'From: a\n',
  '\n',
]

/** The same inside a mail. */
export const hostileMails: readonly Shape[] = places.flatMap(([place, mail]) =>
  inPlaces.map((unit) => ({ shape: `${JSON.stringify(unit)} in ${place}`, make: (n: number) => mail(filled(unit, n)) })),
)
