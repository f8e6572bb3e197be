import type { Child } from 'hono/jsx'
import type { Counted, Undone, UndoPlan } from '../../undo.ts'
import type { C } from '../web.tsx'

/** How an import stands: first it is shown, then it comes in, and until somebody has confirmed it, it can be taken back. */
export type RunState = 'shown' | 'running' | 'stopped' | 'failed' | 'unended' | 'done' | 'confirmed' | 'undoing' | 'undone'

/** An import in a list of them. */
export interface RunLine {
  /** What came, as it is called. */
  source: string
  /** Its page. */
  href: string
  /** Undefined says nothing of who brought it; null is the command line. */
  by?: string | null
  at: Date
  state: RunState
  /** What kind of thing it is, or how much of it there is. */
  note?: string
}

/** One import, as its page shows it. */
export interface Run extends RunLine {
  /** The page where it came in, with all others of its kind. */
  home: { href: string; label: string }
  /** Where what came is looked at. */
  result?: { href: string; label: string }
  /** Why it stopped, or could not be read at all. */
  error?: string | null
  counts: readonly Counted[]
  undone?: Undone | null
  undoneAt?: Date | null
  undoneByName?: string | null
  /** How far it is, while it comes in or is taken back. */
  progress?: { text: string; value?: number; of?: number }
}

/** What can be taken back: an import, or an act whose page says where it stands. */
export type Takable = Pick<Run, 'source' | 'href' | 'state'> & {
  /** Where it is posted that it be taken back, where that is not below its page. */
  action?: string
}

/** How something is taken back: first it is shown what that would do. */
export interface Undoing<R extends Takable> {
  /** The address of one; its own id is the last segment. */
  path: string
  /** What one is called in a sentence: "file", "mailbox", "folder". */
  one: string
  /** @throws NotFound for who may not see it */
  get: (c: C) => Promise<R>
  undo: {
    /** For programs: what they call it by, and what it does in a few words. */
    act: [name: string, summary: string]
    scope?: 'write' | 'moderate'
    /** What it does, besides what the plan says. */
    lead: (run: R) => string
    /** Why it cannot be taken back. */
    whyNot: (c: C, run: R) => Promise<string | undefined> | string | undefined
    plan: (c: C, run: R) => Promise<UndoPlan>
    /** What was taken back, or what to say of it, and where, if that is not its own page. */
    run: (c: C, run: R) => Promise<Undone | { said: string; to?: string }>
  }
}

/** What a domain says of one kind of import: the engine makes its page, its progress and its way back of it. */
export interface Importer<R extends Run = Run> extends Undoing<R> {
  /** What else its page says below the balance; while it is shown, what becomes of it. */
  more?: (c: C, run: R) => Child | Promise<Child>
  /** Where a worker takes it in or back: its page tells how far that is. */
  watched?: boolean
  /** Goes on where it stopped. */
  again?: { act: [name: string, summary: string]; run: (c: C, run: R) => Promise<void> }
}
