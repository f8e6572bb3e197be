/** A noun of the product: where the thing is, and the words that no message says in its place. */
export interface Noun {
  name:
    | 'answer'
    | 'ballot'
    | 'case'
    | 'champion'
    | 'charter'
    | 'cycle'
    | 'decision'
    | 'heldMessage'
    | 'meeting'
    | 'package'
    | 'points'
    | 'promise'
    | 'referent'
    | 'reporting'
    | 'request'
    | 'story'
  /** Nothing where not everybody in the group may open it. */
  href?: string
  never: readonly string[]
}

/** All that a member has to know. A seventh noun would be one too many. */
export const nouns: readonly Noun[] = [
  { name: 'case', href: '/requests', never: ['use case', 'use cases'] },
  { name: 'request', href: '/requests', never: ['wish', 'wishes', 'desire', 'enhancement request', 'submission', 'submissions'] },
  { name: 'ballot', href: '/ballots', never: ['electorate', 'rehearsal', 'tally', 'recount'] },
  { name: 'answer', href: '/answers', never: ['response from', 'responses from'] },
  { name: 'story', href: '/stories', never: ['tale', 'tales'] },
  { name: 'meeting', href: '/meetings', never: ['arrange a meeting'] },
]

/** What the working group works with besides. */
export const groupNouns: readonly Noun[] = [
  { name: 'package', href: '/briefs', never: ['brief', 'briefs'] },
  { name: 'champion', never: ['advocate', 'advocates'] },
  { name: 'points', never: ['story points', 'effort points'] },
  { name: 'promise', href: '/commitments', never: ['commitment', 'commitments'] },
  { name: 'reporting', href: '/telling', never: ['telling back', 'tell back', 'told back'] },
  { name: 'cycle', href: '/cycles', never: ['wish round', 'wish rounds'] },
  { name: 'referent', never: ['substitute', 'substitutes'] },
  { name: 'decision', href: '/decisions', never: ['superseded', 'stands as decided'] },
  { name: 'charter', href: '/charter', never: ['waiver', 'waived'] },
  { name: 'heldMessage', href: '/today', never: ['parked', 'held mail'] },
]

/** Words that a reader who learnt English at school has to look up, or that only we know; whatever the message is about. */
export const neverSaid: readonly string[] = [
  ...['whom', 'anew', 'shall', 'thaw', 'whilst', 'befall', 'hence', 'lest', 'mend', 'upon'],
  ...['somebody', 'anybody', 'everybody', 'nobody'],
  ...['stands behind', 'taken back', 'take it back', 'look into your mail'],
  ...['supplier', 'suppliers', 'ledger', 'journal', 'affiliation', 'affiliations', 'bounce', 'bounces', 'e-mail', 'e-mails'],
]
