import { returnPathOf } from '../../lib/identity/oidc.ts'
import { entityId } from '../../lib/identity/saml.ts'
import type { Provider } from '../../lib/identity/statement.ts'
import { Check, Field, Form, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listFederations } from '../federations/queries.ts'
import { Federations } from '../federations/views.tsx'

const t = textsOf('people', 'providers')

const guests = textsOf('people', 'guests')

const kinds = t.kinds

/** What the other side must be told of this site. */
export const Ours = ({ baseUrl, provider }: { baseUrl: string; provider?: Provider | undefined }) => (
  <>
    <p class="meta">{t.ours}</p>
    <Facts
      items={[
        {
          term: t.oidcRedirectAddress,
          value: <span class="break">{`${baseUrl}${returnPathOf(provider ?? { slug: t.shortNameSign, returnsApart: true })}`}</span>,
        },
        { term: t.samlEntityIdAndMetadata, value: <a href="/sign-in/saml/metadata">{entityId(baseUrl)}</a> },
        { term: t.samlAddressForAnswers, value: <span class="break">{`${baseUrl}/sign-in/saml`}</span> },
      ]}
    />
  </>
)

/** The providers of this site. */
export function ProvidersPage(props: {
  kept: (Provider & { id: number })[]
  given: Provider[]
  federations: Awaited<ReturnType<typeof listFederations>>
  baseUrl: string
}) {
  const { kept, given, federations, baseUrl } = props
  return (
    <Titled
      title={t.signOtherSites}
      lead={t.aMailWithACodeAnd}
      actions={
        <>
          <Button kind="primary" href="/admin/sign-in/new" text={t.addOne} />
          <Button href="/admin/guests">{guests.guests}</Button>
        </>
      }
    >
      <Split aside={<Ours baseUrl={baseUrl} />}>
        <Things label={t.identityProviders} none={<Empty title={t.noIdentityProvidersYet}>{t.everyoneSignsHereEmail}</Empty>}>
          {given.map((one) => (
            <Thing
              title={one.label}
              meta={t.setServerConfiguration({ kinds: kinds[one.kind], issuer: one.issuer })}
              act={<State mood="good">{t.on}</State>}
            />
          ))}
          {kept.map((one) => (
            <Thing
              title={one.label}
              href={`/admin/sign-in/${one.id}`}
              meta={t.speaksFor({ kinds: kinds[one.kind], issuer: one.issuer, domains: one.domains.join(', ') || undefined })}
              act={<State mood={one.enabled ? 'good' : undefined}>{one.enabled ? t.on : t.off}</State>}
            />
          ))}
        </Things>
        <Federations federations={federations} />
      </Split>
    </Titled>
  )
}

/** One provider, new or to be changed. */
export function ProviderPage({ provider, baseUrl }: { provider?: Provider & { id: number }; baseUrl: string }) {
  const values = provider && {
    kind: provider.kind,
    slug: provider.slug,
    label: provider.label,
    issuer: provider.issuer,
    client: provider.client,
    domains: provider.domains.join(' '),
    certificates: provider.certificates.map((one) => `-----BEGIN CERTIFICATE-----\n${one}\n-----END CERTIFICATE-----`).join('\n'),
    enabled: provider.enabled ? 'on' : '',
    returnsApart: provider.returnsApart ? 'on' : '',
  }
  return (
    <Titled
      title={provider?.label ?? t.newIdentityProvider}
      meta={<a href="/admin/sign-in">{t.signOtherSites}</a>}
      actions={provider?.kind === 'oidc' && <PostButton action={`/admin/sign-in/${provider.id}/try`}>{t.testConnection}</PostButton>}
    >
      <Split aside={<Ours baseUrl={baseUrl} provider={provider} />}>
        <Form
          keeps={provider !== undefined}
          action={provider ? `/admin/sign-in/${provider.id}` : '/admin/sign-in'}
          values={values || { returnsApart: 'on' }}
        >
          <Select name="kind" label={t.kind} hint={t.kindHint} options={optionsOf(kinds)} />
          <Field name="label" label={t.nameSignButton} />
          <Field name="slug" label={t.shortName} hint={t.cannotChangeLaterBecause} short />
          <Field name="issuer" label={t.issuerOidcOrEntityIdSaml} hint={t.issuerHint} />
          <Field name="client" label={t.clientIdOidcOrAddressOf} hint={t.clientHint} />
          <Field
            name="secret"
            type="password"
            label={t.clientSecretOidc}
            hint={provider ? t.leaveEmptyKeepSavedSecret : t.secretHint}
            autocomplete="off"
            optional
          />
          <TextArea name="certificates" label={t.signingCertificatesSaml} hint={t.pemFormatMetadataIdentity} rows={5} optional />
          <Field name="domains" label={t.domainsIdentityProvider} hint={t.separateDomainsSpacesIgnore} optional />
          <Check name="returnsApart" label={t.returnsApart} hint={t.returnsApartHint} />
          <Check name="enabled" label={t.offeredOnTheSignInPage} />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
        {provider && (
          <Section title={t.removeIdentityProvider}>
            <p class="soft">{t.unlinksAllAccountsIdentity}</p>
            <PostButton action={`/admin/sign-in/${provider.id}/remove`} kind="danger" text={t.remove} />
          </Section>
        )}
      </Split>
    </Titled>
  )
}
