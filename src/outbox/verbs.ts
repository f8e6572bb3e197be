/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'mail.retried': 'tried a parked mail again',
}
