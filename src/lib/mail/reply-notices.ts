import { deviceName, phoneLine, sentFrom } from './reply-words.ts'

// What phones, lists, ticket systems, companies and ciphers add to the words of an author.

const link = /(?<!\s)\s*(?:<?(?:https?|mailto):[^\s>]*>?|\[https?:[^[\]]*\]|\(\s?(?:https?|mailto):[^()]*\))/gi
const longestPhone = 80

const ofProgram = /^\p{L}*[:：]?(?: \p{Ll}{1,12}){0,3}(?: \p{Lu}[^\s.,:;?!]*){1,4}$/u
/** With a link to its maker, the name of any program: `Sent via Superhuman (https://example.org)`. */
function namesProgram(plain: string): boolean {
  const verb = plain.length > longestPhone ? null : sentFrom.exec(plain)
  return verb?.index === 0 && ofProgram.test(plain.slice(verb[0].length))
}

/** `Sent from my phone with a program. Excuse my brevity.` What else a second sentence says is its author's. */
const secondSentence = /[.;] (?=\p{L})|[。；](?=\p{L})/u
const excuse =
  /brev|brièv|kürze|kurz|tippfehler|beknopt|kort|fåord|vähäsan|lyhy|zwięz|krótk|stručn|krátk|kratk|concis|conciz|scurt|rövid|kısa|συντομ|кратк|стисл|laburt|typo|autocorre|spelling|fautes|errori|erreurs|簡|简|짧|간단/iu

/** Whether a line names what mails are written on, and that it was sent. */
function namesDevice(plain: string): boolean {
  if (plain.length > longestPhone || /[?!]/.test(plain) || !deviceName.test(plain)) return false
  // The makers begin or end with it; who tells of a phone does not.
  const before = sentFrom.exec(plain)?.index ?? -1
  return (before >= 0 && /^(?:\p{L}{5,} )?$/u.test(plain.slice(0, before))) || sentFrom.test(plain.split(' ').slice(-2).join(' '))
}

/** What a phone adds to each mail. Looked at without its links, brackets and stars. */
export function isPhoneLine(line: string): boolean {
  if (line.length > 160) return false
  const bare = /[[:]/.test(line) ? line.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(link, '') : line
  const plain = bare.replace(/^[\s<(*_>-]+/, '').replace(/(?<![\s>)*_.])[\s>)*_.]+$/, '')
  if (bare !== line && namesProgram(plain)) return true
  if (phoneLine.test(plain) || /^Sent (?:from|via|with|using)(?: \p{Lu}\S*){1,4}$/u.test(plain)) return true
  const goesOn = secondSentence.exec(plain)
  if (!goesOn) return namesDevice(plain)
  return excuse.test(plain.slice(goesOn.index)) && namesDevice(plain.slice(0, goesOn.index))
}

/** What list servers write below each mail; stems, for many languages. */
export const listFooter = new RegExp(
  [
    "\\bmailing list\\b|attachment was scrubbed|\\blistinfo\\b|\\bunsubscri(?:be|ption)|you(?: are|'re| have)? receiv(?:ed?|ing) (?:this|all) (?:messages?|e-?mails?|notifications?)",
    '\\b(?:abmelden|abbestellen|austragen)\\b|désabonn|désinscri|(?:darse|dar) de baja|cancelar (?:la|su|tu|a) (?:suscri|inscri|assina)|disiscri|afmelden|uitschrijven',
    'avprenumer|avregistr|afmeld|avmeld|peruuta tilau|wypisać|wypisz|odhlási|leiratkoz|dezabon|отпис|відпис|aboneli[kğ]',
    'anti-?vir|virus-?free|virenfrei|for virus|viren (?:über)?geprüft|sans virus|libre de virus|privo di virus',
    '退订|取消订阅|取消訂閱|配信停止|退会|수신 ?거부|구독 ?취소',
  ].join('|'),
  'iu',
)

/** A ticket system's line: what stands below it was not written in answer. */
const aboveLine = new RegExp(
  [
    '\\babove th(?:is|e) line|(?:oberhalb|über) diese[rs]? (?:linie|zeile)|au-dessus de cette ligne|(?:encima|arriba) de esta línea|sopra (?:questa|la) (?:riga|linea)',
    'acima d(?:esta|a) linha|boven deze (?:lijn|regel)|(?:ovanför|over) (?:den här|denna|denne) (?:rad|lin)|(?:powyżej|nad) te[jg]|nad t(?:ímto|uto|ento) řád|выше этой|この行より上|此行上方',
  ].join('|'),
  'iu',
)
const replyVerb =
  /\b(?:reply|respon|repl|answer|write|type|antwor|schreib|répon|répond|écri|escri|rispo|scriv|beantwoord|svar|skriv|odpow|odpov|naps|pisz)|ответ|返信|回复/iu
const framed = /^\s*([-#=*_—])[-#=*_— ].*\1\s*$/u

/** `##- Please type your reply above this line -##`, and its like. */
export function isReplyLine(line: string): boolean {
  return line.length <= 160 && aboveLine.test(line) && (replyVerb.test(line) || framed.test(line))
}

// A disclaimer speaks of a mail, a secret, for whom it is, and what to do with it where it went astray. The stems are those of many languages.
const mail =
  /e-?mail|e-?post(?!\p{L})|mejl|message|\bmail\b|communication|transmission|nachricht|mensaje|mensagem|messaggi|missatge|(?<!\p{L})correo|courriel|ziņojum|pranešim|(?<!\p{L})bericht|meddel|melding|viesti|wiadomoś|zpráv|správ|üzenet|ileti|mesaj|сообщени|письм|повідомл|μήνυμα|邮件|郵件|メール|메일|הודעה|رسالة/iu
const secret =
  /confiden|privileg|vertraul|riservat|vertrouwel|sekret|fortrol|konfiden|luottamuk|poufn|důvěrn|dôvern|bizalmas|gizli|конфиден|конфіден|поверит|εμπιστευτ|機密|机密|기밀|סודי|سري/iu
const addressee =
  /recipient|addressee|individual or entity|person or entity|to whom (?:it|they|this)\b|empfänger|adressat|person oder|persona o entidad|personne ou (?:à )?(?:l['’])?entité|persona o (?:ente|società)|pessoa ou entidade|persoon of |osob[ay] lub|destinat|geadresseerde|ontvanger|mottak|mottag|modtag|vastaanott|adres[aá][tč]|příjem|príjem|címzett|alıcı|получател|адресат|одержувач|παραλήπτ|受信者|收件人|수신자|נמען|المستلم/iu
const astray =
  /\b(?:error|mistake)\b|irrtüm|versehent|\berreur|\berror[ei]?\b|\berro\b|vergissing|abusiv|misstag|\bfejl|\bfeil\b|erehdy|omyłk|pomyłk|omyl|téved|greșeal|kļūd|klaid|yanlış|hata|ошибк|помилк|λάθος|誤って|错误|误收|착오|בטעות|بالخطأ/iu
const destroy =
  /delet|destroy|lösch|vernicht|supprim|détrui|elimin|borra|cancell|distrugg|apag|verwijder|vernietig|radera|\bslet|poista|usuni|skasow|smaz|vymaž|zmaž|töröl|șterg|dzēst|ištrin|silin|удал|уничтож|видал|διαγρ|削除|删除|삭제|מחק|حذف/iu

const shortestDisclaimer = 100
/** Where a sign is a word, fewer tell as much. */
const unspaced = /[\u3040-\u30ff\u4e00-\u9fff]{4}/

const forbidden =
  /prohibited|unlawful|unauthori[sz]ed|verboten|unzulässig|untersagt|unbefugt|(?:nicht|niet|ikke) (?:gestattet|toegestaan|tillatt|tilladt)|interdit|non autoris|prohibid|no autorizad|vietat|non autorizzat|proibid|não autorizad|verboden|förbjud|otillåt|forbudt|luvaton|(?:without|ohne|sans|senza|sin|sem|zonder|utan|uten|uden|bez|без)(?!\p{L}).{0,30}(?:consent|permission|authori[sz]|zustimmung|genehmigung|erlaubnis|autori[sz]|consenti|toestemming|tillstånd|medgivande|tillatelse|tilladelse|zgody|souhlas|súhlas|согласия|разрешения|згоди)|zabronion|niedozwolon|zakázán|zakázan|neoprávn|tilos|jogosulatlan|yasak|запрещ|заборон|несанкционир|απαγορ|禁止|금지|אסור|محظور/iu
/** What somebody must not do with it. */
const unspread =
  /(?<!\p{L})(?:not|nicht|weder|ne|no|non|não|niet|inte|får du|ikke|ei|älä|nie|nem|nesm\p{L}{1,6}|nu|не)(?!\p{L}).{1,60}?(?:cop[iy]|divulg|disclos|disseminat|distribu|forward|verbreite|weiterge|kopi|diffus|diffond|reprodu|verspreid|sprid|vidarebef|videresend|levit|rozpowszech|udostępn|šíř|kopír|továbbít|terjeszt|копи|распростран|поширю)/iu

/** Whether a paragraph is one of those by which companies warn whom a mail does not concern. */
export function isDisclaimer(paragraph: string): boolean {
  const length = unspaced.test(paragraph) ? paragraph.length * 2 : paragraph.length
  if (length < shortestDisclaimer || !secret.test(paragraph) || !mail.test(paragraph)) return false
  return [addressee, astray, destroy, forbidden, unspread].filter((concept) => concept.test(paragraph)).length >= 2
}

/** Whether a paragraph may be a part of such a warning. */
export const mayDisclaim = (paragraph: string): boolean => [mail, secret, addressee, astray].some((concept) => concept.test(paragraph))

// The other notice of companies: to think of the world, or whether it must be, before somebody prints a mail.
const environment =
  /environment|umwelt|environnement|(?:medio ?|meio ?)?ambiente|milieu|miljö|miljø|ympäristö|środowisk|životní(?:ho|mu)? prostřed|životné(?:ho|mu)? prostred|környezet|çevre|окружающ|природ|natur|довкілл|περιβάλλον|(?<!\p{L})(?:trees?|forests?|bäume?|arbres?|árboles|árvores|alberi|bomen|träd)(?!\p{L})|環境|环境|환경/iu
const printed =
  '(?:print|druck|imprim|stampa|skriv|utskrift|tulost|druk|tisk|tišt|tišť|tlač|nyomtat|yazdır|печат|εκτυπ|印刷|打印|列印|인쇄)'
const printing = new RegExp(printed, 'iu')
const before = new RegExp(
  `(?<!\\p{L})(?:before|bevor|vor dem|avant|antes|prima|voordat|alvorens|voor het|innan|før|inden|ennen|zanim|przed|než|před|skôr|pred|mielőtt|прежде|перед|перш|πριν)(?!\\p{L}).{1,60}?${printed}|(?:nyomtat|yazdır|tulost).{1,40}?(?:előtt|önce|ennen)|(?:印刷|打印|列印|인쇄).{0,8}(?:前|전)`,
  'iu',
)
const think =
  /consider|think|(?:be)?denk|pens[aeo]|piens|réfléchi|songe|réfléch|overweeg|tänk|tænk|(?<!\p{L})tenk|ajattel|harkit|miety|pomyśl|mysl|zvaž|zváž|gondol|düşün|подума|σκεφτ|考え|考虑|考慮|생각/iu
const onlyIf =
  /(?<!\p{L})(?:really|only (?:if|when)|unless|wirklich|nur,? wenn|vraiment|que si|davvero|solo se|se non|realmente|sólo si|solo si|só se|echt|alleen als|verkligen|endast|virkelig|kun hvis|naprawdę|tylko|opravdu|jen pokud|naozaj|iba ak|valóban|csak ha|gerçekten|действительно|только если|\p{L}{0,4}(?:necess?|nécess|erforderlich|nötig|nödvändig|nødvendig|noodzak|tarpe|konieczn|potrzeb|nutn|nevyhnutn|szükség|gerek|необходим|потреб)\p{L}{0,8})(?!\p{L})/iu
const longestPlea = 300
/** Such a request needs to say what is printed, unless it is as short as this. */
const shortPlea = 55
/** Who speaks of themselves is a person. */
const myself = /(?<!\p{L})(?:I|I['’]\p{Ll}{1,2}|we|my|me|ich|wir|mir|mich|j['’]ai|io|yo|eu|ik|wij|jag|jeg|vi|я|мы|ми)(?!\p{L})/u
const written = /document|dokument|attachment|(?<!\p{L})page/iu

/** Whether a paragraph asks not to print a mail for the sake of the world. */
export function isPlea(paragraph: string): boolean {
  if (paragraph.length > longestPlea || !printing.test(paragraph) || !environment.test(paragraph) || myself.test(paragraph)) return false
  const named = mail.test(paragraph) || written.test(paragraph)
  if (!named && paragraph.length > shortPlea) return false
  return before.test(paragraph) ? think.test(paragraph) || onlyIf.test(paragraph) : onlyIf.test(paragraph)
}

const sentenceLine = /^\p{Lu}\S*(?: \S+){5,}[.!?]$/u
const lowerEnd = / \p{Ll}[\p{Ll}\p{M}]*[.!?]$/u

/** A sentence of somebody who goes on to write. */
export const isSentence = (line: string): boolean => sentenceLine.test(line)

/** One that a mailer broke, its lines joined; a company's name may end with a dot as well, but hardly with a small word. */
export const isBrokenSentence = (lines: string): boolean => sentenceLine.test(lines) && lowerEnd.test(lines)

/** `P.S.`, and what others write for it. */
const postscript = /^\s*(?:P\.? ?S\.?|P\.? ?P\.? ?S\.?|P\.? ?D\.?|N\.? ?B\.?|З\.? ?Ы|П\.? ?С|追伸|추신|又及|附言)[\s.:：,]/iu
/** In any language, a word or two and a colon, and below a signature some words that no firm and no printer adds. */
const introduced = /^\s*\p{L}[\p{L}\p{M}.]{0,14}(?: ?[\p{L}\p{M}.]{1,14})?\s?[:：](.*)$/su
const fewestWords = 6
const ofPrinters = /environment|umwelt|environnement|ambiente|milieu|miljö|print|druck|imprim|stamp/iu
const isIntroduced = (paragraph: string): boolean => {
  const said = introduced.exec(paragraph)?.[1] ?? ''
  if ((said.match(/(?<!\S)\p{Ll}\p{L}*/gu)?.length ?? 0) < fewestWords) return false
  return (
    !/\d{4}/.test(said) && ![ofPrinters, machineWords, listFooter, secret, addressee, astray].some((foreign) => foreign.test(paragraph))
  )
}
const sentence = /\p{L}\p{M}*[.!?](?=\s|$)|[。！？]/gu
const machineWords = /@|:\/\/|www\.|virus|scann|\bHRB\b|©/iu
/** Code has more of such signs. */
const signsOfCode = /[{};=<>]/g

/** What somebody else said, with their name. */
const motto = /^\s*["“„«]|\s[-—–]{1,2} ?\p{Lu}[^.!?]{0,80}$/u
const shortestPassage = 80

/** Whether a paragraph below a signature is its author's: a postscript, or some sentences that no company, list or scanner adds. */
export function isPassage(paragraph: string): boolean {
  if (postscript.test(paragraph) || isIntroduced(paragraph)) return true
  if (motto.test(paragraph)) return false
  if (paragraph.length < shortestPassage) return false
  if ((paragraph.match(signsOfCode)?.length ?? 0) > paragraph.length / 25) return true
  if ((paragraph.match(sentence)?.length ?? 0) < 2) return false
  return ![machineWords, listFooter, secret, addressee, astray].some((foreign) => foreign.test(paragraph))
}

/** Whether a paragraph holds nothing but a footer and addresses of pages. */
export function isFooter(lines: string[]): boolean {
  const somewhere = lines.some((line) => line.includes('@') || onlyLink.test(line))
  if (!somewhere || !lines.every((line) => listFooter.test(line) || onlyLink.test(line))) return false
  // One line that speaks of a list may be its author's, unless it begins with that.
  const said = lines.filter((line) => !onlyLink.test(line) && !onlyAddress.test(line))
  return said.length > 1 || (said.length === 1 && (said[0] as string).trimStart().search(listFooter) < longestLead)
}
/** `To unsubscribe` */
const longestLead = 4
const onlyAddress = /^\s*[^\s@]*@[^\s@]*\s*$/
const onlyLink = /^\s*<?(?:https?:|www\.|#)\S*>?\s*$/

const signedBegin = /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/
const signatureBegin = /^-----BEGIN PGP SIGNATURE-----\s*$/
const signatureEnd = /^-----END PGP SIGNATURE-----\s*$/
const longestArmour = 80

/** How many lines at `start` are the armour of a text signed with OpenPGP (RFC 9580 §7): its head, or the signature below it. */
export function armourAt(lines: string[], start: number): number {
  const first = lines[start] ?? ''
  if (!first.startsWith('-----BEGIN PGP SIG')) return 0
  const last = signedBegin.test(first) ? /^\s*$/ : signatureBegin.test(first) ? signatureEnd : undefined
  if (!last) return 0
  const end = lines.slice(start, start + longestArmour).findIndex((line) => last.test(line))
  return end < 0 ? 0 : end + 1
}
