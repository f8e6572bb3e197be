import { Bars } from '../../lib/ui/figures.tsx'
import { dotted, Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { act, done, idOf, moderatorAct, pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { classWords } from '../../outbox/rules.ts'
import { getModeratedList } from '../core/queries.ts'
import { LookAfter } from '../nav.tsx'
import { closeIncident, resumeFor, resumeOwn } from './actions.ts'
import { countFailures, listIncidents, listSuspended } from './queries.ts'
import { memory } from './rules.ts'

const t = textsOf('list', 'bouncesPage')

export const bouncePages = pages()
  .get('/lists/:list/bounces', async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    const since = new Date(actor.at.getTime() - memory * 86_400_000)
    const [incidents, suspended, counts] = await Promise.all([
      listIncidents(db, list.id),
      listSuspended(db, list.id),
      countFailures(db, list.id, since),
    ])
    return c.var.page(
      t.bouncesOf({ title: list.title }),
      <BouncesPage list={list} incidents={incidents} suspended={suspended} counts={counts} />,
    )
  })
  .post('/lists/:list/bounces/:incident/close', moderatorAct('closeBounceIncident', 'Close a bounce incident'), async (c) => {
    await c.var.write((tx) => closeIncident(tx, c.var.actor, c.req.param('list'), idOf(c, 'incident')))
    return done(c, `/lists/${c.req.param('list')}/bounces`, t.closedItOpensAgainIfIt)
  })
  .post('/lists/:list/subscribers/:subscription/resume', moderatorAct('resumeSubscriber', 'Resume delivery to a subscriber'), async (c) => {
    const { name } = await c.var.write((tx) => resumeFor(tx, c.var.actor, c.req.param('list'), idOf(c, 'subscription')))
    return done(c, `/lists/${c.req.param('list')}/bounces`, t.subscriptionRestarted({ name }))
  })
  .post(
    '/me/subscriptions/:subscription/resume',
    act('will', 'resumeMySubscription', 'Resume emails of a list after bounces'),
    async (c) => {
      const { title } = await c.var.write((tx) => resumeOwn(tx, c.var.actor, idOf(c, 'subscription')))
      return done(c, '/me#lists', t.subscriptionRestartedGet({ title }))
    },
  )

/** From when until when; once where it was all in one minute. */
const Span = ({ from, to }: { from: Date; to: Date }) =>
  to.getTime() - from.getTime() < 60_000 ? <Time at={from} /> : t.to({ first: <Time at={from} />, last: <Time at={to} /> })

type Incidents = Awaited<ReturnType<typeof listIncidents>>

interface BouncesProps {
  list: { name: string; title: string; mayOwn: boolean }
  incidents: Incidents
  suspended: Awaited<ReturnType<typeof listSuspended>>
  counts: Awaited<ReturnType<typeof countFailures>>
}

const BouncesPage = ({ list, incidents, suspended, counts }: BouncesProps) => (
  <>
    <Heading title={t.bounces} meta={list.title} lead={t.countOnlyAddressesNoLonger}>
      <LookAfter list={list} current="bounces" />
    </Heading>
    <Split
      aside={
        counts.length > 0 && (
          <Section title={t.last30Days}>
            <Bars
              label={t.returnedEmailLast30Days}
              items={counts.map((row) => ({ label: classWords[row.class] ?? row.class, value: row.failures }))}
            />
          </Section>
        )
      }
    >
      <Section title={t.incidents}>
        {incidents.length === 0 ? <Empty title={t.noIncidents}>{t.whenManyEmailsOneMessage}</Empty> : <p class="soft">{t.whatIncident}</p>}
        <Things label={t.incidents}>
          {incidents.map((incident) => (
            <Thing
              title={
                incident.kind === 'post'
                  ? t.refusedPost({ subject: incident.post ?? t.removedMessage })
                  : t.doesNotAcceptOurEmail({ subject: incident.subject })
              }
              meta={dotted([
                t.delivery({ failures: incident.failures }),
                <Span from={incident.firstAt} to={incident.lastAt} />,
                classWords[incident.class] ?? incident.class,
                incident.writer && t.writtenAt({ domain: incident.writer.split('@')[1] ?? '' }),
              ])}
              act={
                incident.closedAt ? (
                  <State mood="good">{t.closed}</State>
                ) : (
                  <PostButton action={`/lists/${list.name}/bounces/${incident.id}/close`} label={t.closeIncident({ id: incident.id })}>
                    {t.close}
                  </PostButton>
                )
              }
            >
              <blockquote>{incident.words || t.theServerGaveNoWords}</blockquote>
            </Thing>
          ))}
        </Things>
      </Section>
      <Listing title={t.suspended} label={t.suspendedSubscribers} none={<Empty title={t.noStoppedSubscriptions} />}>
        {suspended.map((subscriber) => (
          <Thing
            title={subscriber.name}
            meta={
              subscriber.suspendedAt &&
              t.since({ email: <span class="break">{subscriber.email}</span>, time: <Time at={subscriber.suspendedAt} style="date" /> })
            }
            act={
              <PostButton
                action={`/lists/${list.name}/subscribers/${subscriber.id}/resume`}
                label={t.restartSubscriptionOf({ name: subscriber.name })}
                text={t.restartSubscription}
              />
            }
          >
            <blockquote>{subscriber.suspendedWords || t.theServerGaveNoWords}</blockquote>
          </Thing>
        ))}
      </Listing>
    </Split>
  </>
)
