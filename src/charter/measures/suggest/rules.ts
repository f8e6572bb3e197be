import type { SpanUnit } from '../../../lib/db/schema.ts'
import { type Measure, measures, type SubjectName } from '../rules.ts'

/** A measure that the words of a clause speak for; a person confirms it. */
export interface Suggestion {
  measure: Measure
  /** Why, in one sentence. */
  why: string
}

const { every, perYear, within, share, seat, attendance, wait, there } = measures

const numbers: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, twelve: 12 }
const read = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : (numbers[word.toLowerCase()] ?? (Number(word) || undefined))

interface Rhythm {
  n: number
  unit: SpanUnit
  said: string
}

const fixed: [RegExp, number, SpanUnit][] = [
  [/\b(quarterly|vierteljährlich|trimestriel\w*|trimestral\w*)\b/i, 3, 'month'],
  [/\b(fortnightly|every (second|other) week)\b/i, 2, 'week'],
  [/\b(every (second|other) month|alle zwei monate|tous les deux mois|cada dos meses)\b/i, 2, 'month'],
  [/(?<!bi-?)\b(monthly|every month|monatlich|mensuel\w*|mensual\w*)\b/i, 1, 'month'],
  [/(?<!bi-?)\b(weekly|every week|wöchentlich)\b/i, 1, 'week'],
  [/(?<!bi-?)\b(annual(?:ly)?|yearly|every year|once a year|jährlich|annuel\w*|anual\w*)\b/i, 1, 'year'],
]

/** How often something is said to happen. A word with two meanings gives both. */
export function readRhythms(text: string): Rhythm[] {
  if (/\bbi-?\s?monthly\b/i.test(text)) {
    return [
      { n: 2, unit: 'month', said: '“bi-monthly”, if it means every two months' },
      { n: 2, unit: 'week', said: '“bi-monthly”, if it means twice a month' },
    ]
  }
  if (/\bbi-?\s?weekly\b/i.test(text))
    return [
      { n: 2, unit: 'week', said: '“bi-weekly”, if it means every two weeks' },
      { n: 3, unit: 'day', said: '“bi-weekly”, if it means twice a week' },
    ]
  const each = /\bevery (\d{1,2}|two|three|four|six) (week|month|year)s\b/i.exec(text)
  const n = read(each?.[1])
  if (each && n) return [{ n, unit: (each[2] ?? 'month').toLowerCase() as SpanUnit, said: `“${each[0]}”` }]
  const times = /\b(\d{1,2}|one|two|three|four|five|six|eight|ten|twelve) (?:times|meetings|sessions) (?:a|per|each) year\b/i.exec(text)
  const perYearN = read(times?.[1])
  if (times && perYearN && 12 % perYearN === 0) return [{ n: 12 / perYearN, unit: 'month', said: `“${times[0]}”` }]
  for (const [words, count, unit] of fixed) {
    const match = words.exec(text)
    if (match) return [{ n: count, unit, said: `“${match[0]}”` }]
  }
  return []
}

const yearly = (text: string): number | undefined =>
  read(/\b(\d{1,2}|two|three|four|five|six|eight|ten|twelve) (?:times |\w+ )?(?:a|per|each) year\b/i.exec(text)?.[1])

type Rule = [words: RegExp, make: (text: string) => Measure[], why: string]

const counted = (subject: SubjectName) => (text: string) => [perYear(subject, yearly(text) ?? null)]

const rules: Rule[] = [
  [/\b(formed|founded|established)\b/i, () => [there('founding')], 'It says when the group was founded.'],
  [/\breleases?\b/i, () => [within('releases', 1, 'year')], 'It speaks of releases.'],
  [
    /\b(development partners?|early adopters?)\b/i,
    () => [share('members_at_stage', 50)],
    'It speaks of development partners or early adopters.',
  ],
  [/\b(relationship|partnership)\b/i, () => [within('vendor_contact', 6, 'month')], 'It speaks of the relationship with the vendor.'],
  [/\b(enhancements?|ballots?|vot(?:e|ing))\b/i, () => [perYear('ballots', 1)], 'It speaks of enhancements or ballots.'],
  [/\b(challenges|successes|experiences?)\b/i, counted('stories'), 'It speaks of challenges and successes.'],
  [/\b(ideas?|suggestions)\b/i, counted('ideas'), 'It speaks of ideas.'],
  [/\b(technical (?:concerns?|issues?)|concerns)\b/i, counted('concerns'), 'It speaks of technical concerns.'],
  [/\b(conferences?)\b/i, (text) => [perYear('events', yearly(text) ?? 1), perYear('attested', null)], 'It speaks of conferences.'],
  [/\b(key documents|documents?)\b/i, () => [share('documents_current', 80)], 'It speaks of documents.'],
  [/\b(news|newsletter)\b/i, (text) => [perYear('news', yearly(text) ?? null)], 'It speaks of news.'],
  [/\b(user cases?|use cases?)\b/i, counted('user_cases'), 'It speaks of user cases.'],
  [/\b(champion\w*|promot\w+ (?:user|use) cases)\b/i, () => [share('championed', 60)], 'It speaks of championing.'],
  [
    /\b(answers?|respon[ds]\w*) .{0,40}(vendor|within)|with the vendor\b/i,
    () => [wait('vendor_answers')],
    'It speaks of what the vendor answers.',
  ],
  [/\bshow (?:and|&) tell\b/i, (text) => [perYear('talks', yearly(text) ?? null)], 'It speaks of Show and Tell.'],
  [/\bco-?ordinator\b/i, () => [seat('coordinator')], 'It speaks of the coordinator.'],
  [/\bliaison\b/i, () => [seat('liaison'), attendance('liaison', 60)], 'It speaks of the liaison.'],
  [/\bdeputy\b/i, () => [seat('deputy')], 'It speaks of the deputy.'],
  [
    /\b(formal roles?).{0,60}(expected|attend)|expected .{0,60}(calls?|in person)\b/i,
    () => [attendance(null, 75)],
    'It says who is expected.',
  ],
  [/\bhosted\b/i, () => [there('list_hosts', { target: 2 })], 'It says who hosts the list.'],
  [/\b(subscri\w+|eligib\w+) .{0,60}(open|customers?)\b/i, () => [there('list_open'), there('register')], 'It says who may subscribe.'],
  [
    /\b(approved|current (?:member of staff|employee)|contract)\b/i,
    () => [there('list_vetted'), share('with_basis', 80)],
    'It says who is approved.',
  ],
  [/\b(?:public|web) (?:web )?page\b/i, () => [there('list_page')], 'It speaks of a public page.'],
  [/\b(?:mailing|discussion) list\b/i, () => [share('threads_answered', 75)], 'It speaks of the list.'],
  [/\bpast members\b/i, () => [there('past_members')], 'It speaks of past members.'],
  [/\broster\b/i, () => [there('roster')], 'It speaks of the roster.'],
  [/\bweb ?site\b/i, () => [there('public_pages')], 'It speaks of the website.'],
]

const same = (a: Measure, b: Measure): boolean =>
  a.kind === b.kind && a.subject === b.subject && a.role === b.role && a.everyUnit === b.everyUnit

/** What the words of a clause could be measured by, at most four. Nothing is attached until a person says so. */
export function suggestMeasures(text: string): Suggestion[] {
  const rhythm = /\b(meets?|meetings?|calls?|teleconference|tagt|trifft|se réunit|se reúne)\b/i.test(text) ? readRhythms(text) : []
  const found: Suggestion[] = rhythm.map(({ n, unit, said }) => ({
    measure: every('meetings', n, unit, unit === 'month' ? 14 : 7),
    why: `It says ${said}.`,
  }))
  for (const [words, make, why] of rules) {
    if (!words.test(text)) continue
    for (const measure of make(text)) if (!found.some((one) => same(one.measure, measure))) found.push({ measure, why })
  }
  return found.slice(0, 4)
}
