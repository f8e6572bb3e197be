/** A kind of thing that may be kept for a time only. */
export interface Kind {
  key: string
  title: string
  /** What goes, and what stays of it. */
  what: string
  /** The fewest days that may be chosen: what work still needs stays. */
  least: number
}

/** Every kind whose keeping can be limited; others are kept for ever, or as long as what they belong to. */
export const kinds: Kind[] = [
  {
    key: 'letters',
    title: 'Letters',
    what: 'The texts of notices, codes and confirmations that Rapport wrote; that one was sent stays.',
    least: 30,
  },
  { key: 'deliveries', title: 'Deliveries', what: 'To whom each post and letter went, and what the server said.', least: 90 },
  {
    key: 'incoming',
    title: 'Mail that went nowhere',
    what: 'The bytes of mails that were refused, discarded or dropped; when and what for stays.',
    least: 30,
  },
  {
    key: 'requests',
    title: 'Requests to join',
    what: 'Name and address of requests that were rejected or never confirmed; the decision stays.',
    least: 90,
  },
  { key: 'sessions', title: 'Sessions', what: 'Where somebody was signed in, once it is over.', least: 7 },
  { key: 'bounces', title: 'Bounces', what: 'What servers said about addresses; counters of today are not touched.', least: 180 },
]

/** Why so many days cannot be chosen for a kind; undefined means they can. */
export function whyNotDays(kind: Kind, days: number | undefined): string | undefined {
  if (days !== undefined && days < kind.least) return `${kind.title} are needed for at least ${kind.least} days.`
}
