import { textsOf } from '../lib/ui/words.ts'
import type { Section } from './rules.ts'

const t = textsOf('reports', 'drafting')

const section = ({ title, body }: { title: string; body: string }, internal = false): Section => ({ title, body, internal, leftOut: false })

/**
 * What a new report says before anybody has written a word, in the language of whoever begins it: a sentence a line, so that each can stand
 * or fall by its figure.
 */
export const draftSections = (group: string): Section[] => [
  section({ title: t.summary.title, body: t.summary.body({ group }) }),
  section(t.meetings),
  section(t.attendance, true),
  section(t.lists),
  section(t.requests),
  section(t.ballots),
  section(t.answers),
  section(t.promises),
  section(t.shown),
  section(t.documents),
  section(t.news),
  section(t.people),
  section(t.charter),
]
