import type { MeasureKind, Role, SpanUnit } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('charter', 'measuresPage')
const suggested = textsOf('charter', 'suggestions')

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

/** A measure that is changed: what is left out stays. */
export type MeasureSaid = Pick<Measure, 'kind' | 'subject'> & Partial<Measure>

/** What can be looked at. */
export interface Subject {
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
  meetings: { kinds: ['cadence', ...happens], page: '/meetings' },
  talks: { kinds: ['cadence', ...happens], page: '/show-and-tell' },
  events: { kinds: happens, page: '/events' },
  news: { kinds: ['cadence', ...happens], page: '/news' },
  contributions: { kinds: happens, page: '/news' },
  documents: { kinds: happens, page: '/documents' },
  stories: { kinds: happens, page: '/stories' },
  ideas: { kinds: happens, page: '/requests' },
  concerns: { kinds: happens, page: '/requests' },
  user_cases: { kinds: happens, page: '/cases/queue' },
  messages: { kinds: happens, page: '/lists' },
  newcomers: { kinds: happens, page: '/lists' },
  briefs: { kinds: ['cadence', ...happens], page: '/briefs' },
  answers: { kinds: happens, page: '/answers' },
  told: { kinds: happens, page: '/telling' },
  vendor_contact: { kinds: happens, page: '/relationship' },
  ballots: { kinds: happens, page: '/ballots' },
  decisions: { kinds: happens, page: '/decisions' },
  releases: { kinds: happens, page: '/commitments' },
  letters: { kinds: happens, page: '/correspondence' },
  attested: { kinds: ['attested'], page: '' },

  threads_answered: { kinds: ['share'], page: '/lists' },
  answers_with_reason: { kinds: ['share'], page: '/answers' },
  minutes_approved: { kinds: ['share'], page: '/meetings' },
  present: { kinds: ['share', 'attendance'], page: '/meetings' },
  members_at_stage: { kinds: ['share'], page: '/roster', standing: true },
  championed: { kinds: ['share'], page: '/requests', standing: true },
  with_basis: { kinds: ['share'], page: '/lists', standing: true },
  documents_current: { kinds: ['share'], page: '/documents', standing: true },
  actions_done: { kinds: ['share'], page: '/actions' },

  seats: { kinds: ['seat'], page: '/roster', standing: true },
  formal_seats: { kinds: ['seat'], page: '/roster', standing: true },

  vendor_answers: { kinds: ['wait'], page: '/desk' },
  commitments: { kinds: ['wait'], page: '/commitments' },

  founding: { kinds: ['existence'], page: '/charter', standing: true },
  list_open: { kinds: ['existence'], page: '/lists', standing: true },
  list_hosts: { kinds: ['existence'], page: '/lists', standing: true },
  list_page: { kinds: ['existence'], page: '/lists', standing: true },
  list_vetted: { kinds: ['existence'], page: '/lists', standing: true },
  register: { kinds: ['existence'], page: '/organisations', standing: true },
  role_address: { kinds: ['existence'], page: '/roster', standing: true },
  roster: { kinds: ['existence'], page: '/roster', standing: true },
  past_members: { kinds: ['existence'], page: '/roster', standing: true },
  public_pages: { kinds: ['existence'], page: '/charter', standing: true },
} as const satisfies Record<string, Subject>

export type SubjectName = keyof typeof subjects

/** What a measure counts, by its name; undefined for a name that is none. */
export const subjectOf = (name: string): (Subject & { name: SubjectName }) | undefined =>
  Object.hasOwn(subjects, name) ? { ...subjects[name as SubjectName], name: name as SubjectName } : undefined

/** The kinds of measure. */
export const measureKinds = [
  'cadence',
  'count',
  'freshness',
  'share',
  'seat',
  'attendance',
  'wait',
  'existence',
  'attested',
] as const satisfies readonly MeasureKind[]

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
const longestSpan = 520
const longestGrace = 730

/** Roles that a measure can look at. */
export const measuredRoles = ['coordinator', 'deputy', 'liaison', 'member', 'moderator'] as const satisfies readonly Role[]

function whyNotSpan({ kind, everyN, everyUnit }: Measure): string | undefined {
  if (!needsSpan(kind)) return undefined
  if (everyN === null || everyUnit === null) return t.errors.span
  return everyN < 1 || everyN > longestSpan ? t.errors.between({ least: 1, most: longestSpan }) : undefined
}

function whyNotTarget({ kind, target }: Measure): string | undefined {
  const hundred = inHundred.includes(kind)
  const most = hundred ? 100 : largestTarget
  const why = t.errors.between({ least: 1, most })
  if (target === null) return hundred ? why : undefined
  return target < 1 || target > most ? why : undefined
}

/** What is wrong with a measure, by field; nothing where it can be kept. */
export function whyNotMeasure(measure: Measure): Record<string, string> {
  const { kind, role, graceDays, subject } = measure
  const problems: Record<string, string | undefined> = {
    subject: subjectOf(subject)?.kinds.includes(kind) ? undefined : t.errors.subject,
    everyN: whyNotSpan(measure),
    target: whyNotTarget(measure),
    graceDays: graceDays < 0 || graceDays > longestGrace ? t.errors.between({ least: 0, most: longestGrace }) : undefined,
    role: role === null && (kind === 'seat' || subject === 'role_address') ? t.errors.role : undefined,
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
  /** The words that say so. */
  words: string
  /** What words with two meanings mean here. */
  if?: 'twoMonths' | 'twiceMonth' | 'twoWeeks' | 'twiceWeek'
}

const fixed: [RegExp, number, SpanUnit][] = [
  [/\b(twice (?:a|per|each) year|halbjährlich|deux fois par an|dos veces al año|due volte all[’']anno)\b/i, 6, 'month'],
  [/\b(quarterly|vierteljährlich|trimestriel\w*|trimestral\w*|ogni trimestre)\b/i, 3, 'month'],
  [/\b(fortnightly|every (second|other) week|ogni due settimane)\b/i, 2, 'week'],
  [/\b(every (second|other) month|alle zwei monate|tous les deux mois|cada dos meses|ogni due mesi)\b/i, 2, 'month'],
  [/(?<!bi-?)\b(monthly|every month|monatlich|mensuel\w*|mensual\w*|mensil[ei]|ogni mese)\b/i, 1, 'month'],
  [/(?<!bi-?)\b(weekly|every week|wöchentlich|settimanal[ei]|ogni settimana)\b/i, 1, 'week'],
  [/(?<!bi-?)\b(annual(?:ly)?|yearly|every year|once a year|jährlich|annuel\w*|anual\w*|annual[ei]|ogni anno)\b/i, 1, 'year'],
]

/** How often something is said to happen. A word with two meanings gives both. */
export function readRhythms(text: string): Rhythm[] {
  const [month] = /\bbi-?\s?monthly\b/i.exec(text) ?? []
  if (month !== undefined)
    return [
      { n: 2, unit: 'month', words: month, if: 'twoMonths' },
      { n: 2, unit: 'week', words: month, if: 'twiceMonth' },
    ]
  const [week] = /\bbi-?\s?weekly\b/i.exec(text) ?? []
  if (week !== undefined)
    return [
      { n: 2, unit: 'week', words: week, if: 'twoWeeks' },
      { n: 3, unit: 'day', words: week, if: 'twiceWeek' },
    ]
  const each = /\bevery (\d{1,2}|two|three|four|six) (week|month|year)s\b/i.exec(text)
  const n = read(each?.[1])
  if (each && n) return [{ n, unit: (each[2] ?? 'month').toLowerCase() as SpanUnit, words: each[0] }]
  const times = /\b(\d{1,2}|one|two|three|four|five|six|eight|ten|twelve) (?:times|meetings|sessions) (?:a|per|each) year\b/i.exec(text)
  const perYearN = read(times?.[1])
  if (times && perYearN && 12 % perYearN === 0) return [{ n: 12 / perYearN, unit: 'month', words: times[0] }]
  for (const [words, count, unit] of fixed) {
    const match = words.exec(text)
    if (match) return [{ n: count, unit, words: match[0] }]
  }
  return []
}

const yearly = (text: string): number | undefined =>
  /\btwice (?:a|per|each) year\b/i.test(text)
    ? 2
    : read(/\b(\d{1,2}|two|three|four|five|six|eight|ten|twelve) (?:times |\w+ )?(?:a|per|each) year\b/i.exec(text)?.[1])

// What a charter says that is written in one of our languages: the words that mean a meeting, and so on below.
const meets =
  /\b(meets?|meetings?|calls?|teleconference|tagt|trifft|sitzung(en)?|se réunit|réunions?|se reúne|reuni(ón|ones)|si riunisce|riunion[ei])(?!\p{L})/iu

type Rule = [words: RegExp, make: (text: string) => Measure[], about: keyof typeof suggested.about]

const counted = (subject: SubjectName) => (text: string) => [perYear(subject, yearly(text) ?? null)]

const rules: Rule[] = [
  [/\b(formed|founded|established)\b/i, () => [there('founding')], 'founding'],
  [/\breleases?\b/i, () => [within('releases', 1, 'year')], 'releases'],
  [/\b(development partners?|early adopters?)\b/i, () => [share('members_at_stage', 50)], 'stages'],
  [/\b(relationship|partnership)\b/i, () => [within('vendor_contact', 6, 'month')], 'relationship'],
  // That a member has one vote, or that two thirds must vote for something, says not how often.
  [
    /\b(enhancements?|ballots?|voting|votes? (?:on|once|twice|each|every))\b/i,
    (text) => [perYear('ballots', yearly(text) ?? 1)],
    'ballots',
  ],
  [/\b(challenges|successes|experiences?)\b/i, counted('stories'), 'stories'],
  [/\b(ideas?|suggestions|ideen|idées|idee)(?!\p{L})/iu, counted('ideas'), 'ideas'],
  [/\b(technical (?:concerns?|issues?)|concerns)\b/i, counted('concerns'), 'concerns'],
  [
    /\b(conferences?|konferenz(en)?|conférences?|congresos?|convegn[io]|conferenze)(?!\p{L})/iu,
    (text) => [perYear('events', yearly(text) ?? 1), perYear('attested', null)],
    'conferences',
  ],
  [/\b(key documents|documents?|dokumente?|documentos?|documenti?o?)(?!\p{L})/iu, () => [share('documents_current', 80)], 'documents'],
  [/\b(news|newsletter)\b/i, (text) => [perYear('news', yearly(text) ?? null)], 'news'],
  [/\b(user cases?|use cases?|anwendungsfälle|cas d[’']utilisation|casos de uso|casi d[’']uso)(?!\p{L})/iu, counted('user_cases'), 'cases'],
  [/\b(champion\w*|promot\w+ (?:user|use) cases)\b/i, () => [share('championed', 60)], 'champions'],
  [/\b(answers?|respon[ds]\w*) .{0,40}(vendor|within)|with the vendor\b/i, () => [wait('vendor_answers')], 'answers'],
  [/\bshow (?:and|&) tell\b/i, (text) => [perYear('talks', yearly(text) ?? null)], 'talks'],
  [
    /\b(co-?ordinator|koordinator(in)?|koordination|coordonnat(eur|rice)|coordinat(eur|rice|ore)|coordinadora?|coordinamento)(?!\p{L})/iu,
    () => [seat('coordinator')],
    'coordinator',
  ],
  [
    /\b(liaison|verbindungsperson|persona de enlace|persona di collegamento)(?!\p{L})/iu,
    () => [seat('liaison'), attendance('liaison', 60)],
    'liaison',
  ],
  [/\b(deputy|stellvertret\p{L}*|vice-?coordin\p{L}*)/iu, () => [seat('deputy')], 'deputy'],
  [/\b(formal roles?).{0,60}(expected|attend)|expected .{0,60}(calls?|in person)\b/i, () => [attendance(null, 75)], 'attendance'],
  [/\bhosted\b/i, () => [there('list_hosts', { target: 2 })], 'hosts'],
  [
    /\b((subscri\w+|eligib\w+) .{0,60}(open|customers?)|(abonn\p{L}+|inscri\p{L}+|suscri\p{L}+|iscri\p{L}+) .{0,60}(kund\p{L}+|clients?|clientes|clienti))(?!\p{L})/iu,
    () => [there('list_open'), there('register')],
    'joining',
  ],
  [/\bminutes\b.{0,60}\b(?:sent|circulated|published|approved|within)\b/i, () => [share('minutes_approved', 80)], 'minutes'],
  [
    /\b(protokolle?|comptes? rendus?|procès-verba(l|ux)|actas?|verbal[ei])(?!\p{L}).{0,60}(versandt|verschickt|genehmigt|innerhalb|envoy|approuv|sous|envía|enviad|aprueb|aprob|plazo|inviat|approvat|pubblicat|entro)/iu,
    () => [share('minutes_approved', 80)],
    'minutes',
  ],
  [
    /\b(approved|current (?:member of staff|employee)|(?:subscri\w+|applicants?|join\w*)\b.{0,80}\bcontract)\b/i,
    () => [there('list_vetted'), share('with_basis', 80)],
    'approval',
  ],
  [/\b(?:public|web) (?:web )?page\b/i, () => [there('list_page')], 'page'],
  [
    /\b(?:(?:mailing|discussion) list|mailingliste|liste de (?:diffusion|discussion)|lista de (?:correo|distribución|discusión)|lista di (?:distribuzione|discussione))(?!\p{L})/iu,
    () => [share('threads_answered', 75)],
    'list',
  ],
  [/\bpast members\b/i, () => [there('past_members')], 'pastMembers'],
  [/\broster\b/i, () => [there('roster')], 'roster'],
  [/\b(web ?site|webseite|site web|sitio web|sito web)(?!\p{L})/iu, () => [there('public_pages')], 'website'],
]

const same = (a: Measure, b: Measure): boolean =>
  a.kind === b.kind && a.subject === b.subject && a.role === b.role && a.everyUnit === b.everyUnit

/** What the words of a clause could be measured by, at most four. Nothing is attached until a person says so. */
export function suggestMeasures(text: string): Suggestion[] {
  const rhythm = meets.test(text) ? readRhythms(text) : []
  const found: Suggestion[] = rhythm.map(({ n, unit, words, if: meaning }) => ({
    measure: every('meetings', n, unit, unit === 'month' ? 14 : 7),
    why: suggested[meaning ?? 'rhythm']({ words }),
  }))
  for (const [words, make, about] of rules) {
    if (!words.test(text)) continue
    for (const measure of make(text))
      if (!found.some((one) => same(one.measure, measure))) found.push({ measure, why: suggested.about[about] })
  }
  // What no record tells of, such as a report or a review, somebody can confirm as often as the clause says.
  const [often] = found.length === 0 ? readRhythms(text) : []
  if (often)
    found.push({
      measure: { ...perYear('attested', null), everyN: often.n, everyUnit: often.unit },
      why: suggested.rhythm({ words: often.words }),
    })
  return found.slice(0, 4)
}
