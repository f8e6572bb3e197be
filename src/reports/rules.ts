import { textsOf } from '../lib/ui/words.ts'
import { type Audience, type Figure, type FigureName, type Figures, figureNames, isFigureName, reaches } from './figures-rules.ts'

const t = textsOf('reports', 'actions')
const writing = textsOf('reports', 'writing')

/** A section as it is written. */
export interface Section {
  title: string
  body: string
  internal: boolean
  leftOut: boolean
}

// `{{talks.given}}`, or with what follows for one and for more: `{{talks.given | talk | talks}}`.
const fieldPattern = /\{\{\s*(?:([a-z0-9.-]+)\s*)?(?:\|([^|{}]*)\|([^|{}]*))?\}\}/gi

/** The words of a text between its fields. */
export const withoutFields = (text: string): string => text.replaceAll(fieldPattern, ' ')

/** The names of the figures that a text uses, each once. */
export const figuresIn = (text: string): string[] => [
  ...new Set([...text.matchAll(fieldPattern)].map(([, name = '']) => name.toLowerCase())),
]

// What was meant is what is nearest: half of its letters may differ at most.
function nearest(name: string): string | undefined {
  const scored = figureNames.map((one) => ({ one, far: distance(name, one) }))
  const best = scored.reduce((a, b) => (b.far < a.far ? b : a))
  return best.far <= Math.max(2, name.length / 2) ? best.one : undefined
}

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1]
    for (const [j, other] of [...b].entries())
      row.push(Math.min((row[j] ?? 0) + 1, (before[j + 1] ?? 0) + 1, (before[j] ?? 0) + (letter === other ? 0 : 1)))
    before = row
  }
  return before[b.length] ?? 0
}

/** Why a section's text cannot be taken: it names a figure that there is not. */
export function whyNotText(title: string, body: string): string | undefined {
  const unknown = figuresIn(body).find((name) => !isFigureName(name))
  if (unknown === undefined) return undefined
  const meant = nearest(unknown)
  const field = `{{${unknown}}}`
  return meant ? t.errors.noFigureMeant({ title, field, meant: `{{${meant}}}` }) : t.errors.noFigure({ title, field })
}

// A report of decades would read every message that there is.
const longestYears = 5

/** What is wrong with a period, by field. */
export function whyNotPeriod({ fromOn, toOn }: { fromOn: string; toOn: string }, today: string): Record<string, string> {
  if (toOn < fromOn) return { toOn: t.errors.order }
  const [from, to] = [Temporal.PlainDate.from(fromOn), Temporal.PlainDate.from(toOn)]
  if (Temporal.PlainDate.compare(from.add({ years: longestYears }), to) <= 0) return { toOn: t.errors.tooLong }
  if (fromOn > today) return { fromOn: t.errors.future }
  return {}
}

/** The calendar year that a period is, if it is one. */
export const yearOf = ({ fromOn, toOn }: { fromOn: string; toOn: string }): string | undefined =>
  fromOn.slice(0, 4) === toOn.slice(0, 4) && fromOn.endsWith('-01-01') && toOn.endsWith('-12-31') ? fromOn.slice(0, 4) : undefined

/** The address of a group's report. */
export const slugOf = (group: string, period: { fromOn: string; toOn: string }): string =>
  `${group}-${yearOf(period) ?? `${period.fromOn}-to-${period.toOn}`}`

/** The year before today's: its report is due as soon as it is over. */
export const dueYear = (today: string): { fromOn: string; toOn: string } => {
  const year = Number(today.slice(0, 4)) - 1
  return { fromOn: `${year}-01-01`, toOn: `${year}-12-31` }
}

/** The state of a report in one word; frozen is a draft whose figures stand. */
export const stateOf = (report: { state: 'draft' | 'final'; frozenAt: Date | null }): 'draft' | 'frozen' | 'final' =>
  report.state === 'final' ? 'final' : report.frozenAt ? 'frozen' : 'draft'

/** A part of a section as a reader sees it: Markdown, or a picture. */
export type Part = { kind: 'text'; text: string } | { kind: 'picture'; name: FigureName; figure: Figure & { kind: 'series' } }

/** How values become words: the reader's numbers and days, and where their links lead. */
export interface Tell {
  standing: Audience
  number(value: number): string
  day(on: string): string
  /** Where the evidence of a figure is shown; undefined where links lead nowhere, as on paper. */
  evidence(name: FigureName): string | undefined
  /** The address of a record for a link. */
  link(href: string): string | undefined
}

/** Text that stands in Markdown as it is. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~!{}()]/g, '\\$&').replaceAll(/\s+/g, ' ')

const linked = (words: string, to: string | undefined): string => (to === undefined ? words : `[${words}](<${to}>)`)

/** A figure as a number: a list is the number of its lines that this reader sees, a picture what it adds up to. */
function countOf(figure: Figure, standing: Audience): number {
  if (figure.kind === 'number') return figure.value
  if (figure.kind === 'series') return figure.points.reduce((sum, { value }) => sum + value, 0)
  return figure.items.filter(({ audience }) => reaches(standing, audience)).length
}

/** A figure in a few words. */
export function tellFigure(figure: Figure, tell: Pick<Tell, 'standing' | 'number'>): string {
  const number = tell.number(countOf(figure, tell.standing))
  return figure.kind === 'number' && figure.unit ? t.share({ number }) : number
}

function tellList(figure: Figure & { kind: 'list' }, tell: Tell): string {
  const seen = figure.items.filter(({ audience }) => reaches(tell.standing, audience))
  // Of what there is but is not theirs nothing is said: “none” would be wrong.
  if (seen.length === 0) return figure.items.length === 0 ? `- ${t.emptyList}` : ''
  return seen
    .map(({ on, title, detail, href, audience }) => {
      const day = on === null ? '' : `${tell.day(on)}: `
      // Who oversees a group reads that there was such a thing; the thing itself is open to the group, or to everyone.
      const open = href !== '' && (tell.standing === 'group' || audience === 'public')
      return `- ${day}${linked(plain(title), open ? tell.link(href) : undefined)}${detail ? ` (${plain(detail)})` : ''}`
    })
    .join('\n')
}

/** What is wrong with a line for a reader: a figure in it is not theirs. */
const isHers = (line: string, figures: Figures, standing: Audience): boolean =>
  figuresIn(line).every((name) => {
    const figure = isFigureName(name) ? figures[name] : undefined
    return figure !== undefined && reaches(standing, figure.audience)
  })

/** A heading below which nothing is left for a reader goes too. */
const withoutBareHeadings = (lines: readonly string[]): string[] => {
  const isHeading = (line: string) => /^#{1,6} /.test(line)
  return lines.filter((line, at) => {
    if (!isHeading(line)) return true
    const next = lines.slice(at + 1).find((one) => one.trim() !== '')
    return next !== undefined && !isHeading(next)
  })
}

/**
 * A section's text with its figures in their places. A line with a figure that this reader may not see is left out whole, so that no
 * sentence is told with a gap.
 */
export function fillIn(body: string, figures: Figures, tell: Tell): Part[] {
  const parts: Part[] = []
  let text: string[] = []
  const flush = () => {
    const joined = withoutBareHeadings(text).join('\n').trim()
    if (joined) parts.push({ kind: 'text', text: joined })
    text = []
  }
  for (const line of body.split('\n')) {
    if (!isHers(line, figures, tell.standing)) continue
    const [, alone = ''] = /^\s*\{\{\s*([a-z0-9.-]+)\s*\}\}\s*$/i.exec(line) ?? []
    const name = alone.toLowerCase()
    const figure = isFigureName(name) ? figures[name] : undefined
    if (isFigureName(name) && figure?.kind === 'series') {
      flush()
      if (figure.points.length > 0) parts.push({ kind: 'picture', name, figure })
    } else if (figure?.kind === 'list') text.push('', tellList(figure, tell), '')
    else
      text.push(
        line.replaceAll(fieldPattern, (_, inner: string | undefined, one?: string, more?: string) =>
          tellInline((inner ?? '').toLowerCase(), figures, tell, one, more),
        ),
      )
  }
  flush()
  return parts
}

function tellInline(name: string, figures: Figures, tell: Tell, one = '', more = ''): string {
  const figure = isFigureName(name) ? figures[name] : undefined
  if (!figure || !isFigureName(name)) return ''
  const word = (countOf(figure, tell.standing) === 1 ? one : more).trim()
  return `${linked(tellFigure(figure, tell), tell.evidence(name))}${word && ` ${word}`}`
}

/** The sections that a reader sees: none that is left out, the internal ones only for the group. */
export const sectionsFor = <S extends Section>(sections: readonly S[], standing: Audience): S[] =>
  sections.filter(({ internal, leftOut }) => !leftOut && (!internal || standing === 'group'))

/** The sections that a reader sees, filled in; one of which nothing is left for them is not there. */
export const readSections = <S extends Section>(sections: readonly S[], figures: Figures, tell: Tell): { section: S; parts: Part[] }[] =>
  sectionsFor(sections, tell.standing)
    .map((section) => ({ section, parts: fillIn(section.body, figures, tell) }))
    .filter(({ section, parts }) => parts.length > 0 || section.body.trim() === '')

/** How many lines of the sections others than the group will not see, for who writes them. */
export const countHidden = (sections: readonly Section[], figures: Figures, standing: Audience): number =>
  sectionsFor(sections, standing)
    .flatMap(({ body }) => body.split('\n'))
    .filter((line) => !isHers(line, figures, standing)).length

/**
 * The periods that a report is often about: the last calendar year, the running one, and from the day after the last report.
 * @param reported the last days of reports that there are
 */
export function listPeriods(today: string, reported: readonly string[]): { label: string; fromOn: string; toOn: string }[] {
  const year = Number(today.slice(0, 4))
  const whole = (label: string, of: number) => ({ label, fromOn: `${of}-01-01`, toOn: `${of}-12-31` })
  const last = reported.toSorted().at(-1)
  const since = last && last < today ? Temporal.PlainDate.from(last).add({ days: 1 }).toString() : undefined
  return [
    whole(writing.periodYear({ year: String(year - 1) }), year - 1),
    whole(writing.periodYear({ year: String(year) }), year),
    ...(since === undefined ? [] : [{ label: writing.sinceLast, fromOn: since, toOn: today }]),
  ]
}
