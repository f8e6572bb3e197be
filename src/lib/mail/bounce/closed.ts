import { isAutoReply } from '../automatic.ts'
import type { ParsedMessage } from '../message.ts'
import { reasonIn } from './classify.ts'
import { deniesDelivery } from './failure.ts'
import { phrases, wordsOf } from './fold.ts'
import { isOfProgram } from './programs.ts'
import { box } from './reasons-absent.ts'
import type { Report } from './report.ts'
import { findAddresses, splitNotice, tidy, toLines } from './text.ts'

const self =
  '(?:this|my|the|dies(?:e|es|er)|mein(?:e|es)?|d(?:ie|as)|cett?e?|l[ae]|ma|mon|est[ae]|mi|el|quest[oa]|(?:il )?mio|(?:la )?mia|es[ts]e|[oa]|minha|meu|deze|dit|het|mijn|t[aeo]n?|moj[ae]?|toto|tento|tato|эт(?:от|а)|м[оi](?:и|й|я)|цеи|ця|denna|detta|den har|min|mitt|denne|dette|den|tama|ez az?|az?|bu|aceasta|acest|αυτη|αυτο|η|το)'

/** The mailbox that answers, spoken of as such. */
const itself = phrases`
  ${self} (?:(?:e-?mail|mail|personal|work|private|persoonlijke) ?){0,2}(?:address|mailbox|mail account|account|inbox|${box})~
`
const before = phrases`
  (?:old|former|previous|other|alt|fruher|ancien|antigu|vecchi|precedent|anterior|oud|vorig|star|poprzedn|предыдущ|стар|gaml|tidigare|tidligere|entis|regi|eski|vech)~ (?:e-?mail |mail )?(?:address|mailbox|account|${box})~
`
/** Not closed, but nobody looks. */
const unread = phrases`
  (?:will|are|is) not (?:be )?(?:read|seen|checked) any ?more
  (?:wird|werden) nicht mehr (?:gelesen|abgerufen|bearbeitet|gepruft|betreut)
  n'est plus (?:lue?|consultee?|relevee?|utilisee?|suivie?|active?)
  (?:ya )?no (?:se )?(?:lee|leen|consulta|revisa|usa|utiliza|atiende)~
  non (?:e|viene|vengono) piu (?:lett|consultat|usat|utilizzat|attiv|controllat|presidiat)~
  (?:ja )?nao (?:e|sao|esta)? ?(?:mais )?(?:lid|consultad|usad|utilizad|monitorad)~
  wordt niet (?:meer|langer) (?:gelezen|gebruikt|bekeken)
  (?:lases|anvands|bevakas) inte langre|(?:laeses|leses|bruges|brukes) ikke (?:laengere|lenger|mer)
  (?:больше|більше) не (?:использ|чита|провер|використ|перевір)~
  nie jest juz (?:czytan|uzywan|sprawdzan)~|(?:jiz|uz) (?:neni|nie je) (?:pouziv|cten|citan)~
  ei (?:enaa )?(?:lueta|kaytossa|kayteta)~
`

/** Who is away says so in few words. */
const longest = 3000
const mostSentences = 12

const namedIn = (sentence: string) => findAddresses(sentence.slice(0, 1000)).map(({ address }) => address)

/** Whoever names the day until which it is so will be back. */
const untilADay =
  /(?<!\p{L})(?:until|till?|through|bis|jusqu['’]\p{L}{1,2}|hasta|fino al?|até|tot|till|til|do|до|t\.?o\.?m\.?|μέχρι)(?: [\p{L}.]{1,12}){0,3}[ .]?\d|\d[^.!?]{0,12}(?:asti|saakka|kadar|まで|까지)|(?:until|till) further notice|bis auf weiteres|jusqu['’]à nouvel ordre|hasta nuevo aviso|fino a nuovo avviso|até novo aviso|tot nader order|tills vidare|indtil videre|inntil videre|do odwołania|do odvolání|до особого|toistaiseksi/iu

const ends = (sentence: string) => {
  const told = wordsOf(sentence)
  return (reasonIn(told) === 'address' || unread.test(told)) && !untilADay.test(sentence)
}

const passedOn =
  /forward|redirect|weitergeleitet|umgeleitet|transmis|redirig|reenvi|reencaminh|inoltrat|doorgestuur|vidarebefordr|videresend|przekaz|přepos|пересл|перенаправ|továbbít|転送|转发|轉寄/iu

const sentences = (text: string) => text.split(/(?<=(?<!\d)[.!?])\s|[。！？]|\n\s*\n/u)

/** The sentence by which a mailbox says of itself that it is closed. */
const ofItself = (said: string[], from: string): string | undefined =>
  said.find((sentence) => {
    if (!ends(sentence)) return false
    const [first] = namedIn(sentence)
    const told = wordsOf(sentence)
    return first ? first.toLowerCase() === from : itself.test(told) && !before.test(told)
  })

const mine = phrases`
  my|mein~|ma|mon|mi|mio|mia|minha|meu|mijn|min|mitt|moj~|мо[йяеи]|mina
`

/**
 * Whom a notice tells of that another address of the house sends: it says that they left, or are closed, and then, not as its own, of the
 * mailbox.
 */
function ofColleague(said: string[], from: string): [address: string, sentence: string] | undefined {
  const house = from.slice(from.lastIndexOf('@'))
  const about = said.flatMap((sentence) => {
    const [first = ''] = ends(sentence) ? namedIn(sentence) : []
    const address = first.toLowerCase()
    return address !== from && address.endsWith(house) ? [first] : []
  })[0]
  const sentence = about && ofItself(said, from)
  return sentence && !mine.test(wordsOf(sentence)) ? [about, sentence] : undefined
}

/** Whom a system tells of, who left: it has not passed the mail on. */
function ofAnother(said: string[], known: string[]): [address: string, sentence: string] | undefined {
  const over = reasonIn(wordsOf(said.join(' '))) === 'address'
  for (const sentence of said) {
    const about = namedIn(sentence).find((address) => !known.includes(address.toLowerCase()))
    if (about && (ends(sentence) || (over && deniesDelivery(sentence)))) return [about, sentence]
  }
  return undefined
}

/**
 * An automatic answer that says more than that somebody is away: the very address that was written to is closed, or nobody reads it any more.
 * Undefined where a person has only left, or speaks of another address.
 */
export function readClosed(message: ParsedMessage): Report | undefined {
  const { from } = message
  if (!from?.address || !isAutoReply(message)) return undefined
  const { notice } = splitNotice(toLines(message.text.slice(0, longest)))
  const said = sentences(notice.join('\n')).slice(0, mostSentences)
  // Somebody reads it all the same.
  if (said.some((sentence) => passedOn.test(sentence) && !deniesDelivery(sentence))) return undefined
  if (!isOfProgram(from)) {
    const own = from.address.toLowerCase()
    const colleague = ofColleague(said, own)
    if (colleague) return report(...colleague)
    const sentence = ofItself(said, own)
    return sentence === undefined ? undefined : report(from.address, sentence)
  }
  const another = ofAnother(
    said,
    [from.address, ...[...message.to, ...message.cc].map((one) => one.address)].map((one) => one.toLowerCase()),
  )
  return another && report(...another)
}

const report = (address: string, said: string): Report => ({
  kind: 'bounce',
  recipients: [{ address, permanent: true, class: 'address', status: null, diagnostic: tidy(said) }],
})
