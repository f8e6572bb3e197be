import { readerOfMarkdown, type Token } from '../markdown.ts'
import { type Block, type Inline, plainOf, type Words } from './document.ts'

const markdown = readerOfMarkdown()

/**
 * Markdown (CommonMark with tables and bare links) as blocks of a document. Pictures become their words; HTML is text.
 * @param below the level of the heading that this stands under (0: none), so that the outline has no jump
 */
export function blocksOfMarkdown(text: string, below: 0 | 1 | 2 = 0): Block[] {
  const tokens = markdown.parse(text, {})
  return new Reader(tokens, below).blocks(() => false)
}

class Reader {
  #at = 0
  #level = 0
  readonly #tokens: Token[]
  readonly #below: number

  constructor(tokens: Token[], below: number) {
    this.#tokens = tokens
    this.#below = below
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++]
  }

  /** Everything up to the token that ends the part, which is taken too. */
  blocks(ends: (token: Token) => boolean): Block[] {
    const blocks: Block[] = []
    for (let token = this.#next(); token && !ends(token); token = this.#next()) blocks.push(...this.#block(token))
    return blocks
  }

  #block(token: Token): Block[] {
    switch (token.type) {
      case 'heading_open':
        return [this.#heading(token)]
      case 'paragraph_open':
        return [{ kind: 'text', words: this.#inline('paragraph_close') }]
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [this.#list(token)]
      case 'blockquote_open':
        return this.#quote()
      case 'fence':
      case 'code_block':
        return [{ kind: 'code', text: token.content.replace(/\n$/, '') }]
      case 'hr':
        return [{ kind: 'rule' }]
      case 'table_open':
        return [this.#table()]
      default:
        return []
    }
  }

  #heading(token: Token): Block {
    const wanted = Number(token.tag.slice(1)) + this.#below
    // PDF/UA forbids a jump: the next level is at most one deeper than the last.
    const level = Math.min(wanted, (this.#level || this.#below) + 1, 3) as 1 | 2 | 3
    this.#level = level
    return { kind: 'heading', level, text: plainOf(this.#inline('heading_close')) }
  }

  #list(open: Token): Block {
    const ordered = open.type === 'ordered_list_open'
    const items: Block[][] = []
    for (let token = this.#next(); token && !token.type.endsWith('_list_close'); token = this.#next())
      if (token.type === 'list_item_open') items.push(this.blocks((end) => end.type === 'list_item_close' && end.level === token?.level))
    return { kind: 'list', ordered, items }
  }

  #quote(): Block[] {
    let depth = 1
    const inner = this.blocks((token) => {
      if (token.type === 'blockquote_open') depth++
      return token.type === 'blockquote_close' && --depth === 0
    })
    return inner.map((block) => (block.kind === 'text' ? { kind: 'quote', words: block.words } : block))
  }

  #table(): Block {
    const titles: string[] = []
    const rows: Words[][] = []
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'th_open') titles.push(plainOf(this.#inline('th_close')))
      else if (token.type === 'tr_open' && titles.length > 0) rows.push([])
      else if (token.type === 'td_open') rows.at(-1)?.push(this.#inline('td_close'))
    }
    return { kind: 'table', columns: titles.map((title) => ({ title })), rows }
  }

  #inline(close: string): Inline[] {
    const runs: Inline[] = []
    for (let token = this.#next(); token && token.type !== close; token = this.#next())
      if (token.type === 'inline') for (const run of runsOfTokens(token.children ?? [])) runs.push(run)
    return runs
  }
}

function runsOfTokens(tokens: readonly Token[]): Inline[] {
  const runs: Inline[] = []
  const open = { strong: 0, em: 0, href: '' }
  for (const token of tokens) {
    const text = texts[token.type]?.(token) ?? ''
    if (text !== '') runs.push(runOf(text, token.type === 'code_inline', open))
    if (token.type === 'strong_open' || token.type === 'strong_close') open.strong += token.nesting
    if (token.type === 'em_open' || token.type === 'em_close') open.em += token.nesting
    if (token.type === 'link_open') open.href = allowed(token.attrGet('href'))
    if (token.type === 'link_close') open.href = ''
  }
  return runs
}

const texts: Partial<Record<string, (token: Token) => string>> = {
  text: (token) => token.content,
  image: (token) => token.content,
  code_inline: (token) => token.content,
  softbreak: () => ' ',
  hardbreak: () => '\n',
}

const runOf = (text: string, code: boolean, { strong, em, href }: { strong: number; em: number; href: string }): Inline => ({
  text,
  ...(strong > 0 ? { strong: true } : {}),
  ...(em > 0 ? { emphasis: true } : {}),
  ...(code ? { code: true } : {}),
  ...(href ? { href } : {}),
})

/** An address that may stand in a document: of the web or of mail. */
const allowed = (href: unknown): string => (typeof href === 'string' && /^(https?|mailto):/i.test(href) ? href : '')
