import { type C, ownPath } from '../../lib/ui/web.tsx'
import type { errorWords } from './error-words.ts'

/** The page of ours that something was sent from, to go back to; nothing where a page was only asked for. */
export function sentFrom(c: C): string | undefined {
  const from = c.req.header('referer')
  if (c.req.method !== 'POST' || !from || !URL.canParse(from)) return
  const { origin, pathname, search } = new URL(from)
  return origin === new URL(c.var.site.baseUrl).origin ? ownPath(pathname + search, '/') : undefined
}

/** What says no without a form to say it in: why, and the ways on. */
export function RefusalPage(props: {
  title: string
  said: string
  details: readonly string[]
  back: string | undefined
  words: ReturnType<typeof errorWords>
}) {
  const { title, said, details, back, words } = props
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p>{said}</p>
      {details.map((detail) => (
        <p>{detail}</p>
      ))}
      <p class="row">
        {back && <a href={back}>{words.back}</a>}
        <a href="/">{words.toFirst}</a>
      </p>
    </div>
  )
}
