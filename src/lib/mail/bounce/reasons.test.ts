import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../../test/growth.ts'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'

function read(lines: string[]) {
  const raw = Buffer.from(lines.join('\r\n'))
  return readBounce(readMessage(raw), raw)
}

const mail = (lines: string[], from = 'MAILER-DAEMON@mx.example', subject = 'Mail') => [
  ...['Return-Path: <>', `From: ${from}`, 'To: leganto-l-bounces@lists.example', `Subject: ${subject}`],
  ...['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', ...lines, ''],
]

/** What a server says of somebody, without a code that would help. */
const said = (words: string) => read(mail(['<anna@uni.example>:', `550 ${words}`])).recipients.map((one) => one.class)

describe('the class of a refusal', () => {
  const table = `
    address: We have no record of that user | That person left the organisation years ago | This account has been deleted
    address: The recipient does not work here any more | This is a former employee's address | There is no user with that address
    address: Domain not hosted here | We do not handle mail for that domain | RecipientNotFoundPermanentException | not one of our mailboxes
    address: Diese Adresse gibt es hier nicht | Postfach wurde gelöscht | Cette adresse a été supprimée | Aucune boîte à cette adresse
    address: Cuenta eliminada | El dominio no existe | Não existe esse usuário | L'utente non è più attivo | De gebruiker werkt hier niet meer
    address: Brak takiego użytkownika | Schránka byla zrušena | Nepoznat korisnik | Такого адреса нет | Пользователь удалён | Няма такъв потребител
    address: Не існує такої адреси | Käyttäjää ei löydy | Nem létező felhasználó | Böyle bir hesap yok | Δεν υπάρχει τέτοιος χρήστης | המשתמש לא קיים
    address: 該当するユーザはおりません | 域名不存在 | 없는 사용자
    address: casella inesistente | Schránka neexistuje | 존재하지 않는 계정입니다 | konto nieaktywne, usunięte | Địa chỉ không tồn tại | Kullanıcı bulunamadı
    mailbox: Boite du destinataire pleine. Recipient overquota | Caixa postal cheia | Το γραμματοκιβώτιο είναι πλήρες | 收件人邮箱已满
    policy: Mail rejete. Mail rejected. OFR_506 [506]
    mailbox: The recipient cannot take more mail until old mail is deleted | Das Postfach hat die maximale Größe erreicht | user has no room
    mailbox: The message store of this user is at its limit | Die Maildatenbank hat die zulässige Größe erreicht | ya no cabe nada en el buzón | 메일함 용량 한도 도달
    address: Mailbox blocked after a long inactivity | boîte suspendue pour défaut d'utilisation | 長期間ログインがないため停止 | Konto zablokowane: brak logowania
    address: postafiók ezen a néven nincs | адресата с таким именем здесь нет | vartotojo tokiu vardu nėra | bruker med dette navnet finnes ikke
    mailbox: в ящике получателя места нет | A postafiókban hely nincs
    address: Der Benutzername ist dem Server nicht bekannt | Cet utilisateur n'est pas répertorié | El destinatario no pertenece a este dominio
    address: Adresát není na serveru znám | Vastaanottajaa ei tunneta | Alıcı adresi kayıtlı değil | La casella è stata chiusa definitivamente
    address: Учётная запись удалена | Das Konto wurde stillgelegt und gelöscht | A postafiók megszűnt | 無効なアドレスです | תיבת הדואר נמחקה
    address: user unknown (mailbox does not exist or is not active) | Invalid/inactive user | アドレスが見つからないか受信できません
    address: ist nicht im Domino-Verzeichnis aufgeführt: Benutzer nicht im Verzeichnis | Zieldomain existiert nicht | Modtageren kendes ikke
    address: Personne ne porte ce nom chez nous | No tenemos a nadie con ese nombre | takový uživatel zde není | 收件人帐户未开通 | alias is not configured
    mailbox: Das E-Mail-Postfach nimmt wegen Überfüllung nichts an | Kota aşıldı | Brak miejsca w skrzynce | Převýšena kvóta: schránka je plná | Postkast on täis | Пощенската кутия е пълна | صندوق البريد ممتلئ
    address: La conta foi encerrada | Kontoen er lukket | Tili on suljettu | This account has been closed | Mailbox terminated | Account dormant
    address: Diese Mailadresse kennen wir nicht | Nous ne connaissons pas cet utilisateur | Nie znamy takiego użytkownika | Bu kullanıcıyı tanımıyoruz
    address: Die Person ist nicht mehr bei uns angestellt | Il destinatario non è tra i nostri utenti | Nie można odnaleźć wprowadzonego adresu
    address: User not a member of the domain | not user of this server | unavailable mail user | our server don't exists that user
    policy: You are not a user of this system | sender is not a member of our domain | AUTH FAILED | No permit | not a local host, not a gateway
    policy: MAIL FROM is mismatched with the header | Return-path does not match the sender
    content: MIME check: Invalid structure
    address: BAD_RECIPIENT - see our page | Error NO_SUCH_USER | RCPT_FAILED: USER_UNKNOWN
    content: The recipients are not accepting mail with attachments or embedded images | does not accept messages containing macros
    policy: your host [192.0.2.9] is blacklisted by a list of senders of spam | The connecting server has been blocklisted for spam
    address: Forwarding ended when the graduate cancelled the service | The user has disabled this mailbox | mailbox purged | No such alias
    mailbox: No room left for this user | Im Postfach ist kein Platz mehr | У скриньці немає місця | Posta kutusunda yer yok | Ingen plats i brevlådan
    mailbox: The email account that you tried to reach is disabled | account blocked by administrator | Kvóta vyčerpána | 계정이 잠겼습니다
    policy: You need to be a subscriber | Seuls les membres peuvent écrire | Kein Mitglied dieser Liste
    mailbox: Postfach-Kontingent überschritten
    transport: could mean unable to exec or command does not exist | maildrop: unable to open filter file, it does not exist | Network is down
    transport: Network connection shut down by the remote mail server | DNS lookup failed. | Unable to read .courier file. | Encryption required
    transport: The servers of the recipient do not answer | The remote host is not responding
    unknown: The number and frequency of attempts are set here
    policy: Recipient requires TLS | Link domain is on our list of bad domains | Příjemce nechce dostávat poštu od tohoto odesílatele
    transport: Verbindung abgelehnt | Połączenie odrzucone | 接続が拒否されました | Le serveur ne répond pas
    mailbox: Účet je zablokován | Hesap devre dışı | Обліковий запис заблоковано
    policy: 554-No SMTP service 554-IP address is black listed | The sender's address was syntactically invalid | HELO should be a host name
    policy: No SMTP service here. Refused by policy | We do not accept mail, siehe unsere Richtlinien
    policy: No se aceptan mensajes de remitentes externos | The recipient opted out of mailing lists | pas d'enregistrement DNS inverse
    policy: Il messaggio è stato bloccato | メールはブロックされました | Avsenderen er blokkert | IP-adressen är svartlistad | 对方拒收该邮件
    content: Meddelandet klassades som skräppost | Viesti luokiteltiin roskapostiksi | Tu correo parece sospechoso | Line length is 1342, allowed are 998
    content: Messaggio infetto | marcado como no deseado | otillåten bilaga | fordi den fylder mere end de tilladte 20 MB
    content: Archivo adjunto no permitido | nicht erlaubter Dateianhang | Mesajul depășește dimensiunea maximă | Súbor prekračuje veľkosť | ข้อความมีขนาดใหญ่เกินไป
    policy: Sender's mailbox does not exist | sender account has been deleted | Sender address has null MX | Der Absender wurde vom Empfänger blockiert
    policy: Verification of the sender address failed: user unknown | The recipient no longer accepts mail from you | Zugriff verweigert
    policy: Only members may post to this list | This address accepts mail from inside the company only | Zu viele Empfänger
    policy: Ihre IP-Adresse steht auf einer Sperrliste | Votre adresse IP est sur liste noire | アクセスが拒否されました
    content: The message to the mailbox was deleted because it contained a virus | Our scanner found Worm.Test in a message from you
    policy: The account is over its hourly limit of messages | Limite de 50 messages par heure atteinte | mailbox has reached its maximum of simultaneous connections
    content: Zu viele Anhänge, Limit für das Konto überschritten | The account limit for attachments was exceeded
    content: El mensaje supera el tamaño máximo | Meddelandet är för stort | Viesti on liian suuri | 邮件大小超过限制`
  const rows = table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [meaning = '', words = ''] = line.trim().split(/: (.*)/)
      return words.split(' | ').map((one): [string, string] => [one, meaning])
    })
  test.each(rows)('%s: %s', (words, meaning) => expect(said(words)).toEqual([meaning]))

  const others = `
    Die Nachricht an die Adresse wurde gelöscht | The message to the user was removed | Il messaggio per l'utente è stato rimosso | Письмо получателю удалено
    Ihre Adresse ist uns unbekannt | Your e-mail address is not registered with us | Adresse IP inconnue | Nieznany nadawca | Неверный адрес отправителя
    Die Domain des Absenders existiert nicht | Le domaine de l'expéditeur n'existe pas | 送信元ドメインが存在しません | Odesílatel není povolen
    Получатель не принимает письма от неизвестных отправителей | The recipient does not accept mail from unknown senders
    Recipient policy not found for this sender | Certificate for host not found | recipient did not opt in | Account not paid | mailbox not synced
    Le message adressé au destinataire a été supprimé | Zpráva pro příjemce byla odstraněna | Das Zertifikat des Empfängerservers ist ungültig
    Your account is closed | The certificate of the recipient expired | Den Absender kennen wir nicht | Nie znamy nadawcy | 发件人域名无法解析
    The account that sends this is closed | mailing list is closed | Konto ist derzeit deaktiviert | Vi känner inte avsändaren | account is not activated
    The connection was closed for inactivity | у пользователя прав нет | A felhasználó nincs feljogosítva | Your account was suspended for inactivity
    Alıcı, bilinmeyen göndericilerden ileti kabul etmiyor | The domain of your address was not found | Recipient is unknown to this backup MX at the moment | Le serveur du destinataire est introuvable pour le moment | Address does not allow attachments`
  test.each(
    others
      .split(/[|\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  )('is not a dead address: %s', (words) => expect(said(words)).not.toContain('address'))
})

describe('a refusal that ends when the time of the sender runs out', () => {
  const ended = (words: string) => read(mail(['<anna@uni.example>:', words])).recipients.map((one) => one.class)
  test.each([
    '450 4.7.1 Too many concurrent sessions from your network',
    '421 Demasiadas conexiones desde su servidor',
    '451 4.7.0 Not taken now by policy, giving up after 5 days',
    '550 5.4.300 Message expired -> 452 4.3.2 connection rate limit',
  ])('would have passed by itself: %s', (words) => expect(ended(words)).toEqual(['transport']))
  test.each([
    '451 4.7.1 Your host is on our blacklist',
    '450 4.7.25 Missing PTR record',
    '550 5.7.1 Greylisted',
    '421 Too many complaints',
  ])('has something against us: %s', (words) => expect(ended(words)).toEqual(['policy']))
})

describe('whom a notice is about', () => {
  const named = (lines: string[], from?: string, subject?: string) =>
    read(mail(lines, from, subject)).recipients.map(({ address, class: kind }) => `${address} ${kind}`)

  test('it tells by the reason alone where it names nobody', () => {
    expect(read(mail(['550 5.1.1 no such user here'], undefined, 'Delivery failure'))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: '', permanent: true, class: 'address' }],
    })
    expect(named(['Sorry, the mailbox that you wrote to is full.'], undefined, 'Delivery failure')).toEqual([' mailbox'])
    expect(read(mail(['They could not deliver two boxes: unknown recipient.'], 'dora@uni.example', 'A delivery')).recipients).toHaveLength(
      1,
    )
  })

  test.each([
    ['----- Ursprüngliche Nachricht -----', 'Von: otto@else.example', 'An: vera@else.example', 'Postfach von vera@else.example voll'],
    ['--- Mensaje original ---', 'De: otto@else.example', 'Para: vera@else.example', 'vera@else.example'],
    ['Your original message:', '> From: otto@else.example', '> To: vera@else.example', '> mailbox full'],
    ['From: otto@else.example', 'To: vera@else.example', 'Message-ID: <1@else.example>', '', 'mailbox full'],
    ['-- ', 'IT, Uni', 'vera@else.example | +49 1'],
  ])('it ends before %s', (...lines) =>
    expect(named(['Could not deliver to anna@uni.example: user unknown', '', ...lines])).toEqual(['anna@uni.example address']),
  )

  test('and the label before the name is no part of the reason', () => {
    expect(named(['Destinatario: anna@uni.example', 'Motivo: contenido bloqueado'])).toEqual(['anna@uni.example policy'])
    expect(named(['Empfänger: anna@uni.example', 'Grund: wurde gelöscht'])).toEqual(['anna@uni.example unknown'])
    expect(named(['Empfänger: anna@uni.example', 'Absender: otto@else.example ist unbekannt'])).toEqual(['anna@uni.example policy'])
  })

  test('neither who wrote nor where they are now', () => {
    expect(named(['Von: otto@else.example', 'An: anna@uni.example', 'Fehler: Benutzer unbekannt'])).toEqual(['anna@uni.example address'])
    expect(named(['otto@else.example -> anna@uni.example: user unknown'])).toEqual(['anna@uni.example address'])
    expect(named(['The account of anna@uni.example has moved. New address: anna@new.example'])).toEqual(['anna@uni.example address'])
  })

  test('not whom the mail that it returns tells of', () => {
    const fields = ['Final-Recipient: rfc822; vera@else.example', 'Action: failed', 'Status: 5.1.1']
    expect(named(['  anna@uni.example', '    mailbox full', '', '--- The original message: ---', '', ...fields])).toEqual([
      'anna@uni.example mailbox',
    ])
  })

  test('nobody where somebody asks for proof that a person wrote', () => {
    const lines = ['Your mail to anna@uni.example was not delivered yet.', 'Confirm that you are a person: https://box.example']
    expect(read(mail(lines, 'check@box.example', 'Action required')).kind).toBe('none')
  })

  test('not a postmaster who answers as a person', () => {
    const lines = mail(['The user anna@uni.example does not exist any more.'], 'postmaster@uni.example', 'Re: bounces')
    expect(read(['Return-Path: <postmaster@uni.example>', ...lines.slice(1)]).kind).toBe('none')
  })
})

test.each(['user,', 'user,,,,', 'konto.;', 'adresse a b c ', 'kein solch ', 'sender address '])(
  'words that begin many phrases and end none take no longer than they are: %s',
  (part) => expectLinear(100_000, (size) => read(mail(['<anna@uni.example>:', part.repeat(size / part.length)]))),
)
