import { phrases, unspaced, wordsOf } from './fold.ts'

// By what a text shows, before it is read, that it tells of a delivery that failed.

/** A subject by which servers return a mail, in the languages that their makers ship. */
const returnsMail =
  /undeliver|returned (?:mail|to sender)|failure|mail (?:system )?error|メールエラー|not reach|not (?:a )?member|non.?(?:remis|distribu)|unzustellbar|zustellung|no se puede entregar|no entregado|mancat[oa] (?:recapito|consegna)|impossibile (?:consegnare|recapitare)|não (?:é possível entregar|entregue)|onbestelbaar|niedostarcz|(?:inte|ikke|kan ikke) (?:att )?leverer|gick inte att leverera|nedoruč|kézbesíthetetlen|teslim edileme|iade edil|devuelt|devolvid|zwr[oó]t|возврат|поверн|vrácen|visszaküld|palautet|επιστροφ|imposibil de livrat|αδυναμία παράδοσης|не ?доставлен|недоставлен|не удалось доставить|не ?вдалося доставити|配信不能|配信できません|退信|無法傳遞|无法(?:送达|投递|传递)|未(?:送达|送達)|반송|(?:전송|발송|송신|배달) ?(?:실패|불가|되지)|לא ניתן למסור|تعذر التسليم/iu
/** One that may; people write of such things, too. */
const mayReturnMail = /deliver|failed|bounce/i
/** Words that a report of a failure has somewhere; enough only where all else says that it is one. */
const failureWords =
  /deliver|fail|g[ai]ven? up|giving up|unknown|invalid|reject|return|refus|error|no such|not exist|bounced|unsolicited|virus|inconnu|délivr|zugestellt|zustell|remise|entreg|recapit|bezorg|doruč|dostarcz|leverer|levererans|kézbes|teslim|iade|devuel|devolv|zwro|zwró|doręcz|возвра|поверн|vrácen|visszak|palaut|toimit|livrat|επιστρ|достав|送信|配信|退回|投递|전송|παράδο/iu
const plainFailure =
  /could not (?:be )?deliver|was not delivered|unable to deliver|did not reach|delivery failed|non-delivery report|failed recipients|not a member of this mailing list/i

const brought =
  '(?:(?:un)?deliver|zugestell|ausliefer|ausgeliefer|liefer|geliefer|remett|zustell|zuzustell|ubermittel|unzustell|remis|distribu|delivr|achemin|entreg|consegn|recapit|bezorg|afgelever|aflever|dostarcz|dorecz|doruc|lever|toimit|kezbesit|livr|lliur|достав|доруч|isporuc|dostav|ilet|teslim|παραδ|παραδο|נמסר|תימסר|למסור|מסיר|(?:ال)?تسليم|forward|passed on|weitergeleit|weiterleit|transmi[st]|transmitt|reenvi|inoltrat|inoltr|reencaminh|encaminh|doorgestuur|doorstur|przekaz|preposlan|preposiel|vidarebefordr|videresend|viderebragt|valitett|tovabbit|переслан|пересыл|переадрес|перенаправ|препрат|proslijed|posredova|redirectiona|retransmi|posted|distributed|verteilt|diffus|publicad|pubblicat|gui|chuyen|terkirim|dikirim|pengiriman|pristat|piegad|toimeta)\\p{L}{0,16}'
const denied =
  "(?:not|nicht|pas|n'a|no|non|nao|niet|nie|nelze|neni|ne|ni|inte|ej|ikke|ei|eivat|nem|nu|не|нельзя|nije|nav|nepavyko|δεν|لم|لا|לא|khong|tidak|(?:unable|unmogl|unmoegl|impossib|imposib|fehl|gescheit|echec|echou|err?or|fall|falh|mancat|mislukt|blad|niepowod|nieudan|nepodar|nezdar|neuspe|nebyl|nebol|chyb|selhal|zlyhal|misslyck|mislyk|epaonnist|sikertelen|esua|esec|ошибк|помилк|сбо|неудач|greska|napaka|viga|klaid|klud|basarisiz|hata|αποτυχ|αδυνα|σφαλμα|فشل|تعذر|يتعذر|נכשל|gagal|that bai)\\p{L}{0,12})"
const mail =
  '(?:(?:e-?)?mails?|beitrag|posting|submission|contribution|inlagg|innlegg|indlaeg|e-?posta|e-?post|nachricht|message|courriel|mensaje|correo|mensage[mn]|messaggi|bericht|wiadomosc|zprav|sprav|письм|сообщ|повідомл|лист|съобщ|meddeland|melding|besked|viest|uzenet|level|ileti|mesaj|poruk|sporocil|μηνυμ|הודע|رسال|pesan)\\p{L}{0,12}'
const sentBack =
  '(?:refused|blocked|stopped|declined|blockiert|gesperrt|abgefangen|bloque|bloquead|bloccat|geblokkeer|tegengehouden|zablokow|blokovan|заблокир|заблоков|stoppad|stoppet|blockera|blokeret|blokkert|engellen|zuruckgewiesen|verworfen|discarded|zuruckgeschickt|zuruckgesend|zuruckgesandt|abgewiesen|abgelehnt|returned|rejected|rejet|renvoy|retourn|devuelt|rechaz|respint|rifiut|restituit|devolvid|rejeitad|teruggestuurd|geretourneerd|geweigerd|zwrocon|odrzucon|vracen|odmitnut|vraten|возвращ|отклон|поверн|відхил|върнат|отхвърл|returnera|avvisa|returner|avvist|afvist|palautet|hylat|visszakuld|elutasit|returnat|respins|iade|reddedil|επιστραφ|απορρι|vracena|odbijen|zavrnjen|הוחזר|נדחת|أعيد|رفض|dikembalikan|ditolak|retour|retur|devoluci|devoluca|zwrot|возврат|повернен)\\p{L}{0,12}'
const few = '(?: [^ .,:;!?]{1,40}){0,5} '

const undelivered = [
  phrases`
    ${denied}${few}${brought}
    ${brought}${few}${denied}
    ${denied} ${brought}
    ${brought} ${denied}
    ${mail}${few}${sentBack}|${sentBack}${few}${mail}|${mail} ${sentBack}|${sentBack} ${mail}
    nedoruc~|niedostarcz~|niedorecz~|недостав~|nepristat~|unzustell~|onbestel~|iletilem~|teslim edilem~
  `,
  unspaced`
    (?:配信|送信|配達|送達|転送|届け).{0,8}(?:できま|できな|不能|失敗|エラー|されません)
    (?:无法|無法|未能|不能|没能|未).{0,6}(?:送达|送達|投递|投遞|传递|傳遞|寄达|寄達|发送|發送|递送|遞送|传送|傳送)
    (?:送达|送達|投递|投遞|传递|傳遞|寄达|寄達|发送|發送|递送|遞送|传送|傳送).{0,6}(?:失败|失敗|不成功)
    (?:전송|발송|송신|배달|전달|보내).{0,8}(?:실패|못|불가|수 없|되지|오류)
    (?:邮件|郵件|信件).{0,8}(?:退回|退信|被拒|拒绝|拒絕|拒收)|被退回|退件|戻りメール|メール.{0,16}(?:返送|差し戻|戻って|拒否)|반송
    ไม่สามารถ.{0,12}ส่ง|ส่ง.{0,20}ไม่(?:สำเร็จ|ได้)
  `,
]

/** What denies a delivery, stands at the top. */
const longest = 2000

/** Whether it says in any language that something was not delivered: a denial beside a word for bringing, or a mail that was sent back. */
export function deniesDelivery(text: string): boolean {
  const words = wordsOf(text.slice(0, longest))
  return undelivered.some((pattern) => pattern.test(words))
}

/** Whether the subject is one by which servers return a mail; `surely`: people do not write so. */
export const isReturnSubject = (subject: string): boolean => returnsMail.test(subject) || deniesDelivery(subject)

/** Does a subject say that a mail did not arrive, or came back? */
export const isFailureSubject = (subject: string): boolean => mayReturnMail.test(subject) || isReturnSubject(subject)

const ofMail = phrases`
  (?<!(?:this|that|dies[a-z]{1,2}|ce|cet|cette|este|esta|questo|questa|deze|dit|ten|tato|to|это|этого|denna|detta|denne|dette) )(?!mail ?(?:box|server|system))${mail}
  deliver~|alias~|address~|adress~|adres~|direccion~|indirizzo|endereco|адрес~|osoite~|naslov~|διευθυνσ~|[45][0-9][0-9]
`
const ofMailUnspaced = unspaced`
  メール|邮件|郵件|信件|메일|アドレス|地址|주소
`

/** Whether it speaks of a mail or of an address at all, and not only of itself. */
export function speaksOfMail(text: string): boolean {
  const words = wordsOf(text.slice(0, longest))
  return ofMail.test(words) || ofMailUnspaced.test(words)
}

/** Whether it says in plain words that a mail was not delivered. */
export const saysPlainly = (text: string): boolean => plainFailure.test(text)

/** Whether it has any word of a failure. */
export const hasFailureWord = (text: string): boolean => failureWords.test(text) || deniesDelivery(text)

const arrived = phrases`
  (?:was|were|been|is) (?:successfully )?delivered|delivered (?:via|to|on|success)~|delivery via [a-z]{1,16} ?: delivered|action ?:? (?:delivered|relayed|expanded)|success(?:ful)?(?:ly)? (?:deliver|relay)~
  (?:wurde|wurden|ist|sind) (?:[^ ]{1,30} ){0,6}(?:zugestellt|ausgeliefert)|a (?:bien )?ete (?:remis|distribue|delivre)~|ha sido entregad~|(?:e|sono) stat[oi] consegnat~|foi (?:[a-z]{1,12} )?entregue
  is (?:[^ ]{1,30} ){0,4}(?:bezorgd|afgeleverd)|zosta(?:l|la|lo|ly) (?:dostarczon|doreczon)~|byla? (?:uspesne )?dorucen~|har levererats|er (?:blevet |blitt )?levere?t|on toimitettu|kezbesitve|teslim edildi|fost livrat|доставлен~|доставлено
`

/** Whether it says that the mail has arrived, and nothing else. */
export const tellsArrival = (text: string): boolean =>
  arrived.test(wordsOf(text.slice(0, longest))) && !saysPlainly(text) && !deniesDelivery(text)
