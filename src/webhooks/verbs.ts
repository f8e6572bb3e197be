/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'webhook.changed': 'changed a program that is told',
  'webhook.ended': 'ended telling a program',
  'webhook.made': 'added a program that is told',
  'webhook.paused': 'paused telling a program',
  'webhook.resumed': 'went on telling a program',
  'webhook.secretRenewed': 'renewed the secret of a program that is told',
}
