import type { HookState } from '../lib/db/schema.ts'
import { Field, Select, TextArea } from '../lib/ui/fields.tsx'
import { Filters, Form } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import type { Refused } from '../lib/ui/forms.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import { describeAction, type Verbs } from '../lib/ui/history-words.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Pager, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Fold, Heading, type Mood, Note, PostButton, Raw, Section, Split, State } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { hookForms, placeholders } from './chats.ts'
import type { getHook, getHookDelivery, listHookDeliveries, listHooks, listKinds } from './queries.ts'
import { pauses, sayKind, stateOf, testKind } from './rules.ts'
import { sayAnswer } from './words.ts'

const t = textsOf('webhooks', 'views')

/** What a type of event means, as a sentence. */
export const sayEvent = (verbs: Verbs, kind: string): string => (kind === testKind ? t.test : describeAction(verbs, kind, t.someone))

type Hook = Awaited<ReturnType<typeof getHook>>

const hookWords = t.hookWords
const hookMoods: Record<ReturnType<typeof stateOf>, Mood> = { well: 'good', failing: 'late', paused: 'wait' }

const HookMood = ({ hook }: { hook: Pick<Hook, 'pausedAt' | 'failingSince'> }) => (
  <State mood={hookMoods[stateOf(hook)]}>{hookWords[stateOf(hook)]}</State>
)

/** Why a hook is paused, in the reader's language; one from before as it was kept. */
function sayPause(why: string): string {
  const known = (['owner', 'administrator', 'gone', 'failed'] as const).find((one) => pauses[one] === why)
  return known ? t.pausedWhy[known] : why
}

/** In the order of a delivery's life. */
export const hookStates: readonly HookState[] = ['waiting', 'delivered', 'failed', 'dropped']
const stateWords: Record<HookState, string> = t.stateWords
const stateMoods: Record<HookState, Mood | undefined> = { waiting: 'wait', delivered: 'good', failed: 'late', dropped: undefined }

/** The hooks that somebody may see. */
export function HooksPage({ hooks, personId }: { hooks: Awaited<ReturnType<typeof listHooks>>; personId: number | null }) {
  return (
    <>
      <Heading
        title={t.webhooks}
        lead={t.webhookTellsAnotherProgram}
        actions={
          <Button kind="primary" href="/admin/webhooks/new">
            {t.addOne}
          </Button>
        }
      />
      {hooks.length === 0 && <Empty title={t.noWebhooksYet}>{t.aChatRoomATicketSystem}</Empty>}
      <Things label={t.webhooks}>
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
    </>
  )
}

/** @param open what is for chats alone is shown: one is chosen, or what was typed of it was refused */
const HookFields = ({ open }: { open: boolean }) => (
  <>
    <Field name="name" label={t.name} hint={t.exampleChatWorkingGroup} maxlength={100} />
    <Field name="url" type="url" label={t.address} hint={t.publicWebAddressExampleHttps} maxlength={1_000} />
    <TextArea name="events" label={t.eventTypes} hint={t.oneTypePerLineExample} rows={4} />
    <Select
      name="form"
      label={t.format}
      hint={t.formatHint}
      empty={false}
      options={hookForms.map((value) => ({ value, label: t.formats[value] }))}
    />
    <Fold title={t.forChats} open={open}>
      <TextArea
        name="templates"
        label={t.templates}
        hint={t.templatesHint({
          names: placeholders.map((name) => `{${name}}`).join(' '),
          example: 'request.made: {what}: {title} {link}',
        })}
        rows={3}
        maxlength={10_000}
        optional
      />
      <Field name="token" type="password" label={t.token} hint={t.tokenHint} maxlength={1_000} autocomplete="off" optional />
    </Fold>
  </>
)

/** A hook to be made, with what has happened lately to choose from. */
export function NewHookPage(props: { verbs: Verbs; kinds: Awaited<ReturnType<typeof listKinds>>; refused?: Refused }) {
  const { verbs, kinds, refused } = props
  return (
    <>
      <Heading title={t.addWebhook} meta={<a href="/admin/webhooks">{t.webhooks}</a>} />
      <Form action="/admin/webhooks" refused={refused}>
        <HookFields open={refused !== undefined} />
        <div class="row">
          <Button kind="primary">{t.addOne}</Button>
        </div>
      </Form>
      <Section title={t.eventsLast30Days}>
        {kinds.length === 0 ? (
          <Empty title={t.nothingYet} />
        ) : (
          <Fold title={t.eventTypes2({ kinds: kinds.length })}>
            <Table
              caption={t.eventTypes}
              hideCaption
              columns={[{ label: t.kind }, { label: t.means }, { label: t.howOften, numeric: true }]}
              rows={kinds.map(({ action, count }) => [<code>{action}</code>, sayEvent(verbs, action), formatNumber(languageNow(), count)])}
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
    <Heading title={hook.name} meta={<a href={`/admin/webhooks/${hook.id}`}>{t.thisWebhook}</a>} />
    <Note>{t.copyTheSecretNowItIs}</Note>
    <Raw label={t.theSecret}>{secret}</Raw>
    <p class="soft">
      {t.signMessagesStandardWebhooks({
        link: (words) => <a href="https://www.standardwebhooks.com">{words}</a>,
        code: (words) => <code>{words}</code>,
      })}
    </p>
  </>
)

type Delivery = Awaited<ReturnType<typeof listHookDeliveries>>['deliveries'][number]

const DeliveryMood = ({ delivery }: { delivery: Pick<Delivery, 'state'> }) => (
  <State mood={stateMoods[delivery.state]}>{stateWords[delivery.state]}</State>
)

/** One hook: how it is, what it was told, and what may be changed. */
export function HookPage(props: { verbs: Verbs; hook: Hook; deliveries: Delivery[]; next?: number; state?: HookState; refused?: Refused }) {
  const { verbs, hook, deliveries, next, state, refused } = props
  const path = `/admin/webhooks/${hook.id}`
  const values = { name: hook.name, url: hook.url, events: hook.events.join('\n'), form: hook.form, templates: hook.templates }
  return (
    <>
      <Heading
        title={hook.name}
        meta={<a href="/admin/webhooks">{t.webhooks}</a>}
        actions={
          hook.own &&
          (hook.pausedAt ? (
            <PostButton action={`${path}/resume`} kind="primary">
              {t.goOn}
            </PostButton>
          ) : (
            <PostButton action={`${path}/test`}>{t.sendTest}</PostButton>
          ))
        }
      />
      {hook.pausedAt && <Note>{t.sendNothingKeepWhatQueued({ pausedWhy: sayPause(hook.pausedWhy) })}</Note>}
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
              {!hook.pausedAt && <PostButton action={`${path}/pause`}>{t.pause}</PostButton>}
              {hook.own && <PostButton action={`${path}/secret`}>{t.newSecret}</PostButton>}
            </div>
          </>
        }
      >
        <Section title={t.deliveries}>
          <Filters label={t.findDeliveries}>
            <Select
              name="state"
              label={t.state}
              value={state ?? ''}
              empty={t.all}
              options={hookStates.map((value) => ({ value, label: stateWords[value] }))}
              optional
            />
          </Filters>
          {deliveries.length === 0 ? (
            <Empty title={t.noDeliveries}>{t.sendEventsWithinMinuteTwo}</Empty>
          ) : (
            <Table
              caption={t.deliveries}
              hideCaption
              columns={[{ label: t.event }, { label: t.when }, { label: t.state }, { label: t.code, numeric: true }]}
              rows={deliveries.map((delivery) => [
                <a href={`${path}/deliveries/${delivery.id}`}>{sayEvent(verbs, delivery.kind)}</a>,
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
          <Section title={t.changeIt}>
            <Form action={path} values={values} refused={refused}>
              <HookFields open={refused !== undefined || hook.form !== 'json'} />
              <div class="row">
                <Button>{t.save}</Button>
              </div>
            </Form>
          </Section>
        )}
        <Section title={t.endIt}>
          <p class="soft">{t.theProgramIsToldNothingAny}</p>
          <PostButton action={`${path}/end`} kind="danger">
            {t.endIt}
          </PostButton>
        </Section>
      </Split>
    </>
  )
}

/** One delivery: what was said, and what was answered. */
export function HookDeliveryPage({ verbs, hook, delivery }: Awaited<ReturnType<typeof getHookDelivery>> & { verbs: Verbs }) {
  const path = `/admin/webhooks/${hook.id}`
  return (
    <>
      <Heading
        title={sayEvent(verbs, delivery.kind)}
        meta={<a href={path}>{hook.name}</a>}
        actions={
          hook.own &&
          delivery.state !== 'waiting' && <PostButton action={`${path}/deliveries/${delivery.id}/again`}>{t.sendAgain}</PostButton>
        }
      />
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
    </>
  )
}
