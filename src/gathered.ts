import type { Keeper } from './belongings.ts'
import type { Finder } from './finder.ts'
import type { ListHappenings, Named } from './happening.ts'
import type { LetterSubject } from './letter-subjects.ts'
import type { Verbs } from './lib/ui/history-words.ts'
import type { TextKind } from './texts.ts'
import type { OfferedTool } from './tool.ts'
import type { Deciders, DueLetters, Waiters } from './waiting.ts'

/** What the edges gather from all nameplates and hand in to code that may read none. */
export interface Gathered {
  /** What they keep of a role, for its handover. */
  keepers: readonly Keeper[]
  /** The kinds of their things that search knows. */
  finders: readonly Finder[]
  /** What is done in them, as sentences, for the history of a thing. */
  verbs: Verbs
  /** What of them everybody may know of. */
  happenings: readonly ListHappenings[]
  /** Things that everybody may be allowed to see, by their addresses. */
  named: readonly Named[]
  /** What of them waits for somebody. */
  waiting: readonly Waiters[]
  /** What of that is decided where it stands. */
  deciders: Deciders
  /** The kinds of letters, each with the subject under which people choose how they get it. */
  letters: Readonly<Record<string, LetterSubject>>
  /** Which of them that waited for the morning still have to leave. */
  due: DueLetters
  /** Texts of theirs in which files stand. */
  texts: readonly TextKind[]
  /** What of them assistants are offered. */
  tools: readonly OfferedTool[]
}
