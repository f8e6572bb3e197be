import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, id, instant, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { getDesk, listDesks } from '../list/queries.ts'
import { writeFromRole } from './actions.ts'
import { changeExchange } from './passing-actions.ts'
import { getExchange, listExchanges } from './queries.ts'
import { readAbout, states } from './rules.ts'

const Desk = z
  .object({ name: z.string(), title: z.string(), group: z.string().nullable(), community: z.string().nullable() })
  .openapi('RoleAddress')
const Line = z
  .object({
    id: z.number().int(),
    subject: z.string(),
    counterpart: z.string(),
    counterpartName: z.string(),
    state: z.enum(states),
    owner: z.string().nullable(),
    answerBy: z.iso.date().nullable(),
    about: z.string(),
    mails: z.number().int(),
    lastAt: instant(),
  })
  .openapi('CorrespondenceLine')
const Correspondence = Line.omit({ mails: true })
  .extend({
    mails: z.array(
      z.object({
        id: z.number().int(),
        direction: z.enum(['in', 'out']),
        fromName: z.string(),
        fromEmail: z.string(),
        subject: z.string(),
        text: z.string(),
        sentAt: instant(),
        keptBack: z.string().openapi({ description: 'Why it was passed on to nobody; empty where it was.' }),
      }),
    ),
  })
  .openapi('Correspondence')

const inDesk = z.object({ desk: line(40) })

/** What comes to the address of a role and leaves from it, for those who hold it. */
export const correspondenceApi = routes()

correspondenceApi.openapi(
  createRoute({
    method: 'get',
    path: '/correspondence',
    operationId: 'listRoleAddresses',
    summary: 'The addresses of roles whose conversations I can read',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(Desk), 'The addresses.'),
  }),
  async (c) => c.json(cut(c, c.req.valid('query'), z.array(Desk).parse(await listDesks(c.var.db, c.var.actor))), 200),
)

correspondenceApi.openapi(
  createRoute({
    method: 'get',
    path: '/correspondence/{desk}',
    operationId: 'listExchanges',
    summary: 'The conversations of an address: those that wait first, then the newest',
    ...needs('read'),
    request: { params: inDesk, query: Paging.extend({ q: line(200).optional(), state: z.enum(states).optional() }) },
    responses: says(pageOf(Line), 'A page of exchanges.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, q, state } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const desk = await getDesk(db, actor, c.req.valid('param').desk)
    const found = await listExchanges(db, actor, desk, { state, search: q || undefined }, { page, limit })
    return c.json(pageOf(Line).parse({ items: found.exchanges, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

const inExchange = inDesk.extend({ exchange: id() })

correspondenceApi.openapi(
  createRoute({
    method: 'get',
    path: '/correspondence/{desk}/{exchange}',
    operationId: 'getExchange',
    summary: 'One conversation with its emails',
    ...needs('read'),
    request: { params: inExchange },
    responses: says(Correspondence, 'The exchange.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { desk: name, exchange } = c.req.valid('param')
    const desk = await getDesk(db, actor, name)
    return c.json(Correspondence.parse(await getExchange(db, desk, exchange)), 200)
  },
)

correspondenceApi.openapi(
  createRoute({
    method: 'patch',
    path: '/correspondence/{desk}/{exchange}',
    operationId: 'updateExchange',
    summary: 'Set the status of a conversation',
    ...needs('write', 'work'),
    request: {
      params: inExchange,
      body: takes(
        z.object({
          state: z.enum(states),
          ownerId: z.number().int().positive().optional(),
          answerBy: z.iso.date().optional(),
          about: line(200)
            .refine((path) => path === '' || readAbout(path) !== undefined, {
              message: 'The path of a thing of this site, like /requests/214.',
            })
            .default(''),
        }),
      ),
    },
    responses: does('Saved.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { desk, exchange } = c.req.valid('param')
    const change = c.req.valid('json')
    await write((tx) => changeExchange(tx, actor, desk, exchange, change))
    return c.body(null, 204)
  },
)

correspondenceApi.openapi(
  createRoute({
    method: 'post',
    path: '/correspondence/{desk}/{exchange}/answer',
    operationId: 'answerExchange',
    summary: 'Answer from the address of the role',
    ...needs('write', 'will'),
    request: {
      params: inExchange,
      body: takes(
        z.object({
          subject: line(300).min(1),
          text: lines(100_000).min(1),
          answerExpected: z.boolean().default(false),
          answerBy: z.iso.date().optional(),
        }),
      ),
    },
    responses: does('It is on its way.'),
  }),
  async (c) => {
    const { write, actor, site } = c.var
    const { desk, exchange } = c.req.valid('param')
    const mail = c.req.valid('json')
    await write((tx) => writeFromRole(tx, actor, site, desk, { exchangeId: exchange }, mail))
    return c.body(null, 204)
  },
)
