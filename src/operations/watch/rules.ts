/** How the stages of the site are, in numbers. Ages in seconds; 0 where nothing waits. */
export interface SiteState {
  inbound: { waiting: number; parked: number; age: number }
  /** Deliveries that are due; `sends` says whether a relay is set at all. */
  outbox: { due: number; age: number; sends: boolean }
  jobs: { waiting: number; failing: number; age: number }
  journal: { unchained: number; age: number }
  /** Messages of the newest thousands that search does not know. */
  search: { missing: number }
  /** Files that wait for the virus scanner. */
  scanner: { waiting: number; age: number }
  webhooks: { waiting: number; failing: number; paused: number; age: number }
  /** Seconds since the newest backup of the schedule; null where none was made yet. */
  backup: { scheduled: boolean; age: number | null; error: string }
  /** Newsletters whose next issue is due, and the days that the latest of them is late. */
  news: { due: number; days: number }
  /** The fullest disk that this process knows of, free in percent; null where it knows none. */
  disk: { free: number; share: number } | null
  /** Whether a commit is on a replica before it is said yes to; null where there is no replica, and none is meant to be. */
  replication: { server: string; replicas: number; confirmed: boolean } | null
  /** The write-ahead log of the database, as far as one may see it, and what it should stay below; in bytes. */
  wal: { bytes: number; most: number } | null
  /**
   * The archive of the log: whether it receives, the bytes that it has not, and the seconds since its last copy of the whole (since it began,
   * where there is none); null where none is set.
   */
  archive: { running: boolean; behind: number; copy: number } | null
  /** Days until the certificate for incoming mail ends; null where there is none, or it cannot be read. */
  certificate: { days: number } | null
  /** For how many days something has been out that Node.js or PostgreSQL lacks, as far as this program knows; null where nobody looks, or the site is new. */
  versions: { days: number } | null
}

/** What a process knows of the site beside the database. */
export interface Surroundings {
  sends: boolean
  backups: boolean
  /** Folders whose disks are watched. */
  disks?: readonly string[]
  /** The file of the certificate for incoming mail. */
  certificate?: string
  /** Whether versions are looked at. */
  versions?: boolean
  /** The folder of the archive of the log. */
  walTo?: string
  /** The settings name several servers. */
  replicated?: boolean
}

/** The surroundings as the operator set them. */
export const surroundingsOf = (config: {
  relay?: string
  backupTo?: string
  dataFolder: string
  tls?: { cert: string }
  versionAlarm: boolean
  walTo?: string | undefined
  replicated?: boolean
}): Surroundings & { disks: string[] } => ({
  sends: config.relay !== undefined,
  backups: config.backupTo !== undefined,
  disks: [config.dataFolder, ...(config.backupTo === undefined ? [] : [config.backupTo])],
  certificate: config.tls?.cert,
  versions: config.versionAlarm,
  ...(config.walTo === undefined ? {} : { walTo: config.walTo }),
  replicated: config.replicated,
})

const day = 24
const minute = 60
const hour = 3_600

/** A backup of the schedule is made each night: one that is older is missing its successor. */
export const mostBackupHours = 26

/** Nothing is put off for so long: a delivery for five hours at most, a mail for an hour or two, a pause until the next day. */
export const beyond = (now: Date): Date => new Date(now.getTime() + 25 * hour * 1_000)

/** Nothing has happened then: what says so was written by a clock that was ahead. */
export const soon = (now: Date): Date => new Date(now.getTime() + hour * 1_000)

interface Alarm {
  /** The page that shows it. */
  path: string
  /** The number that the letter says. */
  value: (state: SiteState) => number
  rings: (state: SiteState) => boolean
  /** Whether the part works all the same, and only has to be seen to before long; not so where nothing is said. */
  works?: (state: SiteState) => boolean
  /** Hours after which it is told again while it lasts; a day where nothing is said. */
  again?: number
}

/** What the operators are told of: one line for each stage that can stall. */
export const alarms = {
  inbound: {
    path: '/admin/queue',
    value: ({ inbound }) => Math.round(inbound.age / minute),
    rings: ({ inbound }) => inbound.age > 15 * minute,
  },
  outbox: {
    path: '/admin/outbox',
    value: ({ outbox }) => Math.round(outbox.age / minute),
    rings: ({ outbox }) => outbox.sends && outbox.age > hour,
  },
  jobs: { path: '/admin', value: ({ jobs }) => Math.round(jobs.age / minute), rings: ({ jobs }) => jobs.age > 30 * minute },
  failing: { path: '/admin', value: ({ jobs }) => jobs.failing, rings: ({ jobs }) => jobs.failing > 0 },
  journal: { path: '/admin', value: ({ journal }) => Math.round(journal.age / minute), rings: ({ journal }) => journal.age > 30 * minute },
  search: { path: '/admin', value: ({ search }) => search.missing, rings: ({ search }) => search.missing > 0 },
  scanner: {
    path: '/admin',
    value: ({ scanner }) => Math.round(scanner.age / minute),
    // A large file takes minutes; half an hour means that nobody looks.
    rings: ({ scanner }) => scanner.age > 30 * minute,
  },
  webhooks: {
    path: '/admin/webhooks',
    value: ({ webhooks }) => Math.round(webhooks.age / minute),
    rings: ({ webhooks }) => webhooks.age > hour,
  },
  backup: {
    path: '/admin',
    value: ({ backup }) => Math.round((backup.age ?? 0) / hour),
    // A day, and the time that a large one takes.
    rings: ({ backup }) => backup.scheduled && (backup.age === null ? backup.error !== '' : backup.age > mostBackupHours * hour),
  },
  news: {
    path: '/news/drafts',
    value: ({ news }) => news.days,
    // Those who write it are reminded on its day; this is for a newsletter that has been forgotten.
    rings: ({ news }) => news.days > 14,
    again: 7 * day,
  },
  disk: {
    path: '/admin',
    value: ({ disk }) => Math.floor(disk?.share ?? 100),
    rings: ({ disk }) => disk !== null && disk.share < 20,
    works: ({ disk }) => disk === null || disk.share >= 10,
  },
  diskLow: { path: '/admin', value: ({ disk }) => Math.floor(disk?.share ?? 100), rings: ({ disk }) => disk !== null && disk.share < 10 },
  wal: {
    path: '/admin',
    value: ({ wal }) => Math.round((wal?.bytes ?? 0) / 1024 ** 3),
    // PostgreSQL goes beyond its own bound for a while; twice as much means that somebody keeps it from being written over.
    rings: ({ wal }) => wal !== null && wal.bytes > 2 * wal.most,
  },
  archive: {
    path: '/admin/doctor',
    value: ({ archive }) => Math.round((archive?.behind ?? 0) / 1024 ** 2),
    // A busy minute is four files of the log; a copy is made each day.
    rings: ({ archive }) => archive !== null && (!archive.running || archive.behind > 64 * 1024 ** 2 || archive.copy > 50 * hour),
  },
  replication: {
    path: '/admin/doctor',
    value: ({ replication }) => replication?.replicas ?? 0,
    rings: ({ replication }) => replication !== null && !replication.confirmed,
    works: ({ replication }) => replication === null || replication.replicas > 0,
    // Some choose it so, and know what it costs.
    again: 30 * day,
  },
  certificate: {
    path: '/admin/doctor',
    value: ({ certificate }) => Math.max(0, certificate?.days ?? 0),
    rings: ({ certificate }) => certificate !== null && certificate.days < 14,
    works: ({ certificate }) => certificate === null || certificate.days > 0,
  },
  versions: {
    path: '/admin/doctor',
    value: ({ versions }) => versions?.days ?? 0,
    // A patch is put in within a quarter of a year; who cannot need not hear of it every day.
    rings: ({ versions }) => versions !== null && versions.days > 90,
    works: () => true,
    again: 30 * day,
  },
} satisfies Record<string, Alarm>

export type AlarmKey = keyof typeof alarms
export const alarmKeys = Object.keys(alarms) as AlarmKey[]

/** The alarms that ring now. */
export const ringing = (state: SiteState): AlarmKey[] => alarmKeys.filter((key) => alarms[key].rings(state))

/** Whether a part has stopped: its alarm rings, and it does not work all the same. */
export const hasStopped = (key: AlarmKey, state: SiteState): boolean => {
  const { rings, works }: Alarm = alarms[key]
  return rings(state) && works?.(state) !== true
}

const againAfter = (key: AlarmKey): number => ((alarms[key] as Alarm).again ?? day) * hour * 1_000

export interface Standing {
  key: string
  toldAt: Date
}

/**
 * Which alarms to tell of: those that began, and those that have gone on for their time since they were told; and which are over.
 * Somebody who heard this morning is not woken for it again tonight.
 */
export function decideTelling(
  rings: readonly AlarmKey[],
  standing: readonly Standing[],
  now: Date,
): { tell: AlarmKey[]; over: AlarmKey[] } {
  const told = new Map(standing.map(({ key, toldAt }) => [key, toldAt]))
  return {
    tell: rings.filter((key) => {
      const at = told.get(key)
      return at === undefined || now.getTime() - at.getTime() >= againAfter(key)
    }),
    over: alarmKeys.filter((key) => told.has(key) && !rings.includes(key)),
  }
}
