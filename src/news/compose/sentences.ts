import { formatDate, formatDay, formatList, type Locale } from '../../lib/ui/format.ts'
import type { Happened } from './queries.ts'
import type { Section, Suggestion } from './rules.ts'
import { reportWords } from './words.ts'

type Words = ReturnType<typeof reportWords>
type Label = keyof Words['labels']

/** What the sentences of one report have in common. */
class Report {
  readonly suggestions: Suggestion[] = []
  readonly words: Words
  readonly locale: Locale

  constructor(locale: Locale) {
    this.locale = locale
    this.words = reportWords(locale)
  }

  say(section: Section, key: string, sourcePath: string, text: string): void {
    this.suggestions.push({ section, key, sourcePath, text })
  }

  /** A sentence that tells a number; nothing is said of none. */
  count(section: Section, key: string, sourcePath: string, amount: number, text: string, label?: Label): void {
    if (amount > 0)
      this.suggestions.push({ section, key, sourcePath, text, ...(label ? { amount, label: this.words.labels[label](amount) } : {}) })
  }
}

/**
 * What happened, in sentences of one language, each with its source. The same record gives the same sentences, and what did not
 * happen is not told.
 */
export function writeReport(happened: Happened, locale: Locale): Suggestion[] {
  const report = new Report(locale)
  tellRequests(report, happened)
  tellVote(report, happened)
  tellVendor(report, happened)
  tellGroup(report, happened)
  tellLists(report, happened)
  tellPeople(report, happened)
  return report.suggestions
}

function tellRequests(report: Report, { requests, cases, stories, cycles }: Happened): void {
  const { words } = report
  for (const { id, title, submitted, merged, setAside, exists } of cycles) {
    const at = `/cycles/${id}`
    report.count('requests', `cycle:${id}:submitted`, at, submitted, words.submitted(title, submitted), 'submitted')
    report.count('requests', `cycle:${id}:merged`, at, merged, words.wishesMerged(merged), 'merged')
    report.count('requests', `cycle:${id}:set-aside`, at, setAside, words.wishesSetAside(setAside))
    report.count('requests', `cycle:${id}:exists`, at, exists, words.exists(exists))
  }
  report.count('requests', 'requests:ideas', '/requests?kind=idea', requests.ideas, words.ideas(requests.ideas), 'ideas')
  report.count('requests', 'requests:concerns', '/requests?kind=concern', requests.concerns, words.concerns(requests.concerns), 'concerns')
  report.count('requests', 'requests:merged', '/requests?stage=merged', requests.merged, words.merged(requests.merged))
  report.count('requests', 'requests:set-aside', '/requests?stage=set_aside', requests.setAside, words.setAside(requests.setAside))
  report.count('requests', 'cases', '/requests', cases, words.cases(cases), 'cases')
  for (const { id, title } of stories) report.say('requests', `story:${id}`, `/stories/${id}`, words.story(title))
}

function tellVote(report: Report, { ballots }: Happened): void {
  const { words, locale } = report
  for (const { id, title, opened, counted } of ballots) {
    const results = `/ballots/${id}/results`
    if (opened !== undefined)
      report.count('vote', `ballot:${id}:options`, `/ballots/${id}`, opened, words.options(title, opened), 'options')
    if (!counted) continue
    report.count('vote', `ballot:${id}:papers`, results, counted.papers, words.papers(title, counted.papers), 'papers')
    if (counted.points !== undefined)
      report.count('vote', `ballot:${id}:points`, results, counted.points, words.points(title, counted.points), 'points')
    if (counted.top.length > 0) report.say('vote', `ballot:${id}:top`, results, words.top(counted.winners, formatList(locale, counted.top)))
  }
}

function tellVendor(report: Report, { vendor, answers, commitments, releases, accepted }: Happened): void {
  const { words, locale } = report
  const answered = answers.reduce((sum, { count }) => sum + count, 0)
  report.count('vendor', 'answers', '/answers?all=on', answered, words.answers(vendor, answered), 'answers')
  if (answered > 0) {
    const parts = answers.map((one) => words.classes[one.class](one.count))
    report.say('vendor', 'answers:classes', '/answers?all=on', words.ofThem(formatList(locale, parts)))
  }
  const { count, points } = commitments
  report.count('vendor', 'commitments', '/answers', count, words.commitments(vendor, count, Number(points)), 'commitments')
  for (const release of releases)
    report.say('vendor', `release:${release.id}`, `/deliveries/${release.deliveryId}`, words.release(release.name, release.count))
  report.count('vendor', 'deliveries:accepted', '/requests?stage=accepted', accepted.full, words.accepted(accepted.full), 'accepted')
  report.count('vendor', 'deliveries:open', '/requests?stage=delivered', accepted.open, words.reopened(accepted.open))
}

function tellGroup(report: Report, { meetings, decisions, talks, events, documents }: Happened): void {
  const { words, locale } = report
  for (const { slug, title, startsAt, zone, minutes, present } of meetings) {
    const day = formatDate({ locale, zone, now: startsAt }, startsAt, 'date')
    const path = minutes === 'approved' ? `/meetings/${slug}/minutes` : `/meetings/${slug}`
    report.say('group', `meeting:${slug}`, path, words.meeting(title, day, present))
  }
  for (const { id, number, text } of decisions) report.say('group', `decision:${id}`, `/decisions/${id}`, words.decision(number, text))
  for (const { slug, title } of talks) report.say('group', `talk:${slug}`, `/show-and-tell/${slug}`, words.talk(title))
  for (const { slug, title, firstOn, place } of events)
    report.say('group', `event:${slug}`, `/events/${slug}`, words.event(title, formatDay({ locale }, firstOn), place))
  for (const { slug, title, number } of documents)
    report.say('group', `document:${slug}`, `/documents/${slug}`, words.document(title, number))
}

function tellLists(report: Report, { lists }: Happened): void {
  const { words } = report
  for (const { name, title, messages, threads, newcomers, joined } of lists) {
    const path = `/lists/${name}`
    report.count('list', `list:${name}:messages`, `${path}/threads`, messages, words.messages(title, messages, threads), 'messages')
    report.count('list', `list:${name}:newcomers`, `${path}/threads`, newcomers, words.newcomers(title, newcomers), 'newcomers')
    report.count('list', `list:${name}:joined`, path, joined, words.joined(title, joined))
  }
}

function tellPeople(report: Report, { people }: Happened): void {
  const { words, locale } = report
  if (people.began.length > 0) report.say('people', 'people:began', '/roster', words.began(formatList(locale, people.began)))
  if (people.ended.length > 0) report.say('people', 'people:ended', '/roster', words.ended(formatList(locale, people.ended)))
}
