import type { MailFault } from '../../lib/mail/mail-fault.ts'
import { keptOf, together } from '../../lib/ui/kept.ts'

const say = keptOf('archive', 'faults')

/** What is wrong with an email of an import, or keeps it out. */
export type ImportFault =
  | MailFault
  | { fault: 'noMail' | 'tooLarge' | 'tooLargeHere' | 'noParty' | 'dateOfOther' | 'dateOfToday' | 'duplicate' | 'alreadyHere' }
  | { fault: 'unreadable' | 'unstored'; why: string }
  | { fault: 'tooSlow'; seconds: number }
  | { fault: 'tooHungry'; megabytes: number }

function kept(one: ImportFault): string {
  switch (one.fault) {
    case 'falseDate':
    case 'dateTooLate':
    case 'dateTooEarly':
      return say(one.fault, { day: one.day })
    case 'damagedFile':
    case 'unreadable':
    case 'unstored':
      return say(one.fault, { why: one.why })
    case 'partRead':
      return say(one.fault, { bytes: one.bytes, read: one.read })
    case 'tooSlow':
      return say(one.fault, { seconds: one.seconds })
    case 'tooHungry':
      return say(one.fault, { megabytes: one.megabytes })
    case 'hiddenAddresses':
    case 'unquotedFrom':
    case 'noFromLine':
    case 'cutLine':
    case 'noDate':
    case 'noMail':
    case 'tooLarge':
    case 'tooLargeHere':
    case 'noParty':
    case 'dateOfOther':
    case 'dateOfToday':
    case 'duplicate':
    case 'alreadyHere':
      return say(one.fault)
  }
}

/** What is wrong with an email, as it is kept to be said to whoever reads of the import. */
export const keptFaults = (faults: readonly ImportFault[]): string => together(faults.map(kept))
