import { pluck } from '../lib/pluck.ts'
import { Check, Field, Filters } from '../lib/ui/form.tsx'
import { formatList, formatNumber } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading, State, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { RoleAddress } from '../list/queries.ts'
import type { countExchanges, ExchangeFilter, listExchanges } from './queries.ts'
import { states } from './rules.ts'
import { type Holders, Standing, stateNames } from './views.tsx'

const t = textsOf('correspondence', 'views')

type Found = Awaited<ReturnType<typeof listExchanges>>
type Counts = Awaited<ReturnType<typeof countExchanges>>

/** The addresses whose correspondence one reads. */
export function DesksPage(props: { desks: (RoleAddress & { counts: Counts })[]; mailDomain: string; mayOpen: boolean }) {
  const { desks, mailDomain, mayOpen } = props
  return (
    <Titled title={t.correspondence} lead={t.emailAddressRoleEveryoneWho}>
      <Things
        label={t.addresses}
        none={
          <Empty title={t.yourRoleHasNoAddressYet}>
            {mayOpen ? <a href="/role-addresses">{t.addAddress}</a> : t.coordinatorDeputyCanAddOne}
          </Empty>
        }
      >
        {desks.map((desk) => (
          <Thing
            title={desk.title}
            href={`/correspondence/${desk.name}`}
            meta={
              <>
                {desk.name}@{mailDomain} · {desk.group ?? desk.community}
                {desk.closedAt && ` · ${t.closed}`}
              </>
            }
            act={
              desk.counts.late > 0 ? (
                <State mood="late">{t.late({ late: desk.counts.late })}</State>
              ) : desk.counts.open > 0 ? (
                <State mood="wait">{t.toAnswer({ open: desk.counts.open })}</State>
              ) : undefined
            }
          />
        ))}
      </Things>
    </Titled>
  )
}

/** The exchanges of one address. */
export function DeskPage(props: {
  desk: RoleAddress
  mailDomain: string
  filter: ExchangeFilter
  page: number
  found: Found
  counts: Counts
  holders: Holders
  today: string
}) {
  const { desk, mailDomain, filter, page, found, counts, holders, today } = props
  const path = `/correspondence/${desk.name}`
  const values = { q: filter.search ?? '', ...(filter.late ? { late: 'on' } : {}), state: filter.state ?? '' }
  const hrefFor = (change: Record<string, string>) =>
    `${path}?${new URLSearchParams(Object.entries({ ...values, ...change }).filter(([, value]) => value !== ''))}`
  return (
    <>
      <Heading
        title={desk.title}
        meta={`${desk.name}@${mailDomain}`}
        lead={holders.length > 0 ? t.emailGoesLaterTheir({ holders: formatList(languageNow(), pluck(holders, 'name')) }) : t.noHolder}
        actions={desk.closedAt === null && <Button href={`${path}/write`} kind="primary" text={t.write} />}
      >
        <Tabs
          label={t.whichExchanges}
          items={[
            {
              href: hrefFor({ state: '', page: '' }),
              label: t.all,
              count: formatNumber(languageNow(), counts.all),
              current: !filter.state,
            },
            ...states.map((state) => ({
              href: hrefFor({ state, page: '' }),
              label: stateNames[state],
              count: state === 'answered' ? undefined : counts[state],
              current: filter.state === state,
            })),
          ]}
        />
      </Heading>
      <Filters action={path} label={t.findCorrespondence} values={values} hidden={{ state: filter.state }}>
        <Field name="q" type="search" label={t.wordsNameOrAddress} optional />
        <Check name="late" label={t.lateOnly} />
      </Filters>
      <Things
        label={t.exchanges}
        none={
          <Empty title={counts.all === 0 ? t.noConversationsYet : t.nothingFits}>
            {counts.all > 0 && <a href={path}>{t.clear}</a>}
            {counts.all === 0 && desk.closedAt === null && (
              <p>{t.canImportOldMailbox({ link: (words) => <a href={`${path}/imports`}>{words}</a> })}</p>
            )}
          </Empty>
        }
      >
        {found.exchanges.map((one) => (
          <Thing
            title={one.subject}
            href={`${path}/${one.id}`}
            meta={
              <>
                {one.counterpartName || one.counterpart} ·{' '}
                {t.emailsLastOn({ mails: one.mails, time: <Time at={one.lastAt} style="date" /> })}
                {one.owner && ` · ${one.owner}`}
              </>
            }
            act={<Standing exchange={one} today={today} />}
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefFor({ page: String(to) })} />
      {counts.all > 0 && (
        <Toolbar>
          <a href={`${path}/mbox`}>{t.exportAllEmailMbox}</a>
          <a href={`${path}/imports`}>{t.oldMailboxes}</a>
        </Toolbar>
      )}
    </>
  )
}
