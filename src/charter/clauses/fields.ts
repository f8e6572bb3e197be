import { guessLanguage } from '../../lib/similar/words.ts'
import { formatDate, formatDay, formatList, type Locale, locales, type Place } from '../../lib/ui/format.ts'
import { goOn } from '../../lib/ui/joining.ts'
import type { FieldFacts } from './fields-queries.ts'
import { type FieldName, plainText, readFields } from './rules.ts'
import { charterWords } from './words.ts'

/** What a field says today, and where it leads. */
interface Value {
  text: string
  href?: string
}

/** The days of the version that is shown. */
export interface VersionDays {
  inForceOn: string | null
  reviewOn: string | null
}

type Words = ReturnType<typeof charterWords>

function holdersOf(role: string, facts: FieldFacts, place: Place, words: Words): Value {
  const names = new Set(facts.holders.filter((one) => one.role === role).map(({ name }) => name ?? words.missing.name))
  return { text: names.size > 0 ? formatList(place.locale, [...names]) : words.missing.vacant, href: '/roster' }
}

type Teller = (facts: FieldFacts, days: VersionDays, place: Place, words: Words) => Value

const tellers: Record<FieldName, Teller> = {
  group: ({ group }) => ({ text: group.name }),
  product: ({ group }) => ({ text: group.product }),
  vendor: ({ group }) => ({ text: group.vendor }),
  founded: ({ group }, _, place, words) => ({ text: group.foundedOn ? formatDay(place, group.foundedOn) : words.missing.founded }),
  'user-groups': ({ group }, _, place) => ({ text: formatList(place.locale, group.communities) }),
  coordinator: (facts, _, place, words) => holdersOf('coordinator', facts, place, words),
  deputy: (facts, _, place, words) => holdersOf('deputy', facts, place, words),
  liaison: (facts, _, place, words) => holdersOf('liaison', facts, place, words),
  members: ({ holders }, _days, _place, words) => ({
    text: words.members({
      n: new Set(holders.filter(({ role }) => role !== 'moderator' && role !== 'vendor_guest').map(({ personId }) => personId)).size,
    }),
    href: '/roster',
  }),
  roster: (_facts, _days, _place, words) => ({ text: words.roster, href: '/roster' }),
  cadence: ({ series }, _days, _place, words) =>
    series ? { text: words.every({ n: series.everyN, unit: series.everyUnit }), href: '/meetings' } : { text: words.missing.cadence },
  'next-meeting': ({ nextMeeting }, _, place, words) =>
    nextMeeting
      ? { text: formatDate(place, nextMeeting.startsAt), href: `/meetings/${nextMeeting.slug}` }
      : { text: words.missing.meeting },
  'answer-time': ({ answerMonths }, _days, _place, words) => ({ text: words.months({ n: answerMonths }) }),
  'in-force': (_, { inForceOn }, place, words) => ({ text: inForceOn ? formatDay(place, inForceOn) : words.missing.day }),
  review: (_, { reviewOn }, place, words) => ({ text: reviewOn ? formatDay(place, reviewOn) : words.missing.day }),
}

function tellField(field: string, of: string | undefined, facts: FieldFacts, days: VersionDays, place: Place): Value {
  const words = charterWords(place.locale)
  if (field === 'list') {
    const list = facts.lists.find(({ name }) => name === of)
    return list ? { text: list.title, href: `/lists/${list.name}` } : { text: of ?? '' }
  }
  if (field === 'address') {
    const address = facts.addresses.find(({ role }) => role === of)
    return { text: address ? address.name : words.missing.address, href: '/roster' }
  }
  const teller = Object.hasOwn(tellers, field) ? tellers[field as FieldName] : undefined
  return teller ? teller(facts, days, place, words) : { text: field }
}

// What a name or title holds is words, never marks.
const asWords = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&')

/** The language of a text, as far as its words tell. */
export function spokenIn(text: string): Locale | undefined {
  const language = guessLanguage(plainText(text))
  return locales.find((one) => one === language)
}

// A field goes on the sentence that it stands in: it speaks its language, whoever reads.
const placeOf = (text: string, place: Place): Place => ({ ...place, locale: spokenIn(text) ?? place.locale })

/** A text with its fields as they stand today, as Markdown with links, or as words alone. */
export function tellText(text: string, facts: FieldFacts, days: VersionDays, reader: Place, { markdown = true } = {}): string {
  const place = placeOf(text, reader)
  return readFields(text).reduce((before, run) => {
    if ('text' in run) return goOn(before, run.text)
    const { text: said, href } = tellField(run.field, run.of, facts, days, place)
    if (!markdown) return before + said
    return before + (href ? `[${asWords(said)}](${href})` : asWords(said))
  }, '')
}
