import { formatDay } from '../lib/ui/format.ts'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('documents', 'reviewYear')

interface Review {
  slug: string
  title: string
  reviewOn: string | null
}

/** How many reviews are late and how many come in a year, with the next of them. The list below says which. */
export function ReviewYear({ reviews, today }: { reviews: Review[]; today: string }) {
  const { locale } = useReader()
  const end = Temporal.PlainDate.from(today).add({ years: 1 }).toString()
  const late = reviews.filter(({ reviewOn }) => (reviewOn ?? '') < today)
  const coming = reviews.filter(({ reviewOn }) => reviewOn !== null && reviewOn >= today && reviewOn < end)
  if (late.length + coming.length === 0) return null
  const next = coming[0]
  return (
    <p class="soft">
      {late.length > 0 && `${t.overdue({ late: late.length })} `}
      {t.reviewsInTheComingTwelveMonths({ coming: coming.length })}{' '}
      {next?.reviewOn &&
        t.next({ link: <a href={`/documents/${next.slug}`}>{next.title}</a>, reviewOn: formatDay({ locale }, next.reviewOn) })}
    </p>
  )
}
