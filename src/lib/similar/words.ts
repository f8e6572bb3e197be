import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { fold } from '../fold.ts'

const stemmers: Record<string, (word: string) => string> = {
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  it: italian,
  nb: norwegian,
  nl: dutch,
  no: norwegian,
  pt: portuguese,
  sv: swedish,
}

/** The most frequent words of a language: they say which it is, and nothing else. */
const stopwords: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    en: `a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing done for from
      get had has have having he her here him his how i if in into is it its just like make many may me more most much my need no not now of off on
      one only or other our out over please same she should so some such than thank thanks that the their them then there these they this those to
      too up us use using very want was way we were what when where which while who why will with would you your hello hi dear regards best cheers
      anyone anybody someone somebody something anything know think see`,
    de: `aber alle allem allen als also am an auch auf aus bei beim bin bis bitte da danke dann das dass dem den denn der des dich die dies diese
      diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas für gibt hat habe haben hallo hier ich ihr ihre
      ihren im immer in ist ja jede jeder jedes kann kein keine können liebe man mehr mein mir mit muss nach nicht noch nur ob oder schon sehr sein
      seine sich sie sind so um und uns unser unsere unter viele vom von vor war was wenn wer werden wie wieder wir wird wo zu zum zur zwar über
      grüße grüßen freundlichen jemand`,
    fr: `ai au aux avec avoir bonjour ce ces cet cette chez comme cordialement dans de des donc du elle elles en est et être eu fait faire il ils
      je la le les leur leurs lui mais me merci mes moi mon ne nos notre nous on ont ou où par pas peu peut plus pour pouvoir qu quand que qui sa
      sans se ses si son sont sur ta te tous tout toute toutes très tu un une vos votre vous y été quelqu aussi alors déjà`,
    es: `a al algo alguien ante antes aquí así aunque con como cuando de del desde donde el ella ellos en entre era es esa ese eso esta está están
      este esto estos fue gracias ha hacer han hasta hay hola la las le les lo los más me mi muy nada ni no nos nosotros o otra otro para pero
      poder por porque puede que quien se sea ser si sí sin sobre son su sus también tan te tiene tienen todo todos tu un una uno unos y ya saludos`,
    it: `a abbiamo ad al alla alle anche avere che chi ci come con da dal dalla dei del della delle di dove e ed è era fa fare gli grazie ha hanno
      ho i il in io la le lei lo loro lui ma mi nei nel nella noi non o per perché più può quando quella quello questa questo qui se sei si sia
      siamo solo sono su sua sul sulla suo ti tra tu tutti un una uno salve saluti qualcuno`,
    pt: `a ao aos as às até bom com como da das de dela dele depois do dos e ela eles em entre era essa esse esta está este eu foi há isso já mais
      mas me meu minha muito na não nas nem no nos nós num numa o obrigado obrigada olá os ou para pela pelo pode por porque qual quando que quem
      se sem ser seu sua são só também tem ter um uma você alguém cumprimentos`,
    nl: `aan al alle als bij dan dat de deze die dit door een en er geen graag groet had heb hebben heeft het hier hoe hij iemand ik in is je kan
      kunnen maar me meer met mij moet na naar niet niets nog nu of om onder ons ook op over te ten tot uit van veel voor waar wat we wel welke
      werd wij wie wil worden zal ze zich zijn zo zou bedankt`,
    sv: `alla att av blir den denna det dig din du där efter ej eller en ett finns för från ha han har hej hur här i ingen inte jag kan man med men
      mig min mot mycket ni nog nu någon något och om oss på samma sig ska som så till tack ut utan vad var vara vi vid vill är över hälsningar`,
  }).map(([language, words]) => [language, new Set(words.split(/\s+/).map(fold))]),
)

// Words that join what is said and mean nothing by themselves. They may help to find; as a reason nobody believes them.
const joining = Object.values(stopwords)
  .reduce((all, set) => all.union(set), new Set<string>())
  .union(
    new Set(
      fold(`able across against almost along already although always among another around away back become becomes becoming behind below beside
      besides between beyond both cause certain come comes coming different don doesn didn during each either else enough especially etc even
      ever every everybody everyone everything far few first found gets getting give given gives go goes going good got great half happen
      happens however instead isn keep kept last least less let like likely little long look looking lot made makes making mean means might
      mine must neither never new next nobody non none nor nothing often old once onto ought own part per perhaps put quite rather really said
      say says second see seem seems seen several shall shown shows since sometimes still sure take taken takes tell though three through
      throughout thus today together told too toward towards try trying two under unless until upon used useful usually various via wasn
      well went whatever whenever wherever whether whole whom whose within without won work works wouldn yet yes
      aktuell allerdings andere anderen anderer anders außerdem beide beiden bereits besonders besser bisher damit daher danach daran darauf
      daraus darf darin darüber davon dazu deren deshalb dessen doch dürfen ebenfalls eben eigentlich einfach einige einigen einmal ersten
      etwa falls fast ganz gar geben geht gegen gemacht genau gerade gern gleich gut hätte hatte hatten indem innerhalb jedoch jetzt lassen
      leider machen macht manchmal mehrere meine meist meisten müssen nachdem neue neuen nichts nie obwohl ohne selbst seit sobald solche
      solchen soll sollen sollte sollten somit sondern sonst statt stets trotz überhaupt waren warum weil weiter welche welchen welcher
      wenig weniger werde wieso will wollen worden wurde wurden würde würden zwei zwischen
      afin ainsi alors après assez aucun aucune autre autres avant avait avaient beaucoup bien cela celle celui certains cependant ceux chaque
      ci contre depuis deux devoir doit doivent encore enfin ensuite entre faut ici jamais jusqu lors lorsque malgré même moins non parce
      parfois pendant peuvent plusieurs pourquoi presque puis quel quelle quelles quels quelque quelques rien selon sera serait seulement
      sinon soit sous souvent tant telle tel toujours trop va vers voici voilà
      además ahora algún alguna algunas algunos antes apenas aquel aquella bastante bien cada casi cierto contra cual cuál cuales cualquier
      cuyo debe deben debido dentro después dicho dos durante ellas embargo encima entonces fuera había hacia hacen hecho incluso jamás
      luego mayor mejor menos mientras mismo misma mismos mucha muchas mucho muchos nunca otros otras parece pero poca poco pocos podemos
      primero pueden pues qué según será siempre sido sino solo tal tampoco tanto tener toda todas todavía tras tres unas usted ustedes varias
      varios veces vez`).match(/\S+/g) ?? [],
    ),
  )

/** Does a word, in any of the languages that are known here, only join others? */
export const isJoining = (word: string): boolean => joining.has(fold(word))

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
// What is no language: addresses, long numbers, what a program printed.
const noise = /https?:\/\/\S+|(?<!\S)[^\s@]+@\S+\.\S+/g

/** The language that a text is most likely in, by its most frequent words; undefined where they say nothing. */
export function guessLanguage(text: string): string | undefined {
  const words = (text.slice(0, 4_000).match(word) ?? []).slice(0, 300).map(fold)
  let best: { language: string; hits: number } | undefined
  for (const [language, stop] of Object.entries(stopwords)) {
    const hits = words.filter((one) => stop.has(one)).length
    if (!best || hits > best.hits) best = { language, hits }
  }
  return best && best.hits >= 2 && best.hits / words.length > 0.1 ? best.language : undefined
}

/** A word as it stands in the text, and the stem by which it is compared. */
export interface Token {
  stem: string
  shown: string
}

const known = new Map<string, string>()

/** The stem of a folded word in a language (two letters); the word itself where the language has no stemmer. */
export function stemOf(folded: string, language: string): string {
  const stem = stemmers[language]
  if (!stem || folded.length < 4 || /\d/.test(folded)) return folded
  const key = `${language}:${folded}`
  const found = known.get(key)
  if (found !== undefined) return found
  const made = fold(stem(folded)) || folded
  if (known.size > 200_000) known.clear()
  known.set(key, made)
  return made
}

/**
 * The words of a text that say what it is about, stemmed in its language. Accents and case never matter.
 * @param language BCP 47; its first part decides
 */
export function tokensOf(text: string, language: string): Token[] {
  const main = language.slice(0, 2).toLowerCase()
  const stop = stopwords[main] ?? stopwords.en
  const tokens: Token[] = []
  for (const [shown] of text.replaceAll(noise, ' ').matchAll(word)) {
    const folded = fold(shown)
    if (folded.length < 2 || folded.length > 40 || stop?.has(folded)) continue
    tokens.push({ stem: stemOf(folded, main), shown })
  }
  return tokens
}

/** The grams of four characters of a word with its ends marked; of a short word the whole. */
export function gramsOf(stem: string): string[] {
  const marked = `^${stem}$`
  if (marked.length <= 4) return [marked]
  return Array.from({ length: marked.length - 3 }, (_, at) => marked.slice(at, at + 4))
}

const capital = /(?<=[\p{Ll}\p{N},;] |\()\p{Lu}[\p{L}\p{M}\p{N}]+/gu
const writtenAsName = /^\p{Lu}{2,5}s?$|\p{Ll}\p{Lu}|^\p{L}+\p{N}/u

/**
 * The words of a text that are names by how they are written, folded: LTI, iPad, ISO27001, and Safari in the middle of a sentence. German
 * writes every noun so, and a title may write every word so; there only the first count.
 */
export function namesIn({ title, text }: { title: string; text: string }, language: string): Set<string> {
  const marked = (`${title}\n${text}`.replaceAll(noise, ' ').match(word) ?? []).filter((one) => writtenAsName.test(one))
  const inside = language.startsWith('de') ? [] : (text.replaceAll(noise, ' ').match(capital) ?? [])
  return new Set([...marked, ...inside].map(fold).filter((one) => !joining.has(one)))
}
