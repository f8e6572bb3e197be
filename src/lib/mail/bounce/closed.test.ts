import { describe, expect, test } from 'vitest'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'

function read(from: string, subject: string, text: string, path?: string, marks = ['Auto-Submitted: auto-replied']) {
  const head = [
    ...(path ? [`Return-Path: ${path}`] : []),
    `From: ${from}`,
    'To: bounce+k7f3a9@lists.example',
    `Subject: ${subject}`,
    ...marks,
  ]
  const raw = Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n'))
  const { kind, recipients } = readBounce(readMessage(raw), raw)
  return [kind, ...recipients.map((one) => `${one.address} ${one.class}`)].join(' ')
}

const anna = 'Anna Roth <anna@uni.example>'
const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((one) => one.trim())

describe('an automatic answer', () => {
  test.each(
    rows(`
    I retired in September. The address anna@uni.example is closed and mails to it are deleted unread. Write to anna@home.example.
    This mailbox has been closed. Your message will not be read.
    Diese E-Mail-Adresse ist nicht mehr gültig und wird nicht mehr gelesen. Bitte wenden Sie sich an info@uni.example.
    Questo indirizzo (anna@uni.example) è stato dismesso. Si prega di scrivere a info@uni.example.
    Cette adresse n’est plus utilisée et la boîte a été fermée.
    Esta dirección ha sido dada de baja; los mensajes no se leen. Escriba a info@uni.example.
    Dit e-mailadres is opgeheven. Gebruik info@uni.example.
    Этот адрес больше не используется, письма не читаются.
    Tämä sähköpostiosoite on poistettu käytöstä.`),
  )('tells that its own address is closed: %s', (text) =>
    expect(read(anna, 'Automatic reply', text)).toBe('bounce anna@uni.example address'),
  )

  test('of a system tells who left, whose mail it has not passed on', () => {
    const text = 'Bengt Hallin har slutat. Din e-post till bengt@uni.example har inte vidarebefordrats. Kontakta info@uni.example.'
    expect(read('Kommun <noreply@uni.example>', 'Autosvar', text)).toBe('bounce bengt@uni.example address')
  })

  test.each(
    rows(`
    Anna Roth (anna@uni.example) has left us. This mailbox is no longer read. Please write to info@uni.example.
    Frau Roth (anna@uni.example) arbeitet nicht mehr bei uns. Das Postfach wird nicht mehr abgerufen.
    Anna Roth <anna@uni.example> ya no trabaja aquí. Este buzón ya no se lee.`),
  )('of another address of the house tells who left: %s', (text) =>
    expect(read('Office <office@uni.example>', 'Automatic reply', text)).toBe('bounce anna@uni.example address'),
  )

  test.each(
    rows(`
    I am out of office until Monday. My old address anna@old.example is closed.
    I have left the company. Please contact bert@uni.example.
    Meine E-Mail-Adresse anna@uni.example ist nicht mehr gültig. Ihre Nachricht wurde weitergeleitet.
    This mailbox is not monitored, please use our portal.
    Your ticket 4711 has been closed. Reply to anna@uni.example.
    Je suis en congé. Mon adresse n'est plus consultée jusqu'au 12 janvier.
    Dieses Postfach wird bis zum 12. Januar nicht mehr gelesen.
    This mailbox is closed until further notice.
    Este buzón ya no se lee hasta el 7 de enero.
    Questo indirizzo non viene più letto fino al 6 gennaio.
    Ich bin im Urlaub, das Büro ist geschlossen.`),
  )('that tells of no closed address is one: %s', (text) => expect(read(anna, 'Automatic reply', text)).toMatch(/^auto-reply/))
})

describe('a person who writes of failures', () => {
  test.each(
    rows(`
    Some members get "550 5.1.1 user unknown" when they answer me at anna@uni.example. My mailbox works fine.
    Meine Kollegin erna@uni.example bekommt nichts mehr, angeblich "550 5.1.1 unbekannter Benutzer".
    Me dicen que mi correo anna@uni.example devuelve "usuario desconocido".
    Answers fail with "552 5.2.2 mailbox full" for anna@uni.example. Please try again. Best, Anna`),
  )('reports none, also from nobody: %s', (text) => {
    for (const path of ['<>', '<anna@uni.example>', undefined]) expect(read(anna, 'Question about bounces', text, path, [])).toBe('none')
  })
})
