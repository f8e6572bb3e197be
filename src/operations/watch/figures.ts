import { figures } from '../../figure.ts'
import { listDeferrals, measureSite } from './queries.ts'
import { alarmKeys, ringing, surroundingsOf } from './rules.ts'

/** How the site is, as the page of the operator shows it. */
export const siteFigures = figures(
  {
    disk_free_bytes: ['What is free on the fullest disk that this process knows of'],
    disk_free_ratio: ['The same as a part of the disk; alarms ring below 0.2 and 0.1'],
    certificate_days: ['Days until the certificate for incoming mail ends; absent without one'],
    versions_behind_days: ['How long something has been out that Node.js or PostgreSQL lacks'],
    commits_confirmed: ['1 where a commit waits for a replica, 0 where it does not; absent without a replica'],
    wal_bytes: ['Size of the write-ahead log; absent where the database does not let us see it'],
    wal_archive_running: ['1 where the archive of the write-ahead log receives; absent without one'],
    wal_archive_behind_bytes: ['What of the log is not in the archive yet'],
    wal_archive_copy_age_seconds: ['Age of the newest copy of the whole database in the archive'],
    deliveries_deferred: ['Deliveries put off, by domain: the twenty with the most', 'domain'],
    outbox_oldest_seconds: ['How long the oldest delivery has been due'],
    jobs: ['Jobs that are due, and those that fail again and again', 'state'],
    jobs_oldest_seconds: ['How long the oldest job has been due'],
    journal_unchained: ['Lines of the journal without a link of the chain'],
    search_missing: ['Messages of the newest 5,000 that search does not know'],
    backup_age_seconds: ['Age of the newest backup of the schedule; -1 where there is none'],
    news_issues_due: ['Newsletters whose next issue is due'],
    news_issue_late_days: ['How many days the latest of them is late'],
    webhooks: ['Webhooks by state', 'state'],
    webhook_deliveries_waiting: ['What programs elsewhere are still to be told'],
    alarm: ['1 where an alarm rings', 'alarm'],
  },
  async (db, at, config) => {
    const site = await measureSite(db, at, surroundingsOf(config))
    const rings = ringing(site)
    return {
      disk_free_bytes: site.disk?.free,
      disk_free_ratio: site.disk ? site.disk.share / 100 : undefined,
      certificate_days: site.certificate?.days,
      versions_behind_days: site.versions?.days,
      commits_confirmed: site.replication ? Number(site.replication.confirmed) : undefined,
      wal_bytes: site.wal?.bytes,
      wal_archive_running: site.archive ? Number(site.archive.running) : undefined,
      wal_archive_behind_bytes: site.archive?.behind,
      wal_archive_copy_age_seconds: site.archive?.copy,
      deliveries_deferred: Object.fromEntries((await listDeferrals(db)).map(({ domain, count }) => [domain, count])),
      outbox_oldest_seconds: site.outbox.age,
      jobs: { due: site.jobs.waiting, failing: site.jobs.failing },
      jobs_oldest_seconds: site.jobs.age,
      journal_unchained: site.journal.unchained,
      search_missing: site.search.missing,
      backup_age_seconds: site.backup.age ?? -1,
      news_issues_due: site.news.due,
      news_issue_late_days: site.news.days,
      webhooks: { failing: site.webhooks.failing, paused: site.webhooks.paused },
      webhook_deliveries_waiting: site.webhooks.waiting,
      alarm: Object.fromEntries(alarmKeys.map((key) => [key, rings.includes(key) ? 1 : 0])),
    }
  },
)
