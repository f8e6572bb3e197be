import { z } from '@hono/zod-openapi'
import { does, instant, lists, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { getDesk, listDesks } from '../list/queries.ts'
import { writeFromRole } from './actions.ts'
import { changeExchange } from './passing-actions.ts'
import { getExchange, listExchanges } from './queries.ts'
import { readAbout, states } from './rules.ts'

const Desk = named('RoleAddress', { name: z.string(), title: z.string(), group: z.string().nullable(), community: z.string().nullable() })
const Line = named('CorrespondenceLine', {
  id: z.int(),
  subject: z.string(),
  counterpart: z.string(),
  counterpartName: z.string(),
  state: z.enum(states),
  owner: z.string().nullable(),
  answerBy: z.iso.date().nullable(),
  about: z.string(),
  mails: z.int(),
  lastAt: instant(),
})
const Correspondence = Line.omit({ mails: true })
  .extend({
    mails: z.array(
      z.object({
        id: z.int(),
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

const inDesk = { desk: line(40) }

/** What comes to the address of a role and leaves from it, for those who hold it. */
export const correspondenceApi = routes()

correspondenceApi.operation('listRoleAddresses', 'GET /correspondence', {
  summary: 'The addresses of roles whose conversations I can read',
  may: needs('read'),
  answers: lists(Desk, 'The addresses.'),
  run: ({ db, actor }) => listDesks(db, actor),
})

correspondenceApi.operation('listExchanges', 'GET /correspondence/{desk}', {
  summary: 'The conversations of an address: those that wait first, then the newest',
  may: needs('read'),
  params: inDesk,
  query: { q: line(200).optional(), state: z.enum(states).optional() },
  answers: pages(Line, 'A page of exchanges.'),
  run: async ({ db, actor, params, query: { page, limit, q, state } }) => {
    const desk = await getDesk(db, actor, params.desk)
    const found = await listExchanges(db, actor, desk, { state, search: q || undefined }, { page, limit })
    return { items: found.exchanges, pages: found.pages }
  },
})

correspondenceApi.operation('getExchange', 'GET /correspondence/{desk}/{exchange}', {
  summary: 'One conversation with its emails',
  may: needs('read'),
  params: inDesk,
  answers: says(Correspondence, 'The exchange.'),
  run: async ({ db, actor, params: { desk, exchange } }) => getExchange(db, await getDesk(db, actor, desk), exchange),
})

correspondenceApi.operation('updateExchange', 'PATCH /correspondence/{desk}/{exchange}', {
  summary: 'Set the status of a conversation',
  may: needs('write', 'work'),
  params: inDesk,
  body: {
    state: z.enum(states),
    ownerId: z.int().positive().nullish(),
    answerBy: z.iso.date().nullish(),
    about: line(200)
      .refine((path) => path === '' || readAbout(path) !== undefined, { message: 'The path of a thing of this site, like /requests/214.' })
      .optional(),
  },
  answers: does('Saved.'),
  run: ({ write, actor, params: { desk, exchange }, body: change }) => write((tx) => changeExchange(tx, actor, desk, exchange, change)),
})

correspondenceApi.operation('answerExchange', 'POST /correspondence/{desk}/{exchange}/answer', {
  summary: 'Answer from the address of the role',
  may: needs('write', 'will'),
  params: inDesk,
  body: {
    subject: line(300).min(1),
    text: lines(100_000).min(1),
    answerExpected: z.boolean().default(false),
    answerBy: z.iso.date().optional(),
  },
  answers: does('It is on its way.'),
  run: ({ write, actor, site, params: { desk, exchange }, body: mail }) =>
    write((tx) => writeFromRole(tx, actor, site, desk, { exchangeId: exchange }, mail)),
})
