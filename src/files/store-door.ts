import { type ObjectStore, StoreAway } from '../lib/object-store.ts'
import { largeFile } from './rules.ts'

/** The storage outside, as the operator set it. */
export interface Outside {
  store: ObjectStore
  /** Whether large files go there by themselves; else what lies there is read, and nothing more goes. */
  takes: boolean
  /** Days for which an object stays that no file names any more: as long as a backup may name it. */
  keepDays: number
}

let outside: Outside | undefined

/** Says once for the process where large files lie beside the database; undefined: nowhere. */
export function setOutside(given: Outside | undefined): void {
  outside = given
}

/** The store of files outside this machine; undefined where there is none. */
export const findOutside = (): Outside | undefined => outside

/** Does a file of this size leave the database? */
export const goesOutside = (size: number): boolean => outside?.takes === true && size > largeFile

/**
 * The storage, where a file says that it lies there.
 * @throws StoreAway where none is set: no file is judged by that
 */
export function theStore(): ObjectStore {
  if (outside) return outside.store
  throw new StoreAway('A file lies in the object storage, but RAPPORT_FILES_S3_ENDPOINT is not set.')
}
