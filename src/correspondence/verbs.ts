/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'correspondence.changed': 'changed who answers a correspondence',
  'correspondence.exported': 'took a copy of a mailbox',
  'correspondence.import-begun': 'began to bring an old mailbox',
  'correspondence.import-tried-again': 'tried an old mailbox again',
  'correspondence.import-undone': 'took an old mailbox back',
  'correspondence.imported': 'took in an old mailbox',
  'correspondence.passed-on': 'passed a mail on',
  'correspondence.written': 'wrote from a role address',
}
