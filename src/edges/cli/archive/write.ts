import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, mkdtempDisposable, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Actor } from '../../../actor.ts'
import type { Ground } from '../../../ground.ts'
import { listRosterDays } from '../../../groups/queries.ts'
import { SiteError } from '../../../imports/site-rules.ts'
import { listCheckpoints } from '../../../journal/queries.ts'
import { formatDate, type Locale } from '../../../lib/ui/format.ts'
import { createApp } from '../../http/app.tsx'
import { Usage } from '../inspect.ts'
import { type Ask, Crawl } from './crawl.ts'
import { layPages } from './lay.ts'
import { readme } from './readme.ts'
import { type ArchiveManifest, signFolder } from './sign.ts'

export interface ArchiveOptions {
  now: Date
  language: Locale
  /** Whom it is for: nobody is everybody. */
  audience?: { name: string; reader: Actor } | undefined
  progress?: (text: string) => void
}

const verifier = fileURLToPath(new URL('../../../../contrib/verify-archive.py', import.meta.url))

/** Each page is asked for once: none is kept ready for the next reader, as for who brings no cookie. */
const once = { cookie: 'archive=once' }
// Without a connection each request would look for one in vain.
const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

/** The site as its reader sees it, asked in process: nothing is written, no mark of what was read. */
function askOf(ground: Ground, { language, audience }: ArchiveOptions): Ask {
  const write = (async () => undefined) as unknown as Ground['database']['write']
  const reading = { ...ground, database: { ...ground.database, write }, context: { ...ground.context, write } }
  const app = createApp(reading, ground, audience?.reader)
  return async (address) => app.request(ground.config.baseUrl + address, { headers: { ...once, 'accept-language': language } }, here)
}

async function startsOf(ground: Ground, ask: Ask): Promise<string[]> {
  const { baseUrl } = ground.config
  const map = await (await ask('/sitemap.xml')).text()
  const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.replaceAll('&amp;', '&').slice(baseUrl.length))
  return ['/', ...listed, ...(await listRosterDays(ground.database.db)).map((day) => `/roster?on=${day}`)]
}

/** Makes a folder beside its name, and gives it the name when all is there: all of it, or nothing. */
export async function besideIts<T>(target: string, act: (folder: string) => Promise<T>): Promise<T> {
  if (await stat(target).catch(() => undefined)) throw new Usage(`${target} already exists; name a new folder`)
  await mkdir(dirname(resolve(target)), { recursive: true })
  const partial = await mkdtemp(`${resolve(target)}.partial-`)
  try {
    const made = await act(partial)
    await rename(partial, target)
    return made
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/**
 * Writes an archive into an empty folder: pages that need no server, what hangs on them, search, and a signed manifest.
 * @throws SiteError where a page could not be made: nothing is left out in silence
 */
export async function writeArchive(ground: Ground, folder: string, options: ArchiveOptions): Promise<ArchiveManifest> {
  const { now, language, audience, progress = () => {} } = options
  const { baseUrl } = ground.config
  await using temporary = await mkdtempDisposable(`${folder}.pages-`)
  const spool = temporary.path
  const ask = askOf(ground, options)
  const crawled = await new Crawl(ask, { baseUrl, folder, spool, progress }).walk(await startsOf(ground, ask))
  if (crawled.failed.length > 0) throw new SiteError(`${crawled.failed.length} pages cannot be made, first ${crawled.failed[0]}`)
  const day = formatDate({ locale: language, zone: 'UTC', now }, now, 'date')
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  await layPages({ crawled, folder, spool, baseUrl, language, day, write, progress })
  if (existsSync(verifier)) await copyFile(verifier, join(folder, 'verify-archive.py'))
  const facts = {
    ...{ address: baseUrl, createdAt: now.toISOString(), audience: audience?.name ?? 'public' },
    ...{ pages: crawled.pages, downloads: crawled.downloads, journal: await listCheckpoints(ground.database.db) },
  }
  await write('README.txt', readme(facts))
  progress('signing')
  const manifest = await signFolder(folder, ground.context.site.secret, facts)
  if (!audience) await chmod(folder, 0o755)
  return manifest
}
