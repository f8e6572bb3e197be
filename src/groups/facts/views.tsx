import { Choices, Field, Form, optionsById, optionsOf, Select, ShortName } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { dotted } from '../../lib/ui/lists.tsx'
import { Facts, FormFold, Note, PostButton, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Setting, SettingLink, Settings } from '../../lib/ui/settings.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listCommunities } from '../queries.ts'
import type { KeptFacts, listFormerNames, listHosted } from './queries.ts'
import { directories, hostKey } from './rules.ts'

const t = textsOf('groups', 'facts')

interface FactsProps {
  group: KeptFacts
  communities: Awaited<ReturnType<typeof listCommunities>>
  lists: Awaited<ReturnType<typeof listHosted>>
  formerNames: Awaited<ReturnType<typeof listFormerNames>>
  /** May they say to which user groups it belongs? */
  administers: boolean
  today: string
}

/** Where the facts of a group stand. */
export const factsPath = (slug: string): string => `/groups/${slug}/facts`

/** What it is called and since when it is. */
function Details({ group, formerNames, administers, today }: Pick<FactsProps, 'group' | 'formerNames' | 'administers' | 'today'>) {
  const reader = useReader()
  const before = formerNames.map(({ name, untilOn }) => t.until({ name, day: formatDay(reader, untilOn) }))
  return (
    <Setting
      id="details"
      title={t.details}
      now={dotted([group.name, t.directorySeen[group.directory as (typeof directories)[number]]])}
      open={!administers}
    >
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
    </Setting>
  )
}

/** To which user groups it belongs, and which of them host its lists. */
const UserGroups = ({ group, communities, lists }: Pick<FactsProps, 'group' | 'communities' | 'lists'>) => (
  <Setting
    id="belonging"
    title={t.userGroups}
    now={dotted(communities.filter(({ id }) => group.communityIds.includes(id)).map(({ name }) => name))}
  >
    <Form
      keeps
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
      <Submit kind="primary">{t.saveUserGroups}</Submit>
    </Form>
    <FormFold title={t.addIt} action={`/groups/${group.slug}/user-groups/new`} id="new-user-group">
      <Field name="name" label={t.newUserGroup} hint={t.exampleExampleUserGroup} maxlength={200} />
      <ShortName name="slug" from="name" label={t.shortName} hint={t.lowerCaseLettersDigits} />
      <Submit>{t.addIt}</Submit>
    </FormFold>
  </Setting>
)

/** What a group says of itself: its name, since when it is, to which user groups it belongs. */
export const FactsPage = ({ group, communities, lists, formerNames, administers, today }: FactsProps) => (
  <Titled title={t.aboutTheGroup} meta={<a href={`/groups/${group.slug}/charter`}>{group.name}</a>} lead={t.homeCharterReportsEmailsShow}>
    {group.closedAt !== null && (
      <Note>
        <p>{t.closedSince({ time: <Time at={group.closedAt} style="date" /> })}</p>
        <PostButton action={`/groups/${group.slug}/reopen`} label={t.reopenOf({ name: group.name })} text={t.reopen} />
      </Note>
    )}
    <Settings>
      <Details {...{ group, formerNames, administers, today }} />
      {administers && <UserGroups group={group} communities={communities} lists={lists} />}
      {group.closedAt === null && <SettingLink href={`/groups/${group.slug}/close`} title={t.close} now={t.closeLead} />}
      {group.closedAt === null && administers && <SettingLink href={`/groups/${group.slug}/merge`} title={t.merge} now={t.mergeLead} />}
    </Settings>
  </Titled>
)
