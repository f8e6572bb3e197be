import { formatDay, type Locale } from '../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../outbox/rules.ts'
import { documentWords } from './words.ts'

interface Due {
  slug: string
  title: string
  reviewOn: string
}

/** Tells somebody which documents of their roles come up for review, all in one letter. */
export function reviewsDue(to: Addressee, due: Due[], { today, baseUrl }: { today: string; baseUrl: string }): Letter {
  const locale = to.locale as Locale
  const words = documentWords(locale)
  const lines = due.map(({ slug, title, reviewOn }) => {
    const day = formatDay({ locale }, reviewOn)
    return `- ${title} (${reviewOn < today ? words.wasDue({ day }) : words.dueOn({ day })})\n  ${baseUrl}/documents/${slug}`
  })
  return {
    kind: 'documents.reviews-due',
    plain: true,
    repeats: { until: new Date(`${due.map(({ reviewOn }) => reviewOn).sort()[0] ?? today}T23:59:59Z`) },
    ...addressed(to),
    subject: words.subject({ count: due.length, title: due[0]?.title ?? '' }),
    text: words.letter({ name: to.name, lines: lines.join('\n'), link: `${baseUrl}/documents?state=review` }),
  }
}
