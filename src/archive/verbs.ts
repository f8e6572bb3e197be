/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'archive.import-undone': 'undid an import of messages',
  'archive.imported': 'imported messages',
}
