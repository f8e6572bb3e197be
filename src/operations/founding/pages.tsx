import * as z from 'zod'
import { listCommunities } from '../../groups/queries.ts'
import { line, mailAddress, readForm, shortNameIfAny, shortNamesOf, whole } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { findEmailOf } from '../../people/queries.ts'
import { todayOf } from '../../time.ts'
import { firstWeeksPath } from '../first-weeks/queries.ts'
import { addProduct, foundWorkingGroup, openGroupList, rename } from './actions.ts'
import { getFoundedGroup, listProducts, readSite } from './queries.ts'
import { type Preset, presets } from './rules.ts'
import { NewGroupPage, NewListPage, SitePage, sitePath } from './views.tsx'

const t = textsOf('operations', 'founding')

// With -bounces+TOKEN the local part has 64 characters (RFC 5321 §4.5.3.1.1).
const listLength = 24
const listName = shortNameIfAny(listLength)
const ofList = ({ list, listTitle }: { list: string; listTitle: string }) => ({
  list: { typed: list, name: listTitle, longest: listLength },
})
const preset = z.enum(Object.keys(presets) as [Preset, ...Preset[]]).default('open')

const GroupForm = z.object({
  name: line(200),
  slug: shortNameIfAny(),
  communityId: whole().optional(),
  community: line(200).default(''),
  communitySlug: shortNameIfAny(),
  productId: whole().optional(),
  product: line(200).default(''),
  vendor: line(200).default(''),
  coordinator: mailAddress(),
  coordinatorName: line(200).default(''),
  list: listName,
  listTitle: line(100).default(''),
  preset,
})
const ListForm = z.object({ list: listName, listTitle: line(100), preset })
const ProductForm = z.object({ product: line(200), vendorId: whole().optional(), vendor: line(200).default('') })
const NameForm = z.object({ name: line(200), on: z.iso.date() })

async function showSite(c: C) {
  const { db, actor } = c.var
  return c.var.page(t.groupsOfTheSite, <SitePage site={await readSite(db, actor)} today={todayOf(actor)} />)
}

async function showNewGroup(c: C) {
  const { db, actor, site } = c.var
  onlyAdministrators(actor)
  return c.var.page(
    t.foundGroup,
    <NewGroupPage
      communities={await listCommunities(db)}
      products={await listProducts(db)}
      me={(actor.personId && (await findEmailOf(db, actor.personId))) || ''}
      mailDomain={site.mailDomain}
    />,
  )
}

async function showNewList(c: C) {
  const { db, actor, site } = c.var
  const group = await getFoundedGroup(db, actor, c.req.param('group') ?? '')
  return c.var.page(t.openList, <NewListPage group={group} mailDomain={site.mailDomain} />)
}

/** What there is on the site, and what is founded, opened and renamed after set-up. */
export const foundingPages = pages()
  .get(sitePath, (c) => showSite(c))
  .get(`${sitePath}/new`, (c) => showNewGroup(c))
  .post(`${sitePath}/new`, act('work', 'foundGroup', 'Found a working group', GroupForm, { scope: 'admin' }), (c) => {
    onlyAdministrators(c.var.actor)
    return refusable(c, () => showNewGroup(c)).run(async (body) => {
      const form = readForm(GroupForm, body)
      const facts = {
        ...form,
        communityId: form.communityId,
        productId: form.productId,
        ...shortNamesOf({
          slug: { typed: form.slug, name: form.name },
          ...(form.community && { communitySlug: { typed: form.communitySlug, name: form.community } }),
          ...(form.listTitle && ofList(form)),
        }),
      }
      const { slug, told } = await c.var.write((tx) => foundWorkingGroup(tx, c.var.actor, facts))
      return done(c, firstWeeksPath({ slug }), told ? t.founded : t.foundedByHerself)
    })
  })
  .get('/groups/:group/lists/new', (c) => showNewList(c))
  .post('/groups/:group/lists/new', act('work', 'openList', 'Open a list of a group', ListForm), async (c) => {
    const group = await getFoundedGroup(c.var.db, c.var.actor, c.req.param('group') ?? '')
    return refusable(c, () => showNewList(c)).run(async (body) => {
      const form = readForm(ListForm, body)
      const facts = { ...form, ...shortNamesOf(ofList(form)) }
      await c.var.write((tx) => openGroupList(tx, c.var.actor, group.slug, facts))
      return done(c, `/lists/${facts.list}/settings`, t.opened)
    })
  })
  .post('/admin/products/new', act('work', 'addProduct', 'Add a product', ProductForm, { scope: 'admin' }), (c) => {
    onlyAdministrators(c.var.actor)
    return refusable(c, () => showSite(c), 'new-product').run(async (body) => {
      const { vendorId, ...form } = readForm(ProductForm, body)
      await c.var.write((tx) => addProduct(tx, c.var.actor, { ...form, vendorId }))
      return done(c, sitePath, t.productAdded)
    })
  })
  .post('/admin/products/:product/name', act('work', 'renameProduct', 'Rename a product', NameForm, { scope: 'admin' }), (c) => {
    onlyAdministrators(c.var.actor)
    return refusable(c, () => showSite(c), `p${idOf(c, 'product')}`).run(async (body) => {
      const form = readForm(NameForm, body)
      await c.var.write((tx) => rename(tx, c.var.actor, idOf(c, 'product'), form))
      return done(c, sitePath, t.renamed)
    })
  })
