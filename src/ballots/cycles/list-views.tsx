import { OnlyOf, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, State, Titled } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listCycles } from './queries.ts'

const t = textsOf('ballots', 'cyclesPage')
const pageWords = textsOf('ballots', 'pages')
const words = textsOf('ballots', 'cycles')

type Listed = Awaited<ReturnType<typeof listCycles>>[number]

function CycleState({ cycle, now }: { cycle: Listed; now: Date }) {
  if (cycle.calledOff) return <State mood="late">{pageWords.states.called_off}</State>
  if (cycle.closesAt <= now) return <State mood="good">{words.over}</State>
  return <State mood="wait">{cycle.opensAt > now ? words.toCome : words.runs}</State>
}

/** All cycles, the newest first. */
export function CyclesPage(props: {
  cycles: Listed[]
  /** Only those of this one. */
  group: { slug: string; name: string } | undefined
  mayRun: boolean
  now: Date
}) {
  const { cycles, group, mayRun, now } = props
  const { cycles: title } = pageWords
  return (
    <Titled
      title={title}
      lead={words.lead}
      actions={mayRun && <Button kind="primary" href={withQuery('/cycles/new', { group: group?.slug })} text={t.newCycle} />}
    >
      <OnlyOf group={group} all="/cycles" />
      <Things label={title} of={cycles} none={<Empty title={words.none} />}>
        {(cycle) => (
          <Thing
            title={cycle.title}
            href={`/cycles/${cycle.id}`}
            meta={
              <>
                {cycle.group} · {words.wishes({ n: cycle.wishes })} · <Time at={cycle.opensAt} style="month" /> {words.to}{' '}
                <Time at={cycle.closesAt} style="month" />
              </>
            }
            act={<CycleState cycle={cycle} now={now} />}
          />
        )}
      </Things>
    </Titled>
  )
}
