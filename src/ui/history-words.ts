const verbs: Record<string, string> = {
  'person.signed-in': 'signed in',
  'person.added': 'was added',
  'person.changed': 'changed settings',
  'person.erased': 'was erased',
  'address.added': 'added an address',
  'address.removed': 'removed an address',
  'address.confirmed': 'confirmed an address',
  'passkey.added': 'added a passkey',
  'passkey.renamed': 'renamed a passkey',
  'passkey.removed': 'removed a passkey',
  'identity.linked': 'linked an account elsewhere',
  'identity.unlinked': 'cut the link to an account elsewhere',
  'session.ended': 'ended sessions',
  'acting.began': 'began to look at the site as somebody else',
  'acting.ended': 'stopped looking at the site as somebody else',
  'affiliation.added': 'added where somebody works',
  'affiliation.confirmed': 'confirmed where somebody works',
  'affiliation.ended': 'ended where somebody worked',
  'report.begun': 'began a report',
  'report.renamed': 'renamed a report',
  'report.section-added': 'added a section to a report',
  'report.section-changed': 'changed a section of a report',
  'report.section-moved': 'moved a section of a report',
  'report.section-removed': 'removed a section of a report',
  'report.frozen': 'froze the figures of a report',
  'report.thawed': 'thawed the figures of a report',
  'report.approved': 'approved a report',
  'report.reopened': 'began a new edition of a report',
  'report.published': 'showed a report to everyone',
  'report.withdrawn': 'took a report back to the group',
  'news.rhythm-set': 'set the rhythm of the newsletter',
  'relationship.shown': 'showed the figures with the vendor to everybody',
  'relationship.hidden': 'kept the figures with the vendor to the group',
  'appointment.begun': 'gave a role',
  'appointment.ended': 'ended a role',
  'subscription.asked': 'asked to join',
  'subscription.begun': 'subscribed',
  'subscription.ended': 'unsubscribed',
  'subscription.approved': 'let somebody in',
  'subscription.rejected': 'rejected a request to join',
  'message.removed': 'removed a message',
  'words.removed': 'took words out',
  'attachment.removed': 'removed an attachment',
  'export.asked': 'asked for a copy of the data',
  'export.made': 'made the copy of the data',
  'export.fetched': 'fetched the copy of the data',
  'erasure.asked': 'asked to be erased',
  'erasure.withdrawn': 'withdrew the request to be erased',
  'erasure.refused': 'refused a request to be erased',
  'notice.agreed': 'agreed to the privacy notice',
}

/** What happened, in plain words: from the table, else from the name itself (`request.changed` reads “changed request”). */
export const describeAction = (action: string): string => verbs[action] ?? action.split('.').toReversed().join(' ').replaceAll('-', ' ')

const untold = new Set(['groupId', 'listId'])

/** The facts of a line that a reader can use: short values, by their name. */
export const describeDetails = (details: unknown): string =>
  Object.entries((details ?? {}) as Record<string, unknown>)
    .filter(([name, value]) => value !== null && value !== '' && !untold.has(name) && !/Id$/.test(name))
    .map(
      ([name, value]) =>
        `${name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()} ${value === true ? 'yes' : value === false ? 'no' : String(value)}`,
    )
    .join(', ')
