import { Field, Form, Select } from '../lib/ui/form.tsx'
import { formatDay } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { Listing, Thing } from '../lib/ui/lists.tsx'
import { About, FormSection, Note, Submit, Titled, ToSettings } from '../lib/ui/parts.tsx'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { roleNames } from '../people/rules.ts'
import type { Office } from './offices-queries.ts'
import type { OwnOffice } from './own-offices-queries.ts'
import type { listCommunities } from './queries.ts'
import { LeaveForm } from './roster/step-down-views.tsx'

const t = textsOf('groups', 'offices')
const leaving = textsOf('groups', 'stepDown')

/** What somebody is called who administers the site or sits on a steering committee. */
export const officeName = ({ role, community }: Pick<Office, 'role' | 'community'>): string =>
  role === 'administrator' ? t.administratorOfTheSite : t.steeringCommittee({ name: community ?? '' })

/** The same of what somebody gives up by themselves. */
export function ownName(held: OwnOffice): string {
  if (held.role === 'administrator' || held.role === 'steering') return officeName(held)
  return leaving.roleOf({
    role: roleNames[held.role],
    standIn: held.standIn,
    of: (held.groupId === null ? held.organisation : held.group) ?? '',
  })
}

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

/** Who is told, and how a term that has its end is changed, in words for what somebody is. */
function wordsFor(role: OwnOffice['role']) {
  if (role === 'vendor_guest') return { lead: leaving.lead, ends: leaving.endsAlready, note: leaving.note }
  if (role === 'referent') return { lead: leaving.officeLead, ends: leaving.referentEnds, note: leaving.referentNote }
  return { lead: leaving.officeLead, ends: leaving.officeEnds, note: leaving.officeNote }
}

/** Who gives up such a role says from when on; whom the site cannot do without is told who comes first. */
export function LeaveOfficePage({ held, told, today, free }: { held: OwnOffice; told: { name: string }[]; today: string; free: boolean }) {
  const { lead, ends, note } = wordsFor(held.role)
  const title = leaving.titleOf({ role: ownName(held) })
  if (!free)
    return (
      <Titled title={title} meta={<ToSettings />}>
        <Note mood="wait">
          {leaving.anotherFirst} <a href="/admin/offices">{t.appointPerson}</a>
        </Note>
      </Titled>
    )
  return (
    <Titled title={title} meta={<ToSettings />} lead={lead({ count: told.length, names: told.map(({ name }) => name) })}>
      {held.toOn && <p>{ends({ day: <Day on={held.toOn} /> })}</p>}
      <LeaveForm action={`/me/offices/${held.id}/step-down`} back="/me/record" note={note} today={today} />
    </Titled>
  )
}
