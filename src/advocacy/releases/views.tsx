import { Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Chain, Empty, Heading, Note, PostButton, Section, State, type Station } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import type { getDelivery, getRelease, listReleases } from '../commitments/queries.ts'
import { verdictNames } from '../commitments/rules.ts'
import type { Refused } from '../commitments/views.tsx'
import { useVendorWords } from '../page-words.ts'
import { count } from '../parts.tsx'
import type { DeskGroup } from '../queries.ts'

/** The releases of the vendor. */
export function ReleasesPage({ group, releases }: { group: DeskGroup; releases: Awaited<ReturnType<typeof listReleases>> }) {
  return (
    <>
      <Heading
        title="Releases"
        meta={<a href={`/commitments?group=${group.slug}`}>Commitments</a>}
        lead="Their notes say what they bring; what they deliver of what we asked for, people decide, and the group checks."
        actions={
          group.leads && (
            <Button kind="primary" href={`/releases/new?group=${group.slug}`}>
              New release
            </Button>
          )
        }
      />
      {releases.length === 0 ? (
        <Empty title="No release yet." />
      ) : (
        <Things label="Releases">
          {releases.map((release) => (
            <Thing
              title={`${release.product} ${release.name}`}
              href={`/releases/${release.id}`}
              meta={
                <>
                  {release.onDay ? <Day on={release.onDay} /> : 'no day yet'} · {count(release.deliveries, 'request', 'requests')} said to
                  be delivered
                </>
              }
              act={
                release.suggestions > 0 ? <State mood="wait">{count(release.suggestions, 'suggestion', 'suggestions')}</State> : undefined
              }
            />
          ))}
        </Things>
      )}
    </>
  )
}

/** Facts of a release, new or known. */
export function ReleaseForm({
  group,
  products,
  release,
  refused,
}: {
  group: { slug: string; productId: number }
  products: { id: number; name: string }[]
  release?: Awaited<ReturnType<typeof getRelease>>
  refused?: Refused
}) {
  const values = release
    ? {
        ...{ name: release.name, notes: release.notes, link: release.link, onDay: release.onDay ?? '' },
        productId: String(release.productId),
      }
    : { productId: String(group.productId) }
  return (
    <>
      <Heading title={release ? 'Change the release' : 'New release'} meta={<a href={`/releases?group=${group.slug}`}>Releases</a>} />
      <Form action={release ? `/releases/${release.id}` : '/releases'} refused={refused} values={values}>
        <Hidden name="group" value={group.slug} />
        <Select
          name="productId"
          label="Product"
          empty={false}
          options={products.map((one) => ({ value: String(one.id), label: one.name }))}
        />
        <Field name="name" label="Name" short maxlength={100} hint="For instance 2027 R1" />
        <Field name="onDay" type="date" label="Day" optional short />
        <Field name="link" type="url" label="Link to the notes" optional maxlength={500} />
        <TextArea
          name="notes"
          label="Release notes"
          optional
          rows={14}
          maxlength={200000}
          hint="Paste them: each point is compared with what we asked for."
        />
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
    </>
  )
}

/** One release: what its notes seem to deliver, and what it does. */
export function ReleasePage({ release, refused }: { release: Awaited<ReturnType<typeof getRelease>>; refused?: Refused }) {
  const open = release.suggestions.filter(({ state }) => state === 'open')
  const path = `/releases/${release.id}`
  return (
    <>
      <Heading
        title={`${release.product} ${release.name}`}
        meta={<a href="/releases">Releases</a>}
        lead={release.onDay ? <Day on={release.onDay} /> : 'No day yet'}
        actions={release.leads && <Button href={`${path}/edit`}>Change</Button>}
      />
      {open.length > 0 && (
        <Section title="Does it deliver this?" aside="Suggested from the notes; you decide">
          <Things label="Suggestions">
            {open.map((one) => (
              <Thing
                title={`#${one.requestId} ${one.title}`}
                href={`/requests/${one.requestId}`}
                meta={one.why && `Alike: ${one.why}`}
                act={
                  release.leads && (
                    <div class="row">
                      <PostButton
                        action={`${path}/deliveries`}
                        fields={{ requestId: String(one.requestId), delivers: 'yes' }}
                        label={`Yes, it delivers #${one.requestId}`}
                      >
                        Yes
                      </PostButton>
                      <PostButton
                        kind="quiet"
                        action={`${path}/deliveries`}
                        fields={{ requestId: String(one.requestId), delivers: 'no' }}
                        label={`No, it does not deliver #${one.requestId}`}
                      >
                        No
                      </PostButton>
                    </div>
                  )
                }
              >
                <p class="snippet">{one.passage}</p>
              </Thing>
            ))}
          </Things>
        </Section>
      )}
      <Section title="Said to be delivered">
        {release.deliveries.length === 0 ? (
          <Empty title="Nothing yet of what we asked for." />
        ) : (
          <Things label="Deliveries">
            {release.deliveries.map((one) => (
              <Thing
                title={`#${one.requestId} ${one.title}`}
                href={`/deliveries/${one.id}`}
                act={
                  one.verdict === null ? (
                    <State mood="wait">To be checked</State>
                  ) : (
                    <State mood={one.verdict === 'full' ? 'good' : 'late'}>{verdictNames[one.verdict]}</State>
                  )
                }
              />
            ))}
          </Things>
        )}
      </Section>
      {release.leads && (
        <Form id="add" action={`${path}/deliveries`} refused={refused} label="Add a delivery">
          <Hidden name="delivers" value="yes" />
          <Field name="requestId" label="Another request that it delivers" short inputmode="numeric" hint="Its number" />
          <div class="row">
            <Button>Add</Button>
          </div>
        </Form>
      )}
      {release.notes && (
        <Section title="Notes" aside={release.link && <a href={release.link}>the vendor’s page</a>}>
          <div class="prose">{renderMarkdown(release.notes)}</div>
        </Section>
      )}
    </>
  )
}

const verdictOptions = (['full', 'partly', 'no'] as const).map((one) => ({ value: one, label: verdictNames[one] }))

/** The check of a delivery against the user cases. */
export function DeliveryPage({
  delivery,
  stations,
  refused,
  form,
}: {
  delivery: Awaited<ReturnType<typeof getDelivery>>
  stations: Station[]
  refused?: Refused
  /** Which case's form was refused; 0 the closing one. */
  form?: number
}) {
  const { delivery: words, verdicts, way } = useVendorWords()
  const path = `/deliveries/${delivery.id}`
  const unchecked = delivery.checks.filter(({ verdict }) => verdict === null).length
  const open = delivery.closedAt === null
  return (
    <>
      <Heading
        title={delivery.title}
        meta={
          <>
            <a href={`/requests/${delivery.requestId}`}>
              {way.request} {delivery.requestId}
            </a>{' '}
            · {delivery.release}
          </>
        }
        lead={open ? words.lead : undefined}
      >
        <Chain stations={stations} />
      </Heading>
      {delivery.verdict && (
        <Note mood={delivery.verdict === 'full' ? 'good' : 'late'}>
          {verdicts[delivery.verdict]}. {delivery.note}
          {delivery.verdict !== 'full' && ` ${words.again}`}
        </Note>
      )}
      {delivery.inGroup && (
        <Section title="User cases" aside={unchecked > 0 ? `${unchecked} to try` : undefined}>
          {delivery.checks.length === 0 && <Empty title="There is no user case to try it with." />}
          {delivery.checks.map((one) => (
            <Section
              title={one.title}
              aside={one.verdict && <State mood={one.verdict === 'full' ? 'good' : 'late'}>{verdictNames[one.verdict]}</State>}
            >
              <p class="meta">
                <a href={`/cases/${one.caseId}`}>{one.institution ?? 'User case'}</a>
                {one.tester && ` · tried by ${one.tester}`}
              </p>
              {one.problem && <p class="prose">{one.problem.length > 500 ? `${one.problem.slice(0, 499)}…` : one.problem}</p>}
              {one.note && <p>{one.note}</p>}
              {open && (
                <Form
                  id={`c${one.caseId}`}
                  action={`${path}/cases/${one.caseId}`}
                  refused={form === one.caseId ? refused : undefined}
                  values={{ verdict: one.verdict ?? '', note: one.note ?? '' }}
                  label={`Check ${one.title}`}
                >
                  <Choices name="verdict" label="I have tried it" options={verdictOptions} />
                  <TextArea name="note" label="What does not work" optional rows={2} maxlength={5000} />
                  <div class="row">
                    <Button>Save</Button>
                  </div>
                </Form>
              )}
            </Section>
          ))}
        </Section>
      )}
      {open && delivery.inGroup && (
        <Section title="Close the check">
          {delivery.checks.length > 0 && unchecked > 0 ? (
            <Button kind="primary" whyNot={`${count(unchecked, 'user case is', 'user cases are')} not tried yet.`}>
              Close
            </Button>
          ) : (
            <Form id="close" action={`${path}/close`} refused={form === 0 ? refused : undefined} label="Close the check">
              {delivery.checks.length === 0 && <Choices name="verdict" label="Does it work?" options={verdictOptions} />}
              <TextArea name="note" label="A word on it" optional rows={2} maxlength={5000} />
              <div class="row">
                <Button kind="primary">Close the check</Button>
              </div>
            </Form>
          )}
        </Section>
      )}
    </>
  )
}
