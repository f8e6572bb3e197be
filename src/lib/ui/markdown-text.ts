import { readerOfMarkdown, readerOfPosts, type Token } from '../markdown.ts'

const markdown = readerOfMarkdown()
const posts = readerOfPosts()

const isOurs = (to: string): boolean => /^\/(?!\/)/.test(to)

/** Of where a link leads what stands behind its words; nothing where the words say it already. */
function behind(words: string, to: string, baseUrl: string): string {
  const address = isOurs(to) ? `${baseUrl}${to}` : to.replace(/^mailto:/i, '')
  const known = words === address || decoded(address) === words || to.startsWith('#')
  return known ? '' : `${words && ' '}<${address}>`
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** What a picture is called in a text, and where it is. */
type Picture = (words: string, to: string) => string

/** A line of it: its words without marks, links with their address behind them. What is struck keeps its marks: without, it would be said. */
function lineOf(tokens: readonly Token[], baseUrl: string, picture: Picture): string {
  // In parts: a text that grows would be copied at each of its links.
  const said: string[] = []
  let link: { to: string; from: number } | undefined
  for (const token of tokens) {
    if (token.tag === 'br') said.push('\n')
    else if (token.type === 'image') said.push(picture(wordsOf(token), String(token.attrGet('src') ?? '')))
    else if (token.type === 'link_open') link = { to: String(token.attrGet('href') ?? ''), from: said.length }
    else if (token.type === 'link_close' && link) said.push(behind(said.slice(link.from).join(''), link.to, baseUrl))
    else if (token.tag === 's') said.push('~~')
    else said.push(token.content)
  }
  return said.join('')
}

const wordsOf = (picture: Token): string => markdown.renderer.renderInlineAsText(picture.children ?? [], markdown.options, {})

/** A picture of ours is called up there; of any other, as on pages, nothing but its words is left. */
const pictureOn =
  (baseUrl: string): Picture =>
  (words, to) =>
    isOurs(to) ? `${words}${behind(words, to, baseUrl)}` : words

const hasAddress = (to: string): boolean => isOurs(to) || /^https?:/i.test(to)

/** A picture that came with the post is named as its file is; one that lies elsewhere keeps its address. */
const pictureWith =
  (baseUrl: string): Picture =>
  (words, to) => {
    const name = decoded(to)
    if (hasAddress(to)) return `${words}${behind(words, to, baseUrl)}`
    return words === '' || words === name ? name : `${words} (${name})`
  }

/** What is deeper within lists and quotations stands where these do: else a short text could be a hundred times as long as a mail. */
const deepest = 8

/** Every line of a part moved in, the first by its mark. */
const moved = (part: string, first: string, others = ' '.repeat(first.length)): string =>
  part
    .split('\n')
    .map((line, i) => `${i === 0 ? first : others}${line}`.trimEnd())
    .join('\n')

class Reader {
  #at = 0
  #depth = 0
  readonly #tokens: Token[]
  readonly #baseUrl: string
  readonly #picture: Picture

  constructor(tokens: Token[], baseUrl: string, picture: Picture) {
    this.#tokens = tokens
    this.#baseUrl = baseUrl
    this.#picture = picture
  }

  /** Everything up to the token that ends the part, which is taken too. */
  until(end?: string): string {
    const parts: string[] = []
    let between = '\n\n'
    for (let token = this.#next(); token && token.type !== end; token = this.#next()) {
      // What Markdown calls tight: a paragraph of an item and the list below it stand line by line.
      if (token.type === 'paragraph_open' && token.hidden) between = '\n'
      const part = this.#part(token)
      if (part) parts.push(part)
    }
    return parts.join(between)
  }

  /** A part that is moved in. */
  #within(end: string, first: string, others?: string): string {
    this.#depth++
    const part = this.until(end)
    return this.#depth-- > deepest ? part : moved(part, first, others)
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++]
  }

  #part(token: Token): string {
    switch (token.type) {
      case 'inline':
        return lineOf(token.children ?? [], this.#baseUrl, this.#picture)
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(token)
      case 'blockquote_open':
        return this.#within('blockquote_close', '> ', '> ')
      case 'fence':
      case 'code_block':
        return token.content.trimEnd()
      case 'hr':
        return '* * *'
      case 'table_open':
        return this.#table()
      default:
        return ''
    }
  }

  #list(open: Token): string {
    const ordered = open.type === 'ordered_list_open'
    // Who lists what speaks for something by a plus means it.
    const bullet = open.markup === '+' ? '+ ' : '- '
    let number = Number(open.attrGet('start') ?? 1)
    let tight = false
    const items: string[] = []
    for (let token = this.#next(); token && !token.type.endsWith('_list_close'); token = this.#next()) {
      if (token.type !== 'list_item_open') continue
      tight ||= this.#tokens[this.#at]?.hidden === true
      items.push(this.#within('list_item_close', ordered ? `${number++}${open.markup} ` : bullet))
    }
    return items.join(tight ? '\n' : '\n\n')
  }

  #table(): string {
    const rows: string[][] = []
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') rows.push([])
      else if (token.type === 'inline') rows.at(-1)?.push(this.#part(token))
    }
    return rows.map((cells) => cells.join(' | ')).join('\n')
  }
}

/**
 * A Markdown text as somebody types plain text, for mails: headings are lines of their own, links stand behind their words, lists and
 * quotations are as they are. What leads to this site has its whole address.
 */
export const textOfMarkdown = (text: string, baseUrl: string): string =>
  new Reader(markdown.parse(text, {}), baseUrl, pictureOn(baseUrl)).until()

/** The line that begins a signature (RFC 3676 §4.3). */
const dashes = '\n-- \n'

/**
 * The same of a post that somebody wrote here: read as its HTML is. Its last signature keeps the line by which mail programs know it, and
 * pictures that came with it are called as their files are.
 */
export function textOfPost(text: string, baseUrl: string): string {
  const plain = (said: string): string => new Reader(posts.parse(said, {}), baseUrl, pictureWith(baseUrl)).until()
  const at = text.lastIndexOf(dashes)
  return at < 0 ? plain(text) : `${plain(text.slice(0, at))}${dashes}${plain(text.slice(at + dashes.length))}`
}
