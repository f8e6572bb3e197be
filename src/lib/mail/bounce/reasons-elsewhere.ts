import { phrases, unspaced } from './fold.ts'
import { absent } from './reasons-absent.ts'

// What servers and hosts say in other languages than English. Folded: lower case, no accents (see `fold`).

/** No more words than this stand between a noun and what is said of it. */
const gap = '(?:[ :,]{1,2}[^ :,]{1,60}){0,6}'

/** There is no such user or address, or its domain takes no mail. */
export const deadElsewhere = [
  ...absent,
  phrases`
    (?:domini|domain|domaine|domein|domen|домен)\p{L}{0,3}(?: [^ ]{1,20}){0,3} (?:non (?:accetta|riceve)|no (?:acepta|recibe)|n'accepte (?:pas|aucun)|nimmt keine|accepteert geen|nie przyjmuje|neprijima|не принимает|tar inte emot|tager ikke|nem fogad|nu accepta|kabul etm)~
    wurde(?: [^ ]{1,60}){0,4} nicht gefunden
    no se (?:ha |pudo |puede )?(?:encontrado|encontro|encuentra|encontrar)
    nao foi (?:possivel )?(?:encontrad[oa]|localizad[oa]|encontrar|localizar)
    (?:impossibile|non e stato possibile|non) (?:trovare|trovato)
    (?:inte|ikke|ej)(?: att| a| at)? (?:hitta|finde|finne)
    nie znaleziono
    не удалось наити
    لم يتم العثور
  `,
  unspaced`
    該当するメールアドレスは.{0,2}(?:あり|ござい)ません
    見つかりません|見つからない|見つからず|存在しません|存在しない|存在していません|宛先不明|該当する(?:ユーザー?|アドレス).{0,8}(?:あり|い|おり|ござい)ません|ユーザー?(?:が|は)(?:(?:(?:ここ|こちら|当サーバー?)には)?(?:い|おり)ません|不明)|(?:アドレス|宛先).{0,10}(?:間違|誤り|無効)
    (?:收件人|收件者|用户|用戶|邮箱|郵箱|信箱|地址|帐号|账号|帳號|使用者|账户).{0,12}(?:不存在|未找到|找不到|有误|有誤|错误|錯誤|无效|無效|未注册|未注冊|未开通|未開通)
    (?:不存在|找不到|无此|無此|查无此|查無此|没有(?:这个|这样的|该|此)|未找到).{0,6}(?:收件人|收件者|用户|用戶|邮箱|郵箱|信箱|地址|帐号|账号|帳號|使用者|人)
    존재하지 ?않|찾을 수 없|없는 (?:사용자|계정|메일|주소|아이디)|알 수 없는 (?:사용자|수신자)|유효하지 않은 (?:수신자|주소|메일)|수신자.{0,8}없습니다
    ไม่พบ|ไม่มีอยู่|ไม่รู้จัก|ไม่ถูกต้อง
  `,
]

const members =
  '(?:mitglied|membre|miembro|iscritt|soci(?!\\p{L})|membr[oiu]|leden|lid(?!\\p{L})|czlonk|clen|участник|член|medlem|jasen|tagj?a(?!\\p{L})|tagok|uye|μελ[ηο])'
const alone =
  '(?:nur|ausschliesslich|alleen|uniquement|seulement|exclusivement|seuls?|seules?|solo|solamente|soltanto|apenas|somente|tylko|pouze|jen|только|лише|endast|bara|kun|vain|csak|numai|doar|μονο|sadece|yalnizca|samo)'

/** The connection failed, before anything was said. */
export const networkElsewhere = [
  phrases`
    (?:verbindung|connexion|conexion|conexao|connessione|verbinding|polaczen|spojen|соединен|з'єднан|підключ|anslutning|forbindelse|tilkobling|yhtey|kapcsolat|conexiun|συνδεσ|baglanti)\p{L}{0,6}(?:[ :,]{1,2}[^ :,.]{1,24}){0,4} (?:abgelehnt|verweigert|unterbrochen|abgebrochen|refus|rechaz|rifiut|recusad|geweigerd|odrzucon|odmitnut|отказан|отклонен|відхилен|відмовлен|nekad|avvis|afvist|katk|hylat|megtagad|elutasit|refuzat|απορριφ|reddedil)~
    (?:server|serveur|servidor|serwer|сервер|palvelin|kiszolgalo|sunucu|διακομιστ|host)\p{L}{0,6}(?:[ :,]{1,2}[^ :,.]{1,24}){0,4} (?:antwort|repond|respond|rispond|reageer|odpowiad|odpovid|neodpovid|отвеча|відповіда|svar|vastaa|valasz|raspund|αποκριν|yanit)~
    (?:в соединении|w polaczeniu) (?:отказан|odmow)~
  `,
  unspaced`
    (?:接続|连接|連線|連接|연결).{0,6}(?:拒否|拒绝|拒絕|超时|逾時|中断|失敗|失败|거부|끊|실패)
  `,
]

/** Whom one may write to from inside only. */
export const limitedElsewhere = [
  phrases`
    (?:nur|ausschliesslich|alleen|uniquement|seulement|exclusivement|solo|solamente|soltanto|apenas|somente|tylko|pouze|jen|только|лише|endast|bara|kun|vain|csak|sadece)(?: [^ ]{1,20}){0,2} (?:intern|innerhalb|en interne|dentro|all'interno|wewn|zevnitr|внутр|sisais|belso|dahili)~
    (?:nur|alleen|uniquement|solo|apenas|tylko|pouze|только|endast|kun)(?: [^ ]{1,20}){0,4} (?:aus dem (?:eigenen )?haus~|eigen\p{L}{0,2} (?:domain|netz)~|collega|colleg|kolleg)~
    (?:massenmail|listenmail|massenversand|massamail|rundmail)~|env[io]{1,2}s? (?:en masse|massifs?|masivos?)|invi[io]? massiv[oi]|массов\p{L}{1,3} рассыл~
    ${alone}(?: [^ ]{1,20}){0,2} ${members}~|писать могут только
    (?:kein|nicht|pas|no es|non (?:e|sei)|nao e|geen|nie jest|nejste|neni|не (?:является|являетесь|состо)|inte|ikke|ei ole|nem|nu (?:este|sunteti))(?: [^ ]{1,20}){0,2} ${members}~|${members}\p{L}{0,6} degil~
  `,
  unspaced`
    (?:spf|dkim|dmarc).{0,4}(?:认证|验证|認證|驗證|認証|인증)
  `,
]

/** Too much of us at once. */
export const tooMuchElsewhere = [
  phrases`
    (?:zu viele|забагато|παρα πολλ|te veel|trop de|trop d'|demasiad[oa]s|troppi|troppe|muitos|muitas|zbyt wiel[eu]|prilis mnoho|слишком много|занадто багато|for manga|for mange|liian mont~|tul sok|cok fazla|prea mult[ei])~
  `,
  unspaced`
    が多すぎ|过多|過多|太多|너무 많
  `,
]

/** Our host stands on a list. */
export const blockedElsewhere = [
  phrases`
    (?:sperr|negativ|block|black|schwarz)liste|schwarzen? liste
    listes? (?:noires?|de blocage)
    listas? (?:negras?|de bloqueo|de bloqueios?)
    list[ae] (?:nera|nere|di blocco)
    (?:zwarte lijst|blokkeerlijst|blokeringsliste|sperreliste|svarteliste|sortliste|svart(?:a)? list[ae]n?|sparrlista)
    (?:czarn[aey]j?|cern[aey]m?) (?:liscie|lista|listy|listine|listina|seznamu?)
    (?:черн|чорн)\p{L}{1,3} спис~|черен спис~|crn[aoiu]j? list[aiu]|spammeurs?|spamerow|spamers?
    \p{L}{2,12}reputation
    dns invers[aeo]?s?|invers[aeo]? dns|(?:registro|enregistrement|record|zaznam|rekord|запис\p{L}{0,2}) ptr|ptr-\p{L}{1,16}
    kara liste~|kara listed~|svartlist~|svartelist~|sortlist~|fekete ?list~|mustalla listalla|estolista~|lista neagra|μαυρη λιστα
    (?:ip|ip-adresse?n?|adresse ip|direccion ip|endereco ip|indirizzo ip|ip-adres|ip-адрес|ip адрес)${gap} (?:gesperrt|blockiert|bloque|bloquee|bloquead[oa]|bloccat[oa]|geblokkeerd|zablokowan|blokovan|заблокирован|заблоковано|blockerad|blokkert|blokeret|engellen)~
  `,
  unspaced`
    黑名单|黑名單|ブラックリスト|블랙리스트|차단 ?목록|拒否リスト
  `,
]

/** Who writes may not write there. */
export const forbiddenElsewhere = [
  phrases`
    (?:droit d|нет прав|немає прав|nema prava|pravo (?:psat|pisat)|mag (?:u |je )?niet|(?:darf|durfen)(?: [^ ]{1,20}){0,3} nicht|berechtig|befugt|gemachtig|gerechtig|bevoegd|oikeut|engedely|autoris|opravnen|uprawnien|permiso|permiss|permess|autoriz|разрешен|полномоч|tillatels|tilladels|behorig|toestemming|jogosult|permisiun|εξουσιοδοτ|δικαιωμα|дозв)~
    izni(?:niz)?|yetki~
    لديك|مصرح~|مجوز~
    הרשאה|מורשה~
  `,
  unspaced`
    権限|權限|权限|許可されて|권한|สิทธิ์|không có quyền|khong co quyen
  `,
]

/** One word for it. */
export const unknownElsewhere = [
  phrases`
    introuvables?|(?:nicht|niet) gefunden|niet gevonden|non trovat[oa]|nao (?:foi )?encontrad[oa]|no (?:fue )?encontrad[oa]|не наид~|не знаид~|nenalez~|hittades inte|ikke f[uo]nn?[de]et|ei loyt~|nem talalhato
    unbekannt|inconnue?|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|inesistente|inexistente|onbekend|okand|ukjent|ukendt|tuntematon|nieznan[ya]|neznam[ya]|неизвест~|невідом~|ismeretlen|necunoscut|αγνωστ~
  `,
]
