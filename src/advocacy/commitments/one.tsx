import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Chain, Facts, Fold, Heading, PostButton, Section, Split, type Station } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { signingWords, useVendorWords } from '../page-words.ts'
import type { Signed } from '../signing/queries.ts'
import { SigningSection } from '../signing/views.tsx'
import type { findResultOf } from '../winners/queries.ts'
import type { getCommitment } from './queries.ts'
import { lastDayOf } from './rules.ts'
import { type Refused, StateOf } from './views.tsx'

const t = textsOf('advocacy', 'commitments')

type Commitment = Awaited<ReturnType<typeof getCommitment>>
type Pilot = { id: number; name: string }

/** Who tries first what was promised; strangers read how many. */
function Pilots({
  commitment,
  pilots,
  choices,
  signed: { personId },
  refused,
}: {
  commitment: Commitment
  signed: Signed
  pilots: Pilot[]
  choices: Pilot[]
  refused?: Refused | undefined
}) {
  const { pilots: words } = useVendorWords()
  const path = `/commitments/${commitment.id}/pilots`
  const names = commitment.leads || commitment.guest
  if (pilots.length === 0 && !names) return null
  return (
    <Section title={words.title} id="pilots">
      {pilots.length === 0 && <p class="soft">{words.none}</p>}
      {personId === null && <p>{words.count({ n: pilots.length })}</p>}
      {personId !== null && pilots.length > 0 && (
        <Things label={words.title}>
          {pilots.map(({ id, name }) => (
            <Thing
              title={name}
              href={`/organisations/${id}`}
              act={
                names && (
                  <PostButton
                    kind="quiet"
                    action={path}
                    fields={{ organisationId: String(id), named: 'no' }}
                    label={t.pilots.removeOne({ name })}
                  >
                    {t.pilots.remove}
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
      )}
      {names && (
        <Fold title={t.pilots.add} open={refused !== undefined}>
          <Form id="pilot" action={path} refused={refused} label={t.pilots.add}>
            <Select
              name="organisationId"
              label={t.pilots.site}
              options={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <div class="row">
              <Button>{t.pilots.add}</Button>
            </div>
          </Form>
        </Fold>
      )}
    </Section>
  )
}

/** One commitment on the way of its request. */
export function CommitmentPage({
  commitment,
  stations,
  result,
  signed,
  pilots,
  choices,
  today,
  refused,
  form,
}: {
  commitment: Commitment
  stations: Station[]
  result: Awaited<ReturnType<typeof findResultOf>>
  signed: Signed
  pilots: Pilot[]
  /** Institutions that could try it, for those who can name them. */
  choices: Pilot[]
  today: string
  refused?: Refused
  form?: 'drop' | 'carry' | 'corrected' | 'disputed' | 'pilots'
}) {
  const { commitment: words } = useVendorWords()
  const said = signingWords(useReader().locale)
  const open = commitment.state === 'committed'
  const path = `/commitments/${commitment.id}`
  return (
    <>
      <Heading
        title={commitment.title}
        meta={words.for({
          n: commitment.requestId,
          link: (said) => (commitment.guest ? said : <a href={`/requests/${commitment.requestId}`}>{said}</a>),
        })}
      >
        <Chain stations={stations} />
      </Heading>
      <Split
        aside={
          <Facts
            items={[
              { term: words.state, value: <StateOf row={commitment} today={today} /> },
              { term: words.points, value: commitment.points },
              { term: words.year, value: commitment.year },
              { term: words.product, value: commitment.product },
              result && {
                term: words.chosenIn,
                value: (
                  <>
                    <a href={`/ballots/${result.id}/results`}>{result.title}</a>, {words.option({ n: result.number })}
                  </>
                ),
              },
              { term: words.due, value: <Day on={lastDayOf(commitment)} /> },
              { term: words.settled, value: commitment.settledOn && <Day on={commitment.settledOn} /> },
              { term: words.reason, value: commitment.reason },
              {
                term: words.carries,
                value: commitment.carriedFrom && <a href={`/commitments/${commitment.carriedFrom}`}>{words.earlier}</a>,
              },
            ]}
          />
        }
      >
        <p class="prose">{said.promise({ points: commitment.points, year: commitment.year, day: <Day on={lastDayOf(commitment)} /> })}</p>
        <SigningSection
          path={path}
          kind="commitment"
          signed={signed}
          refused={refused}
          form={form === 'corrected' || form === 'disputed' ? form : undefined}
          closed={!open}
          fields={
            <>
              <Field name="points" label={t.points} short inputmode="numeric" />
              <Field name="year" label={t.year} short inputmode="numeric" />
              <Field name="dueOn" type="date" label={t.due} optional short hint={t.elseTheEndOfTheYear} />
            </>
          }
          values={{ points: String(commitment.points), year: String(commitment.year), dueOn: commitment.dueOn ?? '' }}
        />
        <Pilots {...{ commitment, signed, pilots, choices }} refused={form === 'pilots' ? refused : undefined} />
        {open && commitment.leads && (
          <div class="columns">
            <Fold title={t.moveLaterYear} open={form === 'carry'}>
              <Form
                id="carry"
                action={`${path}/carry`}
                refused={form === 'carry' ? refused : undefined}
                values={{ year: String(commitment.year + 1) }}
              >
                <Field name="year" label={t.newYear} short inputmode="numeric" />
                <Field name="dueOn" type="date" label={t.due} optional short />
                <TextArea name="reason" label={t.why} optional rows={2} maxlength={2000} />
                <div class="row">
                  <Button>{t.carryOver}</Button>
                </div>
              </Form>
            </Fold>
            <Fold title={t.droppedByTheVendor} open={form === 'drop'}>
              <Form id="drop" action={`${path}/drop`} refused={form === 'drop' ? refused : undefined}>
                <TextArea name="reason" label={t.itsReason} rows={3} maxlength={2000} />
                <div class="row">
                  <Button kind="danger">{t.markPromiseAsDropped}</Button>
                </div>
              </Form>
            </Fold>
          </div>
        )}
      </Split>
    </>
  )
}
