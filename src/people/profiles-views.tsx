import { Check, Field, Filters, Form, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { dotted, Listing, NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Submit, Titled } from '../lib/ui/parts.tsx'
import { sayTerm } from '../lib/ui/term.ts'
import { MailText } from '../lib/ui/text.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { roleNames } from './affiliations/rules.ts'
import type { getProfile, listPeople, PeopleFilter } from './profiles-queries.ts'

const t = textsOf('people', 'profiles')
const acting = textsOf('people', 'acting')

type Profile = Awaited<ReturnType<typeof getProfile>>

const nameOf = (role: string): string => roleNames[role as keyof typeof roleNames] ?? role

/** Everybody, for those who keep the register. */
export function PeoplePage(props: {
  filter: PeopleFilter
  page: number
  found: Awaited<ReturnType<typeof listPeople>>
  /** Whether the reader may see the site as one of them. */
  mayAct: boolean
}) {
  const { filter, page, found, mayAct } = props
  const values = { q: filter.search ?? '', role: filter.role ?? '', ...(filter.subscribed ? { subscribed: 'on' } : {}) }
  const hrefFor = (to: number) =>
    `/people?${new URLSearchParams(Object.entries({ ...values, page: String(to) }).filter(([, value]) => value !== ''))}`
  return (
    <Titled
      title={t.people}
      meta={t.person({ total: found.total })}
      lead={t.peopleWhoManageDirectory}
      actions={
        <>
          <Button href="/affiliations">{t.workplaces}</Button>
          <Button href="/referents">{t.referents}</Button>
          {mayAct && <Button href="/admin/acting">{acting.viewSiteAnotherPerson}</Button>}
        </>
      }
    >
      <Filters action="/people" label={t.findPeople} values={values}>
        <Field name="q" type="search" label={t.nameAddressOrInstitution} optional />
        <Select name="role" label={t.roleToday} empty={t.anyOrNone} options={optionsOf(roleNames)} />
        <Check name="subscribed" label={t.onAList} />
      </Filters>
      <Things label={t.people} none={<Empty title={t.nobodyFits} />}>
        {found.people.map((one) => (
          <Thing
            title={one.name}
            href={`/people/${one.id}`}
            meta={dotted([one.organisation, ...one.roles.map(nameOf), one.lists > 0 && t.lists({ count: one.lists })])}
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={hrefFor} />
    </Titled>
  )
}

/** One person: their institution, their roles, what they say of themselves. */
export function ProfilePage({ profile }: { profile: Profile }) {
  const [place] = profile.affiliations.filter((one) => one.toOn === null)
  return (
    <Titled title={profile.name} meta={place?.organisation} actions={profile.own && <Button href="/me/profile">{t.edit}</Button>}>
      {profile.own && !profile.profileShown && <p class="soft">{t.onlyPeopleWhoManageDirectory}</p>}
      {profile.about && <MailText text={profile.about} addresses="hidden" />}
      <Listing title={t.roles} none={<Empty title={t.noRolesYet} />}>
        {profile.service.map((one) => (
          <Thing
            title={[one.standIn ? t.standIn({ role: nameOf(one.role) }) : (one.title ?? nameOf(one.role)), one.group ?? one.community]
              .filter(Boolean)
              .join(', ')}
            meta={dotted([sayTerm(one), one.organisation])}
          />
        ))}
      </Listing>
      {profile.own && <Facts items={[{ term: t.toShow, value: <a href="/me/record.pdf">{t.myRecordOfServicePdf}</a> }]} />}
    </Titled>
  )
}

/** What a person says of themselves. */
export const ProfileForm = ({ profile }: { profile: Profile }) => (
  <>
    <p class="soft">
      {t.pageShowsRolesNeverShows} <a href={`/people/${profile.id}`}>{t.viewMyPage}</a>
    </p>
    <Form
      action="/me/profile"
      id="profile-form"
      values={{
        about: profile.about,
        profileShown: profile.profileShown ? 'on' : 'off',
        worksFrom: profile.worksFrom.slice(0, 5),
        worksTo: profile.worksTo.slice(0, 5),
      }}
    >
      <TextArea name="about" label={t.aboutMe} hint={t.workWhatPeopleCanAsk} rows={5} optional />
      <Field name="worksFrom" type="time" label={t.workingHoursStart} hint={t.localTimeUseShareOut} short />
      <Field name="worksTo" type="time" label={t.until} short />
      <Check name="profileShown" label={t.everyoneWhoSignedCanSee} />
      <Submit kind="primary">{t.save}</Submit>
    </Form>
  </>
)
