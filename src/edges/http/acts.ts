// Every form of the pages is an act of the API: the same handler, with a token instead of a session and JSON instead of a form. The answer
// says what was done; errors that a page would show beside a field come as problem+json.
import type { Context, Hono, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { type ApiEnv, does, mostFaults, needs, personOnly, routes } from '../../lib/ui/api.ts'
import { readFields } from '../../lib/ui/form-body.ts'
import { emptiedTo, type FormBody, saidNo } from '../../lib/ui/forms.ts'
import { leftOut } from '../../lib/ui/left-out.ts'
import { formOf, SentForm } from '../../lib/ui/sent-form.ts'
import type { Env, PageFacts } from '../../lib/ui/variables.ts'
import { type Act, declarationOf, type Whose } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { wordsOfField } from './describe.ts'

const t = textsOf('edges', 'http')

type Domain = Hono<Env>

/** Where the acts are, below the API. */
const root = '/acts'

/** The forms that say whose they are, by the address of their page; `act` where programs are offered the form itself. */
export const listForms = (domains: readonly Domain[]): { path: string; whose: Whose; act?: Act }[] =>
  domains.flatMap((domain) =>
    domain.routes.flatMap(({ method, path, handler }) => {
      const declared = method === 'POST' ? declarationOf(handler) : undefined
      return declared ? [{ path, whose: declared.whose, act: 'act' in declared ? declared.act : undefined }] : []
    }),
  )

/** The forms that programs are offered: those declared with `act`, but what is a person's alone. */
export const listActs = (domains: readonly Domain[]) =>
  listForms(domains).flatMap(({ path, whose, act }) => (act && whose !== 'person' ? [{ path, whose, act }] : []))

/** Says no to every token where a form is a person's alone, before anything is read. */
function refusePrograms(api: ReturnType<typeof routes>, domains: readonly Domain[]): void {
  for (const { path, whose } of listForms(domains)) if (whose === 'person') api.post(`${root}${path}`, personOnly)
}

/** A misspelt field would be passed over in silence by a form; a program is told. */
function refuseUnknown(names: Iterable<string>, { form, files }: Act): void {
  const known = form === undefined ? {} : form instanceof z.ZodObject && form.def.catchall === undefined ? form.shape : undefined
  if (!known) return
  const unknown = [...names].filter((name) => !Object.hasOwn(known, name) && !files.includes(name))
  if (unknown.length > 0)
    throw new Invalid(t.theRequestDoesNotFitIts, Object.fromEntries(unknown.slice(0, mostFaults).map((name) => [name, refusals.noField])))
}

/** What becomes of a field of what is there already, by what becomes of it where it is sent empty. */
const staying = {
  nothing: leftOut.removed,
  no: `${leftOut.stays}.`,
  asked: `${leftOut.stays}; it cannot be empty.`,
}

/** Says of each field that stays where it is left out that it does. */
function sayStaying(form: z.ZodObject, properties: Record<string, { description?: string }>): void {
  for (const [name, field] of Object.entries(form.shape)) {
    const [one, how] = [properties[name], emptiedTo(field)]
    if (one && how) one.description = [one.description ?? wordsOfField(name), staying[how]].filter(Boolean).join(' ')
  }
}

/** The schema of a form's fields for the description; what JSON Schema has no word for is anything. */
function describeForm({ form, files }: Act) {
  const { $schema: _, ...schema } = form
    ? z.toJSONSchema(form, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })
    : { $schema: '', type: 'object' as const, properties: {} }
  if (form instanceof z.ZodObject) sayStaying(form, schema.properties as Record<string, { description?: string }>)
  for (const file of files)
    schema.properties = { ...schema.properties, [file]: { type: 'string', contentMediaType: 'application/octet-stream' } }
  return schema
}

/** What the pages do at this address, the declaration first. */
const handlersOf = ({ routes }: Domain, address: string) =>
  routes.flatMap(({ method, path, handler }) => (method === 'POST' && path === address ? [handler as never] : []))

const Done = z
  .object({
    page: z.string().nullable().openapi({ description: 'Where the page would go on.' }),
    said: z.string().nullable().openapi({ description: 'What the page would say there.' }),
    made: z.union([z.string(), z.number().int()]).nullable().openapi({ description: 'What was made, by its number or name.' }),
  })
  .openapi('Done')
const answer = { 'application/json': { schema: Done } }

/** What a page would say instead of going on, as a refusal. */
function refusedBy(title: string, status: PageFacts['status']): Error {
  if (status === 404 || status === 401) return new NotFound(title)
  if (status === 403) return new NotAllowed(title)
  return status === 409 ? new Conflict(title) : new Invalid(title)
}

/** Answers a program in place of the pages: what was done instead of where to look, the refusal instead of the form. */
function asProgram(act: Act): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.set('form', await readSent(c, act))
    c.set('answer', ({ page, said = null, made = null }) =>
      made === null ? c.json({ page, said, made }) : c.json({ page, said, made }, 201, { location: page }),
    )
    c.set('page', async (title, content, { status = 200 } = {}) => {
      await content
      if (c.var.refused || status >= 400) throw refusedBy(title, status)
      return c.json({ page: null, said: title, made: null })
    })
    await next()
    const page = c.res.headers.get('location')
    if (c.res.status >= 300 && c.res.status < 400 && page !== null) c.res = c.json({ page, said: null, made: null })
  }
}

/** The domain whose form each address is. */
export const ownersOf = (plates: readonly { name: string; pages?: readonly Domain[] }[]): ReadonlyMap<string, string> =>
  new Map(plates.flatMap(({ name, pages = [] }) => listForms(pages).map(({ path }) => [path, name] as const)))

/** The acts of these pages, below /acts; their addresses are gathered already. Each carries the name of its owner. */
export function createActs(addresses: Domain, owners: ReadonlyMap<string, string>) {
  const api = routes()
  refusePrograms(api, [addresses])
  for (const { path, whose, act } of listActs([addresses])) {
    const { middleware, security } = act.scope === 'write' ? needs('write', whose) : needs(act.scope)
    const described = path.replaceAll(/:(\w+)(?:\{[^{}]*\})?/g, '{$1}')
    api.openAPIRegistry.registerPath({
      method: 'post',
      path: `${root}${described}`,
      operationId: act.name,
      summary: act.summary,
      tags: [owners.get(path) ?? ''],
      security,
      request: {
        params: z.object(Object.fromEntries([...described.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, z.string()]))) as never,
        body: {
          required: act.form !== undefined || act.files.length > 0,
          content: { [act.files.length > 0 ? 'multipart/form-data' : 'application/json']: { schema: describeForm(act) as never } },
        },
      },
      responses: {
        200: { description: 'Done; `page` is where to look now.', content: answer },
        201: { description: 'Made; `made` is its number or name, by which addresses know it.', content: answer },
        default: does('').responses.default,
      },
    })
    api.on('POST', [`${root}${path}`], middleware, asProgram(act), ...handlersOf(addresses, path))
  }
  return api
}

/** What a program sent, as a form's handler reads it. */
async function readSent(c: Context<ApiEnv>, act: Act): Promise<FormBody> {
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('multipart/form-data') && act.files.length > 0) {
    const sent = await readFields(c.req, true)
    refuseUnknown(Object.keys(sent), act)
    return { ...sent, [saidNo]: new Set() }
  }
  const text = await c.req.text()
  let sent: unknown = {}
  try {
    if (text !== '') sent = JSON.parse(text)
  } catch {
    throw new Invalid(t.theBodyIsNoJson)
  }
  const read = SentForm.safeParse(sent)
  if (!read.success) {
    const fields = Object.fromEntries(
      read.error.issues.map(({ path }) => [
        String(path[0] ?? ''),
        'A text of at most a million letters, a number, true, false, null, or several.',
      ]),
    )
    const { '': whole, ...named } = fields
    throw new Invalid(whole === undefined ? t.theRequestDoesNotFitIts : t.theBodyMustBeAnObject, named)
  }
  refuseUnknown(Object.keys(read.data), act)
  return formOf(read.data)
}
