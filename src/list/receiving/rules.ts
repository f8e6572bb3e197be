import type { Receiving, TopicChoice } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'receiving').errors

export const receivings = ['each', 'mime_digest', 'plain_digest', 'weekly', 'none'] as const satisfies readonly Receiving[]

/** These collect posts and tell of many at once. */
export const isCollected = (receiving: Receiving): boolean =>
  receiving === 'mime_digest' || receiving === 'plain_digest' || receiving === 'weekly'

const year = 366 * 86_400_000

/** Why mail cannot pause until then, in a sentence; undefined means it can. */
export function whyNotPause(until: Date, now: Date): string | undefined {
  if (Number.isNaN(until.getTime())) return t.noDay
  if (until.getTime() <= now.getTime()) return t.past
  if (until.getTime() > now.getTime() + year) return t.tooLong
}

/** A topic as it is kept: lower case, without its sign; undefined where it is none. */
export const readTopic = (text: string): string | undefined =>
  /^#?([^\s#.,;:!?()[\]"'/\\0-9][^\s#.,;:!?()[\]"'/\\]{1,39})$/.exec(text.trim().toLowerCase())?.[1]

export interface Wishes {
  onlyTopics: boolean
  topics: { topic: string; choice: TopicChoice }[]
  /** Threads that they mute, and those of which each mail comes to them anyway. */
  threads?: readonly number[]
}

/** Does somebody with these wishes want a post with these topics? */
export function wantsTopics({ onlyTopics, topics }: Wishes, ofPost: readonly string[]): boolean {
  const chosen = (choice: TopicChoice) => topics.some((one) => one.choice === choice && ofPost.includes(one.topic))
  return !chosen('mute') && (!onlyTopics || chosen('follow'))
}
