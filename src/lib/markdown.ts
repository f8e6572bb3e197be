import MarkdownIt from 'markdown-it'

export type { Token } from 'markdown-it'

/** A reader of the Markdown that people write here, wherever it is shown: CommonMark with tables and bare links; HTML is text. */
export function readerOfMarkdown() {
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false })
  markdown.linkify.set({ fuzzyLink: false })
  return markdown
}
