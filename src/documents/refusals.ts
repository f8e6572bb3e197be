import { textsOf } from '../lib/ui/words.ts'

/** What a document refuses with that is not there, or not in use. */
export const documentRefusals = textsOf('documents', 'refusals')
