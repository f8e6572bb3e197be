import { parse } from 'csv-parse/sync'
import { textsOf } from '../../ui/words.ts'
import { readingLimits } from '../limits.ts'
import { entryOf, PortalError } from './entry.ts'

const t = textsOf('lib', 'portal')

/**
 * What exports call their columns: UserVoice's suggestions, Aha!'s ideas, Jira's issues, Canny's posts. Letters and figures alone are
 * compared; the first that is there counts.
 */
const columns = {
  number: ['issuekey', 'ideareference', 'referencenum', 'reference', 'ideaid', 'suggestionid', 'postid', 'key', 'number', 'id'],
  title: ['title', 'summary', 'ideaname', 'name', 'subject'],
  body: ['description', 'details', 'body', 'ideadescription', 'text'],
  link: ['portalurl', 'ideaurl', 'posturl', 'url', 'link', 'permalink'],
  status: ['status', 'workflowstatus', 'ideastatus', 'ideaworkflowstatus', 'state', 'poststatus'],
  resolution: ['resolution'],
  reason: [
    ...['adminresponse', 'officialresponse', 'response', 'statusupdate', 'statusmessage', 'publicupdate', 'statusupdatetext'],
    ...['statuschangecomment', 'statuscomment', 'reason'],
  ],
  votes: ['votes', 'votecount', 'ideavotes', 'supporters', 'supporterscount', 'upvotes', 'score'],
  changed: [
    ...['statuschangedat', 'statuschanged', 'statusupdatedat', 'updatedat', 'updated', 'lastupdated', 'lastupdatedat', 'modified'],
    ...['lastactivity'],
  ],
} as const

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The sign between the cells of a first line. */
const delimiterOf = (first: string): string =>
  [',', ';', '\t'].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best), ',')

/** Where each column stands, where a title, a status and a way to tell entries apart are there. */
function placesIn(header: readonly string[]): Record<keyof typeof columns, number> | undefined {
  const folded = header.map(fold)
  const places = Object.fromEntries(
    Object.entries(columns).map(([name, words]) => [name, folded.indexOf(words.find((word) => folded.includes(word)) ?? '—')]),
  ) as Record<keyof typeof columns, number>
  return places.title < 0 || places.status < 0 || (places.number < 0 && places.link < 0) ? undefined : places
}

/** Does a file begin like the table of a portal? */
export const isPortalTable = (text: string): boolean => {
  const [first = ''] = text.slice(0, 20_000).split('\n')
  const cells = first.split(delimiterOf(first)).map((cell) => cell.trim().replaceAll('"', ''))
  return placesIn(cells) !== undefined
}

/** What Jira calls unresolved has no resolution. */
const withResolution = (status: string, resolution: string): string =>
  resolution.trim() === '' || /^unresolved$/i.test(resolution.trim()) ? status : `${status}: ${resolution}`

/**
 * Reads an export as a table.
 * @throws PortalError for one without the columns that are needed
 */
export function readPortalTable(text: string) {
  const [first = ''] = text.slice(0, 20_000).split('\n')
  let rows: string[][]
  try {
    rows = parse(text, {
      ...{ delimiter: delimiterOf(first), relax_column_count: true, skip_empty_lines: true },
      ...{ max_record_size: readingLimits.table.row, to: readingLimits.portal.entries + 2 },
    }) as string[][]
  } catch {
    throw new PortalError(t.table)
  }
  const [header = [], ...rest] = rows
  const places = placesIn(header)
  if (!places) throw new PortalError(t.columns)
  return rest.map((row) => {
    const cell = (name: keyof typeof columns) => (places[name] < 0 ? '' : (row[places[name]] ?? ''))
    return entryOf({
      ...{ number: cell('number'), title: cell('title'), body: cell('body'), link: cell('link'), reason: cell('reason') },
      ...{ status: withResolution(cell('status'), cell('resolution')), votes: cell('votes'), changed: cell('changed') },
    })
  })
}
