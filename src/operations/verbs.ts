/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'group.stepConfirmed': 'confirmed a first step',
  'group.stepReopened': 'reopened a first step',
  'group.stepSkipped': 'skipped a first step',
  'job.retried': 'retried a background job',
}
