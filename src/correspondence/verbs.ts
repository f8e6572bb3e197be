/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'correspondence.changed': 'changed the status of a conversation',
  'correspondence.exported': 'exported a role mailbox',
  'correspondence.import-begun': 'started the import of an old mailbox',
  'correspondence.import-tried-again': 'restarted the import of an old mailbox',
  'correspondence.import-undone': 'undid the import of an old mailbox',
  'correspondence.imported': 'imported an old mailbox',
  'correspondence.passed-on': 'passed an email on',
  'correspondence.written': 'wrote an email from a role',
}
