import { countryOptions } from '../src/lib/ui/countries.ts'
import { zoneCity } from '../src/lib/ui/zone-cities.ts'
import { zoneNames } from '../src/lib/ui/zone-names.ts'
import { type Page, piecesOf } from './pieces.ts'

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/\s+/).filter(Boolean))

/**
 * Names that are the same in every language: of the program's parts, of formats and protocols, of keys, of languages as they call themselves,
 * and of the test's world where they stand in files alone.
 */
const names = wordsOf(`
  rapport webhook webhooks saml wordpress atom json pdf docx markdown csv xlsx zip ics html eml mbox oembed pb
  message-id phragmén schulze utc icalendar hashtag hashtags ror hipo enter esc deutsch english español français italiano lectio quillon ann lee
  slack mattermost matrix miic
`)

/** All of them in the long lane, German alone otherwise: the others come from the same messages. */
export const walkedLanguages: readonly Whole[] = process.env.RAPPORT_LONG ? ['de', 'fr', 'es', 'it'] : ['de']

/** Languages that say all that English says; others may lack some of it. */
export const wholeLanguages = ['de', 'fr', 'es', 'it'] as const
type Whole = (typeof wholeLanguages)[number]

// Names of several words, each of which is one of a language.
const longNames =
  /Show and Tell|Client ID|Equal Shares|openid profile email roles|OpenID Connect|JSON Feed|Microsoft Teams|-{5}(?:BEGIN|END) CERTIFICATE-{5}/g

/**
 * Words that a language spells as English does, and means the same by. A piece of a page is excused only where each of its words is one of
 * these, a name, a number or a format: a new English sentence has a word that is none.
 */
const cognates: Record<Whole, ReadonlySet<string>> = {
  de: wordsOf(`
    administration agenda april august domain domains feeds format institution link links liste logo name navigation newsletter november option passkeys
    person phase portal position problem quorum region relay release releases segment september status system text version web website workshop
    jan feb apr jun jul aug sep nov
  `),
  fr: wordsOf(`
    abstentions action clause clauses confirmation confirmations consortium contact correction date description discussion document documents embargo europe existence
    importance incidents institution institutions introduction invitation invitations liaison logo menu message messages minutes motion motions
    navigation note notifications objections option options organisation organisations page pages pauses phase point points position programme questions
    segment site sites source suggestions total type types vacant version versions vote votes web
  `),
  es: wordsOf('bytes embargo error general idea no total web'),
  it: wordsOf('account email embargo file host idea link logo mailing menu newsletter no password privacy web workshop'),
}

/** Numbers, addresses, paths, patterns, fields, keys, receipts and initials: nothing of a language. */
const isFormat = (word: string): boolean =>
  !/\p{L}{2}/u.test(word) ||
  /[\d@_=\\^[\]{}]|\w\.\w|:\/\/|^\//.test(word) ||
  /^\p{Lu}{2}$/u.test(word) ||
  /^\w{4}-\w{4}-\w{4}$/.test(word) ||
  /^X(?:-\p{Lu}\w*)+$/u.test(word)

/** Cities of time zones that a language calls as English does, part by part: no word of ours. */
const citiesAlike = (language: Whole): ReadonlySet<string> =>
  new Set(
    zoneNames
      .map((zone) => zoneCity(zone, language))
      .filter((city, at) => city === zoneCity(zoneNames[at] as string, 'en'))
      .flatMap((city) => city.split(', ')),
  )

const trimmed = (word: string): string => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** What a page says word for word as the English one does, and that nobody wrote: words of ours that were not translated. */
export function untranslatedIn(english: Page, own: Page, language: Whole, isWritten: (piece: string) => boolean): string[] {
  const measure = new Set(piecesOf(english.html, 'en'))
  // What the runtime calls a country in this language is a word of it.
  const countries = new Set(countryOptions(language).map(({ label }) => label))
  const isWord = (word: string) => isFormat(word) || names.has(word.toLowerCase()) || cognates[language].has(word.toLowerCase())
  const isAlike = (word: string) => isWord(word) || isWord(trimmed(word))
  const cities = citiesAlike(language)
  const left = piecesOf(own.html, language)
    .filter((piece) => measure.has(piece) && !isWritten(piece) && !countries.has(piece))
    .flatMap((piece) => piece.split(/ [·–>] /))
    // What a button is about stands behind a colon, for who hears it alone.
    .flatMap((piece) => (isWritten(piece) || isWritten(piece.replace(/^: /, '')) ? [] : piece.split(/, |; |: |\(|\)|“|”|"/)))
    .map((part) => part.replaceAll(/^(?:\d+\.|[\s·,.#:]|\/\S+ )+|[\s·,.:]+$| <\S+@\S+>$/g, ''))
    .filter((part) => !isWritten(part) && !cities.has(part) && !countries.has(part))
    .filter((part) =>
      part
        .replaceAll(longNames, '')
        .split(/\s+/)
        .some((word) => !isAlike(word)),
    )
  return [...new Set(left)]
}
