import type { VendorSide } from '../../lib/db/schema.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import type { Addressee, Letter } from '../../outbox/rules.ts'
import { utcDay } from '../../time.ts'
import { letter } from '../mails.ts'
import type { MailedResult } from './actions.ts'
import type { ToSign } from './queries.ts'
import { sayThing, signingWords } from './words.ts'

type Names = Record<VendorSide, string>

/** One thing to sign: its number, what was said, and by whom. */
function sayOne(locale: Locale, one: ToSign, number: number, from: string): string {
  const words = signingWords(locale)
  const who = one.person ? words.who({ person: one.person, side: from }) : from
  const act = one.act === 'confirmed' ? 'claimed' : one.act
  const lines = [`${number}. #${one.requestId} ${one.title}`, sayThing(locale, one)]
  lines.push(words[act]({ who, day: formatDay({ locale }, utcDay(one.at)), note: one.act === 'disputed' ? one.note : '' }))
  return lines.join('\n   ')
}

/** One side is asked to sign what the other has said: by answering, or on the page. */
export function askToSign(
  to: Addressee,
  { names, side, link }: { names: Names; side: VendorSide; link: string },
  things: ToSign[],
  replyTo: string,
): Letter {
  const locale = to.locale as Locale
  const words = signingWords(locale)
  const from = names[side === 'group' ? 'vendor' : 'group']
  const count = things.length
  const title = things[0]?.title ?? ''
  const text = words.text({
    ...{ name: to.name, count, from, link },
    lines: things.map((one, i) => sayOne(locale, one, i + 1, from)).join('\n\n'),
    correct: things.some(({ class: name }) => name === null) ? words.correctPromise : words.correctAnswer,
  })
  return letter('vendor.sign', to, names.group, { subject: words.subject({ count, title, from }), text, replyTo, repeats: {} })
}

/** What the answer to that letter came to. */
export function wordsTaken(
  to: Addressee,
  { names, link }: { names: Names; link: string },
  results: readonly MailedResult[],
  replyTo: string,
) {
  const words = signingWords(to.locale as Locale)
  const state = results.length > 0 && results.every(({ whyNot }) => whyNot === undefined) ? 'all' : 'some'
  const lines = results.map(({ requestId, title, act, whyNot }) => `#${requestId} ${title}\n  ${whyNot ?? words.done[act]}`)
  const text = words.taken({ name: to.name, state, lines: lines.join('\n\n') || words.done.unclear, link })
  return letter('vendor.signed', to, names.group, {
    subject: words.takenSubject({ state, title: results.length === 1 ? results[0]?.title : undefined }),
    text,
    replyTo,
  })
}
