import { Chain, type Station } from '../lib/ui/chain.tsx'
import { shorten } from '../lib/ui/excerpt.ts'
import { Choices, Field, Form, Hidden, optionsById, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { dotted, Listing, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Heading, Note, PostButton, Section, State, Submit, Titled } from '../lib/ui/parts.tsx'
import { type Pickable, Picker } from '../lib/ui/picker.tsx'
import { Day, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { stageNames } from '../people/rules.ts'
import type { getDelivery } from './commitments/queries.ts'
import type { getRelease, listReleases } from './commitments/releases-queries.ts'
import type { countTold } from './commitments/touched-queries.ts'
import { type Touched, testsFirst } from './commitments/touched-rules.ts'
import { groupAnd, groupChoice } from './group-choice.tsx'
import type { DeskGroup } from './queries.ts'

const t = textsOf('advocacy', 'releases')
const { verdicts } = textsOf('advocacy', 'pages')
const pageWords = textsOf('advocacy', 'pages')

/** The releases of the vendor. */
export const ReleasesPage = ({ group, releases }: { group: DeskGroup; releases: Awaited<ReturnType<typeof listReleases>> }) => (
  <Titled
    title={t.releases}
    meta={dotted([<a href={`/commitments?group=${group.slug}`}>{t.commitments}</a>, groupChoice(group, '/releases')])}
    lead={t.readNotesEachReleaseDecide}
    actions={group.leads && <Button kind="primary" href={`/releases/new?group=${group.slug}`} text={t.newRelease} />}
  >
    <Things label={t.releases} of={releases} none={<Empty title={t.noReleasesYet} />}>
      {(release) => (
        <Thing
          title={`${release.product} ${release.name}`}
          href={`/releases/${release.id}`}
          meta={
            <>
              {release.onDay ? <Day on={release.onDay} /> : t.noDayYet} · {t.requestsDelivered({ requests: release.deliveries })}
            </>
          }
          act={release.suggestions > 0 ? <State mood="wait">{t.suggested({ n: release.suggestions })}</State> : undefined}
        />
      )}
    </Things>
  </Titled>
)

/** Facts of a release, new or known. */
export function ReleaseForm(props: {
  group: { slug: string; name: string; productId: number }
  products: { id: number; name: string }[]
  release?: Awaited<ReturnType<typeof getRelease>>
}) {
  const { group, products, release } = props
  const values = release
    ? {
        ...{ name: release.name, notes: release.notes, link: release.link, onDay: release.onDay ?? '' },
        productId: String(release.productId),
      }
    : { productId: String(group.productId) }
  return (
    <Titled
      title={release ? t.editRelease : t.newRelease}
      meta={groupAnd(group, <a href={`/releases?group=${group.slug}`}>{t.releases}</a>)}
    >
      <Form keeps={release !== undefined} action={release ? `/releases/${release.id}` : '/releases'} multipart values={values}>
        <Hidden name="group" value={group.slug} />
        <Select name="productId" label={t.product} empty={false} options={optionsById(products)} />
        <Field name="name" label={t.name} short maxlength={100} hint={t.example2027R1} />
        <Field name="onDay" type="date" label={t.day} optional short />
        <Field name="link" type="url" label={t.linkToTheNotes} optional maxlength={500} />
        <TextArea name="notes" label={t.releaseNotes} optional rows={14} maxlength={200000} hint={t.pasteNotesCompareEachPoint} />
        <Field name="file" type="file" label={t.notesFile} accept=".txt,.md,.html,.pdf,.docx" optional hint={t.notesFileHint} />
        <Submit kind="primary">{t.save}</Submit>
      </Form>
    </Titled>
  )
}

const mostTouched = 200

type Told = Awaited<ReturnType<typeof countTold>>

interface TouchedProps {
  release: { id: number; leads: boolean }
  touched: Touched[]
  told: Told
  before: boolean
}

/** What the release touches, institution by institution; before its day, who tests it first. Who leads has it told to them. */
function TouchedSection({ release, touched, told: telling, before }: TouchedProps) {
  if (touched.length === 0) return null
  // One thing in its cell, so that a comma has no line of its own on a phone.
  const requestLinks = (requests: { id: number; title: string }[]) => (
    <span>
      {requests.map(({ id, title }, i) => (
        <>
          {i > 0 && ', '}
          <a href={`/requests/${id}`}>
            #{id} {title}
          </a>
        </>
      ))}
    </span>
  )
  const words = t.touched
  const rows = touched.slice(0, mostTouched).map((one) => [
    <>
      {one.name} {before && testsFirst(one) && <State mood="wait">{words.testsFirst}</State>}
    </>,
    one.stage ? stageNames[one.stage] : '–',
    one.requests.length > 0 && requestLinks(one.requests),
    one.concerns.length > 0 && requestLinks(one.concerns),
    one.areas.join(', '),
  ])
  // A column of which nobody has anything tells nothing.
  const told = [words.institution, words.stage, words.requests, words.concerns, words.areas]
    .map((label, at) => ({ label, at }))
    .filter(({ at }) => rows.some((row) => row[at]))
  return (
    <Section title={words.title} id="touched" aside={before ? words.before : words.after}>
      <Table caption={words.title} columns={told.map(({ label }) => ({ label }))} rows={rows.map((row) => told.map(({ at }) => row[at]))} />
      {touched.length > mostTouched && <p class="meta">{words.more({ n: touched.length - mostTouched })}</p>}
      {telling.at !== null && <p class="meta">{words.told({ n: telling.people, time: <Time at={telling.at} /> })}</p>}
      {release.leads && (
        <PostButton
          kind={telling.at === null ? 'primary' : undefined}
          action={`/releases/${release.id}/tell`}
          text={telling.at === null ? words.tell : words.tellAgain}
        />
      )}
    </Section>
  )
}

/** One release: what its notes seem to deliver, and what it does. */
export function ReleasePage(props: {
  release: Awaited<ReturnType<typeof getRelease>>
  picks: Pickable[]
  /** Institution by institution, in the order in which they test. */
  touched: Touched[]
  told: Told
  /** YYYY-MM-DD. */
  today: string
}) {
  const { release, picks, touched, told, today } = props
  const open = release.suggestions.filter(({ state }) => state === 'open')
  const path = `/releases/${release.id}`
  return (
    <Titled
      title={`${release.product} ${release.name}`}
      meta={<a href={`/releases?group=${release.groupSlug}`}>{t.releases}</a>}
      lead={release.onDay ? <Day on={release.onDay} /> : t.noDayYet}
      actions={release.leads && <Button href={`${path}/edit`}>{t.change}</Button>}
    >
      <Listing title={t.suggestedDeliveries} aside={t.suggestedFromTheNotesYouDecide} label={t.suggestions} of={open} none={null}>
        {(one) => (
          <Thing
            title={`#${one.requestId} ${one.title}`}
            href={`/requests/${one.requestId}`}
            meta={one.why && t.alike({ why: one.why })}
            act={
              release.leads && (
                <div class="row">
                  <PostButton
                    action={`${path}/deliveries`}
                    fields={{ requestId: String(one.requestId), delivers: 'yes' }}
                    label={t.recordDeliveryOfRequest({ requestId: one.requestId })}
                    text={t.yes}
                  />
                  <PostButton
                    kind="quiet"
                    action={`${path}/deliveries`}
                    fields={{ requestId: String(one.requestId), delivers: 'no' }}
                    label={t.discardSuggestionForRequest({ requestId: one.requestId })}
                    text={t.no}
                  />
                </div>
              )
            }
          >
            <p class="snippet">{one.passage}</p>
          </Thing>
        )}
      </Listing>
      <Listing title={t.deliveredRequests} label={t.deliveries} of={release.deliveries} none={<Empty title={t.noDeliveredRequestsYet} />}>
        {(one) => (
          <Thing
            title={`#${one.requestId} ${one.title}`}
            href={`/deliveries/${one.id}`}
            act={
              one.verdict === null ? (
                <div class="row">
                  <State mood="wait">{t.notCheckedYet}</State>
                  {release.leads && (
                    <PostButton
                      kind="quiet"
                      action={`${path}/deliveries`}
                      fields={{ requestId: String(one.requestId), delivers: 'no' }}
                      label={t.notDeliveredOf({ requestId: one.requestId })}
                      text={t.notDelivered}
                    />
                  )}
                </div>
              ) : (
                <State mood={one.verdict === 'full' ? 'good' : 'late'}>{verdicts[one.verdict]}</State>
              )
            }
          />
        )}
      </Listing>
      {release.leads && (
        <Form id="add" action={`${path}/deliveries`} label={t.addDelivery}>
          <Hidden name="delivers" value="yes" />
          <Picker name="requestId" label={t.deliveredRequest} group={release.groupId} best={picks} />
          <Submit>{t.addDelivery}</Submit>
        </Form>
      )}
      <TouchedSection {...{ release, touched, told }} before={release.onDay === null || release.onDay > today} />
      {release.notes && (
        <Section title={t.notes} aside={release.link && <a href={release.link}>{t.theVendorsPage}</a>}>
          <div class="prose">{renderMarkdown(release.notes)}</div>
        </Section>
      )}
    </Titled>
  )
}

const verdictOptions = () => optionsOf(verdicts, ['full', 'partly', 'no'] as const)

/** The check of a delivery against the user cases. */
export function DeliveryPage({ delivery, stations }: { delivery: Awaited<ReturnType<typeof getDelivery>>; stations: Station[] }) {
  const { delivery: words, request } = pageWords
  const path = `/deliveries/${delivery.id}`
  const unchecked = delivery.checks.filter(({ verdict }) => verdict === null).length
  const open = delivery.closedAt === null
  return (
    <>
      <Heading
        title={delivery.title}
        meta={
          <>
            <a href={`/requests/${delivery.requestId}`}>{request({ n: delivery.requestId })}</a> · {delivery.release}
          </>
        }
        lead={
          !open
            ? undefined
            : delivery.inGroup
              ? words.lead
              : words.outside({ link: (said) => <a href={`/requests/${delivery.requestId}#comments`}>{said}</a> })
        }
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
        <Section title={t.userCases} aside={unchecked > 0 ? t.toTry({ unchecked }) : undefined}>
          {delivery.checks.length === 0 && <Empty title={t.noUserCasesCheck} />}
          {delivery.checks.map((one) => (
            <Section
              within
              title={one.title}
              aside={one.verdict && <State mood={one.verdict === 'full' ? 'good' : 'late'}>{verdicts[one.verdict]}</State>}
            >
              <p class="meta">
                <a href={`/cases/${one.caseId}`}>{one.institution ?? t.userCase}</a>
                {one.tester && ` · ${t.triedBy({ tester: one.tester })}`}
              </p>
              {one.problem && <p class="prose">{shorten(one.problem, 500)}</p>}
              {one.note && <p>{one.note}</p>}
              {open && (
                <Form
                  id={`c${one.caseId}`}
                  action={`${path}/cases/${one.caseId}`}
                  values={{ verdict: one.verdict ?? '', note: one.note ?? '' }}
                  label={t.check({ title: one.title })}
                >
                  <Choices name="verdict" label={t.resultOfMyCheck} options={verdictOptions()} beside />
                  <TextArea name="note" label={t.whatDoesNotWork} optional rows={2} maxlength={5000} />
                  <Submit>{t.saveCheck}</Submit>
                </Form>
              )}
            </Section>
          ))}
        </Section>
      )}
      {open && delivery.inGroup && (
        <div>
          {delivery.checks.length > 0 && unchecked > 0 ? (
            <Button kind="primary" whyNot={t.userCasesNotCheckedYet({ unchecked })} text={t.finishCheck} />
          ) : (
            <Form id="close" action={`${path}/close`} label={t.finishCheck}>
              {delivery.checks.length === 0 && <Choices name="verdict" label={t.resultOfTheCheck} options={verdictOptions()} />}
              <TextArea name="note" label={t.note} optional rows={2} maxlength={5000} />
              <Submit kind="primary">{t.finishCheck}</Submit>
            </Form>
          )}
        </div>
      )}
    </>
  )
}
