import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Encrypter } from 'age-encryption'
import { readConfig } from '../../../config.ts'
import type { Ground } from '../../../ground.ts'
import { listBelow } from '../../../imports/site-actions.ts'
import { loadSecret } from '../../../lib/secret.ts'
import { type Locale, locales } from '../../../lib/ui/format.ts'
import { zip } from '../../../lib/zip.ts'
import { sizeInWords } from '../../../operations/doctor/sizes.ts'
import { withGround } from '../ground.ts'
import { readArguments, Usage } from '../inspect.ts'
import { progressLine, say } from '../open.ts'
import { within } from '../site-bundle.ts'
import { listAudiences } from './audiences.ts'
import { type ArchiveManifest, archiveKey, publicKeyOf, signFolder } from './sign.ts'
import { type ArchiveOptions, besideIts, writeArchive } from './write.ts'

const usage =
  'export archive needs a folder: rapport export archive FOLDER [--language LANG] [--members --recipient age1… …], or --key alone'

interface Wanted {
  folder: string
  language: Locale
  recipients: string[]
}

const options = {
  language: { type: 'string', default: 'en' },
  members: { type: 'boolean' },
  key: { type: 'boolean' },
  recipient: { type: 'string', multiple: true, default: [] as string[] },
} as const

/**
 * Reads the arguments of `rapport export archive`.
 * @throws Usage naming what is wrong
 */
export function readArchiveArguments(args: string[]): Wanted | 'key' {
  const { values, positionals } = readArguments(args, options, () => usage)
  const { language, members, key, recipient } = values
  const [folder, ...more] = positionals
  if (key) return 'key'
  if (folder === undefined || more.length > 0) throw new Usage(usage)
  if (!(locales as readonly string[]).includes(language))
    throw new Usage(`there is no language ${language}; use one of ${locales.join(', ')}`)
  if (members && recipient.length === 0)
    throw new Usage('archives for members are encrypted: name a public key of age with --recipient age1…')
  if (!members && recipient.length > 0) throw new Usage('the public archive is not encrypted: use --recipient only with --members')
  encrypterFor(recipient)
  return { folder, language: language as Locale, recipients: recipient }
}

function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new Usage(`${recipient} is not a public key of age: these begin with age1`)
    }
  }
  return encrypter
}

async function* filesOf(folder: string) {
  for (const name of await listBelow(folder)) yield { name, content: createReadStream(join(folder, name)) as AsyncIterable<Uint8Array> }
}

/**
 * Writes an archive for each audience, each a ZIP that its recipients alone open, into a folder.
 */
export async function writeMembersArchives(
  ground: Ground,
  folder: string,
  recipients: readonly string[],
  options: ArchiveOptions,
): Promise<ArchiveManifest> {
  const { now, progress = () => {} } = options
  let [pages, downloads] = [0, 0]
  for (const audience of await listAudiences(ground.database.db, now, options.language)) {
    const plain = join(folder, audience.name)
    await mkdir(plain, { mode: 0o700 })
    const made = await writeArchive(ground, plain, { ...options, audience, progress: (text) => progress(`${audience.name}: ${text}`) })
    pages += made.pages
    downloads += made.downloads
    const clear = Readable.toWeb(
      Readable.from(within(zip(filesOf(plain), now), `What ${audience.name} may read is larger than a ZIP file can be.`)),
    ) as ReadableStream<Uint8Array>
    const sealed = await encrypterFor(recipients).encrypt(clear)
    await pipeline(
      Readable.fromWeb(sealed as Parameters<typeof Readable.fromWeb>[0]),
      createWriteStream(`${plain}.zip.age`, { flags: 'wx', mode: 0o600 }),
    )
    await rm(plain, { recursive: true })
  }
  const facts = { address: ground.config.baseUrl, createdAt: now.toISOString(), audience: 'members', pages, downloads, journal: [] }
  return signFolder(folder, ground.context.site.secret, facts)
}

/** `rapport export archive FOLDER`: what everybody, or with --members each audience, may read, without a server. */
export async function exportArchiveCommand(args: string[]): Promise<number> {
  const wanted = readArchiveArguments(args)
  if (wanted === 'key') {
    const { secret, dataFolder } = readConfig()
    say(publicKeyOf(archiveKey(secret ?? (await loadSecret(dataFolder)))))
    return 0
  }
  const { folder, language, recipients } = wanted
  const line = progressLine()
  return withGround(async (ground) => {
    const options = { now: new Date(), language, progress: line.say }
    const manifest = await besideIts(folder, (partial) =>
      recipients.length > 0 ? writeMembersArchives(ground, partial, recipients, options) : writeArchive(ground, partial, options),
    )
    line.clear()
    const size = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    say(`${folder}: ${manifest.pages} pages, ${manifest.downloads} files to download, ${sizeInWords(size)}.`)
    const key = publicKeyOf(archiveKey(ground.context.site.secret))
    say(`Signed with the key ${key}: publish the key where it stays when the server is gone.`)
    return 0
  }, 9)
}
