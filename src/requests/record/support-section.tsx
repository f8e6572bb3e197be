import { Table } from '../../lib/ui/lists.tsx'
import { Empty, Fold, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { stageNames } from '../../people/rules.ts'
import type { Request } from '../core/queries.ts'
import { requestPath } from '../parts.tsx'
import { type Bar, SupportBars, SupportOverTime } from '../support/plots.tsx'
import { countBy, regionOf, sizeOf, strengthNames } from '../support/rules.ts'
import type { SupportShown } from './props.ts'

const t = textsOf('requests', 'record')

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
  'Below 5,000': t.sizes.small,
  '5,000 to 20,000': t.sizes.medium,
  'Above 20,000': t.sizes.large,
  'Not known': t.notKnown,
})
const named = (bars: Bar[], names: () => Record<string, string>): Bar[] =>
  bars.map((bar) => ({ ...bar, label: names()[bar.label] ?? bar.label }))

/** Who stands behind a request: numbers, pictures, the institutions with their reasons. */
export function SupportSection({ request, support }: { request: Request; support: SupportShown }) {
  const { supporters, others, months, consortia } = support
  const against = supporters.filter(({ strength }) => strength === 'not_for_us').length
  return (
    <Section title={t.support} id="support">
      {supporters.length === 0 ? (
        <Empty title={t.nobodyYet}>{t.eachInstitutionCountsOnceHowever}</Empty>
      ) : (
        <>
          {against > 0 && <p class="meta">{t.institutionsAgainst({ n: against })}</p>}
          <Fold title={t.supportInNumbers}>
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
                  countBy(supporters, ({ peopleServed }) => sizeOf(peopleServed)),
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
          </Fold>
          <details>
            <summary>{t.institutionsAndTheirReasons({ supporters: supporters.length })}</summary>
            <Table
              caption={t.institutions}
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
    </Section>
  )
}
