import type { Owned } from '../../belongings.ts'
import { Field, Form, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import { dotted, Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Facts, FormSection, Heading, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getHandover, listHandovers, listHoldersAround, listHoldings } from './queries.ts'
import { handedRoles, nameOfRole } from './rules.ts'

const t = textsOf('groups', 'handoverPage')

const roleOptions = () => handedRoles.map((value) => ({ value, label: nameOfRole(value) }))

type Holders = Awaited<ReturnType<typeof listHoldersAround>>

const peopleOf = (holders: Holders) => optionsById([...new Map(holders.map(({ personId: id, name }) => [id, { id, name }])).values()])

/** The handovers of a group, what its roles have elsewhere, and the way to begin one. */
export function HandoversPage(props: {
  group: { slug: string; name: string }
  handovers: Awaited<ReturnType<typeof listHandovers>>
  holders: Holders
  holdings: Awaited<ReturnType<typeof listHoldings>>
  mayKeep: boolean
  self: number | null
}) {
  const { group, handovers, holders, holdings, mayKeep, self } = props
  const givers = mayKeep ? holders : holders.filter(({ personId }) => personId === self)
  return (
    <Titled
      title={t.handovers}
      meta={mayKeep ? <a href={`/roster/${group.slug}/edit`}>{group.name}</a> : group.name}
      lead={t.handoverMovesEverythingRole}
    >
      <Things label={t.handovers} none={<Empty title={t.noHandoversYet} />}>
        {handovers.map((one) => (
          <Thing
            title={t.to({ nameOfRole: nameOfRole(one.role), giver: one.giver, taker: one.taker })}
            href={`/handovers/${one.id}`}
            meta={<Time at={one.settledAt ?? one.begunAt} style="date" />}
            act={<State mood={one.state === 'done' ? 'good' : 'wait'}>{t.states[one.state]}</State>}
          />
        ))}
      </Things>
      {(mayKeep || givers.length > 0) && (
        <FormSection
          title={t.prepareAHandover}
          action={`/roster/${group.slug}/handovers`}
          values={{ role: 'coordinator', ...(givers.some(({ personId }) => personId === self) ? { fromId: String(self) } : {}) }}
        >
          <Select name="role" label={t.role} options={roleOptions()} empty={false} />
          <Select name="fromId" label={t.from} options={peopleOf(givers)} empty={mayKeep ? undefined : false} />
          <Select
            name="toId"
            label={t.to2}
            hint={t.someoneTermRoleNowLater({ link: (words) => (mayKeep ? <a href={`/roster/${group.slug}/edit`}>{words}</a> : words) })}
            options={peopleOf(holders)}
          />
          <TextArea name="note" label={t.noteNextPerson} hint={t.whatNoListShowsHabits} rows={4} optional />
          <Submit kind="primary">{t.prepareIt}</Submit>
        </FormSection>
      )}
      <Section title={t.accountsElsewhere}>
        <p class="soft">{t.exampleAccountOnlineMeetings}</p>
        <Things label={t.elsewhere} none={<Empty title={t.noAccountsYet} />}>
          {holdings.map((one) => (
            <Thing
              title={one.title}
              meta={dotted([nameOfRole(one.role), one.note])}
              act={
                mayKeep && (
                  <PostButton action={`/roster/${group.slug}/holdings/${one.id}/end`} kind="quiet" label={t.takeOff({ title: one.title })}>
                    {t.takeOff2}
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
        {mayKeep && (
          <Form action={`/roster/${group.slug}/holdings`} id="holding" values={{ role: 'coordinator' }}>
            <Field name="title" label={t.whatItIs} maxlength={200} />
            <Select name="role" label={t.roleUsesAccount} options={roleOptions()} empty={false} />
            <TextArea name="note" label={t.howHandAccountOver} rows={2} optional />
            <Submit>{t.addEntry}</Submit>
          </Form>
        )}
      </Section>
    </Titled>
  )
}

const ways: Record<Owned['way'], { title: string; lead: string }> = t.ways
const outcomes = { passed: 'passes', follows: 'follows', action: 'action' } as const

/** One handover: before, what it will do; after, what it did. */
export function HandoverPage({ handover, owned }: { handover: Awaited<ReturnType<typeof getHandover>>; owned: Owned[] }) {
  const path = `/handovers/${handover.id}`
  const prepared = handover.state === 'prepared'
  const things = prepared ? owned : handover.items.map((item) => ({ ...item, way: outcomes[item.outcome] }))
  return (
    <>
      <Heading
        title={t.to({ nameOfRole: nameOfRole(handover.role), giver: handover.giver, taker: handover.taker })}
        meta={<a href={`/roster/${handover.groupSlug}/handovers`}>{handover.group}</a>}
        lead={prepared ? t.nothingHasMovedYetCheck : undefined}
      >
        <p>
          <State mood={handover.state === 'done' ? 'good' : 'wait'}>{t.states[handover.state]}</State>
        </p>
      </Heading>
      <Facts
        items={[
          { term: t.prepared, value: <Time at={handover.begunAt} style="date" /> },
          { term: t.handedOver2, value: handover.state === 'done' && handover.settledAt && <Time at={handover.settledAt} style="date" /> },
          { term: t.noteNextPerson, value: handover.note },
        ]}
      />
      {things.length === 0 && <Empty title={t.nothingBelongsRoleYet} />}
      {(['passes', 'follows', 'action'] as const).map((way) => {
        const some = things.filter((one) => one.way === way)
        return (
          some.length > 0 && (
            <Listing title={ways[way].title} aside={ways[way].lead}>
              {some.map((one) => (
                <Thing title={one.title} href={one.path || undefined} meta={one.kind} />
              ))}
            </Listing>
          )
        )
      })}
      {prepared && handover.mayDo && (
        <div class="row">
          <PostButton action={path} kind="primary" text={t.handOverTo({ taker: handover.taker })} />
          <PostButton action={`${path}/withdraw`} kind="quiet" text={t.cancelHandover} />
        </div>
      )}
    </>
  )
}
