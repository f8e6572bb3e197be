import { NotFound } from '../errors.ts'

/** Of one piece of a file in the database, in bytes. */
export const chunkSize = 1024 * 1024

/** Of what is looked at to tell a type, in bytes. */
export const headSize = 64 * 1024

/** Of any file, in bytes, where the configuration says nothing else. */
export const largestFile = 200 * 1024 * 1024

interface Kind {
  /** Its types begin so. */
  types: readonly string[]
  words: string
}

const text: Kind = { types: ['text/', 'application/mbox'], words: 'a text' }

/** What a name promises about its content, by the ending; endings that promise nothing are not here. */
const kinds: Partial<Record<string, Kind>> = {
  pdf: { types: ['application/pdf'], words: 'a PDF' },
  docx: { types: ['application/vnd.openxmlformats-officedocument.wordprocessingml'], words: 'a Word document' },
  xlsx: { types: ['application/vnd.openxmlformats-officedocument.spreadsheetml'], words: 'an Excel workbook' },
  pptx: { types: ['application/vnd.openxmlformats-officedocument.presentationml'], words: 'a PowerPoint presentation' },
  odt: { types: ['application/vnd.oasis.opendocument.text'], words: 'an OpenDocument text' },
  ods: { types: ['application/vnd.oasis.opendocument.spreadsheet'], words: 'an OpenDocument spreadsheet' },
  odp: { types: ['application/vnd.oasis.opendocument.presentation'], words: 'an OpenDocument presentation' },
  png: { types: ['image/png', 'image/apng'], words: 'a PNG picture' },
  jpg: { types: ['image/jpeg'], words: 'a JPEG picture' },
  jpeg: { types: ['image/jpeg'], words: 'a JPEG picture' },
  gif: { types: ['image/gif'], words: 'a GIF picture' },
  webp: { types: ['image/webp'], words: 'a WebP picture' },
  zip: { types: ['application/zip'], words: 'a ZIP archive' },
  mp3: { types: ['audio/mpeg'], words: 'an MP3' },
  mp4: { types: ['video/mp4', 'audio/mp4', 'audio/x-m4a', 'video/x-m4v'], words: 'an MP4 film' },
  webm: { types: ['video/webm', 'video/matroska', 'audio/webm'], words: 'a WebM film' },
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
  if (size === 0) return `“${name}” is empty.`
  const promised = kinds[endingOf(name)]
  if (promised && !promised.types.some((start) => type.startsWith(start)))
    return `“${name}” is called like ${promised.words}, but its content is of another type (${type}).`
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

/** Why an import stopped for good, in words for who began it; undefined: its process was ended each time, before it could say why. */
export function whyStopped(error: unknown): string {
  if (error instanceof DamagedFile || error instanceof NotFound) return 'The file is damaged or missing. Upload the file again.'
  if (error === undefined) return 'The import was cut off at every try. The administrators of this site know.'
  return 'An error of this site stopped the import at every try. The administrators know.'
}
