import { formatDate, formatDay, formatList, type Locale } from '../../lib/ui/format.ts'
import { ofGroup } from '../../lib/ui/paths.ts'
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
  private readonly placeOf: (path: string) => string

  constructor({ slug, among }: Pick<Happened, 'slug' | 'among'>, locale: Locale) {
    this.locale = locale
    this.words = reportWords(locale)
    // What is counted is of one group; so is the list that it leads to.
    this.placeOf = among ? (path) => ofGroup(path, slug) : (path) => path
  }

  say(section: Section, key: string, sourcePath: string, text: string): void {
    this.suggestions.push({ section, key, sourcePath: this.placeOf(sourcePath), text })
  }

  /** A sentence that tells a number; nothing is said of none. */
  count(section: Section, key: string, sourcePath: string, amount: number, text: string, label?: Label): void {
    if (amount > 0)
      this.suggestions.push({
        section,
        key,
        sourcePath: this.placeOf(sourcePath),
        text,
        ...(label ? { amount, label: this.words.labels[label]({ n: amount }) } : {}),
      })
  }
}

/**
 * What happened, in sentences of one language, each with its source. The same record gives the same sentences, and what did not
 * happen is not told.
 */
export function writeReport(happened: Happened, locale: Locale): Suggestion[] {
  const report = new Report(happened, locale)
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
    report.count('requests', `cycle:${id}:submitted`, at, submitted, words.submitted({ cycle: title, n: submitted }), 'submitted')
    report.count('requests', `cycle:${id}:merged`, at, merged, words.wishesMerged({ n: merged }), 'merged')
    report.count('requests', `cycle:${id}:set-aside`, at, setAside, words.wishesSetAside({ n: setAside }))
    report.count('requests', `cycle:${id}:exists`, at, exists, words.exists({ n: exists }))
  }
  report.count('requests', 'requests:ideas', '/requests?kind=idea', requests.ideas, words.ideas({ n: requests.ideas }), 'ideas')
  report.count(
    'requests',
    'requests:concerns',
    '/requests?kind=concern',
    requests.concerns,
    words.concerns({ n: requests.concerns }),
    'concerns',
  )
  report.count('requests', 'requests:merged', '/requests?stage=merged', requests.merged, words.merged({ n: requests.merged }))
  report.count('requests', 'requests:set-aside', '/requests?stage=set_aside', requests.setAside, words.setAside({ n: requests.setAside }))
  report.count('requests', 'cases', '/requests', cases, words.cases({ n: cases }), 'cases')
  for (const { id, title } of stories) report.say('requests', `story:${id}`, `/stories/${id}`, words.story({ title }))
}

function tellVote(report: Report, { ballots }: Happened): void {
  const { words, locale } = report
  for (const { id, title, opened, counted } of ballots) {
    const results = `/ballots/${id}/results`
    if (opened !== undefined)
      report.count('vote', `ballot:${id}:options`, `/ballots/${id}`, opened, words.options({ title, n: opened }), 'options')
    if (!counted) continue
    report.count('vote', `ballot:${id}:papers`, results, counted.papers, words.papers({ title, n: counted.papers }), 'papers')
    if (counted.points !== undefined)
      report.count('vote', `ballot:${id}:points`, results, counted.points, words.points({ title, n: counted.points }), 'points')
    if (counted.top.length > 0)
      report.say('vote', `ballot:${id}:top`, results, words.top({ n: counted.winners, titles: formatList(locale, counted.top) }))
  }
}

function tellVendor(report: Report, { vendor, answers, commitments, releases, accepted }: Happened): void {
  const { words, locale } = report
  const answered = answers.reduce((sum, { count }) => sum + count, 0)
  report.count('vendor', 'answers', '/answers?all=on', answered, words.answers({ vendor, n: answered }), 'answers')
  if (answered > 0) {
    const parts = answers.map((one) => words.classes[one.class]({ n: one.count }))
    report.say('vendor', 'answers:classes', '/answers?all=on', words.ofThem({ list: formatList(locale, parts) }))
  }
  const { count, points } = commitments
  report.count(
    'vendor',
    'commitments',
    '/commitments',
    count,
    words.commitments({ vendor, n: count, points: Number(points) }),
    'commitments',
  )
  for (const release of releases)
    report.say(
      'vendor',
      `release:${release.id}`,
      `/deliveries/${release.deliveryId}`,
      words.release({ name: release.name, n: release.count }),
    )
  report.count('vendor', 'deliveries:accepted', '/requests?stage=accepted', accepted.full, words.accepted({ n: accepted.full }), 'accepted')
  report.count('vendor', 'deliveries:open', '/requests?stage=delivered', accepted.open, words.reopened({ n: accepted.open }))
}

function tellGroup(report: Report, { meetings, decisions, talks, events, documents }: Happened): void {
  const { words, locale } = report
  for (const { slug, title, startsAt, zone, present } of meetings) {
    const day = formatDate({ locale, zone, now: startsAt }, startsAt, 'date')
    const path = `/meetings/${slug}`
    report.say('group', `meeting:${slug}`, path, words.meeting({ title, day, present }))
  }
  for (const { id, number, text } of decisions)
    report.say('group', `decision:${id}`, `/decisions/${id}`, words.decision({ n: number, text }))
  for (const { slug, title } of talks) report.say('group', `talk:${slug}`, `/show-and-tell/${slug}`, words.talk({ title }))
  for (const { slug, title, firstOn, place } of events)
    report.say('group', `event:${slug}`, `/events/${slug}`, words.event({ title, day: formatDay({ locale }, firstOn), place }))
  for (const { slug, title, number } of documents)
    report.say('group', `document:${slug}`, `/documents/${slug}`, words.document({ title, n: number }))
}

function tellLists(report: Report, { lists }: Happened): void {
  const { words } = report
  for (const { name, title, messages, threads, newcomers, joined } of lists) {
    const path = `/lists/${name}`
    report.count(
      'list',
      `list:${name}:messages`,
      `${path}/threads`,
      messages,
      words.messages({ list: title, n: messages, threads }),
      'messages',
    )
    report.count(
      'list',
      `list:${name}:newcomers`,
      `${path}/threads`,
      newcomers,
      words.newcomers({ list: title, n: newcomers }),
      'newcomers',
    )
    report.count('list', `list:${name}:joined`, path, joined, words.joined({ list: title, n: joined }))
  }
}

function tellPeople(report: Report, { people }: Happened): void {
  const { words, locale } = report
  if (people.began.length > 0) report.say('people', 'people:began', '/roster', words.began({ names: formatList(locale, people.began) }))
  if (people.ended.length > 0) report.say('people', 'people:ended', '/roster', words.ended({ names: formatList(locale, people.ended) }))
}
