export {
  dropRaw,
  keepForGood,
  lockArchive,
  type NewMessage,
  packRaw,
  type RawMail,
  type Stored,
  storeMessages,
  storeRaw,
  storeRaws,
} from './core/actions.ts'
export { dropBytesOf, emptyMessages, eraseRaw, refreshCut, renameWriter } from './erasure-actions.ts'
export { refile } from './found-actions.ts'
export { type Imported, importMailbox, openMailbox, tidyArchive, tryMailbox } from './import/mailbox-actions.ts'
export { beginMailUndo, undoMail } from './import/undo-actions.ts'
export { dropBrought, keepMail, markMarkdown, noteFate, pullMailsForward, retryMails, settleMails, sortAgain } from './inbound-actions.ts'
export { dropRaws } from './removal-actions.ts'
export { chooseThreadOf } from './threading/actions.ts'
