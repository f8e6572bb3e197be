import type { Deciders } from '../waiting.ts'
import { answerOwnAffiliation, settleSilent } from './affiliations/actions.ts'

/** What is decided of people where it stands: whether somebody still works where they did, by themselves or by who keeps the register. */
export const deciders = {
  still: (tx, actor, id, { choice }) => answerOwnAffiliation(tx, actor, id, choice === 'yes'),
  silent: (tx, actor, id, { choice }) => settleSilent(tx, actor, id, choice === 'yes'),
} satisfies Deciders
