import { phrases, unspaced } from './fold.ts'
import { notThere, unknown, writer } from './reasons-absent.ts'

// That we are not known, or not wanted, in other languages than English. Folded: lower case, no accents (see `fold`).

/** What is called yours in an answer is ours. */
const ours =
  '(?:ihre?[rmns]?|deine?|votre|vos|su|tu|vuestra|sua|suo|tua|tuo|vostr[oa]|seu|uw|din|ditt|deres|twoj[a-z]{0,2}|panstwa|vas[a-z]{0,2}|ваш\\p{L}{0,3}|sizin) (?:[a-z]{1,6}-?)?(?:e-?mail-?|mail-?|ip-?)?(?:adres|address|addres|direccion|indirizzo|endereco|domain|domein|domen|dominio|адрес|домен|server|serveur|servidor|сервер|ip)'
const address = '(?:adresse ip|ip-?adress|ip-?adres|direccion ip|endereco ip|indirizzo ip|ip-адрес)'
const gap = '(?:[ :,]{1,2}[^ :,]{1,60}){0,6}'
const refused =
  '(?:nicht|abgelehnt|gesperrt|blockier|verweiger|refus|rejet|bloque|no |rechazad|non |rifiutat|nao |niet|geweigerd|geblokk|blokk|block|blok|bloc|inte|ikke|avvis|ei |nie |odmit|ne[ -]|neni |не |заблок|отклон|nem |elutas|engellen|respins)'

/** Ours is the name that is unknown, or not wanted. */
export const senderElsewhere = [
  phrases`
    (?:${writer}|${ours}|${address})\p{L}{0,24}${gap} (?:${unknown}|${notThere}|${refused})~
    (?:${writer}|${ours}|${address})\p{L}{0,24} (?:${unknown}|${notThere}|${refused})~
    (?:${unknown}|blockier|gesperrt|bloque|rechaz|refus|rifiut|bloccat|geblokkeer|zablokow|blokovan|заблокир|заблоков|blockera|blokker|bloker)\p{L}{0,6}(?: [^ ]{1,14}){0,3} (?:[dl]')?(?:${writer}|${address})~
    nimmt(?: [^ ]{1,30}){0,3} keine (?:e-?mails?|mails?|nachrichten) von
  `,
  unspaced`
    (?:送信者|送信元|発信者|発信元|差出人|发件人|发件方|寄件者|寄件人|发信人|발신자|발신 ?도메인|보낸 ?사람).{0,12}(?:拒否|拒绝|拒絕|不明|不存在|存在し|无效|無效|見つか|거부|차단|없|존재하지|알 수)
  `,
]
