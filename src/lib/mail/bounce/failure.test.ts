import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../../test/growth.ts'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'
import { deniesDelivery } from './failure.ts'

const rowsOf = (text: string) =>
  text
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

describe('that something was not delivered', () => {
  test.each(
    rowsOf(`
    Ihre Nachricht konnte nicht zugestellt werden | Zustellung fehlgeschlagen | Ihre Mail wurde zurückgewiesen | Échec de la remise
    Nous n'avons pas pu remettre votre message | No se ha podido entregar el mensaje | Su correo fue devuelto | Consegna non riuscita
    A sua mensagem não pôde ser entregue | Uw bericht is niet bezorgd | Bezorging mislukt | Nie udało się dostarczyć wiadomości | Nedoručitelná zpráva
    Meddelandet kunde inte levereras | Levering mislykkedes | Viestin toimitus epäonnistui | A levél kézbesítése sikertelen | Mesajul nu a fost livrat
    Сообщение не доставлено | Помилка доставки листа | Poruka nije isporučena | Mesajınız teslim edilemedi | Το μήνυμα δεν παραδόθηκε
    メールを配信できませんでした | 您的邮件被退回 | 郵件無法寄達 | 메일을 전달하지 못했습니다 | لم يتم تسليم رسالتك | ההודעה לא נמסרה | ไม่สามารถส่งข้อความได้`),
  )('%s', (words) => expect(deniesDelivery(words)).toBe(true))

  test.each(
    rowsOf(`
    Your message was delivered. No answer is needed | Ihr Paket wird heute zugestellt | Votre colis est arrivé | Die Lieferung ist da
    Das Protokoll ist nicht fertig | No meeting on Monday | 会議は月曜日です | Ich bin nicht im Büro und lese Ihre Nachricht später`),
  )('but not: %s', (words) => expect(deniesDelivery(words)).toBe(false))

  test.each(['nicht ', 'deliver ', 'message returned a ', 'не a a a a ', '配信'])(
    'is found in time that grows as the text is long: %s',
    (part) => expectLinear(100_000, (size) => deniesDelivery(part.repeat(size / part.length))),
  )
})

describe('a report of a failure in the words of its country', () => {
  const read = (from: string, subject: string, lines: string[], path = '<>', more: string[] = []) => {
    const head = [`Return-Path: ${path}`, `From: ${from}`, 'To: leganto-l-bounces@lists.example', `Subject: ${subject}`, ...more]
    const raw = Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', ...lines, ''].join('\r\n'))
    const { kind, recipients } = readBounce(readMessage(raw), raw)
    return [kind, ...recipients.map((one) => `${one.address} ${one.class}`)].join(' ')
  }
  const auto = ['Auto-Submitted: auto-replied']

  test('is believed from a mail system that gives a reason, also as an automatic answer', () => {
    for (const marks of [[], auto])
      expect(read('postmaster@uni.example', 'Post', ['anna@uni.example', 'Kontoen er sperret.'], '<>', marks)).toBe(
        'bounce anna@uni.example mailbox',
      )
  })

  test('is believed from a mail system that begins with whom it is about', () => {
    expect(read('postmaster@uni.example', 'Posta', ['anna@uni.example: adres zmieniony przez administratora'])).toMatch(
      /^bounce anna@uni.example/,
    )
    expect(read('postmaster@uni.example', 'Posta', ['Thank you for writing to anna@uni.example.'])).toBe('none')
  })

  test('is believed from another sender that nobody can answer', () => {
    expect(read('noreply@uni.example', 'Zpráva', ['Zprávu pro anna@uni.example se nepodařilo doručit: uživatel neexistuje.'])).toBe(
      'bounce anna@uni.example address',
    )
  })

  test('is believed as an automatic answer where it quotes a server and its code', () => {
    const lines = ["We couldn't deliver your message to anna@uni.example.", '550 5.1.1 User unknown']
    expect(read('support@mailer.example', 'Delivery failure: Minutes', lines, '<>', auto)).toBe('bounce anna@uni.example address')
    expect(read('anna@uni.example', 'Delivery failure: Minutes', ['I am away.'], '<>', auto)).toMatch(/^auto-reply/)
  })

  test('is not taken from whoever asks for a click, warns of space, or writes as a person', () => {
    const until = ['Votre message à anna@uni.example ne sera pas remis : cliquez ici pour confirmer.']
    expect(read('filtre@uni.example', 'Confirmation', until)).toBe('none')
    expect(read('postmaster@lists.example', 'Space', ['Your mailbox leganto-l-bounces@lists.example is nearly full.'])).toBe('none')
    const asks = ['Meine Nachricht an anna@uni.example konnte nicht zugestellt werden. Wer hat die neue Adresse?']
    expect(read('karl@else.example', 'Mail kam zurück', asks, '<karl@else.example>')).toBe('none')
    const english = ['My mail to anna@uni.example could not be delivered, user unknown. Does anybody know where she is?']
    expect(read('karl@else.example', 'Undeliverable mail?', english, '<karl@else.example>')).toBe('none')
  })

  test.each(
    rowsOf(`
    Votre message à A n'a pas pu être remis : utilisateur inconnu. Vous pouvez écrire à B.
    Uw bericht aan A is niet bezorgd: onbekende gebruiker. Neem bij vragen contact op met B.
    Zprávu pro A nebylo možné doručit: neznámý uživatel. S dotazy se obraťte na B.
    A へのメールを配信できませんでした。ユーザーが見つかりません。お問い合わせは B までご連絡ください。
    A adresine gönderilen ileti teslim edilemedi: bilinmeyen kullanıcı. Sorularınız için B adresine yazın.
    Message à A non distribué : utilisateur inconnu. Une idée ? B le sait.
    User A unknown. Postmaster: B`),
  )('is not about whom to ask: %s', (words) => {
    const line = words.replace('A', 'anna@uni.example').replace('B', 'bert@uni.example')
    expect(read('MAILER-DAEMON@uni.example', 'Undeliverable', [line])).toBe('bounce anna@uni.example address')
  })

  test('is about whom one cannot write to', () =>
    expect(read('MAILER-DAEMON@uni.example', 'Undeliverable', ['You may not write to anna@uni.example.'])).toBe(
      'bounce anna@uni.example policy',
    ))

  test('may begin with a greeting', () =>
    expect(read('MAILER-DAEMON@uni.example', 'Undeliverable', ['Hello, we could not deliver to anna@uni.example: user unknown.'])).toBe(
      'bounce anna@uni.example address',
    ))

  test('looks for a typing error, not for room', () =>
    expect(
      read('MAILER-DAEMON@uni.example', 'Non distribué', [
        "Message à anna@uni.example : le domaine n'existe pas. Vérifiez qu'il n'y a ni erreur ni espaces superflus.",
      ]),
    ).toBe('bounce anna@uni.example address'))

  test('says that it is not for ever', () => {
    const lines = ['Su mensaje para anna@uni.example todavía no se ha entregado.']
    expect(read('MAILER-DAEMON@uni.example', 'Retraso', lines)).toBe('delay anna@uni.example transport')
  })
})
