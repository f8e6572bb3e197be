import { phrases, unspaced } from './fold.ts'

// What servers and hosts say in other languages than English. Folded: lower case, no accents (see `fold`).

/** No more words than this stand between a noun and what is said of it. */
const gap = '(?:[ :,]{1,2}[^ ]{1,60}){0,6}'

/** There is no such user or address. */
export const deadElsewhere = [
  // German, Dutch
  phrases`
    (?:empfanger|empfaenger|benutzer|nutzer|adressat|adresse|postfach|konto|e-mail-konto|mailkonto|teilnehmer|e-?mail-?adresse|mailadresse)${gap} (?:ist |wurde |sind )?(?:unbekannt|nicht (?:gefunden|bekannt|vorhanden|erreichbar|eingerichtet|existent|gultig)|existier(?:t|en) nicht|ungultig|ungueltig|unzustellbar|falsch|gibt es nicht|nicht)
    (?:unbekannte[rns]?|ungultige[rns]?|ungueltige[rns]?|falsche[rns]?) (?:empfanger|empfaenger|benutzer|adresse|e-mail-adresse|konto|postfach)~
    kein(?:e|en)? (?:solche[rns]? |gultige[rns]? )?(?:empfanger|empfaenger|benutzer|postfach|konto|adresse|account)
    wurde(?: [^ ]{1,60}){0,4} nicht gefunden
    (?:gebruiker|ontvanger|geadresseerde|adres|e-mailadres|postvak|mailbox|account)${gap} (?:is |bestaat |kan )?(?:onbekend|bestaat niet|niet (?:gevonden|bekend|bestaand|worden gevonden)|niet|ongeldig)
    (?:onbekende|ongeldige) (?:gebruiker|ontvanger|adres|geadresseerde)
  `,
  // French, Spanish, Catalan, Portuguese, Italian, Romanian
  phrases`
    (?:destinataires?|utilisateurs?|usagers?|adresses?|boites?(?: aux lettres)?|comptes?|correspondant|abonne|personne)${gap} (?:est |sont |a |n'a |n'est )?(?:inconnue?s?|introuvables?|invalides?|inexistante?s?|n'existe(?:nt)? pas|n'existe|pas (?:ete )?(?:trouvee?|valide|connue?)|incorrecte?s?|erronee?s?)
    (?:aucun|pas d[eu']) ?(?:utilisateur|destinataire|compte|boite)~
    (?:usuario|destinatari[oa]|direccion|adreca|bustia|buzon|cuenta|casilla|persona|usuari)${gap} (?:es |esta |ha sido |fue )?(?:desconocid[oa]|desconegu(?:t|da)|no (?:existe|existeix|encontrad[oa]|es valid[oa]|valid[oa]|se (?:ha )?encontr~|esta registrad~|s'ha trobat)|inexistente|invalid[oa]|erronea|incorrect[oa])
    no existe (?:el |la |ese |dicha |tal |ningun |un |una )?(?:usuario|persona|cuenta|buzon|direccion|destinatario|casilla)
    no se (?:ha |pudo |puede )?(?:encontrado|encontro|encuentra|encontrar)
    (?:usuario|utilizador|destinatario|endereco|caixa|conta|pessoa)${gap} (?:e |foi |nao )?(?:desconhecid[oa]|nao (?:existe|encontrad[oa]|foi encontrad[oa]|localizad[oa]|cadastrad[oa])|inexistente|existe|invalid[oa])
    nao foi (?:possivel )?(?:encontrad[oa]|localizad[oa]|encontrar|localizar)
    (?:utente|destinatari[oa]|indirizzo|casella|mailbox|account|utenza)${gap} (?:e |non |stato )?(?:sconosciut[oa]|inesistente|non (?:esiste|trovat[oa]|valid[oa]|riconosciut[oa]|presente)|errat[oa]|trovat[oa]|disattivat[oa])
    (?:impossibile|non e stato possibile|non) (?:trovare|trovato)
    (?:utilizator|destinatar|adres[ae]|casuta|cont)(?:ul|a)?${gap} (?:este |nu )?(?:necunoscut[a]?|exista|inexistent[a]?|invalid[a]?|(?:a fost )?gasit[a]?)
  `,
  // Nordic
  phrases`
    (?:mottagare|anvandare|adress|e-postadress|brevlada|konto|bruker|mottaker|modtager|adresse|e-postadresse|postkasse|mailadresse|e-mailadresse|vidtagare)(?:n|en|r|ren|s)?${gap} (?:ar |er |kunde |kunne |ble |blev )?(?:okand|ukjent|ukendt|finns (?:inte|ej)|finnes ikke|findes ikke|eksisterer ikke|existerar inte|hittades inte|(?:inte|ikke) (?:hittas|funnet|fundet|gyldig|giltig|finnes|findes)|ogiltig|ugyldig)
    (?:okand|ukjent|ukendt|ogiltig|ugyldig) (?:mottagare|anvandare|adress|bruker|mottaker|modtager)~
    (?:inte|ikke|ej)(?: att| a| at)? (?:hitta|finde|finne)
    (?:kayttaja|vastaanottaja|osoite|sahkopostiosoite|postilaatikko|tili)(?:a|tta|n)?${gap} (?:on )?(?:tuntematon|ei (?:ole(?: olemassa)?|loydy|loytynyt)|virheellinen|loytynyt)
    (?:tuntematon|virheellinen) (?:kayttaja|vastaanottaja|osoite)
    (?:notandi|vidtakandi|netfang)${gap} (?:er )?(?:othekkt|ekki til|fannst ekki|finnst ekki)
  `,
  // Slavic, Baltic
  phrases`
    (?:uzytkownik|odbiorc|adres|adresat|skrzynk|kont|konto)[a-z]{0,5}${gap} (?:jest )?(?:nieznan~|nie istnieje|nie znaleziono|nie zostal~|nieprawidlow~|niepoprawn~)
    nie znaleziono|nieznan[yae] (?:uzytkownik|odbiorc|adres)~
    (?:uzivatel|prijemce|prijemc|adres|schrank|ucet)[a-z]{0,5}${gap} (?:je )?(?:neexistuje|neznam~|nebyl[a]? nalezen~|nenalezen~|nebola najden~|sa nenasl~|neplatn~)
    (?:neznam|neexistujic|neplatn)[a-z]{1,3} (?:uzivatel|prijemce|adres|schrank)~
    (?:korisnik|primatelj|primalac|uporabnik|prejemnik|adres|naslov|sanducic)[a-z]{0,4}${gap} (?:ne postoji|nepoznat~|nije pronaden~|ne obstaja|neznan~|ni (?:bil )?najden~)
    (?:пользовател|получател|адресат|адрес|почтов|ящик|учетн|абонент|користувач|отримувач|скриньк|потребител)\p{L}{0,6}${gap} (?:не (?:существу|наиден|обнаруж|зарегистр|iснує|існує|знаиден|съществува|е намерен)|неизвест|невідом|недеиствит|отсутств)~
    (?:неизвестн|несуществующ|невідом|непознат)\p{L}{1,4} (?:пользовател|получател|адрес|користувач|корисник)~
    не удалось наити|нет такого (?:пользовател|адрес|ящик)~
    не (?:существу|існу)\p{L}{1,4}(?: [^ ]{1,20})? (?:пользовател|получател|адрес|ящик|користувач|скриньк)~
    (?:vartotoj|gavej|adres|lietotaj|sanemej|kasutaja|saaja|aadress)\p{L}{0,4}${gap} (?:neegzistuoja|nezinom~|nerast~|neeksiste|nav atrast~|ei leitud|tundmatu|ei ole olemas)
  `,
  // Hungarian, Turkish, Greek, Hebrew, Arabic, Vietnamese, Indonesian
  phrases`
    (?:felhasznalo|cimzett|cim|postafiok|e-mail-cim|emailcim)[a-z]{0,5}${gap} (?:ismeretlen|nem (?:letezik|talalhato|ervenyes)|ervenytelen)
    (?:ismeretlen|nem letezo|ervenytelen) (?:felhasznalo|cimzett|cim|e-mail|postafiok)~
    (?:kullanici|alici|adres|posta kutusu|hesap|kisi)[a-z]{0,5}${gap} (?:bulunamadi|bilinmiyor|bilinmeyen|mevcut degil|gecersiz|yok)
    bilinmeyen (?:kullanici|alici|adres)~
    (?:χρηστη|παραληπτη|διευθυνση|γραμματοκιβωτιο|λογαριασμο)\p{L}{0,3}${gap} (?:δεν (?:υπαρχει|βρεθηκε|ειναι εγκυρ)|αγνωστ|ακυρ)~
    αγνωστο\p{L}{0,2} (?:χρηστη|παραληπτη)~
    (?:משתמש|נמען|כתובת|תיבת)${gap} (?:לא (?:נמצא|קיימ|מוכר)|אינ)~
    (?:المستخدم|المستلم|العنوان|عنوان|البريد)${gap} (?:غير (?:موجود|معروف|صالح)|لا يوجد)~
    لم يتم العثور
    khong (?:ton tai|tim thay|hop le)
    (?:pengguna|penerima|alamat|akun|kotak surat)${gap} tidak (?:ditemukan|dikenal|ada|valid|terdaftar)
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
    for stora?|for store?
    za duz[aey]|zbyt duz[aey]
    prilis velk~
    tul nagy
    cok buyuk
    слишком больш~|превышает~
    (?:supera|excede|sobrepasa|ultrapassa|depasse|uberschreitet|ubersteigt|ueberschreitet|overschrijdt|przekracza|prekracuje|presahuje|overskrider|overstiger|overstiger|ylittaa|meghaladja|asiyor|depaseste|υπερβαινει)${gap} (?:tamano|tamanho|taille|poids|grosse|groesse|dimension|grootte|rozmiar|velikost|storlek|storrelse|koko|meret|boyut|marime|μεγεθ)~
    (?:tamano|tamanho|taille|poids|grosse|groesse|dimensione|dimensioni|grootte|rozmiar|velikost|storlek|storrelse|размер)(?:n|en|s)?${gap} (?:exced|super|ultrapass|depass|uberschr|ueberschr|uberst|overschr|przekr|prekroc|presah|overskr|overst|превыша|перевищ)~
  `,
  unspaced`
    (?:过大|過大|太大)|超(?:过|過).{0,8}(?:大小|尺寸)|大きすぎ|サイズ.{0,8}(?:超|制限)|너무 (?:큽|커|큰)|크기.{0,8}초과
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

/** Ours is the name that is unknown, or not wanted. */
export const senderElsewhere = [
  phrases`
    (?:absender|expediteur|emetteur|remitente|mittente|remetente|afzender|avsandare|avsender|afsender|lahettaja|nadawc|odesilatel|odosielatel|отправител|відправник|felado|gonderen|expeditor)\p{L}{0,6}${gap} (?:unbekannt|nicht|ungultig|abgelehnt|gesperrt|inconnu|invalide|refuse|rejete|bloque|desconocid|no|rechazad|invalid|sconosciut|non|rifiutat|desconhecid|nao|onbekend|niet|geweigerd|okand|ukjent|ukendt|inte|ikke|tuntematon|ei|nieznan|nie|neznam|ne|неизвест|не|ismeretlen|nem|bilinm|gecersiz|necunoscut)~
  `,
  unspaced`
    (?:送信者|差出人|发件人|寄件者|寄件人|发信人|발신자|보낸 사람).{0,10}(?:拒否|拒绝|拒絕|不明|不存在|无效|無效|거부|차단)
  `,
]

/** One word for it. */
export const unknownElsewhere = [
  phrases`
    unbekannt|inconnue?|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|inesistente|inexistente|onbekend|okand|ukjent|ukendt|tuntematon|nieznan[ya]|neznam[ya]|неизвест~|невідом~|ismeretlen|necunoscut|αγνωστ~
  `,
]
