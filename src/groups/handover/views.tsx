import type { Owned } from '../../belongings.ts'
import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { getHandover, listHandovers, listHoldersAround, listHoldings } from './queries.ts'
import { handedRoles, nameOfRole } from './rules.ts'

const roleOptions = handedRoles.map((value) => ({ value, label: nameOfRole(value) }))

/** The handovers of a group, what its roles have elsewhere, and the way to begin one. */
export function HandoversPage(props: {
  group: { slug: string; name: string }
  handovers: Awaited<ReturnType<typeof listHandovers>>
  holders: Awaited<ReturnType<typeof listHoldersAround>>
  holdings: Awaited<ReturnType<typeof listHoldings>>
  mayKeep: boolean
  refused?: Refused
  form: 'prepare' | 'holding'
}) {
  const { group, handovers, holders, holdings, mayKeep, refused, form } = props
  const people = [...new Map(holders.map((one) => [one.personId, one])).values()].map((one) => ({
    value: String(one.personId),
    label: one.name,
  }))
  return (
    <>
      <Heading
        title="Handovers"
        meta={group.name}
        lead="What a role owns passes to the next holder in one act; what cannot move by itself becomes an action of theirs."
        actions={<Button href="/roster">Roster</Button>}
      />
      {handovers.length === 0 ? (
        <Empty title="No role has been handed over yet." />
      ) : (
        <Things label="Handovers">
          {handovers.map((one) => (
            <Thing
              title={`${nameOfRole(one.role)}: ${one.giver} to ${one.taker}`}
              href={`/handovers/${one.id}`}
              meta={<Time at={one.settledAt ?? one.begunAt} style="date" />}
              act={<State mood={one.state === 'done' ? 'good' : 'wait'}>{one.state === 'done' ? 'Done' : 'Prepared'}</State>}
            />
          ))}
        </Things>
      )}
      <Section title="Prepare a handover">
        <Form
          action={`/roster/${group.slug}/handovers`}
          refused={form === 'prepare' ? refused : undefined}
          values={{ role: 'coordinator' }}
        >
          <Select name="role" label="Role" options={roleOptions} empty={false} />
          <Select name="fromId" label="From" options={people} />
          <Select name="toId" label="To" hint="Somebody who holds the role, or will: give it on the roster first." options={people} />
          <TextArea
            name="note"
            label="For the next holder"
            hint="What no list says: habits, people, what is under way."
            rows={4}
            optional
          />
          <div class="row">
            <Button kind="primary">Prepare it</Button>
          </div>
        </Form>
      </Section>
      <Section title="What roles have elsewhere">
        <p class="soft">The meeting account, another site’s login. Never write a password here.</p>
        {holdings.length === 0 ? (
          <Empty title="Nothing is written down." />
        ) : (
          <Things label="Elsewhere">
            {holdings.map((one) => (
              <Thing
                title={one.title}
                meta={[nameOfRole(one.role), one.note].filter(Boolean).join(' · ')}
                act={
                  mayKeep && (
                    <PostButton action={`/roster/${group.slug}/holdings/${one.id}/end`} kind="quiet" label={`Take off ${one.title}`}>
                      Take off
                    </PostButton>
                  )
                }
              />
            ))}
          </Things>
        )}
        {mayKeep && (
          <Form
            action={`/roster/${group.slug}/holdings`}
            id="holding"
            refused={form === 'holding' ? refused : undefined}
            values={{ role: 'coordinator' }}
          >
            <Field name="title" label="What it is" maxlength={200} />
            <Select name="role" label="Which role has it" options={roleOptions} empty={false} />
            <TextArea name="note" label="How it is passed on" rows={2} optional />
            <div class="row">
              <Button>Write it down</Button>
            </div>
          </Form>
        )}
      </Section>
    </>
  )
}

const ways: Record<Owned['way'], { title: string; lead: string }> = {
  passes: { title: 'Passes on', lead: 'becomes the next holder’s with the button' },
  follows: { title: 'Follows the role', lead: 'is the next holder’s from the first day of the term' },
  action: { title: 'Cannot move by itself', lead: 'becomes an action of the next holder' },
}
const outcomes = { passed: 'passes', follows: 'follows', action: 'action' } as const

/** One handover: before, what it will do; after, what it did. */
export function HandoverPage({ handover, owned }: { handover: Awaited<ReturnType<typeof getHandover>>; owned: Owned[] }) {
  const path = `/handovers/${handover.id}`
  const prepared = handover.state === 'prepared'
  const things = prepared ? owned : handover.items.map((item) => ({ ...item, way: outcomes[item.outcome] }))
  return (
    <>
      <Heading
        title={`${nameOfRole(handover.role)}: ${handover.giver} to ${handover.taker}`}
        meta={<a href={`/roster/${handover.groupSlug}/handovers`}>{handover.group}</a>}
        lead={prepared ? 'Nothing has passed yet.' : undefined}
      >
        <p>
          <State mood={handover.state === 'done' ? 'good' : 'wait'}>
            {handover.state === 'done' ? 'Handed over' : prepared ? 'Prepared' : 'Called off'}
          </State>
        </p>
      </Heading>
      <Facts
        items={[
          { term: 'Prepared', value: <Time at={handover.begunAt} style="date" /> },
          { term: 'Handed over', value: handover.state === 'done' && handover.settledAt && <Time at={handover.settledAt} style="date" /> },
          { term: 'For the next holder', value: handover.note },
        ]}
      />
      {things.length === 0 && <Empty title="The role owns nothing here." />}
      {(['passes', 'follows', 'action'] as const).map((way) => {
        const some = things.filter((one) => one.way === way)
        return (
          some.length > 0 && (
            <Section title={ways[way].title} aside={ways[way].lead}>
              <Things label={ways[way].title}>
                {some.map((one) => (
                  <Thing title={one.title} href={one.path || undefined} meta={one.kind} />
                ))}
              </Things>
            </Section>
          )
        )
      })}
      {prepared && handover.mayDo && (
        <div class="row">
          <PostButton action={path} kind="primary">
            Hand it over to {handover.taker}
          </PostButton>
          <PostButton action={`${path}/withdraw`} kind="quiet">
            Call it off
          </PostButton>
        </div>
      )}
    </>
  )
}
