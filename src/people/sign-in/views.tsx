import type { Provider } from '../../lib/identity/statement.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { Field, Form, Hidden } from '../../lib/ui/form.tsx'
import { Button, Empty, PostButton, Section, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { BrowserZone } from '../../lib/ui/zones.tsx'

const words = textsOf('people', 'signIn')
const choosing = textsOf('people', 'institutions')

/** What a page with passkeys on it needs besides. */
export const PasskeyScripts = () => (
  <>
    <script src={assetPath('webauthn.js')} defer />
    <script type="module" src={assetPath('passkeys.js')} />
  </>
)

/** The ways in beside the mail: a passkey, where the browser can; and the providers that are set up. */
export function WaysIn(props: {
  next: string
  providers: Pick<Provider, 'slug' | 'label'>[]
  /** Those that this browser remembers; undefined where there is no federation. */
  institutions: { id: number; name: string }[] | undefined
}) {
  const { next, providers, institutions } = props
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
  words: string
  found: { id: number; name: string }[]
  /** There are more than are shown. */
  more: boolean
  remembered: { id: number; name: string }[]
  next: string
  purpose: Purpose
}) {
  const { words: sought, found, more, remembered, next, purpose } = props
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
    <Titled title={choosing.title} lead={choosing.leads[purpose]}>
      {remembered.length > 0 && (
        <Section title={choosing.remembered}>
          <List label={choosing.remembered} items={remembered} kind="primary" />
          <PostButton action="/sign-in/institutions/forget" fields={{ next, purpose }} kind="quiet" text={choosing.forget} />
        </Section>
      )}
      <Section title={remembered.length > 0 ? choosing.other : choosing.all}>
        <Form action="/sign-in/institutions" method="get" values={{ q: sought }}>
          <Hidden name="next" value={next} />
          <Hidden name="for" value={purpose} />
          <Field name="q" type="search" label={choosing.search} hint={choosing.searchHint} maxlength={100} autocomplete="organization" />
          <div class="row">
            <Button kind={remembered.length > 0 ? 'plain' : 'primary'}>{choosing.find}</Button>
          </div>
        </Form>
        {found.length > 0 && <List label={choosing.results} items={found} kind="plain" />}
        {more && <p class="meta">{choosing.more}</p>}
        {sought !== '' && found.length === 0 && <Empty title={choosing.none}>{choosing.noneHint}</Empty>}
      </Section>
      <div class="row">
        <Button kind="quiet" href={purpose === 'sign-in' ? `/sign-in?${new URLSearchParams({ next })}` : next} text={choosing.back} />
      </div>
    </Titled>
  )
}

/** On the way to a provider. */
export const LeavingPage = ({ label, url }: { label: string; url: string }) => (
  <Titled title={words.leaving({ label })} lead={words.leavingLead}>
    <div class="row">
      <Button kind="primary" href={url} text={words.go} />
    </div>
  </Titled>
)

const Back = () => (
  <div class="row">
    <Button kind="primary" href="/sign-in" text={words.back} />
  </div>
)

/** What came back was no good. */
export const FailedPage = () => (
  <Titled title={words.failed} lead={words.failedLead}>
    <Back />
  </Titled>
)

/** What came back is right, and of nobody here. */
export const NobodyPage = ({ email }: { email?: string }) => (
  <Titled title={email ? words.nobody : words.noAddress} lead={email ? words.nobodyLead({ email }) : words.noAddressLead}>
    <Back />
  </Titled>
)
