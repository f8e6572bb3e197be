import { Check, Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import type { getNameable, listNamings, listVacancies } from './queries.ts'

/** An institution names who speaks for it. */
export function NamePage(props: {
  organisation: Awaited<ReturnType<typeof getNameable>>
  personId: number
  today: string
  refused?: Refused
}) {
  const { organisation, personId, today, refused } = props
  const { communities, waiting } = organisation
  return (
    <>
      <Heading
        title={`Who speaks for ${organisation.name}`}
        meta={<a href={`/organisations/${organisation.id}`}>{organisation.name}</a>}
        lead="The referent casts the institution’s ballot and speaks for it. You name somebody, the user group confirms; whoever held the place ends the day before."
      />
      {waiting.length > 0 && (
        <Things label="Named, and waiting for the user group">
          {waiting.map((one) => (
            <Thing
              title={`${one.name}${one.standIn ? ' (stand-in)' : ''}, ${one.community}`}
              meta={
                <>
                  <State mood="wait">Waits for the user group</State> · named by {one.namer}, <Time at={one.namedAt} style="date" />
                </>
              }
              act={
                one.namedBy === personId && (
                  <PostButton action={`/referents/${one.id}/withdraw`} kind="quiet" label={`Take it back: ${one.name}`}>
                    Take it back
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
      )}
      {communities.length === 0 ? (
        <Empty title="The institution is no member of a user group today." />
      ) : (
        <Form
          action={`/organisations/${organisation.id}/referent`}
          refused={refused}
          values={{ communityId: String(communities[0]?.id ?? ''), fromOn: today }}
        >
          <Field name="name" label="Name" autocomplete="off" maxlength={200} />
          <Field name="email" type="email" label="Mail address" autocomplete="off" />
          <Select
            name="communityId"
            label="In which user group"
            options={communities.map((one) => ({ value: String(one.id), label: one.name }))}
            empty={false}
          />
          <Check name="standIn" label="As a stand-in" hint="Speaks when the referent cannot." />
          <Field name="fromOn" type="date" label="From" short />
          <Field name="toOn" type="date" label="To" hint="Empty while it goes on." short optional />
          <div class="row">
            <Button kind="primary">Name as referent</Button>
          </div>
        </Form>
      )}
    </>
  )
}

/** What waits for the user group, and for whom nobody speaks. */
export function ReferentsPage(props: {
  namings: Awaited<ReturnType<typeof listNamings>>
  vacancies: Awaited<ReturnType<typeof listVacancies>>
  problem?: string
}) {
  const { namings, vacancies, problem } = props
  return (
    <>
      <Heading title="Referents" lead="Institutions name who speaks for them; the user group confirms." />
      {problem && <Note mood="late">{problem}</Note>}
      <Section title="To be confirmed">
        {namings.length === 0 && <Empty title="Nobody waits." />}
        <Things label="To be confirmed">
          {namings.map((one) => (
            <Thing
              title={`${one.name}${one.standIn ? ' (stand-in)' : ''}, ${one.organisation}`}
              meta={
                <>
                  {one.email} · {one.community}, from <Day on={one.fromOn} /> · named by {one.namer}
                </>
              }
            >
              <Form action={`/referents/${one.id}`} id={`naming-${one.id}`}>
                <Field name="reason" label="To the institution" hint="Why not, where you do not confirm." optional />
                <div class="row">
                  <Button kind="primary" name="decision" value="confirm">
                    Confirm
                  </Button>
                  <Button name="decision" value="refuse">
                    Do not confirm
                  </Button>
                </div>
              </Form>
            </Thing>
          ))}
        </Things>
      </Section>
      <Section title="Vacant" aside={String(vacancies.length)}>
        {vacancies.length === 0 && <Empty title="Somebody speaks for every member." />}
        <Things label="Vacant">
          {vacancies.map((one) => (
            <Thing title={one.name} href={`/organisations/${one.id}`} meta={`Nobody speaks for it in ${one.community}.`} />
          ))}
        </Things>
      </Section>
    </>
  )
}
