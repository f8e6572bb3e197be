import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false })
type Token = ReturnType<typeof markdown.parse>[number]

const inline = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n'
      // Of a picture its words; of a link what it is called.
      return type === 'text' || type === 'code_inline' || type === 'image' ? content : ''
    })
    .join('')

/** The words of a Markdown text without its marks: each heading, item or cell a paragraph, so that it is not read on into the next. */
export const plainOf = (text: string): string =>
  markdown
    .parse(text, {})
    .flatMap(({ type, children, content }) => {
      if (type === 'inline') return [inline(children ?? [])]
      return type === 'fence' || type === 'code_block' ? [content.trimEnd()] : []
    })
    .filter(Boolean)
    .join('\n\n')
