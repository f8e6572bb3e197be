export {
  type Files,
  getArchive,
  getMessage,
  type List,
  listAttachments,
  packedUpTo,
  pieceBytes,
  readMails,
  readMailsOf,
  readPacked,
  readRaw,
  readSmall,
} from './core/queries.ts'
export { listThreads } from './core/threads-queries.ts'
export { countArchives, countMonths } from './counts-queries.ts'
export { findAttachment, findRaw, listCarriers, listKeptAs, listSuspects } from './erasure-queries.ts'
export { countReasons } from './import/queries.ts'
export { findMailImport, listMailImportsOf, listOtherWriters, planMailUndo } from './import/undo-queries.ts'
export { findInboundRaw, hasReceived, inboundState, listParkedMails } from './inbound-queries.ts'
export { isThreadHeld, listThreadChoices } from './threading/queries.ts'
