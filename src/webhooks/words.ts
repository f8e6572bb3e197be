import { sayKept } from '../lib/ui/kept.ts'
import { wordsOf } from '../lib/ui/words.ts'

/** What the owner of a webhook is told. */
export const hookWords = wordsOf('webhooks', 'letters')

/** What a program answered; where none did, why, in the reader's language. */
export const sayAnswer = ({ code, answer }: { code: number | null; answer: string }): string => (code === null ? sayKept(answer) : answer)
