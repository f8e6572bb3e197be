import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { Choices, Field } from '../lib/ui/form.tsx'
import { line, many, whole } from '../lib/ui/forms.ts'
import { dotted, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, FormSection, Note, PostButton, Raw, Submit, Titled } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import type { SettingsPart } from '../lib/ui/variables.ts'
import { act, done, idOf, onlyPages, pages, refusable, toSettings } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { makeToken, revokeToken } from './tokens-actions.ts'
import { listTokens } from './tokens-queries.ts'
import { mostDays, scopes, stateOf } from './tokens-rules.ts'

const t = textsOf('people', 'tokens')

const TokenForm = z.object({
  name: line(100),
  scope: many(z.enum(scopes)),
  days: whole().pipe(
    z
      .number()
      .int()
      .min(1, { error: () => t.enter1ToDays({ mostDays }) })
      .max(mostDays, { error: () => t.enter1ToDays({ mostDays }) }),
  ),
})

/** The access tokens of somebody, among their settings. */
export const tokenSettings: SettingsPart = {
  name: 'tokens',
  show: async ({ var: { db, actor } }) => {
    const tokens = await listTokens(db, actor)
    return {
      now: t.validNow({ n: tokens.filter((one) => stateOf(one, actor.at) === 'valid').length }),
      content: <Tokens tokens={tokens} now={actor.at} administers={mayAdminister(actor)} />,
    }
  },
}

export const tokenPages = pages()
  .get('/me/tokens', toSettings('tokens'))
  .post('/me/tokens', onlyPages('person', 'An access token cannot create access tokens.'), async (c) => {
    const { write, actor } = c.var
    const { personId } = actor
    if (personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => c.var.settings()).take(TokenForm, async ({ name, scope, days }) => {
      const made = await write((tx) => makeToken(tx, actor, { personId, name, scopes: scope, days }))
      // Shown by this answer alone, and kept by no cache.
      c.header('cache-control', 'no-store')
      return c.var.page(t.newAccessToken, <MadePage name={name} {...made} />)
    })
  })
  .post('/me/tokens/:token/revoke', act('person', 'Revoke an access token'), async (c) => {
    const { write, actor } = c.var
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    await write((tx) => revokeToken(tx, actor, idOf(c, 'token')))
    return done(c, '/me#tokens', t.accessTokenRevokedPrograms)
  })

function Tokens({ tokens, now, administers }: { tokens: Awaited<ReturnType<typeof listTokens>>; now: Date; administers: boolean }) {
  const offered = scopes.filter((scope) => scope !== 'admin' || administers)
  return (
    <>
      <p class="soft">
        <a href="/api">{t.viewApiHelp}</a> · <a href="/me/assistants">{t.assistants}</a>
      </p>
      <Things label={t.tokens} none={<Empty title={t.noAccessTokensYet} />}>
        {tokens.map((token) => {
          const state = stateOf(token, now)
          return (
            <Thing
              title={token.name}
              meta={dotted([
                token.guest !== null && t.kinds[token.guest as keyof typeof t.kinds],
                token.scopes.map((one) => t.scopes[one as keyof typeof t.scopes].label).join(', '),
                t.states[state]({ time: <Time at={state === 'revoked' ? (token.revokedAt ?? now) : token.expiresAt} style="date" /> }),
                token.usedAt ? t.lastUsed({ time: <Time at={token.usedAt} /> }) : t.neverUsed,
              ])}
              act={
                state === 'valid' && (
                  <PostButton action={`/me/tokens/${token.id}/revoke`} label={t.revoke({ name: token.name })} text={t.revoke2} />
                )
              }
            />
          )
        })}
      </Things>
      <FormSection within title={t.newAccessToken} action="/me/tokens" id="tokens-form" values={{ days: '90' }}>
        <Field name="name" label={t.name} hint={t.nameProgramUses} />
        <Choices name="scope" label={t.itMay} many value={['read']} options={offered.map((value) => ({ value, ...t.scopes[value] }))} />
        <Field name="days" label={t.daysUntilExpiry} inputmode="numeric" short />
        <Submit kind="primary">{t.createAccessToken}</Submit>
      </FormSection>
    </>
  )
}

const MadePage = ({ name, token, expiresAt }: { name: string; token: string; expiresAt: Date }) => (
  <Titled title={t.newAccessToken} meta={<a href="/me#tokens">{t.myTokens}</a>} lead={name}>
    <Note>{t.copyAccessTokenNowShow}</Note>
    <Raw label={t.theToken}>{token}</Raw>
    <p class="meta">{t.itEnds({ time: <Time at={expiresAt} style="date" /> })}</p>
    <p class="row">
      <Button href="/me#tokens">{t.myTokens}</Button>
    </p>
  </Titled>
)
