import type { Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import type { Letter } from '../outbox/rules.ts'
import type { Answer } from './send.ts'
import { hookWords } from './words.ts'

interface Owner {
  name: string
  person: string
  personId: number
  locale: string
  email: string
}

/** Tells the owner of a webhook that nothing is sent any more, with what their program said last. */
export function hookPaused(to: Owner, { code, text }: Pick<Answer, 'code' | 'text'>, link: string): Letter {
  const words = hookWords(to.locale as Locale)
  const said = code === null ? sayKept(text, to.locale as Locale) : `${code} ${text.slice(0, 300)}`.trim()
  return { ...toOwner(to), text: words.text({ person: to.person, name: to.name, gone: code === 410, said, link }) }
}

/** Tells the owner of a webhook that what signs it cannot be read any more, and where they make a new secret. */
export const hookUnsigned = (to: Owner, link: string): Letter => ({
  ...toOwner(to),
  text: hookWords(to.locale as Locale).lost({ person: to.person, name: to.name, link }),
})

const toOwner = (to: Owner) => ({
  kind: 'webhooks.paused' as const,
  plain: true,
  to: { name: to.person, email: to.email },
  personId: to.personId,
  subject: hookWords(to.locale as Locale).subject({ name: to.name }),
})
