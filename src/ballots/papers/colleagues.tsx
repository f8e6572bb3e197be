import { Field, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import { Button, Fold, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import type { BallotOption } from '../core/queries.ts'
import { toLocal } from '../zones.ts'
import { OptionLine } from './options.tsx'
import type { PaperPageData } from './queries.ts'
import type { Need } from './rules.ts'

const t = textsOf('ballots', 'papers')
const states = textsOf('ballots', 'views')
const day = 86_400_000

export const needWords: Record<Need, string> = t.needWords

/** A referent asks their colleagues what they need. */
export function Voices({ data, path }: { data: PaperPageData; path: string }) {
  const { poll, voices, proposal, ballot, voter } = data
  const reader = useReader()
  const zone = reader.zoneUnknown ? ballot.zone : reader.zone
  // Two days to see what they said; nobody starts with an empty date.
  const until = new Date(ballot.closesAt.getTime() - 2 * day)
  const takes = Object.keys(proposal.points ?? {}).length + (proposal.ranks?.length ?? 0)
  return (
    // Once they were asked, what they said is looked for here.
    <Fold title={t.askYourColleaguesFirst} open={Boolean(poll)}>
      {poll && (
        <p>
          {poll.closedAt ? <State mood="good">{t.over}</State> : <State mood="wait">{t.open}</State>}{' '}
          {t.oneColleagueHasAnswered({ voices: voices.length })}
        </p>
      )}
      {takes > 0 && (
        <form method="post" action={path}>
          <Hidden name="seen" value={String(data.paper?.version ?? 0)} />
          <Button name="act" value="propose" text={t.takeTheirResultOverIntoThe} />
        </form>
      )}
      <Form action={`${path}/poll`} id="poll" values={until > reader.now ? { closesAt: toLocal(until, zone) } : {}}>
        <Field name="closesAt" type="datetime-local" label={t.theyCanAnswerUntil({ zone: zoneCity(zone) })} short />
        <TextArea name="note" label={t.aWordToThem} rows={3} optional maxlength={1000} />
        <Submit>{t.askThemByMail({ hasPoll: Boolean(poll) })}</Submit>
      </Form>
      {!voter.standIn && (
        <p>{t.cannotVote({ link: (words) => <a href={`/organisations/${voter.organisationId}/referent`}>{words}</a> })}</p>
      )}
    </Fold>
  )
}

/** A colleague hears who votes, and says what they need as long as that can be heard. */
export function Voice({ data, path }: { data: PaperPageData; path: string }) {
  const { ballot, voter, whyNot } = data
  const { organisationId, name, votedAt } = voter
  const says = ballot.form !== 'yes_no' && !whyNot
  return (
    <Section title={says ? t.whatDoYouNeed : t.theBallotOf({ name })} aside={<Voted voted={votedAt !== null} />}>
      <p>
        {t.referentVotes({ name, link: (words) => <a href={`/organisations/${organisationId}`}>{words}</a> })} {says && t.sayWhatYouNeed}
      </p>
      {ballot.form === 'yes_no' && <p class="prose">{ballot.question}</p>}
      {says && <VoiceForm data={data} path={path} />}
    </Section>
  )
}

const Voted = ({ voted }: { voted: boolean }) => <State mood={voted ? 'good' : 'wait'}>{voted ? states.cast : states.notVotedYet}</State>

function VoiceForm({ data, path }: { data: PaperPageData; path: string }) {
  const { options, voices } = data
  const own = voices.find(({ personId }) => personId === data.readerId)
  return (
    <form method="post" action={`${path}/voice`} class="stack">
      <ul class="things" aria-label={t.whatYouNeed}>
        {options.map((option) => (
          <OptionLine data={data} option={option}>
            <NeedOf option={option} need={own?.needs[String(option.number)]} />
          </OptionLine>
        ))}
      </ul>
      <div class="field">
        <label for="voice-note">{t.aWordToTheReferentOptional}</label>
        <input id="voice-note" name="note" maxlength={500} value={own?.note} />
      </div>
      <Submit kind="primary">{t.tellTheReferent}</Submit>
    </form>
  )
}

const NeedOf = ({ option: { number, title }, need }: { option: BallotOption; need: Need | undefined }) => (
  <>
    <label class="away" for={`n-${number}`}>
      {t.needFor({ number, title })}
    </label>
    <select id={`n-${number}`} name={`n-${number}`}>
      <option value="">—</option>
      {(['must', 'want', 'no'] as const).map((one) => (
        <option value={one} selected={need === one}>
          {needWords[one]}
        </option>
      ))}
    </select>
  </>
)
