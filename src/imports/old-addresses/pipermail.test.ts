import { expect, test } from 'vitest'
import { type Article, matchArticles, messageIdIn, readArticles } from './pipermail.ts'

const articles = (...subjects: string[]): Article[] =>
  subjects.map((subject, i) => ({ number: String(i).padStart(6, '0'), subject, author: 'A' }))
const mails = (...subjects: string[]) => subjects.map((subject) => ({ messageId: `${subject}@x`, subject, author: 'A' }))

test('reads the pages of several versions, in the order of numbers, each article once', () => {
  const page = `<LI> <A HREF="000002.html">[L] Caf&#233; &amp;
  more</A> <A NAME="912"></A><I>Glyph Lefkowitz</I>
<LI><A HREF="000001.html">[L] Re: First
</A><A NAME="109">&nbsp;</A>
<I>Jp Calderone
</I><LI><A HREF="000001.html">again</A><A NAME="1"></A><I>Jp Calderone</I>`
  expect(readArticles(page)).toEqual([
    { number: '000001', subject: 'again', author: 'Jp Calderone' },
    { number: '000002', subject: '[L] Café & more', author: 'Glyph Lefkowitz' },
  ])
})

test('an article’s own page tells its Message-ID', () => {
  const page = '<LINK REL="made" HREF="mailto:l%40x.example?Subject=Re%3A%20%5BL%5D&In-Reply-To=%3CCAB%2Bx.1%40mail.example%3E">'
  expect(messageIdIn(page)).toBe('CAB+x.1@mail.example')
  expect(messageIdIn(page.replaceAll('&In', '&amp;In'))).toBe('CAB+x.1@mail.example')
  expect(messageIdIn('<A HREF="mailto:l@x.example?In-Reply-To=%E0%A4%A">')).toBeUndefined()
  expect(messageIdIn('<html>')).toBeUndefined()
})

test('articles and mails are the same by their order', () => {
  expect([...matchArticles(articles('a', 'b', 'c'), mails('a', 'b', 'c')).values()]).toEqual(['a@x', 'b@x', 'c@x'])
  // A subject that only one of them could decode changes nothing where the numbers agree.
  expect([...matchArticles(articles('a', '?', 'c'), mails('a', 'b', 'c')).values()]).toEqual(['a@x', 'b@x', 'c@x'])
})

test('an article whose mail is missing has no address, and moves no other', () => {
  expect(Object.fromEntries(matchArticles(articles('a', 'gone', 'a', 'c'), mails('a', 'a', 'c')))).toEqual({
    '000000': 'a@x',
    '000002': 'a@x',
    '000003': 'c@x',
  })
  expect(Object.fromEntries(matchArticles(articles('a', 'c'), mails('a', 'b', 'c')))).toEqual({ '000000': 'a@x', '000001': 'c@x' })
})
