import { Invalid, type Refusal } from '../../errors.ts'
import { Hidden } from '../../lib/ui/form.tsx'
import { Submit } from '../../lib/ui/parts.tsx'
import { bodyOf, type C, ownPath } from '../../lib/ui/web.tsx'
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

/** A form that came from somebody who is signed out: where it goes, and what they typed. */
interface SentForm {
  action: string
  fields: [name: string, value: string][]
  /** Files came with it, which no page can hand back. */
  files: boolean
}

/** What a form brought, to be sent once more; undefined where it brought nothing that anybody types or chooses, or what nobody reads. */
export async function typedIn(c: C): Promise<SentForm | undefined> {
  const body = await bodyOf(c).catch((error: unknown) => {
    if (error instanceof Invalid) return {}
    throw error
  })
  const sent = Object.entries(body).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })))
  const fields = sent.flatMap(({ name, value }): SentForm['fields'] => (typeof value === 'string' ? [[name, value]] : []))
  if (!fields.some(([, value]) => value.trim() !== '')) return undefined
  const { search } = new URL(c.req.raw.url)
  return { action: c.req.path + search, fields, files: sent.some(({ value }) => typeof value !== 'string' && value.size > 0) }
}

/** What says no without a form to say it in: why, and the ways on. */
export function RefusalPage(props: {
  title: string
  said: readonly string[]
  back: string | undefined
  /** Where who is signed out signs in: it may be all that is missing. */
  signIn?: string | undefined
  /** What they sent, which they can send once more after that. */
  again?: SentForm | undefined
  words: ReturnType<typeof errorWords>
}) {
  const { title, said, back, signIn, again, words } = props
  return (
    <div class="stack">
      <h1>{title}</h1>
      {said.map((one) => (
        <p>{one}</p>
      ))}
      {signIn && <p>{again ? words.keptHere : words.signedOut}</p>}
      {again?.files && <p>{words.filesNotKept}</p>}
      <p class="row">
        {signIn && (
          <a class="button" href={signIn} target={again && '_blank'}>
            {again ? words.signInBeside : words.signIn}
          </a>
        )}
        {!again && back && <a href={back}>{words.back}</a>}
        {!again && <a href="/">{words.toFirst}</a>}
      </p>
      {again && (
        <form method="post" action={again.action}>
          {again.fields.map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          <Submit kind="primary">{words.sendAgain}</Submit>
        </form>
      )}
    </div>
  )
}
