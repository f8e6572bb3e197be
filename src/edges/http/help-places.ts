import { sectionAt } from '../../lib/ui/help-manual.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('edges', 'hints')

/** What is said the first time that somebody is at a place. */
export type HintName = keyof typeof t

/** The section of the help for the pages at an address and below it, and the sentence for who is there for the first time. */
type HelpPlace = readonly [at: string, section: string, hint?: HintName]

/** Which section of the help is for which page: the one with most of its address. `:` stands for anything. */
export const helpPlaces: readonly HelpPlace[] = [
  ['/today', 'today', 'today'],
  ['/overview', 'reports#the-overview', 'overview'],
  ['/first-weeks', 'today#first-steps'],
  ['/search', 'lists#search'],
  ['/lists', 'lists', 'lists'],
  ['/lists/:', 'lists#read', 'list'],
  ['/lists/:/write', 'lists#write'],
  ['/lists/:/held', 'moderation#decide-on-held-messages'],
  ['/lists/:/requests', 'people#who-can-join-a-list'],
  ['/lists/:/threads', 'moderation#change-threads'],
  ['/lists/:/subscribers', 'lists#manage-many-subscribers'],
  ['/lists/:/import', 'lists#manage-many-subscribers'],
  ['/lists/:/imports', 'lists#manage-many-subscribers'],
  ['/lists/:/invitations', 'lists#manage-many-subscribers'],
  ['/lists/:/health', 'lists#returned-email'],
  ['/lists/:/bounces', 'lists#returned-email'],
  ['/lists/:/close', 'lists#close-a-list'],
  ['/lists/:/follow', 'lists#follow-a-list-elsewhere'],
  ['/lists/:/settings', 'lists#moderate-a-list'],
  ['/lists/:/settings/content', 'moderation#files-and-html'],
  ['/lists/:/rules', 'moderation#email-rules'],
  ['/lists/:/bans', 'moderation#email-rules'],
  ['/lists/:/notices', 'moderation#automatic-emails'],
  ['/lists/:/m/:/remove', 'privacy#for-moderators-of-a-list-delete-from-the-archive'],
  ['/directory', 'people#people'],
  ['/correspondence', 'offices#role-mailboxes', 'correspondence'],
  ['/role-addresses', 'offices#an-address-that-follows-the-role'],
  ['/requests', 'requests#requests', 'requests'],
  ['/requests/new', 'requests#share-a-user-case'],
  ['/requests/board', 'requests#the-board', 'board'],
  ['/requests/import', 'requests#earlier-requests'],
  ['/requests/imports', 'requests#earlier-requests'],
  ['/requests/:/merge', 'requests#merging'],
  ['/requests/:/move', 'requests#move-a-request-to-another-group'],
  ['/merges', 'requests#merging'],
  ['/affirmations', 'requests#support'],
  ['/synonyms', 'requests#requests'],
  ['/cases', 'requests#share-a-user-case', 'cases'],
  ['/stories', 'requests#stories', 'stories'],
  ['/topics', 'requests#requests', 'topics'],
  ['/ballots', 'ballots#how-to-vote'],
  ['/ballots/new', 'ballots#rank-requests'],
  ['/ballots/rules', 'ballots#the-result'],
  ['/ballots/:/results', 'ballots#the-result'],
  ['/ballots/:/electorate', 'ballots#who-can-vote'],
  ['/ballots/:/call-off', 'ballots#cancelled-ballots'],
  ['/elections', 'ballots#elections'],
  ['/motions', 'ballots#motions'],
  ['/cycles', 'ballots#an-enhancement-cycle'],
  ['/relationship', 'vendor'],
  ['/desk', 'vendor#requests-for-the-vendor', 'desk'],
  ['/submissions', 'vendor#requests-for-the-vendor'],
  ['/briefs', 'vendor#packages-for-the-vendor', 'briefs'],
  ['/answers', 'vendor#who-can-read-an-answer-and-from-when', 'answers'],
  ['/answers/portal', 'vendor#the-vendors-own-portal'],
  ['/commitments', 'vendor#promises-releases-checks', 'commitments'],
  ['/releases', 'vendor#promises-releases-checks'],
  ['/deliveries', 'vendor#promises-releases-checks'],
  ['/telling', 'vendor#reporting-back', 'telling'],
  ['/admin/push', 'administration#notifications-on-devices'],
  ['/meetings', 'meetings', 'meetings'],
  ['/meetings/:/minutes', 'meetings#agenda-and-minutes'],
  ['/meetings/:/attendance', 'meetings#attendance'],
  ['/attendance', 'meetings#attendance'],
  ['/series', 'meetings#meeting-series'],
  ['/polls', 'meetings#date-polls'],
  ['/show-and-tell', 'show-and-tell', 'show'],
  ['/show-and-tell/propose', 'show-and-tell#propose-a-talk'],
  ['/show-and-tell/sessions', 'show-and-tell#slots-and-sessions'],
  ['/events', 'events#add-an-event', 'events'],
  ['/events/:/people', 'events#participants'],
  ['/events/:/call', 'events#call-for-proposals'],
  ['/events/:/proposals', 'events#call-for-proposals'],
  ['/events/:/propose', 'events#call-for-proposals'],
  ['/decisions', 'meetings#decisions', 'decisions'],
  ['/actions', 'offices#tasks', 'tasks'],
  ['/news', 'news#news-items', 'news'],
  ['/news/issues', 'news#newsletter-issues'],
  ['/news/issues/rhythm', 'news#newsletter-schedule'],
  ['/news/outlets', 'news#other-newsletters'],
  ['/news/imports', 'news#wordpress-import'],
  ['/documents', 'documents', 'documents'],
  ['/documents/imports', 'documents#old-minutes-and-documents'],
  ['/documents/:/approve', 'documents#approval-and-review'],
  ['/documents/:/review', 'documents#approval-and-review'],
  ['/documents/:/edit', 'documents#write-a-document'],
  ['/reports', 'reports#the-annual-report', 'reports'],
  ['/calls', 'offices#volunteers', 'volunteers'],
  ['/charter', 'charter#read-the-charter', 'charter'],
  ['/charter/overview', 'charter#status', 'kept'],
  ['/charter/drafts', 'charter#write-the-charter'],
  ['/charter/measures', 'charter#measures'],
  ['/groups/:/charter', 'charter#read-the-charter'],
  ['/groups/:/facts', 'charter#read-the-charter'],
  ['/groups/:/close', 'offices#begin-close-and-merge-a-group'],
  ['/groups/:/merge', 'offices#begin-close-and-merge-a-group'],
  ['/roster', 'people#the-roster', 'roster'],
  ['/roster/contributions', 'news#contributions-of-members'],
  ['/handovers', 'offices#handover'],
  ['/roster/:/handovers', 'offices#handover'],
  ['/organisations', 'people#the-directory-of-organisations', 'organisations'],
  ['/organisations/import', 'people#import-and-export'],
  ['/organisations/:/referent', 'people#referent-of-an-institution'],
  ['/referents', 'people#referent-of-an-institution'],
  ['/affiliations', 'people#do-you-still-work-there'],
  ['/people', 'people#people', 'people'],
  ['/site/look', 'website#design-and-menu', 'look'],
  ['/site/menu', 'website#design-and-menu'],
  ['/site/pages', 'website#extra-pages'],
  ['/site/embed', 'website#widgets-and-feeds'],
  ['/site/figures', 'website#public-numbers'],
  ['/user-groups', 'offices#settings-of-a-user-group', 'userGroups'],
  ['/admin', 'administration#status'],
  ['/admin/groups', 'administration#groups-and-products', 'groups'],
  ['/admin/offices', 'administration#site-roles', 'offices'],
  ['/admin/import', 'administration#imports', 'imports'],
  ['/admin/webhooks', 'webhooks', 'webhooks'],
  ['/admin/outbox', 'administration#outbox', 'outbox'],
  ['/admin/queue', 'administration#incoming-email', 'incoming'],
  ['/admin/sign-in', 'administration#sign-in-of-institutions'],
  ['/admin/guests', 'administration#connected-programs-and-sites'],
  ['/admin/privacy', 'privacy#for-administrators'],
  ['/admin/acting', 'administration#view-as-another-person'],
  ['/me', 'settings', 'me'],
  ['/me/assistants', 'assistants'],
  ['/me/drafts', 'lists#write'],
  ['/proposals', 'assistants'],
  ['/me/move', 'people#do-you-still-work-there'],
  ['/me/subscriptions', 'lists#choose-the-email-you-get'],
  ['/privacy', 'privacy#privacy-notice'],
  ['/sign-in', 'sign-in'],
  ['/api', 'api'],
]

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

/** By their first part, which every one of them spells. */
const inParts = Map.groupBy(
  helpPlaces.map((place) => ({ place, parts: partsOf(place[0]) })),
  ({ parts }) => parts[0],
)

/** How much of an address a place says, what it spells counting more; undefined where the address is elsewhere. */
function scoreOf(place: readonly string[], path: readonly string[]): number | undefined {
  const fits = place.length <= path.length && place.every((part, index) => part === ':' || part === path[index])
  return fits ? place.reduce((sum, part) => sum + (part === ':' ? 10 : 11), 0) : undefined
}

/** The place in the help that an address belongs to. */
export function helpPlaceOf(path: string): HelpPlace | undefined {
  const parts = partsOf(path)
  let best: { place: HelpPlace; score: number } | undefined
  for (const { place, parts: at } of inParts.get(parts[0]) ?? []) {
    const score = scoreOf(at, parts)
    if (score !== undefined && score > (best?.score ?? 0)) best = { place, score }
  }
  return best?.place
}

/** The section of the help for a page, in a language: where it is, and what it is called. */
export function helpFor(path: string, language: string): { href: string; title: string } | undefined {
  const place = helpPlaceOf(path)
  return place && sectionAt(place[1], language)
}

/** The sentence for who is at this very place for the first time. */
export function hintFor(path: string, hidden: readonly string[]): { name: HintName; text: string } | undefined {
  const place = helpPlaceOf(path)
  const name = place?.[2]
  return name === undefined || hidden.includes('all') || hidden.includes(name) || partsOf(place?.[0] ?? '').length !== partsOf(path).length
    ? undefined
    : { name, text: t[name] }
}
