import type { Site } from '../../config.ts'
import { readConfig } from '../../config.ts'
import {
  contentFiles,
  jobFiles,
  listLeftBehind,
  listNotes,
  mailFiles,
  type SiteFile,
  tableFiles,
  textFiles,
} from '../../imports/site-queries.ts'
import { formatName, formatVersion, type Manifest } from '../../imports/site-rules.ts'
import { journalHead, version } from '../../lib/db/backup.ts'
import { listCounters } from '../../lib/db/backup-catalogue.ts'
import { type Database, onSnapshot } from '../../lib/db/connect.ts'
import { loadSecret } from '../../lib/secret.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { listFilesOf } from './export-list.ts'
import { Usage } from './inspect.ts'
import { progressLine, say, withDatabase } from './open.ts'
import { writeBundle } from './site-bundle.ts'
import { readableFiles } from './site-readable.ts'

const readme = (
  address: string,
  at: Date,
  manifest: Pick<Manifest, 'leftBehind' | 'notes'>,
): string => `Everything of ${address}, as of ${at.toISOString()}.

data/        every table, a row of JSON a line; lists/ and mail/: mails byte for byte, mbox (mboxrd) and single files
files/       what was uploaded, by its SHA-256; data/file.jsonl has the names
text/        requests, stories, minutes, decisions, documents, pages as Markdown, to read
lists/       members and settings of each list, as Mailman 3 takes them; meetings.ics, register.csv, groups/: for other programs
manifest.json  the size and SHA-256 of each file: an edited export is refused

rapport import site takes it into an empty Rapport. Only data/, lists/*/*.mbox, mail/ and files/ are read for that.

Left behind:
${manifest.leftBehind.map(({ table, why }) => `- ${table}: ${why}`).join('\n')}

To know:
${manifest.notes.map((note) => `- ${note}`).join('\n')}
`

/** Writes all of a site as open files, from one snapshot, while it goes on. */
export async function exportSite(
  database: Database,
  target: string,
  { site, now, progress = () => {} }: { site: Site; now: Date; progress?: (file: string) => void },
): Promise<Manifest> {
  return onSnapshot(database, async (db, client) => {
    const [left, notes] = [await listLeftBehind(client), await listNotes(client)]
    async function* files(): AsyncGenerator<SiteFile> {
      const parts = [tableFiles(client), jobFiles(client), mailFiles(db), contentFiles(db), listFilesOf(db, site.mailDomain, now)]
      for (const part of [...parts, readableFiles(db, site, now), textFiles(client)])
        for await (const file of part) {
          progress(file.name)
          yield file
        }
      yield { name: 'README.txt', content: readme(site.baseUrl, now, { leftBehind: left, notes }) }
    }
    let manifest: Manifest | undefined
    await writeBundle(target, files(), {
      at: now,
      finish: async (entries) =>
        (manifest = {
          format: formatName,
          version: formatVersion,
          rapport: version(),
          createdAt: now.toISOString(),
          address: site.baseUrl,
          migrations: (await client.query<Manifest['migrations'][number]>('select id, name, sha256 from migration order by id')).rows,
          counters: await listCounters(client),
          journal: await journalHead(client),
          leftBehind: left.map(({ table, why }) => ({ table, why })),
          notes,
          files: entries,
        }),
    })
    if (!manifest) throw new Error('The export has no manifest')
    return manifest
  })
}

/** `rapport export site FILE.zip|FOLDER`: all of Rapport as open files. */
export async function exportSiteCommand(args: string[]): Promise<number> {
  const [target, ...more] = args
  if (target === undefined || target.startsWith('-') || more.length > 0)
    throw new Usage('export site needs one file or folder: rapport export site FILE.zip|FOLDER')
  const config = readConfig()
  const line = progressLine()
  return withDatabase(config, 3, async (database) => {
    const site = { baseUrl: config.baseUrl, mailDomain: config.mailDomain, secret: config.secret ?? (await loadSecret(config.dataFolder)) }
    const manifest = await exportSite(database, target, { site, now: new Date(), progress: line.say })
    line.clear()
    const size = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    say(`${target}: ${manifest.files.length} files, ${sizeInWords(size)} unpacked. It holds everybody’s mail: keep it safe.`)
    say('Sessions, passkeys, tokens and signing keys are not included. README.txt lists everything that is not.')
    for (const note of manifest.notes) say(note)
    return 0
  })
}
