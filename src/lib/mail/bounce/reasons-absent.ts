import { phrases, unspaced } from './fold.ts'

// That there is nobody, or no longer: one grammar for all languages, in which a noun stands beside a denial, before it or after it. Which
// language it is need not be known, since no two mean different things by these words. Folded: lower case, no accents (see `fold`).

export const user =
  'benutzer|nutzer|teilnehmer|empfa?e?nger(?!\\p{L}{0,6}(?:server|system|liste))|adressat|gebruiker|ontvanger|geadresseerd|utilisateur|usager|destinatai|destinatar|abonne|correspondant|usuari|utilizador|utent|utilizator|uzytkownik|odbiorc|uzivatel|pouzivatel|prijemc|adresat|korisnik|primatelj|primalac|primaoc|uporabnik|prejemnik|пользовател|получател|абонент|адресат|користувач|отримувач|одержувач|потребител|vartotoj|gavej|lietotaj|sanemej|kasutaja|saaja|anvandar|mottagar|bruker|bruger|mottaker|modtager|kayttaj|vastaanottaj|felhasznalo|cimzett|kullanici|alici(?!\\p{L})|alicin|χρηστ|παραληπτ|persona(?!\\p{L})|osob[aey](?!\\p{L})|ה?משתמש|ה?נמען|(?:ال)?مستخدم|(?:ال)?مستلم|notand|карыстальн|perdorues|erabiltzaile|nguoi dung|nguoi nhan|pengguna|penerima'
export const box =
  '(?:e-?mail-?|mail-?|e-?post-?|sahkoposti|(?:be)?nutzer-?|kunden-?)?(?:postfach|kennung(?!en)|kont(?:o|a|u)(?!k)|mailbox|postvak|boite|compte|adress(?!ee?s? (?:aux?|a(?! ete)) )|adres(?!s)|endereco|casella|indirizzo|buzon|cuenta|direccion|adreca|bustia|casilla|caixa|conta(?!\\p{L})|skrzynk|schrank|ucet|sanduci|naslov|ящик|почтов|адрес|скриньк|кутия|brevlad|postlad|postkass|postboks|osoite|tili|postilaatik|postafiok|casut|γραμματοκιβωτι|διευθυνσ|λογαριασμ|hesap|hesab|учетн\\p{L}{1,3} запис|обліков\\p{L}{1,3} запис|ак{1,2}аунт|posta kutu|fiok|racun|nalog(?!\\p{L})|nabiralnik|ה?כתובת|ה?תיבת|ה?חשבון|(?:ال)?عنوان|(?:ال)?حساب|dia chi|tai khoan|akun(?!\\p{L})|correo electronico|alamat)|cim(?:e|et)?(?![\\p{L}])|cont(?:ul)?(?![\\p{L}])'
const domain =
  '(?:ziel|empfanger-?|mail-?|e-?mail-?)?domain|doman|domaen|domaine|domein|dominio|domeni|domen|домен|verkkotunn|tartomany|alan adi|τομεα'

/** Who wrote. */
export const writer =
  '(?:absender|expediteur|emetteur|remitent|mittent|remetent|afzender|verzend|avsandar|avsender|afsender|lahettaj|nadawc|odesilatel|odosielatel|posiljate|отправител|відправник|подател|felado|gonderen|gonderici|expeditor|αποστολε|siuntej|sutitaj|saatja)'

/** Words that may stand between them; none of them begins something else that may be unknown or deleted. */
const other = `(?:e-?)?mails?(?! ?box)|messages?|courriels?|nachricht|mensaje|mensagem|messaggio|bericht|wiadomosc|zprav|sprav|сообщ|письм|повідомл|лист|съобщ|meddeland|melding|besked|viest|uzenet|level|ileti|mesaj|μηνυμ|${writer}|your|ihre|votre|vos|server`
const here =
  '(?:dem|diesem|unserem|this|our|ce|notre|este|nuestro|questo|nostro|deze|onze|denna|var|denne|vores|tym|naszym|tomto|nasem|этом|нашем|цьому|нашому|bu) (?:mail-?)?(?:server|serveur|servidor|сервер)\\p{L}{0,4}'
const between = `(?:[ :,;.]{1,2}(?:${here}|(?!${other})[^ :,;.]{1,60})){0,5}`

/** "The message to the mailbox was deleted" is not the end of the mailbox. */
const notTo =
  "(?<!(?:\\p{L} a|(?:^|[^\\p{L}])(?:an|fur|fuer|au|aux|pour|para|al|all|alla|per|do|na|для|на|voor|aan|till|til|pro|pre|dla|pentru|catre|za|untuk|kepada|cho|письмо|письма|сообщение|повідомлення|лист)) (?:[\\p{L}]{1,8}[ '])?)"

const none =
  "(?:kein(?:e|en|er)?|geen|aucune?|pas d[e']|il n'y a (?:pas|aucune?)|il n'existe (?:pas|aucune?)|no (?:existe|existeix|hay|hi ha)|ningun[a]?|nao (?:existe|ha)|nenhum[a]?|nessun[oa]?'?|non (?:esiste|c'e)|nu exista|brak|nie (?:ma|istnieje)|zadn(?:y|a|e)|neexistuje|nema|ne postoji|ne obstaja|няма|не съществува|нет|не существует|не знает|немає|не існує|не знає|nera|nav|ei ole|finns (?:inte|ej|ingen|inget)|ingen|inget|intet|finnes ikke|findes ikke|nincs|fant ikke|fandt ikke|(?:hittade|hittar) inte|nie znaleziono|nenalezen[a-z]?|не наиден[оаы]?|не знаидено|khong tim thay|no se (?:encontro|encuentra|ha encontrado)|non trovat[oa]|nao encontrad[oa]|nemame|няма|δεν υπαρχει|אין|لا يوجد)"
const such =
  "(?:solch[a-z]{1,2}|derartig[a-z]{1,2}|gultig[a-z]{1,2}|bekannt[a-z]{1,2}|deze|dit|dergelijk[a-z]?|zo'n|cet?t?e?|tel(?:le)?|ess?[ea]|est[ea]|aquest[a]?|tal|dich[oa]|tale|nici(?:o|un)|vreo?|quest[oa]|takieg?o?|takiej|taki|tego|tej|takov[a-z]{1,3}|taky|takav|takv[a-z]{1,2}|такого|такой|такои|такъв|такава|такої|цього|этого|этои|τετοι[α-ω]{1,2}|αυτ[α-ω]{1,3}|sadan|slik|ilyen|toks|tads|sellist|valid[oa]?|un[oa]?|une|la|el|le|il|lo|di|de|do|da|na|o|a)"
export const unknown =
  '(?:unbekannt|ungultig|ungueltig|unzustellbar|nicht existent|falsch|onbekend|ongeldig|inconnu|introuvable|invalide?|inexistant|errone|desconocid|desconegu|invalid[oa]|inexistente?|incorrect|desconhecid|sconosciut|inesistent|errat[oa]|necunoscut|okand|ukjent|ukendt|ogiltig|ugyldig|tuntema|virheelli|nieznan|nieprawidlow|niepoprawn|neznam|neplatn|nepoznat|neznan|nevazec|neispravn|neveljav|nepoznam|tanimiyor|невірн|неизвест|недеиствит|несуществующ|неверн|неправильн|невідом|недіисн|непознат|невалид|nezinom|nezinam|tundmatu|ismeretlen|ervenytelen|nem letezo|bilinmey|bilinmiyor|gecersiz|αγνωστ|ακυρ|μη εγκυρ|غير (?:موجود|معروف|صالح))'
export const notThere =
  "(?:(?:existier|besteh)[a-z]{0,3} (?:hier )?nicht|gibt es (?:hier |bei uns )?nicht|nicht (?:existier|besteh|bekannt ist)|(?:ist|wurde|sind|konnte)?(?: hier)? ?nicht (?:gefunden|bekannt|vorhanden|eingerichtet|registriert|gelistet|hinterlegt|aufgefuhrt|zugeordnet|i[nm]s? (?:[a-z-]{1,24})?verzeichnis|(?:pas|no|non|niet) (?:esta |figura |presente )?(?:dans|en|nella|nell'|in)(?: (?:l'|le|el|la|de|il))? ?(?:annuaire|repertoire|directorio|directory|adreslijst)|vergeben|angelegt)|gehort(?: [^ ]{1,20}){0,3} nicht zu|bestaat (?:hier )?niet|komt niet voor|niet (?:(?:kunnen )?worden )?(?:gevonden|bekend|besta|voorkomt|geregistreerd|herkend)|n'existe(?:nt)? (?:pas|plus)|pas (?:ete )?(?:trouve|connu|valide|repertori|enregistr|inscrit|reconnu|attribu)|n'appartient pas|no existe|no existeix|no (?:se )?(?:ha |pudo |puede )?(?:encontr|(?:esta )?(?:dad[oa] de alta|registrad)|valid|reconoc|pertenece|figura|consta)|nao (?:existe|foi (?:encontrad|localizad)|encontrad|localizad|cadastrad|registad|registrad|reconhecid|pertence|consta|(?:e|esta) (?:cadastrad|registad|registrad))|non (?:esiste|(?:e stat[oa] )?trovat|valid|presente|riconosciut|registrat|risulta (?:registrat|present|attiv|esistent)|figura|appartiene)|nu (?:este (?:inregistrat|cunoscut|valid)|exista|(?:a fost )?gasit)|(?:finns|hittades|existerar) (?:inte|ej)|(?:inte|ej) (?:finns|existerar)|ikke (?:finnes|findes|eksisterer)|(?:finnes|findes|eksisterer) ikke|ken(?:des|nes) ikke|kjennes ikke|(?:inte|ikke) (?:hittas|funnet|fundet|gyldig|giltig|registrer|kand|kendt|kjent)|ei (?:ole|loydy|loytynyt|tunnet|tunnist)|nie (?:figuruje|nalezy|(?:jest )?(?:znan|zarejestrowan|rozpoznan)|je (?:znam|zaregistrovan)|istnieje|zostal[a-z]? znalezion|znalezion)|neexistuje|neni(?: [^ ]{1,20}){0,2} (?:znam|registrovan|evidovan)|nebyl[a-z]? nalezen|nenalezen|sa nenasl|nebola najden|ne postoji|nije pronaden|ne obstaja|ni (?:bil )?najden|не (?:существу|наиден|обнаруж|зарегистр|числится|известен|принадлеж|зареєстр|існу|знаиден|съществува|е намерен|значится)|отсутств|neegzistuoj|nerast|neeksiste|nav atrast|ei leitud|nem (?:letezik|talalhato|ervenyes|ismert|szerepel|regisztral)|bulunm(?:uyor|az)|bulunamadi|bulunmamakta|(?:mevcut|kayitli|tanimli|gecerli) degil|yok(?![\\p{L}])|δεν (?:υπαρχει|βρεθηκε|ειναι (?:εγκυρ|γνωστ|εγγεγραμμεν))|לא (?:נמצא|קיימ|קיים|מוכר)|אינ|(?:er ekki|finnst ekki)|nuk (?:ekziston|u gjet)|ez da|non existe|khong (?:ton tai|tim thay|hop le)|tidak (?:ditemukan|dikenal|ada|valid|terdaftar))"
/** Words between who is named and the denial that ends the clause: how they are called, and where they are not. */
const called =
  '(?: (?:с|со|з|із|за|под|o|u|у|в|на|z|s|su|ar|w|na|con|com|cu|amb|met|mit|bei|a|en|i|ce|ese|est[ea]|esse|questo|tale|tal|acest|aquest|dies[a-z]{1,2}|die|dat|deze|так[а-яі]{2,4}|это[ми]|нас|здесь|тут|тука?|наш[а-яі]{1,3}|имен[а-я]{1,3}|імен[а-я]{1,3}|име|te[jm]|tak[a-z]{2,4}|nazwie|nas|itt|nalunk|ilyen|ezen|ezzel|tok[a-z]{1,3}|nev[a-z]{1,2}|tim|imenom|sad[a-z]|vard[a-z]|cia|seit|siin|toho|tymto|jmena|menom|nom|nombre|nome|name[ns]?|naam|uns|is|gibt es|nume|indicad[oa]|כזה|nay|itu)){0,4}'
const isNot =
  "(?:nincs(?:en)?|нет|немає|нема|няма|nera|nav|brak|nema(?:me|mo)?|nemame|ni|neni|nie je|pole|yok|keinen?|er niet|no (?:hay|(?:lo )?tenemos)|no n'hi ha|nao ha|non (?:c'e|ce n'e)|nu este|il n'y en a pas|אין|khong co|tidak ada)(?=[^\\p{L}]{0,4}(?:[.!,;:()]|$))"
const deleted =
  '(?:exmatrikul|abgeschaltet|vervallen|zaprt|gelosch|erlosch|aufgegeben|chius[oa] definitiv|opgehev|נמחק|(?:تم )?حذف|xoa(?!\\p{L})|dihapus|geloesch|aufgelos|aufgeloes|entfernt|aufgehoben|abgemeldet|gekundigt|verwijderd|opgeheven|opgezegd|supprim|resili|effac|detruit|eliminad|borrad|dad[oa] de baja|de baja|cancelad|excluid|removid|apagad|esborrad|eliminat|cancellat|rimoss|cessat|dismess|usuniet|skasowan|zlikwidowan|zrusen|smazan|odstranen|zmazan|vymazan|izbrisan|obrisan|удален|ликвидирован|видален|изтрит|borttag|tagits bort|raderad|raderat|slettet|nedlagt|fjernet|poistettu|torolt|torolve|megszun|silin|kapatil|sters|stearsa|desfiintat|διαγραφ|καταργη)'
const staff =
  '(?:kunde(?!n)|kundin|client(?!\\p{L})|klant|klient|zakazni|клиент|клієнт|asiakas|ugyfel|musteri|mitarbeiter|kolleg|schuler|studier|student|eleve|elev(?!\\p{L})|alumn|leerling|uczen|uczni|uceni|student|ученик|студент|opiskelij|hallgato|ogrenci|employe|agent|collaborat|emplead|dipendent|collega|funcionari|colaborador|medewerker|pracownik|zamestnan|сотрудник|працівник|співробітник|служител|anstalld|ansatt|medarbe[ij]d|tyontekij|munkatars|calisan|angajat|υπαλληλ)'
const left =
  '(?:exmatrikul|desligad|skoncil|verlaten|tavozott|elment|ayril|отишъл|otisao|odsel|nepracuje|ausgeschieden|verlassen|gekundigt|quitt|parti(?:e|s)?(?![\\p{L}])|dejo|se fue|se ha ido|saiu|deixou|lasciat|vertrokken|weg(?![\\p{L}])|odszed|odesel|odisel|уволен|уволил|звільн|напусна|slutat|sluttet|fratradt|lahtenyt|kilepett|ayrild|plecat|αποχωρ)'

/** Who looks, and does not find. */
const not =
  "(?:nicht|pas|n'a|no|non|nao|niet|nie|nelze|ne|nebyl[aoiy]?|neni|nebolo|inte|ej|ikke|ei|eivat|nem|nu|не|нельзя|nije|ni|nav|δεν|impossib\\p{L}{0,4}|imposib\\p{L}{0,4}|khong|tidak)"
const found =
  '(?:find(?:en|e)?(?!\\p{L})|gefunden|auffind|trouv|retrouv|encontr|localiz|trovat|trovar|rintracci|vinden|gevonden|znale|odnale|najit|najdena|nalez|najst|hitta|funnet|fundet|finne(?!\\p{L})|loyt|loyd|talal|bulun|gasi|pronac|pronad|najti|najden|наити|наиден|знаити|знаиден|намер|открит|βρεθ|βρε|atrast|rast(?!\\p{L})|leitud|leida|ditemukan|tim thay)'
const few = '(?: [^ .,:;]{1,24}){0,4} '
const known =
  '(?:kenn(?:en|t)?(?!\\p{L})|fuhren(?!\\p{L})|connai|conoc|conosc|conhec|kende(?:r|n)?(?!\\p{L})|kanner|kjenner|zna(?:my|m|ju|jo|me|mo)?(?!\\p{L})|pozna(?:j|m)|tunne(?!\\p{L})|ismer|cunoa|знаем|знает|знаю|знаєм|познава|γνωριζ)'

export const absent = [
  phrases`
    ${not}${few}${found}\p{L}{0,12}${few}(?:[dl]')?(?:${user}|${box}|${domain})~
    (?:[dl]')?(?:${user}|${box}|${domain})\p{L}{0,24}${few}${not}${few}${found}~
    (?:${not}|emme)${few}${known}\p{L}{0,12}${few}(?:[dl]')?(?:${user}|${box})~
    ${known}\p{L}{0,12}${few}${not}${few}(?:[dl]')?(?:${user}|${box})~
    (?:${user}|${box})\p{L}{0,24}${few}(?:${known}\p{L}{0,12}${few}${not}|${not} ${known}~)
    ${none}(?: ${such}){0,3} ?(?:[dl]')?(?:${user}|${box})~
    (?:${user}|${box})\p{L}{0,24}${called},? ${isNot}
    так\p{L}{2,4} (?:${user}|${box})\p{L}{0,6}(?: [^ ]{1,20}){0,3} (?:нет|немає|няма|не)
    takov[a-z]{1,3} (?:${user}|${box})\p{L}{0,6}(?: [^ ]{1,20}){0,3} (?:neni|nie je|nemame|nema)
    personne (?:de|a) ce nom|niemand\p{L}{0,2} (?:erreichbar|bekannt)|${not}${few}(?:tra i|tra gli|parmi|entre|unter|bland|blandt|wsrod|mezi|среди|onder)${few}(?:${user})~
    (?:personne ne (?:porte|repond|s'appelle)|(?:no (?:hay|tenemos|conocemos)(?: a)? )?nadie (?:con|llamad[oa]|se llama)|nessuno (?:con|si chiama)|ninguem (?:com|chamad[oa])|niemand(?:en)? (?:mit|unter|met|onder|namens)|nikogo o|nikoho (?:se|s)|никого с|ingen (?:med|som heter))
    ${unknown}\p{L}{0,4}(?: (?:${such}|e-?mail|or|oder|ou|o|of|eller|lub|nebo|или|або)){0,2} (?:[dl]')?(?:${user}|${box}|${domain})~
    (?:[dl]')?(?:${user}|${box}|${domain})\p{L}{0,24}(?:(?: d[eio])? e-?mail| mail)?${between}[ :,;.]{1,2}(?:${unknown}(?!\p{L}{0,8} (?:${writer}))|${notThere})~
  `,
  unspaced`
    (?:域名|网域|網域).{0,6}(?:无法解析|無法解析|解析失败)|該当の.{0,10}(?:あり|ござい)ません
    (?:域名|网域|網域|ドメイン|도메인).{0,8}(?:不存在|存在しません|存在しない|見つかりません|없|존재하지)
    ユーザー?.{0,2}不明|(?:ユーザー?|宛先|アドレス|アカウント).{0,8}登録(?:され|が(?:あり|ござい)).{0,6}ません
    (?:사용자|회원|계정|주소|수신자)[가는은이]? ?없(?:습니다|음)|주소.{0,8}잘못|退社|該当者|등록되지 ?않은|(?:없는|잘못된).{0,8}(?:주소|수신자|계정)
    (?:無効な|誤った|不正な|存在しない).{0,4}(?:アドレス|宛先|ユーザー)
  `,
]

/** Who left, or what was deleted, says so. */
export const over = [
  phrases`
    ${notTo}(?:[dl]')?(?:${user}|${box}|account)\p{L}{0,24}${between}[ :,;.]{1,2}${deleted}~
    az? (?:postafiok|fiok|felhasznalo|cimzett)\p{L}{0,12}${between}[ :,;.]{1,2}(?:torol|megszun)~
    (?:[dl]')?(?:${user}|${box}|${staff})\p{L}{0,24}${between}[ :,;.]{1,2}${left}~
  `,
  unspaced`
    (?:ユーザー?|アカウント|アドレス|メールボックス).{0,10}削除され
    (?:邮箱|郵箱|信箱|帐号|账号|帳號|用户|用戶|地址).{0,8}(?:已.{0,4}(?:删除|刪除)|被(?:删除|刪除))
    (?:계정|주소|메일함|사용자).{0,8}삭제|삭제된 ?(?:계정|주소|메일함|사용자)
    (?:تم حذف).{0,4}(?:الحساب|العنوان|البريد)
  `,
]
