import type { Provider } from '../../lib/identity/statement.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { Field } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State, ToSettings } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { describeDevice } from '../devices/rules.ts'
import type { listIdentities, listPasskeys, listSessions } from './queries.ts'
import { waysInWords } from './words.ts'

/** What a page with passkeys on it needs besides. */
export const PasskeyScripts = () => (
  <>
    <script src={assetPath('webauthn.js')} defer />
    <script type="module" src={assetPath('passkeys.js')} />
  </>
)

/** The ways in beside the mail: a passkey, where the browser can; and the providers that are set up. */
export function WaysIn({ locale, next, providers }: { locale: Locale; next: string; providers: Pick<Provider, 'slug' | 'label'>[] }) {
  const words = waysInWords(locale)
  return (
    <div class="stack" data-ways>
      <div class="stack" data-passkey="use" data-next={next} hidden>
        <div class="row">
          <button type="button" class="button">
            {words.passkey}
          </button>
        </div>
        <p class="error" role="alert" hidden>
          {words.passkeyFailed}
        </p>
      </div>
      {providers.map(({ slug, label }) => (
        <form method="post" action={`/sign-in/with/${slug}`}>
          <Hidden name="next" value={next} />
          <Button>{words.withProvider({ label })}</Button>
        </form>
      ))}
    </div>
  )
}

/** On the way to a provider. */
export function LeavingPage({ locale, label, url }: { locale: Locale; label: string; url: string }) {
  const words = waysInWords(locale)
  return (
    <>
      <Heading title={words.leaving({ label })} lead={words.leavingLead} />
      <div class="row">
        <Button kind="primary" href={url}>
          {words.go}
        </Button>
      </div>
    </>
  )
}

const Back = ({ locale }: { locale: Locale }) => (
  <div class="row">
    <Button kind="primary" href="/sign-in">
      {waysInWords(locale).back}
    </Button>
  </div>
)

/** What came back was no good. */
export function FailedPage({ locale }: { locale: Locale }) {
  const words = waysInWords(locale)
  return (
    <>
      <Heading title={words.failed} lead={words.failedLead} />
      <Back locale={locale} />
    </>
  )
}

/** What came back is right, and of nobody here. */
export function NobodyPage({ locale, email }: { locale: Locale; email?: string }) {
  const words = waysInWords(locale)
  return (
    <>
      <Heading title={email ? words.nobody : words.noAddress} lead={email ? words.nobodyLead({ email }) : words.noAddressLead} />
      <Back locale={locale} />
    </>
  )
}

interface WaysProps {
  passkeys: Awaited<ReturnType<typeof listPasskeys>>
  identities: Awaited<ReturnType<typeof listIdentities>>
  sessions: Awaited<ReturnType<typeof listSessions>>
  providers: Provider[]
  /** The session that asks. */
  current?: string
  now: Date
  refused?: Refused
}

/** How one comes in, and where one is in: passkeys, accounts elsewhere, sessions. */
export function WaysPage({ passkeys, identities, sessions, providers, current, refused }: WaysProps) {
  const unlinked = providers.filter(({ slug }) => !identities.some((one) => one.provider === slug))
  const labelOf = (slug: string) => providers.find((one) => one.slug === slug)?.label ?? slug
  const others = sessions.filter((one) => one.id !== current)
  return (
    <>
      <Heading
        title="Sign-in and devices"
        meta={<ToSettings />}
        lead="A mail with a code always lets you in. A passkey is quicker: your device knows you, and there is nothing to type."
      />
      <Section title="Passkeys">
        {passkeys.length === 0 && <Empty title="No passkey yet." />}
        <Things label="Passkeys">
          {passkeys.map((one) => (
            <Thing
              title={one.name}
              meta={
                <>
                  Since <Time at={one.createdAt} style="date" />
                  {one.usedAt ? (
                    <>
                      , last used <Time at={one.usedAt} />
                    </>
                  ) : (
                    ', not used yet'
                  )}
                  {one.synced ? ' · kept by your password manager' : ' · on one device'}
                </>
              }
              act={
                <PostButton action={`/me/passkeys/${one.id}/remove`} kind="quiet" label={`Remove ${one.name}`}>
                  Remove
                </PostButton>
              }
            >
              <details>
                <summary>Rename</summary>
                <Form action={`/me/passkeys/${one.id}`} id={`passkey-${one.id}`} values={{ name: one.name }} refused={refused}>
                  <Field name="name" label={`New name of ${one.name}`} short />
                  <div class="row">
                    <Button>Save</Button>
                  </div>
                </Form>
              </details>
            </Thing>
          ))}
        </Things>
        <div class="form stack" data-passkey="make" hidden>
          <div class="field short">
            <label for="passkey-name">Name of the new passkey</label>
            <span class="hint" id="passkey-name-hint">
              So that you know it again: “Work laptop”.
            </span>
            <input id="passkey-name" maxlength={80} aria-describedby="passkey-name-hint" />
          </div>
          <div class="row">
            <button type="button" class="button primary">
              Add a passkey
            </button>
          </div>
          <p class="error" role="alert" hidden>
            That did not work. Your device may have refused, or has a passkey of this site already.
          </p>
        </div>
        <noscript>
          <p class="meta">To add a passkey, a page needs JavaScript, since the browser offers passkeys to scripts alone.</p>
        </noscript>
      </Section>
      {(identities.length > 0 || unlinked.length > 0) && (
        <Section title="Accounts elsewhere">
          <Things label="Accounts elsewhere">
            {identities.map((one) => (
              <Thing
                title={labelOf(one.provider)}
                meta={
                  <>
                    {one.email} · linked <Time at={one.linkedAt} style="date" />
                  </>
                }
                act={
                  <PostButton action={`/me/identities/${one.id}/remove`} kind="quiet" label={`Cut the link to ${labelOf(one.provider)}`}>
                    Cut the link
                  </PostButton>
                }
              />
            ))}
            {unlinked.map((one) => (
              <Thing title={one.label} meta="Not linked" act={<PostButton action={`/me/providers/${one.slug}/link`}>Link</PostButton>} />
            ))}
          </Things>
        </Section>
      )}
      <Section title="Where you are signed in">
        <Things label="Sessions">
          {sessions.map((one) => (
            <Thing
              title={describeDevice(one.userAgent)}
              meta={
                <>
                  Since <Time at={one.createdAt} /> by {one.how === 'code' ? 'mail' : one.how === 'passkey' ? 'passkey' : labelOf(one.how)}{' '}
                  · last used <Time at={one.updatedAt} />
                  {one.network && one.network !== 'unknown' && ` · from ${one.network}`}
                </>
              }
              act={
                one.id === current ? (
                  <State mood="good">This one</State>
                ) : (
                  <PostButton
                    action={`/me/sessions/${one.id}/end`}
                    kind="quiet"
                    label={`End the session of ${describeDevice(one.userAgent)}`}
                  >
                    End
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
        {others.length > 0 && <PostButton action="/me/sessions/end-others">End all others</PostButton>}
      </Section>
    </>
  )
}
