import { escapeHtml } from './jsx-runtime.ts'

// Scripts, styles and what is typed are taken whole; else a tag, or what stands between two.
const parts = /<(script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)|<(?:[^<>"]|"[^"]*")*>|[^<]+/g
const opening = /^<[a-z](?:[\s\S]*[^/])?>$/i
// Where nothing but text may stand; the tag itself can say the language.
const plain = /^<(?:option|title)\b/

/** Marks what of a text is English: sentences and phrases wherever they stand; a single word, which may be anybody's, only alone. */
function markPart(text: string, phrases: string[]): string {
  const found = phrases.find((phrase) => text.includes(phrase))
  if (found === undefined) return text
  const [before = '', ...after] = text.split(found)
  const rest = phrases.slice(phrases.indexOf(found) + 1)
  return [before, ...after].map((piece) => markPart(piece, rest)).join(`<span lang="en">${found}</span>`)
}

/**
 * Marks on a page what is in English because the reader's language lacks it (WCAG 2.2, 3.1.2), so that it is read aloud as English.
 * @param said what was said in English, as texts
 */
export function markEnglish(html: string, said: ReadonlySet<string>): string {
  const texts = new Set([...said].map((text) => escapeHtml(text.trim())).filter((text) => text !== ''))
  const phrases = [...texts].filter((text) => text.includes(' ')).sort((a, b) => b.length - a.length)
  const all = [...html.matchAll(parts)].map(([part]) => part)
  return all
    .map((part, at) => {
      const [before = '', after = ''] = [all[at - 1], all[at + 1]]
      const isAlone = opening.test(before) && after.startsWith('</')
      if (part.startsWith('<')) {
        const only = opening.test(part) && all[at + 2]?.startsWith('</') && texts.has(after.trim())
        return only && !part.includes(' lang="') ? `${part.slice(0, -1)} lang="en">` : part
      }
      if (isAlone && texts.has(part.trim())) return part
      if (plain.test(before)) return part
      return texts.has(part.trim()) ? markPart(part, [part.trim()]) : markPart(part, phrases)
    })
    .join('')
}
