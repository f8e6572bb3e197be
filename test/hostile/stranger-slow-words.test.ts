import { expect, test } from 'vitest'
import { readClass } from '../../src/advocacy/answers/rules.ts'
import { readReply } from '../../src/advocacy/reply-reader-rules.ts'
import { readWords } from '../../src/advocacy/signing/rules.ts'
import { readBallotReply } from '../../src/ballots/papers/reply.ts'
import { splitText } from '../../src/charter/clauses/paste-rules.ts'
import { readFields } from '../../src/charter/clauses/rules.ts'
import { decideFollowed, whyNotFollow } from '../../src/imports/follow/rules.ts'
import { readArticles } from '../../src/imports/old-addresses/pipermail.ts'
import { isFromMailSystem } from '../../src/lib/mail/automatic.ts'
import { parseMessage } from '../../src/lib/mail/parse.ts'
import { repairPipermail } from '../../src/lib/mail/pipermail.ts'
import { trimReply } from '../../src/lib/mail/reply.ts'
import { readSubject } from '../../src/lib/mail/subject.ts'
import { decimalsOf } from '../../src/lib/tally/pb-table.ts'
import { excerptOf } from '../../src/lib/ui/excerpt.ts'
import { isCommandMail } from '../../src/list/commands/rules.ts'
import { readInvitees } from '../../src/list/invitations/invitees-rules.ts'
import { readDecision } from '../../src/list/moderation/rules.ts'
import { readCertificates } from '../../src/people/sign-in/rules.ts'
import { figuresIn } from '../../src/reports/rules.ts'
import { caseNumbersIn, readForward } from '../../src/requests/cases/excerpt.ts'
import { wordsBeside } from '../../src/search/cut-rules.ts'
import { readChapters } from '../../src/talks/rules.ts'
import { numberLine, readSheets } from '../../src/today/week/sheet-rules.ts'
import { expectLinear } from '../growth.ts'

/**
 * Mails that begin as those do which are read word by word, and go on so that a careless reader tries each place anew. One of a few megabytes
 * would stand before all others for minutes or hours.
 */
const blanks = (n: number) => ' '.repeat(n)
const head = (field: string) => Buffer.from(`From: Eve <eve@evil.example>\r\nTo: l@lists.localhost\r\n${field}\r\n\r\nx\r\n`)

test.each<[string, (n: number) => unknown]>([
  ['references that begin and never end', (n) => parseMessage(head(`References: <${blanks(n)}x`))],
  ['a number that begins and never ends', (n) => parseMessage(head(`Message-ID: <${blanks(n)}x`))],
  [
    'an author without an address',
    async (n) =>
      isFromMailSystem(
        await parseMessage(head('X: y')).then((mail) => ({ ...mail, from: null, headers: [{ name: 'from', value: `<${blanks(n)}x` }] })),
      ),
  ],
  ['a copied header', (n) => trimReply(`From: x\nDate: y\nSubject: ${'A'.repeat(n)}`)],
  ['a forwarded header', (n) => readForward(`subject:${blanks(n)}x\u2028y`)],
  ['a number of a case', (n) => caseNumbersIn(`case${blanks(n)}x`)],
  ['a title of dashes', (n) => trimReply(`${'_'.repeat(399)}x\n`.repeat(n / 100))],
  ['a subject without a colon', (n) => readSubject(`re${blanks(n)}x`)],
  ['an author whom an archive hides', (n) => repairPipermail(Buffer.from(`From: ${'a'.repeat(n)}\n\nx`))],
  ['an author who ends as a list does', (n) => decideFollowed('l@a.example', { headers: [], mailFrom: '', from: '-request'.repeat(n) })],
  ['an address for a list', (n) => whyNotFollow(`a@${'.'.repeat(n)} `, 'a.example')],
  ['a name before an address', (n) => readInvitees(`a${blanks(n)}x`)],
  ['quotes and brackets that nobody closes', (n) => readInvitees(`${blanks(n)}${'"<'.repeat(n)}`)],
  ['an amount of noughts', (n) => decimalsOf([`.${'0'.repeat(n)}x`])],
  ['a heading of signs', (n) => splitText(`# ${'#'.repeat(n)}\u2028x`)],
  ['an item of blanks', (n) => splitText(`-${blanks(n)}x\u2028y`)],
  ['a class of an answer', (n) => readClass(`planned for${' for'.repeat(n)}${'.'.repeat(n)}\nx`)],
  ['certificates that begin', (n) => readCertificates('-----BEGIN CERTIFICATE-----'.repeat(n / 10))],
  ['articles that begin', (n) => readArticles('<a href="111111.html">'.repeat(n / 10))],
  ['a word of many letters', (n) => wordsBeside(`a_b ${'a'.repeat(n)}`)],
  ['a decision of a moderator', (n) => readDecision(`approve${blanks(n)}x\u2028y`)],
  ['a field of a clause', (n) => readFields(`{{${blanks(n)}`)],
  ['a figure of a report', (n) => figuresIn(`{{${blanks(n)}`)],
  ['chapters of a talk', (n) => readChapters(`0:01${blanks(n)}a\u2028b${blanks(n)}c`)],
  ['an excerpt', (n) => excerptOf('\r\t'.repeat(n))],
  ['a command for the machine, dotted', (n) => isCommandMail(`unsubscribe ${'.'.repeat(n)}?`, '')],
  ['lines of a sheet', (n) => readSheets('[x]1.1\n'.repeat(n))],
  ['a line of a sheet', (n) => readSheets(`1.1:${blanks(n)}y\u2028x`)],
  ['points of a ballot', (n) => readBallotReply(`1: 1${blanks(n)}x`, 'points')],
  ['lines of an answer', (n) => readReply('a\n'.repeat(n), [1])],
  ['lines behind a label', (n) => readReply(`reason: x\n${'a word more\n'.repeat(n)}`, [1])],
  ['numbers of requests', (n) => readReply('1: x\n'.repeat(n), [1, 2])],
  ['blanks', (n) => readReply(`${blanks(n)}x`, [1, 2])],
  ['blanks behind a word', (n) => readReply(`request${blanks(n)}x`, [1])],
  ['blanks before a separator', (n) => readReply(`reason:${blanks(n)}y\u2028x`, [1])],
  ['words that are signed', (n) => readWords(`points:${blanks(n)}y\u2028x`, ['commitment'])],
  ['numbers that are signed', (n) => readWords(`1.${blanks(n)}y\u2028x`, ['commitment', 'answer'])],
])('%s', async (_, read) => {
  await expectLinear(15_000, read)
})

test('what they say is read as before', () => {
  expect(readClass('Planned for the release 2027 R1.')).toEqual({ class: 'planned', release: '2027 R1' })
  expect(readSubject('RE [2] : Aw: [x] Hello')).toEqual({ base: 'Hello', isReply: true })
  expect(whyNotFollow('list@a.b.example', 'lists.example')).toBeUndefined()
  expect(whyNotFollow('list@.example', 'lists.example')).toBeDefined()
  expect(
    decideFollowed('l@a.example', { headers: [{ name: 'list-id', value: '<l.a.example>' }], mailFrom: '', from: 'l-request@a.example' }),
  ).toBe('notice')
  expect(decimalsOf(['1.250', '3', '2.00', '0.1'])).toBe(2)
  expect(readInvitees('Maria  <m@a.example>\no@a.example,\tOtto').invitees).toEqual([
    { email: 'm@a.example', name: 'Maria' },
    { email: 'o@a.example', name: 'Otto' },
  ])
  expect(readArticles('<LI><A HREF="000012.html">[x] Hello\n</A><A NAME="12">&nbsp;</A>\n<I>Maria\n</I>')).toEqual([
    { number: '000012', subject: '[x] Hello', author: 'Maria' },
  ])
  expect(isCommandMail('unsubscribe lectio-l.', '')).toBe(true)
  expect(isCommandMail('unsubscribe me, I beg you', '')).toBe(false)
  expect(readSheets('[15] 3.12 A\n> [ ] 3.13 B\n3.14: 5\nThanks')).toEqual({ sheets: new Map([[3, '[15] 12\n14: 5']]), rest: 'Thanks' })
  const [line, points] = ['[    ] Option 12: A', '[    ] 12  A'].map((one) => numberLine(one, 3))
  expect([line, points]).toEqual(['[    ] Option 3.12: A', '[    ] 3.12  A'])
  expect(readSheets(`${line?.replace('[    ]', '[1]')}`).sheets).toEqual(new Map([[3, '[1] 12']]))
  const said = readReply('Request 7: Declined: it breaks others\nand more\n\n*8*\nplanned\nReason: soon\nin spring', [7, 8])
  expect([...said].map(([id, { class: name, reason }]) => [id, name, reason])).toEqual([
    [7, 'Declined', 'it breaks others\nand more'],
    [8, 'planned', 'soon\nin spring'],
  ])
})
