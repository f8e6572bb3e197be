import { Listing, OnlyOf, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Section, State, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import { SignedWord } from '../signing/views.tsx'
import type { Coming, Delivered } from './queries.ts'
import { isLate, lastDayOf } from './rules.ts'
import { StateOf } from './views.tsx'

const pageWords = textsOf('advocacy', 'pages')

/** What everybody reads of what is promised, and of what came of it. */
export const comingWords = wordsOf('advocacy', 'coming')

const verdictMoods = { full: 'good', partly: 'wait', no: 'late' } as const

function Promised({ promised, today }: { promised: Coming[]; today: string }) {
  const words = comingWords(useReader().locale)
  const years = [...Map.groupBy(promised, (one) => lastDayOf(one).slice(0, 4))]
  return (
    <>
      {years.map(([year, of]) => (
        <Listing title={year} aside={words.promises({ count: of.length })} label={words.inYear({ year })}>
          {of.map((one) => (
            <Thing
              title={one.title}
              href={`/commitments/${one.id}`}
              meta={
                <>
                  {words.due({ product: one.product, day: <Day on={lastDayOf(one)} /> })}
                  {one.pilots > 0 && <> · {words.pilots({ count: one.pilots })}</>} · <SignedWord act={one.signed} />
                </>
              }
              act={(one.stage === 'delivered' || isLate(one, today)) && <StateOf row={one} today={today} />}
            />
          ))}
        </Listing>
      ))}
    </>
  )
}

function Lately({ delivered }: { delivered: Delivered[] }) {
  const words = comingWords(useReader().locale)
  const { verdicts } = pageWords
  if (delivered.length === 0) return null
  return (
    <Section title={words.lately}>
      {[...Map.groupBy(delivered, ({ releaseId }) => releaseId).values()].map((of) => {
        const [first] = of
        if (!first) return null
        return (
          <>
            <h3>
              {first.link ? <a href={first.link}>{first.release}</a> : first.release}
              {first.onDay && (
                <span class="meta">
                  {' '}
                  · <Day on={first.onDay} />
                </span>
              )}
            </h3>
            <Things label={first.release}>
              {of.map(({ id, title, verdict }) => (
                <Thing
                  title={title}
                  href={`/deliveries/${id}`}
                  act={
                    verdict === null ? (
                      <State mood="wait">{words.unchecked}</State>
                    ) : (
                      <State mood={verdictMoods[verdict]}>{verdicts[verdict]}</State>
                    )
                  }
                />
              ))}
            </Things>
          </>
        )
      })}
    </Section>
  )
}

/** What is coming, as far as its reader may hear of it: what was promised by its day, and what was delivered of late. */
export function ComingPage(props: {
  promised: Coming[]
  delivered: Delivered[]
  /** Only those of this one. */
  group: { name: string } | undefined
  today: string
}) {
  const { promised, delivered, group, today } = props
  const words = comingWords(useReader().locale)
  // What has come stands below until the group has checked it; what did not work is promised as before.
  const came = new Set(delivered.map(({ requestId }) => requestId))
  const open = promised.filter(({ requestId, stage }) => stage !== 'delivered' || !came.has(requestId))
  return (
    <Titled title={words.title} lead={words.lead}>
      <OnlyOf group={group} all="/commitments" />
      {open.length === 0 ? <Empty title={words.none} /> : <Promised promised={open} today={today} />}
      <Lately delivered={delivered} />
    </Titled>
  )
}
