import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<boolean>()

/** Runs what is done in a transaction, so that it can be asked. */
export const asTransaction = <T, Given>(act: (given: Given) => Promise<T>, given: Given): Promise<T> => inside.run(true, act, given)

/**
 * Runs what begins anew, such as a job. What woke it may be the event of a connection that was made in a transaction and outlived it, and would
 * take it for a part of that.
 */
export const asBeginning = <T>(act: () => Promise<T>): Promise<T> => inside.run(false, act)

/** Does what asks run in a transaction? What may take long, as reading a file does, stays out of one. */
export const isInTransaction = (): boolean => inside.getStore() === true
