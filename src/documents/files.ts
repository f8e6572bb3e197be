import type { PrintDocument } from '../lib/print/document.ts'
import { blocksOfMarkdown } from '../lib/print/markdown.ts'
import { formatDay, locales } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'
import { utcDay } from '../time.ts'
import type { Document, Version } from './queries.ts'

const fileWords = wordsOf('documents', 'files')

/** A version that was written here, for print. */
export function printVersion(document: Document, version: Version, baseUrl: string): PrintDocument {
  // It goes on to others: it speaks the language of the document, whoever fetches it.
  const locale = locales.find((one) => one === document.language) ?? 'en'
  const words = fileWords(locale)
  const day = (on: string) => formatDay({ locale }, on)
  const { number, approvedOn } = version
  const address = `${baseUrl}/documents/${document.slug}/v/${version.number}`
  return {
    title: document.title,
    subtitle: approvedOn ? words.approvedOn({ number, day: day(approvedOn) }) : words.draft({ number }),
    author: document.host,
    language: document.language,
    footer: `${document.host} · ${address.replace(/^https?:\/\//, '')} · ${day(utcDay(version.madeAt))} (UTC)`,
    date: version.madeAt,
    blocks: blocksOfMarkdown(version.body ?? '', 0),
  }
}

/** How a file of a version is called. */
export const versionName = (slug: string, number: number, ending: string): string => `${slug}-v${number}.${ending}`

/** The ending of a file's name with its dot; '' where it has none. */
export const dotEnding = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
