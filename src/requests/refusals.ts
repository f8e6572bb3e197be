import { textsOf } from '../lib/ui/words.ts'

/** What the pages and acts of requests refuse with when something is not there for who asks. */
export const requestRefusals = textsOf('requests', 'refusals')
