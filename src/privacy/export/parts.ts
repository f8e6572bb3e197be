import { handedIn, writtenElsewhere } from '../handed-in-queries.ts'
import { type ExportPart, journalOf, mails, profile, recordsByAddress, recordsOf, sessions } from './queries.ts'

/** What a copy of everything about a person is made of. A domain that has more to tell than its rows adds a function here. */
export const exportParts: ExportPart[] = [profile, sessions, recordsOf, recordsByAddress, mails, writtenElsewhere, handedIn, journalOf]
