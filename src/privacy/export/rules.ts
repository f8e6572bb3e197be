import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('privacy', 'export')

/** A column that points to a person. */
export interface PersonColumn {
  table: string
  column: string
}

/** Tables that no copy tells row by row, and why. */
export const untold: Readonly<Record<string, string>> = {
  journal: 'In journal.json.',
  letter: 'In letters.mbox.',
  message: 'In messages.mbox.',
  person: 'In profile.json.',
  address: 'In profile.json.',
  sign_in_flow: 'A way in that is being walked; it lasts minutes.',
  auth_user: 'Says what profile.json says.',
  paper: 'Sealed: told, it would break the secrecy of the ballot.',
  paper_draft: 'Sealed, like the paper.',
}

/** Is a table told row by row in a copy? */
export const isTold = (table: string): boolean => !(table in untold)

/** Columns that say whose a row is: it is told whole. */
export const ownColumns: ReadonlySet<string> = new Set([
  ...['person_id', 'author_id', 'owner_id', 'champion_id', 'tester_id', 'from_id', 'to_id', 'administrator_id'],
  ...['said_by', 'asked_by', 'proposed_by', 'given_by', 'nominated_by', 'attested_by', 'answered_by'],
])

/** Columns that say who had a hand in what is somebody else’s or everybody’s: the row is told by its number and times. */
export const handColumns: Readonly<Record<string, string>> = {
  behind_id: 'The administrator behind a deed of somebody else.',
  by_id: 'Who took something out.',
  accepted_by: 'Who accepted a server of a list that is followed.',
  added_by: 'Who put one thing to another.',
  adopted_by: 'Who had a charter adopted.',
  begun_by: 'Who began a handover or a move.',
  called_off_by: 'Who called a ballot off.',
  captured_by: 'Who wrote down what somebody else said.',
  cast_by: 'Who cast an institution’s paper.',
  changed_by: 'Who changed what is everybody’s.',
  chosen_by: 'Who chose for a consortium.',
  claimed_by: 'Who looks at something.',
  closed_by: 'Who closed something.',
  confirmed_by: 'Who confirmed what somebody said.',
  created_by: 'Who set something up.',
  decided_by: 'Who decided about what somebody else asked.',
  done_by: 'Who did an import.',
  excused_by: 'Who excused somebody else.',
  final_by: 'Who made an edition final.',
  frozen_by: 'Who froze figures.',
  invited_by: 'Who invited somebody else.',
  list_by: 'Who let minutes go to a list.',
  made_by: 'Who made a version of what is the group’s.',
  marked_by: 'Who marked a meeting.',
  named_by: 'Who named somebody else.',
  noted_by: 'Who noted something about somebody else.',
  opened_by: 'Who opened a call.',
  published_by: 'Who let something out.',
  recorded_by: 'Who recorded what somebody else said.',
  removed_by: 'Who removed something.',
  reviewed_by: 'Who read a draft of somebody else’s.',
  saved_by: 'Who saved a draft of an institution’s paper.',
  scheduled_by: 'Who said when something goes out.',
  sent_by: 'Who sent something out.',
  settled_by: 'Who settled something.',
  submitted_by: 'Who handed something over.',
  undone_by: 'Who undid something.',
  withdrawn_by: 'Who took something back.',
}

/** Does a row belong to the person in this column, or had they only a hand in it? */
export const isOwn = (column: string): boolean => ownColumns.has(column)

/** Columns of addresses that no name of a column says, with how they hold them. */
export const otherAddresses: readonly PersonColumn[] = [
  { table: 'ban', column: 'value' },
  { table: 'correspondence', column: 'counterpart' },
  { table: 'correspondence_import', column: 'own_emails' },
  { table: 'correspondence_mail', column: 'to_emails' },
  { table: 'inbound', column: 'mail_from' },
  { table: 'list_sender', column: 'value' },
]

const secret = /hash|token|sealed|secret|credential|mac$|_key$|^key$/

/** What a form says only moderators read: their word to one another about a row that is told otherwise. */
const moderatorsOwn: Readonly<Partial<Record<string, readonly string[]>>> = { ban: ['reason'], held_mail: ['memo'] }

/** A row as it is told: whole where it is theirs, but for secrets; else what it is, when, and what they were to it. */
export function tellRow(row: Record<string, unknown>, { table, column }: PersonColumn, own: boolean): object {
  const kept = moderatorsOwn[table] ?? []
  const entries = Object.entries(row).filter(
    ([name, value]) => !secret.test(name) && !kept.includes(name) && !(typeof value === 'string' && value.startsWith('\\x')),
  )
  if (own) return Object.fromEntries(entries)
  return { as: column, ...Object.fromEntries(entries.filter(([name]) => name === 'id' || /_(?:at|on)$/.test(name))) }
}

/** As large as a ZIP archive of the old kind, which every program opens, may be: 4 GiB less its directory. */
export const largestCopy = 4_200_000_000

/** How long a copy waits for its owner, in days. */
export const keptFor = 7

const day = 86_400_000

/** Why nobody can ask for a copy now, with those that they asked for: one is being made, or was within a day. */
export const whyNotExport = (asked: readonly { askedAt: Date; state: string }[], now: Date): string | undefined =>
  asked.some(({ askedAt, state }) => ['waiting', 'ready'].includes(state) && now.getTime() - askedAt.getTime() < day)
    ? t.canAskOneCopyDay
    : undefined
