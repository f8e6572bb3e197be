import { readFileSync } from 'node:fs'
import type { Entry } from '../../src/lib/similar/similar.ts'

/** The project's own set: posts to a list in four languages, and which of them are about one need. */
export function readGold(): { posts: Entry[]; likes: Map<number, number[]>; groups: number } {
  const text = readFileSync(new URL('./posts.txt', import.meta.url), 'utf8').replaceAll(/^#.*\n/gm, '')
  const groups = text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.includes(' | ')))
  const posts: Entry[] = []
  const likes = new Map<number, number[]>()
  for (const lines of groups) {
    const ids = lines.map((line) => {
      const [title = '', body = ''] = line.split(' | ')
      posts.push({ id: posts.length + 1, title, text: body.replaceAll('\\n', '\n'), mail: true })
      return posts.length
    })
    for (const id of ids)
      likes.set(
        id,
        ids.filter((other) => other !== id),
      )
  }
  return { posts, likes, groups: groups.length }
}
