/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'attachment.removed': 'deleted an attachment',
  'erasure.asked': 'asked us to erase data',
  'erasure.refused': 'decided not to erase data',
  'erasure.withdrawn': 'withdrew that they asked us to erase data',
  'export.asked': 'asked for a copy of the data',
  'export.fetched': 'downloaded the copy of the data',
  'export.made': 'created the copy of the data',
  'message.removed': 'deleted a message',
  'notice.agreed': 'agreed to the privacy notice',
  'notice.written': 'published a new privacy notice',
  'person.erased': 'erased the data of the person',
  'retention.applied': 'deleted data that was kept long enough',
  'retention.changed': 'changed how long we keep data',
  'words.removed': 'deleted words',
}
