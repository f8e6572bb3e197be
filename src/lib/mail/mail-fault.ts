/** What is wrong with an email of a mailbox: its name, and what it is said with. Whoever keeps it puts it into words. */
export type MailFault =
  | { fault: 'hiddenAddresses' | 'unquotedFrom' | 'noFromLine' | 'cutLine' | 'noDate' }
  | { fault: 'falseDate' | 'dateTooLate' | 'dateTooEarly'; day: string }
  | { fault: 'partRead'; bytes: number; read: number }
  | { fault: 'damagedFile'; why: string }
