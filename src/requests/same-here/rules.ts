import { fold } from '../../lib/fold.ts'

/** How a language says “we have this too”, and how it says that they have not. All is written without accents, in small letters. */
interface Tongue {
  /** Somebody has it too. */
  same: readonly RegExp[]
  /** In this sentence somebody says that they have not. */
  denied: readonly RegExp[]
  /** It was so once, or the mail is something else: whatever else it says does not count. */
  over: readonly RegExp[]
}

const en: Tongue = {
  same: [
    /^\+ ?1\b/,
    /^(?:ditto|likewise|same)(?: here| for us| at| issue| problem|$|[,;:])/,
    /\bsame (?:here|for us|with us|at ours|at our)\b/,
    /\b(?:us|me) too\b/,
    /\bwe too\b/,
    /\b(?:same|identical) (?:\S+ )?(?:problem|issue|error|fault|bug|message|behaviou?r|symptoms?|thing|boat|result)\b/,
    /\bthe same (?:happens|is happening|has happened|goes for us|for us)\b/,
    /\b(?:exactly|report|reports|reported|see|seeing|just) the same\b/,
    /\b(?:affects|affecting|affected|hits|hitting|bites) us\b/,
    /\b(?:we|i|ours?|us|here|it|this)\b.{0,90}\b(?:too|as well|also|either)\b.{0,60}$/,
    /\b(?:also|too) (?:affected|broken|failing|seeing|getting|having|experiencing|happening)\b/,
    /\b(?:can|could|able to) (?:also )?(?:confirm|reproduce)\b/,
    /\bconfirmed (?:here|at|for us|on our|by us)\b/,
    /\b(?:not|n't) alone\b/,
  ],
  denied: [
    /\b(?:not|n't|cannot|never|nobody|no one)\b(?: \S+){0,3} (?:see|seen|seeing|noticed?|affected|reproduced?|confirm|experienced?|experiencing|(?:the )?same)\b/,
    /\b(?:not|n't|never) (?:have|had|having|get|getting)(?: \S+)? (?:this|that|the|any)\b/,
    /^(?:no,? )?not (?:here|affected|for us|at)\b/,
    /\b(?:works?|working|fine|ok|okay|normal|normally|perfectly|well)\b(?: \S+){0,2} (?:fine|for us|here|perfectly|normally|without|at our|as expected|on our)\b/,
    /\b(?:open|opens|fine|all good) (?:normally|here|for us)\b/,
    /\bno (?:problems?|issues?|errors?|such)\b/,
    /\bdifferent (?:problem|issue|error|thing)\b/,
    /\b(?:would|could|should|can) (?:\S+ ){0,2}(?:like|please|send|join|test)\b/,
    /\bthe same (?:webinar|meeting|session|day|time|room|place|version|page|question)\b/,
    /\b(?:thanks|thank you) for (?:confirming|letting|sharing|reporting|telling)\b/,
    /\b(?:will|shall|going to) (?:also )?(?:test|check|look|try|report|ask|let you|send|attend|join)\b/,
    /\b(?:do|are|did|have) you\b/,
  ],
  over: [
    /\bused to\b/,
    /(?<!\b(?:not|still|never|n't|yet|being|isn't|be|until|get) )(?<!\bnot (?:been|yet|really) )\b(?:fixed|solved|resolved)\b(?! yet)/,
    /\b(?:went away|works again|working again|back to normal)\b/,
    /\b(?:out of (?:the )?office|on (?:annual |sick |parental )?leave|on holiday|on vacation|automatic reply|auto-?reply)\b/,
  ],
}

const de: Tongue = {
  same: [
    /^(?:dito|ebenso|genauso|same here)\b/,
    /\b(?:bei uns|bei mir|hier|wir|uns|auch wir)(?: \S+){0,3} (?:auch|ebenfalls|ebenso|dasselbe|desgleichen|genauso|das gleiche|das selbe)\b/,
    /\bauch (?:bei uns|bei mir|hier|wir|uns)\b/,
    /\b(?:gleiche[nrs]?|dasselbe|denselben|dieselbe|derselbe|selbe[nrs]?|identische[nrs]?) (?:\S+ )?(?:problem|fehler|fehlermeldung|meldung|verhalten|bild|phanomen|effekt)\b/,
    /\b(?:geht (?:es )?(?:mir|uns)|(?:mir|uns) geht (?:es|das)) (?:hier )?(?:genauso|ebenso|auch so|ahnlich|nicht anders)\b/,
    /\b(?:kann|konnen)(?: \S+){1,4} (?:bestatigen|nachstellen|reproduzieren|nachvollziehen)\b/,
    /\b(?:bestatige|bestatigen) (?:ich|wir|das)\b/,
    /\bbei uns (?:\S+ )?(?:reproduzieren|nachstellen)\b/,
    /\b(?:betrifft|trifft) (?:auch uns|uns)\b/,
    /\b(?:auch|ebenfalls) betroffen\b/,
    /\b(?:sehen|beobachten|haben|bekommen|erhalten|bemerken|hatten|bemerkt|sehe|habe|bekomme|kampfen|tritt|besteht|kommt)\b.{0,60}\b(?:auch|ebenfalls|genauso)\b/,
    /\b(?:auch|ebenfalls)\b.{0,30}\b(?:bemerkt|gemeldet|aufgefallen|festgestellt)\b/,
    /\bnicht (?:allein|die einzigen)\b/,
    /\bauch so\b/,
  ],
  denied: [
    /\bnicht (?:nachvollziehen|bestatigen|nachstellen|reproduzieren|reproduzierbar|betroffen|aufgetreten|aufgefallen|bemerkt|festgestellt|derselbe|dasselbe|das gleiche|das selbe)\b/,
    /^(?:nein,? )?(?:bei uns|bei mir|hier) nicht\b/,
    /\b(?:tritt|treten|sehen|sehe|haben|habe|passiert)\b.{0,40} nicht(?: auf)?$/,
    /\bkeine? (?:\S+ )?(?:probleme?|fehler|schwierigkeiten)\b/,
    /\b(?:ohne probleme|lauft alles|alles (?:in ordnung|gut|normal|ok)|einwandfrei|problemlos|normal offnen|funktioniert alles|alles bestens)\b/,
    /\bnichts (?:dergleichen|bemerkt|aufgefallen)\b/,
    /\b(?:nicht getestet|prufen das|melden uns|hatte(?:n)? (?:ich |wir )?auch gern|auch gern|wurde auch|mochte auch)\b/,
    /\b(?:nutzen|verwenden|benutzen)\b.{0,40} nicht$/,
    /\b(?:habt|seht|hast|siehst|konnt) (?:ihr|du)\b/,
    /\blaut (?:support|hersteller)\b/,
  ],
  over: [
    /(?<!\b(?:nicht|nie|noch) )(?<!\bnicht (?:ganz|wirklich) )\b(?:behoben|gelost|repariert|erledigt)\b/,
    /\b(?:war es weg|wieder weg|(?:geht|klappt|funktioniert|lauft)(?: es| alles| das)?(?: \S+){0,3} wieder\b(?! nicht))/,
    /\b(?:nicht im buro|im urlaub|abwesenheit|abwesend|ausser haus|elternzeit)\b/,
    /\b(?:jetzt klappt|hat geholfen|das hat geholfen)\b/,
  ],
}

const fr: Tongue = {
  same: [
    /^(?:idem|pareil|de meme)\b/,
    /\b(?:idem|pareil) (?:chez|pour|ici|de notre|a la|a l)\b/,
    /\b(?:meme|memes) (?:\S+ )?(?:problemes?|soucis?|erreurs?|bugs?|chose|constat|messages?|comportement|dysfonctionnement|blocage|cas|situation|panne|anomalie|difficultes?)\b/,
    /\b(?:probleme|souci|erreur|message|comportement) identique\b/,
    /\b(?:chez nous|de notre cote|ici|nous|moi|pour nous|chez moi|on) (?:aussi|egalement)\b/,
    /\b(?:aussi|egalement) (?:chez nous|chez moi|le cas|touches?|touchees?|concernes?|concernees?|affectes?|pour nous|pour notre|ici)\b/,
    /\b(?:touche|concerne|affecte|arrive) (?:aussi|egalement)\b/,
    /\bnous (?:touche|concerne|affecte|arrive) (?:aussi|egalement)?/,
    /\b(?:nous|on|je|j'ai|l'avons|avons|constatons|voyons|rencontrons|observons|subissons)\b(?: \S+){0,3} (?:aussi|egalement)\b/,
    /\bje (?:le )?confirme\b/,
    /\bnous (?:le )?confirmons\b/,
    /\b(?:peux|pouvons|arrive a|arrivons a|reussi a|reussissons a) reproduire\b/,
    /\bnon plus\b/,
    /\bpas (?:les seuls|les seules|le seul|la seule|seuls?|seules?)\b/,
  ],
  denied: [
    /^(?:non,? )?pas (?:chez nous|ici|de (?:souci|probleme)|d'erreur)\b/,
    /\bpas (?:de|d'|ce|cette|cet|le meme|la meme|concernes?|concernees?|touches?|touchees?|confirmer|reproduire|pu|rencontre|constate|remarque)(?:\b|(?=\S))/,
    /\b(?:impossible de reproduire|aucun (?:probleme|souci)|aucune erreur|sans (?:probleme|souci))\b/,
    /\brien (?:remarque|vu|constate|de tel)\b|\b(?:voyons|vois) rien\b/,
    /\b(?:tout (?:fonctionne|marche|est normal|va bien)|(?:fonctionne|marche) (?:bien|tres bien|normalement|parfaitement))\b/,
    /\b(?:voudrais|voudrions|aimerais|aimerions|souhaite|souhaiterais) (?:aussi|egalement)\b/,
    /\b(?:allons|vais) (?:aussi |egalement )?(?:tester|verifier|essayer)\b/,
    /\b(?:avez|pouvez|pourriez|voyez)-vous\b/,
    /\bn'utilis\S+ pas\b/,
  ],
  over: [
    /(?<!\b(?:pas|pas encore|toujours pas|non|etre|jamais) )\b(?:corrigee?|resolue?|reparee?|regle|reglee)\b/,
    /\b(?:a suffi|rentre dans l'ordre|remarche|refonctionne|fonctionne a nouveau|marche a nouveau)\b/,
    /\b(?:absente? (?:jusqu|du)|en conges?|reponse automatique|mon retour)\b/,
  ],
}

const es: Tongue = {
  same: [
    /^(?:idem|igual|lo mismo)\b/,
    /\b(?:aqui|nosotros|nosotras|yo|a mi|nuestra (?:universidad|biblioteca|institucion)|en nuestro caso) (?:tambien|tampoco|igual|igualmente)\b/,
    /^en(?: \S+){1,3} (?:tambien|tampoco|igual)\b/,
    /\btambien (?:aqui|estamos afectad|nos|lo vemos|lo hemos|lo he|en nuestr|tenemos|me|le pasa a nosotr)/,
    /\b(?:mism[oa]s?|identic[oa]s?) (?:problemas?|error(?:es)?|fallos?|mensajes?|situacion|incidencia|comportamiento|cosa)\b/,
    /\b(?:pasa|ocurre|sucede|vemos|veo|comentan|reportan|pasando) (?:exactamente )?(?:lo mismo|igual)\b/,
    /\blo mismo (?:aqui|en|nos)\b/,
    /\bnos (?:pasa|ocurre|sucede|afecta|sale|funciona) (?:lo mismo|igual|tambien|igualmente|exactamente)\b/,
    /\btampoco (?:nos|me) (?:funciona|va|deja)\b/,
    /\bestamos (?:igual|en la misma|en las mismas)\b/,
    /\b(?:exactamente|igualmente|igual) igual\b/,
    /\b(?:aparece|ocurre|sucede|pasa|afecta)\b(?: \S+){0,2} (?:igualmente|exactamente igual|igual|tambien)\b/,
    /\b(?:lo )?confirm(?:o|amos)\b/,
    /\b(?:puedo|podemos|he podido|hemos podido) reproducir/,
    /\bno (?:sois|son|eres|es usted) (?:los|las|el|la) unic/,
    /\baqui tampoco\b/,
  ],
  denied: [
    /\bno (?:tenemos|tengo|nos (?:pasa|ocurre|afecta|sucede|sale)|me (?:pasa|ocurre)|(?:lo )?(?:puedo|podemos)|vemos|veo|hemos|he|es (?:el|la|lo) mism[oa]|pasa|ocurre|usamos|utilizamos|estamos afectad)/,
    /^(?:aqui|nosotros) no\b/,
    /\bnunca (?:hemos|nos|lo)\b/,
    /\b(?:todo (?:funciona|va|bien|correcto|normal)|funciona (?:sin|bien|correctamente|perfectamente|con normalidad)|sin (?:problemas?|novedad|errores))\b/,
    /\b(?:quisiera|quisieramos|me gustaria|nos gustaria)\b/,
    /\blo (?:probaremos|comprobaremos|miraremos|comento)\b/,
    /\bsegun (?:el|la|nos)\b/,
    /\b(?:podrias|podeis|teneis|puedes|usais)\b/,
  ],
  over: [
    /(?<!\b(?:no esta|no se ha|no ha sido|sin|no fue|ser|aun no) )\b(?:resuelt[oa]|corregid[oa]|solucionad[oa]|arreglad[oa])\b/,
    /\b(?:se (?:arreglo|soluciono|resolvio|corrigio)|ya funciona|vuelve a funcionar|ya va bien)\b/,
    /\b(?:fuera de (?:la )?oficina|de vacaciones|respuesta automatica|mi regreso)\b/,
  ],
}

// Of Japanese the few words that lists use; voiced signs are lost in folding, as accents are.
const ja: Tongue = {
  same: [/同し(?:問題|現象|症状|エラー|不具合|状況)/, /(?:こちら|当館|本学|当方|うち)(?:て)?も.{0,40}(?:発生|起き|出て|確認|再現)/],
  denied: [/(?:発生|起き|出て|確認|再現)\S{0,6}(?:ません|ない)/, /問題(?:は)?(?:ありません|ない)/, /(?:てすか|てしょうか)$/],
  over: [/(?:解決|修正)(?:しました|されました|済み)/],
}

const tongues = [en, de, fr, es, ja]

// Who has it too says so at once; what comes after that tells something else.
const longest = 1_500
const mostSentences = 12

/** Text as the rules are written: small letters, no accents, one apostrophe, one blank. */
const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[^\S\n]+/g, ' ')

// “Hi all,” and “Best wishes, Anna” say nothing of the matter.
const courtesy =
  /^(?:(?:hi|hello|hallo|dear|liebe[rs]?|bonjour|hola|buenos dias|buenas|sehr geehrte)\b.{0,60}[,:]|(?:best|kind|many|warm|viele|beste|mit freundlichen|herzliche|liebe|un|saludos|cordialement|bien|regards|cheers)\b.{0,40},?)$/

/** The sentences of a text that state something: no question, no greeting, no signature. */
function statementsOf(text: string): string[] {
  const parts = plain(text.slice(0, longest)).match(/[^.!?。！？\n]+[.!?。！？]*/g) ?? []
  return parts
    .slice(0, mostSentences * 2)
    .map((part) => part.trim().replace(/^[¡¿,;: -]+/, ''))
    .filter((part) => part !== '' && !/[?？]$/.test(part) && !courtesy.test(part))
    .map((part) => part.replace(/(?<![.!。！])[.!。！]+$/, '').trim())
    .slice(0, mostSentences)
}

const says = (patterns: readonly RegExp[], sentence: string): boolean => patterns.some((pattern) => pattern.test(sentence))

/**
 * Does somebody say that they have the same trouble? In English, German, French and Spanish, and a few words of Japanese, by rules: what is asked, denied, solved or said of
 * others is not counted. Nothing follows from it but a question to its author.
 * @param own what the author says themselves, without quotes and signature
 */
export function saysSameHere(own: string): boolean {
  const sentences = statementsOf(own)
  if (sentences.some((sentence) => tongues.some(({ over }) => says(over, sentence)))) return false
  return sentences.some((sentence) => {
    if (tongues.some(({ denied }) => says(denied, sentence))) return false
    return tongues.some(({ same }) => says(same, sentence))
  })
}

/** From so many institutions on a package for the vendor is drafted. */
export const draftsFrom = 3
