import { textsOf } from './words.ts'

/** What several domains refuse with. */
export const refusals = textsOf('lib', 'refusals')
