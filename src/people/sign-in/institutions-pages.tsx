import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { missing } from '../../errors.ts'
import { Untrusted } from '../../lib/identity/statement.ts'
import { NotRead } from '../../lib/outward-read.ts'
import { bodyOf, type C, onlyPages, ownPath, pages } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneSaid } from '../../lib/ui/zone-names.ts'
import { onlyHerself } from '../../only.ts'
import { dropInstitution, keepInstitutions } from '../federations/actions.ts'
import { readInstitution } from '../federations/ask.ts'
import {
  findInstitutionLogin,
  type InstitutionLogin,
  listOpenFederations,
  listRemembered,
  providerOf,
  searchInstitutionLogins,
} from '../federations/queries.ts'
import { isStale, mostRemembered, mostShown } from '../federations/rules.ts'
import { leave, localeOf, orFailed, takeTry, trusted } from './leaving-pages.tsx'
import { InstitutionsPage, type Purpose } from './views.tsx'

const choosing = textsOf('people', 'institutions')

const cookie = 'rapport-institutions'
const year = 365 * 86_400

const textOf = (typed: unknown): string | undefined => (typeof typed === 'string' ? typed.slice(0, 2_000) : undefined)

const rememberedIn = (c: C): number[] =>
  (getCookie(c, cookie) ?? '')
    .split('.')
    .filter((one) => /^\d{1,15}$/.test(one))
    .slice(0, mostRemembered)
    .map(Number)

/** The institutions that this browser remembers; undefined where the site is in no federation. */
export async function rememberedInstitutions(c: C): Promise<{ id: number; name: string }[] | undefined> {
  const { db } = c.var
  if ((await listOpenFederations(db)).length === 0) return undefined
  return listRemembered(db, rememberedIn(c), localeOf(c))
}

function remember(c: C, id: number): void {
  const ids = [id, ...rememberedIn(c).filter((one) => one !== id)].slice(0, mostRemembered)
  const secure = c.var.site.baseUrl.startsWith('https:')
  setCookie(c, cookie, ids.join('.'), { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: year, secure })
}

const purposeOf = (text: string | undefined): Purpose => (text === 'evidence' || text === 'link' ? text : 'sign-in')
const nextOf = (text: string | undefined, purpose: Purpose): string => ownPath(text, purpose === 'link' ? '/me#sign-in' : '/today')

/**
 * What signed metadata says of an institution now: of an MDQ server it is asked anew when it was not of late. While the server is away, what
 * it signed before counts until its end.
 */
async function askedAnew(c: C, login: InstitutionLogin): Promise<InstitutionLogin | undefined> {
  const { db, write, actor, resolver, config, log } = c.var
  if (login.kind !== 'mdq' || !isStale(login.readAt, actor.at)) return login
  try {
    const { institution, validUntil } = await readInstitution(login, actor.at, { resolver, allowed: config.webhookNetworks })
    await write((tx) => keepInstitutions(tx, actor.at, login.federationId, [institution], { validUntil }))
    return findInstitutionLogin(db, { id: login.id })
  } catch (error) {
    if (!(error instanceof NotRead)) throw error
    if (error.gone) {
      await write((tx) => dropInstitution(tx, login.id))
      return undefined
    }
    log.warn({ reason: error.message, institution: login.entityId }, 'metadata could not be read')
    return login
  }
}

/** The choice of an institution, for federations that this site is in. */
export const institutionPages = pages()
  .get('/sign-in/institutions', async (c) => {
    const { db } = c.var
    const remembered = (await rememberedInstitutions(c)) ?? missing(refusals.thereIsNoSuchPage)
    const purpose = purposeOf(c.req.query('for'))
    const words = (c.req.query('q') ?? '').slice(0, 100)
    const found = await searchInstitutionLogins(db, words, localeOf(c))
    const more = found.length > mostShown
    // Without words, a list of some of them would only say that others are not in it.
    const shown = words.trim() === '' && more ? [] : found.slice(0, mostShown)
    const others = words.trim() === '' ? shown.filter(({ id }) => !remembered.some((one) => one.id === id)) : shown
    return c.var.page(
      choosing.title,
      <InstitutionsPage
        {...{ words, remembered, purpose }}
        found={others}
        more={more && words.trim() !== ''}
        next={nextOf(c.req.query('next'), purpose)}
      />,
      { kind: 'bare' },
    )
  })
  .post('/sign-in/institutions', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const { db, actor } = c.var
    const body = await bodyOf(c)
    const [institution = '', next, typed, browserZone] = ['institution', 'next', 'purpose', 'browserZone'].map((name) => textOf(body[name]))
    const id = /^\d{1,15}$/.test(institution) ? Number(institution) : 0
    const purpose = purposeOf(typed)
    const personId = purpose === 'link' ? onlyHerself(c.var.actor) : undefined
    const chosen = (await findInstitutionLogin(db, { id })) ?? missing(refusals.thereIsNoSuchPage)
    return orFailed(c, async () => {
      await takeTry(c)
      const provider = await trusted(c, async () => {
        const login = await askedAnew(c, chosen)
        const one = login && providerOf(login, actor.at, localeOf(c))
        if (!one) throw new Untrusted(`No valid metadata of ${chosen.entityId}.`)
        return one
      })
      remember(c, id)
      const evidence = purpose === 'evidence' ? { purpose } : {}
      return leave(c, { provider, next: nextOf(next, purpose), ...evidence, personId, browserZone: zoneSaid(browserZone) })
    })
  })
  .post('/sign-in/institutions/forget', onlyPages('person', 'It is about a browser.'), async (c) => {
    const body = await bodyOf(c)
    const purpose = purposeOf(textOf(body.purpose))
    deleteCookie(c, cookie, { path: '/' })
    return c.redirect(`/sign-in/institutions?${new URLSearchParams({ for: purpose, next: nextOf(textOf(body.next), purpose) })}`, 303)
  })
