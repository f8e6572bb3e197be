import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { indexPeople } from './actions.ts'

/** Brings what search knows of people and organisations up to date. */
export const index = (_: object, { write, now }: TaskContext): Promise<void> => write((tx) => indexPeople(tx, utcDay(now())))
