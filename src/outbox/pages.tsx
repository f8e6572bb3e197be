import { retryMails } from '../archive/actions.ts'
import { inboundState, readRaw } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { LetterSubject } from '../letter-subjects.ts'
import type { DeliveryState } from '../lib/db/schema.ts'
import { Figures } from '../lib/ui/figures.tsx'
import { Field, Filters, optionsOf, Select } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Pager, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Empty, Facts, Heading, type Mood, Note, PostButton, Raw, Split, State, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { adminAct, done, idOf, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { retryLetter } from './parked-actions.ts'
import { isParked, listParked } from './parked-queries.ts'
import { endedTwice } from './parked-rules.ts'
import { countDeliveries, getDelivery, listDeliveries, mostCounted, mostWalked } from './queries.ts'
import { deliveryStates } from './rules.ts'
import { withoutTokens } from './secrecy-rules.ts'

const t = textsOf('outbox', 'pages')
const undelivered = textsOf('outbox', 'undelivered')

/** What a server answered, or why no server was asked. */
const sayAnswer = (answer: string): string => (answer === endedTwice ? undelivered.endedTwice : sayKept(answer))

/** What an automatic email is about. */
const sayKind = (about: LetterSubject | undefined): string => (about ? t.kinds[about] : t.automaticEmail)

const stateWords: Record<DeliveryState, string> = t.stateWords
const mood = (state: DeliveryState): Mood | undefined =>
  state === 'sent' ? 'good' : state === 'failed' ? 'late' : state === 'cancelled' ? undefined : 'wait'

/** Only who administers the site sees these addresses; to others they do not exist. */
const guarded = pages()
guarded.use('/admin/*', async (c, next) => {
  if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await next()
})

export const outboxPages = guarded
  .get('/admin/outbox', async (c) => {
    const { db, config } = c.var
    const state = deliveryStates.find((name) => name === c.req.query('state'))
    const search = c.req.query('q')?.trim() ?? ''
    const before = Number(c.req.query('before')) || undefined
    const [counts, { deliveries, next }] = await Promise.all([countDeliveries(db), listDeliveries(db, { state, search, before })])
    const older =
      next === undefined
        ? undefined
        : `?${new URLSearchParams({ ...(state ? { state } : {}), ...(search ? { q: search } : {}), before: String(next) })}`
    return c.var.page(
      t.outbox,
      <>
        <Heading title={t.outbox} meta={t.everyEmailEachRecipient}>
          <Toolbar>
            <a href="/admin/push">{t.devices}</a>
          </Toolbar>
        </Heading>
        {!config.relay && <Note>{t.noRelayIsSetRapportRelay}</Note>}
        <Figures
          items={deliveryStates
            .filter((name) => counts[name] > 0)
            .map((name) => ({
              value: counts[name] < mostCounted ? counts[name] : t.orMore({ mostCounted }),
              label: stateWords[name],
              href: `?state=${name}`,
            }))}
        />
        <Filters action="/admin/outbox" label={t.findDeliveries}>
          <Select name="state" label={t.state} value={state ?? ''} empty={t.all} options={optionsOf(stateWords)} optional />
          <Field name="q" type="search" label={t.address} value={search} optional />
        </Filters>
        <Table
          none={
            next === undefined ? (
              <Empty title={t.nothingHere} />
            ) : (
              <Empty title={t.noMatchAmongEmails({ mostWalked })}>{t.continueWithOlderEmails}</Empty>
            )
          }
          caption={t.deliveries}
          columns={[{ label: t.mail }, { label: t.to }, { label: t.state }, { label: t.when }]}
          rows={deliveries.map((delivery) => [
            <a class="words" href={`/admin/outbox/${delivery.id}`}>
              {delivery.subject}
            </a>,
            <>
              <span class="words">{delivery.email}</span>
              {delivery.answer && <div class="meta">{sayAnswer(delivery.answer)}</div>}
            </>,
            <State mood={mood(delivery.state)}>{stateWords[delivery.state]}</State>,
            <Time at={delivery.settledAt ?? delivery.queuedAt} />,
          ])}
        />
        <Pager older={older} first={before !== undefined && '/admin/outbox'} empty={next === undefined && deliveries.length === 0} />
      </>,
    )
  })
  .get('/admin/outbox/:delivery', async (c) => {
    const { db, site, gathered, actor } = c.var
    const delivery = await getDelivery(db, idOf(c, 'delivery'))
    const secret = delivery.secret === true
    const ending = delivery.state === 'failed' && delivery.answer === endedTwice
    const parked = ending || (await isParked(db, delivery.letterId))
    const isLater = delivery.state === 'deferred' || (delivery.state === 'queued' && delivery.nextAt > actor.at)
    const bytes = delivery.bytes ?? (delivery.rawId === null ? Buffer.alloc(0) : await readRaw(db, delivery.rawId))
    return c.var.page(
      delivery.subject,
      <Titled title={delivery.subject} meta={delivery.kind ? t.automaticEmail : t.aPost}>
        <Split
          aside={
            <Facts
              items={[
                { term: t.to, value: <span class="break">{delivery.email}</span> },
                { term: t.state, value: <State mood={mood(delivery.state)}>{stateWords[delivery.state]}</State> },
                delivery.kind !== null && { term: t.kind, value: sayKind(gathered.letters[delivery.kind]) },
                { term: t.queued, value: <Time at={delivery.queuedAt} /> },
                { term: t.attempts, value: formatNumber(languageNow(), delivery.attempts) },
                delivery.answer !== null && { term: t.answerOfTheServer, value: sayAnswer(delivery.answer) },
                isLater && { term: t.nextAttempt, value: <Time at={delivery.nextAt} /> },
                delivery.size !== null && { term: t.size, value: t.bytes({ size: delivery.size }) },
                delivery.sha256 !== null && { term: t.sha256, value: <code class="break">{delivery.sha256.toString('hex')}</code> },
                { term: t.returnedEmailGoesTo, value: <span class="break">{`…@${site.mailDomain}`}</span> },
              ]}
            />
          }
        >
          {parked && (
            <>
              <Note>{t.couldNotCreateEmailKeep({ hasEnding: ending })}</Note>
              <PostButton action={`/admin/outbox/${delivery.id}/retry`} label={t.sendThisEmailAgain} text={t.tryAgain} />
            </>
          )}
          {secret ? (
            <Note>{t.onlyRecipientCanReadEmail}</Note>
          ) : (
            <Raw label={t.theMail}>{withoutTokens(bytes.subarray(0, 200_000).toString('utf8'))}</Raw>
          )}
        </Split>
      </Titled>,
    )
  })
  .post('/admin/outbox/:delivery/retry', adminAct('retryOutgoingMail', 'Retry an email that could not be written'), async (c) => {
    const { write, site, actor } = c.var
    const id = idOf(c, 'delivery')
    await write(async (tx) => {
      await retryLetter(tx, site, id, actor.at)
      await record(tx, actor, { action: 'mail.retried', subject: `delivery:${id}` })
    })
    return done(c, `/admin/outbox/${id}`, t.emailQueuedAgain)
  })
  .get('/admin/queue', async (c) => {
    const { db } = c.var
    const before = Number(c.req.query('before')) || undefined
    const [state, { parked, next }] = await Promise.all([inboundState(db), listParked(db, { before })])
    return c.var.page(
      t.incomingMail,
      <Titled title={t.incomingMail} meta={t.acceptedNotProcessedYet}>
        <Figures
          items={[
            { value: state.waiting, label: t.emailsToProcess({ waiting: state.waiting }) },
            { value: state.parked, label: t.isParked({ parked: state.parked }) },
          ]}
        />
        <Things label={t.parkedMail} none={<Empty title={t.noUnprocessedEmails}>{t.emailsCannotProcessWill}</Empty>}>
          {parked.map((mail) => (
            <Thing
              title={t.fromTo({ mailFrom: mail.mailFrom || undefined, rcptTo: mail.rcptTo.join(', ') })}
              meta={t.attempts2({ time: <Time at={mail.receivedAt} />, attempts: mail.attempts, error: sayKept(mail.error ?? '') })}
              act={<PostButton action={`/admin/queue/${mail.id}/retry`} label={t.tryAgainEmail({ id: mail.id })} text={t.tryAgain} />}
            />
          ))}
        </Things>
        <Pager
          older={next === undefined ? undefined : `?before=${next}`}
          first={before !== undefined && '/admin/queue'}
          empty={parked.length === 0}
        />
      </Titled>,
    )
  })
  .post('/admin/queue/:mail/retry', adminAct('retryParkedMail', 'Retry an email that could not be processed'), async (c) => {
    const { write, actor } = c.var
    const id = idOf(c, 'mail')
    await write(async (tx) => {
      if ((await retryMails(tx, [id])) === 0) throw new NotFound(t.unprocessedEmailNotFound)
      await record(tx, actor, { action: 'mail.retried', subject: `inbound:${id}` })
    })
    return done(c, '/admin/queue', t.emailQueuedProcessedAgain)
  })
