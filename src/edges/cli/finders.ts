import { indexAnswer } from '../../advocacy/answers/actions.ts'
import { indexBrief, indexCommitment } from '../../advocacy/search/actions.ts'
import { indexBallot, indexCycle, indexWish } from '../../ballots/search/actions.ts'
import { indexCharter } from '../../charter/clauses/actions.ts'
import { indexLetter } from '../../correspondence/actions.ts'
import { indexDocument } from '../../documents/actions.ts'
import { indexEvent } from '../../events/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { indexDecision } from '../../meetings/decisions/actions.ts'
import { indexApproved } from '../../meetings/minutes/actions.ts'
import { indexMeeting } from '../../meetings/search/actions.ts'
import { indexItem } from '../../news/actions.ts'
import { indexIssue } from '../../news/issues/actions.ts'
import { indexReport } from '../../reports/actions.ts'
import { indexRequest } from '../../requests/actions.ts'
import { indexCase } from '../../requests/cases/actions.ts'
import { indexStory } from '../../requests/stories/actions.ts'
import { indexTalk } from '../../talks/actions.ts'
import { indexOwnPage } from '../../website/own-pages/actions.ts'

/** How a kind of thing comes into search: whose rows are looked through, and what puts one of them in. */
export interface Finder {
  kind: string
  /** The table of the things themselves. */
  table: string
  /** The table whose rows are walked, where one of them holds many things. */
  walk?: string
  index: (tx: Tx, id: number, at: Date) => Promise<unknown>
}

/** Every kind that search knows besides messages, people and organisations. */
export const finders: readonly Finder[] = [
  { kind: 'request', table: 'request', index: indexRequest },
  { kind: 'case', table: 'user_case', index: indexCase },
  { kind: 'story', table: 'story', index: indexStory },
  { kind: 'answer', table: 'answer', index: indexAnswer },
  { kind: 'brief', table: 'brief', index: indexBrief },
  { kind: 'commitment', table: 'commitment', index: indexCommitment },
  { kind: 'cycle', table: 'cycle', index: indexCycle },
  { kind: 'wish', table: 'wish', index: indexWish },
  { kind: 'ballot', table: 'ballot', index: indexBallot },
  { kind: 'decision', table: 'decision', index: indexDecision },
  { kind: 'meeting', table: 'meeting', index: indexMeeting },
  { kind: 'minutes', table: 'meeting', index: indexApproved },
  { kind: 'minutes-inside', table: 'meeting', index: indexApproved },
  { kind: 'document', table: 'document', index: indexDocument },
  { kind: 'talk', table: 'talk', index: indexTalk },
  { kind: 'event', table: 'event', index: indexEvent },
  { kind: 'clause', table: 'charter_clause', walk: 'working_group', index: indexCharter },
  { kind: 'news', table: 'news_item', index: indexItem },
  { kind: 'news-issue', table: 'news_issue', index: indexIssue },
  { kind: 'report', table: 'report', index: indexReport },
  { kind: 'page', table: 'site_page', index: indexOwnPage },
  { kind: 'correspondence', table: 'correspondence_mail', index: indexLetter },
]
