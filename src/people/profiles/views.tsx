import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Filters, Form } from '../../lib/ui/form.tsx'
import { plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, Section, ToSettings } from '../../lib/ui/parts.tsx'
import { sayTerm } from '../../lib/ui/term.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { roleNames } from '../affiliations/rules.ts'
import type { getProfile, listPeople, PeopleFilter } from './queries.ts'

type Profile = Awaited<ReturnType<typeof getProfile>>

const nameOf = (role: string): string => roleNames[role as keyof typeof roleNames] ?? role

/** Everybody, for those who keep the register. */
export function PeoplePage({ filter, page, found }: { filter: PeopleFilter; page: number; found: Awaited<ReturnType<typeof listPeople>> }) {
  const values = { q: filter.search ?? '', role: filter.role ?? '', ...(filter.subscribed ? { subscribed: 'on' } : {}) }
  const hrefFor = (to: number) =>
    `/people?${new URLSearchParams(Object.entries({ ...values, page: String(to) }).filter(([, value]) => value !== ''))}`
  return (
    <>
      <Heading
        title="People"
        meta={plural('en', found.total, { one: '# person', other: '# people' })}
        lead="For those who keep the register. The public roster shows roles and institutions, never an address."
        actions={
          <>
            <Button href="/affiliations">Who works where</Button>
            <Button href="/referents">Referents</Button>
          </>
        }
      />
      <Filters label="Find people" values={values}>
        <Field name="q" type="search" label="Name, address or institution" optional />
        <Select
          name="role"
          label="Role today"
          empty="Any or none"
          options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
        />
        <Check name="subscribed" label="On a list" />
      </Filters>
      {found.people.length === 0 ? (
        <Empty title="Nobody fits." />
      ) : (
        <Things label="People">
          {found.people.map((one) => (
            <Thing
              title={one.name}
              href={`/people/${one.id}`}
              meta={[
                one.organisation,
                ...one.roles.map(nameOf),
                one.lists > 0 && (one.lists === 1 ? 'on one list' : `on ${one.lists} lists`),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Things>
      )}
      <NumberedPager current={page} count={found.pages} hrefFor={hrefFor} />
    </>
  )
}

/** One person: their institution, their roles, what they say of themselves. */
export function ProfilePage({ profile }: { profile: Profile }) {
  const [place] = profile.affiliations.filter((one) => one.toOn === null)
  return (
    <>
      <Heading title={profile.name} meta={place?.organisation} actions={profile.own && <Button href="/me/profile">Edit</Button>} />
      {profile.own && !profile.profileShown && <p class="soft">Only you and those who keep the register see this page.</p>}
      {profile.about && <MailText text={profile.about} addresses="hidden" />}
      <Section title="Roles">
        {profile.service.length === 0 && <Empty title="No role is recorded." />}
        <Things label="Roles">
          {profile.service.map((one) => (
            <Thing
              title={[`${nameOf(one.role)}${one.standIn ? ' (stand-in)' : ''}`, one.group ?? one.community].filter(Boolean).join(', ')}
              meta={[sayTerm(one), one.organisation].filter(Boolean).join(' · ')}
            />
          ))}
        </Things>
      </Section>
      {profile.own && <Facts items={[{ term: 'To show', value: <a href="/me/record.pdf">My record of service (PDF)</a> }]} />}
    </>
  )
}

/** What a person says of themselves. */
export function ProfileForm({ profile, refused }: { profile: Profile; refused?: Refused }) {
  return (
    <>
      <Heading
        title="My profile"
        meta={<ToSettings />}
        actions={<Button href={`/people/${profile.id}`}>As others see it</Button>}
        lead="Your roles stand there by themselves; your addresses never do."
      />
      <Form
        action="/me/profile"
        refused={refused}
        values={{
          about: profile.about,
          profileShown: profile.profileShown ? 'on' : 'off',
          worksFrom: profile.worksFrom.slice(0, 5),
          worksTo: profile.worksTo.slice(0, 5),
        }}
      >
        <TextArea name="about" label="About me" hint="What you work on, what others may ask you." rows={5} optional />
        <Field
          name="worksFrom"
          type="time"
          label="I work from"
          hint="On your own clocks. Meetings are spread so that nobody bears the most."
          short
        />
        <Field name="worksTo" type="time" label="Until" short />
        <Check name="profileShown" label="Others who are signed in see my page" />
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
    </>
  )
}
