import { Bars, Figures } from '../../lib/ui/figures.tsx'
import { formatNumber, monthNames } from '../../lib/ui/format.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Empty, Heading, Section, Split } from '../../lib/ui/parts.tsx'
import { pages } from '../../lib/ui/web.tsx'
import { classWords, deliveryWords } from '../../outbox/rules.ts'
import { LookAfter } from '../nav.tsx'
import { getModeratedList } from '../queries.ts'
import { MonthBars } from './plot.tsx'
import { type HealthMonth, type HealthNow, healthNow, listHealth } from './queries.ts'

export const healthPages = pages().get('/lists/:list/health', async (c) => {
  const { db, actor } = c.var
  const list = await getModeratedList(db, actor, c.req.param('list'))
  const [months, now] = await Promise.all([listHealth(db, list.id, actor.at), healthNow(db, list.id, actor.at)])
  return c.var.page({ title: `Health of ${list.title}`, children: <HealthPage list={list} months={months} now={now} /> })
})

const monthName = (month: string) => `${monthNames('en', 'short')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

function HealthPage({
  list,
  months,
  now,
}: {
  list: { name: string; title: string; mayOwn: boolean }
  months: HealthMonth[]
  now: HealthNow
}) {
  const at = (part: string) => `/lists/${list.name}/${part}`
  const series = (pick: (month: HealthMonth) => number, of?: (month: HealthMonth) => number) =>
    months.map((month) => ({ month: month.month, value: pick(month), ...(of ? { of: of(month) } : {}) }))
  return (
    <>
      <Heading
        title="Health"
        meta={list.title}
        lead="Whether people write, whether they are answered, and whether mail arrives. Months are those of UTC."
      >
        <LookAfter list={list} current="health" />
      </Heading>
      <Figures
        items={[
          { value: now.subscribers, label: now.subscribers === 1 ? 'subscriber' : 'subscribers', href: at('subscribers') },
          {
            value: now.paused,
            label: now.paused === 1 ? 'gets nothing for now' : 'get nothing for now',
            href: at('subscribers?state=paused'),
          },
          { value: now.suspended, label: 'suspended', href: at('subscribers?state=suspended') },
          { value: now.openIncidents, label: now.openIncidents === 1 ? 'open incident' : 'open incidents', href: at('bounces') },
          { value: now.held, label: 'held', href: at('held') },
        ]}
      />
      <Section title="Over time">
        <div class="columns">
          <MonthBars title="Posts" unit="messages" values={series(({ posts }) => posts)} />
          <MonthBars title="Writers a month" unit="people" mean values={series(({ posters }) => posters)} />
          <MonthBars
            title="Answered within 7 days"
            unit="per cent of threads"
            values={series(
              ({ answered }) => answered,
              ({ threads }) => threads,
            )}
          />
          <MonthBars title="First posts of newcomers" unit="people" values={series(({ newcomers }) => newcomers)} />
          <MonthBars title="Joined" unit="people" values={series(({ joined }) => joined)} />
          <MonthBars title="Left" unit="people" values={series(({ left }) => left)} />
          <MonthBars title="Mail that came back" unit="deliveries" values={series(({ bounces }) => bounces)} />
          <MonthBars title="Incidents" unit="incidents" values={series(({ incidents }) => incidents)} />
        </div>
      </Section>
      <Split
        aside={
          now.classes.length > 0 && (
            <Section title="Why mail came back" aside={<a href={at('bounces')}>Bounces</a>}>
              <Bars
                label="Mail of 30 days that came back, by its reason"
                items={now.classes.map((one) => ({ label: classWords[one.class] ?? one.class, value: one.count }))}
              />
            </Section>
          )
        }
      >
        <Section title="Deliveries of 30 days">
          {now.deliveries.length === 0 ? (
            <Empty title="Nothing was delivered within 30 days." />
          ) : (
            <Bars
              label="Deliveries of 30 days, by state"
              items={now.deliveries.map((one) => ({ label: deliveryWords[one.state], value: one.count }))}
            />
          )}
        </Section>
      </Split>
      <Section title="The figures">
        <Table
          caption="By month, the newest first"
          columns={[
            { label: 'Month' },
            { label: 'Posts', numeric: true },
            { label: 'Writers', numeric: true },
            { label: 'Newcomers', numeric: true },
            { label: 'Threads', numeric: true },
            { label: 'Answered', numeric: true },
            { label: 'Joined', numeric: true },
            { label: 'Left', numeric: true },
            { label: 'Came back', numeric: true },
          ]}
          rows={months
            .toReversed()
            .slice(0, 12)
            .map((one) => [
              monthName(one.month),
              ...[one.posts, one.posters, one.newcomers, one.threads, one.answered, one.joined, one.left, one.bounces].map((value) =>
                formatNumber('en', value),
              ),
            ])}
        />
      </Section>
    </>
  )
}
