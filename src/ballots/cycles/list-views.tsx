import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, State, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listCycles } from './queries.ts'

const t = textsOf('ballots', 'cyclesPage')
const pageWords = textsOf('ballots', 'pages')
const words = textsOf('ballots', 'cycles')

/** All cycles, the newest first. */
export function CyclesPage({ cycles, mayRun, now }: { cycles: Awaited<ReturnType<typeof listCycles>>; mayRun: boolean; now: Date }) {
  const { cycles: title } = pageWords
  return (
    <Titled title={title} lead={words.lead} actions={mayRun && <Button kind="primary" href="/cycles/new" text={t.newCycle} />}>
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
            act={
              <State mood={cycle.closesAt <= now ? 'good' : 'wait'}>
                {cycle.closesAt <= now ? words.over : cycle.opensAt > now ? words.toCome : words.runs}
              </State>
            }
          />
        )}
      </Things>
    </Titled>
  )
}
