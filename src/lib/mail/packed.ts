import { htmlToText } from './html-text.ts'
import type { PackedFile } from './packed-tnef.ts'
import { readTnef } from './packed-tnef.ts'
import { findUuFiles, withoutUuFiles } from './packed-uuencode.ts'

/** What a mail shows besides its parts, once what is packed in them is opened. */
export interface Opened {
  text: string
  html: string | null
  /** Its text before something was taken out of it or put in its place; undefined where it is the same. */
  written?: string
  /** Files out of files (`within`: the place of the one that holds them), then those out of the text. */
  files: (PackedFile & { within?: number })[]
  /** The places of the containers of which nothing is left unopened. */
  emptied: number[]
}

/** Is this, by its name or type, a container of Outlook's? */
export const isContainer = ({ filename, type }: { filename: string; type: string }): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(type) || /^winmail\.dat$/i.test(filename)

const longestHtml = 500_000

/**
 * Opens what people without certain programs cannot: `winmail.dat` of Outlook and files that are uuencoded in the text. The letter in a
 * `winmail.dat` is shown where the mail has no other. A container stays a file of the mail, so that all keep their places.
 */
export function openPacked(text: string, html: string | null, contents: readonly Uint8Array[]): Opened {
  const files: Opened['files'] = []
  const emptied: number[] = []
  let letter: { text: string; html: string } | undefined
  for (const [within, content] of contents.entries()) {
    const tnef = readTnef(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
    if (!tnef) continue
    files.push(...tnef.files.map((file) => ({ ...file, within })))
    if (tnef.whole) emptied.push(within)
    if (tnef.text.trim() !== '') letter ??= tnef
    else if (tnef.html.trim() !== '') letter ??= { text: htmlToText(tnef.html, longestHtml), html: tnef.html }
  }
  const shown = letter && text.trim() === '' && html === null ? letter : { text, html: html ?? '' }
  const inText = findUuFiles(shown.text)
  const left = inText.length > 0 ? withoutUuFiles(shown.text, inText) : shown.text
  return {
    text: left,
    html: shown.html || html,
    ...(left === text ? {} : { written: text }),
    emptied,
    files: [...files, ...inText.map(({ filename, content }) => ({ filename, type: '', contentId: '', content }))],
  }
}
