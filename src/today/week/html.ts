import { escapeHtml } from '../../lib/ui/jsx-runtime.ts'

/** A link; its words say where it leads. */
export const link = (href: string, words: string, style = ''): string =>
  `<a href="${escapeHtml(href)}"${style ? ` style="${style}"` : ''}>${escapeHtml(words)}</a>`

// Of the reader’s own colours: mail programs choose the ground, light or dark, and few read a style sheet.
const soft = 'opacity:.75'
const button = 'display:inline-block;padding:6px 12px;margin:6px 8px 0 0;border:1px solid #6f7780;border-radius:6px;text-decoration:none'

export const styles = { soft, button }

/** A letter as a page of its own, in one column. */
export const page = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.45;max-width:38rem;margin:0 auto;padding:16px">
${body}
</body></html>
`
