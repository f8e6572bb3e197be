import { chromeWords } from '../../lib/ui/chrome-words.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter, type LetterKind } from '../../outbox/rules.ts'
import type { AnswerProblem, Became } from './rules.ts'

const taskWords = wordsOf('groups', 'tasks')

interface Due {
  title: string
  dueOn: string | null
  /** Null: it is a user group's. */
  group: string | null
}

/** Whose actions they are, and where their answer goes. */
export interface Recipient extends Addressee {
  replyTo: string
}

const letter = (to: Recipient, kind: LetterKind, subject: string, text: string): Letter => ({
  kind,
  ...addressed(to),
  replyTo: to.replyTo,
  subject,
  text,
})

/** Tells an owner which of their actions are due, all in one letter; each has a number that an answer may name. */
export function actionsDue(to: Recipient, due: Due[], today: string, link: string): Letter {
  const locale = to.locale as Locale
  const words = taskWords(locale)
  const groups = new Set(due.map(({ group }) => group))
  const lines = due.map(({ title, dueOn, group }, i) => {
    const day = dueOn ? formatDay({ locale }, dueOn) : ''
    const facts = [groups.size > 1 && group, dueOn && dueOn < today ? words.late({ day }) : words.due({ day })].filter(Boolean).join(' · ')
    return `${i + 1}. ${title} (${facts})`
  })
  const text = words.text({ name: to.name, lines: lines.join('\n'), how: words.how({ count: due.length }), link })
  // What is due soonest, of what is not late already.
  const [soonest] = due.flatMap(({ dueOn }) => (dueOn && dueOn >= today ? [dueOn] : [])).sort()
  // Those of one group come from it; where there are several, each says whose it is.
  const [group, ...others] = groups
  const until = soonest === undefined ? undefined : new Date(`${soonest}T23:59:59Z`)
  return {
    ...letter(to, 'charter.actions-due', words.subject({ count: due.length, title: due[0]?.title ?? '' }), text),
    ...(group && others.length === 0 ? { group } : {}),
    repeats: { until },
  }
}

/** Tells an owner what their answer has done. */
export function actionsAnswered(to: Recipient, items: readonly { n: number; title: string }[], became: readonly Became[]): Letter {
  const locale = to.locale as Locale
  const words = taskWords(locale)
  const { colon } = chromeWords(locale)
  const lines = became.map(({ n, as, dueOn }) => {
    const title = items.find((item) => item.n === n)?.title ?? ''
    return `${n}. ${title}${colon} ${as === 'moved' ? words.moved({ day: formatDay({ locale }, dueOn ?? '') }) : words[as]}`
  })
  const [first] = became
  const subject = words.answeredSubject({ count: became.length, title: items.find((item) => item.n === first?.n)?.title ?? '' })
  return letter(to, 'charter.actions-answered', subject, words.answered({ name: to.name, lines: lines.join('\n') }))
}

/** Tells an owner that their answer was not understood; nothing has changed. */
export function actionsUnclear(to: Recipient, items: readonly { n: number; title: string }[], problem: AnswerProblem): Letter {
  const words = taskWords(to.locale as Locale)
  const lines = items.map(({ n, title }) => `${n}. ${title}`).join('\n')
  const text = words.unclear({ name: to.name, problem: words.problems[problem], lines, how: words.how({ count: items.length }) })
  return letter(to, 'charter.actions-unclear', words.unclearSubject, text)
}
