import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { guessCharset } from './guess-charset.ts'
import { readMessage } from './parse.ts'

const iso2022jp = Buffer.from('1b2442467c4b5c386c1b2842', 'hex')

test.each([
  ['koi8-r', 'Вопрос о библиотеке'],
  ['windows-1251', 'Вопрос о библиотеке'],
  ['shift_jis', 'リストのテストです'],
  ['euc-jp', 'リストのテストです'],
  ['euc-kr', '도서관 목록에 관한 질문'],
  ['gb18030', '关于图书馆列表的问题'],
  ['iso-8859-2', 'Łódź: zażółć gęślą jaźń'],
  ['iso-8859-2', 'Žluťoučký kůň'],
  ['windows-1252', 'Größe und Übermaß: Straße'],
  ['windows-1252', 'Où est l’été à Noël ?'],
  ['windows-1252', 'Señor Núñez, ¿qué opción?'],
  ['windows-1252', 'Price £5 ± 3, © 1999'],
  ['windows-1252', 'Smörgåsbord på Åland'],
])('%s is told by its bytes: %s', (charset, text) => expect(guessCharset(iconv.encode(text, charset))).toBe(charset))

const mail = (subject: Buffer, type = 'text/plain') =>
  Buffer.concat([
    Buffer.from('From: Anna <a@a.example>\r\nSubject: '),
    subject,
    Buffer.from(`\r\nMessage-ID: <1@a.example>\r\nContent-Type: ${type}\r\n\r\nx\r\n`),
  ])

test.each([
  ['koi8-r', 'Да'],
  ['Shift_JIS', '表示'],
  ['GB2312', '问题'],
  ['ISO-8859-2', 'Příští schůze'],
  ['windows-1252', 'Déjà'],
])('a raw header is read in the charset of its own mail: %s', (charset, subject) => {
  expect(readMessage(mail(iconv.encode(subject, charset), `text/plain; charset=${charset}`)).subject).toBe(subject)
  // Of the first text where the mail has parts.
  const parts = `multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=${charset}\r\n\r\nx\r\n--b--`
  expect(readMessage(mail(iconv.encode(subject, charset), parts)).subject).toBe(subject)
})

test('raw ISO-2022-JP is read by its escape sequences, and UTF-8 is UTF-8 whatever the mail says', () => {
  expect(readMessage(mail(iso2022jp)).subject).toBe('日本語')
  expect(readMessage(Buffer.concat([Buffer.from('Subject: x\r\n\r\n'), iso2022jp])).text.trim()).toBe('日本語')
  expect(readMessage(mail(Buffer.from('Größe'), 'text/plain; charset=koi8-r')).subject).toBe('Größe')
})

test('what names no charset is guessed, or is what the operator says', () => {
  const short = iconv.encode('Да', 'koi8-r')
  expect(readMessage(mail(iconv.encode('Вопрос о библиотеке', 'koi8-r'))).subject).toBe('Вопрос о библиотеке')
  expect(readMessage(mail(short), {}, 'koi8-r').subject).toBe('Да')
  expect(readMessage(mail(short), {}, 'no such charset').subject).toBe(readMessage(mail(short)).subject)
})
