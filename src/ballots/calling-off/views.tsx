import { Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { Button, Cancel, Facts, Note, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import type { Ballot } from '../core/queries.ts'
import type { CalledOff } from './queries.ts'

const t = textsOf('ballots', 'callingOffPage')
const callingOff = textsOf('ballots', 'callingOff')

/** The way to call a ballot off, for who may. */
export const CallOffLink = ({ ballot: { id } }: { ballot: Pick<Ballot, 'id'> }) => (
  <div class="row">
    <Button href={`/ballots/${id}/call-off`}>{t.cancelBallot}</Button>
  </div>
)

/** That a ballot was called off, by whom and why; and what is held instead, or the way to it. */
export function CalledOffPart({ ballot, calledOff, mayCallOff }: { ballot: Ballot; calledOff: CalledOff; mayCallOff: boolean }) {
  const { at, reason, by, anew } = calledOff
  return (
    <Note mood="late">
      <div class="stack">
        <p>{callingOff.note}</p>
        <p dir="auto">{reason}</p>
        <p class="meta">
          {by !== null && <>{callingOff.by({ name: by })}, </>}
          <Time at={at} />
        </p>
        {anew && (
          <p>
            {callingOff.anew} <a href={`/ballots/${anew.id}`}>{anew.title}</a>
          </p>
        )}
        {!anew && mayCallOff && (
          <p>
            <Button href={`/ballots/${ballot.id}/anew`}>{t.repeatBallot}</Button>
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
}) {
  const { ballot, turnout, whyNot } = props
  const { locale } = useReader()
  const path = `/ballots/${ballot.id}`
  const opened = ballot.openedAt !== null
  return (
    <Titled title={t.cancelThisBallot} meta={<a href={path}>{ballot.title}</a>} lead={t.ballotWillNotCountedIts}>
      {whyNot && <Note>{whyNot}</Note>}
      {opened && !whyNot && (
        <>
          <Facts
            items={[
              { term: t.whoCanVote, value: formatNumber(locale, turnout.voters) },
              !ballot.byConsent && { term: t.papersCast, value: formatNumber(locale, turnout.voted) },
            ]}
          />
          {turnout.voted > 0 && <p>{t.deleteVotesKeyCouldOpen}</p>}
        </>
      )}
      <Form action={`${path}/call-off`} id="call-off">
        {!whyNot && <TextArea name="reason" label={t.why} hint={t.votersCandidatesEveryoneElse} rows={3} maxlength={2_000} />}
        <div class="row">
          {!whyNot && <Button kind="danger">{t.cancelBallotEmailEveryone}</Button>}
          <Button kind="quiet" href={path} text={whyNot ? t.back : t.keep} />
        </div>
      </Form>
    </Titled>
  )
}

/** The days of the ballot that is held instead. */
export function AnewPage({ ballot, values }: { ballot: Ballot; values: Record<string, string> }) {
  const path = `/ballots/${ballot.id}`
  const atOnce = ballot.kind === 'motion'
  return (
    <Titled
      title={t.repeatThisBallot}
      meta={<a href={path}>{ballot.title}</a>}
      lead={atOnce ? t.groupGetsSameMotionAgain : t.copyOptionsRulesVotersCan}
    >
      <Form action={`${path}/anew`} id="anew" values={values}>
        {!atOnce && <Field name="opensAt" type="datetime-local" label={t.opensOn({ zone: zoneCity(ballot.zone) })} short />}
        <Field name="closesAt" type="datetime-local" label={t.closesOn({ zone: zoneCity(ballot.zone) })} short />
        {ballot.kind === 'election' && <p class="meta">{t.nominationsStayCandidatesGet}</p>}
        {ballot.cycleId !== null && (
          <p class="meta">{t.datesCycleChangeBallotAll({ link: (words) => <a href={`/cycles/${ballot.cycleId}`}>{words}</a> })}</p>
        )}
        <Submit kind="primary" beside={<Cancel href={path}>{t.back}</Cancel>} text={t.repeatBallot2({ hasAtOnce: atOnce })} />
      </Form>
    </Titled>
  )
}
