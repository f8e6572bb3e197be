import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { type AlarmKey, alarms, type SiteState } from './rules.ts'
import { watchWords } from './words.ts'

/** What a subject has room for: that it is so, and not what to do about it. */
function firstSentence(locale: Locale, text: string): string {
  const [first] = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)
  return (first?.segment ?? text).trim().replace(/\.$/, '')
}

/** Tells an administrator what stalls, and what does no more. */
export function alarmLetter(
  to: Addressee,
  { tell, over, state }: { tell: readonly AlarmKey[]; over: readonly AlarmKey[]; state: SiteState },
  baseUrl: string,
): Letter {
  const locale = to.locale as Locale
  const words = watchWords(locale)
  const begun = tell.map((key) => `- ${words[key]({ n: alarms[key].value(state) })}\n  ${baseUrl}${alarms[key].path}`)
  const ended = over.map((key) => `- ${words.over({ what: words[`${key}Name`] })}`)
  const [first] = tell
  return {
    kind: 'site.alarm',
    plain: true,
    ...addressed(to),
    subject: first ? firstSentence(locale, words[first]({ n: alarms[first].value(state) })) : words.allOver,
    text: (first ? words.text : words.solvedText)({ name: to.name, lines: [...begun, ...ended].join('\n\n') }),
  }
}

const relayWords = wordsOf('operations', 'relay')

/** The operator's alarm: the relay's quota is used up. */
export function relayPaused(baseUrl: string, to: Addressee, reason: string): Letter {
  const said = relayWords(to.locale as Locale)
  return {
    kind: 'outbox.paused',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject,
    text: said.text({ name: to.name, reason, link: `${baseUrl}/admin/outbox` }),
  }
}
