import { Field, Select } from '../../lib/ui/fields.tsx'
import { Figures } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { stageNames } from '../../people/organisations/rules.ts'
import { plural, requestPath } from '../parts.tsx'
import type { Request, RequestGroup } from '../queries.ts'
import { isOpen } from '../rules.ts'
import { SupportBars, SupportOverTime } from '../support/plots.tsx'
import type { countSupportOverTime, findOwnVoice, listOtherSupport, Supporter } from '../support/queries.ts'
import { countBy, regionOf, sizeOf, strengthNames, strengths } from '../support/rules.ts'

export interface SupportShown {
  supporters: Supporter[]
  others: Awaited<ReturnType<typeof listOtherSupport>>
  months: Awaited<ReturnType<typeof countSupportOverTime>>
  consortia: Map<number, string>
  own?: Awaited<ReturnType<typeof findOwnVoice>>
  institutions: { id: number; name: string }[]
}

/** Who stands behind a request: numbers, pictures, the institutions with their reasons, and one's own voice. */
export function SupportSection(props: {
  request: Request
  group: RequestGroup
  support: SupportShown
  refused?: { form: string; refused: Refused }
}) {
  const { request, group, support, refused } = props
  const { supporters, others, months, consortia } = support
  const behind = supporters.filter(({ strength }) => strength !== 'not_for_us')
  const musts = behind.filter(({ strength }) => strength === 'must').length
  const against = supporters.length - behind.length
  return (
    <Section title="Who stands behind it" id="support">
      {supporters.length === 0 ? (
        <Empty title="Nobody yet.">Each institution counts once, however many of its people speak.</Empty>
      ) : (
        <>
          <Figures
            items={[
              { value: behind.length, label: behind.length === 1 ? 'institution' : 'institutions' },
              { value: musts, label: musts === 1 ? 'says “must have”' : 'say “must have”' },
              ...(against > 0 ? [{ value: against, label: against === 1 ? 'says “not for us”' : 'say “not for us”' }] : []),
            ]}
          />
          <p class="meta">Bars show all, and darker those who say “must have”; their number stands in brackets.</p>
          <div class="columns">
            <SupportBars title="By region" bars={countBy(supporters, ({ country }) => regionOf(country))} />
            <SupportBars title="By size" bars={countBy(supporters, ({ students }) => sizeOf(students))} />
            <SupportBars
              title="By consortium"
              bars={countBy(supporters, ({ organisationId }) => consortia.get(organisationId) ?? 'In no consortium')}
            />
            <SupportBars
              title="By stage with the product"
              bars={countBy(supporters, ({ stage }) => (stage ? stageNames[stage] : 'Not known'))}
            />
            <SupportOverTime months={months} />
          </div>
          <details>
            <summary>{plural(supporters.length, 'institution', 'institutions')} with their reasons</summary>
            <Table
              caption="Institutions"
              hideCaption
              columns={[{ label: 'Institution' }, { label: 'Says' }, { label: 'Why' }, { label: 'Since' }, { label: 'Affirmed' }]}
              rows={supporters.map((one) => [
                one.organisation,
                <>
                  {strengthNames[one.strength]}
                  {one.confirmedBy && <span class="meta"> confirmed by {one.confirmedBy}</span>}
                  {one.saidOfId !== request.id && (
                    <span class="meta">
                      {' '}
                      of <a href={requestPath(one.saidOfId)}>request {one.saidOfId}</a>
                    </span>
                  )}
                </>,
                one.reason || '–',
                <Time at={one.since} style="short" />,
                <Time at={one.affirmedAt} style="short" />,
              ])}
            />
          </details>
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>Waiting for a referent, or history: {others.length}</summary>
          <ul class="links">
            {others.map((one) => (
              <li>
                {one.organisation}: {strengthNames[one.strength]}{' '}
                <State mood={one.state === 'proposed' ? 'wait' : undefined}>
                  {one.state === 'proposed' ? 'waits for its referent' : 'history'}
                </State>
              </li>
            ))}
          </ul>
        </details>
      )}
      {group.mayContribute && isOpen(request.stage) && <Voice request={request} support={support} refused={refused} />}
    </Section>
  )
}

function Voice({
  request,
  support: { own, institutions },
  refused,
}: {
  request: Request
  support: SupportShown
  refused?: { form: string; refused: Refused }
}) {
  if (institutions.length === 0) return <p class="meta">To speak for your institution, ask the coordinator to enter where you work.</p>
  const here = requestPath(request.id)
  return (
    <>
      <Form action={`${here}/voice`} id="voice" refused={refused?.form === 'voice' ? refused.refused : undefined}>
        <h3>{own ? 'Your voice' : `Stand behind it for ${institutions[0]?.name}`}</h3>
        <div class="filters">
          {institutions.length > 1 && (
            <Select
              name="organisationId"
              label="For"
              options={institutions.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={own ? String(own.organisationId) : undefined}
              empty={false}
            />
          )}
          <Select
            name="strength"
            label="How strongly"
            options={strengths.map((one) => ({ value: one, label: strengthNames[one] }))}
            value={own?.strength ?? 'should'}
            empty={false}
          />
          <Field name="reason" label="Why" value={own?.reason} optional maxlength={1000} />
          <Button kind="primary">{own ? 'Say so' : 'Stand behind it'}</Button>
        </div>
      </Form>
      {own && (
        <PostButton kind="quiet" action={`${here}/voice/withdraw`}>
          Take your voice back
        </PostButton>
      )}
    </>
  )
}
