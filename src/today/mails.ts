import type { Locale } from '../lib/ui/format.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import type { Letter } from '../outbox/rules.ts'
import type { Waiting } from '../waiting.ts'
import { todayWords } from './words.ts'

/** What waits for somebody, as Today shows it, with the address of each. One click, or one POST of the mail program, ends it. */
export function waitsForYou(
  to: { id: number; name: string; email: string; locale: string; zone: string; zoneKnown: boolean; at: Date },
  entries: readonly Waiting[],
  baseUrl: string,
  stop: string,
): Letter {
  const locale = to.locale as Locale
  const words = todayWords(locale)
  const hearer = { locale, zone: to.zoneKnown ? to.zone : null }
  const lines = entries.map(({ title, meta, href, until }) => {
    const about = [meta, until && words.until({ day: sayWhen(hearer, to.zone, until, 'instant', to.at) })].filter(Boolean).join(' ')
    return `- ${title}${about ? `\n  ${about}` : ''}\n  ${baseUrl}${href}`
  })
  const unsubscribe = `${baseUrl}/unsubscribe/today/${stop}`
  return {
    kind: 'site.today',
    to: { name: to.name, email: to.email },
    personId: to.id,
    subject: words.subject({ count: entries.length }),
    text: words.text({ name: to.name, count: entries.length, lines: lines.join('\n\n'), link: `${baseUrl}/today`, stop: unsubscribe }),
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
