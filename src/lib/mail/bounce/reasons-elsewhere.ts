import { phrases, unspaced } from './fold.ts'
import { absent } from './reasons-absent.ts'

// What servers and hosts say in other languages than English. Folded: lower case, no accents (see `fold`).

/** No more words than this stand between a noun and what is said of it. */
const gap = '(?:[ :,]{1,2}[^ :,]{1,60}){0,6}'

/** There is no such user or address. */
export const deadElsewhere = [
  ...absent,
  phrases`
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
    見つかりません|見つかりませんでした|存在しません|存在しない|存在していません|宛先不明|該当する(?:ユーザー?|アドレス).{0,8}(?:あり|い|おり|ござい)ません|ユーザー?(?:が|は)(?:(?:い|おり)ません|不明)|(?:アドレス|宛先).{0,10}(?:間違|誤り|無効)
    (?:收件人|收件者|用户|用戶|邮箱|郵箱|信箱|地址|帐号|账号|帳號|使用者|账户).{0,12}(?:不存在|未找到|找不到|有误|有誤|错误|錯誤|无效|無效|未注册)
    (?:不存在|找不到|无此|無此|查无此|查無此|没有(?:这个|此)|未找到).{0,6}(?:收件人|收件者|用户|用戶|邮箱|郵箱|信箱|地址|帐号|使用者|人)
    존재하지 ?않|찾을 수 없|없는 (?:사용자|계정|메일|주소|아이디)|알 수 없는 (?:사용자|수신자)|유효하지 않은 (?:수신자|주소|메일)|수신자.{0,8}없습니다
    ไม่พบ|ไม่มีอยู่|ไม่รู้จัก|ไม่ถูกต้อง
  `,
]

/** The mailbox is full. */
export const fullElsewhere = [
  phrases`
    (?:postfach|mailbox|konto|speicher|speicherplatz|kontingent|briefkasten|quota)(?:es|s)?${gap} (?:ist |wurde |hat )?(?:voll|uberfullt|ueberfuellt|uberschritten|erschopft)
    (?:postvak|mailbox|quotum|opslagruimte|inbox)${gap} (?:is |zit )?(?:vol|overschreden)
    (?:boite|messagerie|quota|espace|capacite|bal)${gap} (?:est )?(?:plein|pleine|sature|saturee|depasse|depassee|remplie|atteint)
    (?:buzon|cuenta|cuota|casilla|bandeja|espacio|bustia)${gap} (?:esta )?(?:llen[oa]|plen[a]?|exced~|superad[oa]|complet[oa]|agotad[oa]|supero)
    (?:caixa|conta|quota|cota|espaco)${gap} (?:esta )?(?:chei[oa]|lotad[oa]|exced~|esgotad[oa]|ultrapass~)
    (?:casella|quota|spazio|mailbox|casuta)${gap} (?:e )?(?:pien[oa]|esaurit[oa]|superat[oa]|plina)
    (?:brevlada|inkorg|postlada|postkasse|innboks|indbakke|postboks|mailboks)(?:n|en|r|ns|ens)?${gap} (?:ar |er )?(?:full|fuld|fullt|fylld)
    postilaatik[a-z]{1,6}${gap} (?:on )?taynna
    (?:postfach|konto|boite|buzon|cuenta|casella|caixa|postvak|skrzynk|schrank|ящик|brevlada|postkasse)\p{L}{0,3}${gap} (?:erreicht|atteint|alcanz|raggiunt|atingi|bereikt|osiagn|dosah|достиг|nadd|elerte|ulast)~
    (?:skrzynk|pojemnosc|limit|miejsc)[a-z]{0,4}${gap} (?:jest )?(?:peln[aey]|przepelnion~|przekroczon~|zapelnion~)
    (?:schrank|kvot|poštovn)[a-z]{0,4}${gap} (?:je )?(?:pln[aey]|preplnen~|prekrocen~)
    (?:postafiok|postalada)[a-z]{0,4}${gap} (?:megtelt|betelt|tele)
    (?:posta kutusu|kota|kotasi|gelen kutusu)${gap} (?:dolu|doldu|asildi|dolmus)~
    (?:ящик|почтов|квот|скриньк|кути)\p{L}{0,5}${gap} (?:переполн|заполн|превышен|перевищ|повн|пълн)~
    γραμματοκιβωτιο\p{L}{0,3}${gap} (?:ειναι )?(?:γεματ|πληρε)~
    תיבת${gap} מלאה
    (?:صندوق|البريد)${gap} ممتلئ~
    hop thu${gap} (?:da )?day
    kotak (?:surat|masuk)${gap} penuh
  `,
  unspaced`
    (?:メール ?ボックス|受信箱|受信トレイ|容量|ディスク).{0,16}(?:いっぱい|一杯|満杯|超え|超過|オーバー|不足)
    (?:已满|已滿|爆满)|超(?:过|過|出).{0,8}(?:容量|配额|配額|限额|限額|空间|空間)|(?:空间|空間|容量)不足
    가득 ?(?:찼|차|참)|용량.{0,8}(?:초과|부족)|꽉 ?(?:찼|차)
    (?:กล่อง|เมล).{0,20}เต็ม
  `,
]

/** The mailbox is closed for now. */
export const lockedElsewhere = [
  phrases`
    (?:empfanger|benutzer|postfach|konto|adresse|account|mailbox)${gap} (?:ist |wurde )?(?:gesperrt|deaktiviert|inaktiv|stillgelegt)
    (?:boite|compte|adresse|utilisateur|destinataire)${gap} (?:est )?(?:desactivee?|suspendue?|archivee?|bloquee?|ferme|fermee|inactive?)
    (?:cuenta|buzon|usuario|casilla|conta|caixa|casella|utente|account)${gap} (?:esta |e |ha sido |fue |foi )?(?:suspendid[oa]|suspens[oa]|bloquead[oa]|desactivad[oa]|desativad[oa]|disattivat[oa]|disabilitat[oa]|sospes[oa]|inactiv[oa]|inativ[oa])
    (?:account|postvak|gebruiker)${gap} (?:is )?(?:uitgeschakeld|geblokkeerd|gedeactiveerd)
    (?:kont|skrzynk|uzytkownik)[a-z]{0,3}${gap} (?:zostal[oa]? |jest )?(?:zablokowan|wylaczon|nieaktywn)~
    (?:пользовател|ящик|аккаунт|учетн|скриньк)\p{L}{0,5}${gap} (?:заблокирован|отключен|приостановлен|заблоковано|неактив)~
    (?:konto|brevlada|postkasse|bruker|bruger)(?:n|en|t|et)?${gap} (?:ar |er )?(?:avaktiver|inaktiver|deaktiver|sparr|sperret|spaerret)~
    hesap[a-z]{0,3}${gap} (?:devre disi|askiya)~
  `,
  unspaced`
    停用|冻结|凍結|被禁|已禁用|已注销|已註銷|利用停止|使用停止|一時停止|休眠|휴면|정지된
  `,
]

/** Taken for spam, or worse. */
export const spamElsewhere = [
  phrases`
    spam-?verdacht~
    unerwunschte~
    courriers? indesirables?|pourriels?
    correo (?:no deseado|basura)
    posta indesiderata
    ungewenste
    спам~
    вирус~
    lixo eletronico
    nevyzadan~|niechcian~
  `,
  unspaced`
    垃圾邮件|垃圾郵件|垃圾信|病毒|迷惑メール|スパム|ウイルス|ウィルス|스팸|바이러스|内容(?:被拒|不当|违规|敏感)
  `,
]

/** Larger than what is taken. */
export const largeElsewhere = [
  phrases`
    zu gro(?:ss|s)
    (?:maximale|zulassige) (?:nachrichten)?grosse
    trop (?:volumineux|volumineuse|gros|grosse|grande?)
    (?:demasiado|muy) grandes?
    troppo grande
    (?:muito|demasiado) grande
    te groot
    for stor[aet]?t?
    liian suur~|πολυ μεγαλ~|prea mar[ei]|завелик~|занадто велик~|твърде голям~|prevelik~|per didel~|qua lon|terlalu besar
    za duz[aey]|zbyt duz[aey]
    prilis velk~
    tul nagy
    cok buyuk
    слишком больш~|превышает~
    (?:supera|excede|sobrepasa|ultrapassa|depasse|uberschreitet|ubersteigt|ueberschreitet|overschrijdt|przekracza|prekracuje|presahuje|overskrider|overstiger|overstiger|ylittaa|meghaladja|asiyor|depaseste|υπερβαινει)${gap} (?:tamano|tamanho|taille|poids|grosse|groesse|dimension|grootte|rozmiar|velikost|storlek|storrelse|koko|meret|boyut|marime|μεγεθ)~
    (?:tamano|tamanho|taille|poids|grosse|groesse|dimensione|dimensioni|grootte|rozmiar|velikost|storlek|storrelse|размер)(?:n|en|s)?${gap} (?:exced|super|ultrapass|depass|uberschr|ueberschr|uberst|overschr|przekr|prekroc|presah|overskr|overst|превыша|перевищ)~
  `,
  unspaced`
    (?:过大|過大|太大)|超(?:过|過).{0,8}(?:大小|尺寸)|(?:大小|尺寸).{0,6}(?:超|限制)|大きすぎ|サイズ.{0,8}(?:超|制限)|너무 (?:큽|커|큰)|크기.{0,8}초과
  `,
]

/** Whom one may write to from inside only, or too much of us at once. */
export const limitedElsewhere = [
  phrases`
    (?:nur|ausschliesslich|alleen|uniquement|seulement|exclusivement|solo|solamente|soltanto|apenas|somente|tylko|pouze|jen|только|лише|endast|bara|kun|vain|csak|sadece)(?: [^ ]{1,20}){0,2} (?:intern|innerhalb|en interne|dentro|all'interno|wewn|zevnitr|внутр|sisais|belso|dahili)~
    (?:zu viele|te veel|trop de|trop d'|demasiad[oa]s|troppi|troppe|muitos|muitas|zbyt wiel[eu]|prilis mnoho|слишком много|занадто багато|for manga|for mange|liian mont~|tul sok|cok fazla|prea mult[ei])
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
    (?:черн|чорн)\p{L}{1,3} спис~
    kara liste~|fekete ?list~|mustalla listalla|estolista~|lista neagra|μαυρη λιστα
    (?:ip|ip-adresse?n?|adresse ip|direccion ip|endereco ip|indirizzo ip|ip-adres|ip-адрес|ip адрес)${gap} (?:gesperrt|blockiert|bloque|bloquee|bloquead[oa]|bloccat[oa]|geblokkeerd|zablokowan|blokovan|заблокирован|заблоковано|blockerad|blokkert|blokeret|engellen)~
  `,
  unspaced`
    黑名单|黑名單|ブラックリスト|블랙리스트|차단 ?목록|拒否リスト
  `,
]

/** Who writes may not write there. */
export const forbiddenElsewhere = [
  phrases`
    (?:berechtig|autoris|opravnen|uprawnien|permiso|permiss|permess|autoriz|разрешен|полномоч|tillatels|tilladels|behorig|toestemming|jogosult|permisiun|εξουσιοδοτ|δικαιωμα|дозв)~
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
    unbekannt|inconnue?|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|inesistente|inexistente|onbekend|okand|ukjent|ukendt|tuntematon|nieznan[ya]|neznam[ya]|неизвест~|невідом~|ismeretlen|necunoscut|αγνωστ~
  `,
]
