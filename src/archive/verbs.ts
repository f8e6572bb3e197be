/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'archive.import-undone': 'took an old archive back',
  'archive.imported': 'took in an old archive',
}
