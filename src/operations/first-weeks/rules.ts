/** What the record says of a step. */
export interface StepFacts {
  /** In numbers and words; undefined where nothing was done yet. */
  done: string | undefined
  /** Where what was done is shown: its balance sheet, or the thing. */
  evidence?: string
}

/** The steps of a group's first weeks, in their order. */
export const steps = [
  {
    key: 'list',
    title: 'Bring the list',
    why: 'Its mails, members and settings come from where they are now. Nobody is mailed, old links go on opening.',
    button: 'Import the list',
  },
  {
    key: 'roster',
    title: 'Bring the roster',
    why: 'Who held which role when, from a spreadsheet; years are enough.',
    button: 'Import the roster',
  },
  {
    key: 'mailbox',
    title: 'Bring the old mailbox',
    why: 'What the coordinators before you wrote and got, in the correspondence of the role.',
    button: 'Bring the mailbox',
  },
  {
    key: 'documents',
    title: 'Bring the documents',
    why: 'Guides, agreements, reports: each with its owner and the day on which it is looked at again.',
    button: 'Bring documents',
  },
  {
    key: 'requests',
    title: 'Bring the old requests',
    why: 'What was asked for and answered, from the spreadsheet where it is kept now.',
    button: 'Import old requests',
  },
  {
    key: 'charter',
    title: 'Adopt the charter',
    why: 'Paste the terms of reference: they are split into clauses, and each clause is matched to what shows that it is kept.',
    button: 'Write the charter',
  },
  {
    key: 'meeting',
    title: 'Call the first meeting',
    why: 'A series that repeats, or one meeting; everybody gets it in their own calendar.',
    button: 'Arrange a meeting',
  },
  {
    key: 'ballot',
    title: 'Hold the first ballot',
    why: 'A rehearsal shows the way before anybody votes.',
    button: 'Prepare a cycle',
  },
] as const

export type StepKey = (typeof steps)[number]['key']

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
  if (verdict === 'confirmed' && facts.done === undefined) return 'Nothing was done here yet that could be confirmed.'
  if (verdict === 'skipped' && facts.done !== undefined) return 'This was done; confirm it instead.'
  if (verdict === 'skipped' && reason.trim() === '') return 'Say why, so that who comes after you knows.'
  return undefined
}
