import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { raw } from 'hono/html'
import MarkdownIt from 'markdown-it'

// From src/lib/ui and from dist/lib/ui alike.
const folder = fileURLToPath(new URL('../../../docs/users/', import.meta.url))

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length))

/** A part of a page of the help. The first has no title of its own: it is what the page begins with. */
export interface HelpSection {
  /** The same in every language; empty for how the page begins. */
  anchor: string
  title: string
  /** As somebody reads it, without marks. */
  text: string
}

/** A page of the help. */
export interface HelpTopic {
  /** As its file and its address call it. */
  name: string
  title: string
  /** The language that it is written in: English where the reader's lacks it. */
  language: string
  html: ReturnType<typeof raw>
  sections: HelpSection[]
}

// Apostrophes and quotation marks as the pages have them; nothing else is replaced.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true }).disable('replacements')
type Tokens = ReturnType<typeof markdown.parse>

const plain = (tokens: Tokens | null): string =>
  (tokens ?? []).map(({ type, content, children }) => (type === 'softbreak' ? ' ' : children ? plain(children) : content)).join('')

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')

const read = (name: string, language: string): string | undefined => {
  const path = `${folder}${language === 'en' ? '' : `${language}/`}${name}.md`
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Where a link of the help leads on the site; undefined for what is not there, such as what is written for operators. */
function addressOf(href: string): string | undefined {
  if (/^https?:/.test(href)) return href
  if (/^(?:\.\.\/){1,2}ballots\/rules\.md/.test(href)) return '/ballots/rules'
  // From a translated page, the English one beside the folder of its language.
  const [, name = '', anchor = ''] = /^(?:\.\.\/)?([\w-]+)\.md(#[\w-]+)?$/.exec(href) ?? []
  return names.includes(name) ? `/help/${name}${anchor}` : undefined
}

/** Links of a line lead to pages of the site; what leads nowhere is its words alone. */
function linkWithin(children: Tokens): Tokens {
  let open = true
  return children.filter((token) => {
    if (token.type === 'link_open') {
      const href = addressOf(String(token.attrGet('href')))
      open = href !== undefined
      if (href !== undefined) token.attrSet('href', href)
      return open
    }
    return token.type !== 'link_close' || open
  })
}

const headingsOf = (tokens: Tokens) =>
  tokens.flatMap((token, at) =>
    token.type === 'heading_open' && token.tag !== 'h1' ? [{ token, title: plain(tokens[at + 1]?.children ?? null) }] : [],
  )

/** The anchors of a page in order, from the English: a link to a section holds in every language. */
const anchorsOf = (name: string): string[] => headingsOf(markdown.parse(read(name, 'en') ?? '', {})).map(({ title }) => slug(title))

/** What stands below one heading, with the text of it. */
function sectionOf(tokens: Tokens, anchor: string): HelpSection {
  const [first, title] = tokens
  const headed = first?.type === 'heading_open'
  if (headed) first.attrSet('id', anchor)
  for (const token of tokens) if (token.children) token.children = linkWithin(token.children)
  const said = tokens.slice(headed ? 3 : 0).filter(({ content }) => content)
  return {
    anchor: headed ? anchor : '',
    title: headed ? plain(title?.children ?? null) : '',
    text: said.map(({ children, content }) => (children ? plain(children) : content)).join('\n'),
  }
}

function parse(name: string, language: string, text: string): HelpTopic {
  const [, head, , ...body] = markdown.parse(text, {})
  const starts = [0, ...body.flatMap(({ type }, at) => (type === 'heading_open' && at > 0 ? [at] : []))]
  const anchors = anchorsOf(name)
  // What a page begins with may be nothing but its first heading.
  const pieces =
    body[0]?.type === 'heading_open'
      ? [[], ...starts.map((at, n) => body.slice(at, starts[n + 1]))]
      : starts.map((at, n) => body.slice(at, starts[n + 1]))
  const sections = pieces.map((piece, n) => sectionOf(piece, anchors[n - 1] ?? ''))
  return {
    name,
    title: plain(head?.children ?? null),
    language,
    html: raw(markdown.renderer.render(body, markdown.options, {})),
    sections,
  }
}

const kept = new Map<string, HelpTopic>()

/** A page of the help in somebody's language, in English where it is not translated; undefined where there is none. */
export function readTopic(name: string, language: string): HelpTopic | undefined {
  const key = `${language} ${name}`
  if (kept.has(key)) return kept.get(key)
  if (!/^[a-z-]{1,40}$/.test(name) || !/^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/.test(language)) return undefined
  const own = read(name, language)
  const text = own ?? read(name, 'en')
  // What is asked for and is not there is not kept: anybody may ask for anything.
  if (text === undefined) return undefined
  const topic = parse(name, own === undefined ? 'en' : language, text)
  kept.set(key, topic)
  return topic
}

/** The pages of the help by their names. */
export const topicNames = (): readonly string[] => names

/** A section of the help by its address, `meetings#date-polls`: what it is called, and where it stands. */
export function sectionAt(address: string, language: string): { href: string; title: string } | undefined {
  const [name = '', anchor = ''] = address.split('#')
  const topic = readTopic(name, language)
  const section = topic?.sections.find((one) => one.anchor === anchor)
  return topic && section && { href: `/help/${address}`, title: section.title || topic.title }
}
