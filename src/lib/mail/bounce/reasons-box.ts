import { phrases, unspaced } from './fold.ts'
import { box, user } from './reasons-absent.ts'

// That a mailbox is full, or closed for now: in all languages a noun beside what is said of it, before it or after it. Folded: lower case, no
// accents (see `fold`).

/** No more words than this stand between a noun and what is said of it. */
const gap = '(?:[ :,]{1,2}[^ :,]{1,60}){0,6}'
const narrow = '(?:[ :,]{1,2}[^ :,.]{1,60}){0,3}'

/** The file or database in which some servers keep a mailbox. */
const file =
  '(?:mail|posti?)(?:datei|datenbank|bestand|database|fil|tiedosto)|(?:opslag|speicher|grossen)limi|(?:fichier|base|archivo|arquivo|base de datos|base de dados|file|database|archivio|plik|soubor|subor|dosar|fisier)\\p{L}{0,3} (?:de |di |da |del |z )?(?:courrier|messagerie|corre[io]|posta|poczt|posty|e-?mail)|levelezesi|posta (?:dosya|veritaban)|поштов'

/** What holds mail, or how much of it. */
const room = `(?:(?:[dl]')?(?:e-?mail-|mail-)?(?:postfach|mail-?box|konto|speicher|kontingent|briefkasten|quota|quote|postvak|quotum|opslagruimte|inbox|posteingang|postbus|kiintio|nabiralnik|kapacit|schijfruimte|utrymm|posta in arrivo|входящ|dorucen[ae] post|boite|messagerie|espace(?!s)|capacite|bal(?!\\p{L})|compte(?!\\p{L})|buzon|cuenta|cuota|casilla|bandeja|espacio(?!s)|bustia|caixa|conta(?!\\p{L})|cota(?!\\p{L})|espaco(?!s)|armazenament|casella|spazio|casuta|brevlad|inkorg|postlad|postkass|innboks|indbakke|postboks|mailboks|lagring|postilaatik|skrzynk|pojemnos|miejsc|schrank|kvot|uloziste|postafiok|postalad|tarhely|fiok|posta kutu|kota(?!\\p{L})|kotas|gelen kutu|depolama|ящик|почтов|квот|скриньк|пощенск|кути|хранилищ|γραμματοκιβωτι|εισερχομεν|χωρο|תיבת|ה?מכסה|صندوق|البريد|مساحه|مساحة|hop thu|kotak|sanduci|prostor|postni predal|${file}|predal|dezut|pastkast|postkast)\\p{L}{0,12}(?:-\\p{L}{1,20})?)`

/** Said of it. Words that English has, too, stand in the table of English. */
const full =
  '(?:lauft uber|uberlauft|debord|desbord|trabocc|overskrid|fyldt|insuffi|insufici|onvoldoende|niewystarcz|nedostatecn|недостат|otillrackl|utilstrek|riittamat|elegtelen|yetersiz|slut(?!\\p{L})|op(?=[ .!]{0,4}$)|brukt opp|brugt op|opbrug|oppbruk|vycerp|prekorac|presez|kimerul|исчерп|вичерп|изчерп|(?:uber|ueber)?(?:voll|fullt|fuellt)|uberfull|uberschritt|ueberschritt|(?:er|aus)(?:ge)?schopft|aufgebraucht|verbraucht|epuise|erreicht|vol(?!\\p{L})|overschred|bereikt|plein|satur|depass|rempli|atteint|llen[oa]|plena?(?!\\p{L})|plen[oa](?!\\p{L})|excedid|supera|superad|supero|superat|complet[oa]|agotad|alcanz|chei[oa]|lotad|esgotad|ultrapass|atingi|pien[oa]|esaurit|raggiunt|plin[aeo]?(?!\\p{L})|depasit|fuld|fullt|fylld|nad[de]|natt|naet|nadet|saavut|досяг|tayn|tayt|peln[aey]|przepeln|przekrocz|zapeln|osiagn|pln[aey]|plno|preplnen|prekroc|dosah|megtelt|betelt|megtel|tele(?!\\p{L})|elerte|dolu|doldu|dolmus|asil|asti|ulas[tm]|переполн|заполн|заповнен|превыш|перевищ|достиг|повн|пълн|препълн|γεματ|πληρε|ξεπερασ|υπερβ|מלאה|ممتلئ|امتلا|penuh|pun(?!\\p{L})|poln[aio]?|piln[as]?|perpildyt|tais(?!\\p{L}))\\p{L}{0,10}'

const lacks =
  "(?:kein|no (?:tiene|hay|queda|dispone)|nao (?:tem|ha|resta)|non ha|nu mai (?:este|e|are)|neni|nie je|немає|няма|δεν υπαρχει|inget?|ingen|ikke|nicht genug|zu wenig|pas assez d[e']|plus (?:de|d')|sin|falta de|senza|non c'e|sem|niet genoeg|onvoldoende|geen|ikke (?:nok|mere?)|inte (?:tillrackligt|mer)|ei|brak|za malo|nedostatek|nedostatok|недостаточно|не хватает|нет|недостатньо|бракує|nincs|nema|ni(?= prostora))\\p{L}{0,3}"

/** The mailbox is full. */
export const fullElsewhere = [
  phrases`
    ${room}${gap}[ :,]{1,2}${full}
    ${full}${narrow}[ :,]{1,2}${room}
    ${lacks}${narrow} ?(?:speicherplatz|espace(?!s)|espacio(?!s)|spazio|espaco(?!s)|ruimte|platz|place|plats|plads|plass|tilaa|miejsca|mist[ao]|miest[ao]|mjest[ao]|loc(?!\p{L})|χωρο|места|місця|място|hely|yer|prostora|vietos|vietas|ruumi)~
    (?:brevlad|postlad|postkass|innboks|indbakke|postboks|mailboks|inkorg)\p{L}{0,3}${gap} full
    (?:pojemnosc|limit)[a-z]{0,4}${gap} (?:przekroczon|osiagn)~
    (?:no cabe|nao cabe|non ci sta|past niet|passt nicht)\p{L}{0,3}${gap} ${room}
    hop thu${gap} day
    (?:yer|hely|места|місця|място|miejsca|mista|miesta|prostora|vietos|vietas|ruumi) (?:yok|kalmadi|nincs|нет|немає|няма|brak|neni|nie je|nema|nera|nav|pole)~
  `,
  unspaced`
    (?:メール ?(?:ボックス|ファイル)|受信箱|受信トレイ|容量|ディスク).{0,16}(?:いっぱい|一杯|満杯|満タン|超え|超過|オーバー|不足|達し)
    (?:已满|已滿|爆满)|超(?:过|過|出).{0,8}(?:容量|配额|配額|限额|限額|空间|空間)|(?:空间|空間|容量)(?:已?用完|不足)|(?:邮箱|郵箱|信箱|数据库|資料庫|空间|空間).{0,6}(?:达到|達到).{0,4}(?:容量|上限|限额|限額|配额|配額)
    가득 ?(?:찼|차|참)|용량.{0,8}(?:초과|부족|도달)|꽉 ?(?:찼|차)
    (?:กล่อง|เมล|พื้นที่).{0,30}เต็ม
  `,
]

/** Shut by whoever owns it, or by disuse: nobody opens it again. */
const closed =
  '(?:deaktiviert|inaktiv|stillgelegt|abgelaufen|geschlossen|desactiv|archiv|ferme(?!t)|inactiv(?!it)|clotur|expiree?(?!\\p{L})|desativ|cerrad|encerrad|inativ|caducad|expirad|disattiv|chius|inattiv|scadut|gedeactiveer|gesloten|verlopen|nieaktywn|zamkni|wygas|deaktivovan|neaktivn|uzavren|zatvoren|неактив|деактив|закрыт|закрит|затвор|avaktiver|inaktiver|deaktiver|stengt|stangt|stangd|avstangt|upphor|opphor|ophor|lakkau|lakann|przestal|prestal|zanikl|перестал|avslutat|avsluttet|lukket|suljet|megszuntet|bezart|dezactivat|inchis|απενεργοποι|ανενεργ|κλειστ|εκλεισ|zatvor|zaprt|lopetet|vervallen|kapali|מושבת|נסגר|סגור|مغلق|dinonaktif|ditutup|uzdary|slegt|suletud)'
const locked =
  '(?:gesperrt|eingefroren|suspend|bloque|suspens|bloquead|uzamcen|kilitle|deshabilit|inhabilit|disabilit|sospes|bloccat|uitgeschakel|geblokkeer|opgeschort|zablokow|wylaczon|zawieszon|(?:za)?blokovan|pozastaven|zakazan|заблок|блокиран|отключ|приостан|вимкн|призупин|спрян|sparra|sparrat|sperret|spaerret|lukit|jaadyt|devre disi|askiya|dondurul|letilt|felfuggeszt|zarol|blocat|onemogucen|onesposobljen|blokiran|ανασταλ|κλειδω|חסו[מם]|נעול|מושעה|معطل|موقوف|محظور|bi khoa|vo hieu|ditangguh|diblokir|uzblokuot|sustabdy|bloket|blokeerit)'

const holder = `(?:[dl]')?(?:${user}|${box}|account|mailbox|inbox|kotak|akun)\\p{L}{0,16}`
const article = '(?:[ :,]{1,2}(?:de|des|van|het|la|el|il|o|a|le|da|do)){0,1}[ :,]{1,2}'

/** The mailbox is closed for good. */
export const closedElsewhere = [
  phrases`
    ${holder}${gap}[ :,]{1,2}${closed}~
    ${holder}${gap} (?:oder|und|wurden?|worden) eingestellt(?! (?:dass|um|auf|als))
    ${closed}\p{L}{0,6}${article}(?:[dl]')?(?:${box}|account)~
  `,
  unspaced`
    已(?:被)?(?:注销|註銷)|已关闭|已關閉|폐쇄|已註銷|註銷|销户|解約|退会|休眠|(?:アカウント|アドレス|メールボックス).{0,6}(?:廃止|閉鎖)|휴면|탈퇴|해지|비활성
  `,
]

/** The mailbox is closed for now. */
export const lockedElsewhere = [
  phrases`
    ${holder}${gap}[ :,]{1,2}${locked}~
    ${locked}\p{L}{0,6}${article}(?:[dl]')?(?:${box}|account)~
  `,
  unspaced`
    停用|冻结|凍結|被禁|已禁用|利用停止|使用停止|一時停止|(?:アカウント|メールボックス).{0,6}(?:無効|停止|ロック)|정지된|잠(?:겼|긴|김)|(?:사용|이용).{0,4}(?:중지|정지)
    ถูก(?:ระงับ|ปิด)
  `,
]
