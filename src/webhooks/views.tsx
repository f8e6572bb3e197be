import type { HookState } from '../lib/db/schema.ts'
import { Field, Select, TextArea } from '../lib/ui/fields.tsx'
import { Filters, Form } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import type { Refused } from '../lib/ui/forms.ts'
import { sayThing } from '../lib/ui/history/things.ts'
import { Pager, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Fold, Heading, type Mood, Note, PostButton, Raw, Section, Split, State } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import type { getHook, getHookDelivery, listHookDeliveries, listHooks, listKinds } from './queries.ts'
import { sayKind, stateOf } from './rules.ts'

type Hook = Awaited<ReturnType<typeof getHook>>

const hookWords = { well: 'Well', failing: 'Fails', paused: 'Paused' } as const
const hookMoods: Record<ReturnType<typeof stateOf>, Mood> = { well: 'good', failing: 'late', paused: 'wait' }

const HookMood = ({ hook }: { hook: Pick<Hook, 'pausedAt' | 'failingSince'> }) => (
  <State mood={hookMoods[stateOf(hook)]}>{hookWords[stateOf(hook)]}</State>
)

/** In the order of a delivery's life. */
export const hookStates: readonly HookState[] = ['waiting', 'delivered', 'failed', 'dropped']
const stateWords: Record<HookState, string> = { waiting: 'Waits', delivered: 'Taken', failed: 'Given up', dropped: 'Not sent' }
const stateMoods: Record<HookState, Mood | undefined> = { waiting: 'wait', delivered: 'good', failed: 'late', dropped: undefined }

/** The hooks that somebody may see. */
export function HooksPage({ hooks, personId }: { hooks: Awaited<ReturnType<typeof listHooks>>; personId: number | null }) {
  return (
    <>
      <Heading
        title="Webhooks"
        lead="Programs elsewhere that are told what happens here: which thing, when, and where it stands. Never the texts."
        actions={
          <Button kind="primary" href="/admin/webhooks/new">
            Add one
          </Button>
        }
      />
      {hooks.length === 0 && (
        <Empty title="Nobody elsewhere is told anything.">
          A chat room, a ticket system or a calendar of yours can hear of new requests, answers or minutes.
        </Empty>
      )}
      <Things label="Webhooks">
        {hooks.map((hook) => (
          <Thing
            title={hook.name}
            href={`/admin/webhooks/${hook.id}`}
            meta={
              <>
                <span class="break">{hook.url}</span> · {hook.events.map(sayKind).join(', ')}
                {hook.personId !== personId && ` · of ${hook.owner}`}
                {hook.waiting > 0 && ` · ${formatNumber('en', hook.waiting)} waiting`}
              </>
            }
            act={<HookMood hook={hook} />}
          />
        ))}
      </Things>
    </>
  )
}

const HookFields = () => (
  <>
    <Field name="name" label="Name" hint="What it is for." maxlength={100} />
    <Field name="url" type="url" label="Address" hint="It begins with https:// and lies in the public internet." maxlength={1_000} />
    <TextArea
      name="events"
      label="Kinds of events"
      hint="A line or a word each: request.opened, request.* for all of a thing, or * for all."
      rows={4}
    />
  </>
)

/** A hook to be made, with what has happened lately to choose from. */
export function NewHookPage({ kinds, refused }: { kinds: Awaited<ReturnType<typeof listKinds>>; refused?: Refused }) {
  return (
    <>
      <Heading title="A new webhook" meta={<a href="/admin/webhooks">Webhooks</a>} />
      <Form action="/admin/webhooks" refused={refused}>
        <HookFields />
        <div class="row">
          <Button kind="primary">Add it</Button>
        </div>
      </Form>
      <Section title="What happened in the last 30 days">
        {kinds.length === 0 ? (
          <Empty title="Nothing yet." />
        ) : (
          <Fold title={`${formatNumber('en', kinds.length)} kinds of events`}>
            <Table
              caption="Kinds of events"
              hideCaption
              columns={[{ label: 'What happened' }, { label: 'Kind' }, { label: 'How often', numeric: true }]}
              rows={kinds.map(({ action, count }) => [sayKind(action), <code>{action}</code>, formatNumber('en', count)])}
            />
          </Fold>
        )}
      </Section>
    </>
  )
}

/** The secret of a hook, once. */
export const SecretPage = ({ hook, secret }: { hook: { id: number; name: string }; secret: string }) => (
  <>
    <Heading title={hook.name} meta={<a href={`/admin/webhooks/${hook.id}`}>This webhook</a>} />
    <Note>Copy the secret now: it is not shown again. With it your program makes sure that a message is from here.</Note>
    <Raw label="The secret">{secret}</Raw>
    <p class="soft">
      Signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it: HMAC-SHA-256 over <code>id.timestamp.body</code>,
      in the headers <code>webhook-id</code>, <code>webhook-timestamp</code>, <code>webhook-signature</code>.
    </p>
  </>
)

type Delivery = Awaited<ReturnType<typeof listHookDeliveries>>['deliveries'][number]

const DeliveryMood = ({ delivery }: { delivery: Pick<Delivery, 'state'> }) => (
  <State mood={stateMoods[delivery.state]}>{stateWords[delivery.state]}</State>
)

/** One hook: how it is, what it was told, and what may be changed. */
export function HookPage(props: { hook: Hook; deliveries: Delivery[]; next?: number; state?: HookState; refused?: Refused }) {
  const { hook, deliveries, next, state, refused } = props
  const path = `/admin/webhooks/${hook.id}`
  const values = { name: hook.name, url: hook.url, events: hook.events.join('\n') }
  return (
    <>
      <Heading
        title={hook.name}
        meta={<a href="/admin/webhooks">Webhooks</a>}
        actions={
          hook.own &&
          (hook.pausedAt ? (
            <PostButton action={`${path}/resume`} kind="primary">
              Go on
            </PostButton>
          ) : (
            <PostButton action={`${path}/test`}>Send a test</PostButton>
          ))
        }
      />
      {hook.pausedAt && <Note>{hook.pausedWhy} Nothing is sent; what waits is kept.</Note>}
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: 'State', value: <HookMood hook={hook} /> },
                { term: 'Address', value: <span class="break">{hook.url}</span> },
                { term: 'Told of', value: hook.events.map(sayKind).join(', ') },
                { term: 'Sees what', value: `${hook.owner} may see when it is sent` },
                { term: 'Since', value: <Time at={hook.createdAt} style="date" /> },
                hook.failingSince !== null && { term: 'Fails since', value: <Time at={hook.failingSince} /> },
              ]}
            />
            <div class="row">
              {!hook.pausedAt && <PostButton action={`${path}/pause`}>Pause</PostButton>}
              {hook.own && <PostButton action={`${path}/secret`}>New secret</PostButton>}
            </div>
          </>
        }
      >
        <Section title="What it was told">
          <Filters label="Find deliveries">
            <Select
              name="state"
              label="State"
              value={state ?? ''}
              empty="All"
              options={hookStates.map((value) => ({ value, label: stateWords[value] }))}
              optional
            />
          </Filters>
          {deliveries.length === 0 ? (
            <Empty title="Nothing yet.">What happens is told within a minute or two.</Empty>
          ) : (
            <Table
              caption="Deliveries"
              hideCaption
              columns={[{ label: 'Event' }, { label: 'When' }, { label: 'State' }, { label: 'Code', numeric: true }]}
              rows={deliveries.map((delivery) => [
                <a href={`${path}/deliveries/${delivery.id}`}>{sayKind(delivery.kind)}</a>,
                <Time at={delivery.settledAt ?? delivery.queuedAt} />,
                <DeliveryMood delivery={delivery} />,
                delivery.code ?? '',
              ])}
            />
          )}
          <Pager
            older={next === undefined ? undefined : `?${new URLSearchParams({ ...(state ? { state } : {}), before: String(next) })}`}
          />
        </Section>
        {hook.own && (
          <Section title="Change it">
            <Form action={path} values={values} refused={refused}>
              <HookFields />
              <div class="row">
                <Button>Save</Button>
              </div>
            </Form>
          </Section>
        )}
        <Section title="End it">
          <p class="soft">The program is told nothing any more, and what waits is dropped.</p>
          <PostButton action={`${path}/end`} kind="danger">
            End it
          </PostButton>
        </Section>
      </Split>
    </>
  )
}

/** One delivery: what was said, and what was answered. */
export function HookDeliveryPage({ hook, delivery }: Awaited<ReturnType<typeof getHookDelivery>>) {
  const path = `/admin/webhooks/${hook.id}`
  return (
    <>
      <Heading
        title={sayKind(delivery.kind)}
        meta={<a href={path}>{hook.name}</a>}
        actions={
          hook.own && delivery.state !== 'waiting' && <PostButton action={`${path}/deliveries/${delivery.id}/again`}>Send again</PostButton>
        }
      />
      <Facts
        items={[
          { term: 'State', value: <DeliveryMood delivery={delivery} /> },
          { term: 'Kind', value: <code>{delivery.kind}</code> },
          delivery.subject && {
            term: 'About',
            value: <a href={`/history/${encodeURIComponent(delivery.subject)}`}>{sayThing(delivery.subject)}</a>,
          },
          { term: 'Number', value: <code>msg_{String(delivery.id)}</code> },
          { term: 'Noticed', value: <Time at={delivery.queuedAt} /> },
          { term: 'Attempts', value: formatNumber('en', delivery.attempts) },
          delivery.state === 'waiting' && { term: 'Next attempt', value: <Time at={delivery.nextAt} /> },
          delivery.settledAt && { term: 'Settled', value: <Time at={delivery.settledAt} /> },
          delivery.code !== null && { term: 'Code', value: String(delivery.code) },
          delivery.tookMs !== null && { term: 'Took', value: `${formatNumber('en', delivery.tookMs)} ms` },
        ].map((item) => item || undefined)}
      />
      <Section title="What was answered">
        {delivery.answer ? <Raw label="The answer">{delivery.answer}</Raw> : <Empty title="Nothing." />}
      </Section>
    </>
  )
}
