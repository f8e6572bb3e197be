import type { PrintDocument } from '../lib/print/document.ts'
import { blocksOfMarkdown } from '../lib/print/markdown.ts'
import { formatDay } from '../lib/ui/format.ts'
import { utcDay } from '../time.ts'
import type { Document, Version } from './queries.ts'

/** A version that was written here, for print. */
export function printVersion(document: Document, version: Version, baseUrl: string): PrintDocument {
  const day = (on: string) => formatDay({ locale: 'en' }, on)
  const approved = version.approvedOn ? `approved on ${day(version.approvedOn)}` : 'draft, not approved'
  const address = `${baseUrl}/documents/${document.slug}/v/${version.number}`
  return {
    title: document.title,
    subtitle: `Version ${version.number}, ${approved}`,
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
