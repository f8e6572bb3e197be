import { Field, Select } from '../../lib/ui/fields.tsx'
import { Figures } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { stageNames } from '../../people/organisations/rules.ts'
import { requestPath } from '../parts.tsx'
import type { Request, RequestGroup } from '../queries.ts'
import { isOpen } from '../rules.ts'
import { type Bar, SupportBars, SupportOverTime } from '../support/plots.tsx'
import type { countSupportOverTime, findOwnVoice, listOtherSupport, Supporter } from '../support/queries.ts'
import { countBy, regionOf, sizeOf, strengthNames, strengths } from '../support/rules.ts'

const t = textsOf('requests', 'record')

export interface SupportShown {
  supporters: Supporter[]
  others: Awaited<ReturnType<typeof listOtherSupport>>
  months: Awaited<ReturnType<typeof countSupportOverTime>>
  consortia: Map<number, string>
  own?: Awaited<ReturnType<typeof findOwnVoice>>
  institutions: { id: number; name: string }[]
}

// The names of the bars as they are counted, and what a reader is shown instead.
const regionNames = (): Record<string, string> => ({
  Europe: t.regions.europe,
  'North America': t.regions.northAmerica,
  'Latin America': t.regions.latinAmerica,
  'Asia-Pacific': t.regions.asiaPacific,
  'Middle East and Africa': t.regions.middleEastAfrica,
  'Not known': t.notKnown,
})
const sizeNames = (): Record<string, string> => ({
  'Below 5,000 students': t.sizes.small,
  '5,000 to 20,000': t.sizes.medium,
  'Above 20,000': t.sizes.large,
  'Not known': t.notKnown,
})
const named = (bars: Bar[], names: () => Record<string, string>): Bar[] =>
  bars.map((bar) => ({ ...bar, label: names()[bar.label] ?? bar.label }))

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
    <Section title={t.support} id="support">
      {supporters.length === 0 ? (
        <Empty title={t.nobodyYet}>{t.eachInstitutionCountsOnceHowever}</Empty>
      ) : (
        <>
          <Figures
            items={[
              { value: behind.length, label: t.institutionWord({ n: behind.length }) },
              { value: musts, label: t.mustHave },
              ...(against > 0 ? [{ value: against, label: t.notForUs }] : []),
            ]}
          />
          <p class="meta">{t.barsShowAllAndDarkerThose}</p>
          <div class="columns">
            <SupportBars
              title={t.byRegion}
              bars={named(
                countBy(supporters, ({ country }) => regionOf(country)),
                regionNames,
              )}
            />
            <SupportBars
              title={t.bySize}
              bars={named(
                countBy(supporters, ({ students }) => sizeOf(students)),
                sizeNames,
              )}
            />
            <SupportBars
              title={t.byConsortium}
              bars={countBy(supporters, ({ organisationId }) => consortia.get(organisationId) ?? t.noConsortium)}
            />
            <SupportBars
              title={t.byStageWithTheProduct}
              bars={countBy(supporters, ({ stage }) => (stage ? stageNames[stage] : t.notKnown))}
            />
            <SupportOverTime months={months} />
          </div>
          <details>
            <summary>{t.institutionsAndTheirReasons({ supporters: supporters.length })}</summary>
            <Table
              caption={t.institutions}
              hideCaption
              columns={[{ label: t.institution }, { label: t.says }, { label: t.why }, { label: t.since }, { label: t.affirmed }]}
              rows={supporters.map((one) => [
                one.organisation,
                <>
                  {strengthNames[one.strength]}
                  {one.confirmedBy && <span class="meta"> {t.confirmedBy({ confirmedBy: one.confirmedBy })}</span>}
                  {one.saidOfId !== request.id && (
                    <span class="meta">
                      {' '}
                      {t.ofRequest({ saidOfId: one.saidOfId, link: (words) => <a href={requestPath(one.saidOfId)}>{words}</a> })}
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
          <summary>{t.supportDoesNotCount({ others: others.length })}</summary>
          <ul class="links">
            {others.map((one) => (
              <li>
                {one.organisation}: {strengthNames[one.strength]}{' '}
                <State mood={one.state === 'proposed' ? 'wait' : undefined}>
                  {t.noLongerCounts({ waiting: one.state === 'proposed' })}
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
  if (institutions.length === 0) return <p class="meta">{t.supportRequestAddInstitution}</p>
  const here = requestPath(request.id)
  return (
    <>
      <Form action={`${here}/voice`} id="voice" refused={refused?.form === 'voice' ? refused.refused : undefined}>
        <h3>{own || !institutions[0] ? t.yourSupport : t.supportThisRequestFor({ name: institutions[0].name })}</h3>
        <div class="filters">
          {institutions.length > 1 && (
            <Select
              name="organisationId"
              label={t.forIt}
              options={institutions.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={own ? String(own.organisationId) : undefined}
              empty={false}
            />
          )}
          <Select
            name="strength"
            label={t.howStrongly}
            options={strengths.map((one) => ({ value: one, label: strengthNames[one] }))}
            value={own?.strength ?? 'should'}
            empty={false}
          />
          <Field name="reason" label={t.why} value={own?.reason} optional maxlength={1000} />
          <Button kind="primary">{t.supportRequest({ hasOwn: Boolean(own) })}</Button>
        </div>
      </Form>
      {own && (
        <PostButton kind="quiet" action={`${here}/voice/withdraw`}>
          {t.withdrawMySupport}
        </PostButton>
      )}
    </>
  )
}
