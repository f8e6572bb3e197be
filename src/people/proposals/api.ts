import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, id, instant, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { SentForm } from '../../lib/ui/sent-form.ts'
import { line } from '../../lib/ui/texts.ts'
import { keepProposal } from './actions.ts'
import { getProposal, listProposals, proposalPath } from './queries.ts'

const Proposal = z
  .object({
    id: z.number().int(),
    tool: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    client: z.string().openapi({ description: 'The program, by the name of its token.' }),
    madeAt: instant(),
    outcome: z.enum(['sent', 'discarded']).nullable().openapi({ description: 'What its person did with it; null while it waits.' }),
    page: z.string().openapi({ description: 'Where its person reads it, sends it or discards it.' }),
  })
  .openapi('Proposal')

type Row = Awaited<ReturnType<typeof getProposal>>
const shown = ({ path: _, decidedAt: __, outcome, ...row }: Row) => ({
  ...row,
  outcome: outcome as 'sent' | 'discarded' | null,
  page: proposalPath(row.id),
})

/** What programs draft for their person; nobody sends it here. */
export const proposalsApi = routes()

proposalsApi.openapi(
  createRoute({
    method: 'get',
    path: '/proposals',
    operationId: 'listProposals',
    summary: 'Drafts that programs made for me',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(Proposal), 'Those that wait, the newest first.'),
  }),
  async (c) =>
    c.json(
      cut(
        c,
        c.req.valid('query'),
        (await listProposals(c.var.db, c.var.actor)).map((row) => Proposal.parse(shown(row))),
      ),
      200,
    ),
)

proposalsApi.openapi(
  createRoute({
    method: 'get',
    path: '/proposals/{proposal}',
    operationId: 'getProposal',
    summary: 'One draft that a program made for me',
    ...needs('read'),
    request: { params: z.object({ proposal: id() }) },
    responses: says(Proposal, 'The draft, and what became of it.'),
  }),
  async (c) => c.json(Proposal.parse(shown(await getProposal(c.var.db, c.var.actor, c.req.valid('param').proposal))), 200),
)

proposalsApi.openapi(
  createRoute({
    method: 'post',
    path: '/proposals',
    operationId: 'draftForMe',
    summary: 'Draft a form for the person of this token',
    description: 'Nothing is done with it until its person has read it and sends it in a browser.',
    ...needs('propose'),
    request: {
      body: takes(
        z.object({
          tool: line(60).openapi({ description: 'A tool that drafts, by its name.', example: 'draftTask' }),
          arguments: SentForm,
        }),
      ),
    },
    responses: makes(Proposal, 'It waits on Today.'),
  }),
  async (c) => {
    const { db, write, actor, gathered, token } = c.var
    const { tool: name, arguments: sent } = c.req.valid('json')
    const tool = gathered.tools.find((one) => 'drafts' in one && one.drafts === name)
    if (!tool || !('drafts' in tool)) throw new NotFound(refusals.thereIsNoSuchAddress)
    const proposal = await write((tx) => keepProposal(tx, actor, tool, sent, token?.name ?? ''))
    return made(c, Proposal.parse(shown(await getProposal(db, actor, proposal.id))), ({ id: number }) => `/proposals/${number}`)
  },
)
