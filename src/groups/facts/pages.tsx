import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { act } from '../../lib/ui/acts.ts'
import { type FormBody, many, type Refused, readForm, whole } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, shortName } from '../../lib/ui/texts.ts'
import { done, type Env, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { mayAdminister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { listCommunities } from '../queries.ts'
import { addUserGroup, changeFacts, setUserGroups } from './actions.ts'
import { getKeptFacts, listFormerNames, listHosted } from './queries.ts'
import { directories } from './rules.ts'
import { FactsPage, factsPath } from './views.tsx'

const t = textsOf('groups', 'facts')

const FactsForm = z.object({
  name: line(200),
  tagline: line(300).default(''),
  foundedOn: z.iso.date().optional(),
  directory: z.enum(directories).optional(),
})
const UserGroupsForm = z.object({ communityIds: many(whole()), hosts: many(line(40)) })
const NewForm = z.object({
  name: line(200),
  slug: shortName(),
})

const slugOf = (c: Context<Env>): string => c.req.param('group') ?? ''

async function showFacts(c: Context<Env>, refused?: { form: string; refused: Refused }) {
  const { db, actor } = c.var
  const group = await getKeptFacts(db, actor, slugOf(c))
  if (group.heir !== null) return c.redirect(factsPath(group.heir), 301)
  return c.var.page({
    title: t.aboutTheGroup,
    status: refused ? 422 : 200,
    children: (
      <FactsPage
        group={group}
        communities={await listCommunities(db)}
        lists={await listHosted(db, group.id)}
        formerNames={await listFormerNames(db, group.id)}
        administers={mayAdminister(actor)}
        today={todayOf(actor)}
        refused={refused}
      />
    ),
  })
}

/** Takes one of the page's forms; what is wrong comes back beside its field. */
async function take(c: Context<Env>, form: string, said: string, perform: (body: FormBody) => Promise<unknown>): Promise<Response> {
  await getKeptFacts(c.var.db, c.var.actor, slugOf(c))
  if (form !== 'facts' && !mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return refusable(c, (refused) => showFacts(c, { form, refused })).run(async (body) => {
    await perform(body)
    return done(c, factsPath(slugOf(c)), said)
  })
}

/** What a group says of itself, and to whom it belongs. */
export const factsPages = pages()
  .get('/groups/:group/facts', (c) => showFacts(c))
  .post('/groups/:group/facts', act('work', 'editGroupDetails', 'Edit the details of a group', FactsForm), (c) =>
    take(c, 'facts', t.saved, (body) => {
      const { foundedOn, directory, ...facts } = readForm(FactsForm, body)
      const change = { ...facts, foundedOn: foundedOn ?? null, ...(directory ? { directory } : {}) }
      return c.var.write((tx) => changeFacts(tx, c.var.actor, slugOf(c), change))
    }),
  )
  .post(
    '/groups/:group/user-groups',
    act('work', 'setUserGroups', 'Set the user groups of a group and the hosts of its lists', UserGroupsForm, { scope: 'admin' }),
    (c) =>
      take(c, 'user-groups', t.saved, (body) => {
        const form = readForm(UserGroupsForm, body)
        return c.var.write((tx) => setUserGroups(tx, c.var.actor, slugOf(c), form))
      }),
  )
  .post(
    '/groups/:group/user-groups/new',
    act('work', 'addGroupToUserGroup', 'Add a user group to a group', NewForm, { scope: 'admin' }),
    (c) =>
      take(c, 'new', t.userGroupAddedSelectBelow, (body) => {
        const form = readForm(NewForm, body)
        return c.var.write((tx) => addUserGroup(tx, c.var.actor, slugOf(c), form))
      }),
  )
