import type { Outward } from '../../lib/outward.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import { ask, NoAnswer, type OutwardAnswer } from './ask.ts'

const t = textsOf('news', 'answers')

/** Where a WordPress is and as whom drafts are put there. */
export interface WordPress {
  /** Of the site, as people open it. */
  url: string
  username: string
  /** An application password, not the one to sign in with. */
  password: string
}

export interface Draft {
  title: string
  /** HTML. */
  content: string
  /** The same at every try, so that a draft that arrived without our hearing of it is found. */
  slug: string
}

/** What became of a draft. `failed`: as it is, trying again does not help; `later`: it may. */
export type Arrival = { kind: 'arrived'; id: string; link: string } | { kind: 'failed' | 'later'; answer: string }

const endpoint = ({ url }: WordPress): string => `${url.replace(/(?<!\/)\/+$/, '')}/wp-json/wp/v2/posts`

const headersFor = ({ username, password }: WordPress) => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
  accept: 'application/json',
  'content-type': 'application/json',
})

/** Puts a draft into a WordPress, unless an earlier try has: its editor decides about it there. */
export async function putDraft(site: WordPress, draft: Draft, { tried, outward }: { tried: boolean; outward: Outward }): Promise<Arrival> {
  try {
    if (tried) {
      const found = await findDraft(site, draft.slug, outward)
      if (found) return found
    }
    const body = JSON.stringify({ ...draft, status: 'draft' })
    return readAnswer(await ask({ method: 'POST', url: endpoint(site), headers: headersFor(site), body }, outward))
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { kind: error.later ? 'later' : 'failed', answer: error.message }
  }
}

async function findDraft(site: WordPress, slug: string, outward: Outward): Promise<Arrival | undefined> {
  const query = new URLSearchParams({ slug, status: 'draft,pending,publish,future,private', context: 'edit' })
  const { status, body } = await ask({ method: 'GET', url: `${endpoint(site)}?${query}`, headers: headersFor(site) }, outward)
  const posts = status === 200 ? readJson(body) : undefined
  return Array.isArray(posts) ? arrivalOf(posts[0]) : undefined
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function arrivalOf(post: unknown): Arrival | undefined {
  if (typeof post !== 'object' || post === null || !('id' in post) || typeof post.id !== 'number') return undefined
  const link = 'link' in post && typeof post.link === 'string' && isWebAddress(post.link) ? post.link : ''
  return { kind: 'arrived', id: String(post.id), link }
}

/** What WordPress says of itself is shown, but only words and not long. */
const wordsOf = (body: string): string => {
  const json = readJson(body)
  const message = typeof json === 'object' && json !== null && 'message' in json ? json.message : ''
  return typeof message === 'string' ? message.replaceAll(/<[^<>]*>/g, '').slice(0, 300) : ''
}

/** An answer of WordPress in words for people. */
export function readAnswer({ status, location, body }: OutwardAnswer): Arrival {
  if (status === 200 || status === 201) return arrivalOf(readJson(body)) ?? { kind: 'failed', answer: t.page }
  if (status >= 300 && status < 400) return { kind: 'failed', answer: t.moved({ link: location.slice(0, 200) }) }
  if (status === 401 || status === 403) return { kind: 'failed', answer: t.account({ said: wordsOf(body) }).trim() }
  if (status === 404) return { kind: 'failed', answer: t.noRest }
  if (status === 429 || status >= 500) return { kind: 'later', answer: t.error({ status: String(status) }) }
  return { kind: 'failed', answer: t.refused({ status: String(status), said: wordsOf(body) }).trim() }
}
