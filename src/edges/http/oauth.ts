// The addresses of OAuth 2.1 and OpenID Connect, where programs and other sites ask in a person's name. This answers the protocol, before
// anybody's session is looked up. The pages that ask the person are in people/guests.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { Invalid } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { line } from '../../lib/ui/forms.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import type { Env } from '../../lib/ui/variables.ts'
import type { C } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { introduce } from '../../people/guests/actions.ts'
import { areIntroductionsOpen } from '../../people/guests/queries.ts'
import { doorScopes } from '../../people/guests/rules.ts'
import { doorOf } from './api.ts'
import { AskedWrongly } from './oauth-page.tsx'

const t = textsOf('edges', 'oauth')

/** Requests a minute of a network; a site brings all its people from one. */
const perNetwork = 600
/** Of what a program sends, in bytes. */
const largest = 56 * 1024
/** Programs that introduce themselves, an hour. */
const introductions = 20

const Introduction = z.object({ client_name: line(100).default(''), redirect_uris: z.array(z.string().max(500)).max(20) })

type Asked = C

const answered = async (c: Asked): Promise<Response> => {
  const { auth, log } = c.var
  const authority = await auth.authority()
  return authority.answer(c.req.raw, (err) => log.error({ err, path: c.req.path }, 'a request failed'))
}

/** What the library says of itself, and what we add to it. */
async function describe(c: Asked): Promise<Response> {
  const [answer, open] = await Promise.all([answered(c), areIntroductionsOpen(c.var.db)])
  const said = (await answer.json()) as { issuer: string; scopes_supported: string[] }
  return c.json({
    ...said,
    scopes_supported: [...said.scopes_supported, ...doorScopes],
    response_modes_supported: ['query'],
    ...(open ? { registration_endpoint: `${said.issuer}/oauth/register`, client_id_metadata_document_supported: true } : {}),
    service_documentation: `${said.issuer}/help/assistants`,
  })
}

/** Of the door of assistants (RFC 9728): who gives tokens for it, and what they can be for. */
const describeDoor = (c: Asked): Response =>
  c.json({
    resource: doorOf(c.var.site),
    authorization_servers: [c.var.site.baseUrl],
    scopes_supported: doorScopes,
    bearer_methods_supported: ['header'],
    resource_name: 'Rapport',
    resource_documentation: `${c.var.site.baseUrl}/help/assistants`,
  })

const refuse = (c: Asked, status: 400 | 403 | 413 | 429, error: string, why: string): Response =>
  c.json({ error, error_description: why }, status, { 'cache-control': 'no-store' })

async function register(c: Asked): Promise<Response> {
  const { db, write, network, actor } = c.var
  if (!(await areIntroductionsOpen(db))) return refuse(c, 403, 'access_denied', t.introductionsClosed)
  if (!(await takeTurn(db, `oauth:introduced:${network}`, introductions, 3_600, actor.at)))
    return refuse(c, 429, 'temporarily_unavailable', t.tooMany)
  const said = Introduction.safeParse(await c.req.json().catch(() => undefined))
  if (!said.success) return refuse(c, 400, 'invalid_client_metadata', 'redirect_uris: a list of addresses is needed.')
  const { client_name: named, redirect_uris: redirects } = said.data
  const name = named || 'A program'
  try {
    const client = await write((tx) => introduce(tx, actor.at, { name, redirects }))
    return c.json(
      {
        client_id: client,
        client_id_issued_at: Math.floor(actor.at.getTime() / 1_000),
        client_name: name,
        redirect_uris: redirects,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
      201,
      { 'cache-control': 'no-store' },
    )
  } catch (error) {
    if (error instanceof Invalid) return refuse(c, 400, 'invalid_redirect_uri', error.message)
    throw error
  }
}

/** A browser is led on, or told on a page why it cannot be; never to an address that nobody has entered here. */
async function lead(c: Asked): Promise<Response> {
  const answer = await answered(c)
  if (answer.status < 400) return answer
  // A form that a script sends is the library's answer to who asks for one; that is not done here.
  const said = (await answer.json().catch(() => ({}))) as { error?: string; error_description?: string }
  const { error = 'invalid_request', error_description: why = '' } = said
  const status = answer.status >= 500 ? 500 : 400
  return inLanguage(c.var.actor.locale, () => c.var.page(t.askedWrongly, AskedWrongly({ error, why }), { kind: 'bare', status }))
}

/** Where programs and other sites ask who somebody is. */
export function oauthRoutes() {
  const oauth = new Hono<Env>()
  const programs = ['/oauth/token', '/oauth/revoke', '/oauth/userinfo', '/oauth/register']
  for (const path of [...programs, '/oauth/authorize', '/oauth/authorize/:question'])
    oauth.use(path, async (c, next) => {
      const { db, network, actor } = c.var
      if (!(await takeTurn(db, `oauth:${network}`, perNetwork, 60, actor.at))) return refuse(c, 429, 'temporarily_unavailable', t.tooMany)
      await inLanguage(programs.includes(path) ? 'en' : actor.locale, next)
    })
  for (const path of programs)
    oauth.use(path, bodyLimit({ maxSize: largest, onError: (c) => refuse(c as Asked, 413, 'invalid_request', 'Too large.') }))
  return oauth
    .get('/.well-known/openid-configuration', describe)
    .get('/.well-known/oauth-authorization-server', describe)
    .get('/.well-known/oauth-protected-resource', describeDoor)
    .get('/.well-known/oauth-protected-resource/mcp', describeDoor)
    .get('/oauth/authorize', lead)
    .get('/oauth/authorize/:question', lead)
    .get('/oauth/jwks', answered)
    .get('/oauth/userinfo', answered)
    .post('/oauth/userinfo', answered)
    .post('/oauth/token', answered)
    .post('/oauth/revoke', answered)
    .post('/oauth/register', register)
}
