import { pemOf } from '../../lib/identity/certificate.ts'
import { entityId } from '../../lib/identity/saml.ts'
import { type Ourselves, ourCategories } from '../../lib/identity/saml-metadata.ts'
import { Check, Field, Form, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Facts, Note, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { findFederation, listFederations } from './queries.ts'

const t = textsOf('people', 'federations')

type Federation = NonNullable<Awaited<ReturnType<typeof findFederation>>>

const moodOf = ({ enabled, problem }: Federation) => (problem ? 'late' : enabled ? 'good' : undefined)
const stateOf = ({ enabled, problem }: Federation) => (problem && enabled ? t.failed : enabled ? t.on : t.off)

/** The federations of the site, on the page of identity providers. */
export const Federations = ({ federations }: { federations: Awaited<ReturnType<typeof listFederations>> }) => (
  <Section title={t.title}>
    <p class="soft">{t.lead}</p>
    <Things label={t.title}>
      {federations.map((one) => (
        <Thing
          title={one.label}
          href={`/admin/sign-in/federations/${one.id}`}
          meta={t.institutions({ n: Number(one.institutions) })}
          act={<State mood={moodOf(one)}>{stateOf(one)}</State>}
        />
      ))}
    </Things>
    <div class="row">
      <Button href="/admin/sign-in/federations/new">{t.add}</Button>
      <Button kind="quiet" href="/admin/sign-in/federations/self" text={t.ourselves} />
    </div>
  </Section>
)

/** One federation, new or to be changed. */
export function FederationPage({ federation, baseUrl }: { federation?: Federation; baseUrl: string }) {
  const values = federation && {
    ...{ label: federation.label, slug: federation.slug, kind: federation.kind, address: federation.address },
    ...{ directory: federation.directory, certificates: federation.certificates.map(pemOf).join('\n') },
    ...{ assured: federation.assured ? 'on' : '', enabled: federation.enabled ? 'on' : '' },
  }
  return (
    <Titled title={federation?.label ?? t.newFederation} meta={<a href="/admin/sign-in">{t.signInElsewhere}</a>}>
      <Split
        aside={
          <Facts
            items={[
              { term: t.ourMetadata, value: <a href="/sign-in/saml/metadata">{entityId(baseUrl)}</a> },
              federation && { term: t.listed, value: t.institutions({ n: Number(federation.institutions) }) },
              { term: t.lastRead, value: federation?.readAt && <Time at={federation.readAt} /> },
              { term: t.nextRead, value: federation?.enabled && <Time at={federation.nextAt} /> },
            ]}
          />
        }
      >
        {federation?.problem && <Note mood="late">{t.problem({ problem: sayKept(federation.problem) })}</Note>}
        <Form
          keeps={federation !== undefined}
          action={federation ? `/admin/sign-in/federations/${federation.id}` : '/admin/sign-in/federations'}
          values={values ?? {}}
        >
          <Field name="label" label={t.label} hint={t.labelHint} />
          <Field name="slug" label={t.slug} hint={t.slugHint} short />
          <Select name="kind" label={t.kind} hint={t.kindHint} options={optionsOf(t.kinds)} />
          <Field name="address" type="url" label={t.address} hint={t.addressHint} />
          <Field name="directory" type="url" label={t.directory} hint={t.directoryHint} optional />
          <TextArea name="certificates" label={t.certificates} hint={t.certificatesHint} rows={5} />
          <Check name="assured" label={t.assured} hint={t.assuredHint} />
          <Check name="enabled" label={t.enabled} />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
        {federation && (
          <Section title={t.remove}>
            <p class="soft">{t.removeHint}</p>
            <PostButton action={`/admin/sign-in/federations/${federation.id}/remove`} kind="danger" text={t.remove} />
          </Section>
        )}
      </Split>
    </Titled>
  )
}

/** How institutions see this site: what stands in our metadata. */
export function OurselvesPage(props: { ourselves: Ourselves | undefined; keyMade: Date | undefined; baseUrl: string }) {
  const { ourselves, keyMade, baseUrl } = props
  const has = (category: string) => (ourselves?.categories.includes(category) ? 'on' : '')
  const values = ourselves && {
    ...{ name: ourselves.name, about: ourselves.about, contact: ourselves.contact },
    ...{ personalized: has(ourCategories.personalized), scholarship: has(ourCategories.scholarship) },
  }
  return (
    <Titled title={t.ourselves} lead={t.ourselvesLead} meta={<a href="/admin/sign-in">{t.signInElsewhere}</a>}>
      <Split
        aside={
          <Facts
            items={[
              { term: t.ourMetadata, value: <a href="/sign-in/saml/metadata">{entityId(baseUrl)}</a> },
              { term: t.keySince, value: keyMade && <Time at={keyMade} style="date" /> },
            ]}
          />
        }
      >
        <Form keeps={values !== undefined} action="/admin/sign-in/federations/self" values={values ?? {}}>
          <Field name="name" label={t.name} hint={t.nameHint} />
          <Field name="about" label={t.about} optional />
          <Field name="contact" type="email" label={t.contact} hint={t.contactHint} />
          <Check name="personalized" label={t.personalized} />
          <Check name="scholarship" label={t.scholarship} hint={t.categoriesHint} />
          <Submit kind="primary">{t.saveOurselves}</Submit>
        </Form>
        <Section title={t.key}>
          <p class="soft">{t.keyHint}</p>
          <PostButton action="/admin/sign-in/federations/key">{keyMade ? t.keyRenew : t.keyMake}</PostButton>
        </Section>
      </Split>
    </Titled>
  )
}
