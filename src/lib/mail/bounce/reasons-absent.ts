import { phrases, unspaced } from './fold.ts'

// That there is nobody, or no longer: one grammar for all languages, in which a noun stands beside a denial, before it or after it. Which
// language it is need not be known, since no two mean different things by these words. Folded: lower case, no accents (see `fold`).

const user =
  'benutzer|nutzer|teilnehmer|empfang|empfaeng|adressat|gebruiker|ontvanger|geadresseerd|utilisateur|usager|destinatai|destinatari|abonne|correspondant|usuari|utilizador|utent|utilizator|uzytkownik|odbiorc|uzivatel|pouzivatel|prijemc|adresat|korisnik|primatelj|primalac|primaoc|uporabnik|prejemnik|пользовател|получател|абонент|адресат|користувач|отримувач|одержувач|потребител|vartotoj|gavej|lietotaj|sanemej|kasutaja|saaja|anvandar|mottagar|bruker|mottaker|modtager|kayttaj|vastaanottaj|felhasznalo|cimzett|kullanici|χρηστ|παραληπτ|ה?משתמש|ה?נמען|ال?مستخدم|ال?مستلم|nguoi dung|nguoi nhan|pengguna|penerima'
const box =
  '(?:e-?mail-?|mail-?|e-?post-?)?(?:postfach|konto|kontot|mailbox|postvak|boite|compte|adress|adres|endereco|casella|indirizzo|buzon|cuenta|direccion|adreca|bustia|casilla|caixa|conta|skrzynk|schrank|ucet|sanduci|naslov|ящик|почтов|адрес|скриньк|кутия|brevlad|postlad|postkass|postboks|osoite|tili|postilaatik|postafiok|casut|γραμματοκιβωτι|διευθυνσ|λογαριασμ|hesap|hesab|posta kutu|כתובת|תיבת|عنوان|correo electronico|alamat)|cim(?:e|et)?(?![\\p{L}])|cont(?:ul)?(?![\\p{L}])'
const domain = 'domain|domaine|domein|dominio|domeni|domen|домен|verkkotunn|τομεα'

/** Words that may stand between them; none of them begins something else that may be unknown or deleted. */
const other =
  '(?:e-?)?mails?(?! ?box)|messages?|courriels?|nachricht|mensaje|mensagem|messaggio|bericht|wiadomosc|zprav|sprav|сообщ|письм|повідомл|лист|съобщ|meddeland|melding|besked|viesti|uzenet|level|ileti|mesaj|μηνυμ|absender|expediteur|remitente|mittente|remetente|afzender|avsandare|avsender|afsender|nadawc|odesilatel|отправител|відправник|your|ihre|votre|vos|server'
const between = `(?:[ :,;.]{1,2}(?!${other})[^ :,;.]{1,60}){0,5}`

/** "The message to the mailbox was deleted" is not the end of the mailbox. */
const notTo =
  "(?<!(?:^|[^\\p{L}])(?:an|fur|fuer|a|au|aux|pour|para|al|all|alla|per|do|na|для|на|voor|aan|till|til|письмо|письма|сообщение|повідомлення|лист) (?:[\\p{L}]{1,8}[ '])?)"

const none =
  "(?:kein(?:e|en|er)?|geen|aucune?|pas d[e']|il n'y a (?:pas|aucune?)|il n'existe (?:pas|aucune?)|no (?:existe|existeix|hay|hi ha)|ningun[a]?|nao (?:existe|ha)|nenhum[a]?|nessun[oa]?'?|non (?:esiste|c'e)|nu exista|brak|nie (?:ma|istnieje)|zadn(?:y|a|e)|neexistuje|nema|ne postoji|ne obstaja|няма|не съществува|нет|не существует|не знает|немає|не існує|не знає|nera|nav|ei ole|finns (?:inte|ej|ingen|inget)|ingen|inget|intet|finnes ikke|findes ikke|nincs|δεν υπαρχει|אין|لا يوجد)"
const such =
  "(?:solch[a-z]{1,2}|derartig[a-z]{1,2}|gultig[a-z]{1,2}|bekannt[a-z]{1,2}|deze|dit|dergelijk[a-z]?|zo'n|cet?t?e?|tel(?:le)?|ess?[ea]|est[ea]|aquest[a]?|tal|dich[oa]|tale|quest[oa]|takieg?o?|takiej|taki|tego|tej|takov[a-z]{1,3}|taky|takav|takv[a-z]{1,2}|такого|такой|такои|такъв|такава|такої|цього|этого|этои|τετοι[α-ω]{1,2}|αυτ[α-ω]{1,3}|sadan|slik|ilyen|toks|tads|sellist|valid[oa]?|un[oa]?|une|la|el|le|il|lo|di|de|do|da|na|o|a)"
export const unknown =
  '(?:unbekannt|ungultig|ungueltig|unzustellbar|nicht existent|falsch|onbekend|ongeldig|inconnu|introuvable|invalide?|inexistant|errone|desconocid|desconegu|invalid[oa]|inexistente?|incorrect|desconhecid|sconosciut|inesistent|errat[oa]|necunoscut|okand|ukjent|ukendt|ogiltig|ugyldig|tuntema|virheelli|nieznan|nieprawidlow|niepoprawn|neznam|neplatn|nepoznat|neznan|nevazec|неизвест|недеиствит|несуществующ|неверн|неправильн|невідом|недіисн|непознат|невалид|nezinom|nezinam|tundmatu|ismeretlen|ervenytelen|nem letezo|bilinmey|bilinmiyor|gecersiz|αγνωστ|ακυρ|غير (?:موجود|معروف|صالح))'
export const notThere =
  "(?:(?:existier|besteh)[a-z]{0,3} (?:hier )?nicht|gibt es (?:hier |bei uns )?nicht|nicht (?:existier|besteh|bekannt ist)|(?:ist|wurde|sind|konnte)?(?: hier)? ?nicht (?:gefunden|bekannt|vorhanden|eingerichtet|registriert|im verzeichnis|vergeben|angelegt)|bestaat (?:hier )?niet|niet (?:gevonden|bekend|besta)|n'existe(?:nt)? (?:pas|plus)|pas (?:ete )?(?:trouve|connu|valide)|no existe|no existeix|no (?:se )?(?:ha |pudo |puede )?(?:encontr|registrad|valid)|nao (?:existe|foi (?:encontrad|localizad)|encontrad|localizad|cadastrad)|non (?:esiste|(?:e stat[oa] )?trovat|valid|presente|riconosciut)|nu (?:exista|(?:a fost )?gasit)|(?:finns|hittades|existerar) (?:inte|ej)|(?:inte|ej) (?:finns|existerar)|ikke (?:finnes|findes|eksisterer)|(?:finnes|findes|eksisterer) ikke|(?:inte|ikke) (?:hittas|funnet|fundet|gyldig|giltig)|ei (?:ole|loydy|loytynyt)|nie (?:istnieje|zostal[a-z]? znalezion|znalezion)|neexistuje|nebyl[a-z]? nalezen|nenalezen|sa nenasl|nebola najden|ne postoji|nije pronaden|ne obstaja|ni (?:bil )?najden|не (?:существу|наиден|обнаруж|зарегистр|існу|знаиден|съществува|е намерен|значится)|отсутств|neegzistuoj|nerast|neeksiste|nav atrast|ei leitud|nem (?:letezik|talalhato|ervenyes|ismert)|bulunamadi|bulunmamakta|mevcut degil|yok(?![\\p{L}])|δεν (?:υπαρχει|βρεθηκε|ειναι εγκυρ)|לא (?:נמצא|קיימ|קיים|מוכר)|אינ|khong (?:ton tai|tim thay|hop le)|tidak (?:ditemukan|dikenal|ada|valid|terdaftar))"
const deleted =
  '(?:gelosch|geloesch|aufgelos|aufgeloes|entfernt|aufgehoben|abgemeldet|gekundigt|verwijderd|opgeheven|opgezegd|supprim|resili|effac|detruit|eliminad|borrad|dad[oa] de baja|de baja|cancelad|excluid|removid|apagad|esborrad|eliminat|cancellat|rimoss|cessat|dismess|usuniet|skasowan|zlikwidowan|zrusen|smazan|odstranen|zmazan|vymazan|izbrisan|obrisan|удален|ликвидирован|видален|изтрит|borttag|tagits bort|raderad|raderat|slettet|nedlagt|fjernet|poistettu|torolt|torolve|megszun|silin|kapatil|sters|stearsa|desfiintat|διαγραφ|καταργη)'
const staff =
  '(?:mitarbeiter|kolleg|employe|agent|collaborat|emplead|dipendent|collega|funcionari|colaborador|medewerker|pracownik|zamestnan|сотрудник|працівник|співробітник|служител|anstalld|ansatt|medarbe[ij]d|tyontekij|munkatars|calisan|angajat|υπαλληλ)'
const left =
  '(?:ausgeschieden|verlassen|gekundigt|quitt|parti(?:e|s)?(?![\\p{L}])|dejo|se fue|se ha ido|saiu|deixou|lasciat|vertrokken|weg(?![\\p{L}])|odszed|odesel|odisel|уволен|уволил|звільн|напусна|slutat|sluttet|fratradt|lahtenyt|kilepett|ayrild|plecat|αποχωρ)'

export const absent = [
  phrases`
    ${none}(?: ${such}){0,3} ?(?:[dl]')?(?:${user}|${box})~
    так\p{L}{2,4} (?:${user}|${box})\p{L}{0,6}(?: [^ ]{1,20}){0,3} (?:нет|немає|няма|не)
    ${unknown}\p{L}{0,4}(?: (?:${such}|e-?mail|or|oder|ou|o|of|eller|lub|nebo|или|або)){0,2} (?:[dl]')?(?:${user}|${box}|${domain})~
    (?:[dl]')?(?:${user}|${box}|${domain})\p{L}{0,24}(?:(?: d[eio])? e-?mail| mail)?${between}[ :,;.]{1,2}(?:${unknown}|${notThere})~
  `,
  phrases`
    ${notTo}(?:[dl]')?(?:${user}|${box})\p{L}{0,24}${between}[ :,;.]{1,2}${deleted}~
    (?:[dl]')?(?:${user}|${box}|${staff})\p{L}{0,24}${between}[ :,;.]{1,2}${left}~
  `,
  unspaced`
    (?:域名|网域|網域|ドメイン|도메인).{0,8}(?:不存在|存在しません|存在しない|見つかりません|없|존재하지)
    (?:アカウント|アドレス|メールボックス).{0,10}削除され
    ユーザー?.{0,2}不明
    (?:邮箱|郵箱|信箱|帐号|账号|帳號|用户|用戶|地址).{0,8}(?:已(?:被)?(?:删除|刪除)|被(?:删除|刪除))
    (?:계정|주소|메일함|사용자).{0,8}삭제
  `,
]
