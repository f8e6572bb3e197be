import { textsOf } from '../../lib/ui/words.ts'
import { isGuest } from '../invitees-rules.ts'
import { quorumOf } from '../rules.ts'

const t = textsOf('meetings', 'lists')
// What minutes say is in the language of whoever keeps them, and stays so.
const { kept } = t
const approving = textsOf('meetings', 'minutes')

/** A line of minutes, as it is printed. */
export interface MinuteLine {
  itemId: number | null
  kind: 'note' | 'decision' | 'action'
  internal: boolean
  text: string
  /** D-12, or who and until when. */
  mark: string
}

/** An item of the agenda, as it is printed. */
export interface PrintedItem {
  id: number
  title: string
  internal: boolean
}

function lineText({ kind, mark, text: said }: MinuteLine): string {
  // What stands on further lines, a list or a quotation, belongs to the same point.
  const text = said.replaceAll('\n', '\n  ')
  if (kind === 'note') return `- ${text}`
  return `- ${kept.line({ lead: kind === 'decision' ? kept.decision : kept.task, mark, text })}`
}

/** What of the minutes stays inside, as one Markdown text: internal items and lines; empty where there are none. */
export function insideText(items: readonly PrintedItem[], lines: readonly MinuteLine[]): string {
  const inside = new Set(items.filter(({ internal }) => internal).map(({ id }) => id))
  const own = lines.filter(({ internal, itemId }) => internal || inside.has(itemId ?? -1))
  return [...items.filter(({ internal }) => internal).map(({ title }) => `## ${title}`), ...own.map(lineText)].join('\n')
}

/**
 * The minutes as one Markdown text: items in the order of the agenda with their lines, then what belongs to none.
 * @param forPublic leaves out what is internal, and items of which nothing is left
 */
export function minutesText(items: readonly PrintedItem[], lines: readonly MinuteLine[], forPublic: boolean): string {
  const shown = lines.filter(({ internal }) => !forPublic || !internal)
  const parts = items
    .filter(({ internal }) => !forPublic || !internal)
    .flatMap(({ id, title }) => {
      const own = shown.filter(({ itemId }) => itemId === id)
      return own.length > 0 || !forPublic ? [`## ${title}\n\n${own.map(lineText).join('\n')}`.trimEnd()] : []
    })
  const hidden = new Set(items.filter(({ internal }) => forPublic && internal).map(({ id }) => id))
  const rest = shown.filter(({ itemId }) => (itemId === null || !items.some(({ id }) => id === itemId)) && !hidden.has(itemId ?? -1))
  // Where the page has them: after the items, below a heading that says so.
  const besides = rest.map(lineText).join('\n')
  return [...parts, ...(rest.length === 0 ? [] : [parts.length === 0 ? besides : `## ${approving.besides}\n\n${besides}`])].join('\n\n')
}

/** Somebody who was expected, as minutes tell of it. */
export interface Attendee {
  name: string
  attendance: 'present' | 'late' | 'apologies' | 'absent' | null
  /** Expected, and counted for the quorum; guests are not. */
  expected: boolean
}

/** Those invited, as minutes count them. */
export const attendeesOf = (people: readonly (Omit<Attendee, 'expected'> & { roles: readonly string[] })[]): Attendee[] =>
  people.map(({ name, attendance, roles }) => ({ name, attendance, expected: !isGuest(roles) }))

/** How many of those expected are there, and whether that is enough; `wanted` 0 where no quorum is asked for. */
export function countQuorum(people: readonly Attendee[], percent: number): { present: number; expected: number; wanted: number } {
  const expected = people.filter((one) => one.expected)
  const present = expected.filter(({ attendance }) => attendance === 'present' || attendance === 'late').length
  return { present, expected: expected.length, wanted: quorumOf(expected.length, percent) }
}

/** "3 of 5 present. Quorum of 3 reached.": as minutes keep it. */
function quorumText({ present, expected, wanted }: ReturnType<typeof countQuorum>): string {
  const state = wanted === 0 ? 'none' : present >= wanted ? 'reached' : 'missed'
  return kept.quorum({ present, expected, wanted, state })
}

/**
 * Who was there, as minutes begin: for the group by name, for the public by number.
 * @returns nothing where nobody has ticked anything
 */
export function attendanceText(people: readonly Attendee[], percent: number, forPublic: boolean): string {
  if (people.every(({ attendance }) => attendance === null)) return ''
  const counted = quorumText(countQuorum(people, percent))
  if (forPublic) return counted
  const named = (of: NonNullable<Attendee['attendance']>) => {
    const names = people.filter(({ attendance }) => attendance === of).map(({ name }) => name)
    return names.length > 0 ? [kept.named({ title: kept.attendance[of], names: names.join(', ') })] : []
  }
  return [...named('present'), ...named('late'), ...named('apologies'), ...named('absent'), counted].join('\n\n')
}

/** Why approved minutes cannot be mailed to a list; undefined where they can. */
export function whyNotMailMinutes(meeting: { public: boolean }, list: { title: string; archive: string } | undefined, atTable: boolean) {
  if (!list) return t.notSubscribed
  if (!atTable) return t.personWhoSendsMinutesNo
  if (!meeting.public && list.archive !== 'group') return t.notPublic({ list: list.title })
  return undefined
}

/** The place between two others; lines are put anywhere without moving the rest. */
export const between = (before: number | undefined, after: number | undefined): number =>
  before === undefined ? (after === undefined ? 1 : after - 1) : after === undefined ? before + 1 : (before + after) / 2

/** Why nobody approves minutes of a meeting now: of one that is still to come, or was moved to a later day, there are none. */
export const whyNotApprove = (meeting: { startsAt: Date }, now: Date): string | undefined =>
  now < meeting.startsAt ? approving.meetingHasNotStarted : undefined

/** Minutes that were sent for checking. */
export interface Circulated {
  circulatedAt: Date
  startsAt: Date
  silentDays: number
}

/** The day after which silence approves; the days to check what was written ahead of the meeting begin with the meeting. */
export const silentUntil = ({ circulatedAt, startsAt, silentDays }: Circulated): Date =>
  new Date(Math.max(circulatedAt.getTime(), startsAt.getTime()) + silentDays * 86_400_000)

/** Do minutes count as approved by silence now? Not while somebody's correction waits for an answer. */
export const isSilent = (
  { minutes, circulatedAt, ...meeting }: Omit<Circulated, 'circulatedAt'> & { minutes: string; circulatedAt: Date | null },
  openCorrections: number,
  now: Date,
): boolean =>
  minutes === 'circulated' &&
  circulatedAt !== null &&
  meeting.silentDays > 0 &&
  openCorrections === 0 &&
  now >= silentUntil({ ...meeting, circulatedAt })

/** Until when minutes that were sent for checking can be corrected before silence approves them; undefined where it does not. */
export const checkedUntil = ({
  minutes,
  circulatedAt,
  ...meeting
}: Omit<Circulated, 'circulatedAt'> & { minutes: string; circulatedAt: Date | null }): Date | undefined =>
  minutes === 'approved' || circulatedAt === null || meeting.silentDays === 0 ? undefined : silentUntil({ ...meeting, circulatedAt })

/** Approved minutes that are still to go to their list. */
export const waitsForList = (meeting: {
  minutes: string
  minutesListId: number | null
  listMessageId: string | null
  listTrouble: string
}): boolean => meeting.minutes === 'approved' && meeting.minutesListId !== null && meeting.listMessageId === null && !meeting.listTrouble

/**
 * What minutes say around a decision: the item of the agenda under which it was made, without the line of the decision itself.
 * @param minutes as they were approved, in Markdown
 * @returns undefined where they say no more of it
 */
export function saidAround(minutes: string, decision: number): string | undefined {
  const names = new RegExp(`\\bD-${decision}\\b`)
  const item = minutes.split(/^(?=#{1,6} )/m).find((part) => names.test(part))
  if (!item?.startsWith('#')) return undefined
  const said = item
    .split('\n')
    .filter((line) => !names.test(line))
    .join('\n')
    .trim()
  return said.includes('\n') ? said : undefined
}
