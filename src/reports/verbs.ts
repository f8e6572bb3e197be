/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'report.approved': 'approved a report',
  'report.begun': 'began a report',
  'report.frozen': 'froze the figures of a report',
  'report.published': 'showed a report to everyone',
  'report.renamed': 'renamed a report',
  'report.reopened': 'began a new edition of a report',
  'report.section-added': 'added a section to a report',
  'report.section-changed': 'changed a section of a report',
  'report.section-moved': 'moved a section of a report',
  'report.section-removed': 'removed a section of a report',
  'report.thawed': 'thawed the figures of a report',
  'report.withdrawn': 'took a report back to the group',
}
