import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** An idea as the simulated portal keeps it. */
export interface Idea {
  id: string
  title: string
  details: string
  status: string
  comment: string
  score: number
  /** Instant of its last change. */
  changed: string
}

/** How it answers otherwise than with its ideas. */
type Answer = (response: ServerResponse) => void

/**
 * A vendor's portal on this machine: a real server with so many ideas, the same in each run, in the words of Canny's API. It keeps an ETag, and
 * answers 304 to who knows it.
 */
export async function openPortal(ideas: number) {
  const nouns = ['reading list', 'export', 'rollover', 'citation', 'alert', 'course page', 'report', 'import', 'review', 'bookmark']
  const posts: Idea[] = Array.from({ length: ideas }, (_, i) => ({
    ...{
      id: `idea-${i + 1}`,
      title: `Idea ${i + 1}: better ${nouns[i % nouns.length]}`,
      details: `Somebody asks for it, number ${i + 1}.`,
    },
    ...{ status: 'open', comment: '', score: (i * 7) % 90, changed: '2026-10-01T08:00:00Z' },
  }))
  const heard: IncomingHttpHeaders[] = []
  const state: { answer?: Answer } = {}
  const server = createServer((request, response) => {
    heard.push(request.headers)
    if (state.answer) return state.answer(response)
    const body = JSON.stringify({
      hasMore: false,
      posts: posts.map(({ comment, changed, ...post }) => ({
        ...post,
        url: `https://ideas.example/p/${post.id}`,
        statusChangedAt: changed,
        statusChanges: comment ? [{ created: changed, changeComment: { value: comment } }] : [],
      })),
    })
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end()
    response.writeHead(200, { etag, 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { posts, heard, state, port, url: `http://ideas.example:${port}/api/posts` }
}

/** What the name server says, and which networks may be called, so that the portal on this machine is reached as one of the world. */
export const portalOptions = {
  answers: { 'ideas.example': { A: ['127.0.0.1'] } } as Record<string, unknown>,
  env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' },
}
