import type { findDeskHolders } from '../groups/queries.ts'
import type { CorrespondenceState } from '../lib/db/schema.ts'
import { Check, Field, Select, TextArea } from '../lib/ui/fields.tsx'
import { Filters, Form, Hidden } from '../lib/ui/form.tsx'
import { formatList, formatNumber } from '../lib/ui/format.ts'
import type { Refused } from '../lib/ui/forms.ts'
import { Letter } from '../lib/ui/letter.tsx'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, PostButton, Section, Split, State, Tabs, Toolbar } from '../lib/ui/parts.tsx'
import { MailText } from '../lib/ui/text.tsx'
import { Day, Time } from '../lib/ui/time.tsx'
import type { RoleAddress } from '../list/role-addresses/queries.ts'
import type { countExchanges, Exchange, ExchangeFilter, listExchanges } from './queries.ts'
import { answerSubject, isLate, type KeptBack, states } from './rules.ts'

type Found = Awaited<ReturnType<typeof listExchanges>>
type Counts = Awaited<ReturnType<typeof countExchanges>>
type Holders = Awaited<ReturnType<typeof findDeskHolders>>

const stateNames: Record<CorrespondenceState, string> = { open: 'We owe an answer', waiting: 'They owe an answer', answered: 'Answered' }
const moods: Record<CorrespondenceState, Mood | undefined> = { open: 'wait', waiting: undefined, answered: 'good' }

const keptBackWords: Record<KeptBack, string> = {
  loop: 'It has been passed on before: it goes round. Nobody got it.',
  automatic: 'An automatic answer. Nobody got it.',
  'no-from': 'It names no sender. Nobody got it.',
  forged: 'The sender’s domain says that this mail is not its own. Nobody got it.',
  flood: 'Too many mails came at once; this one was only kept.',
}

function Standing({ exchange, today }: { exchange: { state: CorrespondenceState; answerBy: string | null }; today: string }) {
  const late = isLate(exchange, today)
  return (
    <State mood={late ? 'late' : moods[exchange.state]}>
      {stateNames[exchange.state]}
      {exchange.answerBy && exchange.state !== 'answered' && (
        <>
          {late ? ', since ' : ' by '}
          <Day on={exchange.answerBy} />
        </>
      )}
    </State>
  )
}

/** The addresses whose correspondence one reads. */
export function DesksPage(props: { desks: (RoleAddress & { counts: Counts })[]; mailDomain: string; mayOpen: boolean }) {
  const { desks, mailDomain, mayOpen } = props
  return (
    <>
      <Heading
        title="Correspondence"
        lead="What comes to the address of a role, and what leaves from it. Whoever holds the role after you reads it too."
      />
      {desks.length === 0 && (
        <Empty title="Your role has no address yet.">
          {mayOpen ? <a href="/role-addresses">Give it one.</a> : 'Who leads the group gives it one.'}
        </Empty>
      )}
      <Things label="Addresses">
        {desks.map((desk) => (
          <Thing
            title={desk.title}
            href={`/correspondence/${desk.name}`}
            meta={
              <>
                {desk.name}@{mailDomain} · {desk.group ?? desk.community}
                {desk.closedAt && ' · closed'}
              </>
            }
            act={
              desk.counts.late > 0 ? (
                <State mood="late">{desk.counts.late} late</State>
              ) : desk.counts.open > 0 ? (
                <State mood="wait">{desk.counts.open} to answer</State>
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
            ? `Mail goes to ${formatList(
                'en',
                holders.map((one) => one.name),
              )} today, and to their successors after them.`
            : 'Nobody holds this role today; mail is kept here.'
        }
        actions={
          desk.closedAt === null && (
            <Button href={`${path}/write`} kind="primary">
              Write
            </Button>
          )
        }
      >
        <Tabs
          label="Which exchanges"
          items={[
            { href: hrefFor({ state: '', page: '' }), label: 'All', count: formatNumber('en', counts.all), current: !filter.state },
            { href: hrefFor({ state: 'open', page: '' }), label: 'We owe an answer', count: counts.open, current: filter.state === 'open' },
            {
              href: hrefFor({ state: 'waiting', page: '' }),
              label: 'They owe one',
              count: counts.waiting,
              current: filter.state === 'waiting',
            },
            { href: hrefFor({ state: 'answered', page: '' }), label: 'Answered', current: filter.state === 'answered' },
          ]}
        />
      </Heading>
      <Filters label="Find correspondence" values={values}>
        <Field name="q" type="search" label="Words, name or address" optional />
        <Check name="late" label="Late only" />
        {filter.state && <Hidden name="state" value={filter.state} />}
      </Filters>
      {found.exchanges.length === 0 ? (
        <Empty title={counts.all === 0 ? 'Nothing has come yet.' : 'Nothing fits.'}>
          {counts.all === 0 && desk.closedAt === null && (
            <p>
              What came before can be brought along: <a href={`${path}/imports`}>bring an old mailbox</a>.
            </p>
          )}
        </Empty>
      ) : (
        <Things label="Exchanges">
          {found.exchanges.map((one) => (
            <Thing
              title={one.subject}
              href={`${path}/${one.id}`}
              meta={
                <>
                  {one.counterpartName || one.counterpart} · {one.mails === 1 ? '1 mail' : `${one.mails} mails`}, last{' '}
                  <Time at={one.lastAt} style="date" />
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
          <a href={`${path}/mbox`}>Take all of it along (mbox)</a>
          <a href={`${path}/imports`}>Old mailboxes</a>
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
            of: mail.direction === 'out' ? 'for us' : mail.fromEmail,
          }}
          at={mail.sentAt}
          meta={mail.attachments > 0 ? `${mail.attachments} attached` : undefined}
          actions={
            <>
              {Array.from({ length: mail.attachments }, (_, position) => (
                <a href={`${path}/mails/${mail.id}/a/${position}`}>Attachment {position + 1}</a>
              ))}
              <a href={`${path}/mails/${mail.id}/raw`}>As it came</a>
            </>
          }
        >
          {mail.keptBack !== '' && (
            <Note mood="wait">
              {keptBackWords[mail.keptBack as KeptBack]}{' '}
              <PostButton action={`${path}/mails/${mail.id}/pass-on`} kind="quiet">
                Pass it on after all
              </PostButton>
            </Note>
          )}
          {mail.failure && <Note mood="late">It did not arrive: {mail.failure}</Note>}
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
                { term: 'With', value: exchange.counterpartName },
                { term: 'Address', value: <span class="break">{exchange.counterpart}</span> },
                { term: 'About', value: exchange.about && <a href={exchange.about}>{exchange.about}</a> },
              ]}
            />
            <Section title="Where it stands">
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
                <Select name="state" label="State" options={states.map((value) => ({ value, label: stateNames[value] }))} empty={false} />
                <Select
                  name="ownerId"
                  label="Who sees to it"
                  options={[...owners].map(([id, name]) => ({ value: String(id), label: name }))}
                  empty="All who hold the role"
                  optional
                />
                <Field name="answerBy" type="date" label="Answer by" short optional />
                <Field
                  name="about"
                  label="What it is about"
                  hint="The address of a request, a brief or a meeting here: /requests/214"
                  optional
                />
                <div class="row">
                  <Button>Save</Button>
                </div>
              </Form>
            </Section>
          </>
        }
      >
        <Mails exchange={exchange} path={path} />
        {desk.closedAt === null && (
          <Section title="Answer" id="answer">
            <p class="meta">
              It leaves from {desk.name}@{mailDomain}; your own address is not shown.
            </p>
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
    <Field name="subject" label="Subject" maxlength={300} />
    <TextArea name="text" label="Text" rows={10} />
    <Check name="answerExpected" label="An answer is expected" />
    <Field name="answerBy" type="date" label="By" hint="Two weeks, if you say nothing." short optional />
    <div class="row">
      <Button kind="primary">Send</Button>
    </div>
  </>
)

/** A new mail from the address of a role. */
export function WritePage({ desk, mailDomain, refused }: { desk: RoleAddress; mailDomain: string; refused?: Refused }) {
  return (
    <>
      <Heading
        title={`Write as ${desk.title}`}
        meta={<a href={`/correspondence/${desk.name}`}>{desk.title}</a>}
        lead={`It leaves from ${desk.name}@${mailDomain}, and is kept for whoever holds the role after you.`}
      />
      <Form action={`/correspondence/${desk.name}/write`} refused={refused}>
        <Field name="to" type="email" label="To" />
        <Field name="toName" label="Name of the reader" optional />
        <WritingFields />
      </Form>
    </>
  )
}
