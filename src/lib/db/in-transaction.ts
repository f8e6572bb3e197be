import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<true>()

/** Runs what is done in a transaction, so that it can be asked. */
export const asTransaction = <T, Given>(act: (given: Given) => Promise<T>, given: Given): Promise<T> => inside.run(true, act, given)

/** Does what asks run in a transaction? What may take long, as reading a file does, stays out of one. */
export const isInTransaction = (): boolean => inside.getStore() === true
