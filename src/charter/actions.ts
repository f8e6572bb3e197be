export { type ByDecision, decisionFor } from './clauses/actions.ts'
