import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { digest } from '../../lib/mail/digest.ts'
import { readMbox } from '../../lib/mail/mbox.ts'
import { readMessage } from '../../lib/mail/parse.ts'
import { repairPipermail } from '../../lib/mail/pipermail.ts'
import { lookAt } from '../folder.ts'
import type { OldAddress } from './actions.ts'
import { matchArticles, messageIdIn, readArticles, type VolumeMail } from './pipermail.ts'

// Any of them lists every article of the volume.
const indexes = ['thread.html', 'date.html', 'subject.html', 'author.html']
const largestPage = 32 * 1024 * 1024

/** What a volume of pipermail tells of its articles. */
interface VolumeAddresses {
  addresses: OldAddress[]
  /** Articles that its pages list and that no mail could be told for. */
  lost: string[]
}

/**
 * The addresses that the articles of a volume had: by the pages themselves where they carry a Message-ID, else by the text file beside
 * the folder, whose mails stand in the order of the articles' numbers.
 * @param folder `…/2016-May`
 */
export async function readVolume(folder: string): Promise<VolumeAddresses> {
  const volume = basename(folder)
  const articles = await articlesIn(folder)
  const pages = await pagesIn(folder)
  const known = new Map(pages)
  const rest = articles.filter(({ number }) => !known.has(number))
  if (rest.length > 0) {
    // All of them are matched, so that those in doubt lie between those that agree.
    const matched = matchArticles(articles, await mailsOf(folder))
    for (const { number } of rest) {
      const messageId = matched.get(number)
      if (messageId !== undefined) known.set(number, messageId)
    }
  }
  return {
    addresses: [...known].map(([number, messageId]) => ({ path: `${volume}/${number}`, messageId })),
    lost: rest.filter(({ number }) => !known.has(number)).map(({ number }) => `${volume}/${number}`),
  }
}

async function articlesIn(folder: string) {
  for (const name of indexes) {
    const path = join(folder, name)
    const found = await lookAt(path)
    if (!found?.isFile() || found.size > largestPage) continue
    const articles = readArticles(await pageText(path))
    if (articles.length > 0) return articles
  }
  return []
}

/** Pages are in the charset of their list; what matters here is ASCII or was escaped. */
async function pageText(path: string): Promise<string> {
  const bytes = await readFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

async function pagesIn(folder: string): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (const name of (await readdir(folder)).toSorted()) {
    const number = /^(\d{6,})\.html$/.exec(name)?.[1]
    if (!number || ((await lookAt(join(folder, name)))?.size ?? largestPage) >= largestPage) continue
    const messageId = messageIdIn((await pageText(join(folder, name))).slice(0, 8_192))
    if (messageId !== undefined) found.push([number, messageId])
  }
  return found
}

/** The mails of a volume's text file, each once: pipermail has written some volumes several times over. */
async function mailsOf(folder: string): Promise<VolumeMail[]> {
  const files = await Promise.all(
    ['.txt', '.txt.gz'].map(async (ending) => ((await lookAt(`${folder}${ending}`))?.isFile() ? `${folder}${ending}` : undefined)),
  )
  const file = files.find((one) => one !== undefined)
  if (file === undefined) return []
  const mails = new Map<string, VolumeMail>()
  for await (const entry of readMbox(file)) {
    if (entry.kind !== 'message') continue
    const message = readMessage(repairPipermail(entry.raw).raw)
    const { messageId, subject, fromName } = digest(message, entry.raw)
    if (!mails.has(messageId)) mails.set(messageId, { messageId, subject, author: fromName })
  }
  return [...mails.values()]
}
