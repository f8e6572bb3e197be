import type { findDeskHolders } from '../groups/queries.ts'
import type { CorrespondenceState } from '../lib/db/schema.ts'
import { Check, Field, Select, TextArea } from '../lib/ui/fields.tsx'
import { Filters, Form, Hidden } from '../lib/ui/form.tsx'
import { formatList, formatNumber } from '../lib/ui/format.ts'
import type { Refused } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Letter } from '../lib/ui/letter.tsx'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, PostButton, Section, Split, State, Tabs, Toolbar } from '../lib/ui/parts.tsx'
import { MailText } from '../lib/ui/text.tsx'
import { Day, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { RoleAddress } from '../list/queries.ts'
import type { countExchanges, Exchange, ExchangeFilter, listExchanges } from './queries.ts'
import { answerSubject, isLate, type KeptBack, states } from './rules.ts'

const t = textsOf('correspondence', 'views')

type Found = Awaited<ReturnType<typeof listExchanges>>
type Counts = Awaited<ReturnType<typeof countExchanges>>
type Holders = Awaited<ReturnType<typeof findDeskHolders>>

const stateNames: Record<CorrespondenceState, string> = t.stateNames
const moods: Record<CorrespondenceState, Mood | undefined> = { open: 'wait', waiting: undefined, answered: 'good' }

const keptBackWords: Record<KeptBack, string> = t.keptBackWords

function Standing({ exchange, today }: { exchange: { state: CorrespondenceState; answerBy: string | null }; today: string }) {
  const late = isLate(exchange, today)
  return (
    <State mood={late ? 'late' : moods[exchange.state]}>
      {stateNames[exchange.state]}
      {exchange.answerBy && exchange.state !== 'answered' && <>{t.by({ hasLate: late, day: <Day on={exchange.answerBy} /> })}</>}
    </State>
  )
}

/** The addresses whose correspondence one reads. */
export function DesksPage(props: { desks: (RoleAddress & { counts: Counts })[]; mailDomain: string; mayOpen: boolean }) {
  const { desks, mailDomain, mayOpen } = props
  return (
    <>
      <Heading title={t.correspondence} lead={t.emailAddressRoleEveryoneWho} />
      {desks.length === 0 && (
        <Empty title={t.yourRoleHasNoAddressYet}>
          {mayOpen ? <a href="/role-addresses">{t.addAddress}</a> : t.coordinatorDeputyCanAddOne}
        </Empty>
      )}
      <Things label={t.addresses}>
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
    </>
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
        lead={
          holders.length > 0
            ? t.emailGoesLaterTheir({
                holders: formatList(
                  languageNow(),
                  holders.map((one) => one.name),
                ),
              })
            : t.noHolder
        }
        actions={
          desk.closedAt === null && (
            <Button href={`${path}/write`} kind="primary">
              {t.write}
            </Button>
          )
        }
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
            { href: hrefFor({ state: 'open', page: '' }), label: stateNames.open, count: counts.open, current: filter.state === 'open' },
            {
              href: hrefFor({ state: 'waiting', page: '' }),
              label: stateNames.waiting,
              count: counts.waiting,
              current: filter.state === 'waiting',
            },
            { href: hrefFor({ state: 'answered', page: '' }), label: stateNames.answered, current: filter.state === 'answered' },
          ]}
        />
      </Heading>
      <Filters label={t.findCorrespondence} values={values}>
        <Field name="q" type="search" label={t.wordsNameOrAddress} optional />
        <Check name="late" label={t.lateOnly} />
        {filter.state && <Hidden name="state" value={filter.state} />}
      </Filters>
      {found.exchanges.length === 0 ? (
        <Empty title={counts.all === 0 ? t.noConversationsYet : t.nothingFits}>
          {counts.all > 0 && <a href={path}>{t.clear}</a>}
          {counts.all === 0 && desk.closedAt === null && (
            <p>{t.canImportOldMailbox({ link: (words) => <a href={`${path}/imports`}>{words}</a> })}</p>
          )}
        </Empty>
      ) : (
        <Things label={t.exchanges}>
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
      )}
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

function Mails({ exchange, path }: { exchange: Exchange; path: string }) {
  return (
    <>
      {exchange.mails.map((mail) => (
        <Letter
          id={`m${mail.id}`}
          from={{
            name: mail.direction === 'out' ? (mail.writer ?? mail.fromName) : mail.fromName,
            of: mail.direction === 'out' ? t.forUs : mail.fromEmail,
          }}
          at={mail.sentAt}
          meta={mail.attachments > 0 ? t.attached({ attachments: mail.attachments }) : undefined}
          actions={
            <>
              {Array.from({ length: mail.attachments }, (_, position) => (
                <a href={`${path}/mails/${mail.id}/a/${position}`}>{t.attachment({ position: position + 1 })}</a>
              ))}
              <a href={`${path}/mails/${mail.id}/raw`}>{t.asItCame}</a>
            </>
          }
        >
          {mail.keptBack !== '' && (
            <Note mood="wait">
              {keptBackWords[mail.keptBack as KeptBack]}{' '}
              <PostButton action={`${path}/mails/${mail.id}/pass-on`} kind="quiet">
                {t.passEmailOn}
              </PostButton>
            </Note>
          )}
          {mail.failure && <Note mood="late">{t.emailNotDelivered({ failure: mail.failure })}</Note>}
          <MailText text={mail.text} addresses="link" />
        </Letter>
      ))}
    </>
  )
}

/** One exchange: its mails, the answer, and where it stands. */
export function ExchangePage(props: {
  desk: RoleAddress
  exchange: Exchange
  holders: Holders
  mailDomain: string
  today: string
  refused?: Refused
  form: 'answer' | 'change'
}) {
  const { desk, exchange, holders, mailDomain, today, refused, form } = props
  const path = `/correspondence/${desk.name}/${exchange.id}`
  const owners = new Map([
    ...holders.map((one) => [one.id, one.name] as const),
    ...(exchange.ownerId && exchange.owner ? [[exchange.ownerId, exchange.owner] as const] : []),
  ])
  return (
    <>
      <Heading
        title={exchange.subject}
        meta={
          <>
            <a href={`/correspondence/${desk.name}`}>{desk.title}</a> · {exchange.counterpartName || exchange.counterpart}
          </>
        }
      >
        <p>
          <Standing exchange={exchange} today={today} />
        </p>
      </Heading>
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: t.withIt, value: exchange.counterpartName },
                { term: t.address, value: <span class="break">{exchange.counterpart}</span> },
                { term: t.about, value: exchange.about && <a href={exchange.about}>{exchange.about}</a> },
              ]}
            />
            <Section title={t.status}>
              <Form
                action={path}
                id="change"
                refused={form === 'change' ? refused : undefined}
                values={{
                  state: exchange.state,
                  ownerId: String(exchange.ownerId ?? ''),
                  answerBy: exchange.answerBy ?? '',
                  about: exchange.about,
                }}
              >
                <Select name="state" label={t.state} options={states.map((value) => ({ value, label: stateNames[value] }))} empty={false} />
                <Select
                  name="ownerId"
                  label={t.personResponsible}
                  options={[...owners].map(([id, name]) => ({ value: String(id), label: name }))}
                  empty={t.everyoneWithThisRole}
                  optional
                />
                <Field name="answerBy" type="date" label={t.answerBy} short optional />
                <Field name="about" label={t.relatedPage} hint={t.requestPackageMeetingSite} optional />
                <div class="row">
                  <Button>{t.save}</Button>
                </div>
              </Form>
            </Section>
          </>
        }
      >
        <Mails exchange={exchange} path={path} />
        {desk.closedAt === null && (
          <Section title={t.answer} id="answer">
            <p class="meta">{t.sendEmailOwnAddressNot({ name: desk.name, mailDomain })}</p>
            <Form
              action={`${path}/answer`}
              refused={form === 'answer' ? refused : undefined}
              values={{ subject: answerSubject(exchange.subject) }}
            >
              <WritingFields />
            </Form>
          </Section>
        )}
      </Split>
    </>
  )
}

const WritingFields = () => (
  <>
    <Field name="subject" label={t.subject} maxlength={300} />
    <TextArea name="text" label={t.text} rows={10} />
    <Check name="answerExpected" label={t.iExpectAnAnswer} />
    <Field name="answerBy" type="date" label={t.by2} hint={t.leaveEmptyAllow2Weeks} short optional />
    <div class="row">
      <Button kind="primary">{t.send}</Button>
    </div>
  </>
)

/** A new mail from the address of a role. */
export function WritePage({ desk, mailDomain, refused }: { desk: RoleAddress; mailDomain: string; refused?: Refused }) {
  return (
    <>
      <Heading
        title={t.writeAs({ title: desk.title })}
        meta={<a href={`/correspondence/${desk.name}`}>{desk.title}</a>}
        lead={t.sendEmailKeepCopyNext({ name: desk.name, mailDomain })}
      />
      <Form action={`/correspondence/${desk.name}/write`} refused={refused}>
        <Field name="to" type="email" label={t.to} />
        <Field name="toName" label={t.recipientsName} optional />
        <WritingFields />
      </Form>
    </>
  )
}
