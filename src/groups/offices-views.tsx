import { Field, Form, Select } from '../lib/ui/form.tsx'
import { formatDay } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { Listing, Thing } from '../lib/ui/lists.tsx'
import { About, FormSection, Note, Submit, Titled } from '../lib/ui/parts.tsx'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Office } from './offices-queries.ts'
import type { listCommunities } from './queries.ts'

const t = textsOf('groups', 'offices')

/** What somebody is called who administers the site or sits on a steering committee. */
export const officeName = ({ role, community }: Pick<Office, 'role' | 'community'>): string =>
  role === 'administrator' ? t.administratorOfTheSite : t.steeringCommittee({ name: community ?? '' })

function Term({ office }: { office: Office }) {
  const reader = useReader()
  const { fromOn, toOn, how } = office
  const since = fromOn === null ? '' : t.since({ day: formatDay(reader, fromOn) })
  return <>{[since, toOn && t.until({ day: formatDay(reader, toOn) }), sayKept(how)].filter(Boolean).join(' · ')}</>
}

/** Who administers the site, and who sits on the steering committees of its user groups. */
export function OfficesPage(props: {
  offices: readonly Office[]
  communities: Awaited<ReturnType<typeof listCommunities>>
  today: string
}) {
  const refused = useRefused()
  const { offices, communities, today } = props
  return (
    <Titled title={t.administratorsAndCommittees} lead={t.administratorsRunTheSiteA}>
      {refused?.form && <Note mood="late">{refused.message}</Note>}
      <Listing title={t.currentAndFutureTerms}>
        {offices.map((office) => (
          <Thing
            title={`${office.name}, ${officeName(office)}`}
            meta={
              <>
                <Term office={office} /> ·{' '}
                <a href={`/history/appointment:${office.id}`} aria-label={t.historyOf({ name: office.name, nameOf: officeName(office) })}>
                  {t.history}
                </a>
              </>
            }
          >
            <details class="fold" open={refused?.form === `end-${office.id}`}>
              <summary>
                {t.aLastDay({ ends: Boolean(office.toOn) })}
                <About>{office.name}</About>
              </summary>
              <Form action={`/admin/offices/${office.id}/end`} id={`end-${office.id}`} values={{ toOn: office.toOn ?? '' }}>
                <Field name="toOn" type="date" label={t.lastDayOf({ name: office.name })} short />
                <Submit>{t.save}</Submit>
              </Form>
            </details>
          </Thing>
        ))}
      </Listing>
      <FormSection title={t.appointPerson} action="/admin/offices" values={{ fromOn: today }}>
        <Field name="email" type="email" label={t.personsEmailAddress} />
        <Select
          name="office"
          label={t.office}
          options={[
            ...communities.map(({ id, name }) => ({ value: `c${id}`, label: t.steeringCommittee({ name }) })),
            { value: 'administrator', label: t.administratorOfTheSite },
          ]}
        />
        <Field name="fromOn" type="date" label={t.from} short />
        <Field name="toOn" type="date" label={t.to} hint={t.leaveEmptyIfThereNo} short optional />
        <Field name="how" label={t.how} hint={t.electedAppointedByTheBoard} maxlength={200} optional />
        <Submit kind="primary">{t.appointPerson2}</Submit>
      </FormSection>
    </Titled>
  )
}
