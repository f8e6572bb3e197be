import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('privacy', 'retention')

/** A kind of thing that may be kept for a time only. */
export interface Kind {
  key: 'letters' | 'deliveries' | 'incoming' | 'requests' | 'sessions' | 'bounces'
  /** The fewest days that may be chosen: what work still needs stays. */
  least: number
}

/** Every kind whose keeping can be limited; others are kept for ever, or as long as what they belong to. */
export const kinds: readonly Kind[] = [
  { key: 'letters', least: 30 },
  { key: 'deliveries', least: 90 },
  { key: 'incoming', least: 30 },
  { key: 'requests', least: 90 },
  { key: 'sessions', least: 7 },
  { key: 'bounces', least: 180 },
]

/** What each is called, what goes of it and what stays. */
export const kindWords: Record<Kind['key'], { title: string; what: string }> = t.kinds

/** Why so many days cannot be chosen for a kind; undefined means they can. */
export function whyNotDays(kind: Kind, days: number | null | undefined): string | undefined {
  if (days != null && days < kind.least) return t.errors.days({ least: kind.least })
}
