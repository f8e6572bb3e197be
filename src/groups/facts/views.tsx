import { Choices, Field, Form, optionsById, optionsOf, Select, ShortName } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { Button, Facts, Note, PostButton, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listCommunities } from '../queries.ts'
import type { KeptFacts, listFormerNames, listHosted } from './queries.ts'
import { directories, hostKey } from './rules.ts'

const t = textsOf('groups', 'facts')

interface Props {
  group: KeptFacts
  communities: Awaited<ReturnType<typeof listCommunities>>
  lists: Awaited<ReturnType<typeof listHosted>>
  formerNames: Awaited<ReturnType<typeof listFormerNames>>
  /** May they say to which user groups it belongs? */
  administers: boolean
  today: string
}

export const factsPath = (slug: string): string => `/groups/${slug}/facts`

/** What a group says of itself: its name, since when it is, to which user groups it belongs. */
export function FactsPage({ group, communities, lists, formerNames, administers, today }: Props) {
  const reader = useReader()
  const before = formerNames.map(({ name, untilOn }) => t.until({ name, day: formatDay(reader, untilOn) }))
  return (
    <Titled title={t.aboutTheGroup} meta={<a href={`/groups/${group.slug}/charter`}>{group.name}</a>} lead={t.homeCharterReportsEmailsShow}>
      {group.closedAt !== null && (
        <Note>
          <p>{t.closedSince({ time: <Time at={group.closedAt} style="date" /> })}</p>
          <PostButton action={`/groups/${group.slug}/reopen`} label={t.reopenOf({ name: group.name })} text={t.reopen} />
        </Note>
      )}
      <Form
        action={factsPath(group.slug)}
        values={{ name: group.name, tagline: group.tagline, foundedOn: group.foundedOn ?? '', directory: group.directory }}
      >
        <Field name="name" label={t.name} maxlength={200} />
        <Field name="tagline" label={t.shortDescription} hint={t.oneSentenceHomeShowsUnder} maxlength={300} optional />
        <Field name="foundedOn" type="date" label={t.foundedOn} max={today} short optional />
        <Select name="directory" label={t.directory} hint={t.directoryHint} empty={false} options={optionsOf(t.directories, directories)} />
        <Facts
          items={[
            { term: t.product, value: [group.product, ...before].join(' · ') },
            { term: t.vendor, value: <a href={`/organisations/${group.vendorId}`}>{group.vendor}</a> },
          ]}
        />
        <Submit kind="primary">{t.save}</Submit>
      </Form>
      {administers && (
        <Section title={t.userGroups}>
          <Form
            action={`/groups/${group.slug}/user-groups`}
            id="user-groups"
            values={{
              communityIds: group.communityIds.map(String),
              hosts: lists.flatMap(({ id, communityIds }) => communityIds.map((communityId) => hostKey(id, communityId))),
            }}
          >
            <Choices
              name="communityIds"
              label={t.userGroupsGroup}
              hint={t.theirSteeringCommitteesOverseeIt}
              options={optionsById(communities)}
              many
            />
            {lists.length > 0 && (
              <Choices
                name="hosts"
                label={t.hostsOfTheLists}
                hint={t.hostsModerateListTogether}
                options={lists.flatMap((list) =>
                  communities
                    .filter(({ id }) => group.communityIds.includes(id))
                    .map(({ id, name }) => ({ value: hostKey(list.id, id), label: `${list.title}: ${name}` })),
                )}
                many
              />
            )}
            <Submit>{t.saveUserGroups}</Submit>
          </Form>
          <Form action={`/groups/${group.slug}/user-groups/new`} id="new-user-group">
            <Field name="name" label={t.newUserGroup} hint={t.exampleExampleUserGroup} maxlength={200} />
            <ShortName name="slug" from="name" label={t.shortName} hint={t.lowerCaseLettersDigits} />
            <Submit>{t.addIt}</Submit>
          </Form>
        </Section>
      )}
      {group.closedAt === null && (
        <Section title={t.close}>
          <p class="soft">{t.closeLead}</p>
          <div class="row">
            <Button href={`/groups/${group.slug}/close`}>{t.close}</Button>
            {administers && <Button href={`/groups/${group.slug}/merge`}>{t.merge}</Button>}
          </div>
        </Section>
      )}
    </Titled>
  )
}
