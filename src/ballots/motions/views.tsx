import { Choices, Field, Form, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Cancel, Panel, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { ZoneFold } from '../../lib/ui/zones.tsx'
import type { Ballot } from '../core/queries.ts'
import type { listObjections } from './queries.ts'

const t = textsOf('ballots', 'motions')

/** The question, what was decided, who objects and why. */
export function MotionPart(props: {
  ballot: Ballot
  objections: Awaited<ReturnType<typeof listObjections>>
  /** Where it is voted on, after it met objections. */
  vote: { id: number } | undefined
  /** When a vote on it would close, as a field has it. */
  closesAt: string
  personId: number | null
}) {
  const { ballot, objections, vote, closesAt, personId } = props
  const path = `/ballots/${ballot.id}`
  return (
    <>
      <p class="prose as-written" dir="auto">
        {ballot.question}
      </p>
      {ballot.decidedAt && (
        <Panel title={t.decided}>
          <p>{sayKept(ballot.decision)}</p>
          <p class="meta">{t.recorded({ time: <Time at={ballot.decidedAt} /> })}</p>
          {vote && <p>{t.wasPutToTheVote({ link: (words) => <a href={`/ballots/${vote.id}`}>{words}</a> })}</p>}
          {!vote && ballot.byConsent && ballot.mayRun && sayKept(ballot.decision, 'en').startsWith('Not') && (
            <Form action={`${path}/vote`} id="vote" values={{ closesAt }}>
              <Field name="closesAt" type="datetime-local" label={t.closesOn2({ zone: zoneCity(ballot.zone) })} short />
              <Field name="quorum" label={t.quorumInPercent} inputmode="numeric" short optional />
              <Submit>{t.putItToTheVote}</Submit>
            </Form>
          )}
        </Panel>
      )}
      {ballot.byConsent && <Objections {...{ ballot, objections, personId }} />}
    </>
  )
}

/** Who objects and why, and one's own objection. */
function Objections({ ballot, objections, personId }: Pick<Parameters<typeof MotionPart>[0], 'ballot' | 'objections' | 'personId'>) {
  const path = `/ballots/${ballot.id}`
  const own = objections.find((one) => one.personId === personId && one.withdrawnAt === null)
  return (
    <Section title={t.objections} aside={objections.length === 0 ? t.noObjections : undefined}>
      {objections.length > 0 && (
        <Things label={t.objections}>
          {objections.map((one) => (
            <Thing
              title={one.reason}
              meta={
                <>
                  {one.name}, <Time at={one.madeAt} />
                </>
              }
              act={one.withdrawnAt ? <State>{t.withdrawn}</State> : <State mood="late">{t.stands}</State>}
            />
          ))}
        </Things>
      )}
      {ballot.state === 'open' && own && <PostButton action={`${path}/objection/withdraw`}>{t.withdrawMyObjection}</PostButton>}
      {ballot.state === 'open' && !own && (
        <Form action={`${path}/objection`} id="objection">
          <TextArea name="reason" label={t.reasonForMyObjection} rows={3} maxlength={4_000} />
          <Submit>{t.object}</Submit>
        </Form>
      )}
    </Section>
  )
}

/** A new question to the group. */
export const NewMotionPage = ({ groups, closesAt, zone }: { groups: { id: number; name: string }[]; closesAt: string; zone: string }) => (
  <Titled title={t.proposeAMotion} lead={t.motionOpensOnceEveryMember}>
    <Form action="/motions" values={{ closesAt, zone, secrecy: 'public', way: 'consent', groupId: String(groups[0]?.id ?? '') }}>
      {groups.length > 1 && <Select name="groupId" label={t.group} empty={false} options={optionsById(groups)} />}
      <Field name="title" label={t.inALine} maxlength={200} />
      <TextArea name="question" label={t.textOfTheMotion} hint={t.questionHint} rows={6} maxlength={10_000} />
      <Choices
        name="way"
        label={t.wayToDecide}
        options={[
          { value: 'consent', label: t.adoptedUnlessSomeoneObjects },
          { value: 'vote', label: t.byVotesMoreYesThanNo },
        ]}
      />
      <Field name="quorum" label={t.quorumInPercentOfTheMembers} hint={t.motionsDecidedVotesLeave} inputmode="numeric" short optional />
      <Choices
        name="secrecy"
        label={t.publishedVotes}
        options={[
          { value: 'public', label: t.withNames },
          { value: 'anonymous', label: t.withoutNames },
        ]}
      />
      <Field name="closesAt" type="datetime-local" label={t.closesOn} short />
      <ZoneFold name="zone" label={t.timeZone} />
      <Submit kind="primary" beside={<Cancel href="/ballots" />} text={t.proposeMotion} />
    </Form>
  </Titled>
)
