import type { WishState } from '../../db/schema.ts'
import type { SimilarRequest } from '../../requests/likeness/queries.ts'
import { Choices, Field, Select, TextArea } from '../../ui/fields.tsx'
import { Filters, Form } from '../../ui/form.tsx'
import { plural } from '../../ui/format.ts'
import type { Refused } from '../../ui/forms.ts'
import { NumberedPager, Table, Thing, Things } from '../../ui/lists.tsx'
import { Button, Chain, Empty, Facts, Fold, Heading, type Mood, Note, PostButton, Section, Split, State, Tabs } from '../../ui/parts.tsx'
import { Time } from '../../ui/time.tsx'
import type { Pair } from '../alike/queries.ts'
import { Likes } from '../alike/views.tsx'
import type { BallotOption, listExtensions } from '../queries.ts'
import { phaseKinds, phaseNames, ruleNames, secrecyNames, stateNames, tieNames } from '../rules.ts'
import { moods } from '../views.tsx'
import type { Cycle, countWishes, listConsortia, listCycles, listWishes, Wish } from './queries.ts'
import { phaseAt, reasonNames, wishReasons, wishStateNames } from './rules.ts'

const wishMoods: Record<WishState, Mood | undefined> = {
  submitted: 'wait',
  accepted: 'good',
  merged: undefined,
  set_aside: 'late',
  withdrawn: undefined,
}

/** All cycles, the newest first. */
export function CyclesPage({ cycles, mayRun, now }: { cycles: Awaited<ReturnType<typeof listCycles>>; mayRun: boolean; now: Date }) {
  return (
    <>
      <Heading
        title="Enhancement cycles"
        lead="From what institutions need, over two rounds and the vendor’s costs, to what is built within the year."
        actions={
          mayRun && (
            <Button kind="primary" href="/cycles/new">
              New cycle
            </Button>
          )
        }
      />
      {cycles.length === 0 && <Empty title="No cycle yet." />}
      <Things label="Cycles">
        {cycles.map((cycle) => (
          <Thing
            title={cycle.title}
            href={`/cycles/${cycle.id}`}
            meta={
              <>
                {cycle.group} · {plural('en', cycle.wishes, { one: '# wish', other: '# wishes' })} ·{' '}
                <Time at={cycle.opensAt} style="month" /> to <Time at={cycle.closesAt} style="month" />
              </>
            }
            act={
              <State mood={cycle.closesAt <= now ? 'good' : 'wait'}>
                {cycle.closesAt <= now ? 'Over' : cycle.opensAt > now ? 'To come' : 'Runs'}
              </State>
            }
          />
        ))}
      </Things>
    </>
  )
}

/** Where the cycle stands: each phase a station. */
function Phases({ cycle, now }: { cycle: Cycle; now: Date }) {
  const current = phaseAt(cycle.phases, now)
  const sorted = phaseKinds.flatMap((kind) => cycle.phases.find((phase) => phase.kind === kind) ?? [])
  const hrefOf = (kind: (typeof phaseKinds)[number]) => {
    const ballot = cycle.ballots.find(({ phase }) => phase === kind)
    if (ballot) return `/ballots/${ballot.id}${ballot.state === 'counted' ? '/results' : ''}`
    const last = cycle.ballots.at(-1)
    if (kind === 'commitment' && last?.state === 'counted') return `/ballots/${last.id}/results`
    if (kind === 'triage' && cycle.inGroup) return `/cycles/${cycle.id}/triage`
    if (kind === 'costing' && cycle.mayCost) return `/cycles/${cycle.id}/costing`
    return undefined
  }
  return (
    <Chain
      label="Phases of the cycle"
      stations={sorted.map(({ kind, opensAt, closesAt }) => {
        const href = hrefOf(kind)
        return {
          label: phaseNames[kind],
          detail: (
            <>
              {' '}
              <Time at={opensAt} style="short" /> to <Time at={closesAt} style="short" />
            </>
          ),
          ...(href ? { href } : {}),
          ...(closesAt <= now ? { state: 'done' as const } : current?.kind === kind && opensAt <= now ? { state: 'now' as const } : {}),
        }
      })}
    />
  )
}

const stateTabs: (WishState | 'asked' | '')[] = ['', 'submitted', 'asked', 'accepted', 'merged', 'set_aside', 'withdrawn']
const tabNames: Record<string, string> = { '': 'All', asked: 'Waiting for consent', ...wishStateNames }

/** A cycle: its dates, what was brought in, what goes to the vote. */
export function CyclePage({
  cycle,
  found,
  counts,
  state,
  search,
  page,
  whyNot,
  extensions,
  consortia,
  now,
  signedIn,
  refused,
}: {
  cycle: Cycle
  found: Awaited<ReturnType<typeof listWishes>>
  counts: Awaited<ReturnType<typeof countWishes>>
  state: WishState | 'asked' | ''
  search: string
  page: number
  whyNot: string | undefined
  extensions: Awaited<ReturnType<typeof listExtensions>>
  consortia: Awaited<ReturnType<typeof listConsortia>>
  now: Date
  signedIn: boolean
  refused?: Refused
}) {
  const path = `/cycles/${cycle.id}`
  const [one, two] = [cycle.ballots.find(({ phase }) => phase === 'round_one'), cycle.ballots.find(({ phase }) => phase === 'round_two')]
  const hrefFor = (change: Record<string, string>) =>
    `${path}?${new URLSearchParams(Object.entries({ state, q: search, ...change }).filter(([, value]) => value !== ''))}`
  return (
    <>
      <Heading
        title={cycle.title}
        meta={
          <>
            <a href="/cycles">Enhancement cycles</a> · {cycle.group} · {cycle.hosts.map(({ name }) => name).join(' and ')}
          </>
        }
        lead={cycle.note || undefined}
        actions={
          signedIn && (
            <>
              {cycle.inGroup && !cycle.frozen && <Button href={`${path}/triage`}>Triage</Button>}
              {cycle.mayCost && <Button href={`${path}/costing`}>Costs</Button>}
              {!whyNot && (
                <Button kind="primary" href={`${path}/submit`}>
                  Bring in a wish
                </Button>
              )}
            </>
          )
        }
      >
        <Phases cycle={cycle} now={now} />
      </Heading>
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: 'All times in', value: cycle.zone },
                one && { term: 'Round one', value: `${ruleNames[one.rule]}, ${one.seats} go on to the vendor` },
                two && { term: 'Round two', value: `${ruleNames[two.rule]}, up to ${two.capacity} development points` },
                one && one.budget !== null && { term: 'Points of each ballot', value: one.budget },
                one && { term: 'Secrecy', value: secrecyNames[one.secrecy] },
                one && {
                  term: 'Rounds',
                  value: cycle.ballots.map(({ id, title, state: at }) => (
                    <span class="row">
                      <a href={`/ballots/${id}`}>{title}</a> <State mood={moods[at]}>{stateNames[at]}</State>
                    </span>
                  )),
                },
              ]}
            />
            {consortia.length > 0 && <Consortia cycle={cycle} consortia={consortia} />}
          </>
        }
      >
        {extensions.length > 0 && (
          <Section title="Dates that were moved">
            <Things label="Moved dates">
              {extensions.map((extension) => (
                <Thing
                  title={`${extension.phase ? phaseNames[extension.phase] : ''}: ${extension.reason}`}
                  meta={
                    <>
                      <Time at={extension.fromAt} /> became <Time at={extension.toAt} />
                      {extension.madeBy && `, ${extension.madeBy}`}
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
        )}
        <Section title="Wishes" aside={plural('en', found.total, { one: '# wish', other: '# wishes' })}>
          {whyNot && <p class="meta">{whyNot}</p>}
          <Filters label="Find wishes" values={{ q: search, state }}>
            <Field name="q" type="search" label="Words" optional />
            <Select
              name="state"
              label="State"
              empty="Any"
              options={stateTabs
                .filter(Boolean)
                .map((value) => ({ value, label: `${tabNames[value]} (${counts[value as WishState] ?? 0})` }))}
            />
          </Filters>
          {found.wishes.length === 0 && <Empty title="No wish here." />}
          <Things label="Wishes">
            {found.wishes.map((wish) => (
              <Thing
                title={wish.title}
                href={signedIn ? `/wishes/${wish.id}` : undefined}
                meta={[
                  wish.area,
                  wish.organisation,
                  wish.merged > 0 ? `${wish.merged} merged into it` : '',
                  wish.state === 'merged' ? `into “${wish.intoTitle}”` : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
                act={<State mood={wishMoods[wish.state]}>{wish.reason ? reasonNames[wish.reason] : wishStateNames[wish.state]}</State>}
              />
            ))}
          </Things>
          <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefFor({ page: String(to) })} />
        </Section>
        {cycle.mayRun && <MoveDates cycle={cycle} now={now} refused={refused} />}
      </Split>
    </>
  )
}

function Consortia({ cycle, consortia }: { cycle: Cycle; consortia: Awaited<ReturnType<typeof listConsortia>> }) {
  return (
    <Section title="Consortia">
      <Things label="Consortia">
        {consortia.map(({ id, name, asOne, members, own }) => {
          const one = asOne ?? own
          return (
            <Thing
              title={name}
              meta={`${one ? 'votes as one' : 'lets its members vote'}, ${plural('en', members, { one: '# member', other: '# members' })}`}
            >
              {cycle.mayRun && !cycle.frozen && (
                <PostButton
                  kind="quiet"
                  action={`/cycles/${cycle.id}/consortia`}
                  fields={{ organisationId: String(id), asOne: one ? 'no' : 'yes' }}
                >
                  {one ? 'Let its members vote' : 'Let it vote as one'}
                </PostButton>
              )}
            </Thing>
          )
        })}
      </Things>
    </Section>
  )
}

function MoveDates({ cycle, now, refused }: { cycle: Cycle; now: Date; refused?: Refused }) {
  const open = cycle.phases.filter(({ closesAt }) => closesAt > now)
  if (open.length === 0) return null
  return (
    <Fold title="Move a date" open={refused !== undefined}>
      <Form action={`/cycles/${cycle.id}/dates`} id="dates" refused={refused}>
        <Select name="kind" label="Phase" options={open.map(({ kind }) => ({ value: kind, label: phaseNames[kind] }))} />
        <Field
          name="opensAt"
          type="datetime-local"
          label={`Begins (${cycle.zone})`}
          hint="Empty: as before. What has begun keeps its beginning."
          short
          optional
        />
        <Field name="closesAt" type="datetime-local" label={`Ends (${cycle.zone})`} short />
        <TextArea name="reason" label="Why" hint="Kept for good, and told to all who vote." rows={3} />
        <div class="row">
          <Button>Move it and tell all</Button>
        </div>
      </Form>
    </Fold>
  )
}

/** The form of a new cycle: every date and every rule, before anybody brings something in. */
export function NewCyclePage({
  groups,
  communities,
  refused,
  values,
}: {
  groups: { id: number; name: string }[]
  communities: { id: number; name: string }[]
  refused?: Refused
  values: Record<string, string | string[]>
}) {
  return (
    <>
      <Heading
        title="New enhancement cycle"
        lead="Phases open and close by themselves. Dates can be moved later, with a reason; what decides the vote is fixed when round one opens."
      />
      <Form action="/cycles" refused={refused} values={values}>
        {groups.length > 1 && (
          <Select name="groupId" label="Group" empty={false} options={groups.map(({ id, name }) => ({ value: String(id), label: name }))} />
        )}
        <Field name="title" label="Title" maxlength={160} />
        <TextArea name="note" label="A word about it" rows={3} optional maxlength={2_000} />
        <Choices
          name="communityIds"
          label="User groups that host it"
          many
          hint="An institution in two of them has one ballot."
          options={communities.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Field name="zone" label="Time zone of all dates" hint="For instance Europe/Lisbon" short />
        {phaseKinds.map((kind) => (
          <fieldset class="field">
            <legend>{phaseNames[kind]}</legend>
            <div class="row">
              <Field name={`${kind}-opensAt`} type="datetime-local" label={`${phaseNames[kind]} begins`} short />
              <Field name={`${kind}-closesAt`} type="datetime-local" label={`${phaseNames[kind]} ends`} short />
            </div>
          </fieldset>
        ))}
        <Field
          name="recordOn"
          type="date"
          label="Record date"
          hint="Who is a member with a contract on this day has a ballot in both rounds."
          short
        />
        <Choices
          name="form"
          label="A paper says"
          options={[
            { value: 'points', label: 'points', hint: 'A budget that may be piled up or spread' },
            { value: 'ranks', label: 'an order' },
          ]}
        />
        <Field name="budget" label="Points of each ballot" inputmode="numeric" short />
        <Field name="most" label="At most for one wish" inputmode="numeric" short optional />
        <Field name="shortlist" label="How many go from round one to the vendor" inputmode="numeric" short />
        <Field name="capacity" label="Development points of the year" inputmode="numeric" short />
        {(['ruleOne', 'ruleTwo'] as const).map((name) => (
          <Select
            name={name}
            label={name === 'ruleOne' ? 'Round one is counted by' : 'Round two is counted by'}
            empty={false}
            options={['equal-shares-add1', 'equal-shares', 'greedy', 'scottish-stv'].map((rule) => ({
              value: rule,
              label: ruleNames[rule] ?? rule,
            }))}
          />
        ))}
        <Select
          name="ties"
          label="Ties are broken"
          empty={false}
          options={Object.entries(tieNames).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="secrecy"
          label="Secrecy"
          empty={false}
          options={Object.entries(secrecyNames).map(([value, label]) => ({ value, label }))}
        />
        <div class="row">
          <Button kind="primary">Set it up</Button>
          <a href="/ballots/rules">What the rules mean</a>
        </div>
      </Form>
    </>
  )
}

/** Bringing in a wish. */
export const SubmitPage = ({
  cycle,
  institutions,
  areas,
  refused,
  values,
}: {
  cycle: Cycle
  institutions: { id: number; name: string }[]
  areas: string[]
  refused?: Refused
  values: Record<string, string>
}) => (
  <>
    <Heading
      title="Bring in a wish"
      meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>}
      lead="Say what you cannot do today, not how it should be built. The group may ask you about the words; nothing is changed without you."
    />
    <Form action={`/cycles/${cycle.id}/submit`} refused={refused} values={{ organisationId: String(institutions[0]?.id ?? ''), ...values }}>
      <Field name="title" label="In a line" maxlength={200} />
      <TextArea name="text" label="What you need, and what for" rows={8} maxlength={10_000} />
      <Field name="area" label="Area of the product" list="areas" maxlength={100} optional />
      <datalist id="areas">
        {areas.map((area) => (
          <option value={area} />
        ))}
      </datalist>
      <Field
        name="requestId"
        label="Number of the request, if there is one"
        hint="The request carries the user cases and who stands behind it."
        inputmode="numeric"
        short
        optional
      />
      {institutions.length > 0 && (
        <Select
          name="organisationId"
          label="For"
          empty={false}
          options={institutions.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <div class="row">
        <Button kind="primary">Bring it in</Button>
      </div>
    </Form>
  </>
)

/** The triage board: what waits, what waits for consent, what was decided. */
export function TriagePage({
  cycle,
  found,
  counts,
  pairs,
  state,
  page,
}: {
  cycle: Cycle
  found: Awaited<ReturnType<typeof listWishes>>
  counts: Awaited<ReturnType<typeof countWishes>>
  /** Of all its wishes, those that look alike. */
  pairs: Pair[]
  state: WishState | 'asked'
  page: number
}) {
  const path = `/cycles/${cycle.id}/triage`
  return (
    <>
      <Heading
        title="Triage"
        meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>}
        lead={
          cycle.frozen
            ? 'Round one is open: the list is frozen, with the texts as voted.'
            : 'Every decision is told to who brought the wish in, with its reason, and can be taken back until round one opens.'
        }
        actions={
          pairs.length > 0 && (
            <Button href={`/cycles/${cycle.id}/alike`}>
              {plural('en', pairs.length, { one: '# pair looks alike', other: '# pairs look alike' })}
            </Button>
          )
        }
      >
        <Tabs
          label="Wishes by state"
          items={(['submitted', 'asked', 'accepted', 'merged', 'set_aside', 'withdrawn'] as const).map((value) => ({
            href: `${path}?state=${value}`,
            label: tabNames[value],
            count: counts[value],
            current: value === state,
          }))}
        />
      </Heading>
      {found.wishes.length === 0 && <Empty title={state === 'submitted' ? 'Everything is decided.' : 'Nothing here.'} />}
      <Things label="Wishes">
        {found.wishes.map((wish) => (
          <Thing
            title={wish.title}
            href={`/wishes/${wish.id}`}
            meta={
              <>
                {[wish.area, wish.organisation ?? wish.person].filter(Boolean).join(' · ')} · <Time at={wish.submittedAt} style="short" />
                {wish.reason && ` · ${reasonNames[wish.reason]}: ${wish.note}`}
                {wish.state === 'merged' && ` · into “${wish.intoTitle}”`}
              </>
            }
            act={
              wish.state === 'submitted' && !cycle.frozen ? (
                <span class="row">
                  <PostButton
                    action={`/wishes/${wish.id}/decide`}
                    fields={{ to: 'accept', back: `${path}?state=${state}` }}
                    label={`To the vote: ${wish.title}`}
                  >
                    To the vote
                  </PostButton>
                  <Button kind="quiet" href={`/wishes/${wish.id}`} label={`Decide otherwise: ${wish.title}`}>
                    Otherwise
                  </Button>
                </span>
              ) : (
                <State mood={wishMoods[wish.state]}>{wish.asked ? 'Asked' : wishStateNames[wish.state]}</State>
              )
            }
          >
            <LooksLike wishId={wish.id} pairs={pairs} />
            {wish.text && <p class="snippet">{wish.text.length > 280 ? `${wish.text.slice(0, 280)}…` : wish.text}</p>}
          </Thing>
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => `${path}?state=${state}&page=${to}`} />
    </>
  )
}

/** The wish that another one looks most like, in a line of the triage. */
function LooksLike({ wishId, pairs }: { wishId: number; pairs: Pair[] }) {
  const pair = pairs.find(({ one, other }) => one.id === wishId || other.id === wishId)
  if (!pair) return null
  const other = pair.one.id === wishId ? pair.other : pair.one
  return (
    <p class="meta">
      Looks like <a href={`/wishes/${other.id}`}>{other.title}</a>
    </p>
  )
}

const wishFacts = (wish: Wish) => [
  { term: 'Brought in by', value: [wish.organisation, wish.person].filter(Boolean).join(', ') },
  { term: 'On', value: <Time at={wish.submittedAt} style="date" /> },
  wish.requestId !== null && { term: 'Request', value: <a href={`/requests/${wish.requestId}`}>{wish.requestId}</a> },
  wish.mergedInto !== null && { term: 'Merged into', value: <a href={`/wishes/${wish.mergedInto}`}>{wish.intoTitle}</a> },
  wish.decidedAt !== null && wish.state !== 'submitted' ? { term: 'Decided by', value: wish.decider } : undefined,
]

interface WishPageProps {
  wish: Wish
  targets: { id: number; title: string; area: string }[]
  likes: { pairs: Pair[]; requests: SimilarRequest[] }
  refused?: Refused | undefined
  form?: string | undefined
}

/** One wish: what it asks, what was decided, and the ways to decide otherwise. */
export function WishPage({ wish, targets, likes, refused, form }: WishPageProps) {
  const { cycle, mergedWishes, rewordings, mine } = wish
  const path = `/wishes/${wish.id}`
  const asked = rewordings.find(({ agreed }) => agreed === null)
  const decides = (cycle.mayRun || cycle.inGroup) && !cycle.frozen && wish.state !== 'withdrawn'
  return (
    <>
      <Heading
        title={wish.title}
        meta={
          <>
            <a href={`/cycles/${cycle.id}`}>{cycle.title}</a>
            {wish.area && ` · ${wish.area}`}
          </>
        }
        actions={<State mood={wishMoods[wish.state]}>{wish.reason ? reasonNames[wish.reason] : wishStateNames[wish.state]}</State>}
      />
      {form === 'page' && refused && <Note mood="late">{refused.message}</Note>}
      {asked && mine && <AskedWords asked={asked} path={path} />}
      <Split aside={<Facts items={wishFacts(wish)} />}>
        <p class="prose" dir="auto">
          {wish.text}
        </p>
        {wish.note && <Note mood={wish.state === 'set_aside' ? 'late' : 'good'}>{wish.note}</Note>}
        {mergedWishes.length > 0 && (
          <Section title="Merged into it">
            <Things label="Merged wishes">
              {mergedWishes.map((one) => (
                <Thing title={one.title} href={`/wishes/${one.id}`} meta={one.organisation ?? ''} />
              ))}
            </Things>
          </Section>
        )}
        {rewordings.length > 0 && (
          <Section title="Other words">
            <Things label="Rewordings">
              {rewordings.map((one) => (
                <Thing
                  title={one.title}
                  meta={
                    <>
                      {one.proposer}, <Time at={one.proposedAt} />
                    </>
                  }
                  act={
                    one.agreed === null ? (
                      <State mood="wait">Asked</State>
                    ) : one.agreed ? (
                      <State mood="good">Agreed</State>
                    ) : (
                      <State>Not agreed</State>
                    )
                  }
                >
                  <p class="snippet">{one.text}</p>
                </Thing>
              ))}
            </Things>
          </Section>
        )}
        {mine && !cycle.frozen && wish.state !== 'withdrawn' && <PostButton action={`${path}/withdraw`}>Withdraw my wish</PostButton>}
        {decides && <Likes wishId={wish.id} {...likes} />}
        {decides && <Deciding wish={wish} targets={targets} refused={refused} form={form} />}
      </Split>
    </>
  )
}

/** Other words, for who submitted the wish to agree to. */
function AskedWords({ asked, path }: { asked: Wish['rewordings'][number]; path: string }) {
  return (
    <Note>
      <p>
        {asked.proposer ?? 'The group'} proposes other words for your wish.{asked.why && ` Why: ${asked.why}`}
      </p>
      <p>
        <b>{asked.title}</b>
      </p>
      <p>{asked.text}</p>
      <div class="row">
        <PostButton action={`${path}/answer`} fields={{ rewording: String(asked.id), agreed: 'yes' }} kind="primary">
          I agree
        </PostButton>
        <PostButton action={`${path}/answer`} fields={{ rewording: String(asked.id), agreed: 'no' }}>
          Leave it as it is
        </PostButton>
      </div>
    </Note>
  )
}

/** The ways to decide on a wish. */
function Deciding({ wish, targets, refused, form }: Omit<WishPageProps, 'likes'>) {
  const path = `/wishes/${wish.id}`
  const refusedIn = (name: string) => (form === name ? refused : undefined)
  return (
    <Section title="Decide">
      <div class="row">
        {wish.state !== 'accepted' && (
          <PostButton action={`${path}/decide`} fields={{ to: 'accept' }} kind="primary">
            To the vote
          </PostButton>
        )}
        {wish.state !== 'submitted' && (
          <PostButton action={`${path}/decide`} fields={{ to: 'back' }}>
            Take the decision back
          </PostButton>
        )}
      </div>
      <details open={form === 'merge'}>
        <summary>Merge it into another</summary>
        <Form action={`${path}/decide`} id="merge" refused={refusedIn('merge')}>
          <input type="hidden" name="to" value="merge" />
          <Select
            name="into"
            label="Into"
            options={targets.map(({ id, title, area }) => ({ value: String(id), label: title, group: area || 'No area' }))}
          />
          <TextArea name="note" label="Why they are the same" rows={2} optional maxlength={2_000} />
          <div class="row">
            <Button>Merge</Button>
          </div>
        </Form>
      </details>
      <details open={form === 'set_aside'}>
        <summary>Set it aside</summary>
        <Form action={`${path}/decide`} id="aside" refused={refusedIn('set_aside')}>
          <input type="hidden" name="to" value="set_aside" />
          <Choices name="reason" label="Because it is" options={wishReasons.map((value) => ({ value, label: reasonNames[value] }))} />
          <TextArea name="note" label="In words, for who brought it in" rows={3} maxlength={2_000} />
          <div class="row">
            <Button>Set aside</Button>
          </div>
        </Form>
      </details>
      <details open={form === 'reword'}>
        <summary>Propose other words</summary>
        <Form action={`${path}/reword`} id="reword" refused={refusedIn('reword')} values={{ title: wish.title, text: wish.text }}>
          <Field name="title" label="In a line" maxlength={200} />
          <TextArea name="text" label="Text" rows={6} maxlength={10_000} />
          <TextArea name="why" label="Why" rows={2} optional maxlength={2_000} />
          <div class="row">
            <Button>Ask who brought it in</Button>
          </div>
        </Form>
      </details>
    </Section>
  )
}

/** What the vendor would build and what it costs, for each wish that round one has chosen. */
export function CostingPage({
  cycle,
  options,
  open,
  sum,
  refused,
}: {
  cycle: Cycle
  options: BallotOption[]
  open: boolean
  sum: number
  refused?: Refused
}) {
  const capacity = cycle.ballots.find(({ phase }) => phase === 'round_two')?.capacity ?? 0
  const missing = options.filter(({ cost }) => cost === null).length
  return (
    <>
      <Heading
        title="Costs"
        meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>}
        lead={
          options.length === 0
            ? 'What round one chooses stands here once it is counted.'
            : `${options.length} wishes, ${missing === 0 ? 'all with a cost' : `${missing} without a cost`}. All together cost ${sum} development points; the year has ${capacity}.`
        }
      />
      {!open && options.length > 0 && <Note>Round two is open: costs and solutions stay as they are.</Note>}
      {open && options.length > 0 ? (
        <Form
          action={`/cycles/${cycle.id}/costing`}
          refused={refused}
          values={Object.fromEntries(
            options.flatMap(({ number, cost, solution }) => [
              [`cost-${number}`, String(cost ?? '')],
              [`solution-${number}`, solution],
            ]),
          )}
        >
          {options.map(({ number, title, text }) => (
            <section class="stack" id={`option-${number}`}>
              <h2 class="h3">
                {number}. {title}
              </h2>
              {text && (
                <details>
                  <summary>What is asked for</summary>
                  <p class="prose">{text}</p>
                </details>
              )}
              <TextArea name={`solution-${number}`} label={`What would be built for ${number}`} rows={3} optional maxlength={5_000} />
              <Field name={`cost-${number}`} label={`Development points for ${number}`} inputmode="numeric" short optional />
            </section>
          ))}
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
          <p class="meta">What has no cost when round two opens cannot stand on its ballot.</p>
        </Form>
      ) : (
        <Table
          caption="Costs"
          hideCaption
          columns={[{ label: 'Wish' }, { label: 'What would be built' }, { label: 'Cost', numeric: true }]}
          rows={options.map(({ number, title, solution, cost }) => [`${number}. ${title}`, solution, cost ?? ''])}
        />
      )}
    </>
  )
}
