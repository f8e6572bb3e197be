export {
  type Files,
  getArchive,
  getMessage,
  type List,
  listAttachments,
  listThreads,
  packedUpTo,
  pieceBytes,
  readMails,
  readMailsOf,
  readPacked,
  readRaw,
} from './core/queries.ts'
export { findRaw, listCarriers, listKeptAs, listSuspects } from './erasure-queries.ts'
export { findMailImport, listMailImportsOf, listOtherWriters, planMailUndo } from './import/undo-queries.ts'
export { findInboundRaw, inboundState, listParkedMails } from './inbound-queries.ts'
export { listThreadChoices } from './threading/queries.ts'
