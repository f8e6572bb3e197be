import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../src/lib/mail/parse.ts'
import { frameMail } from '../src/lib/ui/html-mail.ts'
import { MailText } from '../src/lib/ui/text.tsx'
import { type Block, readBlocks } from '../src/lib/ui/text-blocks.ts'
import { sharedData } from './shared.ts'

const folders = ['mime', 'quote-strip', 'bounces'].map(sharedData).filter((folder) => folder !== undefined)
const mails = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(json|md|mbox|py|jsonl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
)

const said = (blocks: Block[]): string =>
  blocks
    .map((block) => (block.kind === 'quote' ? said(block.blocks) : block.kind === 'preformatted' ? block.text : block.lines.join('')))
    .join('')
const bare = (text: string) => text.replace(/[\s>]/g, '').replace(/--/g, '')

describe.skipIf(mails.length === 0)('mails that people have really sent', () => {
  test('are shown without losing a word, and only links lead out', () => {
    for (const file of mails) {
      const { text } = readMessage(readFileSync(file))
      expect(bare(said(readBlocks(text))), file).toBe(bare(text))
      const html = String(<MailText text={text} />)
      expect(
        html.replace(/<\/?(?:div|p|br|pre|a|details|summary|blockquote)(?: (?:class|dir|href|rel)="[^"<>]*")*\/?>/g, ''),
        file,
      ).not.toMatch(/[<>]/)
      const schemes = [...html.matchAll(/href="([^":]*):/g)].map(([, scheme]) => scheme?.toLowerCase())
      expect(
        schemes.filter((scheme) => !['http', 'https', 'mailto'].includes(scheme ?? '')),
        file,
      ).toEqual([])
    }
  })

  test('ask nobody elsewhere for anything when their HTML is shown', () => {
    let framed = 0
    for (const file of mails) {
      const { html } = readMessage(readFileSync(file))
      if (html === null) continue
      framed += 1
      const { page } = frameMail(html)
      const body = page.slice(page.indexOf('<body>'))
      expect(body, file).not.toMatch(/<(?:script|style|link|meta|iframe|object|embed|form|input|svg|base|video|audio)\b/i)
      expect(body, file).not.toMatch(/<[^>]+\s(?:on\w+|background|srcset|src="(?!data:image\/))/i)
      expect(body, file).not.toMatch(/style="[^"]*(?:url|expression|position|@import)/i)
    }
    expect(framed).toBeGreaterThan(20)
  })
})
