import { phrases, unspaced } from './fold.ts'
import { notYours } from './reasons-words.ts'

// Whom or what there was and is no more: who left, what was deleted. Folded: lower case, no accents (see `fold`).

/** Between a mailbox and its end; a message is deleted, too, and tells nothing. */
const gap = '(?:[ :,]{1,2}(?!your|(?:e-?|mail)?mails?(?! ?box)|messages?)[^ :,]{1,60}){0,5}'

/** "The message to the mailbox was deleted" is not the end of the mailbox. */
const notTo = '(?<!(?:^|[^\\p{L}])(?:to|for) (?:[\\p{L}]{1,8} )?)'

const box = '(?:mail ?box(?:es)?|mailboks|accounts?|addresse?s?|e-?mail addresse?s?|alias(?:es)?|inbox|user ?ids?|logins?)'
const who =
  '(?:users?|persons?|employees?|owners?|holders?|colleagues?|recipients?|students?|graduates?|pupils?|alumn[ia]|subscribers?|clients?|tenants?|teachers?|professors?|members?|customers?|people|addressees?|he|she|they|who)'

/** Deleted, in the sense of a mailbox. */
export const deleted = [
  phrases`
    ${notTo}(?:${box}|${who}|groups?|mailing lists?)${gap} (?:has been|have been|was|were|is|are|got|been)(?: [a-z]{1,14}ly)? (?:deleted|removed|retired|decommissioned|cancell?ed|discontinued|abolished|dissolved|purged|erased|deprovisioned|withdrawn|gone|(?:switched|turned|shut) off)
    ${notTo}${box} (?:deleted|removed|erased|purged|discontinued|deprovisioned)
    (?:deleted|retired|removed|discontinued|abandoned|decommissioned) (?:e-?mail |mail |user )?(?:${box}|user)
  `,
]

/** Shut by whoever owns it, or by disuse. What is only disabled or suspended may come back, but for Yahoo's 554.30, a mailbox given up long ago. */
export const closed = [
  phrases`
    ${notYours}(?:${box}|${who})${gap} (?:closed|terminated|deactivated|dormant|inactive|archived|cancell?ed|abandoned|disused|unused|obsolete|defunct|shut down|not active)
    mail ?box is disabled \(554\.30\)|554[ -]30 sorry
    ${notYours}${box} (?:is |was |has |have |has been )?expired
    (?<!delivery )(?:closed|terminated|deactivated|dormant|inactive|archived|expired|cancell?ed|abandoned|disused|unused) (?:e-?mail |mail |user )?(?:${box}|user|recipient)
    ${who} (?:deleted|closed|gave up) (?:the|their|his|her|its|this) (?:e-?mail |mail )?${box}
    ${who}${gap} (?:has|have) (?:closed|disabled|deactivated|cancell?ed|given up) (?:this|the|that|their|his|her|its) (?:e-?mail |mail )?${box}
    (?:disabled|deactivated|closed|shut down|locked) (?:by (?:its|the|their) (?:owner|user|customer)|on request|for (?:good|ever))
  `,
]

/** A connection falls silent, too, and what is yours is ours. */
const ofMailbox =
  '(?<!(?:connection|connexion|conexi?on|connessione|verbindung|verbinding|соединени|session|channel|socket|your (?:account|address|domain|server|ip)\\b)[^.]{0,90})'
const since = '(?:for|in|since|within|during)'
/** Given up because nobody used it, whatever was done with it then. */
export const unused = [
  phrases`
    inactivity${ofMailbox}|disuse|non-?use|lack of (?:use|activity)
    (?:no|without(?: an?| any)?) (?:recent )?(?:logins?|log-?ins?|sign-?ins?|activity)(?: ${since})?${ofMailbox}
    (?:not|never|no longer) (?:been )?(?:used|accessed|opened|logged (?:in(?:to)?|on)|signed in(?:to)?|read|checked)(?: (?!this)[a-z]{1,12}){0,4} ${since} (?!the (?:future|directory|list))(?:more than |over |the last |a |at least )?(?:[a-z0-9]{1,12} )?(?:days|weeks|months|years?)
    unused (?:for|since)
    (?:inactivit|inactividad|inattivita|inatividade|inaktivit|nieaktywn|neaktivn|neaktivit|necinnost|nepouziv|неактивност|неактивніст|бездеиств|бездіяльн|hareketsizli|kullanilmama|kayttamattom|αδρανει|inactiviteit|inactivitat)~${ofMailbox}
    (?:falta de|mancato|mancanza di|defaut d'|manque d'|faute d'|gebrek aan|fehlender?|brak[ui]?) ?(?:uso|utilizzo|utilizacion|attivita|utilisation|activite|gebruik|activiteit|nutzung|aktywnosci|uzywania|logowania)
    (?:nichtnutzung|nichtbenutzung|non[- ]utilisation|неиспольз|невикорист|неизползв)~
    (?:nicht|non|no (?:ha sido|se ha)|pas|niet|nao|nie|ikke|inte|не)(?: [^ .]{1,12}){0,2} (?:genutzt|benutzt|utilise|utilizz?ad|utilizzat|usad|usat|gebruik|uzywan|brukt|brugt|anvant|использовал|використовува)\p{L}{0,5} (?:seit|depuis|desde|da(?: oltre)?|ha|sinds|od|siden|sedan|pa|более|понад)
    (?:seit|depuis|desde|da oltre|sinds|lange(?:r|rer)? als)(?: [^ .]{1,12}){1,5} (?:nicht|non|pas|niet|nao) (?:mehr )?(?:genutzt|benutzt|utilise|utilizz?ad|usad|usat|gebruikt)~
  `,
  unspaced`
    長期間.{0,12}(?:利用|使用|ログイン)|长期(?:未|不)|長期(?:未|不)|未登[录錄]|不活[跃躍]|미사용|미접속|비활동
  `,
]

/** Left, moved on, no longer used. */
export const gone = [
  phrases`
    no longer (?:on|at|with|in|valid|available|exists?|works?|active|(?:accept(?:s|ed|ing)?|takes?|taken|receiv~)(?!(?: any)?(?: e-?mails?| mails?| messages?)? from)|an?|run|runs|hosts?|here|employed|used|read|checked|registered|supported|monitored|part|maintained|associated|serviced)
    not our (?:user|customer)|(?:does|do|is|are) not (?:work|working|live|living|employed) (?:here|for us|with us|at)|points (?:nowhere|to nothing)
    (?:closed|terminated|disabled|deactivated) (?:permanently|for good|forever)|permanently (?:closed|disabled|deactivated|terminated)
    (?:forwarding|contract|membership)(?: (?:for|of|with)[^.]{0,40})? (?:has |was |is |have )?(?:been )?(?:ended|expired|cancell?ed|terminated|stopped)
    (?:is|are|has) gone (?:for good|forever|away)
    no forwarding (?:address|is set|information)|without (?:a )?forwarding address
    has left|(?:has|have) retired|retired (?:on|in|from|last|since|early|at)
    (?:has|have|was|is|user|recipient|address|account|mailbox) moved(?: (?:to|and|with))?
    moved (?:to|away|permanently)
    (?:e-?mail |mail )?address (?:has |was )?(?:been )?(?:changed|replaced|retired|discontinued|abandoned)
    (?:has been|was) replaced by
    ${who}${gap} (?:(?:cancell?ed|terminated|ended) (?:the|their|his|her|its|this|service)|left (?:the|our|this|us|in|years|some|a while)|departed|retired|resigned|quit|deceased|graduated|died|is deceased|passed away|moved on)
    (?:former|ex-?) ?(?:employee|staff|user|student|member|customer|colleague|account)~
    (?:${box}|${who})${gap} (?:does|do|is|are|has|have) not (?:(?!from)[^ ]{1,20} ){0,4}(?:any ?more|any longer)
    ${notTo}(?:${box}|this one) (?:is |has )?(?:gone|ceased)
  `,
  phrases`
    nicht (?:mehr|langer) (?:gueltig|gultig|bei|aktiv|erreichbar|in|im|vorhanden|existent|vergeben|beschaftigt|tatig|verfugbar|genutzt|verwendet|bekannt|an|fur)
    (?:existier|besteh|arbeite|gibt es)[a-z]{0,3}(?: [^ ]{1,30}){0,3} nicht mehr
    (?:ehemalig|ausgeschieden)~
    (?:ist|hat)(?: [^ ]{1,30}){0,4} (?:verlassen|weggezogen)
    bestaat niet (?:meer|langer)
    (?:werkt|woont|is)(?: hier)? niet (?:meer|langer)
    niet (?:meer|langer) (?:in gebruik|actief|geldig|werkzaam|bij|bereikbaar|bestaat)
    n'(?:est|existe|habite) plus(?: (?:valide|active|utilisee?|a|en|chez|parmi|dans|au))?
    ne (?:travaille|fait) plus
    (?:a|ont) quitte
    ya no (?:existe|trabaja|esta|pertenece|forma|es|se|labora)
    ja nao (?:existe|trabalha|esta|pertence|faz|e)
    (?:nao|no) (?:existe|trabalha|pertence|esta) mais
    non (?:e|esiste|lavora|fa|risulta) piu
    har (?:slutat|sluttet|fratradt|stoppet)(?! (?:att|med|a))|(?:on )?lopettanut tyot|ei tyoskentele enaa
    (?:ikke|inte|nicht|niet)(?: [^ ]{1,20}){0,3} (?:ansatt?|anstalld|angestellt|in dienst)~|(?:ansatt?|anstalld|angestellt)(?: [^ ]{1,20}){0,2} (?:mere|lenger|langre|mehr)
    (?:finns|galler|arbetar|jobbar|anvands) (?:inte|ej) (?:langre|mer)
    (?:finnes|findes|eksisterer|gjelder|gaelder|arbeider|arbejder|brukes|bruges) ikke (?:lenger|laengere|mere?)
    (?:ikke|inte) (?:i brug|i bruk|i anvandning) (?:laengere|lenger|langre|mere?)
    (?:ei ole|eivat ole) enaa~
    juz(?: [^ ]{1,12}){0,2} nie (?:istnieje|pracuje|jest)|nie (?:istnieje|pracuje) juz
    (?:jiz|uz) (?:[^ ]{1,12} )?(?:neexistuje|nepracuje|neni)
    больше не (?:существ|работа|использ|деиств)~
    більше не (?:існу|працю|використ|діє)~
    mar nem (?:letezik|el|dolgozik|hasznal~)
    artik (?:kullanilm|mevcut degil|calism|gecerli degil)~
    nu mai (?:exista|este|lucreaza)
    δεν (?:υπαρχει|ισχυει|εργαζεται|χρησιμοποιειται) (?:πλεον|πια)
  `,
  unspaced`
    現在使われて(?:い|お)|使用されて(?:い|お)りません|退職|離職|离职|더 이상 (?:존재|사용|유효)|퇴사|퇴직
  `,
]
