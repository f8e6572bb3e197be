import { entityId } from '../../../lib/identity/saml.ts'
import type { Provider } from '../../../lib/identity/statement.ts'
import { Check, Field, Select, TextArea } from '../../../lib/ui/fields.tsx'
import { Form } from '../../../lib/ui/form.tsx'
import type { Refused } from '../../../lib/ui/forms.ts'
import { Thing, Things } from '../../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, PostButton, Section, Split, State } from '../../../lib/ui/parts.tsx'

const kinds = { oidc: 'OpenID Connect', saml: 'SAML' }

/** What the other side must be told of this site. */
const Ours = ({ baseUrl }: { baseUrl: string }) => (
  <Facts
    items={[
      { term: 'OIDC: redirect address', value: <span class="break">{baseUrl}/sign-in/oidc</span> },
      { term: 'SAML: entity id and metadata', value: <a href="/sign-in/saml/metadata">{entityId(baseUrl)}</a> },
      { term: 'SAML: where answers are posted', value: <span class="break">{baseUrl}/sign-in/saml</span> },
    ]}
  />
)

/** The providers of this site. */
export function ProvidersPage({ kept, given, baseUrl }: { kept: (Provider & { id: number })[]; given: Provider[]; baseUrl: string }) {
  return (
    <>
      <Heading
        title="Sign-in elsewhere"
        lead="A mail with a code and passkeys always work. Institutions may let their staff in besides, and say that they work there."
        actions={
          <Button kind="primary" href="/admin/sign-in/new">
            Add one
          </Button>
        }
      />
      <Split aside={<Ours baseUrl={baseUrl} />}>
        {kept.length + given.length === 0 && <Empty title="None is set up.">Nobody is sent elsewhere to sign in.</Empty>}
        <Things label="Identity providers">
          {given.map((one) => (
            <Thing
              title={one.label}
              meta={`${kinds[one.kind]} · ${one.issuer} · set by the environment`}
              act={<State mood="good">on</State>}
            />
          ))}
          {kept.map((one) => (
            <Thing
              title={one.label}
              href={`/admin/sign-in/${one.id}`}
              meta={`${kinds[one.kind]} · ${one.issuer} · speaks for ${one.domains.join(', ') || 'any confirmed address'}`}
              act={<State mood={one.enabled ? 'good' : undefined}>{one.enabled ? 'on' : 'off'}</State>}
            />
          ))}
        </Things>
      </Split>
    </>
  )
}

/** One provider, new or to be changed. */
export function ProviderPage({ provider, baseUrl, refused }: { provider?: Provider & { id: number }; baseUrl: string; refused?: Refused }) {
  const values = provider && {
    kind: provider.kind,
    slug: provider.slug,
    label: provider.label,
    issuer: provider.issuer,
    client: provider.client,
    domains: provider.domains.join(' '),
    certificates: provider.certificates.map((one) => `-----BEGIN CERTIFICATE-----\n${one}\n-----END CERTIFICATE-----`).join('\n'),
    enabled: provider.enabled ? 'on' : '',
  }
  return (
    <>
      <Heading
        title={provider?.label ?? 'A new way to sign in'}
        meta={<a href="/admin/sign-in">Sign-in elsewhere</a>}
        actions={provider?.kind === 'oidc' && <PostButton action={`/admin/sign-in/${provider.id}/try`}>Try whether it answers</PostButton>}
      />
      <Split aside={<Ours baseUrl={baseUrl} />}>
        <Form action={provider ? `/admin/sign-in/${provider.id}` : '/admin/sign-in'} values={values || {}} refused={refused}>
          <Select
            name="kind"
            label="Kind"
            options={[
              { value: 'oidc', label: kinds.oidc },
              { value: 'saml', label: kinds.saml },
            ]}
          />
          <Field name="label" label="What the button says after “Sign in with”" />
          <Field name="slug" label="Short name" hint="Stays as it is, since accounts are linked by it: northfield." short />
          <Field name="issuer" label="Issuer (OIDC) or entity id (SAML)" />
          <Field name="client" label="Client id (OIDC) or address of its sign-in page (SAML)" />
          <Field
            name="secret"
            type="password"
            label="Client secret (OIDC)"
            hint="Empty leaves the one that is kept."
            autocomplete="off"
            optional
          />
          <TextArea
            name="certificates"
            label="Certificates that it signs with (SAML)"
            hint="PEM, as its metadata has them."
            rows={5}
            optional
          />
          <Field
            name="domains"
            label="Domains that it may speak for"
            hint="Separated by spaces. What it says of addresses and affiliations elsewhere is not believed. * is every domain: for a federation’s proxy alone."
            optional
          />
          <Check name="enabled" label="Offered on the sign-in page" />
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
        {provider && (
          <Section title="Take it away">
            <p class="soft">Links of accounts to it are cut; everybody still comes in by mail.</p>
            <PostButton action={`/admin/sign-in/${provider.id}/remove`} kind="danger">
              Remove
            </PostButton>
          </Section>
        )}
      </Split>
    </>
  )
}
