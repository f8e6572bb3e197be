import { Choices, Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Facts, Heading, Section } from '../../lib/ui/parts.tsx'
import type { listCommunities } from '../queries.ts'
import type { KeptFacts, listHosted } from './queries.ts'
import { hostKey } from './rules.ts'

interface Props {
  group: KeptFacts
  communities: Awaited<ReturnType<typeof listCommunities>>
  lists: Awaited<ReturnType<typeof listHosted>>
  /** May they say to which user groups it belongs? */
  administers: boolean
  today: string
  refused?: { form: string; refused: Refused } | undefined
}

export const factsPath = (slug: string): string => `/groups/${slug}/facts`

/** What a group says of itself: its name, since when it is, to which user groups it belongs. */
export function FactsPage({ group, communities, lists, administers, today, refused }: Props) {
  const refusedBy = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <>
      <Heading
        title="What the group is"
        meta={<a href={`/groups/${group.slug}/charter`}>{group.name}</a>}
        lead="The first page, the charter and its fields, reports and letters say it as it stands here."
      />
      <Form
        action={factsPath(group.slug)}
        refused={refusedBy('facts')}
        values={{ name: group.name, tagline: group.tagline, foundedOn: group.foundedOn ?? '' }}
      >
        <Field name="name" label="Name" maxlength={200} />
        <Field name="tagline" label="In one sentence" hint="Under its name on the first page." maxlength={300} optional />
        <Field name="foundedOn" type="date" label="Founded on" max={today} short optional />
        <Facts
          items={[
            { term: 'Product', value: group.product },
            { term: 'Vendor', value: <a href={`/organisations/${group.vendorId}`}>{group.vendor}</a> },
          ]}
        />
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
      {administers && (
        <Section title="User groups">
          <Form
            action={`/groups/${group.slug}/user-groups`}
            id="user-groups"
            refused={refusedBy('user-groups')}
            values={{
              communityIds: group.communityIds.map(String),
              hosts: lists.flatMap(({ id, communityIds }) => communityIds.map((communityId) => hostKey(id, communityId))),
            }}
          >
            <Choices
              name="communityIds"
              label="The group belongs to"
              hint="Their steering committees oversee it. One that is not ticked hosts no list of the group."
              options={communities.map(({ id, name }) => ({ value: String(id), label: name }))}
              many
            />
            {lists.length > 0 && (
              <Choices
                name="hosts"
                label="Who hosts its lists"
                hint="Hosts of a list moderate it together with the group."
                options={lists.flatMap((list) =>
                  communities
                    .filter(({ id }) => group.communityIds.includes(id))
                    .map(({ id, name }) => ({ value: hostKey(list.id, id), label: `${list.title}: ${name}` })),
                )}
                many
              />
            )}
            <div class="row">
              <Button>Save</Button>
            </div>
          </Form>
          <Form action={`/groups/${group.slug}/user-groups/new`} id="new-user-group" refused={refusedBy('new')}>
            <Field name="name" label="Another user group" hint="For instance Library Systems Users International" maxlength={200} />
            <Field name="slug" label="Its short name" hint="Small letters, digits, hyphens" maxlength={40} short />
            <div class="row">
              <Button>Add it</Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  )
}
