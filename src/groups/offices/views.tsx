import { Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import type { listCommunities } from '../queries.ts'
import type { Office } from './queries.ts'

const nameOf = ({ role, community }: Office): string => (role === 'administrator' ? 'administrator' : `steering committee of ${community}`)

function Term({ office }: { office: Office }) {
  const reader = useReader()
  const { fromOn, toOn, how } = office
  const since = fromOn === null ? '' : `since ${formatDay(reader, fromOn)}`
  return <>{[since, toOn && `until ${formatDay(reader, toOn)}`, how].filter(Boolean).join(' · ')}</>
}

/** Who administers the site, and who sits on the steering committees of its user groups. */
export function OfficesPage(props: {
  offices: readonly Office[]
  communities: Awaited<ReturnType<typeof listCommunities>>
  today: string
  refused?: { form: string; refused: Refused } | undefined
}) {
  const { offices, communities, today, refused } = props
  const refusedBy = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <>
      <Heading
        title="Administrators and committees"
        lead="Administrators run the site. A steering committee oversees the groups of its user group. The roles of a group are given in its roster."
      />
      {refused && refused.form !== 'give' && <Note mood="late">{refused.refused.message}</Note>}
      <Section title="Today, and to come">
        <Things label="Today, and to come">
          {offices.map((office) => (
            <Thing
              title={`${office.name}, ${nameOf(office)}`}
              meta={
                <>
                  <Term office={office} /> ·{' '}
                  <a href={`/history/appointment:${office.id}`} aria-label={`History of ${office.name}, ${nameOf(office)}`}>
                    History
                  </a>
                </>
              }
            >
              <details class="fold" open={refused?.form === `end-${office.id}`}>
                <summary>{office.toOn ? 'Another last day' : 'A last day'}</summary>
                <Form
                  action={`/admin/offices/${office.id}/end`}
                  id={`end-${office.id}`}
                  refused={refusedBy(`end-${office.id}`)}
                  values={{ toOn: office.toOn ?? '' }}
                >
                  <Field name="toOn" type="date" label={`Last day of ${office.name}`} short />
                  <div class="row">
                    <Button>Save</Button>
                  </div>
                </Form>
              </details>
            </Thing>
          ))}
        </Things>
      </Section>
      <Section title="Give an office">
        <Form action="/admin/offices" refused={refusedBy('give')} values={{ fromOn: today }}>
          <Field name="email" type="email" label="Address of the person" />
          <Select
            name="office"
            label="Office"
            options={[
              ...communities.map(({ id, name }) => ({ value: `c${id}`, label: `Steering committee of ${name}` })),
              { value: 'administrator', label: 'Administrator of the site' },
            ]}
          />
          <Field name="fromOn" type="date" label="From" short />
          <Field name="toOn" type="date" label="To" hint="The last day; empty while it goes on." short optional />
          <Field name="how" label="How" hint="Elected, appointed by the board." maxlength={200} optional />
          <div class="row">
            <Button kind="primary">Give the office</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}
