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

const lead = { note: '', decision: '**Decision', action: '**Action' } as const

function lineText({ kind, mark, text }: MinuteLine): string {
  if (kind === 'note') return `- ${text}`
  return `- ${lead[kind]}${mark ? ` ${mark}` : ''}:** ${text}`
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
  return [...(rest.length > 0 ? [rest.map(lineText).join('\n')] : []), ...parts].join('\n\n')
}

/** The place between two others; lines are put anywhere without moving the rest. */
export const between = (before: number | undefined, after: number | undefined): number =>
  before === undefined ? (after === undefined ? 1 : after - 1) : after === undefined ? before + 1 : (before + after) / 2

/** The day after which silence approves. */
export const silentUntil = (circulatedAt: Date, days: number): Date => new Date(circulatedAt.getTime() + days * 86_400_000)

/** Do minutes count as approved by silence now? Not while somebody's correction waits for an answer. */
export const isSilent = (
  meeting: { minutes: string; circulatedAt: Date | null; silentDays: number },
  openCorrections: number,
  now: Date,
): boolean =>
  meeting.minutes === 'circulated' &&
  meeting.circulatedAt !== null &&
  meeting.silentDays > 0 &&
  openCorrections === 0 &&
  now >= silentUntil(meeting.circulatedAt, meeting.silentDays)
