import { retryMails } from '../archive/inbound/actions.ts'
import { inboundState } from '../archive/inbound/queries.ts'
import { readRaw } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { DeliveryState } from '../lib/db/schema.ts'
import { act } from '../lib/ui/acts.ts'
import { Field, Select } from '../lib/ui/fields.tsx'
import { Figures } from '../lib/ui/figures.tsx'
import { Filters } from '../lib/ui/form.tsx'
import { formatNumber, plural } from '../lib/ui/format.ts'
import { Pager, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, Note, PostButton, Raw, Split, State } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { done, idOf, pages } from '../lib/ui/web.tsx'
import { mayAdminister } from '../policy.ts'
import { retryLetter } from './parked/actions.ts'
import { isParked, listParked } from './parked/queries.ts'
import { endedTwice } from './parked/rules.ts'
import { countDeliveries, getDelivery, listDeliveries, mostCounted, mostWalked } from './queries.ts'
import { withoutTokens } from './secrecy/rules.ts'

const states: DeliveryState[] = ['queued', 'sent', 'deferred', 'failed', 'cancelled']
const stateWords: Record<DeliveryState, string> = {
  queued: 'Waits',
  sent: 'Sent',
  deferred: 'Tried, again later',
  failed: 'Failed',
  cancelled: 'Not needed any more',
}
const mood = (state: DeliveryState) =>
  (state === 'sent' ? 'good' : state === 'failed' ? 'late' : state === 'cancelled' ? undefined : 'wait') as
    | 'good'
    | 'late'
    | 'wait'
    | undefined

/** Only who administers the site sees these addresses; to others they do not exist. */
const guarded = pages()
guarded.use('/admin/*', async (c, next) => {
  if (!mayAdminister(c.var.actor)) throw new NotFound('There is no such page.')
  await next()
})

export const outboxPages = guarded
  .get('/admin/outbox', async (c) => {
    const { db, config } = c.var
    const state = states.find((name) => name === c.req.query('state'))
    const search = c.req.query('q')?.trim() ?? ''
    const before = Number(c.req.query('before')) || undefined
    const [counts, { deliveries, next }] = await Promise.all([countDeliveries(db), listDeliveries(db, { state, search, before })])
    const older =
      next === undefined
        ? undefined
        : `?${new URLSearchParams({ ...(state ? { state } : {}), ...(search ? { q: search } : {}), before: String(next) })}`
    return c.var.page({
      title: 'Outbox',
      children: (
        <>
          <Heading title="Outbox" meta="Every mail that leaves, to each of its recipients" />
          {!config.relay && (
            <Note>
              No relay is set (RAPPORT_RELAY), so mail stays here. Once a relay is set, mail goes out, except codes older than an hour and
              letters with links older than thirty days.
            </Note>
          )}
          <Figures
            items={states
              .filter((name) => counts[name] > 0)
              .map((name) => ({
                value: counts[name] < mostCounted ? counts[name] : `${formatNumber('en', mostCounted)} or more`,
                label: stateWords[name],
                href: `?state=${name}`,
              }))}
          />
          <Filters label="Find deliveries">
            <Select
              name="state"
              label="State"
              value={state ?? ''}
              empty="All"
              options={states.map((value) => ({ value, label: stateWords[value] }))}
              optional
            />
            <Field name="q" type="search" label="Address" value={search} optional />
          </Filters>
          {deliveries.length === 0 ? (
            next === undefined ? (
              <Empty title="Nothing here." />
            ) : (
              <Empty title={`Nothing among ${formatNumber('en', mostWalked)} mails.`}>There are older ones.</Empty>
            )
          ) : (
            <Table
              caption="Deliveries"
              hideCaption
              columns={[{ label: 'Mail' }, { label: 'To' }, { label: 'State' }, { label: 'When' }, { label: 'Answer' }]}
              rows={deliveries.map((delivery) => [
                <a class="words" href={`/admin/outbox/${delivery.id}`}>
                  {delivery.subject}
                </a>,
                <span class="words">{delivery.email}</span>,
                <State mood={mood(delivery.state)}>{stateWords[delivery.state]}</State>,
                <Time at={delivery.settledAt ?? delivery.queuedAt} />,
                delivery.answer && <span class="meta">{delivery.answer}</span>,
              ])}
            />
          )}
          <Pager older={older} />
        </>
      ),
    })
  })
  .get('/admin/outbox/:delivery', async (c) => {
    const { db, site } = c.var
    const delivery = await getDelivery(db, idOf(c, 'delivery'))
    const secret = delivery.secret === true
    const ending = delivery.state === 'failed' && delivery.answer === endedTwice
    const parked = ending || (await isParked(db, delivery.letterId))
    const bytes = delivery.bytes ?? (delivery.rawId === null ? Buffer.alloc(0) : await readRaw(db, delivery.rawId))
    return c.var.page({
      title: delivery.subject,
      children: (
        <>
          <Heading
            title={delivery.subject}
            meta={delivery.kind ? 'A letter that Rapport wrote' : 'A post of a list; each recipient gets it with a header of their own'}
          />
          <Split
            aside={
              <Facts
                items={[
                  { term: 'To', value: <span class="break">{delivery.email}</span> },
                  { term: 'State', value: <State mood={mood(delivery.state)}>{stateWords[delivery.state]}</State> },
                  delivery.kind !== null && { term: 'Kind', value: <code>{delivery.kind}</code> },
                  { term: 'Queued', value: <Time at={delivery.queuedAt} /> },
                  { term: 'Attempts', value: formatNumber('en', delivery.attempts) },
                  delivery.answer !== null && { term: 'The server’s answer', value: delivery.answer },
                  delivery.state === 'deferred' && { term: 'Next attempt', value: <Time at={delivery.nextAt} /> },
                  delivery.size !== null && { term: 'Size', value: `${formatNumber('en', delivery.size)} bytes` },
                  delivery.sha256 !== null && { term: 'SHA-256', value: <code class="break">{delivery.sha256.toString('hex')}</code> },
                  { term: 'Bounces come to', value: <span class="break">…+TOKEN@{site.mailDomain}</span> },
                ]}
              />
            }
          >
            {parked && (
              <>
                <Note>
                  {ending
                    ? 'The program stopped twice while it sent this, so it set this aside, with everything that has the same content. The others went on. Trying again takes them all.'
                    : 'This letter could not be composed. It is kept for 90 days; other letters do not wait for it.'}
                </Note>
                <PostButton action={`/admin/outbox/${delivery.id}/retry`} label="Try this letter again">
                  Try again
                </PostButton>
              </>
            )}
            {secret ? (
              <Note>
                Only its reader may see this letter: it may carry a code, or a link that acts in their name. Its text is kept encrypted
                until it is delivered, then deleted.
              </Note>
            ) : (
              <Raw label="The mail">{withoutTokens(bytes.subarray(0, 200_000).toString('utf8'))}</Raw>
            )}
          </Split>
        </>
      ),
    })
  })
  .post(
    '/admin/outbox/:delivery/retry',
    act('work', 'Try a letter again that could not be composed', undefined, { scope: 'admin' }),
    async (c) => {
      const { write, site, actor } = c.var
      const id = idOf(c, 'delivery')
      await write(async (tx) => {
        await retryLetter(tx, site, id, actor.at)
        await record(tx, actor, { action: 'mail.retried', subject: `delivery:${id}` })
      })
      return done(c, `/admin/outbox/${id}`, 'The letter is on its way.')
    },
  )
  .get('/admin/queue', async (c) => {
    const { db } = c.var
    const [state, { parked, next }] = await Promise.all([
      inboundState(db),
      listParked(db, { before: Number(c.req.query('before')) || undefined }),
    ])
    return c.var.page({
      title: 'Incoming mail',
      children: (
        <>
          <Heading title="Incoming mail" meta="What was accepted and is not sorted yet" />
          <Figures
            items={[
              { value: state.waiting, label: state.waiting === 1 ? 'waits to be sorted' : 'wait to be sorted' },
              { value: state.parked, label: state.parked === 1 ? 'is parked' : 'are parked' },
            ]}
          />
          {parked.length === 0 && (
            <Empty title="Nothing is parked.">A mail that cannot be sorted is set aside here with its error, and the others go on.</Empty>
          )}
          <Things label="Parked mail">
            {parked.map((mail) => (
              <Thing
                title={`From ${mail.mailFrom || 'the empty sender'} to ${mail.rcptTo.join(', ')}`}
                meta={
                  <>
                    <Time at={mail.receivedAt} />, tried {plural('en', mail.attempts, { one: 'once', other: '# times' })}: {mail.error}
                  </>
                }
                act={
                  <PostButton action={`/admin/queue/${mail.id}/retry`} label={`Try again: mail ${mail.id}`}>
                    Try again
                  </PostButton>
                }
              />
            ))}
          </Things>
          {next !== undefined && <Button href={`?before=${next}`}>Older</Button>}
        </>
      ),
    })
  })
  .post('/admin/queue/:mail/retry', act('work', 'Try a parked mail again', undefined, { scope: 'admin' }), async (c) => {
    const { write, actor } = c.var
    const id = idOf(c, 'mail')
    await write(async (tx) => {
      if ((await retryMails(tx, [id])) === 0) throw new NotFound('No such parked mail.')
      await record(tx, actor, { action: 'mail.retried', subject: `inbound:${id}` })
    })
    return done(c, '/admin/queue', 'The mail is tried again.')
  })
