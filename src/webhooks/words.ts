import { describeAction, type Verbs } from '../lib/ui/history-words.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { textsOf, wordsOf } from '../lib/ui/words.ts'
import { testKind } from './rules.ts'

const t = textsOf('webhooks', 'views')

/** What the owner of a webhook is told. */
export const hookWords = wordsOf('webhooks', 'letters')

/** What a program answered; where none did, why, in the reader's language. */
export const sayAnswer = ({ code, answer }: { code: number | null; answer: string }): string => (code === null ? sayKept(answer) : answer)

/** What a type of event means, as a sentence. */
export const sayEvent = (verbs: Verbs, kind: string): string => (kind === testKind ? t.test : describeAction(verbs, kind, t.someone))
