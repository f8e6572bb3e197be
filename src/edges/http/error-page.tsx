import { Invalid, type Refusal } from '../../errors.ts'
import { type C, ownPath } from '../../lib/ui/web.tsx'
import { refusals } from '../../lib/ui/words.ts'
import type { errorWords } from './error-words.ts'

/** The page of ours that something was sent from, to go back to; nothing where a page was only asked for. */
export function sentFrom(c: C): string | undefined {
  const from = c.req.header('referer')
  if (c.req.method !== 'POST' || !from || !URL.canParse(from)) return
  const { origin, pathname, search } = new URL(from)
  return origin === new URL(c.var.site.baseUrl).origin ? ownPath(pathname + search, '/') : undefined
}

/** Why something is refused, where no field is marked: what is wrong with each is all there is to say. */
export function sentencesOf(error: Refusal): string[] {
  const details = error instanceof Invalid ? Object.values(error.fields) : []
  const about = details.length > 0 && error.message === refusals.pleaseLookAgain ? [] : [error.message]
  return [...new Set([...about, ...details])]
}

/** What says no without a form to say it in: why, and the ways on. */
export function RefusalPage(props: {
  title: string
  said: readonly string[]
  back: string | undefined
  /** Where who is signed out signs in: it may be all that is missing. */
  signIn?: string | undefined
  words: ReturnType<typeof errorWords>
}) {
  const { title, said, back, signIn, words } = props
  return (
    <div class="stack">
      <h1>{title}</h1>
      {said.map((one) => (
        <p>{one}</p>
      ))}
      {signIn && <p>{words.signedOut}</p>}
      <p class="row">
        {signIn && (
          <a class="button" href={signIn}>
            {words.signIn}
          </a>
        )}
        {back && <a href={back}>{words.back}</a>}
        <a href="/">{words.toFirst}</a>
      </p>
    </div>
  )
}
