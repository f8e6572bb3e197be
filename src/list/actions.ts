export { closeListsOf, holdListsOf, reopenListsOf } from './closing-actions.ts'
export { askToJoin, confirmRequest, keepConsent, openList, postMail, subscribe, unsubscribe, writePost } from './core/actions.ts'
export { recordList } from './core/history-actions.ts'
export {
  bringApplicant,
  bringBack,
  bringBan,
  bringHeld,
  bringSender,
  bringSubscriptions,
  dropBroughtRows,
  endBrought,
  endMove,
  holdForMove,
  lockBrought,
  lockList,
  recordSubscriptions,
  setSettings,
  takeOff,
} from './import-actions.ts'
export { discardErased } from './moderation/actions.ts'
export { prefaceWelcome } from './notices/actions.ts'
export { emptyOldRequests } from './vetting/actions.ts'
