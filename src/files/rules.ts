import { NotFound } from '../errors.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { textsOf } from '../lib/ui/words.ts'

export { isPicture } from './texts-rules.ts'

const t = textsOf('files', 'refusals')
const stopped = keptOf('files', 'stopped')

/** Of one piece of a file in the database, in bytes. */
export const chunkSize = 1024 * 1024

/** What is larger may lie outside the database, in bytes. */
export const largeFile = 1024 * 1024

/** Of what is looked at to tell a type, in bytes. */
export const headSize = 64 * 1024

/** Of any file, in bytes, where the configuration says nothing else. */
export const largestFile = 200 * 1024 * 1024

const text = ['text/', 'application/mbox']

/** What a name promises about its content, by the ending: how its types begin. Endings that promise nothing are not here. */
const kinds: Partial<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  odp: ['application/vnd.oasis.opendocument.presentation'],
  png: ['image/png', 'image/apng'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  zip: ['application/zip'],
  mp3: ['audio/mpeg'],
  mp4: ['video/mp4', 'audio/mp4', 'audio/x-m4a', 'video/x-m4v'],
  webm: ['video/webm', 'video/matroska', 'audio/webm'],
  txt: text,
  md: text,
  csv: text,
  json: text,
  ics: text,
  vtt: text,
  html: text,
}

/** The ending of a name in lower case, without its dot; '' where it has none. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * Why a file cannot be taken, as a sentence for its owner: nothing in it, or its name promises another type than it has.
 * @param type as told from the content
 */
export function whyNotTake({ name, type, size }: { name: string; type: string; size: number }): string | undefined {
  if (size === 0) return t.emptyNamed({ name })
  const ending = endingOf(name)
  const promised = kinds[ending]
  if (promised && !promised.some((start) => type.startsWith(start))) return t.otherType({ name, ending, type })
  return undefined
}

/** A name as it is kept: no folders, no control characters, at most 200 characters with its ending. */
export function fileName(name: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{Cc}|\p{Cf}/gu, '').trim()
  if (base === '' || base === '.' || base === '..') return 'file'
  if (base.length <= 200) return base
  const ending = endingOf(base)
  return ending ? `${base.slice(0, 199 - ending.length)}.${ending}` : base.slice(0, 200)
}

/** The bytes of a file are not those that were kept. */
export class DamagedFile extends Error {}

/** How often an import is tried that a worker carries out. */
export const importTries = 8

/** Why an import stopped for good, kept for who began it; undefined: its process was ended each time, before it could say why. */
export function whyStopped(error: unknown): string {
  if (error instanceof DamagedFile || error instanceof NotFound) return stopped('damaged')
  if (error === undefined) return stopped('cutOff')
  return stopped('ourError')
}
