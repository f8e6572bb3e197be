import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { instant, lists, makes, named, needs, routes, says } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/forms.ts'
import { SentForm } from '../../lib/ui/sent-form.ts'
import { refusals } from '../../lib/ui/words.ts'
import { keepProposal } from './actions.ts'
import { getProposal, listProposals, proposalPath } from './queries.ts'

const Proposal = named('Proposal', {
  id: z.int(),
  tool: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  client: z.string().openapi({ description: 'The program, by the name of its token.' }),
  madeAt: instant(),
  outcome: z.enum(['sent', 'discarded']).nullable().openapi({ description: 'What its person did with it; null while it waits.' }),
  page: z.string().openapi({ description: 'Where its person reads it, sends it or discards it.' }),
})

type Row = Awaited<ReturnType<typeof getProposal>>
const shown = ({ path: _, decidedAt: __, outcome, ...row }: Row) => ({
  ...row,
  outcome: outcome as 'sent' | 'discarded' | null,
  page: proposalPath(row.id),
})

/** What programs draft for their person; nobody sends it here. */
export const proposalsApi = routes()

proposalsApi.operation('listProposals', 'GET /proposals', {
  summary: 'Drafts that programs made for me',
  may: needs('read'),
  answers: lists(Proposal, 'Those that wait, the newest first.'),
  run: async ({ db, actor }) => (await listProposals(db, actor)).map(shown),
})

proposalsApi.operation('getProposal', 'GET /proposals/{proposal}', {
  summary: 'One draft that a program made for me',
  may: needs('read'),
  answers: says(Proposal, 'The draft, and what became of it.'),
  run: async ({ db, actor, params }) => shown(await getProposal(db, actor, params.proposal)),
})

proposalsApi.operation('draftForMe', 'POST /proposals', {
  summary: 'Draft a form for the person of this token',
  description: 'Nothing is done with it until its person has read it and sends it in a browser.',
  may: needs('propose'),
  body: { tool: line(60).openapi({ description: 'A tool that drafts, by its name.', example: 'draftTask' }), arguments: SentForm },
  answers: makes(Proposal, 'It waits on Today.', '/proposals/{id}'),
  run: async ({ db, write, actor, gathered, token, body: { tool: name, arguments: sent } }) => {
    const tool = gathered.tools.find((one) => 'drafts' in one && one.drafts === name)
    if (!tool || !('drafts' in tool)) throw new NotFound(refusals.thereIsNoSuchAddress)
    const proposal = await write((tx) => keepProposal(tx, actor, tool, sent, token?.name ?? ''))
    return shown(await getProposal(db, actor, proposal.id))
  },
})
