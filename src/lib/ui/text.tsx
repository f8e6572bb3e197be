import { raw } from 'hono/html'
import MarkdownIt from 'markdown-it'
import { chromeWords } from './chrome-words.ts'
import { formatNumber } from './format.ts'
import { hideAddress, hideAddresses } from './hidden.ts'
import { escapeHtml } from './jsx-runtime.ts'
import { useReader } from './reader.ts'
import { type Block, readBlocks } from './text-blocks.ts'

/** What is done with addresses in a text: a link, the bare words, or without the part that spammers need. */
export type Addresses = 'link' | 'plain' | 'hidden'

// markdown-it brings the recogniser; names without a scheme are left alone, since README.md is no place in Moldova.
const { linkify } = new MarkdownIt()
linkify.set({ fuzzyLink: false, fuzzyEmail: true })

// Most lines hold none, and the recogniser is most of the cost of a page.
const mayHoldAddress = /@|%40|:\/\/|mailto:/i

// Our own archive's links name messages, whose ids look like addresses.
const toMessage = /\/lists\/[^/?#]+\/[mt]\/[^/?#]+$/

/** What people wrote is theirs, not ours to recommend. */
export const foreignRel = 'nofollow noopener ugc'

const withoutAddresses = (text: string, addresses: Addresses): string => (addresses === 'hidden' ? hideAddresses(text) : text)

function webLink(url: string, text: string, addresses: Addresses): string {
  const whole = toMessage.test(url)
  const href = whole ? url : withoutAddresses(url, addresses)
  return `<a href="${escapeHtml(href)}" rel="${foreignRel}">${escapeHtml(whole ? text : withoutAddresses(text, addresses))}</a>`
}

function mailLink(url: string, text: string, addresses: Addresses): string {
  if (addresses === 'hidden') return escapeHtml(hideAddress(text.replace(/^mailto:/i, '').replace(/\?.*$/s, '')))
  return addresses === 'plain' ? escapeHtml(text) : `<a href="${escapeHtml(url)}" rel="${foreignRel}">${escapeHtml(text)}</a>`
}

/** A line of text whose addresses can be clicked; only http, https and mailto. HTML at once: a mail has many lines. */
function linkedHtml(text: string, addresses: Addresses): string {
  if (!mayHoldAddress.test(text)) return escapeHtml(text)
  let [html, at] = ['', 0]
  for (const match of linkify.match(text) ?? []) {
    const link = match.schema === 'mailto:' ? mailLink : match.schema === 'http:' || match.schema === 'https:' ? webLink : undefined
    if (!link) continue
    html += escapeHtml(withoutAddresses(text.slice(at, match.index), addresses)) + link(match.url, match.text, addresses)
    at = match.lastIndex
  }
  return html + escapeHtml(withoutAddresses(text.slice(at), addresses))
}

interface MailTextProps {
  text: string
  addresses?: Addresses
  /** Longer texts are cut here, and say so: a page must stay a page. */
  limit?: number
}

/** The plain text of a mail: paragraphs, links, quotes that unfold, tables as they were typed, in either direction. */
export function MailText({ text, addresses = 'link', limit = 200_000 }: MailTextProps) {
  const { locale } = useReader()
  const words = chromeWords(locale)
  const blocks = readBlocks(text.slice(0, limit))
  return (
    <div class="mail">
      {blocks.map((block, index) => (
        <Piece block={block} addresses={addresses} folded={isFolded(block, index, blocks)} />
      ))}
      {text.length > limit && <p class="signature">{words.cut({ more: formatNumber(locale, text.length - limit) })}</p>}
    </div>
  )
}

/** A short quote that is answered below it stays in sight: without it the answer says nothing. */
function isFolded(block: Block, index: number, blocks: Block[]): boolean {
  if (block.kind !== 'quote') return false
  const answered = blocks.slice(index + 1).some((later) => later.kind === 'paragraph' || later.kind === 'preformatted')
  return block.lines > 3 || !answered
}

function Piece({ block, addresses, folded = false }: { block: Block; addresses: Addresses; folded?: boolean }) {
  const words = chromeWords(useReader().locale)
  if (block.kind === 'preformatted') return raw(`<pre dir="auto">${linkedHtml(block.text, addresses)}</pre>`)
  if (block.kind === 'quote') {
    const quote = (
      <blockquote>
        {block.blocks.map((inner) => (
          <Piece block={inner} addresses={addresses} />
        ))}
      </blockquote>
    )
    if (!folded) return quote
    return (
      <details>
        <summary>{words.quoted({ lines: block.lines })}</summary>
        {quote}
      </details>
    )
  }
  const lines = block.lines.map((line) => linkedHtml(line, addresses)).join('<br/>')
  return raw(`<p dir="auto"${block.kind === 'signature' ? ' class="signature"' : ''}>${lines}</p>`)
}
