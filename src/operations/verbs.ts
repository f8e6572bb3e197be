/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'group.stepConfirmed': 'settled a step of the set-up',
  'group.stepReopened': 'opened a step of the set-up again',
  'group.stepSkipped': 'left a step of the set-up out',
  'job.retried': 'tried a job of the site again',
}
