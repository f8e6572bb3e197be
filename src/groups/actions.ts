export {
  appoint,
  closeGroup,
  endYesterday,
  ensureProduct,
  foundGroup,
  hostList,
  renameProduct,
  reopenGroup,
  setNewsRhythm,
  showRelationship,
} from './core/actions.ts'
export { mergeGroups } from './core/merging-actions.ts'
export { lockFirstSteps, requireOpenStep, takeBack } from './core/steps-actions.ts'
export { addDecision, claimDueDecisions, dropDecision, reviewDecision, rewordDecision, supersedeDecision } from './decisions-actions.ts'
export { keepAdministered } from './offices-actions.ts'
export { seatAnew } from './roster/actions.ts'
export { checkDays, type Days, endStandIn, letStandIn, nameStandIn } from './stand-ins-actions.ts'
export { addAction, rewordAction } from './tasks/actions.ts'
