import type { Child } from 'hono/jsx'
import MarkdownIt from 'markdown-it'
import { chromeWords } from './chrome-words.ts'
import { formatNumber } from './format.ts'
import { hideAddress } from './hidden.ts'
import { useReader } from './reader.ts'
import { type Block, readBlocks } from './text-blocks.ts'

/** What is done with addresses in a text: a link, the bare words, or without the part that spammers need. */
export type Addresses = 'link' | 'plain' | 'hidden'

// markdown-it brings the recogniser; names without a scheme are left alone, since README.md is no place in Moldova.
const { linkify } = new MarkdownIt()
linkify.set({ fuzzyLink: false, fuzzyEmail: true })

// Most lines hold none, and the recogniser is most of the cost of a page.
const mayHoldAddress = /@|:\/\/|mailto:/i

/** What people wrote is theirs, not ours to recommend. */
export const foreignRel = 'nofollow noopener ugc'

/** A line of text whose addresses can be clicked; only http, https and mailto. */
export function linked(text: string, addresses: Addresses = 'link'): Child {
  if (!mayHoldAddress.test(text)) return text
  const parts: Child[] = []
  let at = 0
  for (const match of linkify.match(text) ?? []) {
    const mail = match.schema === 'mailto:'
    if (!mail && match.schema !== 'http:' && match.schema !== 'https:') continue
    parts.push(text.slice(at, match.index))
    if (mail && addresses === 'hidden') parts.push(hideAddress(match.text.replace(/^mailto:/i, '').replace(/\?.*$/s, '')))
    else if (mail && addresses === 'plain') parts.push(match.text)
    else {
      parts.push(
        <a href={match.url} rel={foreignRel}>
          {match.text}
        </a>,
      )
    }
    at = match.lastIndex
  }
  return [...parts, text.slice(at)]
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
      {text.length > limit && <p class="signature">{words.cut(formatNumber(locale, text.length - limit))}</p>}
    </div>
  )
}

/** A short quote that is answered below it stays in sight: without it the answer says nothing. */
function isFolded(block: Block, index: number, blocks: Block[]): boolean {
  if (block.kind !== 'quote') return false
  const answered = blocks.slice(index + 1).some((later) => later.kind === 'paragraph' || later.kind === 'preformatted')
  return block.lines > 3 || !answered
}

const lines = (texts: string[], addresses: Addresses): Child[] =>
  texts.flatMap((text, index) => (index === 0 ? [linked(text, addresses)] : [<br />, linked(text, addresses)]))

function Piece({ block, addresses, folded = false }: { block: Block; addresses: Addresses; folded?: boolean }) {
  const words = chromeWords(useReader().locale)
  if (block.kind === 'preformatted') {
    return <pre dir="auto">{linked(block.text, addresses)}</pre>
  }
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
        <summary>{words.quoted(block.lines)}</summary>
        {quote}
      </details>
    )
  }
  return (
    <p dir="auto" class={block.kind === 'signature' ? 'signature' : undefined}>
      {lines(block.lines, addresses)}
    </p>
  )
}
