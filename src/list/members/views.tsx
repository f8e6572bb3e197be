import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Filters, Form, Hidden } from '../../lib/ui/form.tsx'
import { formatNumber, plural } from '../../lib/ui/format.ts'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { NumberedPager, Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { LookAfter } from '../nav.tsx'
import type { findMembersById, listMembers, MemberRow } from './queries.ts'
import { type MemberFilter, postingWords, receivingWords, states, stateWords } from './rules.ts'

interface List {
  name: string
  mayOwn: boolean
  title: string
}

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** A filter as it stands in an address. */
const filterQuery = ({ search, receiving, state, posting, since }: MemberFilter, more: Record<string, string> = {}): string =>
  new URLSearchParams(
    Object.entries({ q: search, receiving, state, posting, since, ...more }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  ).toString()

function stateOf(person: MemberRow, now: Date) {
  if (person.suspendedAt) return <State mood="late">{stateWords.suspended}</State>
  if (person.pausedUntil && person.pausedUntil > now)
    return (
      <State>
        Until <Time at={person.pausedUntil} style="date" />
      </State>
    )
  if (person.receiving === 'none') return <State>{stateWords.paused}</State>
  return person.bouncing ? <State mood="wait">{stateWords.bouncing}</State> : <State mood="good">{stateWords.active}</State>
}

/** The subscribers of a list: found, chosen, and one thing done to all that are chosen. */
export function MembersPage({
  list,
  mayOwn,
  filter,
  page,
  now,
  people,
  total,
  pages,
  refused,
}: {
  list: List
  mayOwn: boolean
  filter: MemberFilter
  page: number
  now: Date
  refused?: ReturnType<typeof refusedForm>
} & Awaited<ReturnType<typeof listMembers>>) {
  const filtered = filterQuery(filter) !== ''
  const exportHref = (format: string) => `/lists/${list.name}/subscribers/export?${filterQuery(filter, { format })}`
  return (
    <>
      <Heading
        title="Subscribers"
        meta={`${list.title} · ${plural('en', total, { one: '# subscriber', other: '# subscribers' })}${filtered ? ' found' : ''}`}
        actions={
          <>
            {mayOwn && <Button href={`/lists/${list.name}/import`}>Subscribe from a file</Button>}
            {mayOwn && <Button href={`/lists/${list.name}/imports`}>What was brought in</Button>}
            <Button href={exportHref('xlsx')}>Save as XLSX</Button>
            <Button href={exportHref('csv')} kind="quiet">
              Save as CSV
            </Button>
          </>
        }
      >
        <LookAfter list={list} current="subscribers" />
      </Heading>
      <Filters label="Find subscribers">
        <Field name="q" type="search" label="Name or address" value={filter.search} optional />
        <Select name="receiving" label="Gets" empty="Anything" value={filter.receiving} options={optionsOf(receivingWords)} optional />
        <Select
          name="state"
          label="State"
          empty="Any"
          value={filter.state}
          options={states.map((value) => ({ value, label: stateWords[value] }))}
          optional
        />
        <Select name="posting" label="Own mail" empty="Any" value={filter.posting} options={optionsOf(postingWords)} optional />
        <Field name="since" type="date" label="Joined since" value={filter.since} optional />
      </Filters>
      {people.length === 0 ? (
        <Empty title={filtered ? 'Nobody is like that.' : 'Nobody is subscribed yet.'}>
          {filtered && <a href={`/lists/${list.name}/subscribers`}>Show all subscribers</a>}
        </Empty>
      ) : (
        <>
          <Table
            caption="Subscribers"
            hideCaption
            columns={[{ label: 'Who' }, { label: 'Gets' }, { label: 'Own mail' }, { label: 'State' }, { label: 'Since' }]}
            rows={people.map((person) => [
              <>
                <label class="check">
                  <input type="checkbox" form="change" name="subscription" value={String(person.id)} />
                  <span>{person.name}</span>
                </label>
                <div class="meta break">{person.email}</div>
                {(person.suspendedAt || person.bouncing) && person.words && <blockquote class="meta">{person.words}</blockquote>}
              </>,
              receivingWords[person.receiving],
              postingWords[person.posting ?? 'rules'],
              stateOf(person, now),
              <Time at={person.since} style="date" />,
            ])}
          />
          <NumberedPager current={page} count={pages} hrefFor={(to) => `?${filterQuery(filter, { page: String(to) })}`} />
          <Section title="Change those chosen">
            <Form id="change" action={`/lists/${list.name}/subscribers/change`} refused={refused} values={{ of: 'chosen' }}>
              <Hidden name="filter" value={filterQuery(filter)} />
              <Select
                name="of"
                label="Whom"
                empty={false}
                options={[
                  { value: 'chosen', label: 'Those ticked above' },
                  { value: 'all', label: `All ${formatNumber('en', total)} that were found` },
                  { value: 'named', label: 'Those whose addresses stand below' },
                ]}
              />
              <TextArea
                name="named"
                label="Addresses"
                hint="One a line, for those whose addresses stand here; else it is not read."
                rows={3}
                optional
              />
              <Select
                name="act"
                label="What"
                options={[
                  ...optionsOf(receivingWords).map(({ value, label }) => ({
                    value: `receiving:${value}`,
                    label: `Gets: ${label}`,
                    group: 'What they get',
                  })),
                  ...optionsOf(postingWords).map(({ value, label }) => ({
                    value: `posting:${value}`,
                    label: `Own mail: ${label}`,
                    group: 'Their own mail',
                  })),
                  { value: 'remove', label: 'Take off the list', group: 'Subscription' },
                ]}
              />
              <div class="row">
                <Button kind="primary">Go on</Button>
              </div>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}

/** Before people are taken off a list: who, why, and whether they are told. */
export function RemovePage({
  list,
  people,
  ids,
  refused,
}: {
  list: List
  people: Awaited<ReturnType<typeof findMembersById>>
  ids: string
  refused?: ReturnType<typeof refusedForm>
}) {
  const many = people.length
  return (
    <>
      <Heading
        title={many === 1 ? `Take ${people[0]?.name} off the list?` : `Take ${formatNumber('en', many)} people off the list?`}
        meta={list.title}
        lead="Their messages stay in the archive. They can come back at any time, unless they are banned."
      />
      <Form action={`/lists/${list.name}/subscribers/remove`} refused={refused} values={{ tell: 'on' }}>
        <Hidden name="ids" value={ids} />
        <TextArea name="reason" label="Why" hint="Goes into the letter." rows={3} optional />
        <Check name="tell" label="Tell them by mail" checked />
        <div class="row">
          <Button kind="danger">{many === 1 ? 'Take off the list' : `Take ${formatNumber('en', many)} off the list`}</Button>
          <Button kind="quiet" href={`/lists/${list.name}/subscribers`}>
            Cancel
          </Button>
        </div>
      </Form>
      <Section title="Who">
        <ul class="links">
          {people.slice(0, 100).map((person) => (
            <li>
              {person.name} <span class="meta break">{person.email}</span>
            </li>
          ))}
          {many > 100 && <li>and {formatNumber('en', many - 100)} more</li>}
        </ul>
      </Section>
    </>
  )
}
