import type { Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import type { Letter } from '../outbox/rules.ts'
import type { Answer } from './send.ts'
import { hookWords } from './words.ts'

/** Tells the owner of a webhook that nothing is sent any more, with what their program said last. */
export function hookPaused(
  to: { name: string; person: string; personId: number; locale: string; email: string },
  { code, text }: Pick<Answer, 'code' | 'text'>,
  link: string,
): Letter {
  const words = hookWords(to.locale as Locale)
  const said = code === null ? sayKept(text, to.locale as Locale) : `${code} ${text.slice(0, 300)}`.trim()
  return {
    kind: 'webhooks.paused',
    plain: true,
    to: { name: to.person, email: to.email },
    personId: to.personId,
    subject: words.subject({ name: to.name }),
    text: words.text({ person: to.person, name: to.name, gone: code === 410, said, link }),
  }
}
