import * as z from 'zod'
import { line, lines, orEmpty, whole } from '../../lib/ui/forms.ts'
import { type C, done } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { sign, undoWord } from './actions.ts'
import type { SignedKind } from './rules.ts'

const t = textsOf('advocacy', 'signing')

/** What the forms of both kinds send: what is said, and the word that was seen when it was said. */
const common = {
  act: z.enum(['confirmed', 'corrected', 'disputed', 'undo']),
  word: whole(),
  note: lines(2_000).default(''),
  back: z.enum(['desk']).optional(),
}

/** A word on an answer; a correction says all of it. */
export const AnswerWord = z.object({
  ...common,
  class: line(60).optional(),
  reason: orEmpty(lines(10_000)),
  release: orEmpty(line(100)),
  nextReview: orEmpty(line(40)),
})

/** A word on a commitment. */
export const CommitmentWord = z.object({
  ...common,
  points: orEmpty(line(20)),
  year: orEmpty(line(20)),
  dueOn: orEmpty(line(40)),
})

/** Takes what somebody says of a thing, and goes back to where they said it. */
export async function takeWord(
  c: C,
  kind: SignedKind,
  id: number,
  { act, word, note, back, ...places }: z.output<typeof AnswerWord> | z.output<typeof CommitmentWord>,
): Promise<Response> {
  const { actor, write } = c.var
  const fields = Object.fromEntries(Object.entries(places).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  await write((tx) => (act === 'undo' ? undoWord(tx, actor, kind, id, word) : sign(tx, actor, kind, id, { act, word, note, fields })))
  const page = `/${kind === 'answer' ? 'answers' : 'commitments'}/${id}#signed`
  return done(c, back === 'desk' ? '/desk#to-sign' : page, t.done[act])
}
