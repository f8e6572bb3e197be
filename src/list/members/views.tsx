import type { ArchiveAccess } from '../../lib/db/schema.ts'
import { Check, Field, Filters, Form, Hidden, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { NumberedPager, Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, FormSection, Heading, Section, State, Submit, Titled, Toolbar } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { LookAfter } from '../nav.tsx'
import type { findMembersById, listMembers, MemberRow } from './queries.ts'
import { type MemberFilter, postingWords, receivingWords, stateOf, statesOf, stateWords } from './rules.ts'

const t = textsOf('list', 'membersPage')

interface List {
  name: string
  archive: ArchiveAccess
  mayOwn: boolean
  title: string
}

/** A filter as it stands in an address. */
const filterQuery = ({ search, receiving, state, posting, since }: MemberFilter, more: Record<string, string> = {}): string =>
  new URLSearchParams(
    Object.entries({ q: search, receiving, state, posting, since, ...more }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  ).toString()

const moods = { active: 'good', bouncing: 'wait', suspended: 'late', vendor: 'late' } as const

function Standing({ person, now }: { person: MemberRow; now: Date }) {
  const state = stateOf(person, now)
  if (state !== 'paused') return <State mood={moods[state]}>{stateWords[state]}</State>
  const { pausedUntil } = person
  return <State>{pausedUntil && pausedUntil > now ? t.until({ time: <Time at={pausedUntil} style="date" /> }) : stateWords.paused}</State>
}

type MembersProps = {
  list: List
  mayOwn: boolean
  filter: MemberFilter
  page: number
  now: Date
} & Awaited<ReturnType<typeof listMembers>>

/** The subscribers of a list: found, chosen, and one thing done to all that are chosen. */
export function MembersPage({ list, mayOwn, filter, page, now, people, total, pages }: MembersProps) {
  const filtered = filterQuery(filter) !== ''
  // The rules of the list hold for nearly all: a column only where somebody has another.
  const ruled = people.some(({ posting }) => posting)
  // The page may be the answer to a change that was refused, which has another address.
  const at = `/lists/${list.name}/subscribers`
  const exportHref = (format: string) => `${at}/export?${filterQuery(filter, { format })}`
  return (
    <>
      <Heading
        title={t.subscribers}
        meta={t.subscriberFound({ title: list.title, total })}
        actions={mayOwn && <Button href={`/lists/${list.name}/import`}>{t.importSubscribers}</Button>}
      >
        <LookAfter list={list} current="subscribers" />
      </Heading>
      <Filters action={at} label={t.findSubscribers}>
        <Field name="q" type="search" label={t.nameOrAddress} value={filter.search} optional />
        <Select name="receiving" label={t.gets} empty={t.anything} value={filter.receiving} options={optionsOf(receivingWords)} optional />
        <Select name="state" label={t.state} empty={t.any} value={filter.state} options={optionsOf(stateWords, statesOf(list))} optional />
        <Select name="posting" label={t.ownMail} empty={t.any} value={filter.posting} options={optionsOf(postingWords)} optional />
        <Field name="since" type="date" label={t.joinedSince} value={filter.since} optional />
      </Filters>
      {total === 0 ? (
        <Empty title={filtered ? t.noSubscribersMatch : t.noSubscribersYet}>
          {filtered && <a href={`/lists/${list.name}/subscribers`}>{t.clearFilter}</a>}
        </Empty>
      ) : (
        <>
          <Table
            caption={t.subscribers}
            terse
            columns={[
              { label: t.who },
              // Their values say what they are.
              { label: t.gets, short: '' },
              ...(ruled ? [{ label: t.ownMail }] : []),
              { label: t.state, short: '' },
              { label: t.since },
            ]}
            rows={people.map((person) => [
              <>
                <label class="check">
                  <input type="checkbox" form="change" name="subscription" value={String(person.id)} />
                  <span>{person.name}</span>
                </label>
                <div class="meta words">{person.email}</div>
                {(person.suspendedAt || person.bouncing) && person.words && <blockquote class="meta">{person.words}</blockquote>}
              </>,
              receivingWords[person.receiving],
              ...(ruled ? [person.posting && postingWords[person.posting]] : []),
              <Standing person={person} now={now} />,
              <Time at={person.since} style="date" />,
            ])}
          />
          <NumberedPager current={page} count={pages} hrefFor={(to) => `${at}?${filterQuery(filter, { page: String(to) })}`} />
          <FormSection
            title={t.changeSeveralSubscribers}
            id="change"
            action={`/lists/${list.name}/subscribers/change`}
            values={{ of: 'chosen' }}
          >
            <Hidden name="filter" value={filterQuery(filter)} />
            <Select
              name="of"
              label={t.whom}
              empty={false}
              options={[
                { value: 'chosen', label: t.selectedAbove },
                { value: 'all', label: t.allResults({ total }) },
                { value: 'named', label: t.addressesEnteredBelow },
              ]}
            />
            <TextArea name="named" label={t.addresses} hint={t.oneAddressPerLineOnly} rows={3} optional />
            <Select
              name="act"
              label={t.what}
              options={[
                ...optionsOf(receivingWords).map(({ value, label }) => ({
                  value: `receiving:${value}`,
                  label: t.gets2({ label }),
                  group: t.emailTheyGet,
                })),
                ...optionsOf(postingWords).map(({ value, label }) => ({
                  value: `posting:${value}`,
                  label: t.ownMail2({ label }),
                  group: t.theirMessages,
                })),
                { value: 'remove', label: t.removeFromList, group: t.subscription },
              ]}
            />
            <Submit kind="primary">{t.goOn}</Submit>
          </FormSection>
        </>
      )}
      <Toolbar>
        {mayOwn && <a href={`/lists/${list.name}/imports`}>{t.viewImports}</a>}
        <a href={exportHref('xlsx')}>{t.downloadExcelFile}</a>
        <a href={exportHref('csv')}>{t.downloadCsvFile}</a>
      </Toolbar>
    </>
  )
}

/** Before people are taken off a list: who, why, and whether they are told. */
export function RemovePage({ list, people, ids }: { list: List; people: Awaited<ReturnType<typeof findMembersById>>; ids: string }) {
  const many = people.length
  return (
    <Titled title={t.removePeopleList({ name: people[0]?.name ?? '', many })} meta={list.title} lead={t.theirMessagesStayInTheArchive}>
      <Form action={`/lists/${list.name}/subscribers/remove`} values={{ tell: 'on' }}>
        <Hidden name="ids" value={ids} />
        <TextArea name="reason" label={t.why} hint={t.emailThemContainsText} rows={3} optional />
        <Check name="tell" label={t.emailThemAboutThis} checked />
        <div class="row">
          <Button kind="danger">{t.removeSubscribers({ many })}</Button>
          <Button kind="quiet" href={`/lists/${list.name}/subscribers`} text={t.cancel} />
        </div>
      </Form>
      <Section title={t.who}>
        <ul class="links">
          {people.slice(0, 100).map((person) => (
            <li>
              {person.name} <span class="meta break">{person.email}</span>
            </li>
          ))}
          {many > 100 && <li>{t.andMore({ many: many - 100 })}</li>}
        </ul>
      </Section>
    </Titled>
  )
}
