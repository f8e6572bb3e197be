import { formatBytes, formatDuration, formatNumber } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Note, PostButton, Section, State, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { done, idOf, pages, twin } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { retryJob } from './actions.ts'
import { listBackups, listDeferrals, listFailing, measureSite } from './queries.ts'
import { type AlarmKey, alarms, hasStopped, type SiteState, surroundingsOf } from './rules.ts'

const t = textsOf('operations', 'watchPage')

const n = (value: number): string => formatNumber(languageNow(), value)

interface Stage {
  key: AlarmKey
  title: string
  href?: string
  says: string
  /** No alarm, and yet not as it should be: something is left over, or was never set up. */
  yet?: 'check' | 'off' | undefined
}

const moods = { late: 'late', good: 'good', check: 'wait', off: 'wait' } as const

const age = (seconds: number): string => formatDuration(languageNow(), seconds * 1_000)

function backupSays({ scheduled, age: seconds, error }: SiteState['backup']): string {
  if (!scheduled) return t.noScheduleIsSetRapportBackup
  if (error) return t.lastBackupFailed({ error })
  return seconds === null ? t.noBackupYet : t.lastBackupAgo({ age: age(seconds) })
}

/** The stages of the site in the order of a mail's way, each with what it says of itself. */
const stagesOf = (state: SiteState): Stage[] => [
  {
    key: 'inbound',
    title: t.incomingMail,
    href: '/admin/queue',
    says: [t.emailsWaiting({ waiting: state.inbound.waiting }), state.inbound.parked > 0 && t.parked({ parked: state.inbound.parked })]
      .filter(Boolean)
      .join(' '),
    yet: state.inbound.parked > 0 ? 'check' : undefined,
  },
  {
    key: 'outbox',
    title: t.outbox,
    href: '/admin/outbox',
    says: (state.outbox.sends ? t.due : t.noRelayIsSetSoHere)({ due: state.outbox.due }),
    yet: state.outbox.sends ? undefined : 'off',
  },
  {
    key: 'jobs',
    title: t.jobs,
    says:
      state.jobs.waiting > 0 ? t.waitingTheOldestFor({ waiting: state.jobs.waiting, age: age(state.jobs.age) }) : t.noBackgroundJobsWaiting,
  },
  {
    key: 'journal',
    title: t.journal,
    says: state.journal.unchained > 0 ? t.entriesNotSealedYet({ count: state.journal.unchained }) : t.everyEntryIsSealed,
  },
  {
    key: 'search',
    title: t.search,
    says: state.search.missing > 0 ? t.notFound({ count: state.search.missing }) : t.searchFindsEveryMessage,
  },
  {
    key: 'scanner',
    title: t.virusScanner,
    says:
      state.scanner.waiting > 0 ? t.filesWaitingOldest({ waiting: state.scanner.waiting, age: age(state.scanner.age) }) : t.noFilesWaiting,
  },
  {
    key: 'webhooks',
    title: t.webhooks,
    href: '/admin/webhooks',
    says: t.paused({ waiting: n(state.webhooks.waiting), failing: n(state.webhooks.failing), paused: n(state.webhooks.paused) }),
  },
  { key: 'backup', title: t.backup, says: backupSays(state.backup), yet: state.backup.scheduled ? undefined : 'off' },
  {
    key: 'news',
    title: t.newsletter,
    href: '/news/drafts',
    says:
      state.news.due === 0
        ? t.noIssueDue
        : [t.issuesDue({ due: state.news.due }), state.news.days > 0 && t.lateIssue({ days: state.news.days })].filter(Boolean).join(' '),
  },
  ...machineOf(state),
]

const archiveSays = ({ running, behind }: NonNullable<SiteState['archive']>): string =>
  running ? t.walArchiveSays({ size: formatBytes(languageNow(), behind) }) : t.walArchiveStands

const serversSay = ({ server, replicas, confirmed }: NonNullable<SiteState['replication']>): string =>
  [server !== '' && t.changesGoTo({ server }), t.replicationSays({ replicas, confirmed })].filter(Boolean).join(' ')

/** What there is on some sites alone: the machine beneath, the log of the database, and what somebody has to renew from time to time. */
const machineOf = ({ disk, wal, archive, replication, certificate, versions }: SiteState): Stage[] =>
  [
    disk && {
      key: 'disk' as const,
      title: t.disk,
      says: t.free({ free: formatBytes(languageNow(), disk.free), n: n(Math.floor(disk.share)) }),
    },
    wal && {
      key: 'wal' as const,
      title: t.writeAheadLog,
      says: t.walSays({ size: formatBytes(languageNow(), wal.bytes), most: formatBytes(languageNow(), wal.most) }),
    },
    archive && { key: 'archive' as const, title: t.walArchive, href: '/admin/doctor', says: archiveSays(archive) },
    replication && { key: 'replication' as const, title: t.replication, href: '/admin/doctor', says: serversSay(replication) },
    certificate && {
      key: 'certificate' as const,
      title: t.certificate,
      href: '/admin/doctor',
      says: t.certificateSays({ days: Math.max(0, certificate.days) }),
    },
    versions && { key: 'versions' as const, title: t.versions, href: '/admin/doctor', says: t.versionsSay({ days: versions.days }) },
  ].filter((stage) => stage !== null)

/** A problem is what has stopped; what rings and works has to be seen to, as the checks say it. */
function howOf({ key, yet }: Stage, state: SiteState): keyof typeof moods {
  if (hasStopped(key, state) || (key === 'jobs' && hasStopped('failing', state))) return 'late'
  return alarms[key].rings(state) ? 'check' : (yet ?? 'good')
}

/** What needs a person stands first; of what is alike, the way of a mail says the order. */
const urgency: (keyof typeof moods)[] = ['late', 'check', 'off', 'good']

/** The administrators' first page: how the site is, and what needs a person. */
export const watchPages = pages().get('/admin', async (c) => {
  const { db, actor, config } = c.var
  onlyAdministrators(actor)
  const known = surroundingsOf(config)
  const [state, failing, deferrals, backups] = await Promise.all([
    measureSite(db, actor.at, known),
    listFailing(db),
    listDeferrals(db),
    listBackups(db, 5),
  ])
  const stages = stagesOf(state)
    .map((stage) => ({ ...stage, how: howOf(stage, state) }))
    .toSorted((one, other) => urgency.indexOf(one.how) - urgency.indexOf(other.how))
  const stopped = stages.filter(({ how }) => how === 'late')
  return c.var.page(
    t.theSite,
    <Titled title={t.theSite} lead={t.howEachPartWorksNow} actions={<Button href="/admin/doctor">{t.runChecks}</Button>}>
      {stopped.length > 0 && <Note mood="late">{t.needsSomebody({ rings: stopped.map(({ title }) => title).join(', ') })}</Note>}
      <Things label={t.stages}>
        {stages.map(({ title, href, says, how }) => (
          <Thing title={title} href={href} meta={says} act={<State mood={moods[how]}>{t.states[how]}</State>} />
        ))}
      </Things>
      {failing.length > 0 && (
        <Section title={t.jobsThatKeepFailing}>
          <Table
            caption={t.failingJobs}
            columns={[{ label: t.job }, { label: t.tried, numeric: true }, { label: t.error }, { label: t.nextTry }, { label: '' }]}
            rows={failing.map((job) => [
              job.task,
              n(job.attempts),
              <span class="break">{job.error}</span>,
              job.nextAt ? <Time at={job.nextAt} /> : t.none,
              <PostButton action={`/admin/jobs/${job.id}/retry`} label={t.retryJob({ task: job.task, id: job.id })} text={t.tryAgain} />,
            ])}
          />
        </Section>
      )}
      {deferrals.length > 0 && (
        <Section title={t.delayedEmail}>
          <Table
            caption={t.delayedEmailByDomain}
            columns={[{ label: t.domain }, { label: t.deliveries, numeric: true }]}
            rows={deferrals.map(({ domain, count }) => [
              <a href={`/admin/outbox?${new URLSearchParams({ state: 'deferred', q: domain })}`}>{domain}</a>,
              n(count),
            ])}
          />
        </Section>
      )}
      {config.backupTo !== undefined && (
        <Section title={t.scheduledBackups}>
          <Table
            caption={t.backups}
            columns={[{ label: t.when }, { label: t.file }, { label: t.size, numeric: true }]}
            rows={backups.map((one) => [
              <Time at={one.beganAt} />,
              <span class="break">{one.error || one.file || t.backupRuns}</span>,
              one.bytes === null ? '' : formatBytes(languageNow(), one.bytes),
            ])}
            none={<Empty title={t.noneYet}>{t.firstBackupStartsFewMinutes}</Empty>}
          />
        </Section>
      )}
    </Titled>,
  )
})

watchPages.post('/admin/jobs/:job/retry', twin('work', 'POST /admin/jobs/{job}/retry'), async (c) => {
  const { write, actor } = c.var
  onlyAdministrators(actor)
  await write((tx) => retryJob(tx, actor, idOf(c, 'job')))
  return done(c, '/admin', t.retryingTheJob)
})
