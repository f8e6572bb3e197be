import { phrases, unspaced } from './fold.ts'
import { notThere, unknown, writer } from './reasons-absent.ts'
import { mails } from './reasons-words.ts'

// That we are not known, or not wanted. Folded: lower case, no accents (see `fold`).

/** What is called yours in an answer is ours. */
const ours =
  '(?:ihre?[rmns]?|deine?|votre|vos|su|tu|vuestra|sua|suo|tua|tuo|vostr[oa]|seu|uw|din|ditt|deres|twoj[a-z]{0,2}|panstwa|vas[a-z]{0,2}|ваш\\p{L}{0,3}|sizin) (?:[a-z]{1,6}-?)?(?:e-?mail-?|mail-?|ip-?)?(?:adres|address|addres|direccion|indirizzo|endereco|domain|domein|domen|dominio|адрес|домен|server|serveur|servidor|сервер|ip)'
const address = '(?:adresse ip|ip-?adress|ip-?adres|direccion ip|endereco ip|indirizzo ip|ip-адрес)'
const gap = '(?:[ :,]{1,2}[^ :,]{1,60}){0,6}'
const refused =
  '(?:nicht|abgelehnt|gesperrt|blockier|verweiger|refus|rejet|bloque|no |rechazad|non |rifiutat|nao |niet|geweigerd|geblokk|blokk|block|blok|bloc|inte|ikke|avvis|ei |nie |odmit|ne[ -]|neni |не |заблок|отклон|nem |elutas|engellen|respins|tiltva|αποκλειστ)'

const takesNone =
  "(?:no (?:se )?acept|non (?:si )?accett|nao (?:se )?aceit|n'accept|akzeptiert (?:nur|keine)|accepteert (?:geen|alleen)|solo acept|so aceita|accetta solo|nie przyjm|neprijim|tar inte emot|(?:tager|tar) ikke|ei hyvaksy|nem fogad|nu accept|не приним|не приима|kabul etm)\\p{L}{0,6}"

const only =
  '(?:soltanto|solo|solamente|esclusivamente|unicamente|exclusivamente|uniquement|seulement|exclusivement|nur|ausschliesslich|only|exclusively|apenas|somente)'
/** Mail by which one can prove what was sent, as Italian authorities have it; a certificate is something else. */
const certified =
  '(?:pec|de-mail|certificat[aoi]|certificat[ao] elettronica|caselle certificate|certified (?:mail|e-?mail|senders?)|zertifiziert|certificad[ao]s?|certifie[es]{0,2}|qualifiziert)'

/** Ours is the name that is unknown, or not wanted. */
export const senderElsewhere = [
  phrases`
    (?:${writer}|${ours}|${address})\p{L}{0,24}${gap} (?:${unknown}|${notThere}|${refused})~
    (?:${writer}|${ours}|${address})\p{L}{0,24} (?:${unknown}|${notThere}|${refused})~
    (?:${unknown}|blockier|gesperrt|bloque|rechaz|refus|rifiut|bloccat|geblokkeer|zablokow|blokovan|заблокир|заблоков|blockera|blokker|bloker)\p{L}{0,6}(?: [^ ]{1,14}){0,3} (?:[dl]')?(?:${writer}|${address})~
    ${takesNone}${gap} ${writer}~
    ${takesNone}${gap} (?:ausserhalb|en dehors|exterieur|fuera|al di fuori|estern|extern|buiten|spoza|mimo|извне|за пределами|utanfor|utenfor|uden for|ulkopuol|kulso|kivul|disi)~
    (?:nechce|не хочет|не желает|не бажа|nie chce|nie zyczy|(?:mochte|wunscht|will) keine|ne (?:veut|souhaite)(?: [^ ]{1,12}){0,2} (?:pas|plus)|no (?:desea(?!d)|quiere)|non (?:vuole|desidera(?!t))|nao (?:quer|deseja(?!d))|wil geen|wenst geen|vill inte|onsker ikke|ei halua|nem kivan|nem akar|nu doreste|istemiyor|δεν θελει|δεν επιθυμει)~
    ${only}(?: [^ .]{1,30}){0,9} ${certified}~|${certified}\p{L}{0,4} ${only}
    (?:non|no|nicht|not|pas) (?:pec|de-mail|${certified})~|(?:senza|sin|sans|ohne|without)(?: [^ .]{1,30}){0,2} ${certified}~
    (?:posta|mail|messaggi|e-?mail) (?:elettronica )?ordinari[ae]?
    nimmt(?: [^ ]{1,30}){0,3} keine (?:e-?mails?|mails?|nachrichten) von
  `,
  unspaced`
    (?:送信者|送信元|発信者|発信元|差出人|发件人|发件方|寄件者|寄件人|发信人|발신자|발신 ?도메인|보낸 ?사람).{0,12}(?:拒否|拒绝|拒絕|不明|不存在|存在し|无效|無效|无法|無法|見つか|거부|차단|없|존재하지|알 수)
  `,
]

const sender =
  '(?:sender|mail from|envelope from|from address|return[- ]path|reverse[- ]path|originator|envelope sender|from|sending domain)'

/** The sender is unknown, or takes no mail. */
export const senderUnknown = phrases`
      ${sender}(?:'s)?:?(?: (?:e-?mail|mail|address|mail ?box|account|user|domain|host|name|ip))* (?:has (?:a |an )?(?:null|no|been|invalid)|(?:is |was |does |did |could |can |has |been ){0,2}(?:[a-z]{1,14}ly )?(?:not|never|no longer|unknown|invalid|deleted|removed|suspended|disabled|locked|non-?exist[ae]nt|undeliverable|unroute?able|unverified|failed|fails))
      verif~ (?:of|for) (?:the |your )?${sender}
    `

/** The sender is refused. */
export const senderRefused = phrases`
      ${sender}:? (?:address |domain |host |name |e-?mail |mail |ip )*(?:is |was |has been )?(?:rejected|refused|denied|blocked|blacklisted|invalid|unknown|not|verif~|can not|could not|does not|must)
      (?:bad|bogus|invalid|unknown|illegal|unresolvable|unroute?able|blacklisted|forged|empty|null) ${sender}s?
      ${sender} (?:address |domain )?(?:is )?empty|(?:sender|sending) domain (?:does )?(?:not )?resol~
      (?:can not|could not|unable to|failed to) resolve (?:your|the sender|sender|client)~
      senders? not allowed
      ${sender} (?:[a-z]{1,10} ){0,3}(?:mismatch~|not match~)
      unsubscribed address|spam report(?:ing|ed) address
      opted out|(?:has|have) unsubscribed
      only (?:accepts?|takes?|receives?) ${mails} from
      domain (?:of|in) (?:the |your )?(?:${sender}|(?:sender|your)(?: e-?mail)? address)
      (?:account|user|address|mailbox|host|server) (?:that|which|who) (?:sent|sends|is sending)
      ${sender}(?:'s)? (?:address |host |domain |name |e-?mail )*(?:does not|could not|can not|did not) (?:be )?(?:exist|resolved?|found|verified|validated)
      (?:does not|could not|can not|unable to|failed to) (?:be )?(?:exist|resolve|find|verify|validate) (?:the |your )?${sender}(?: address| domain)?
      no such ${sender}
      responsible address
      valid from
      messages? from (?:[^ ]{1,60} )?(?:is |are |was |were )?(?:temporarily )?(?:blocked|rejected|refused|denied|deferred|not accepted|not sent)
      unauthenticated
      address is not verified
      not (?:a |an )?(?:list )?(?:members?|subscribers?)(?! of (?:the )?staff)
      not (?:been )?subscribed|not (?:on|in) (?:the|its|our) (?:list of )?(?:subscribers?|members?)
      (?:subscribers?|members?)[ -]only|only (?:from |by |for )?(?:subscribers?|members?)|from (?:subscribers?|members?) only
      non-?members?
      (?:not|no) (?:have |given )?permissions?
      mail to yourself
      local user only
      (?:(?:helo|ehlo)(?: name| command| argument| hostname)?|hello (?:name|command|argument|hostname))[^.]{0,40} (?:rejected|refused|denied|invalid|not|must|should|unknown|forged|no such)
      (?:bad|invalid|forged|unknown|rejected|illegal|need|wrong)[^.]{0,20} (?:helo|ehlo|hello)
      batv
      only (?:[a-z-]{1,20} ){1,4}(?:may|can|are allowed to) (?:write|post|send)
      is not accept(?:ing)? ${mails} from|(?:people|senders?|anyone|addresses) outside|outside (?:of )?(?:its|the|their|our|this) organi[sz]ation
      (?:sent|came|comes|is|was) from an? (?:unknown|unregistered|unverified|different|disallowed)
      internal (?:address|group|list|recipient|mailbox)(?:es|s)?(?! (?:book|server|error))|not open to~|(?:need|have) to be (?:a |an )?(?:subscribe[dr]|member)
      (?:not (?:accept|take|want|allow|receive)[^.]{0,20}|no) (?:newsletters?|mailing lists?|bulk|mass mail~|advertis~)|(?:mail|messages|e-?mails?)[^.]{0,30} unwanted
      (?:directory|address) harvest~
      backscatter
      (?:only|restricted to|allowed)[^.]{0,40} (?:authenticated|internal|specific|authorized|approved|certain) (?:senders?|users?|e-?mail addresses)
      closed (?:mailing )?list
      (?:restricted|limited|open only) to (?:list )?(?:subscribers|members)
      (?:refuses?|rejects?) (?:your |all )?(?:e-?mails?|messages?|mail)? ?from
      requires? confirmation
      only (?:[a-z-]{1,20} ){0,3}(?:members|subscribers|users|senders|people|staff|employees)(?: of [^ ]{1,30}| [a-z]{1,12}){0,2} (?:may|can|are allowed|allowed)
      (?:for )?internal (?:use|mail|e-?mail) only
      (?:from|by) (?:[a-z]{1,14} ){0,3}(?:colleagues|friends|contacts|staff|employees|insiders|locals) only
      from (?:inside|within)(?: [^ ]{1,30}){0,4} only|only(?: [^ ]{1,20}){0,4} from (?:inside|within|internal)
      no longer (?:accepts?|takes?|receiv~|wants?)(?: any)?(?: e-?mails?| mails?| messages?)? from
      (?:does|do|will|can) not (?:want|wish|like|accept|allow|take|permit)(?: to (?:receive|get))?(?: any| your| more)?(?: e-?mails?| mails?| messages?) from
      (?:allowed|approved|accepted|known|trusted|safe|permitted|authori[sz]ed|whitelisted|white-listed) (?:senders?|correspondents|contacts)
      not owned
    `
