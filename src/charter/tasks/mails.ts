import type { Letter } from '../../outbox/rules.ts'
import { formatDay, type Locale } from '../../ui/format.ts'
import { taskWords } from './words.ts'

interface Due {
  title: string
  dueOn: string | null
}

/** Tells an owner which of her actions are due, all in one letter. */
export function actionsDue(
  to: { id: number; name: string; email: string; locale: string },
  due: Due[],
  today: string,
  link: string,
): Letter {
  const locale = to.locale as Locale
  const words = taskWords(locale)
  const lines = due.map(({ title, dueOn }) => {
    const day = dueOn ? formatDay({ locale }, dueOn) : ''
    return `- ${title} (${dueOn && dueOn < today ? words.late(day) : words.due(day)})`
  })
  return {
    kind: 'charter.actions-due',
    to: { name: to.name, email: to.email },
    personId: to.id,
    subject: words.subject(due.length),
    text: words.text(to.name, lines.join('\n'), link),
  }
}
