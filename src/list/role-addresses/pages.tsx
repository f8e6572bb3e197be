import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { listCommunities, listOpenGroups } from '../../groups/queries.ts'
import { line } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepDesk } from '../../policy.ts'
import { isReserved } from '../rules.ts'
import { closeAddress, openAddress } from './actions.ts'
import { listKeptAddresses } from './queries.ts'
import { addressRoles } from './rules.ts'
import { AddressesPage } from './views.tsx'

const t = textsOf('list', 'roleAddresses')

const AddressForm = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/, { error: () => t.letters })
    .max(40),
  title: line(100),
  role: z.enum(addressRoles),
  /** `g3` or `c1`. */
  owner: z.string().regex(/^[gc]\d{1,15}$/),
})

async function ownersOf(c: C) {
  const { db, actor } = c.var
  const groups = (await listOpenGroups(db)).filter((group) => mayKeepDesk(actor, { groupId: group.id, communityId: null }))
  const communities = (await listCommunities(db)).filter((one) => mayKeepDesk(actor, { groupId: null, communityId: one.id }))
  const owners = [
    ...groups.map(({ id, name }) => ({ value: `g${id}`, label: name })),
    ...communities.map(({ id, name }) => ({ value: `c${id}`, label: name })),
  ]
  if (owners.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return owners
}

async function showAddresses(c: C) {
  const { db, actor, site } = c.var
  const owners = await ownersOf(c)
  return c.var.page(
    t.roleMailboxes,
    <AddressesPage owners={owners} addresses={await listKeptAddresses(db, actor)} mailDomain={site.mailDomain} />,
  )
}

/** Addresses that follow a role. */
export const addressPages = pages()
  .get('/role-addresses', (c) => showAddresses(c))
  .post('/role-addresses', act('work', 'openRoleAddress', 'Open the address of a role', AddressForm), async (c) => {
    const { write, actor } = c.var
    const owners = await ownersOf(c)
    return refusable(c, () => showAddresses(c)).take(AddressForm, async ({ owner, ...address }) => {
      if (!owners.some((one) => one.value === owner)) throw new Invalid(refusals.chooseAgain, { owner: refusals.chooseOneOfThoseThatAre })
      const id = Number(owner.slice(1))
      const of = owner.startsWith('g') ? { groupId: id } : { communityId: id }
      await write((tx) => openAddress(tx, actor, { ...address, ...of }, isReserved(address.name)))
      return done(c, '/role-addresses', t.roleMailboxCreated({ name: address.name }))
    })
  })
  .post('/role-addresses/:address/close', act('work', 'closeRoleAddress', 'Close the address of a role'), async (c) => {
    const { write, actor } = c.var
    await write((tx) => closeAddress(tx, actor, idOf(c, 'address')))
    return done(c, '/role-addresses', t.roleMailboxClosedCanStill)
  })
