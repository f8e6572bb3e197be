import type { MeasureKind, Role, SpanUnit } from '../../lib/db/schema.ts'

/** What a clause is measured by, as it is kept. */
export interface Measure {
  kind: MeasureKind
  subject: string
  everyN: number | null
  everyUnit: SpanUnit | null
  target: number | null
  graceDays: number
  role: Role | null
  /** The one series of meetings that it looks at; null: all meetings. */
  seriesId: number | null
}

/** What can be looked at. */
export interface Subject {
  /** What a coordinator reads in the form, in one sentence. */
  explain: string
  /** Which kinds of measure look at it. */
  kinds: readonly MeasureKind[]
  /** The page where it is worked on. */
  page: string
  /** It stands or does not stand on a day, rather than having happened on one. */
  standing?: true
}

const happens: readonly MeasureKind[] = ['count', 'freshness']

/** Everything that a measure can look at: a closed set, each answered by a query over the records of its domain. */
export const subjects = {
  meetings: { explain: 'Meetings that the group has held.', kinds: ['cadence', ...happens], page: '/meetings' },
  talks: { explain: 'Show and Tell sessions that were held.', kinds: ['cadence', ...happens], page: '/show-and-tell' },
  events: { explain: 'Conferences and meetings of others that members took part in.', kinds: happens, page: '/events' },
  news: { explain: 'News items that were published.', kinds: ['cadence', ...happens], page: '/news' },
  contributions: { explain: 'Contributions to a newsletter that appeared there.', kinds: happens, page: '/news' },
  documents: { explain: 'Documents that were approved or reviewed.', kinds: happens, page: '/documents' },
  stories: { explain: 'Stories of successes and challenges that members told.', kinds: happens, page: '/stories' },
  ideas: { explain: 'Ideas that were written down as requests.', kinds: happens, page: '/requests' },
  concerns: { explain: 'Technical concerns that were written down as requests.', kinds: happens, page: '/requests' },
  user_cases: { explain: 'User cases that were captured from what people wrote.', kinds: happens, page: '/cases/queue' },
  messages: { explain: 'Messages on the group’s lists.', kinds: happens, page: '/lists' },
  newcomers: { explain: 'People who joined one of the group’s lists.', kinds: happens, page: '/lists' },
  briefs: { explain: 'Briefs that were handed over to the vendor.', kinds: ['cadence', ...happens], page: '/briefs' },
  answers: { explain: 'Answers of the vendor that were recorded.', kinds: happens, page: '/answers' },
  told: { explain: 'Letters that told the list what the vendor answered.', kinds: happens, page: '/telling' },
  vendor_contact: {
    explain: 'Anything that passed between the group and the vendor: briefs, answers, deliveries.',
    kinds: happens,
    page: '/relationship',
  },
  ballots: { explain: 'Ballots that were held and counted.', kinds: happens, page: '/ballots' },
  decisions: { explain: 'Decisions in the register.', kinds: happens, page: '/decisions' },
  releases: { explain: 'Releases of the product that were written down.', kinds: happens, page: '/commitments' },
  letters: { explain: 'Letters that went out from the addresses of roles.', kinds: happens, page: '/correspondence' },
  attested: { explain: 'What happened elsewhere, with a link that somebody recorded here.', kinds: ['attested'], page: '' },

  threads_answered: { explain: 'Threads that somebody else answered within seven days.', kinds: ['share'], page: '/lists' },
  answers_with_reason: { explain: 'Requests handed over that the vendor answered with a reason.', kinds: ['share'], page: '/answers' },
  minutes_approved: { explain: 'Meetings whose minutes are approved.', kinds: ['share'], page: '/meetings' },
  present: { explain: 'Those invited who were at the meetings.', kinds: ['share', 'attendance'], page: '/meetings' },
  members_at_stage: {
    explain: 'Members whose institution works with the product, as the register says.',
    kinds: ['share'],
    page: '/roster',
    standing: true,
  },
  championed: { explain: 'Open requests that have a champion.', kinds: ['share'], page: '/requests', standing: true },
  with_basis: {
    explain: 'Subscribers who are known to belong where the list’s rule asks.',
    kinds: ['share'],
    page: '/lists',
    standing: true,
  },
  documents_current: { explain: 'Documents whose review date has not passed.', kinds: ['share'], page: '/documents', standing: true },
  actions_done: { explain: 'Actions that were done by their day.', kinds: ['share'], page: '/actions' },

  seats: { explain: 'People who hold a role today.', kinds: ['seat'], page: '/roster', standing: true },
  formal_seats: { explain: 'People who hold a role today, formally.', kinds: ['seat'], page: '/roster', standing: true },

  vendor_answers: { explain: 'Answers that the vendor owes by the group’s rule.', kinds: ['wait'], page: '/desk' },
  commitments: { explain: 'What the vendor has committed itself to deliver.', kinds: ['wait'], page: '/commitments' },

  founding: { explain: 'The group has a founding date, a product and a vendor.', kinds: ['existence'], page: '/charter', standing: true },
  list_open: { explain: 'The group has a list that one can join.', kinds: ['existence'], page: '/lists', standing: true },
  list_hosts: { explain: 'User groups that host the list together.', kinds: ['existence'], page: '/lists', standing: true },
  list_page: {
    explain: 'The list has a public page with its rule and the form to join.',
    kinds: ['existence'],
    page: '/lists',
    standing: true,
  },
  list_vetted: { explain: 'Requests to join are decided on evidence.', kinds: ['existence'], page: '/lists', standing: true },
  register: {
    explain: 'Institutions with a contract stand in the register.',
    kinds: ['existence'],
    page: '/organisations',
    standing: true,
  },
  role_address: { explain: 'A role has an address that follows whoever holds it.', kinds: ['existence'], page: '/roster', standing: true },
  roster: { explain: 'The roster says who holds which role.', kinds: ['existence'], page: '/roster', standing: true },
  past_members: { explain: 'The roster lists past members with their terms.', kinds: ['existence'], page: '/roster', standing: true },
  public_pages: { explain: 'The charter of the group stands on a public page.', kinds: ['existence'], page: '/charter', standing: true },
} as const satisfies Record<string, Subject>

export type SubjectName = keyof typeof subjects

export const subjectOf = (name: string): (Subject & { name: SubjectName }) | undefined =>
  Object.hasOwn(subjects, name) ? { ...subjects[name as SubjectName], name: name as SubjectName } : undefined

/** The kinds of measure, each with the sentence that explains it. */
export const kindWords: Record<MeasureKind, { name: string; explain: string }> = {
  cadence: { name: 'A rhythm', explain: 'Something happens every so often: meetings every two months. Looks at the last year.' },
  count: { name: 'A number', explain: 'Something happens so many times in a span: four stories a year. Without a number it only counts.' },
  freshness: { name: 'Freshness', explain: 'The newest one is not older than a span: news within three months.' },
  share: { name: 'A share', explain: 'So many of a hundred: three of four threads are answered.' },
  seat: { name: 'A seat', explain: 'Somebody holds a role today, or several do.' },
  attendance: { name: 'Attendance', explain: 'Those of a role, or of all formal roles, are at the meetings.' },
  wait: { name: 'A wait', explain: 'The vendor answers within the group’s rule. A delay is the vendor’s and stands apart.' },
  existence: { name: 'Something is there', explain: 'A thing exists: the list, an address, the roster, a page.' },
  attested: { name: 'A recorded link', explain: 'It happens elsewhere; somebody records what, when and the link.' },
}

export const measureKinds = Object.keys(kindWords) as MeasureKind[]

/** The subjects that a kind of measure can look at. */
export const subjectsFor = (kind: MeasureKind): SubjectName[] =>
  (Object.keys(subjects) as SubjectName[]).filter((name) => (subjects[name].kinds as readonly MeasureKind[]).includes(kind))

/** Does a kind of measure ask for a span of time? */
export const needsSpan = (kind: MeasureKind): boolean =>
  kind === 'cadence' || kind === 'count' || kind === 'freshness' || kind === 'attested'

/** Does a subject look at meetings, so that one series of them can be meant? */
export const ofSeries = (subject: string): boolean => ['meetings', 'minutes_approved', 'present'].includes(subject)

const inHundred: readonly MeasureKind[] = ['share', 'attendance']
const largestTarget = 100_000

/** Roles that a measure can look at. */
export const measuredRoles = ['coordinator', 'deputy', 'liaison', 'member', 'moderator'] as const satisfies readonly Role[]

function whyNotSpan({ kind, everyN, everyUnit }: Measure): string | undefined {
  if (!needsSpan(kind)) return undefined
  if (everyN === null || everyUnit === null) return 'Say in which span: every 2 months, every year.'
  if (everyN < 1) return 'A span is at least 1 long.'
  return everyN > 520 ? 'At most 520.' : undefined
}

function whyNotTarget({ kind, target }: Measure): string | undefined {
  const hundred = inHundred.includes(kind)
  if (target === null) return hundred ? 'Say how many of a hundred.' : undefined
  if (target < 1) return 'At least 1.'
  if (target > largestTarget) return `At most ${largestTarget}.`
  return hundred && target > 100 ? 'At most 100 of a hundred.' : undefined
}

/** What is wrong with a measure, by field; nothing where it can be kept. */
export function whyNotMeasure(measure: Measure): Record<string, string> {
  const { kind, role, graceDays, subject } = measure
  const problems: Record<string, string | undefined> = {
    subject: subjectOf(subject)?.kinds.includes(kind) ? undefined : 'Choose what is looked at.',
    everyN: whyNotSpan(measure),
    target: whyNotTarget(measure),
    graceDays: graceDays < 0 || graceDays > 730 ? 'Between 0 and 730 days.' : undefined,
    role: role === null && (kind === 'seat' || subject === 'role_address') ? 'Choose the role.' : undefined,
  }
  return Object.fromEntries(Object.entries(problems).flatMap(([field, problem]) => (problem === undefined ? [] : [[field, problem]])))
}

/** A measure with nothing in it that its kind does not use. */
export function tidyMeasure(measure: Measure): Measure {
  const span = needsSpan(measure.kind)
  return {
    ...measure,
    everyN: span ? measure.everyN : null,
    everyUnit: span ? measure.everyUnit : null,
    target: ['cadence', 'freshness', 'wait'].includes(measure.kind) ? null : measure.target,
    role: ['seat', 'attendance'].includes(measure.kind) || measure.subject === 'role_address' ? measure.role : null,
    seriesId: ofSeries(measure.subject) ? measure.seriesId : null,
  }
}

const part = { everyN: null, everyUnit: null, target: null, graceDays: 0, role: null, seriesId: null }

/** Short ways to write a measure down. */
export const measures = {
  every: (subject: SubjectName, everyN: number, everyUnit: SpanUnit, graceDays = 0): Measure => ({
    ...part,
    kind: 'cadence',
    subject,
    everyN,
    everyUnit,
    graceDays,
  }),
  perYear: (subject: SubjectName, target: number | null, graceDays = 30): Measure => ({
    ...part,
    kind: subject === 'attested' ? 'attested' : 'count',
    subject,
    everyN: 1,
    everyUnit: 'year',
    target,
    graceDays,
  }),
  within: (subject: SubjectName, everyN: number, everyUnit: SpanUnit, graceDays = 30): Measure => ({
    ...part,
    kind: 'freshness',
    subject,
    everyN,
    everyUnit,
    graceDays,
  }),
  share: (subject: SubjectName, target: number): Measure => ({ ...part, kind: 'share', subject, target }),
  seat: (role: Role, { target = 1, graceDays = 60, formal = false } = {}): Measure => ({
    ...part,
    kind: 'seat',
    subject: formal ? 'formal_seats' : 'seats',
    role,
    target,
    graceDays,
  }),
  attendance: (role: Role | null, target: number): Measure => ({ ...part, kind: 'attendance', subject: 'present', role, target }),
  wait: (subject: SubjectName): Measure => ({ ...part, kind: 'wait', subject }),
  there: (subject: SubjectName, { role = null, target = null }: { role?: Role | null; target?: number | null } = {}): Measure => ({
    ...part,
    kind: 'existence',
    subject,
    role,
    target,
  }),
}

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
