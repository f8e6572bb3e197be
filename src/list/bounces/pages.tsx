import { act } from '../../lib/ui/acts.ts'
import { Bars } from '../../lib/ui/figures.tsx'
import { plural } from '../../lib/ui/format.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { done, idOf, pages } from '../../lib/ui/web.tsx'
import { classWords } from '../../outbox/rules.ts'
import { LookAfter } from '../nav.tsx'
import { getModeratedList } from '../queries.ts'
import { closeIncident, resumeFor, resumeOwn } from './actions.ts'
import { countFailures, listIncidents, listSuspended } from './queries.ts'
import { memory } from './rules.ts'

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
    return c.var.page({
      title: `Bounces of ${list.title}`,
      children: <BouncesPage list={list} incidents={incidents} suspended={suspended} counts={counts} />,
    })
  })
  .post('/lists/:list/bounces/:incident/close', act('work', 'Close an incident', undefined, { scope: 'moderate' }), async (c) => {
    await c.var.write((tx) => closeIncident(tx, c.var.actor, c.req.param('list'), idOf(c, 'incident')))
    return done(c, `/lists/${c.req.param('list')}/bounces`, 'Closed. It opens again if it happens again.')
  })
  .post(
    '/lists/:list/subscribers/:subscription/resume',
    act('work', 'Let mail go to a subscriber again', undefined, { scope: 'moderate' }),
    async (c) => {
      const { name } = await c.var.write((tx) => resumeFor(tx, c.var.actor, c.req.param('list'), idOf(c, 'subscription')))
      return done(c, `/lists/${c.req.param('list')}/bounces`, `${name} gets the list’s mail again.`)
    },
  )
  .post('/me/subscriptions/:subscription/resume', act('will', 'Get mail of a list again'), async (c) => {
    const { title } = await c.var.write((tx) => resumeOwn(tx, c.var.actor, idOf(c, 'subscription')))
    return done(c, '/me/subscriptions', `You get the mail of ${title} again.`)
  })

/** From when until when; once where it was all in one minute. */
const Span = ({ from, to }: { from: Date; to: Date }) =>
  to.getTime() - from.getTime() < 60_000 ? (
    <Time at={from} />
  ) : (
    <>
      <Time at={from} /> to <Time at={to} />
    </>
  )

type Incidents = Awaited<ReturnType<typeof listIncidents>>

function BouncesPage({
  list,
  incidents,
  suspended,
  counts,
}: {
  list: { name: string; title: string; mayOwn: boolean }
  incidents: Incidents
  suspended: Awaited<ReturnType<typeof listSuspended>>
  counts: Awaited<ReturnType<typeof countFailures>>
}) {
  return (
    <>
      <Heading
        title="Bounces"
        meta={list.title}
        lead="Only an address that is dead counts against its subscriber, by days, and nobody is suspended before a probe has come back."
      >
        <LookAfter list={list} current="bounces" />
      </Heading>
      <Split
        aside={
          counts.length > 0 && (
            <Section title="Failures of 30 days">
              <Bars
                label="Failures of 30 days by their reason"
                items={counts.map((row) => ({ label: classWords[row.class] ?? row.class, value: row.failures }))}
              />
            </Section>
          )
        }
      >
        <Section title="Incidents">
          {incidents.length === 0 && (
            <Empty title="No incidents.">Failures that come together, of one post or at one domain, stand here as one.</Empty>
          )}
          <Things label="Incidents">
            {incidents.map((incident) => (
              <Thing
                title={
                  incident.kind === 'post'
                    ? `“${incident.post ?? 'A removed post'}” was refused`
                    : `${incident.subject} takes no mail from here`
                }
                meta={
                  <>
                    {plural('en', incident.failures, { one: '# delivery', other: '# deliveries' })},{' '}
                    <Span from={incident.firstAt} to={incident.lastAt} />. {classWords[incident.class] ?? incident.class}
                    {incident.writer && `, written by somebody at ${incident.writer.split('@')[1]}`}.
                  </>
                }
                act={
                  incident.closedAt ? (
                    <State mood="good">Closed</State>
                  ) : (
                    <PostButton action={`/lists/${list.name}/bounces/${incident.id}/close`} label={`Close incident ${incident.id}`}>
                      Close
                    </PostButton>
                  )
                }
              >
                <blockquote>{incident.words || 'The server gave no words.'}</blockquote>
              </Thing>
            ))}
          </Things>
        </Section>
        <Section title="Suspended">
          {suspended.length === 0 && <Empty title="Nobody is suspended." />}
          <Things label="Suspended subscribers">
            {suspended.map((subscriber) => (
              <Thing
                title={subscriber.name}
                meta={
                  <>
                    <span class="break">{subscriber.email}</span>, since{' '}
                    {subscriber.suspendedAt && <Time at={subscriber.suspendedAt} style="date" />}
                  </>
                }
                act={
                  <PostButton
                    action={`/lists/${list.name}/subscribers/${subscriber.id}/resume`}
                    label={`Take up again for ${subscriber.name}`}
                  >
                    Take up again
                  </PostButton>
                }
              >
                <blockquote>{subscriber.suspendedWords || 'The server gave no words.'}</blockquote>
              </Thing>
            ))}
          </Things>
        </Section>
      </Split>
    </>
  )
}
