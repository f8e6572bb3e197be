import { textsOf } from '../../ui/words.ts'
import { readingLimits } from '../limits.ts'
import { entryOf, lineOf, linesOf, type PortalEntry, PortalError } from './entry.ts'

const t = textsOf('lib', 'portal')

type Thing = Record<string, unknown>
type Adapter = (item: Thing, all: Thing) => PortalEntry | undefined

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const thingIn = (value: unknown): Thing => (isThing(value) ? value : {})
const listIn = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : [])
/** `{"name": "planned"}` or the word itself. */
const nameOf = (value: unknown): unknown => (isThing(value) ? value.name : value)

/** The words of a document as Jira keeps it (Atlassian Document Format): its texts, a paragraph a line. */
function wordsIn(value: unknown): string {
  if (!isThing(value)) return linesOf(value)
  const parts: string[] = []
  const open: unknown[] = [value]
  for (let seen = 0; open.length > 0 && seen < 20_000; seen++) {
    const node = open.pop()
    if (!isThing(node)) continue
    if (typeof node.text === 'string') parts.push(node.text)
    if (node.type === 'paragraph') parts.push('\n')
    if (Array.isArray(node.content)) for (const inner of node.content.toReversed()) open.push(inner)
  }
  return linesOf(parts.join(''))
}

const canny: Adapter = (post) => {
  const last = listIn(post.statusChanges).toSorted((a, b) => lineOf(b.created).localeCompare(lineOf(a.created)))[0]
  return entryOf({
    ...{ number: post.id, title: post.title, body: post.details, link: post.url, status: post.status },
    ...{ reason: thingIn(last?.changeComment).value, votes: post.score ?? post.votes, changed: post.statusChangedAt ?? post.created },
  })
}

const jira: Adapter = (issue) => {
  const fields = thingIn(issue.fields)
  const status = lineOf(nameOf(fields.status), 100)
  const resolution = lineOf(nameOf(fields.resolution), 100)
  const origin = /^https?:\/\/[^/\s]+/.exec(lineOf(issue.self, 500))?.[0]
  return entryOf({
    ...{ number: issue.key ?? issue.id, title: fields.summary, body: wordsIn(fields.description) },
    ...{ link: origin && issue.key ? `${origin}/browse/${lineOf(issue.key, 100)}` : '' },
    // Anybody may comment on an issue: a comment is no reason of the vendor's.
    ...{ status: resolution ? `${status}: ${resolution}` : status },
    ...{ votes: thingIn(fields.votes).votes ?? fields.votes, changed: fields.resolutiondate ?? fields.updated },
  })
}

const aha: Adapter = (idea) =>
  entryOf({
    ...{ number: idea.reference_num, title: idea.name, body: thingIn(idea.description).body ?? idea.description, link: idea.url },
    ...{ status: nameOf(idea.workflow_status), reason: thingIn(idea.admin_response).body ?? idea.admin_response },
    ...{ votes: idea.votes, changed: idea.status_changed_on ?? idea.updated_at ?? idea.created_at },
  })

const userVoice: Adapter = (suggestion, all) => {
  const statusId = thingIn(suggestion.links).status
  const status = listIn(all.statuses).find(({ id }) => id === statusId) ?? suggestion.status
  return entryOf({
    ...{ number: suggestion.id, title: suggestion.title, body: suggestion.body ?? suggestion.text },
    ...{ link: suggestion.portal_url ?? suggestion.url, status: nameOf(status) },
    ...{ reason: thingIn(suggestion.response).text ?? suggestion.admin_response },
    ...{ votes: suggestion.supporters_count ?? suggestion.vote_count ?? suggestion.votes_count },
    ...{ changed: suggestion.status_changed_at ?? suggestion.updated_at },
  })
}

/** JSON Feed 1.1: its tags name the status. */
const feed: Adapter = (item) =>
  entryOf({
    ...{ number: item.id, title: item.title, body: item.content_text ?? item.content_html ?? item.summary, link: item.url },
    ...{ status: Array.isArray(item.tags) ? item.tags[0] : '', changed: item.date_modified ?? item.date_published },
  })

const lists: readonly [name: string, adapter: Adapter][] = [
  ['posts', canny],
  ['issues', jira],
  ['ideas', aha],
  ['suggestions', userVoice],
  ['items', feed],
]

/** Which of them an item is, where the list has no name. */
const adapterOf = (item: Thing): Adapter | undefined => {
  if (isThing(item.fields) && 'key' in item) return jira
  if ('reference_num' in item) return aha
  if ('score' in item || 'statusChangedAt' in item) return canny
  return 'title' in item && ('status' in item || 'links' in item) ? userVoice : undefined
}

/**
 * Reads what a portal's API or export says as JSON.
 * @throws PortalError for what is no JSON, or none of a portal
 */
export function readPortalJson(text: string): (PortalEntry | undefined)[] {
  let all: unknown
  try {
    all = JSON.parse(text)
  } catch {
    throw new PortalError(t.json)
  }
  const whole = thingIn(all)
  const named = lists.find(([name]) => Array.isArray(whole[name]))
  const items = listIn(named ? whole[named[0]] : all)
  const adapter = named?.[1] ?? (items[0] && adapterOf(items[0]))
  if (!adapter) throw new PortalError(t.shape)
  if (items.length > readingLimits.portal.entries) throw new PortalError(t.tooMany({ most: readingLimits.portal.entries }))
  return items.map((item) => adapter(item, whole))
}
