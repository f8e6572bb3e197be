export type { FindingState } from './findings/rules.ts'
