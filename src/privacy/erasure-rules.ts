import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { normalise } from '../lib/mail/find-words.ts'

/** What was taken out, as a line of the ledger tells it: enough to do it again in a restored backup, and no text. */
export interface LedgerEntry {
  key: string
  kind: 'person' | 'message' | 'words' | 'attachment'
  personId: number | null
  scope: 'name' | 'words' | null
  listId: number | null
  messageId: string | null
  variant: number | null
  words: number | null
  /** Hex. */
  mac: string | null
  sha256: string | null
  subject: boolean
  reason: string
  at: string
  byId: number | null
}

const sealOf = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'rapport ledger 1', 32)))
    .update(text)
    .digest('hex')

/** One line of the ledger, sealed: a line that somebody else writes takes nothing out. */
export function writeEntry(secret: string, entry: LedgerEntry): string {
  const text = JSON.stringify(entry)
  return `${sealOf(secret, text)} ${text}\n`
}

/**
 * Reads a ledger.
 * @throws Error naming the first line that is none, or is sealed with another secret
 */
export function readLedger(secret: string, content: string): LedgerEntry[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const [, seal = '', text = ''] = /^([0-9a-f]{64}) (\{.*\})\s*$/.exec(line) ?? []
      if (!seal || !timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(secret, text))))
        throw new Error(`Line ${i + 1} of the ledger of erasures was changed, or sealed with another RAPPORT_SECRET.`)
      return JSON.parse(text) as LedgerEntry
    })
}

/** The names of somebody that are looked for in what others wrote: of one word alone nobody is known. */
export const tellingNames = (names: readonly string[]): string[] => names.filter((name) => normalise(name).includes(' '))

/** An address that nobody has, in the place of one that was taken out. */
export const placeholder = (id: number | string): string => `erased-${id}@erased.invalid`

/** What is found of a table's rows, by its kind. */
export const foundAs: Readonly<Record<string, string>> = { user_case: 'case', story: 'story', request: 'request', talk: 'talk' }

/** What files stand in of a table's rows, by the kind of text (`texts` of the nameplates). */
export const textsOfTable: Readonly<Record<string, string>> = {
  story: 'story',
  request_comment: 'reply',
  minute_line: 'line',
  news_item: 'news',
  news_issue: 'news-issue',
}

/** Columns with prose of their author, by their name. */
export const isProse = (column: string): boolean =>
  /^(?:text|body|note|comment|reason|problem|workaround|who|workflow|frequency|cost|versions|excerpt|title|summary|abstract|question|answer|statement|outcome|why|withdrawn_why|with_whom|about|words)$/.test(
    column,
  )

/** Tables whose words are the group's record, whoever is named beside them. */
export const records = new Set([
  'appointment',
  'subscription',
  'journal',
  'erasure',
  'erasure_request',
  'consent',
  'acting',
  'message',
  'inbound',
  'letter',
  'affiliation',
  'news_item',
  'news_issue',
  'news_version',
  'news_correction',
  // Minutes and what came of them are the meeting's.
  ...['minute_line', 'minute_line_version', 'minutes_version', 'action', 'agenda_item', 'event_participation', 'meeting_invitation'],
  // Papers of the group and what programs read and wrote for it.
  ...[
    'document_import',
    'sheet_import',
    'move_upload',
    'list_move',
    'request_import',
    'portal_import',
    'web_import',
    'setting_change',
    'webhook',
  ],
  ...['news_line', 'ban', 'capacity', 'delivery_claim'],
  // It goes as a whole.
  'program_proposal',
])
