/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'attachment.removed': 'removed an attachment',
  'erasure.asked': 'asked to be erased',
  'erasure.refused': 'refused a request to be erased',
  'erasure.withdrawn': 'withdrew the request to be erased',
  'export.asked': 'asked for a copy of the data',
  'export.fetched': 'fetched the copy of the data',
  'export.made': 'made the copy of the data',
  'message.removed': 'removed a message',
  'notice.agreed': 'agreed to the privacy notice',
  'notice.written': 'wrote a new privacy notice',
  'person.erased': 'erased the person',
  'retention.applied': 'let go what was kept long enough',
  'retention.changed': 'changed how long something is kept',
  'words.removed': 'took words out',
}
