import type { TaskContext } from '../../task.ts'
import { indexPeople } from './actions.ts'

/** Brings what search knows of people and organisations up to date. */
export const index = (_: object, { write, now }: TaskContext): Promise<void> =>
  write((tx) => indexPeople(tx, now().toISOString().slice(0, 10)))
