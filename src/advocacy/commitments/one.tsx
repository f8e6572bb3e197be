import { Chain, type Station } from '../../lib/ui/chain.tsx'
import { Field, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Facts, FormFold, Heading, PostButton, Section, Split, Submit } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Signed } from '../signing/queries.ts'
import { SigningSection } from '../signing/views.tsx'
import type { findResultOf } from '../winners/queries.ts'
import type { getCommitment } from './queries.ts'
import { lastDayOf } from './rules.ts'
import { StateOf } from './views.tsx'

const t = textsOf('advocacy', 'commitments')
const signingWords = textsOf('advocacy', 'signing')
const pageWords = textsOf('advocacy', 'pages')

type Commitment = Awaited<ReturnType<typeof getCommitment>>
type Pilot = { id: number; name: string }

/** Who tries first what was promised; strangers read how many. */
function Pilots(props: { commitment: Commitment; signed: Signed; pilots: Pilot[]; choices: Pilot[] }) {
  const {
    commitment,
    pilots,
    choices,
    signed: { personId },
  } = props
  const { pilots: words } = pageWords
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
                    text={t.pilots.remove}
                  />
                )
              }
            />
          ))}
        </Things>
      )}
      {names && (
        <FormFold title={t.pilots.add} id="pilot" action={path} label={t.pilots.add}>
          <Select name="organisationId" label={t.pilots.site} options={optionsById(choices)} />
          <Submit>{t.pilots.add}</Submit>
        </FormFold>
      )}
    </Section>
  )
}

/** One commitment on the way of its request. */
export function CommitmentPage(props: {
  commitment: Commitment
  stations: Station[]
  result: Awaited<ReturnType<typeof findResultOf>>
  signed: Signed
  pilots: Pilot[]
  /** Institutions that could try it, for those who can name them. */
  choices: Pilot[]
  today: string
}) {
  const { commitment, stations, result, signed, pilots, choices, today } = props
  const { commitment: words } = pageWords
  const open = commitment.state === 'committed'
  const path = `/commitments/${commitment.id}`
  return (
    <>
      <Heading
        title={commitment.title}
        meta={words.for({
          n: commitment.requestId,
          link: (signingWords) => (commitment.guest ? signingWords : <a href={`/requests/${commitment.requestId}`}>{signingWords}</a>),
        })}
      >
        <Chain stations={stations} />
      </Heading>
      <Split
        aside={
          <Facts
            items={[
              { term: words.state, value: <StateOf row={commitment} today={today} /> },
              { term: words.product, value: commitment.product },
              result && {
                term: words.chosenIn,
                value: (
                  <>
                    <a href={`/ballots/${result.id}/results`}>{result.title}</a>, {words.option({ n: result.number })}
                  </>
                ),
              },
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
        <p class="prose">
          {signingWords.promise({ points: commitment.points, year: commitment.year, day: <Day on={lastDayOf(commitment)} /> })}
        </p>
        <SigningSection
          path={path}
          kind="commitment"
          signed={signed}
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
        <Pilots {...{ commitment, signed, pilots, choices }} />
        {open && commitment.leads && (
          <p class="meta">{t.recordDelivery({ link: (words) => <a href={`/releases?group=${commitment.groupSlug}`}>{words}</a> })}</p>
        )}
        {open && commitment.leads && (
          <div class="columns">
            <FormFold title={t.moveLaterYear} id="carry" action={`${path}/carry`} values={{ year: String(commitment.year + 1) }}>
              <Field name="year" label={t.newYear} short inputmode="numeric" />
              <Field name="dueOn" type="date" label={t.due} optional short />
              <TextArea name="reason" label={t.why} optional rows={2} maxlength={2000} />
              <Submit>{t.carryOver}</Submit>
            </FormFold>
            <FormFold title={t.droppedByTheVendor} id="drop" action={`${path}/drop`}>
              <TextArea name="reason" label={t.itsReason} rows={3} maxlength={2000} />
              <Submit kind="danger">{t.markPromiseAsDropped}</Submit>
            </FormFold>
          </div>
        )}
      </Split>
    </>
  )
}
