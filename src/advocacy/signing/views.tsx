import type { SigningAct } from '../../lib/db/schema.ts'
import { Hidden, TextArea } from '../../lib/ui/form.tsx'
import { Listing, Thing } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Button, FormFold, type Mood, PostButton, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { lastDayOf } from '../commitments/rules.ts'
import { otherSide } from '../core/rules.ts'
import type { SignedWord as Said, Signed, ToSign } from './queries.ts'
import { mayUndo, type SignedKind, type Signing, turnOf, whyNotSign } from './rules.ts'

const words = textsOf('advocacy', 'signing')
const pageWords = textsOf('advocacy', 'pages')

const moods: Record<SigningAct, Mood> = { claimed: 'wait', confirmed: 'good', corrected: 'wait', disputed: 'late' }

/** Have both sides signed it? A word. */
export const SignedBadge = ({ act }: { act: SigningAct }) => <State mood={moods[act]}>{words.states[act]}</State>

/** The same in a line of facts: only what is disputed asks to be seen. */
export const SignedWord = ({ act }: { act: SigningAct }) =>
  act === 'disputed' ? <SignedBadge act={act} /> : <span>{words.states[act]}</span>

/** What stood there before: of an answer, or of a promise. */
type Before = Partial<Pick<ToSign, 'class' | 'reason' | 'releaseName' | 'points' | 'year' | 'dueOn' | 'state'>>

/** An answer with its reason, or a promise, in a line. */
function inWords({ class: name, releaseName, reason, points, year, dueOn = null }: Before): Child {
  if (name)
    return (
      <>
        <b>{pageWords.classes[name]}</b>
        {releaseName && ` ${pageWords.forRelease({ release: releaseName })}`}. {reason}
      </>
    )
  if (points == null || year == null) return undefined
  return words.promise({ points, year, day: <Day on={lastDayOf({ dueOn, year })} /> })
}

/** What stood there until it was corrected, as it was said. */
function OldWords({ before }: { before: Before }) {
  const said = inWords(before)
  return (
    said && (
      <blockquote class="prose soft">
        <p>
          {words.before} {said}
        </p>
      </blockquote>
    )
  )
}

/** Who said what and when, in a line; strangers read which side it was. */
function WordLine({ word, signed }: { word: Said; signed: Signed }) {
  const side = signed.names[word.side]
  const who = signed.personId !== null && word.person ? words.who({ person: word.person, side }) : side
  const before = word.before as Before | null
  const said = before?.state ? words.said.dropped : words.said[word.act]
  return (
    <li>
      {said({ who, time: <Time at={word.at} style="date" /> })}
      {word.act === 'disputed' && word.note && (
        <blockquote class="prose">
          <p>{word.note}</p>
        </blockquote>
      )}
      {before && <OldWords before={before} />}
    </li>
  )
}

/** Whose word is missing, or why nobody will say it. */
function Turn({ signed }: { signed: Signed }) {
  const turn = turnOf(signed)
  if (!turn) return null
  const side = signed.names[turn]
  return <p class="meta">{turn === 'vendor' && !signed.vendorAsked ? words.notAsked({ side }) : words.waitsFor({ side })}</p>
}

/**
 * Who has said a thing and what the other side says of it, with the buttons of who reads it.
 * @param fields the form's fields for the words that are right
 */
export function SigningSection(props: {
  path: string
  kind: SignedKind
  signed: Signed
  fields: Child
  values: Record<string, string>
  /** It has ended: its words stay as they are. */
  closed?: boolean
}) {
  const { path, kind, signed, fields, values, closed } = props
  const { side, personId, word, names } = signed
  const signer = side && personId !== null ? { side, personId } : undefined
  const can = (act: Signing) => signer !== undefined && whyNotSign(signed, kind, act, signer) === undefined
  const seen = String(word.id)
  const undo = signer !== undefined && mayUndo(signed, personId, signed.at)
  return (
    <Section title={words.title} id="signed" aside={<SignedBadge act={signed.state} />}>
      <ul class="links">
        {signed.words.map((one) => (
          <WordLine word={one} signed={signed} />
        ))}
      </ul>
      <Turn signed={signed} />
      {(undo || can('confirmed')) && (
        <div class="row">
          {can('confirmed') && (
            <PostButton
              kind={signed.state === 'disputed' ? 'plain' : 'primary'}
              action={`${path}/sign`}
              fields={{ word: seen, act: 'confirmed' }}
              text={words.confirm}
            />
          )}
          {undo && <PostButton kind="quiet" action={`${path}/sign`} fields={{ word: seen, act: 'undo' }} text={words.undo} />}
        </div>
      )}
      {can('corrected') && !closed && (
        <FormFold title={words.correct} id="corrected" action={`${path}/sign`} values={values} label={words.correct}>
          <Hidden name="word" value={seen} />
          <Hidden name="act" value="corrected" />
          {fields}
          <Submit>{words.saveCorrection}</Submit>
        </FormFold>
      )}
      {can('disputed') && (
        <FormFold title={words.dispute} id="disputed" action={`${path}/sign`} label={words.dispute}>
          <Hidden name="word" value={seen} />
          <Hidden name="act" value="disputed" />
          <TextArea
            name="note"
            label={words.why}
            rows={3}
            maxlength={2000}
            hint={words.whyHint({ side: names[otherSide(side ?? 'group')] })}
          />
          <Submit>{words.saveDispute}</Submit>
        </FormFold>
      )}
    </Section>
  )
}

/** Confirms it with one click, or opens its page, which has the other forms. */
function SayButtons({ one, path }: { one: ToSign; path: string }) {
  const { title } = one
  if (one.act === 'disputed') return <Button href={`${path}#signed`} label={words.correctOne({ title })} text={words.correctIt} />
  return (
    <div class="row">
      <PostButton
        action={`${path}/sign`}
        fields={{ word: String(one.wordId), act: 'confirmed', back: 'desk' }}
        label={words.confirmOne({ title })}
        text={words.confirm}
      />
      <Button kind="quiet" href={`${path}#signed`} label={words.openOne({ title })} text={words.open} />
    </div>
  )
}

/** What waits for the reader's side. */
export function ToSignSection({ things, from }: { things: ToSign[]; from: string }) {
  if (things.length === 0) return null
  return (
    <Listing title={words.toSign({ count: things.length })} id="to-sign">
      {things.map((one) => {
        const path = `/${one.kind === 'answer' ? 'answers' : 'commitments'}/${one.id}`
        const who = one.person ? words.who({ person: one.person, side: from }) : from
        return (
          <Thing
            title={`#${one.requestId} ${one.title}`}
            href={`${path}#signed`}
            meta={
              <>
                {words.said[one.act]({ who, time: <Time at={one.at} style="date" /> })} {one.act === 'disputed' && one.note}
              </>
            }
            act={<SayButtons one={one} path={path} />}
          >
            <p class="snippet">{inWords(one)}</p>
          </Thing>
        )
      })}
    </Listing>
  )
}
