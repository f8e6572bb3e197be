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

/** Every figure that a report may name, with what it counts. */
export const figureNames = {
  'meetings.held': 'Meetings that were held',
  'meetings.planned': 'Meetings that were held or should have been',
  'meetings.cancelled': 'Meetings that were called off',
  'meetings.minutes': 'Minutes that were approved',
  'meetings.list': 'The meetings that were held, a line each',
  'decisions.made': 'Decisions that were made',
  'decisions.list': 'The decisions, a line each',
  'attendance.share': 'Of those invited to a meeting, how many of a hundred were there',
  'attendance.by-role': 'How often each role was there, a line each',
  'list.messages': 'Messages on the lists',
  'list.posters': 'People who wrote to the lists',
  'list.threads': 'Threads that began',
  'list.answered': 'Threads that got an answer by somebody else within seven days',
  'list.answered-share': 'The same, of a hundred threads',
  'list.newcomers': 'People who joined the lists',
  'cases.new': 'User cases that were captured',
  'stories.told': 'Stories that were told',
  'requests.raised': 'Requests that were raised',
  'requests.merged': 'Requests that were merged into others',
  'requests.set-aside': 'Requests that were set aside',
  'requests.done': 'Requests that were delivered or accepted',
  'requests.list': 'The requests that were raised, a line each',
  'ballots.held': 'Ballots that were counted',
  'ballots.turnout': 'Of those who could vote, how many of a hundred did',
  'ballots.list': 'The ballots with turnout and winners, a line each',
  'answers.given': 'Answers of the vendor',
  'answers.by-class': 'The answers by their class, a line each',
  'answers.list': 'The answers with class and reason, a line each',
  'commitments.made': 'Commitments that the vendor made',
  'commitments.points': 'Points that it committed',
  'commitments.delivered': 'Commitments that were delivered',
  'commitments.dropped': 'Commitments that were dropped',
  'commitments.list': 'The commitments with their state, a line each',
  'deliveries.claimed': 'Deliveries that the vendor announced',
  'deliveries.accepted': 'Deliveries that the group found complete',
  'talks.given': 'Talks of Show and Tell',
  'talks.list': 'The talks, a line each',
  'events.held': 'Conferences and other events',
  'events.list': 'The events, a line each',
  'documents.approved': 'Versions of documents that were approved',
  'documents.list': 'The documents that were approved, a line each',
  'news.items': 'News that were published',
  'news.issues': 'Issues of News in Brief that were published',
  'news.list': 'The news and issues, a line each',
  'members.now': 'Members at the end of the period',
  'members.new': 'Terms that began',
  'members.new-list': 'Who began, a line each',
  'members.ended': 'Terms that ended',
  'members.ended-list': 'Whose term ended, a line each',
  'charter.clauses': 'Clauses of the charter that were measured',
  'charter.kept': 'Clauses that were kept',
  'charter.findings': 'What each clause found, a line each',
  'picture.messages': 'Picture: messages by month',
  'picture.answers': 'Picture: answers by class',
  'picture.meetings': 'Picture: meetings that were held, of those planned',
} as const

export type FigureName = keyof typeof figureNames

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(figureNames, name)

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

export const number = (value: number, href: string, audience: Audience = 'public'): Figure => ({ kind: 'number', value, href, audience })

/** How many of a hundred; of nothing it is nothing. */
export const share = (part: number, of: number, href: string, audience: Audience = 'public'): Figure => ({
  kind: 'number',
  value: of === 0 ? 0 : Math.round((100 * part) / of),
  unit: '%',
  href,
  audience,
})

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
  'news.items': 'news.list',
  'members.new': 'members.new-list',
  'members.ended': 'members.ended-list',
  'charter.clauses': 'charter.findings',
  'charter.kept': 'charter.findings',
}
