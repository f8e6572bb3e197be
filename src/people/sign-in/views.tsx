import type { Provider } from '../../lib/identity/statement.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { Field } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { BrowserZone } from '../../lib/ui/zones.tsx'
import { describeDevice } from '../devices/rules.ts'
import type { listIdentities, listPasskeys, listSessions } from './queries.ts'
import { institutionWords, waysInWords } from './words.ts'

const t = textsOf('people', 'signInPage')

const hows: Readonly<Record<string, string>> = t.hows

/** What a page with passkeys on it needs besides. */
export const PasskeyScripts = () => (
  <>
    <script src={assetPath('webauthn.js')} defer />
    <script type="module" src={assetPath('passkeys.js')} />
  </>
)

/** The ways in beside the mail: a passkey, where the browser can; and the providers that are set up. */
export function WaysIn(props: {
  locale: Locale
  next: string
  providers: Pick<Provider, 'slug' | 'label'>[]
  /** Those that this browser remembers; undefined where there is no federation. */
  institutions: { id: number; name: string }[] | undefined
}) {
  const { locale, next, providers, institutions } = props
  const words = waysInWords(locale)
  return (
    <div class="stack" data-ways>
      <div class="stack" data-passkey="use" data-next={next} hidden>
        <div class="row">
          <button type="button" class="button">
            {words.passkey}
          </button>
        </div>
        <p class="meta">{words.passkeyHint}</p>
        <p class="error" role="alert" hidden>
          {words.passkeyFailed}
        </p>
      </div>
      {providers.map(({ slug, label }) => (
        <form method="post" action={`/sign-in/with/${slug}`}>
          <Hidden name="next" value={next} />
          <BrowserZone />
          <Button>{words.withProvider({ label })}</Button>
        </form>
      ))}
      {institutions?.map(({ id, name }) => (
        <InstitutionForm id={id} next={next} label={words.withProvider({ label: name })} />
      ))}
      {institutions && (
        <div class="row">
          <Button kind={institutions.length > 0 ? 'quiet' : 'plain'} href={`/sign-in/institutions?${new URLSearchParams({ next })}`}>
            {institutions.length > 0 ? words.otherInstitution : words.withInstitution}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What a browser is led to an institution for: to sign in, to show where somebody works, or to link an account there. */
export type Purpose = 'sign-in' | 'evidence' | 'link'

/** Leads to an institution of a federation. */
export const InstitutionForm = (props: { id: number; next: string; purpose?: Purpose; label: string; kind?: 'primary' | 'plain' }) => (
  <form method="post" action="/sign-in/institutions">
    <Hidden name="institution" value={String(props.id)} />
    <Hidden name="next" value={props.next} />
    <Hidden name="purpose" value={props.purpose ?? 'sign-in'} />
    <BrowserZone />
    <Button kind={props.kind ?? 'plain'}>{props.label}</Button>
  </form>
)

/** Which institution? A search by name that works without script; those that this browser remembers stand first. */
export function InstitutionsPage(props: {
  locale: Locale
  words: string
  found: { id: number; name: string }[]
  /** There are more than are shown. */
  more: boolean
  remembered: { id: number; name: string }[]
  next: string
  purpose: Purpose
}) {
  const { locale, words: sought, found, more, remembered, next, purpose } = props
  const words = institutionWords(locale)
  const List = ({ label, items, kind }: { label: string; items: { id: number; name: string }[]; kind: 'primary' | 'plain' }) => (
    <ul class="choices stack" aria-label={label}>
      {items.map(({ id, name }) => (
        <li>
          <InstitutionForm {...{ id, next, purpose, kind }} label={name} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <Heading title={words.title} lead={words.leads[purpose]} />
      {remembered.length > 0 && (
        <Section title={words.remembered}>
          <List label={words.remembered} items={remembered} kind="primary" />
          <PostButton action="/sign-in/institutions/forget" fields={{ next, purpose }} kind="quiet">
            {words.forget}
          </PostButton>
        </Section>
      )}
      <Section title={remembered.length > 0 ? words.other : words.all}>
        <Form action="/sign-in/institutions" method="get" values={{ q: sought }}>
          <Hidden name="next" value={next} />
          <Hidden name="for" value={purpose} />
          <Field name="q" type="search" label={words.search} hint={words.searchHint} maxlength={100} autocomplete="organization" />
          <div class="row">
            <Button kind={remembered.length > 0 ? 'plain' : 'primary'}>{words.find}</Button>
          </div>
        </Form>
        {found.length > 0 && <List label={words.results} items={found} kind="plain" />}
        {more && <p class="meta">{words.more}</p>}
        {sought !== '' && found.length === 0 && <Empty title={words.none}>{words.noneHint}</Empty>}
      </Section>
      <div class="row">
        <Button kind="quiet" href={purpose === 'sign-in' ? `/sign-in?${new URLSearchParams({ next })}` : next}>
          {words.back}
        </Button>
      </div>
    </>
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
  federations: Pick<Provider, 'slug' | 'label'>[]
  /** The session that asks. */
  current?: string | undefined
  /** The passkey whose new name was refused. */
  renamed?: number
  refused?: Refused | undefined
}

/** How one comes in, and where one is in: passkeys, accounts elsewhere, sessions. */
export function Ways({ passkeys, identities, sessions, providers, federations, current, renamed, refused }: WaysProps) {
  const unlinked = providers.filter(({ slug }) => !identities.some((one) => one.provider === slug))
  const labelOf = (slug: string) => [...providers, ...federations].find((one) => one.slug === slug)?.label ?? slug
  const others = sessions.filter((one) => one.id !== current)
  return (
    <>
      <p class="soft">{t.aMailWithACodeAlways}</p>
      <Section within title={t.passkeys}>
        {passkeys.length === 0 && <Empty title={t.noPasskeysYet} />}
        <Things label={t.passkeys}>
          {passkeys.map((one) => (
            <Thing
              title={one.name}
              meta={
                <>
                  {t.since({ time: <Time at={one.createdAt} style="date" /> })}
                  {' · '}
                  {one.usedAt ? t.lastUsed({ time: <Time at={one.usedAt} /> }) : t.notUsed}
                  {' · '}
                  {t.onOneDevice({ synced: one.synced })}
                </>
              }
              act={
                <PostButton action={`/me/passkeys/${one.id}/remove`} kind="quiet" label={t.remove({ name: one.name })}>
                  {t.remove2}
                </PostButton>
              }
            >
              <details open={refused !== undefined && renamed === one.id}>
                <summary>{t.rename}</summary>
                <Form
                  action={`/me/passkeys/${one.id}`}
                  id={`passkey-${one.id}`}
                  values={{ name: one.name }}
                  refused={renamed === one.id ? refused : undefined}
                >
                  <Field name="name" label={t.newNameOf({ name: one.name })} short />
                  <div class="row">
                    <Button>{t.save}</Button>
                  </div>
                </Form>
              </details>
            </Thing>
          ))}
        </Things>
        <div class="form stack" data-passkey="make" hidden>
          <div class="field short">
            <label for="passkey-name">{t.nameOfTheNewPasskey}</label>
            <span class="hint" id="passkey-name-hint">
              {t.exampleWorkLaptop}
            </span>
            <input id="passkey-name" maxlength={80} aria-describedby="passkey-name-hint" />
          </div>
          <div class="row">
            <button type="button" class="button primary">
              {t.addPasskey}
            </button>
          </div>
          <p class="error" role="alert" hidden>
            {t.passkeyNotAddedDeviceRefused}
          </p>
        </div>
        <noscript>
          <p class="meta">{t.toAddAPasskeyAPage}</p>
        </noscript>
      </Section>
      {identities.length + unlinked.length + federations.length > 0 && (
        <Section within title={t.accountsElsewhere}>
          <Things label={t.accountsElsewhere}>
            {identities.map((one) => (
              <Thing
                title={labelOf(one.provider)}
                meta={t.linked2({ email: one.email, time: <Time at={one.linkedAt} style="date" /> })}
                act={
                  <PostButton
                    action={`/me/identities/${one.id}/remove`}
                    kind="quiet"
                    label={t.unlinkAccountAt({ labelOf: labelOf(one.provider) })}
                  >
                    {t.unlinkAccount}
                  </PostButton>
                }
              />
            ))}
            {unlinked.map((one) => (
              <Thing
                title={one.label}
                meta={t.notLinked}
                act={<PostButton action={`/me/providers/${one.slug}/link`}>{t.link}</PostButton>}
              />
            ))}
          </Things>
          {federations.length > 0 && (
            <div class="row">
              <Button href={`/sign-in/institutions?${new URLSearchParams({ for: 'link', next: '/me#sign-in' })}`}>
                {t.linkInstitution}
              </Button>
            </div>
          )}
        </Section>
      )}
      <Section within title={t.signedInDevices}>
        <Things label={t.sessions}>
          {sessions.map((one) => (
            <Thing
              title={describeDevice(one.userAgent)}
              meta={
                <>
                  {t.session({
                    how: hows[one.how] ?? labelOf(one.how),
                    since: <Time at={one.createdAt} />,
                    used: <Time at={one.updatedAt} />,
                  })}
                  {one.network && one.network !== 'unknown' && <> · {t.network({ network: one.network })}</>}
                </>
              }
              act={
                one.id === current ? (
                  <State mood="good">{t.thisOne}</State>
                ) : (
                  <PostButton
                    action={`/me/sessions/${one.id}/end`}
                    kind="quiet"
                    label={t.signOut({ describeDevice: describeDevice(one.userAgent) })}
                  >
                    {t.end}
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
        {others.length > 0 && <PostButton action="/me/sessions/end-others">{t.signOutOtherDevices}</PostButton>}
      </Section>
    </>
  )
}
