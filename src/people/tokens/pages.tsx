import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { act, onlyPages } from '../../lib/ui/acts.ts'
import { Choices, Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { many, type Refused, whole } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, PostButton, Raw, Section, ToSettings } from '../../lib/ui/parts.tsx'
import { line } from '../../lib/ui/texts.ts'
import { Time } from '../../lib/ui/time.tsx'
import { done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { mayAdminister } from '../../policy.ts'
import { makeToken, revokeToken } from './actions.ts'
import { listTokens } from './queries.ts'
import { mostDays, type Scope, scopes, stateOf } from './rules.ts'

const TokenForm = z.object({
  name: line(100),
  scope: many(z.enum(scopes)),
  days: whole().pipe(
    z
      .number()
      .int()
      .min(1, { message: 'At least a day.' })
      .max(mostDays, { message: `At most ${mostDays} days.` }),
  ),
})

const scopeWords: Record<Scope, { label: string; hint: string }> = {
  read: { label: 'Read', hint: 'What I may read: lists, archives, search, my subscriptions.' },
  write: { label: 'Write', hint: 'Write to lists, join and leave, change my settings.' },
  moderate: { label: 'Moderate', hint: 'Held mail, requests to join, subscribers and settings of lists that I moderate.' },
  admin: { label: 'Administer', hint: 'Outbox and incoming mail of the site.' },
}

export const tokenPages = pages()
  .get('/me/tokens', async (c) => {
    const { db, actor } = c.var
    if (actor.personId === null) throw new NotFound('There is no such page.')
    return c.var.page({
      title: 'My tokens',
      children: <TokensPage tokens={await listTokens(db, actor)} now={actor.at} administers={mayAdminister(actor)} />,
    })
  })
  .post('/me/tokens', onlyPages('person', 'A token makes no tokens.'), async (c) => {
    const { db, write, actor } = c.var
    const { personId } = actor
    if (personId === null) throw new NotFound('There is no such page.')
    return refusable(c, async (refused) => {
      const tokens = await listTokens(db, actor)
      return c.var.page({
        title: 'My tokens',
        status: 422,
        children: <TokensPage tokens={tokens} now={actor.at} administers={mayAdminister(actor)} refused={refused} />,
      })
    }).take(TokenForm, async ({ name, scope, days }) => {
      const made = await write((tx) => makeToken(tx, actor, { personId, name, scopes: scope, days }))
      // Shown by this answer alone, and kept by no cache.
      c.header('cache-control', 'no-store')
      return c.var.page({ title: 'A new token', children: <MadePage name={name} {...made} /> })
    })
  })
  .post('/me/tokens/:token/revoke', act('person', 'Revoke a token'), async (c) => {
    const { write, actor } = c.var
    if (actor.personId === null) throw new NotFound('There is no such page.')
    await write((tx) => revokeToken(tx, actor, idOf(c, 'token')))
    return done(c, '/me/tokens', 'The token opens nothing any more.')
  })

function TokensPage({
  tokens,
  now,
  administers,
  refused,
}: {
  tokens: Awaited<ReturnType<typeof listTokens>>
  now: Date
  administers: boolean
  refused?: Refused
}) {
  const offered = scopes.filter((scope) => scope !== 'admin' || administers)
  return (
    <>
      <Heading
        title="My tokens"
        meta={<ToSettings />}
        lead="A token lets a program of yours do what you may do here, and no more."
        actions={<Button href="/api">What programs can do</Button>}
      />
      {tokens.length === 0 && <Empty title="You have no tokens." />}
      <Things label="Tokens">
        {tokens.map((token) => {
          const state = stateOf(token, now)
          return (
            <Thing
              title={token.name}
              meta={
                <>
                  {token.scopes.join(', ')} · {state === 'valid' ? 'until' : state}{' '}
                  <Time at={state === 'revoked' ? (token.revokedAt ?? now) : token.expiresAt} style="date" /> ·{' '}
                  {token.usedAt ? (
                    <>
                      last used <Time at={token.usedAt} />
                    </>
                  ) : (
                    'never used'
                  )}
                </>
              }
              act={
                state === 'valid' && (
                  <PostButton action={`/me/tokens/${token.id}/revoke`} label={`Revoke ${token.name}`}>
                    Revoke
                  </PostButton>
                )
              }
            />
          )
        })}
      </Things>
      <Section title="A new token">
        <Form action="/me/tokens" refused={refused} values={{ days: '90' }}>
          <Field name="name" label="Name" hint="Which program it is for." />
          <Choices name="scope" label="It may" many value={['read']} options={offered.map((value) => ({ value, ...scopeWords[value] }))} />
          <Field name="days" label="Days until it ends" inputmode="numeric" short />
          <div class="row">
            <Button kind="primary">Make the token</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}

function MadePage({ name, token, expiresAt }: { name: string; token: string; expiresAt: Date }) {
  return (
    <>
      <Heading title="A new token" meta={<a href="/me/tokens">My tokens</a>} lead={name} />
      <Note>This is shown once. Copy it now; whoever holds it acts as you.</Note>
      <Raw label="The token">{token}</Raw>
      <p class="meta">
        It ends <Time at={expiresAt} style="date" />.
      </p>
      <p class="row">
        <Button href="/me/tokens">My tokens</Button>
      </p>
    </>
  )
}
