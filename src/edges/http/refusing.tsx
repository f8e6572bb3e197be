import type { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import { NoSuchGroup, type Refusal } from '../../errors.ts'
import type { Env } from '../../lib/ui/variables.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { RefusalPage, sentencesOf, sentFrom, typedIn } from './error-page.tsx'
import { errorWords } from './error-words.ts'
import { mayBeOpen, opensByKey } from './open-addresses.ts'
import { withoutDatabase } from './unavailable.tsx'

const t = textsOf('edges', 'http')

export type Asked = Parameters<Parameters<Hono<Env>['notFound']>[0]>[0]

/** The addresses that this one is, as their domains wrote them, the one that answers first. What only guards a whole branch is none. */
export const routesOf = (c: Asked): string[] => matchedRoutes(c).flatMap(({ method, path }) => (method === 'ALL' ? [] : [path]))

/** A page about what went wrong; where the database goes away under it, one that needs none. */
async function inWords(c: Asked, page: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await page()
  } catch (error) {
    return withoutDatabase(c, error)
  }
}

/**
 * Says no. Who is signed out is sent to sign-in at every address of ours that is not theirs to see, whether the thing behind it exists or
 * not; where such things may be public, they hear that none is, as everybody does of a group that there is not.
 * @param foreign it was sent by a page of elsewhere: what it brought is not handed on
 */
export function refuse(
  status: 401 | 403 | 404 | 409 | 422,
  c: Asked,
  error: Refusal,
  { foreign = false }: { foreign?: boolean } = {},
): Response | Promise<Response> {
  const strange = c.get('actor').personId === null
  const [route] = routesOf(c)
  const byKey = route !== undefined && opensByKey(route)
  const words = errorWords(c.get('actor').locale)
  // A link of a mail that opens nothing any more, whatever it once opened.
  if (byKey && error.message === refusals.thisLinkIsOutOfDate)
    return inWords(c, () => showRefusal(c, { title: words.linkOver, said: [error.message, words.newerLink], status: 404 }))
  if (strange && (status === 404 || status === 401) && c.req.method === 'GET') return missing(c, route, error)
  const shown = status === 401 ? 404 : status
  // Their session may have ended while they wrote.
  if (strange && !foreign && (shown === 403 || shown === 404) && route !== undefined && !byKey)
    return inWords(c, () => signedOut(c, shown, error))
  const title = { 403: words.notPossible, 404: words.notFound, 409: words.faster, 422: words.notPossible }[shown]
  // Its title says already that it was not found.
  const said = error.message === refusals.thereIsNoSuchPage ? [words.noPage] : sentencesOf(error)
  return inWords(c, () => showRefusal(c, { title, said, status: shown }))
}

/** What is not there for who is signed out and asks for a page. */
function missing(c: Asked, route: string | undefined, error: Refusal): Response | Promise<Response> {
  const signIn = signInFor(c)
  if (error instanceof NoSuchGroup) return nowhere(c, { said: error.message, signIn })
  if (route === undefined || !mayBeOpen(route, c.req.path)) return c.redirect(signIn, 303)
  return opensByKey(route) ? nowhere(c, { said: error.message }) : nowhere(c, { signIn })
}

interface Said {
  title: string
  said: readonly string[]
  status: 403 | 404 | 409 | 422
}

const showRefusal = (c: Asked, { title, said, status }: Said) =>
  c.var.page(title, <RefusalPage {...{ title, said }} words={errorWords(c.get('actor').locale)} back={sentFrom(c)} />, { status })

/** Who is signed out sent a form: perhaps their session ended while they wrote, so what they typed stays on the page. */
async function signedOut(c: Asked, status: 403 | 404, error: Refusal): Promise<Response> {
  const words = errorWords(c.get('actor').locale)
  const again = c.req.method === 'POST' ? await typedIn(c) : undefined
  const said = status === 404 ? [] : sentencesOf(error)
  const title = words.signedOutTitle
  const signIn = signInFor(c)
  return c.var.page(title, <RefusalPage {...{ title, said, words, signIn, again }} back={sentFrom(c)} />, { status })
}

/** Where who is signed out signs in, to come back to what they asked for; a form is sent again from its page. */
function signInFor(c: Asked): string {
  const next = c.req.method === 'GET' ? c.req.path + new URL(c.req.raw.url).search : (sentFrom(c) ?? '/today')
  return `/sign-in?${new URLSearchParams({ next })}`
}

/**
 * A page that is not there for who is signed out. Where nothing has the address, signing in would not make it one.
 * @param signIn leads back to an address that members may open
 * @param said why, where that is known
 */
export function nowhere(c: Asked, { signIn, said }: { signIn?: string; said?: string } = {}): Promise<Response> {
  const words = errorWords(c.get('actor').locale)
  return inWords(c, () =>
    c.var.page(
      words.notFound,
      <div class="stack">
        <h1>{words.notFound}</h1>
        <p>{said ?? (signIn ? words.noOpenPage : words.noPage)}</p>
        <p class="row">
          {signIn && (
            <a class="button" href={signIn}>
              {words.signIn}
            </a>
          )}
          <a href="/">{words.toFirst}</a> {!signIn && <a href="/sign-in">{words.signIn}</a>}
        </p>
      </div>,
      { status: 404 },
    ),
  )
}

/** Says that we made a mistake, with the number under which our log has it. */
export function failed(c: Asked): Promise<Response> {
  const words = errorWords(c.get('actor').locale)
  const id = c.res.headers.get('x-request-id')
  const said = [t.sorryOurFaultHaveRecord, ...(id ? [t.errorNumber({ id })] : [])]
  const title = t.somethingWentWrong
  const trouble = (kind: 'work' | 'bare') =>
    c.var.page(title, <RefusalPage {...{ title, said, words }} back={sentFrom(c)} />, { kind, status: 500 })
  // What stands around a page may be what failed.
  return inWords(c, () => trouble('work').catch(() => trouble('bare')))
}
