import type { LetterSubject } from '../../src/letter-subjects.ts'
import type { Week } from './effort.ts'
import type { Measured, RoleName } from './run.ts'

/** What a letter is to the person who gets it. */
type Sort = 'theirs' | 'signed up' | 'due' | 'other'

/** What answers something of one's own, or lets one in. */
const theirs: readonly LetterSubject[] = ['account', 'own']
/** What is due within three days, where it comes by itself. */
const due: ReadonlySet<string> = new Set([
  'ballots.remind',
  'charter.actions-due',
  'charter.review',
  'documents.reviews-due',
  'meetings.poll-reminder',
  'meetings.reminder',
  'requests.affirm-support',
  'talks.day',
])
/** What a guest of the vendor is a guest for. */
const handed = 'vendor.handed'
const digests: ReadonlySet<string> = new Set(['list.digest', 'list.weekly'])
/** What comes with a part that somebody has taken on: to vote for their institution, to meet with their group. */
const taken: readonly LetterSubject[] = ['votes', 'openings', 'invitations', 'meetings']

/** What a letter of a kind is to its reader. */
export function sortOf(kind: string, subjects: Readonly<Record<string, LetterSubject>>, moderates = false): Sort {
  // Who moderates has taken that on to be told at once.
  if (moderates && (subjects[kind] === 'moderation' || kind === 'list.held-reminder')) return 'signed up'
  // What became of what they asked for, in their own words.
  if (kind === 'telling.became') return 'theirs'
  if (due.has(kind)) return 'due'
  if (digests.has(kind) || kind === handed) return 'signed up'
  // The week's letter is the one that there is to be; what an answer to it did answers something of one's own.
  if (kind === 'site.week') return 'other'
  const subject = subjects[kind]
  if (subject !== undefined && theirs.includes(subject)) return 'theirs'
  if (subject !== undefined && taken.includes(subject)) return 'signed up'
  // What was written to them by somebody and only passed on.
  if (subject === undefined) return 'theirs'
  return 'other'
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}
const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0)

/** A role's year. */
function yearOf(weeks: readonly Week[], subjects: Readonly<Record<string, LetterSubject>>, moderates: boolean) {
  const minutes = weeks.map(({ seconds }) => seconds / 60)
  const letters = weeks.map((week) => Object.entries(week.letters))
  const counted = letters.map((kinds) => sum(kinds.filter(([kind]) => sortOf(kind, subjects, moderates) === 'other').map(([, n]) => n)))
  const totals = new Map<string, number>()
  for (const [kind, n] of letters.flat()) totals.set(kind, (totals.get(kind) ?? 0) + n)
  const spent = new Map<string, number>()
  for (const week of weeks) for (const [what, seconds] of Object.entries(week.spent)) spent.set(what, (spent.get(what) ?? 0) + seconds)
  const onPages = new Map<string, number>()
  for (const week of weeks) for (const [what, n] of Object.entries(week.onPages)) onPages.set(what, (onPages.get(what) ?? 0) + n)
  const acts = sum(weeks.map((week) => week.acts))
  return {
    minutes: { median: round(median(minutes)), worst: round(Math.max(...minutes)) },
    letters: { median: median(letters.map((kinds) => sum(kinds.map(([, n]) => n)))), other: round(sum(counted) / weeks.length, 2) },
    acts,
    byMail: acts === 0 ? null : round(sum(weeks.map((week) => week.actsByMail)) / acts, 2),
    clicks: median(weeks.map((week) => week.clicks)),
    keys: median(weeks.map((week) => week.keys)),
    pages: median(weeks.map((week) => week.pages)),
    letterKinds: Object.fromEntries([...totals].sort((a, b) => b[1] - a[1])),
    actsOnPages: Object.fromEntries([...onPages].sort((a, b) => b[1] - a[1])),
    minutesSpent: Object.fromEntries(
      [...spent]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 25)
        .map(([what, seconds]) => [what, round(seconds / 60)]),
    ),
  }
}

/** Everything that was measured, as one document. */
export function figuresOf({ hands, letters }: Measured, subjects: Readonly<Record<string, LetterSubject>>) {
  const weeks = hands.coordinator.effort.weeks.length
  const roles = Object.fromEntries(
    Object.entries(hands).map(([role, { effort }]) => [role, yearOf(effort.weeks, subjects, role === 'moderator')]),
  ) as Record<RoleName, ReturnType<typeof yearOf>>
  const ofPeople = Map.groupBy(
    letters.filter(({ kind, email }) => sortOf(kind, subjects, email === hands.moderator.person.email) === 'other'),
    ({ email }) => email,
  )
  const people = new Set(letters.map(({ email }) => email))
  // The weeks are each person's own: a year of UTC may touch 53 of them.
  const inWeeks = (email: string): number[] =>
    [...Map.groupBy(ofPeople.get(email) ?? [], ({ week }) => week).values()].map(({ length }) => length)
  const perWeekOf = (email: string): number => {
    const counts = inWeeks(email)
    return sum(counts) / Math.max(weeks, counts.length)
  }
  const perWeek = [...people].map(perWeekOf)
  const kinds = Map.groupBy(letters, ({ kind }) => kind)
  return {
    weeks,
    roles,
    lettersPerPersonAndWeek: {
      mean: round(sum(perWeek) / Math.max(1, perWeek.length), 2),
      most: round(Math.max(0, ...perWeek), 2),
      mostInOneWeek: Math.max(0, ...[...people].flatMap(inWeeks)),
    },
    most: Object.fromEntries(
      [...ofPeople.keys()]
        .map((email): [string, number] => [email, round(perWeekOf(email), 2)])
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10),
    ),
    kinds: Object.fromEntries(
      [...kinds]
        .map(([kind, ones]): [string, string] => [kind, `${ones.length} (${sortOf(kind, subjects)})`])
        .sort((a, b) => Number.parseInt(b[1], 10) - Number.parseInt(a[1], 10)),
    ),
    byWeek: Object.fromEntries(
      Object.entries(hands).map(([role, { effort }]) => [
        role,
        effort.weeks.map(({ spent: _, onPages: __, seconds, ...week }) => ({ ...week, seconds: Math.round(seconds) })),
      ]),
    ),
    stuck: Object.fromEntries(
      Object.entries(hands).map(([role, { stuck, unknown }]) => [role, [...stuck, ...[...unknown].map((what) => `not known: ${what}`)]]),
    ),
  }
}

export type Figures = ReturnType<typeof figuresOf>

/** What was aimed at, and whether it holds. */
export function reached({ roles, lettersPerPersonAndWeek }: Figures): [string, boolean][] {
  const { coordinator, moderator, subscriber } = roles
  return [
    [`coordinator, median week: ${coordinator.minutes.median} min (30)`, coordinator.minutes.median <= 30],
    [`coordinator, worst week: ${coordinator.minutes.worst} min (60)`, coordinator.minutes.worst <= 60],
    [`moderator, median week: ${moderator.minutes.median} min (10)`, moderator.minutes.median <= 10],
    [`moderator, worst week: ${moderator.minutes.worst} min (10)`, moderator.minutes.worst <= 10],
    [`coordinator's acts by answering a mail: ${Math.round((coordinator.byMail ?? 0) * 100)} % (70)`, (coordinator.byMail ?? 0) >= 0.7],
    [
      `subscriber who only reads, letters beside posts and digest: ${round(subscriber.letters.other * 52, 0)} a year (0)`,
      subscriber.letters.other === 0,
    ],
    [
      `letters per person and week: ${lettersPerPersonAndWeek.mean}, at most ${lettersPerPersonAndWeek.most}, ${lettersPerPersonAndWeek.mostInOneWeek} in one week (1)`,
      lettersPerPersonAndWeek.most <= 1,
    ],
  ]
}

/** The figures as a table for people. */
export function tableOf(figures: Figures): string {
  const head = ['role', 'min/week', 'worst', 'letters', 'beside', 'acts', 'by mail', 'clicks', 'keys', 'pages']
  const rows = Object.entries(figures.roles).map(([role, one]) => [
    role,
    one.minutes.median,
    one.minutes.worst,
    one.letters.median,
    one.letters.other,
    one.acts,
    one.byMail === null ? '–' : `${Math.round(one.byMail * 100)} %`,
    one.clicks,
    one.keys,
    one.pages,
  ])
  return [head, ...rows]
    .map((row) => row.map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell).padStart(8))).join(' '))
    .join('\n')
}
