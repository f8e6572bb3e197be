import type { HookState } from '../lib/db/schema.ts'
import { Filters, Select } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import type { Verbs } from '../lib/ui/history-words.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Pager, Table, Thing, Things } from '../lib/ui/lists.tsx'
import {
  Button,
  Empty,
  Facts,
  FormSection,
  type Mood,
  Note,
  PostButton,
  Raw,
  Section,
  Split,
  State,
  Submit,
  Titled,
} from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { HookFields } from './adding-views.tsx'
import type { findStopper, getHook, getHookDelivery, listHookDeliveries, listHooks } from './queries.ts'
import { lostSecret, pauses, sayKind, stateOf } from './rules.ts'
import { sayAnswer, sayEvent } from './words.ts'

const t = textsOf('webhooks', 'views')

type Hook = Awaited<ReturnType<typeof getHook>>

const hookWords = t.hookWords
const hookMoods: Record<ReturnType<typeof stateOf>, Mood> = { well: 'good', failing: 'late', paused: 'wait' }

const HookMood = ({ hook }: { hook: Pick<Hook, 'pausedAt' | 'failingSince'> }) => (
  <State mood={hookMoods[stateOf(hook)]}>{hookWords[stateOf(hook)]}</State>
)

/** Why a hook is paused, in the reader's language; one from before as it was kept. */
function sayPause(why: string): string {
  const known = (['owner', 'administrator', 'gone', 'failed', 'secret'] as const).find((one) => pauses[one] === why)
  return known ? t.pausedWhy[known] : why
}

/** In the order of a delivery's life. */
export const hookStates: readonly HookState[] = ['waiting', 'delivered', 'failed', 'dropped']
const stateWords: Record<HookState, string> = t.stateWords
const stateMoods: Record<HookState, Mood | undefined> = { waiting: 'wait', delivered: 'good', failed: 'late', dropped: undefined }

/** The hooks that somebody may see. */
export const HooksPage = ({ hooks, personId }: { hooks: Awaited<ReturnType<typeof listHooks>>; personId: number | null }) => (
  <Titled
    title={t.webhooks}
    lead={t.webhookTellsAnotherProgram}
    actions={<Button kind="primary" href="/admin/webhooks/new" text={t.addOne} />}
  >
    <Things label={t.webhooks} none={<Empty title={t.noWebhooksYet}>{t.aChatRoomATicketSystem}</Empty>}>
      {hooks.map((hook) => (
        <Thing
          title={hook.name}
          href={`/admin/webhooks/${hook.id}`}
          meta={
            <>
              <span class="break">{hook.url}</span> · {hook.events.map(sayKind).join(', ')}
              {hook.personId !== personId && ` · ${t.ofOwner({ owner: hook.owner })}`}
              {hook.waiting > 0 && ` · ${t.waiting({ n: hook.waiting })}`}
            </>
          }
          act={<HookMood hook={hook} />}
        />
      ))}
    </Things>
  </Titled>
)

type Delivery = Awaited<ReturnType<typeof listHookDeliveries>>['deliveries'][number]

const DeliveryMood = ({ delivery }: { delivery: Pick<Delivery, 'state'> }) => (
  <State mood={stateMoods[delivery.state]}>{stateWords[delivery.state]}</State>
)

interface PausedProps {
  hook: Hook
  whyNotResume: string | undefined
  /** The administrator who paused it, where one did. */
  stopper: Awaited<ReturnType<typeof findStopper>>
}

/** What signs it cannot be read any more: its owner makes a new one here, and it goes on. */
const LostSecret = ({ hook }: { hook: Hook }) => (
  <Note mood="late">
    <p>{t.sendNothingKeepWhatQueued({ pausedWhy: sayPause(hook.pausedWhy) })}</p>
    <p>{hook.own ? t.makeNewSecret : t.ownerMakesNewSecret({ owner: hook.owner })}</p>
    {hook.own && hook.form === 'matrix' && <p>{t.enterTokenAgain}</p>}
    {hook.own && <PostButton action={`/admin/webhooks/${hook.id}/secret`} kind="primary" text={t.newSecret} />}
  </Note>
)

/** Why a hook is paused and, where its owner cannot resume it, whom they ask. */
function Paused({ hook, whyNotResume, stopper }: PausedProps) {
  if (!hook.pausedAt) return null
  if (lostSecret(hook)) return <LostSecret hook={hook} />
  return (
    <Note>
      <p>{t.sendNothingKeepWhatQueued({ pausedWhy: sayPause(hook.pausedWhy) })}</p>
      {stopper && <p>{t.pausedBy({ name: stopper.name, time: <Time at={stopper.at} style="date" /> })}</p>}
      {whyNotResume && <p>{stopper ? t.askThem({ whyNotResume, name: stopper.name }) : t.askAnAdministrator({ whyNotResume })}</p>}
    </Note>
  )
}

/** One hook: how it is, what it was told, and what may be changed. */
export function HookPage(
  props: PausedProps & { verbs: Verbs; deliveries: Delivery[]; next?: number; state?: HookState; further?: boolean },
) {
  const refused = useRefused()
  const { verbs, hook, deliveries, next, state, further, whyNotResume, stopper } = props
  const path = `/admin/webhooks/${hook.id}`
  const values = { name: hook.name, url: hook.url, events: hook.events.join('\n'), form: hook.form, templates: hook.templates }
  return (
    <Titled
      title={hook.name}
      meta={<a href="/admin/webhooks">{t.webhooks}</a>}
      actions={
        hook.pausedAt
          ? hook.mayResume && !whyNotResume && <PostButton action={`${path}/resume`} kind="primary" text={t.goOn} />
          : hook.own && <PostButton action={`${path}/test`}>{t.sendTest}</PostButton>
      }
    >
      <Paused {...{ hook, whyNotResume, stopper }} />
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: t.state, value: <HookMood hook={hook} /> },
                { term: t.address, value: <span class="break">{hook.url}</span> },
                { term: t.format, value: t.formats[hook.form] },
                { term: t.toldOf, value: hook.events.map(sayKind).join(', ') },
                { term: t.seesWhat, value: t.canSeeTimeSending({ owner: hook.owner }) },
                { term: t.since, value: <Time at={hook.createdAt} style="date" /> },
                hook.failingSince !== null && { term: t.failsSince, value: <Time at={hook.failingSince} /> },
              ]}
            />
            <div class="row">
              {hook.mayStop && <PostButton action={`${path}/pause`}>{t.pause}</PostButton>}
              {hook.own && !lostSecret(hook) && <PostButton action={`${path}/secret`}>{t.newSecret}</PostButton>}
            </div>
          </>
        }
      >
        <Section title={t.deliveries}>
          <Filters action={path} label={t.findDeliveries}>
            <Select
              name="state"
              label={t.state}
              value={state ?? ''}
              empty={t.all}
              options={hookStates.map((value) => ({ value, label: stateWords[value] }))}
              optional
            />
          </Filters>
          <Table
            caption={t.deliveries}
            columns={[{ label: t.event }, { label: t.when }, { label: t.state }, { label: t.code, numeric: true }]}
            rows={deliveries.map((delivery) => [
              <a href={`${path}/deliveries/${delivery.id}`}>{sayEvent(verbs, delivery.kind)}</a>,
              <Time at={delivery.settledAt ?? delivery.queuedAt} />,
              <DeliveryMood delivery={delivery} />,
              delivery.code ?? '',
            ])}
            none={<Empty title={t.noDeliveries}>{t.sendEventsWithinMinuteTwo}</Empty>}
          />
          <Pager
            older={next === undefined ? undefined : `${path}?${new URLSearchParams({ ...(state ? { state } : {}), before: String(next) })}`}
            first={further && (state ? `${path}?state=${state}` : path)}
            empty={deliveries.length === 0}
          />
        </Section>
        {hook.own && (
          <FormSection keeps title={t.changeIt} action={path} values={values}>
            <HookFields open={refused !== undefined || hook.form !== 'json'} />
            <Submit>{t.save}</Submit>
          </FormSection>
        )}
        <Section title={t.endIt}>
          <p class="soft">{t.theProgramIsToldNothingAny}</p>
          <PostButton action={`${path}/end`} kind="danger" text={t.endIt} />
        </Section>
      </Split>
    </Titled>
  )
}

/** One delivery: what was said, and what was answered. */
export function HookDeliveryPage({ verbs, hook, delivery }: Awaited<ReturnType<typeof getHookDelivery>> & { verbs: Verbs }) {
  const path = `/admin/webhooks/${hook.id}`
  return (
    <Titled
      title={sayEvent(verbs, delivery.kind)}
      meta={<a href={path}>{hook.name}</a>}
      actions={
        hook.own &&
        delivery.state !== 'waiting' && <PostButton action={`${path}/deliveries/${delivery.id}/again`}>{t.sendAgain}</PostButton>
      }
    >
      <Facts
        items={[
          { term: t.state, value: <DeliveryMood delivery={delivery} /> },
          delivery.subject && {
            term: t.about,
            value: <a href={`/history/${encodeURIComponent(delivery.subject)}`}>{sayThing(delivery.subject)}</a>,
          },
          { term: t.kind, value: <code>{delivery.kind}</code> },
          { term: t.number, value: <code>{`msg_${delivery.id}`}</code> },
          { term: t.noticed, value: <Time at={delivery.queuedAt} /> },
          { term: t.attempts, value: formatNumber(languageNow(), delivery.attempts) },
          delivery.state === 'waiting' && { term: t.nextAttempt, value: <Time at={delivery.nextAt} /> },
          delivery.settledAt && { term: t.settled, value: <Time at={delivery.settledAt} /> },
          delivery.code !== null && { term: t.code, value: String(delivery.code) },
          delivery.tookMs !== null && { term: t.took, value: t.ms({ tookMs: formatNumber(languageNow(), delivery.tookMs) }) },
        ].map((item) => item || undefined)}
      />
      <Section title={t.answerOfTheProgram}>
        {delivery.answer ? <Raw label={t.theAnswer}>{sayAnswer(delivery)}</Raw> : <Empty title={t.nothing} />}
      </Section>
    </Titled>
  )
}
