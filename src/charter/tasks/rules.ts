/** What an action is made of. It belongs to a group, or to a person alone. */
export interface NewAction {
  title: string
  note?: string
  groupId?: number
  ownerId?: number
  /** YYYY-MM-DD */
  dueOn?: string
  /** The thing that it came from, as in the journal: `meeting:12`, `handover:3`; and the address of that thing here. */
  source?: string
  sourcePath?: string
}

/** How pressing an open action is on a day. */
export function decideUrgency(dueOn: string | null, today: string): 'late' | 'soon' | 'later' | 'undated' {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'late'
  return Temporal.PlainDate.from(today).until(dueOn).days <= 7 ? 'soon' : 'later'
}

/** Days before an action is due on which its owner hears of it, and again once it is late. */
export const remindDays = 3
