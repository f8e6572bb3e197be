export { daysBetween, decideReminder, dueOn, itemState, mayHear, median, splitWait, stationsOf } from './core/rules.ts'
export type { OwnWait } from './relationship/rules.ts'
