import { type ExportPart, journalOf, mails, profile, recordsOf } from './queries.ts'

/** What a copy of everything about a person is made of. A domain that has more to tell than its rows adds a function here. */
export const exportParts: ExportPart[] = [profile, recordsOf, mails, journalOf]
