/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'file.quarantined': 'put an infected file in quarantine',
}
