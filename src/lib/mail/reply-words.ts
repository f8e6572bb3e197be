// The words by which mailers of the world introduce what they quote, and sign. Lower case, as regular expressions.

const alternatives = (words: string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')

const wroteVerbs = [
  'wrote',
  'writes',
  'said',
  'schrieb',
  'schriebst',
  'schrieben',
  'a écrit',
  'escribió',
  'escribio',
  'ha scritto',
  'escreveu',
  'schreef',
  'het volgende geschreven',
  'skrev',
  'napisał',
  'napisała',
  'napisał(a)',
  'napisana przez',
  'pisze',
  'написал',
  'написала',
  'написал(а)',
  'пишет',
  'писал',
  'написав',
  'пише',
  'napsal',
  'napsala',
  'napsal(a)',
  'napísal',
  'kirjoitti',
  'írta',
  'yazdı',
  'έγραψε',
  'a scris',
  'va escriure',
  'đã viết',
  'menulis',
  'rakstīja',
  'rašė',
  'je napisao',
  'je napisal',
  'kirjutas',
  'כתב',
  'كتب',
  'のメール',
  '書きました',
  'が書き込みました',
  '写道',
  '寫道',
  '작성',
  '쓴 글',
  'schreibt',
  'geschrieben',
  'skriver',
  'skrifaði',
  'idatzi du',
  'escribiu',
  'ha escrit',
  'написа',
  'написао',
  'је написао',
  'napisali',
  'napisala je',
  'napisao je',
  'napisao',
  'raksta',
  'parašė',
  'yazmış',
  'نوشت',
  'ने लिखा',
  'เขียน',
  'viết',
  'записа',
  'napisal',
  'napisala',
  ...['напиша', 'напісаў', 'напісала', 'жазды', 'shkroi', 'yazıb', 'skribis', 'ysgrifennodd', 'scríobh', 'geskryf'],
  ...['skrivaði', 'დაწერა', 'գրել է', 'skreiv', 'skreau', 'píše', 'piše', 'жазған', 'נכתב', 'napisa'],
  // Some programs tell whom they answer what they wrote.
  ...['avez écrit', 'as écrit', 'escribiste', 'hai scritto', 'avete scritto', 'escreveste', 'escribiches', 'vau escriure', 'vas escriure'],
  ...['ați scris', 'ai scris', 'piszesz', 'napisałeś', 'napisałaś', 'napsali', 'psal', 'psala', 'psali', 'napísali', 'napísala', 'písali'],
  ...['napisaste', 'написасте', 'написали', 'писали', 'писала', 'писахте', 'написахте', 'напишавте', 'напісалі', 'пісалі'],
  ...['kirjoitit', 'kirjoititte', 'kirjutasid', 'kirjutasite', 'írtad', 'írtátok', 'yazdınız', 'yazdın', 'γράψατε', 'έγραψες'],
  ...['rakstījāt', 'rašėte', 'parašėte', 'skrifaðir', 'ysgrifennoch', 'idatzi zenuen', 'idatzi duzu'],
]

/** Scripts that put no blanks between words. */
const unspaced = /^[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/
/** Archives that knew no letters beyond ASCII have `a ?crit`, and whoever took UTF-8 for Latin 1 `a Ã©crit`. */
const withLostLetters = (words: string) => words.replace(/[\u00c0-\u017f]/g, '(?:$&|[?\ufffd]|[ÃÄÅ].)')
const spacedVerbs = withLostLetters(alternatives(wroteVerbs.filter((verb) => !unspaced.test(verb))))
const unspacedVerbs = alternatives(wroteVerbs.filter((verb) => unspaced.test(verb)))

/** A verb of saying; `\b` knows no letters beyond ASCII, so the neighbours are looked at. */
export const wrote = new RegExp(`(?<!\\p{L})(?:${spacedVerbs})(?!\\p{Ll})|${unspacedVerbs}`, 'iu')

/** How an attribution begins: On Monday, Am Montag, Le lundi. */
export const opener =
  /^["'*_\s-]*(?:on|at(?= (?:\p{L}{3},|\d{1,2}:\d\d|\d{4}-))|am|le|el|il|em|op|den|på|dnia|w dniu|dne|dana|в|la|στις|pada|vào|i|在)\s+(?:(?:\p{L}+\.?,?|\.,?|,)\s*)?\d/iu

/** The same with a weekday or month before the number, or nothing but a date. */
export const datedOpener = /^["'*_\s-]*(?:(?:on|am|le|el|il|em|op|den|på|dnia|w dniu|dne|в|la|在)\s+)?(?:\p{L}{2,14}\.?,?\s+){0,2}\d/iu

/** Something of a date: a year, a time of day, a numeric date. */
export const dateLike = /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d年/

/** An address, also as archives hide it: `<maria at example.org>`. */
export const addressLike = /[^\s<>@]@[^\s<>@]+\.\p{L}{2,}|<[^\s<>@]+ at [^\s<>@]+\.\p{L}{2,}>/u

const fromLabels = [
  'from',
  'von',
  'de',
  'da',
  'van',
  'od',
  'от',
  'від',
  'från',
  'fra',
  'lähettäjä',
  'feladó',
  'kimden',
  'gönderen',
  'από',
  'de la',
  '差出人',
  '发件人',
  '寄件者',
  '寄件人',
  '보낸 사람',
  '보낸사람',
  'מאת',
  'من',
  ...['nuo', 'no', 'saatja', 'từ', 'จาก', 'dari', 'від кого', 'от кого', 'ад', 'ад каго', 'feladja', 'odesílatel'],
  ...['odosielateľ', 'pošiljatelj', 'nadawca'],
  ...['expeditor', 'expéditeur', 'remitente', 'remetente', 'mittente', 'absender', 'afzender', 'avsändare', 'sendandi', 'nga', 'oddawca'],
  ...['αποστολέας', 'отправитель', 'відправник', 'подател', 'изпращач', '發件人', '送信者', 'ผู้ส่ง', 'người gửi'],
  ...['pengirim', 'प्रेषक', 'فرستنده', 'المرسل', 'expeditorul', 'šalje', '送信元'],
]
const otherLabels = [
  ...['sent', 'date', 'to', 'cc', 'bcc', 'subject', 'reply-to', 'importance', 'attachments', 'organization'],
  ...['gesendet', 'datum', 'an', 'kopie', 'betreff', 'antwort an'],
  ...['envoyé', 'envoyé le', 'à', 'objet', 'répondre à', 'copie à'],
  ...['enviado', 'enviado el', 'fecha', 'para', 'asunto', 'responder a'],
  ...['inviato', 'data', 'a', 'oggetto', 'risposta', 'rispondi a'],
  ...['enviada em', 'enviado em', 'assunto'],
  ...['verzonden', 'aan', 'onderwerp'],
  ...['отправлено', 'дата', 'кому', 'копия', 'тема', 'надіслано', 'копія'],
  ...['skickat', 'till', 'kopia', 'ämne', 'sendt', 'dato', 'til', 'emne', 'kopi'],
  ...['wysłano', 'wysłane', 'do', 'dw', 'temat', 'odesláno', 'komu', 'předmět', 'predmet', 'kopie'],
  ...['lähetetty', 'vastaanottaja', 'aihe', 'päivämäärä', 'elküldve', 'címzett', 'tárgy', 'kime', 'konu', 'tarih'],
  ...['vrijeme', 'vreme', 'zadeva', 'naslov', 'prejemnik', 'poslano', 'poslané', 'dátum', 'gavėjas', 'kam', 'tēma'],
  ...['saņēmējs', 'saaja', 'teema', 'kuupäev'],
  ...['enviat', 'data', 'per a', 'assumpte', 'nork', 'gaia', 'til', 'efni', 'dagsetning', 'дата', 'до кого', 'каму', 'тэма', 'относно'],
  ...['ngày', 'đến', 'tới', 'chủ đề', 'kepada', 'subjek', 'tanggal', 'วันที่', 'ถึง', 'เรื่อง', 'إلى', 'الموضوع'],
  ...['التاريخ', 'אל', 'נושא', 'תאריך', 'दिनांक', 'विषय', '日期', '主題', '發送日期'],
  ...['trimis', 'către', 'subiect', 'subiectul', 'dată', 'destinatarul', 'ημερομηνία', 'προς', 'θέμα', 'στάλθηκε'],
  ...['päiväys', 'kopio', 'másolat', 'kópia', 'odoslané', 'відправлено', 'gönderilen', 'adresat', 'sujet', '日付', '送信先'],
  ...[
    '送信日時',
    '日時',
    '宛先',
    '件名',
    '发送时间',
    '收件人',
    '抄送',
    '主题',
    '寄件日期',
    '收件者',
    '主旨',
    '보낸 날짜',
    '받는 사람',
    '받는사람',
    '날짜',
    '제목',
  ],
]

const label = (words: string[]) => new RegExp(`^[\\s*_]*(?:${alternatives(words)})[\\s*_]*[:：]`, 'iu')

/** `From:` of a header that a mailer copied into the text. */
export const fromLabel = label(fromLabels)

/** Any field of such a header. */
export const headerLabel = label([...fromLabels, ...otherLabels])

const titles = [
  'original message',
  'original appointment',
  'forwarded message',
  'ursprüngliche nachricht',
  'originalnachricht',
  'weitergeleitete nachricht',
  "message d'origine",
  'message original',
  'message transféré',
  'mensaje original',
  'mensaje reenviado',
  'forwarded by',
  'messaggio originale',
  'messaggio inoltrato',
  'mensagem original',
  'mensagem encaminhada',
  'oorspronkelijk bericht',
  'doorgestuurd bericht',
  'исходное сообщение',
  'пересылаемое сообщение',
  'пересланное сообщение',
  'ursprungligt meddelande',
  'vidarebefordrat meddelande',
  'oprindelig meddelelse',
  'opprinnelig melding',
  'videresendt',
  'alkuperäinen viesti',
  'wiadomość oryginalna',
  'wiadomość przekazana',
  'původní zpráva',
  'přeposlaná zpráva',
  'eredeti üzenet',
  'orijinal ileti',
  '元のメッセージ',
  '原始邮件',
  '原始郵件',
  '转发邮件信息',
  '원본 메시지',
  '원본 메일',
]

/** `-----Original Message-----` and its like; the dashes may be missing on one side. */
export const quoteTitle = new RegExp(
  `^[\\s>*_]*(?:(?<![-_=])[-_=]{2,}\\s*(?:${alternatives(titles)})[^\\n]*|(?:begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten (?:nachricht|e-mail)|inizio messaggio inoltrato|inicio del mensaje reenviado|begin doorgestuurd bericht)\\s*[:：]\\s*)$`,
  'iu',
)

/** A mail, what is done with one that is passed on, and where it begins; the beginnings of words, in many languages. */
const ofMail =
  'message|messaggi|mensa[jg]|e-?mail|mail|mejl|nachricht|bericht|meddel|melding|besked|viesti|wiadomoś|zpráv|správ|levél|üzenet|[iİ]leti|mesaj|сообщени|письм|лист|повідомл|poruk|μηνύμ|μήνυμ'
const passedOn =
  'forward|weitergeleitet|réexpédi|transf[eé]r|transmis|reenviad|reencaminha|encaminha|inoltrat|doorgestuurd|vidarebefordra|videresend|välitet|edelleenlähet|przekaz|przesł|přepos|prepos|továbbít|[iİ]leti|redirec|předan|yönlendir|προωθ|переадрес|пересыла|пересла|пересила|перенаправ|proslij'
const beginning =
  'begin|start|anfang|inici|iníci|début|inizio|alkaa|początek|začátek|začiatok|kezdete|încep|начало|початок|započni|başla|αρχή|έναρξη'
const wordOfTitle = new RegExp(`^(?:${ofMail}|${passedOn}|${beginning})|^\\p{L}{1,3},?$`, 'iu')
const [mailWord, passedWord] = [ofMail, passedOn].map((stems) => new RegExp(`(?<!\\p{L})(?:${stems})`, 'iu')) as [RegExp, RegExp]
const longestTitle = 60
const forwardedFrom = /^\s*\p{L}[^\n]{10,120}?(?:19|20)\d\d[^\n]{0,20}?\d[:.]\d\d[^\n]{0,20}[:：]\s*$/u
/** `Forwarded message from Maria on 6 Nov 2026 at 10:00:` What it is, first, and when it was sent. */
export const namesForward = (line: string): boolean =>
  line.length <= longestTitle * 2 &&
  passedWord.exec(line)?.index === 0 &&
  forwardedFrom.test(line) &&
  mailWord.test(line.slice(0, longestLead))
const longestLead = 30
/** `Start på videresendt besked:` Nothing but that a mail that is passed on begins. */
export function tellsOfForward(line: string): boolean {
  const title = line.length <= longestTitle ? /^\s*(\p{L}[^:：]*?) ?[:：]\s*$/u.exec(line)?.[1] : undefined
  return title !== undefined && mailWord.test(title) && passedWord.test(title) && title.split(' ').every((word) => wordOfTitle.test(word))
}

const devices =
  'my|mobile|mail|mailbox|iphone|ipad|android|outlook|windows|yahoo|gmail|proton|protonmail|samsung|galaxy|blackberry|airmail|sparrow|thunderbird|phone|tablet|smartphone|(?:a|an) (?:phone|mobile|tablet|ipad|iphone)|k-9|fairemail|(?:the )?all new aol'
const excuse = '(?:[.,;!]?\\s*(?:please|pls|excuse|sorry|pardon|apologi)[^\\n]*)?'

/** A line that a phone adds to each mail. Looked at without its links. */
export const phoneLine = new RegExp(
  [
    `^sent (?:from|via|with|by|using) (?:${devices})(?!\\p{L})[^,.;:!?]{0,50}${excuse}$`,
    '^(?:\\S+ ){0,3}(?:from|via) (?:my )?(?:mobile|cell|phone|iphone)[^,.;:!?]{0,20}$',
    '^get outlook for \\p{L}+$',
    '^(?:envoyé (?:depuis|de|à partir de)|enviado (?:desde|do|a partir)|inviato (?:da|dal)|verzonden (?:met|vanaf|via)|verstuurd (?:vanaf|via)|skickat från|sendt fra|wysłane z|odesláno z|odoslané z|lähetetty|gesendet (?:von|mit|über)|von meinem|отправлено (?:с|из)|надіслано з|télécharger outlook|obtener outlook|outlook für|scarica outlook)(?!\\p{L})[^.;:!?]{0,60}$',
    '^diese (?:nachricht|e-?mail|mail) wurde von mein[^\\n]{0,60} gesendet$',
    '^(?:從我的|发自我的|發自我的|发自|傳送自|iphoneから送信|ipadから送信|내 )[^\\n]{0,30}$',
  ].join('|'),
  'iu',
)

/** What mails are written on and with, whatever the language. */
export const deviceName =
  /(?<![\p{L}\p{N}])(?:iphone|ipad|ipod|android|galaxy|samsung|huawei|xiaomi|redmi|oneplus|pixel|nokia|lumia|motorola|xperia|htc|blackberry|outlook|windows|yahoo ?!? ?mail|gmail|protonmail|proton mail|aol mail|airmail|spark|thunderbird|gmx|web\.de|mail\.ru|yandex|k-9|fairemail|tutanota|fastmail|icloud|mailbox)(?![a-z0-9])/iu

/** The beginnings of words by which their makers say so, in their languages. */
export const sentFrom =
  /(?<!\p{L})(?:sent|get|gesendet|geschickt|versendet|envoy|télécharge|env[ií]a[dt]|inviat|scarica|obt[eé]n|verzonden|verstuurd|skickat|skickad|sendt|wysłan|отправлен|надіслан|изпратен|послат|odeslán|odoslan|poslan|lähetetty|küld|elküldve|gönderil|gönderen|trimis|στάλθηκε|απεστάλη|saadetud|nosūtīts|išsiųst|enviat|bidali|sent-a|dikirim|được gửi|gửi từ|đã gửi|beziehen|holen sie sich|ottieni|obter|hämta|pobierz|hent|hanki|získa|stiahn|letölt|descar[cg]|скача|завантаж|preuzm|λήψη|edinin|download)|보냄|보낸|다운로드|送信|发自|發自|发送|傳送|寄出|入手|获取|取得|ส่งจาก|נשלח|أُرسل|أرسل|مرسل|ارسال|भेजा/iu
