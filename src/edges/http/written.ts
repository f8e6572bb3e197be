import type { Child } from 'hono/jsx'
import { htmlOf } from '../../lib/ui/jsx-runtime.ts'
import type { PageFacts } from '../../lib/ui/variables.ts'
import type { C } from '../../lib/ui/web.tsx'

const texts = new WeakMap<Response, string>()

/** Answers with a page. */
export async function written(c: C, page: Child, status: NonNullable<PageFacts['status']>): Promise<Response> {
  const text = htmlOf(page)
  const answer = await c.html(text, status)
  texts.set(answer, text)
  return answer
}

/** What an answer says, in UTF-8. Of a page it is known: to read it back from the answer takes a stream. */
export async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const text = texts.get(answer)
  return text === undefined ? new Uint8Array(await answer.arrayBuffer()) : new TextEncoder().encode(text)
}
