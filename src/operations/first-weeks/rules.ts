import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('operations', 'firstWeeks')

/** What the record says of a step. */
export interface StepFacts {
  /** In numbers and words; undefined where nothing was done yet. */
  done: string | undefined
  /** Where what was done is shown: its balance sheet, or the thing. */
  evidence?: string
}

/** The steps of a group's first weeks, in the order in which a group needs them: who is there first, then what holds them together, then the work. */
export const stepKeys = [
  'email',
  'list',
  'roster',
  'invite',
  'institutions',
  'roles',
  'charter',
  'documents',
  'mailbox',
  'requests',
  'look',
  'meeting',
  'news',
  'ballot',
] as const

/** What a group brings that was there before; one that starts new brings none of it. */
export const brought: readonly StepKey[] = ['list', 'documents', 'mailbox', 'requests']

/** Work of the site's offices: nobody else is asked for it. */
export const ofTheSite: readonly StepKey[] = ['email', 'institutions', 'look']

export type StepKey = (typeof stepKeys)[number]

/** How the steps are called, why they are taken, and what their buttons say. */
export const stepWords: Record<StepKey, { title: string; why: string; button: string }> = t.steps

/** How a step stands. */
export type StepState = 'open' | 'done' | 'confirmed' | 'skipped'

/** What was settled counts for what it says: skipped stays skipped until something was done after all. */
export function stateOf(facts: StepFacts, verdict: 'confirmed' | 'skipped' | undefined): StepState {
  if (facts.done === undefined) return verdict === 'skipped' ? 'skipped' : 'open'
  return verdict === 'confirmed' ? 'confirmed' : 'done'
}

/** Steps that still want somebody: nothing done, or not looked at. */
export const isLeft = (state: StepState): boolean => state === 'open' || state === 'done'

/** Why this step cannot be settled so. */
export function whyNotSettle(facts: StepFacts, verdict: 'confirmed' | 'skipped', reason: string): string | undefined {
  if (verdict === 'confirmed' && facts.done === undefined) return t.errors.nothingDone
  if (verdict === 'skipped' && facts.done !== undefined) return t.errors.isDone
  if (verdict === 'skipped' && reason.trim() === '') return t.errors.reason
  return undefined
}
