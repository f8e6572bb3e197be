import type { RequestStage } from '../lib/db/schema.ts'
import type { Reason } from '../lib/similar/similar.ts'
import { reasonsInWords } from '../lib/similar/why.ts'
import type { AlikeThing } from '../lib/ui/alike.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { stageMoods, stageNames } from './core/rules.ts'

const t = textsOf('requests', 'similar')

/** How far a request must stand out from what texts have in common by chance to be worth somebody's look; measured in bench/similar.ts. */
export const shownFrom = 0.54

/** Requests that are like a text, as they are shown: in the words of whoever is answered. */
export const alikeThings = <Found extends { id: number; title: string; stage: RequestStage; likeness: number; why: Reason[] }>(
  similar: readonly Found[],
): (AlikeThing & { found: Found })[] =>
  similar.map((found) => ({
    ...{ id: found.id, title: found.title, href: `/requests/${found.id}`, likeness: found.likeness, found },
    ...{ state: stageNames[found.stage], mood: stageMoods[found.stage], why: reasonsInWords(found.why) },
  }))

/** The fields of forms whose words are compared: those that say the need in a line, and those that say it at length. */
export const comparedFields = { title: ['title'], text: ['text', 'problem', 'workflow', 'note', 'outcome'] }

/** What somebody has typed so far, as it is compared. */
export function typedSoFar(typed: Record<string, unknown>): { title: string; text: string; numbers: string } {
  const said = (names: string[]) =>
    names
      .flatMap((name) => [typed[name]].flat())
      .flatMap((one) => (typeof one === 'string' ? [one.trim()] : []))
      .join('\n')
      .trim()
  return {
    title: said(comparedFields.title).slice(0, 300),
    text: said(comparedFields.text).slice(0, 20_000),
    numbers: said(['numbers']).slice(0, 2_000),
  }
}

/** A set of synonyms as typed: one word or phrase each, at least two. */
export function readWords(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;]+/)
        .map((word) => word.trim().replaceAll(/\s+/g, ' '))
        .filter(Boolean),
    ),
  ].slice(0, 30)
}

/** Why these are no set of synonyms; undefined means they are. */
export const whyNotSynonyms = (words: string[]): string | undefined =>
  words.length < 2 ? t.whyNot.few : words.some((word) => word.length > 60) ? t.whyNot.long : undefined
