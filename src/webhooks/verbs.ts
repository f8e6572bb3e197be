/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'webhook.changed': 'edited a webhook',
  'webhook.ended': 'deleted a webhook',
  'webhook.made': 'added a webhook',
  'webhook.paused': 'paused a webhook',
  'webhook.resumed': 'restarted a webhook',
  'webhook.secretRenewed': 'created a new secret for a webhook',
}
