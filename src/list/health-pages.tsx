import { Bars, Figures } from '../lib/ui/figures.tsx'
import { formatNumber, monthNames } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Table } from '../lib/ui/lists.tsx'
import { Empty, Heading, Section, Split } from '../lib/ui/parts.tsx'
import { pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { classWords, deliveryWords } from '../outbox/rules.ts'
import { getModeratedList } from './core/queries.ts'
import { MonthBars } from './health-plot.tsx'
import { type HealthMonth, type HealthNow, healthNow, listHealth } from './health-queries.ts'
import { LookAfter } from './nav.tsx'

const t = textsOf('list', 'health')

export const healthPages = pages().get('/lists/:list/health', async (c) => {
  const { db, actor } = c.var
  const list = await getModeratedList(db, actor, c.req.param('list'))
  const [months, now] = await Promise.all([listHealth(db, list.id, actor.at), healthNow(db, list.id, actor.at)])
  return c.var.page(t.healthOf({ title: list.title }), <HealthPage list={list} months={months} now={now} />)
})

const monthName = (month: string) => `${monthNames(languageNow(), 'short')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

interface HealthProps {
  list: { name: string; title: string; mayOwn: boolean; mayRead: boolean }
  months: HealthMonth[]
  now: HealthNow
}

function HealthPage({ list, months, now }: HealthProps) {
  const at = (part: string) => `/lists/${list.name}/${part}`
  const series = (pick: (month: HealthMonth) => number, of?: (month: HealthMonth) => number) =>
    months.map((month) => ({ month: month.month, value: pick(month), ...(of ? { of: of(month) } : {}) }))
  return (
    <>
      <Heading title={t.health} meta={list.title} lead={t.messagesAnswersReturnedEmail}>
        <LookAfter list={list} current="health" />
      </Heading>
      <Figures
        items={[
          { value: now.subscribers, label: t.subscriber({ subscribers: now.subscribers }), href: at('subscribers') },
          { value: now.paused, label: t.paused, href: at('subscribers?state=paused') },
          { value: now.suspended, label: t.suspended({ suspended: now.suspended }), href: at('subscribers?state=suspended') },
          { value: now.openIncidents, label: t.openIncident({ openIncidents: now.openIncidents }), href: at('bounces') },
          { value: now.held, label: t.held({ held: now.held }), href: at('held') },
        ]}
      />
      <Section title={t.overTime} aside={list.mayRead && <a href={at('threads?unanswered')}>{t.unanswered}</a>}>
        <div class="columns">
          <MonthBars title={t.posts} unit={t.messages} values={series(({ posts }) => posts)} />
          <MonthBars title={t.authorsPerMonth} unit={t.people} mean values={series(({ posters }) => posters)} />
          <MonthBars
            title={t.answeredWithin7Days}
            unit={t.perCentOfThreads}
            values={series(
              ({ answered }) => answered,
              ({ due }) => due,
            )}
          />
          <MonthBars title={t.firstMessagesNewSubscribers} unit={t.people} values={series(({ newcomers }) => newcomers)} />
          <MonthBars title={t.joined} unit={t.people} values={series(({ joined }) => joined)} />
          <MonthBars title={t.left} unit={t.people} values={series(({ left }) => left)} />
          <MonthBars title={t.returnedEmail} unit={t.deliveries} values={series(({ bounces }) => bounces)} />
          <MonthBars title={t.incidents} unit={t.incidents2} values={series(({ incidents }) => incidents)} />
        </div>
      </Section>
      <Split
        aside={
          now.classes.length > 0 && (
            <Section title={t.reasonsForReturnedEmail} aside={<a href={at('bounces')}>{t.bounces}</a>}>
              <Bars
                label={t.returnedEmailLast30Days}
                items={now.classes.map((one) => ({ label: classWords[one.class] ?? one.class, value: one.count }))}
              />
            </Section>
          )
        }
      >
        <Section title={t.emailsLast30Days}>
          {now.deliveries.length === 0 ? (
            <Empty title={t.noEmailsSentLast30} />
          ) : (
            <Bars
              label={t.emailsLast30DaysStatus}
              items={now.deliveries.map((one) => ({ label: deliveryWords[one.state], value: one.count }))}
            />
          )}
        </Section>
      </Split>
      <Section title={t.theFigures}>
        <Table
          caption={t.byMonthTheNewestFirst}
          showCaption
          columns={[
            { label: t.month },
            { label: t.posts, numeric: true },
            { label: t.writers, numeric: true },
            { label: t.newcomers, numeric: true },
            { label: t.threads, numeric: true },
            { label: t.answered, numeric: true },
            { label: t.joined, numeric: true },
            { label: t.left, numeric: true },
            { label: t.cameBack, numeric: true },
          ]}
          rows={months
            .toReversed()
            .slice(0, 12)
            .map((one) => [
              monthName(one.month),
              ...[one.posts, one.posters, one.newcomers, one.threads, one.answered, one.joined, one.left, one.bounces].map((value) =>
                formatNumber(languageNow(), value),
              ),
            ])}
        />
      </Section>
    </>
  )
}
