export { plainText } from './clauses/rules.ts'
export type { FindingState } from './findings/rules.ts'
