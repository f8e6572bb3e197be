import { Check, Field, Form, optionsById, Select } from '../../lib/ui/form.tsx'
import { dotted, Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Buttons, Empty, PostButton, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getNameable, listNamings, listVacancies } from './queries.ts'

const t = textsOf('groups', 'referentsPage')

/** An institution names who speaks for it. */
export function NamePage(props: { organisation: Awaited<ReturnType<typeof getNameable>>; personId: number; today: string }) {
  const { organisation, personId, today } = props
  const { communities, waiting } = organisation
  return (
    <Titled
      title={t.referentOf({ name: organisation.name })}
      meta={<a href={`/organisations/${organisation.id}`}>{organisation.name}</a>}
      lead={t.referentVotesInstitutionName}
    >
      <Things label={t.waitingUserGroup} of={waiting} none={null}>
        {(one) => (
          <Thing
            title={t.standIn({ name: one.name, standIn: one.standIn, community: one.community })}
            meta={dotted([
              <State mood="wait">{t.waitsForTheUserGroup}</State>,
              t.namedBy({ namer: one.namer, time: <Time at={one.namedAt} style="date" /> }),
            ])}
            act={
              one.namedBy === personId && (
                <PostButton action={`/referents/${one.id}/withdraw`} kind="quiet" label={t.withdrawName({ name: one.name })}>
                  {t.withdrawName2}
                </PostButton>
              )
            }
          />
        )}
      </Things>
      {communities.length === 0 ? (
        <Empty title={t.institutionNotMemberUser} />
      ) : (
        <Form
          action={`/organisations/${organisation.id}/referent`}
          values={{ communityId: String(communities[0]?.id ?? ''), fromOn: today }}
        >
          <Field name="name" label={t.name} autocomplete="off" maxlength={200} />
          <Field name="email" type="email" label={t.mailAddress} autocomplete="off" />
          <Select name="communityId" label={t.userGroup} options={optionsById(communities)} empty={false} />
          <Check name="standIn" label={t.standReferent} hint={t.speaksWhenTheReferentCannot} />
          <Field name="fromOn" type="date" label={t.from} short />
          <Field name="toOn" type="date" label={t.to} hint={t.leaveEmptyIfThereNo} short optional />
          <Submit kind="primary">{t.nameReferent}</Submit>
        </Form>
      )}
    </Titled>
  )
}

/** What waits for the user group, and for whom nobody speaks. */
export function ReferentsPage(props: {
  namings: Awaited<ReturnType<typeof listNamings>>
  vacancies: Awaited<ReturnType<typeof listVacancies>>
}) {
  const { namings, vacancies } = props
  return (
    <Titled title={t.referents} lead={t.institutionsNameTheir}>
      <Listing title={t.referentsToConfirm} none={<Empty title={t.nobodyWaits} />}>
        {namings.map((one) => (
          <Thing
            title={t.standIn2({ name: one.name, standIn: one.standIn, organisation: one.organisation })}
            meta={t.fromNamedBy({ email: one.email, community: one.community, day: <Day on={one.fromOn} />, namer: one.namer })}
          >
            <Form action={`/referents/${one.id}`} id={`naming-${one.id}`}>
              <Field name="reason" label={t.reason} hint={t.onlyNeededRejectReferent} optional />
              <Buttons name="decision" values={{ confirm: t.confirm, refuse: t.rejectReferent }} kinds={{ confirm: 'primary' }} />
            </Form>
          </Thing>
        ))}
      </Listing>
      <Listing title={t.vacant} aside={String(vacancies.length)} none={<Empty title={t.everyMemberInstitutionHas} />}>
        {vacancies.map((one) => (
          <Thing title={one.name} href={`/organisations/${one.id}`} meta={t.noReferentIn({ community: one.community })} />
        ))}
      </Listing>
    </Titled>
  )
}
