import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { ifSent, line, many, orEmpty, orNone, shortNameIfAny, shortNamesOf, whole } from '../../lib/ui/forms.ts'
import { act, adminAct, type C, doneIf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
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
  tagline: orEmpty(line(300)),
  foundedOn: orNone(z.iso.date()),
  directory: ifSent(z.enum(directories)),
})
const UserGroupsForm = z.object({ communityIds: ifSent(many(whole())), hosts: ifSent(many(line(40))) })
const NewForm = z.object({ name: line(200), slug: shortNameIfAny() })

const slugOf = (c: C): string => c.req.param('group') ?? ''

async function showFacts(c: C) {
  const { db, actor } = c.var
  const group = await getKeptFacts(db, actor, slugOf(c))
  if (group.heir !== null) return c.redirect(factsPath(group.heir), 301)
  return c.var.page(
    t.aboutTheGroup,
    <FactsPage
      group={group}
      communities={await listCommunities(db)}
      lists={await listHosted(db, group.id)}
      formerNames={await listFormerNames(db, group.id)}
      administers={mayAdminister(actor)}
      today={todayOf(actor)}
    />,
  )
}

/** Takes one of the page's forms; what is wrong comes back beside its field. */
async function take<S extends z.ZodType>(
  c: C,
  form: string,
  said: string,
  schema: S,
  perform: (tx: Tx, typed: z.output<S>) => Promise<unknown>,
): Promise<Response> {
  await getKeptFacts(c.var.db, c.var.actor, slugOf(c))
  if (form !== 'facts' && !mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return refusable(c, () => showFacts(c)).take(schema, async (typed) => {
    // What only changes something answers whether it did.
    const changed = (await c.var.write((tx) => perform(tx, typed))) !== false
    return doneIf(c, changed, factsPath(slugOf(c)), said)
  })
}

/** What a group says of itself, and to whom it belongs. */
export const factsPages = pages()
  .get('/groups/:group/facts', (c) => showFacts(c))
  .post('/groups/:group/facts', act('work', 'editGroupDetails', 'Edit the details of a group', FactsForm), (c) =>
    take(c, 'facts', t.saved, FactsForm, (tx, facts) => changeFacts(tx, c.var.actor, slugOf(c), facts)),
  )
  .post(
    '/groups/:group/user-groups',
    adminAct('setUserGroups', 'Set the user groups of a group and the hosts of its lists', UserGroupsForm),
    (c) => take(c, 'user-groups', t.saved, UserGroupsForm, (tx, form) => setUserGroups(tx, c.var.actor, slugOf(c), form)),
  )
  .post('/groups/:group/user-groups/new', adminAct('addGroupToUserGroup', 'Add a user group to a group', NewForm), (c) =>
    take(c, 'new', t.userGroupAddedSelectBelow, NewForm, (tx, { name, slug }) =>
      addUserGroup(tx, c.var.actor, slugOf(c), { name, slug, ...shortNamesOf({ slug: { typed: slug, name } }) }),
    ),
  )
