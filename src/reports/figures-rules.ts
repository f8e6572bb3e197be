/** Who reads a figure: everyone, the group and its steering committees, or the group alone. */
export type Audience = 'public' | 'steering' | 'group'

/** A record that a figure names. */
export interface Item {
  on: string | null
  title: string
  /** What it came to: a class, a turnout, a state. */
  detail: string
  href: string
  audience: Audience
}

/** What stands for a field of a text. Kept as JSON when a report is frozen. */
export type Figure = { audience: Audience; href: string } & (
  | { kind: 'number'; value: number; unit?: '%' }
  | { kind: 'list'; items: Item[] }
  | { kind: 'series'; points: { label: string; value: number; of?: number }[] }
)

/** The figures of a period, by their name. */
export type Figures = Partial<Record<FigureName, Figure>>

/** Every figure that a report may name. */
export const figureNames = [
  'meetings.held',
  'meetings.planned',
  'meetings.cancelled',
  'meetings.minutes',
  'meetings.list',
  'decisions.made',
  'decisions.list',
  'attendance.share',
  'attendance.by-role',
  'list.messages',
  'list.posters',
  'list.threads',
  'list.answered',
  'list.answered-share',
  'list.newcomers',
  'cases.new',
  'stories.told',
  'requests.raised',
  'requests.merged',
  'requests.set-aside',
  'requests.done',
  'requests.list',
  'ballots.held',
  'ballots.turnout',
  'ballots.list',
  'answers.given',
  'answers.confirmed',
  'answers.disputed',
  'answers.by-class',
  'answers.list',
  'commitments.made',
  'commitments.points',
  'commitments.confirmed',
  'commitments.disputed',
  'commitments.delivered',
  'commitments.dropped',
  'commitments.list',
  'deliveries.claimed',
  'deliveries.accepted',
  'talks.given',
  'talks.list',
  'events.held',
  'events.list',
  'documents.approved',
  'documents.list',
  'news.items',
  'news.issues',
  'news.list',
  'members.now',
  'members.new',
  'members.new-list',
  'members.ended',
  'members.ended-list',
  'charter.clauses',
  'charter.kept',
  'charter.findings',
  'picture.messages',
  'picture.answers',
  'picture.meetings',
] as const

export type FigureName = (typeof figureNames)[number]

/** Is this the name of a figure? */
export const isFigureName = (name: string): name is FigureName => (figureNames as readonly string[]).includes(name)

const order: Record<Audience, number> = { public: 0, steering: 1, group: 2 }

/** May somebody of this standing read what is for that audience? */
export const reaches = (standing: Audience, audience: Audience): boolean => order[standing] >= order[audience]

/** The narrower of audiences: what is made of several is for those who may read each. */
export const narrowest = (audiences: readonly Audience[]): Audience =>
  audiences.reduce((narrow, one) => (order[one] > order[narrow] ? one : narrow), 'public' as Audience)

/** What a report is about: a group in a period, as it is known at an instant. */
export interface Span {
  group: { id: number; slug: string }
  fromOn: string
  toOn: string
  at: Date
}

/** A figure that is a number, with where it leads. */
export const number = (value: number, href: string, audience: Audience = 'public'): Figure => ({ kind: 'number', value, href, audience })

/** How many of a hundred; of nothing it is nothing. */
export const share = (part: number, of: number, href: string, audience: Audience = 'public'): Figure => ({
  kind: 'number',
  value: of === 0 ? 0 : Math.round((100 * part) / of),
  unit: '%',
  href,
  audience,
})

/** A figure that is a list, with where it leads. */
export const list = (items: Item[], href: string, audience: Audience = 'public'): Figure => ({ kind: 'list', items, href, audience })

/** Which list names the records that a number counts. */
export const behind: Partial<Record<FigureName, FigureName>> = {
  'meetings.held': 'meetings.list',
  'meetings.minutes': 'meetings.list',
  'decisions.made': 'decisions.list',
  'attendance.share': 'attendance.by-role',
  'requests.raised': 'requests.list',
  'ballots.held': 'ballots.list',
  'ballots.turnout': 'ballots.list',
  'answers.given': 'answers.list',
  'commitments.made': 'commitments.list',
  'commitments.points': 'commitments.list',
  'talks.given': 'talks.list',
  'events.held': 'events.list',
  'documents.approved': 'documents.list',
  'members.new': 'members.new-list',
  'members.ended': 'members.ended-list',
  'charter.clauses': 'charter.findings',
  'charter.kept': 'charter.findings',
}
