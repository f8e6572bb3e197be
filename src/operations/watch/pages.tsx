import { NotFound } from '../../errors.ts'
import { twin } from '../../lib/ui/acts.ts'
import { formatBytes, formatNumber, plural } from '../../lib/ui/format.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { refusals } from '../../lib/ui/refusals.ts'
import { Time } from '../../lib/ui/time.tsx'
import { done, idOf, pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../locale/words.ts'
import { mayAdminister } from '../../policy.ts'
import { retryJob } from './actions.ts'
import { listBackups, listDeferrals, listFailing, measureSite } from './queries.ts'
import { type AlarmKey, ringing, type SiteState, surroundingsOf } from './rules.ts'
import { watchWords } from './words.ts'

const t = textsOf('operations', 'watchPage')

const n = (value: number): string => formatNumber('en', value)
const count = (value: number, one: string, other: string): string => plural('en', value, { one: `# ${one}`, other: `# ${other}` })

interface Stage {
  key: AlarmKey
  title: string
  href?: string
  says: string
}

const age = (seconds: number): string =>
  seconds < 60
    ? 'less than a minute'
    : seconds < 7_200
      ? count(Math.round(seconds / 60), 'minute', 'minutes')
      : count(Math.round(seconds / 3_600), 'hour', 'hours')

function backupSays({ scheduled, age: seconds, error }: SiteState['backup']): string {
  if (!scheduled) return t.noScheduleIsSetRapportBackup
  if (error) return t.theLastOneFailed({ error })
  return seconds === null ? t.theFirstIsStillToBe : t.theNewestIsOld({ age: age(seconds) })
}

/** The stages of the site in the order of a mail's way, each with what it says of itself. */
const stagesOf = (state: SiteState): Stage[] => [
  {
    key: 'inbound',
    title: t.incomingMail,
    href: '/admin/queue',
    says: t.toBeSortedParked({
      count: count(state.inbound.waiting, 'waits', 'wait'),
      count2: count(state.inbound.parked, 'is', 'are'),
      isParked: state.inbound.parked > 0,
    }),
  },
  {
    key: 'outbox',
    title: t.outbox,
    href: '/admin/outbox',
    says: state.outbox.sends
      ? t.due({ count: count(state.outbox.due, 'is', 'are') })
      : t.noRelayIsSetSoHere({ count: count(state.outbox.due, 'stays', 'stay') }),
  },
  {
    key: 'jobs',
    title: t.jobs,
    says:
      state.jobs.waiting > 0 ? t.dueTheOldestFor({ count: count(state.jobs.waiting, 'is', 'are'), age: age(state.jobs.age) }) : t.noneIsDue,
  },
  {
    key: 'journal',
    title: t.journal,
    says:
      state.journal.unchained > 0
        ? t.toBeChained({ count: count(state.journal.unchained, 'line waits', 'lines wait') })
        : t.everyLineIsChained,
  },
  {
    key: 'search',
    title: t.search,
    says:
      state.search.missing > 0 ? t.notFound({ count: count(state.search.missing, 'message is', 'messages are') }) : t.everyMessageIsFound,
  },
  {
    key: 'scanner',
    title: t.virusScanner,
    says:
      state.scanner.waiting > 0
        ? t.forItTheOldestFor({ count: count(state.scanner.waiting, 'file waits', 'files wait'), age: age(state.scanner.age) })
        : t.noFileWaitsForIt,
  },
  {
    key: 'webhooks',
    title: t.webhooks,
    href: '/admin/webhooks',
    says: t.paused({
      count: count(state.webhooks.waiting, 'delivery waits', 'deliveries wait'),
      count2: count(state.webhooks.failing, 'webhook fails', 'webhooks fail'),
      count3: count(state.webhooks.paused, 'is', 'are'),
    }),
  },
  { key: 'backup', title: t.backup, says: backupSays(state.backup) },
  {
    key: 'news',
    title: t.newsletter,
    href: '/news/drafts',
    says:
      state.news.due === 0
        ? t.noIssueIsDue
        : t.dueTheLatestFor({
            count: count(state.news.due, 'issue is', 'issues are'),
            count2: count(state.news.days, 'day', 'days'),
            isDays: state.news.days > 0,
          }),
  },
  ...(state.disk
    ? [
        {
          key: 'disk' as const,
          title: t.disk,
          says: t.free({ free: formatBytes('en', state.disk.free), n: n(Math.floor(state.disk.share)) }),
        },
      ]
    : []),
  ...(state.wal
    ? [
        {
          key: 'wal' as const,
          title: t.writeAheadLog,
          says: `${formatBytes('en', state.wal.bytes)}; up to ${formatBytes('en', state.wal.most)} is normal.`,
        },
      ]
    : []),
]

/** The administrators' first page: how the site is, and what needs a person. */
export const watchPages = pages().get('/admin', async (c) => {
  const { db, actor, config } = c.var
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const known = surroundingsOf(config)
  const [state, failing, deferrals, backups] = await Promise.all([
    measureSite(db, actor.at, known),
    listFailing(db),
    listDeferrals(db),
    listBackups(db, 5),
  ])
  const rings = ringing(state)
  const words = watchWords('en')
  return c.var.page({
    title: t.theSite,
    children: (
      <>
        <Heading title={t.theSite} lead={t.howEachPartWorksNow} />
        {rings.length > 0 && <Note mood="late">{t.needsSomebody({ rings: rings.map((key) => words[`${key}Name`]).join(', ') })}</Note>}
        <Things label={t.stages}>
          {stagesOf(state).map(({ key, title, href, says }) => {
            const late = rings.includes(key) || (key === 'jobs' && rings.includes('failing'))
            return (
              <Thing title={title} href={href} meta={says} act={<State mood={late ? 'late' : 'good'}>{late ? 'Stalls' : 'Well'}</State>} />
            )
          })}
        </Things>
        {failing.length > 0 && (
          <Section title={t.jobsThatFailAgainAndAgain}>
            <Table
              caption={t.failingJobs}
              hideCaption
              columns={[
                { label: t.job },
                { label: t.tried, numeric: true },
                { label: t.whatItSaid },
                { label: t.againByItself },
                { label: '' },
              ]}
              rows={failing.map((job) => [
                job.task,
                n(job.attempts),
                <span class="break">{job.error}</span>,
                job.nextAt ? <Time at={job.nextAt} /> : 'no',
                <PostButton action={`/admin/jobs/${job.id}/retry`} label={t.tryAgainJob({ task: job.task, id: job.id })}>
                  {t.tryAgain}
                </PostButton>,
              ])}
            />
          </Section>
        )}
        {deferrals.length > 0 && (
          <Section title={t.whereMailIsPutOff}>
            <Table
              caption={t.deliveriesPutOffByDomain}
              hideCaption
              columns={[{ label: t.domain }, { label: t.deliveries, numeric: true }]}
              rows={deferrals.map(({ domain, count }) => [
                <a href={`/admin/outbox?${new URLSearchParams({ state: 'deferred', q: domain })}`}>{domain}</a>,
                n(count),
              ])}
            />
          </Section>
        )}
        {config.backupTo !== undefined && (
          <Section title={t.backupsOfTheSchedule}>
            {backups.length === 0 ? (
              <Empty title={t.noneYet}>{t.theFirstBeginsWithinMinutesOf}</Empty>
            ) : (
              <Table
                caption={t.backups}
                hideCaption
                columns={[{ label: t.when }, { label: t.file }, { label: t.size, numeric: true }]}
                rows={backups.map((one) => [
                  <Time at={one.beganAt} />,
                  <span class="break">{one.error || one.file || 'is being made'}</span>,
                  one.bytes === null ? '' : formatBytes('en', one.bytes),
                ])}
              />
            )}
          </Section>
        )}
      </>
    ),
  })
})

watchPages.post('/admin/jobs/:job/retry', twin('work', 'POST /admin/jobs/{job}/retry'), async (c) => {
  const { write, actor } = c.var
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await write((tx) => retryJob(tx, actor, idOf(c, 'job')))
  return done(c, '/admin', t.theJobIsTriedAgain)
})
