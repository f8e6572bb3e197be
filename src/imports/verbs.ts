/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'follow.answered': 'answered whether to follow a list that moved',
  'follow.asked': 'asked who follows a list that moved',
  'follow.begun': 'began to follow a list elsewhere',
  'follow.givenUp': 'gave up following a list elsewhere',
  'follow.moved': 'moved a list here for good',
  'move.begun': 'began to take over lists',
  'move.ended': 'ended taking over lists',
  'move.undo-begun': 'began to take an import into a list back',
  'move.undone': 'took an import into a list back',
  'upload.begun': 'began to send files',
  'upload.discarded': 'threw an import away',
  'upload.tried-again': 'tried an import again',
}
