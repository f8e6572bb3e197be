import { Field, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Facts, Heading, Note } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { Ballot } from '../queries.ts'
import type { CalledOff } from './queries.ts'
import { useCallingOffWords } from './words.ts'

/** The way to call a ballot off, for who may. */
export const CallOffLink = ({ ballot: { id } }: { ballot: Pick<Ballot, 'id'> }) => (
  <div class="row">
    <Button href={`/ballots/${id}/call-off`}>Call this ballot off…</Button>
  </div>
)

/** That a ballot was called off, by whom and why; and what is held instead, or the way to it. */
export function CalledOffPart({ ballot, calledOff, mayCallOff }: { ballot: Ballot; calledOff: CalledOff; mayCallOff: boolean }) {
  const words = useCallingOffWords()
  const { at, reason, by, anew } = calledOff
  return (
    <Note mood="late">
      <div class="stack">
        <p>{words.note}</p>
        <p dir="auto">{reason}</p>
        <p class="meta">
          {by !== null && <>{words.by({ name: by })}, </>}
          <Time at={at} />
        </p>
        {anew && (
          <p>
            {words.anew} <a href={`/ballots/${anew.id}`}>{anew.title}</a>
          </p>
        )}
        {!anew && mayCallOff && (
          <p>
            <Button href={`/ballots/${ballot.id}/anew`}>Prepare it anew…</Button>
          </p>
        )}
      </div>
    </Note>
  )
}

/** What calling a ballot off does, before it is done, and the reason that everybody reads. */
export function CallOffPage(props: {
  ballot: Ballot
  turnout: { voters: number; voted: number }
  /** Why it cannot be called off. */
  whyNot: string | undefined
  refused?: Refused | undefined
}) {
  const { ballot, turnout, whyNot, refused } = props
  const path = `/ballots/${ballot.id}`
  const opened = ballot.openedAt !== null
  return (
    <>
      <Heading
        title="Call this ballot off"
        meta={<a href={path}>{ballot.title}</a>}
        lead="It is not counted and waits for nobody any more. Its page stays, with the day and the reason. It can be prepared anew afterwards."
      />
      {whyNot && <Note>{whyNot}</Note>}
      {opened && !whyNot && (
        <>
          <Facts
            items={[
              { term: 'Who may vote', value: formatNumber('en', turnout.voters) },
              !ballot.byConsent && { term: 'Papers cast', value: formatNumber('en', turnout.voted) },
            ]}
          />
          {turnout.voted > 0 && (
            <p>Papers that were cast are deleted, with the key that could open them: nobody learns how anybody voted.</p>
          )}
        </>
      )}
      <Form action={`${path}/call-off`} id="call-off" refused={refused}>
        {!whyNot && (
          <TextArea
            name="reason"
            label="Why"
            hint="Everybody who casts a ballot, has cast one, stands or was asked gets it by mail, once. It stays on the page."
            rows={3}
            maxlength={2_000}
          />
        )}
        <div class="row">
          {!whyNot && <Button kind="danger">Call it off and tell all</Button>}
          <Button kind="quiet" href={path}>
            {whyNot ? 'Back' : 'Leave it as it is'}
          </Button>
        </div>
      </Form>
    </>
  )
}

/** The days of the ballot that is held instead. */
export function AnewPage(props: { ballot: Ballot; values: Record<string, string>; refused?: Refused | undefined }) {
  const { ballot, values, refused } = props
  const path = `/ballots/${ballot.id}`
  const atOnce = ballot.kind === 'motion'
  return (
    <>
      <Heading
        title="Prepare it anew"
        meta={<a href={path}>{ballot.title}</a>}
        lead={
          atOnce
            ? 'The same question is put to the group again, and is open at once.'
            : 'A copy with the same options, rules and voters. What decides it can be changed until it opens.'
        }
      />
      <Form action={`${path}/anew`} id="anew" refused={refused} values={values}>
        {!atOnce && <Field name="opensAt" type="datetime-local" label={`Opens on (${ballot.zone})`} short />}
        <Field name="closesAt" type="datetime-local" label={`Closes on (${ballot.zone})`} short />
        {ballot.kind === 'election' && <p class="meta">Who was nominated stays so, and is told. Nominations are open until it opens.</p>}
        {ballot.cycleId !== null && (
          <p class="meta">
            The dates of <a href={`/cycles/${ballot.cycleId}`}>its cycle</a> follow, and all who vote are told. A later phase that would
            begin too early is moved first.
          </p>
        )}
        <div class="row">
          <Button kind="primary">{atOnce ? 'Put it again' : 'Prepare it anew'}</Button>
          <Button kind="quiet" href={path}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}
