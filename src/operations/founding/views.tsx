import { Choices, Field, Form, Select, ShortName } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { About, Button, Fold, FormFold, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { listProducts, WholeSite } from './queries.ts'
import { presets } from './rules.ts'

const t = textsOf('operations', 'founding')
const userGroups = textsOf('groups', 'userGroups')

export const sitePath = '/admin/groups'

const presetOptions = () =>
  (Object.keys(presets) as (keyof typeof presets)[]).map((preset) => ({ value: preset, label: t.presets[preset] }))

/** A product, what it was called before, and its new name. */
function Product({ product, today }: { product: WholeSite['products'][number]; today: string }) {
  const reader = useReader()
  const before = product.before.map(({ name, untilOn }) => t.until({ name, day: formatDay(reader, untilOn) }))
  return (
    <Thing title={product.name} meta={[product.vendor, ...before].join(' · ')}>
      <FormFold
        keeps
        title={
          <>
            {t.renameProduct}
            <About>{product.name}</About>
          </>
        }
        action={`/admin/products/${product.id}/name`}
        id={`p${product.id}`}
        label={t.renameOf({ name: product.name })}
        values={{ name: product.name, on: today }}
      >
        <Field name="name" label={t.newName} maxlength={200} />
        <Field name="on" type="date" label={t.calledSoSince} max={today} short />
        <Submit label={t.renameOf({ name: product.name })}>{t.renameProduct}</Submit>
      </FormFold>
    </Thing>
  )
}

/** All user groups of the site with their working groups and lists, and the products. */
export function SitePage({ site, today }: { site: WholeSite; today: string }) {
  const refused = useRefused()
  return (
    <Titled
      title={t.groupsOfTheSite}
      lead={t.lead}
      actions={
        <>
          <Button kind="primary" href={`${sitePath}/new`} text={t.foundGroup} />
          <Button href="/user-groups">{userGroups.show}</Button>
        </>
      }
    >
      {site.unnamed && (
        <p class="soft">
          {t.siteCalled({ name: site.unnamed })} <a href="/site/look">{t.nameSite}</a>
        </p>
      )}
      {site.communities.map((community) => (
        <Listing
          title={community.name}
          aside={
            <a href={`/user-groups/${community.slug}`} aria-label={`${userGroups.settingsOf}: ${community.name}`}>
              {userGroups.settingsOf}
            </a>
          }
        >
          {community.groups.map((group) => {
            const lists = site.lists.filter(({ groupId }) => groupId === group.id)
            return (
              <Thing
                title={group.name}
                href={`/groups/${group.slug}/facts`}
                meta={[
                  group.closedAt !== null && t.closedGroup,
                  group.product,
                  ...lists.map(({ title, closedAt }) => (closedAt !== null && group.closedAt === null ? t.closedList({ title }) : title)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                act={
                  group.closedAt === null && (
                    <Button href={`/groups/${group.slug}/lists/new`} label={t.openListOf({ group: group.name })} text={t.openList} />
                  )
                }
              />
            )
          })}
        </Listing>
      ))}
      <Section title={t.products}>
        <Things label={t.products}>
          {site.products.map((product) => (
            <Product product={product} today={today} />
          ))}
        </Things>
        <Fold title={t.addProduct} open={refused?.form === 'new-product'}>
          <p class="soft">{t.addProductLead}</p>
          <Form action="/admin/products/new" id="new-product">
            <Field name="product" label={t.nameOfTheProduct} maxlength={200} />
            <Select
              name="vendorId"
              label={t.vendor}
              empty={t.newVendor}
              options={site.vendors.map(({ id, name }) => ({ value: String(id), label: name }))}
              optional
            />
            <Field name="vendor" label={t.nameOfTheVendor} hint={t.onlyForNew} maxlength={200} optional />
            <Submit>{t.addProduct}</Submit>
          </Form>
        </Fold>
      </Section>
    </Titled>
  )
}

const ListFields = ({ mailDomain, optional }: { mailDomain: string; optional?: boolean }) => (
  <>
    <Field name="listTitle" label={t.nameOfTheList} hint={t.exampleList} maxlength={100} {...(optional ? { optional } : {})} />
    <ShortName name="list" from="listTitle" label={t.addressOfTheList} hint={t.partBefore({ mailDomain })} longest={24} />
    <Choices name="preset" label={t.whoIsItFor} value="open" options={presetOptions()} />
  </>
)

/** Of one there is no choice. */
const only = (all: readonly { id: number }[]): string => (all.length === 1 ? String(all[0]?.id) : '')

/** One page from "New group" to its first post: name, user group, product, who coordinates it, its list. */
export function NewGroupPage(props: {
  communities: readonly { id: number; name: string }[]
  products: Awaited<ReturnType<typeof listProducts>>
  me: string
  mailDomain: string
}) {
  const { communities, products, me, mailDomain } = props
  return (
    <Titled title={t.foundGroup} lead={t.foundLead}>
      <Form
        action={`${sitePath}/new`}
        values={{ coordinator: me, preset: 'open', communityId: only(communities), productId: only(products) }}
      >
        <Section title={t.theGroup}>
          <Field name="name" label={t.nameOfTheGroup} hint={t.exampleGroup} maxlength={200} />
          <ShortName name="slug" from="name" label={t.shortName} hint={t.partOfAddresses} />
        </Section>
        <Section title={t.userGroup}>
          <Select
            name="communityId"
            label={t.userGroup}
            empty={t.newUserGroup}
            options={communities.map(({ id, name }) => ({ value: String(id), label: name }))}
            optional
          />
          <Field name="community" label={t.nameOfTheUserGroup} hint={t.onlyForNew} maxlength={200} optional />
          <ShortName name="communitySlug" from="community" label={t.shortNameOfTheUserGroup} hint={t.partOfAddresses} />
        </Section>
        <Section title={t.product}>
          <Select
            name="productId"
            label={t.product}
            empty={t.newProduct}
            options={products.map(({ id, name, vendor }) => ({ value: String(id), label: name, group: vendor }))}
            optional
          />
          <Field name="product" label={t.nameOfTheProduct} hint={t.onlyForNew} maxlength={200} optional />
          <Field name="vendor" label={t.vendor} hint={t.onlyForNew} maxlength={200} optional />
        </Section>
        <Section title={t.whoCoordinates}>
          <Field name="coordinator" type="email" label={t.theirAddress} hint={t.unknownIsInvited} />
          <Field name="coordinatorName" label={t.theirName} hint={t.nameOfUnknown} maxlength={200} optional />
        </Section>
        <Section title={t.firstList}>
          <ListFields mailDomain={mailDomain} optional />
        </Section>
        <Submit kind="primary">{t.foundGroup}</Submit>
      </Form>
    </Titled>
  )
}

/** Another list of a group. */
export const NewListPage = ({ group, mailDomain }: { group: { slug: string; name: string }; mailDomain: string }) => (
  <Titled title={t.openList} meta={group.name} lead={t.openLead}>
    <Form action={`/groups/${group.slug}/lists/new`} values={{ preset: 'open' }}>
      <ListFields mailDomain={mailDomain} />
      <Submit kind="primary">{t.openList}</Submit>
    </Form>
  </Titled>
)
