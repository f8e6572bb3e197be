import sanitize from 'sanitize-html'
import { readingLimits } from '../reading/limits.ts'

// The parser looks through all that is open at each tag, so that its time grows with the square.
const { depth: deepest, elements: mostElements } = readingLimits.html

class TooMuch extends Error {}

/**
 * HTML from outside, cleaned.
 * @returns undefined where it has more elements, or more of them inside one another, than are read
 */
export function sanitizeHtml(html: string, options: sanitize.IOptions): string | undefined {
  let [depth, elements] = [0, 0]
  try {
    return sanitize(html, {
      ...options,
      onOpenTag: (name, attributes) => {
        if (++depth > deepest || ++elements > mostElements) throw new TooMuch()
        options.onOpenTag?.(name, attributes)
      },
      onCloseTag: (name, isImplied) => {
        depth--
        options.onCloseTag?.(name, isImplied)
      },
    })
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}
