import { Editor } from '../../lib/ui/editor.tsx'
import { shorten } from '../../lib/ui/excerpt.ts'
import { FormContext, type FormState, summaryFirst } from '../../lib/ui/field-parts.tsx'
import { Field, Form, Hidden, optionsById, Select } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { About, Button, Fold, Note, PostButton, State, Submit } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listInvitations, Meeting } from '../core/queries.ts'
import type { MinutesList } from './lists-queries.ts'
import type { Item, Line, listCorrections, listVersions } from './queries.ts'

const t = textsOf('meetings', 'minutes')
export interface Props {
  meeting: Meeting
  items: Item[]
  lines: Line[]
  invitations: Awaited<ReturnType<typeof listInvitations>>
  owners: { id: number; name: string }[]
  versions: Awaited<ReturnType<typeof listVersions>>
  corrections: Awaited<ReturnType<typeof listCorrections>>
  approved: string | undefined
  newKey(): string
  now: Date
  /** How far this page is, for who writes meanwhile. */
  horizon: number
  /** The group whose requests a new topic is compared with, where these may be seen. */
  comparedIn: number | undefined
  /** Where approved minutes can be mailed, and where they are. */
  lists: MinutesList[]
  list: { name: string; title: string } | undefined
}

/** What the script of this page says while it saves. */
export function liveWords(): string {
  const { waiting, signIn, notInGroup, approved, tooLong, saving, saved, conflict, look } = t.live
  const line = { label: t.lineLabel, save: t.saveLine, fresh: t.newLine, add: t.addLine }
  return JSON.stringify({ waiting, signIn, notInGroup, approved, tooLong, saving, saved, conflict, look, line })
}

/** Where a meeting stands. */
export const base = (meeting: Meeting) => `/meetings/${meeting.slug}`

function LineMark({ line }: { line: Line }) {
  if (line.kind === 'decision')
    return (
      <State mood="good">
        {t.decision} {line.decisionId !== null && <a href={`/decisions/${line.decisionId}`}>D-{line.decisionNumber}</a>}
      </State>
    )
  if (line.kind === 'action')
    return (
      <State mood={line.actionState === 'open' ? 'wait' : 'good'}>
        {[t.action, line.owner].filter(Boolean).join(' · ')}
        {line.dueOn && <> · {t.until({ day: <Day on={line.dueOn} style="short" /> })}</>}
      </State>
    )
  return null
}

function Conflicts({ meeting, line }: { meeting: Meeting; line: Line }) {
  if (line.conflicts.length === 0) return null
  return (
    <Note mood="wait">
      <p>{t.twoPeopleChangedLineSame}</p>
      {[{ text: line.text, author: line.author }, ...line.conflicts].map(({ text, author }) => (
        <form method="post" action={`${base(meeting)}/lines/${line.id}/settle`} class="row apart">
          <Hidden name="text" value={text} />
          <span>
            {text} {author && <span class="meta">{author}</span>}
          </span>
          <Button>{t.thisOne}</Button>
        </form>
      ))}
    </Note>
  )
}

const LineMore = ({ meeting, line, owners }: { meeting: Meeting; line: Line; owners: Props['owners'] }) => (
  <Fold
    title={
      <>
        {line.kind === 'note' ? t.lineMore : t.lineActs}
        <About>{shorten(line.text, 60)}</About>
      </>
    }
  >
    <div class="stack">
      {line.kind === 'note' && (
        <>
          <Form action={`${base(meeting)}/lines/${line.id}/decision`} id={`d${line.id}`}>
            <p class="soft">{t.recordLineDecisionAddVotes}</p>
            <Field name="reviewOn" type="date" label={t.nextReviewOn} short optional />
            <div class="fields">
              <Field name="votesFor" type="number" min={0} label={t.forIt} short optional />
              <Field name="votesAgainst" type="number" min={0} label={t.against} short optional />
              <Field name="abstained" type="number" min={0} label={t.abstained} short optional />
            </div>
            <Submit>{t.recordAsDecision}</Submit>
          </Form>
          <Form action={`${base(meeting)}/lines/${line.id}/action`} id={`a${line.id}`}>
            <p class="soft">{t.createTaskLine}</p>
            <Select name="ownerId" label={t.who} options={optionsById(owners)} empty={t.nobodyYet} optional />
            <Field name="dueOn" type="date" label={t.until2} short optional />
            <Submit>{t.createTask}</Submit>
          </Form>
        </>
      )}
      <PostButton action={`${base(meeting)}/lines/${line.id}/remove`} kind="quiet" text={t.removeLine} />
    </div>
  </Fold>
)

interface LineFormProps {
  meeting: Meeting
  line?: Line
  keyOf: string
  itemId: number | null
  /** What its button is about, for who hears it alone: the line, or the item that it is added to. */
  about: string | undefined
  /** It was sent, and is refused. */
  refused: Refused | undefined
}

function LineForm({ meeting, line, keyOf, itemId, about, refused }: LineFormProps) {
  const prefix = line ? `l${line.id}` : `n${itemId ?? 0}`
  const action = `${base(meeting)}/lines`
  const state: FormState = { values: refused?.typed ?? {}, prefix, labels: new Map(), action, ...(refused && { refused }) }
  const fields = (
    <FormContext.Provider value={state}>
      <Editor
        name="text"
        label={line ? <span class="away">{t.lineLabel}</span> : t.newLine}
        rows={Math.max(2, Math.ceil((line?.text.length ?? 0) / 70))}
        maxlength={5_000}
        value={line?.text}
        files="text"
        folded
      />
    </FormContext.Provider>
  )
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="minute-form stack" data-version={line?.version ?? 0}>
      <Hidden name="key" value={line?.key ?? keyOf} />
      <Hidden name="version" value={String(line?.version ?? 0)} />
      {itemId !== null && <Hidden name="item" value={String(itemId)} />}
      {refused ? summaryFirst(refused, state, fields) : fields}
      <div class="row">
        <label class="check">
          <input type="checkbox" name="internal" value="on" checked={refused ? refused.typed.internal === 'on' : line?.internal} />
          <span>{t.workingGroupOnly}</span>
        </label>
        <button type="submit" class="button quiet">
          {line ? t.saveLine : t.addLine}
          {about && <About>{about}</About>}
        </button>
      </div>
    </form>
  )
}

/** The lines of the minutes at one item of the agenda, or at none. */
export function Lines({ props, itemId }: { props: Props; itemId: number | null }) {
  const { meeting, items, lines, owners, newKey } = props
  const sent = useRefused()
  const refused = sent?.form === 'line' ? sent : undefined
  const key = refused?.typed.key
  // One that is new is known by the item that it was to stand at.
  const isNew = !lines.some((line) => line.key === key) && (refused?.typed.item ?? '') === String(itemId ?? '')
  const item = items.find(({ id }) => id === itemId)
  const own = lines.filter(({ agendaItemId }) => agendaItemId === itemId)
  const writable = meeting.minutes !== 'approved'
  return (
    <div class="stack minute-lines" data-item={itemId ?? ''}>
      {own.map((line) => (
        <div class="minute-line stack" id={`line-${line.id}`} data-key={line.key}>
          <LineMark line={line} />
          {writable ? (
            <LineForm
              {...{ meeting, line, itemId }}
              keyOf={line.key}
              about={shorten(line.text, 60)}
              refused={line.key === key ? refused : undefined}
            />
          ) : (
            <div class="prose">{renderMarkdown(line.text)}</div>
          )}
          <Conflicts meeting={meeting} line={line} />
          {writable && <LineMore meeting={meeting} line={line} owners={owners} />}
        </div>
      ))}
      {writable && <LineForm {...{ meeting, itemId }} keyOf={newKey()} about={item?.title} refused={isNew ? refused : undefined} />}
    </div>
  )
}
