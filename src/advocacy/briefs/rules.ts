import type { AnswerClass, RequestKind, RequestStage, Severity } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('advocacy', 'briefs')

/** Why nobody works on a package any more. */
export const whyNotWork = ({ closedAt }: { closedAt: Date | null }): string | undefined => (closedAt ? t.packageIsClosed : undefined)

/** A user case as it stands in a brief, in its author's words. */
export interface Quote {
  caseId: number
  text: string
  who: string
  institution: string
  /** YYYY-MM-DD, when it was said. */
  on: string
  /** Their yes has been taken back since: what they said is not shown any more. */
  withdrawn?: boolean
}

/** How many institutions of a kind stand behind a request. */
export type Segment = [name: string, institutions: number]

/** One request of a brief: a page. */
export interface BriefPage {
  requestId: number
  kind: RequestKind
  title: string
  /** Markdown. */
  need: string
  ask: string
  evidence: string
  severity: Severity | null
  versions: string
  reproduction: string
  workaround: string
  caseNumbers: string[]
  cases: number
  quotes: Quote[]
  institutions: { total: number; must: number; regions: Segment[]; sizes: Segment[]; consortia: Segment[]; stages: Segment[] }
  past: { on: string; class: AnswerClass; reason: string; release: string }[]
}

/** Stages in which the vendor is not asked for a request any more. */
export const notAskedFor = ['merged', 'set_aside', 'accepted'] as const satisfies readonly RequestStage[]

/** Why a request cannot go into a brief, in words for the page; undefined where it can. */
export function whyNotAdd(requestId: number, request: { stage: RequestStage; rootId: number } | undefined): string | undefined {
  if (!request) return t.refused.noRequest({ requestId })
  const why = {
    merged: t.refused.merged({ requestId, rootId: request.rootId }),
    set_aside: t.refused.setAside({ requestId }),
    accepted: t.refused.done({ requestId }),
  }
  const stage = notAskedFor.find((one) => one === request.stage)
  return stage && why[stage]
}

/** A version of a brief: what was handed over, as it was. */
export interface BriefContent {
  title: string
  /** Markdown. */
  purpose: string
  group: string
  product: string
  vendor: string
  champion: string
  pages: BriefPage[]
}

/** Counts names, the most first. */
export function segments(names: string[]): Segment[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

/** Segments have English names in versions; a consortium has its own. */
const segmentNames: Readonly<Record<string, keyof typeof t.segments>> = {
  Europe: 'europe',
  'North America': 'northAmerica',
  'Latin America': 'latinAmerica',
  'Asia-Pacific': 'asiaPacific',
  'Middle East and Africa': 'middleEastAfrica',
  'Not known': 'notKnown',
  'Below 5,000': 'small',
  // As older packages have it.
  'Below 5,000 students': 'small',
  '5,000 to 20,000': 'medium',
  'Above 20,000': 'large',
  'no consortium': 'noConsortium',
  'stage unknown': 'noStage',
  'development partners': 'development',
  'early adopters': 'early',
  implementing: 'implementing',
  live: 'live',
}
const saySegment = (name: string): string => {
  const known = Object.hasOwn(segmentNames, name) ? segmentNames[name] : undefined
  return known ? t.segments[known] : name
}

/** Segments in a line: `Germany 4, Spain 2, others 3`. */
export function segmentLine(all: Segment[], most = 5): string {
  const shown = all.slice(0, most).map(([name, count]) => t.segmentCount({ name: saySegment(name), count }))
  const rest = all.slice(most).reduce((sum, [, count]) => sum + count, 0)
  return [...shown, ...(rest > 0 ? [t.others({ count: rest })] : [])].join(', ')
}

/** A version as it may be shown now: quotes whose author has taken their yes back are left out, with a word in their place. */
export const withoutWithdrawn = (content: BriefContent, allowed: Set<number>): BriefContent => ({
  ...content,
  pages: content.pages.map((page) => ({
    ...page,
    quotes: page.quotes.map((quote) =>
      allowed.has(quote.caseId) ? quote : { ...quote, text: '', who: '', institution: '', withdrawn: true },
    ),
  })),
})

/** Why a brief cannot be handed over while the vendor has some of its requests already and has not answered them. */
export function whyNotTwice(pages: { requestId: number; waiting: boolean }[]): string | undefined {
  const waiting = pages.filter((page) => page.waiting).map(({ requestId }) => `#${requestId}`)
  return waiting.length > 0 ? t.theVendorHasNotAnsweredThis({ names: waiting.join(', ') }) : undefined
}

/** Why a brief cannot be handed over, and the field that is to blame; undefined means it can. */
export function whyNotHandOver(brief: {
  pages: { requestId: number; ask: string }[]
  guests: number
  toName: string
}): { why: string; field?: 'personIds' } | undefined {
  if (brief.pages.length === 0) return { why: t.thereNoRequestsPackageYet }
  const silent = brief.pages.filter(({ ask }) => ask.trim() === '')
  if (silent.length > 0) return { why: t.refused.silent({ requests: silent.map(({ requestId }) => `#${requestId}`).join(', ') }) }
  if (brief.guests === 0 && brief.toName.trim() === '') return { why: t.refused.toWhom, field: 'personIds' }
}
