import type { Locale } from '../../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { scanWords } from './words.ts'

/** Tells an administrator that a file was stopped. */
export function infectedFile(to: Addressee, files: { name: string; by: string | null }[], found: string): Letter {
  const words = scanWords(to.locale as Locale)
  const lines = files.map(({ name, by }) => words.by({ name, who: by ?? words.program }))
  return {
    kind: 'files.infected',
    plain: true,
    ...addressed(to),
    subject: words.subject({ name: files[0]?.name ?? 'file' }),
    text: words.text({ name: to.name, files: lines.join('\n'), found }),
  }
}
