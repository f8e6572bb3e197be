import { formatDay, monthNames } from '../lib/ui/format.ts'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('documents', 'reviewYear')

interface Review {
  slug: string
  title: string
  reviewOn: string | null
}

const [width, height, left] = [680, 74, 64]
const months = 12

/** The reviews of the coming year on one line, month by month; those that are overdue stand before it. The list below says the same. */
export function ReviewYear({ reviews, today }: { reviews: Review[]; today: string }) {
  const { locale } = useReader()
  const begin = Temporal.PlainDate.from(today)
  const end = begin.add({ months })
  const days = begin.until(end).days || begin.until(end, { largestUnit: 'days' }).days
  const x = (on: string) => left + (begin.until(on, { largestUnit: 'days' }).days / days) * (width - left - 8)
  const late = reviews.filter(({ reviewOn }) => (reviewOn ?? '') < today)
  const coming = reviews.filter(({ reviewOn }) => reviewOn !== null && reviewOn >= today && reviewOn < end.toString())
  if (late.length + coming.length === 0) return null
  const names = monthNames(locale, 'short')
  const first = begin.with({ day: 1 }).add({ months: 1 })
  const said = [late.length > 0 ? t.overdue({ late: late.length }) : '', t.reviewsInTheComingTwelveMonths({ coming: coming.length })]
    .filter(Boolean)
    .join(' ')
  const next = coming[0]
  return (
    <figure class="stack plot-figure">
      <svg class="plot reviews" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t.title}: ${said}`}>
        <line class="base" x1={left} x2={width} y1="44" y2="44" />
        {Array.from({ length: months }, (_, i) => first.add({ months: i })).map((day) => (
          <>
            <line class="base" x1={x(day.toString())} x2={x(day.toString())} y1="44" y2="50" />
            <text x={x(day.toString()) + 3} y="66">
              {names[day.month - 1]}
            </text>
          </>
        ))}
        {coming.map(({ title, reviewOn }, i) => (
          <circle cx={x(reviewOn ?? today)} cy={44 - (stackOf(coming, i, x) + 1) * 12} r="5" fill="currentColor">
            <title>{`${title}, ${formatDay({ locale }, reviewOn ?? today)}`}</title>
          </circle>
        ))}
        {late.slice(0, 12).map(({ title, reviewOn }, i) => (
          <circle class="late" cx={10 + (i % 4) * 13} cy={32 - Math.floor(i / 4) * 12} r="5">
            <title>{`${title}, ${formatDay({ locale }, reviewOn ?? today)}`}</title>
          </circle>
        ))}
        {late.length > 0 && (
          <text x="2" y="66">
            {t.late}
          </text>
        )}
      </svg>
      <figcaption class="meta">
        {said}{' '}
        {next?.reviewOn &&
          t.next({ link: <a href={`/documents/${next.slug}`}>{next.title}</a>, reviewOn: formatDay({ locale }, next.reviewOn) })}
      </figcaption>
    </figure>
  )
}

/** How many earlier dots stand at nearly the same place: those are piled up, at most three high. */
function stackOf(coming: Review[], index: number, x: (on: string) => number): number {
  const here = x(coming[index]?.reviewOn ?? '2000-01-01')
  return Math.min(2, coming.slice(0, index).filter(({ reviewOn }) => reviewOn !== null && Math.abs(x(reviewOn) - here) < 11).length)
}
