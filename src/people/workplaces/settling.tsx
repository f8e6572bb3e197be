import { Field, Filters, Form, Hidden } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { dotted, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Tabs } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { SettleButtons } from '../affiliations/views.tsx'
import type { countToSettle, listResting, listWithoutBasis, listWorkplaceClaims } from './queries.ts'

const t = textsOf('people', 'workplacesPage')

/** The lists of what is to be settled. */
export const settlingViews = ['said', 'resting', 'unknown'] as const
type View = (typeof settlingViews)[number]

const titles: Record<View, string> = t.titles
const leads: Record<View, string> = t.leads

const whys: Record<string, string> = t.whys

const hrefOf = (view: View, { search, page = 1 }: { search?: string; page?: number } = {}): string =>
  `/affiliations/basis?${new URLSearchParams({ view, ...(search ? { q: search } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`

interface Shown<Found> {
  found: Found
  search?: string
  page: number
}

/** What a person settles: who says that they work elsewhere, who may have left, and those of whom nobody knows. */
export function SettlingPage(props: {
  counts: Awaited<ReturnType<typeof countToSettle>>
  view: View
  search?: string
  children: ReturnType<typeof Resting>
}) {
  const { counts, view, search, children } = props
  return (
    <>
      <Heading title={t.workplacesToDecide} meta={<a href="/affiliations">{t.workplaces}</a>} lead={t.noOneLosesTheirSubscription}>
        <Tabs
          label={t.listsOfWorkplaces}
          items={settlingViews.map((one) => ({
            label: titles[one],
            href: hrefOf(one),
            count: formatNumber(languageNow(), counts[one]),
            current: one === view,
          }))}
        />
      </Heading>
      <p class="soft">{leads[view]}</p>
      {(counts[view] > 0 || search) && (
        <Filters action="/affiliations/basis" label={t.findPeople} values={{ q: search ?? '' }} hidden={{ view }}>
          <Field name="q" type="search" label={view === 'unknown' ? t.nameOrAddress : t.nameOrInstitution} optional />
        </Filters>
      )}
      {children}
    </>
  )
}

const Nobody = ({ search, children }: { search?: string; children: string }) => <Empty title={search ? t.nobodyFits : children} />

/** Those who say that they work elsewhere, each with what the register may call it. */
export const Said = ({ found, search, page }: Shown<Awaited<ReturnType<typeof listWorkplaceClaims>>>) => (
  <>
    {found.total === 0 && <Nobody search={search}>{t.nobodyWaits}</Nobody>}
    <Things label={titles.said}>
      {found.people.map((one) => (
        <Thing
          title={`${one.name}: ${one.organisation}`}
          meta={t.thereSinceToldUs({
            email: one.email || undefined,
            day: <Day on={one.fromOn} />,
            time: <Time at={one.askedAt} style="date" />,
          })}
        >
          <Form action={`/affiliations/claims/${one.id}/settle`} id={`claim-${one.id}`} values={{ organisation: one.organisation }}>
            <Field name="organisation" label={t.organisationInTheDirectory} hint={t.nameDomainRorId} />
            <Hidden name="back" value={hrefOf('said', { search, page })} />
            <div class="row">
              <Button name="answer" value="found" text={t.worksThere} />
              <Button kind="quiet" name="answer" value="nothing" text={t.ignoreThisAnswer} />
              <Button kind="quiet" href={`/organisations/new?${new URLSearchParams({ q: one.organisation })}`} text={t.addToDirectory} />
            </div>
          </Form>
        </Thing>
      ))}
    </Things>
    <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefOf('said', { search, page: to })} />
  </>
)

/** Those whose affiliation rests, with what speaks against it. */
export function Resting({ found, search, page }: Shown<Awaited<ReturnType<typeof listResting>>>) {
  const back = hrefOf('resting', { search, page })
  return (
    <>
      {found.total === 0 && <Nobody search={search}>{t.allWorkplacesAreConfirmed}</Nobody>}
      <Things label={titles.resting}>
        {found.people.map((one) => (
          <Thing
            title={`${one.name}, ${one.organisation}`}
            meta={dotted([
              whys[one.suspendedWhy] ?? one.suspendedWhy,
              one.suspendedAt && t.since({ time: <Time at={one.suspendedAt} style="date" /> }),
            ])}
            act={<SettleButtons id={one.id} name={one.name} back={back} />}
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefOf('resting', { search, page: to })} />
    </>
  )
}

/** Subscribers of whom nobody knows, with what was asked so far. */
export function Unknown({ found, search, page }: Shown<Awaited<ReturnType<typeof listWithoutBasis>>>) {
  const back = hrefOf('unknown', { search, page })
  return (
    <>
      {found.total === 0 ? (
        <Nobody search={search}>{t.theWorkplaceOfEverySubscriberIs}</Nobody>
      ) : (
        <div class="row">
          <PostButton action="/affiliations/basis/match">{t.findWorkplacesByDomain}</PostButton>
          <PostButton action="/affiliations/basis/ask">{t.askNext50People}</PostButton>
        </div>
      )}
      <Things label={titles.unknown}>
        {found.people.map((one) => (
          <Thing
            title={one.name}
            meta={dotted([
              one.email,
              one.askedAt &&
                one.asks !== null &&
                one.asks > 0 &&
                t.askedAsks2PluralOneOtherTimes({ asks: one.asks, time: <Time at={one.askedAt} style="date" /> }),
            ])}
            act={
              <PostButton
                action={`/affiliations/basis/${one.id}/excuse`}
                fields={{ back }}
                kind="quiet"
                label={t.keepWithoutAWorkplace({ name: one.name })}
              >
                {t.keepWithoutAWorkplace2}
              </PostButton>
            }
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefOf('unknown', { search, page: to })} />
    </>
  )
}
