import { Field, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import { Button, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { toLocal } from '../zones.ts'
import type { PaperPageData } from './queries.ts'
import type { Need } from './rules.ts'

const t = textsOf('ballots', 'papers')
const day = 86_400_000

export const needWords: Record<Need, string> = t.needWords

/** A referent asks their colleagues; a colleague says what they need. */
export function Voices({ data, path }: { data: PaperPageData; path: string }) {
  const { voter, poll, voices, proposal, ballot } = data
  const reader = useReader()
  const zone = reader.zoneUnknown ? ballot.zone : reader.zone
  // Two days to see what they said; nobody starts with an empty date.
  const until = new Date(ballot.closesAt.getTime() - 2 * day)
  const takes = Object.keys(proposal.points ?? {}).length + (proposal.ranks?.length ?? 0)
  if (!voter.casts) return <VoiceForm data={data} path={path} />
  return (
    <Section title={t.askYourColleaguesFirst}>
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
    </Section>
  )
}

function VoiceForm({ data, path }: { data: PaperPageData; path: string }) {
  const { options, voices, voter } = data
  const own = voices.find(({ personId }) => personId === data.readerId)
  return (
    <Section title={t.whatDoYouNeed}>
      <p>{t.theReferentOfCastsTheBallot({ name: voter.name })}</p>
      <form method="post" action={`${path}/voice`} class="stack">
        <ul class="things" aria-label={t.whatYouNeed}>
          {options.map(({ number, title }) => (
            <li>
              <div class="what">
                <span class="title">
                  <span class="soft">{number}.</span> {title}
                </span>
              </div>
              <div class="act">
                <label class="away" for={`n-${number}`}>
                  {t.needFor({ number, title })}
                </label>
                <select id={`n-${number}`} name={`n-${number}`}>
                  <option value="">—</option>
                  {(['must', 'want', 'no'] as const).map((need) => (
                    <option value={need} selected={own?.needs[String(number)] === need}>
                      {needWords[need]}
                    </option>
                  ))}
                </select>
              </div>
            </li>
          ))}
        </ul>
        <div class="field">
          <label for="voice-note">{t.aWordToTheReferentOptional}</label>
          <input id="voice-note" name="note" maxlength={500} value={own?.note} />
        </div>
        <Submit kind="primary">{t.tellTheReferent}</Submit>
      </form>
    </Section>
  )
}
