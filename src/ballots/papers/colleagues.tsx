import { Field, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Section, State } from '../../lib/ui/parts.tsx'
import type { PaperPageData } from './queries.ts'
import type { Need } from './rules.ts'

export const needWords: Record<Need, string> = { must: 'must have', want: 'would like', no: 'do not need' }

/** A referent asks their colleagues; a colleague says what they need. */
export function Voices({ data, path, asking }: { data: PaperPageData; path: string; asking?: Refused | undefined }) {
  const { voter, poll, voices, proposal, ballot } = data
  const takes = Object.keys(proposal.points ?? {}).length + (proposal.ranks?.length ?? 0)
  if (!voter.casts) return <VoiceForm data={data} path={path} />
  return (
    <Section title="Ask your colleagues first">
      {poll && (
        <p>
          {poll.closedAt ? <State mood="good">Over</State> : <State mood="wait">Open</State>}{' '}
          {plural('en', voices.length, {
            zero: 'Nobody has answered yet.',
            one: 'One colleague has answered.',
            other: '# colleagues have answered.',
          })}
        </p>
      )}
      {takes > 0 && (
        <form method="post" action={path}>
          <Hidden name="seen" value={String(data.paper?.version ?? 0)} />
          <Button name="act" value="propose">
            Take their result over into the draft
          </Button>
        </form>
      )}
      <Form action={`${path}/poll`} id="poll" refused={asking}>
        <Field name="closesAt" type="datetime-local" label={`They can answer until (${ballot.zone})`} short />
        <TextArea name="note" label="A word to them" rows={3} optional maxlength={1000} />
        <div class="row">
          <Button>{poll ? 'Ask again' : 'Ask them by mail'}</Button>
        </div>
      </Form>
    </Section>
  )
}

function VoiceForm({ data, path }: { data: PaperPageData; path: string }) {
  const { options, voices, voter } = data
  const own = voices.find(({ personId }) => personId === data.readerId)
  return (
    <Section title="What do you need?">
      <p>The referent of {voter.name} casts the ballot. Say what you must have; only your own people see it.</p>
      <form method="post" action={`${path}/voice`} class="stack">
        <ul class="things" aria-label="What you need">
          {options.map(({ number, title }) => (
            <li>
              <div class="what">
                <span class="title">
                  <span class="soft">{number}.</span> {title}
                </span>
              </div>
              <div class="act">
                <label class="away" for={`n-${number}`}>
                  Need for {number}. {title}
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
          <label for="voice-note">A word to the referent (optional)</label>
          <input id="voice-note" name="note" maxlength={500} value={own?.note} />
        </div>
        <div class="row">
          <Button kind="primary">Tell the referent</Button>
        </div>
      </form>
    </Section>
  )
}
