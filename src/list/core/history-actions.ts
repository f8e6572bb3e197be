import { recorderOf } from '../../journal/actions.ts'

/** Writes what was done at a list into the history, in the transaction of the change. */
export const recordList = recorderOf('list')
