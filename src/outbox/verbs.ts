/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'mail.retried': 'tried an unprocessed email again',
}
