import { NotFound } from '../../errors.ts'
import { twin } from '../../lib/ui/acts.ts'
import { formatBytes, formatNumber, plural } from '../../lib/ui/format.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { done, idOf, pages } from '../../lib/ui/web.tsx'
import { mayAdminister } from '../../policy.ts'
import { retryJob } from './actions.ts'
import { listBackups, listDeferrals, listFailing, measureSite } from './queries.ts'
import { type AlarmKey, ringing, type SiteState, surroundingsOf } from './rules.ts'
import { watchWords } from './words.ts'

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
  if (!scheduled) return 'No schedule is set (RAPPORT_BACKUP_TO).'
  if (error) return `The last one failed: ${error}`
  return seconds === null ? 'The first is still to be made.' : `The newest is ${age(seconds)} old.`
}

/** The stages of the site in the order of a mail's way, each with what it says of itself. */
const stagesOf = (state: SiteState): Stage[] => [
  {
    key: 'inbound',
    title: 'Incoming mail',
    href: '/admin/queue',
    says: `${count(state.inbound.waiting, 'waits', 'wait')} to be sorted${state.inbound.parked > 0 ? `, ${count(state.inbound.parked, 'is', 'are')} parked` : ''}.`,
  },
  {
    key: 'outbox',
    title: 'Outbox',
    href: '/admin/outbox',
    says: state.outbox.sends
      ? `${count(state.outbox.due, 'is', 'are')} due.`
      : `No relay is set, so ${count(state.outbox.due, 'stays', 'stay')} here.`,
  },
  {
    key: 'jobs',
    title: 'Jobs',
    says: state.jobs.waiting > 0 ? `${count(state.jobs.waiting, 'is', 'are')} due, the oldest for ${age(state.jobs.age)}.` : 'None is due.',
  },
  {
    key: 'journal',
    title: 'Journal',
    says:
      state.journal.unchained > 0
        ? `${count(state.journal.unchained, 'line waits', 'lines wait')} to be chained.`
        : 'Every line is chained.',
  },
  {
    key: 'search',
    title: 'Search',
    says: state.search.missing > 0 ? `${count(state.search.missing, 'message is', 'messages are')} not found.` : 'Every message is found.',
  },
  {
    key: 'scanner',
    title: 'Virus scanner',
    says:
      state.scanner.waiting > 0
        ? `${count(state.scanner.waiting, 'file waits', 'files wait')} for it, the oldest for ${age(state.scanner.age)}.`
        : 'No file waits for it.',
  },
  {
    key: 'webhooks',
    title: 'Webhooks',
    href: '/admin/webhooks',
    says: `${count(state.webhooks.waiting, 'delivery waits', 'deliveries wait')}, ${count(state.webhooks.failing, 'webhook fails', 'webhooks fail')}, ${count(state.webhooks.paused, 'is', 'are')} paused.`,
  },
  { key: 'backup', title: 'Backup', says: backupSays(state.backup) },
  {
    key: 'news',
    title: 'Newsletter',
    href: '/news/drafts',
    says:
      state.news.due === 0
        ? 'No issue is due.'
        : `${count(state.news.due, 'issue is', 'issues are')} due${state.news.days > 0 ? `, the latest for ${count(state.news.days, 'day', 'days')}` : ''}.`,
  },
  ...(state.disk
    ? [
        {
          key: 'disk' as const,
          title: 'Disk',
          says: `${formatBytes('en', state.disk.free)} free (${n(Math.floor(state.disk.share))} %).`,
        },
      ]
    : []),
  ...(state.wal
    ? [
        {
          key: 'wal' as const,
          title: 'Write-ahead log',
          says: `${formatBytes('en', state.wal.bytes)}; up to ${formatBytes('en', state.wal.most)} is normal.`,
        },
      ]
    : []),
]

/** The administrators' first page: how the site is, and what needs a person. */
export const watchPages = pages().get('/admin', async (c) => {
  const { db, actor, config } = c.var
  if (!mayAdminister(actor)) throw new NotFound('There is no such page.')
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
    title: 'The site',
    children: (
      <>
        <Heading
          title="The site"
          lead="How each part works now. Administrators get a mail when one stalls, and again each day while it does."
        />
        {rings.length > 0 && <Note mood="late">{`Needs somebody: ${rings.map((key) => words[`${key}Name`]).join(', ')}.`}</Note>}
        <Things label="Stages">
          {stagesOf(state).map(({ key, title, href, says }) => {
            const late = rings.includes(key) || (key === 'jobs' && rings.includes('failing'))
            return (
              <Thing title={title} href={href} meta={says} act={<State mood={late ? 'late' : 'good'}>{late ? 'Stalls' : 'Well'}</State>} />
            )
          })}
        </Things>
        {failing.length > 0 && (
          <Section title="Jobs that fail again and again">
            <Table
              caption="Failing jobs"
              hideCaption
              columns={[
                { label: 'Job' },
                { label: 'Tried', numeric: true },
                { label: 'What it said' },
                { label: 'Again by itself' },
                { label: '' },
              ]}
              rows={failing.map((job) => [
                job.task,
                n(job.attempts),
                <span class="break">{job.error}</span>,
                job.nextAt ? <Time at={job.nextAt} /> : 'no',
                <PostButton action={`/admin/jobs/${job.id}/retry`} label={`Try again: ${job.task}, job ${job.id}`}>
                  Try again
                </PostButton>,
              ])}
            />
          </Section>
        )}
        {deferrals.length > 0 && (
          <Section title="Where mail is put off">
            <Table
              caption="Deliveries put off, by domain"
              hideCaption
              columns={[{ label: 'Domain' }, { label: 'Deliveries', numeric: true }]}
              rows={deferrals.map(({ domain, count }) => [
                <a href={`/admin/outbox?${new URLSearchParams({ state: 'deferred', q: domain })}`}>{domain}</a>,
                n(count),
              ])}
            />
          </Section>
        )}
        {config.backupTo !== undefined && (
          <Section title="Backups of the schedule">
            {backups.length === 0 ? (
              <Empty title="None yet.">The first begins within minutes of the start.</Empty>
            ) : (
              <Table
                caption="Backups"
                hideCaption
                columns={[{ label: 'When' }, { label: 'File' }, { label: 'Size', numeric: true }]}
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
  if (!mayAdminister(actor)) throw new NotFound('There is no such page.')
  await write((tx) => retryJob(tx, actor, idOf(c, 'job')))
  return done(c, '/admin', 'The job is tried again.')
})
