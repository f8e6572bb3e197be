import type { HeldState } from '../../lib/db/schema.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'
import { AlikeLine, type AlikeThing } from '../../lib/ui/alike.tsx'
import { Check, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import { Letter } from '../../lib/ui/letter.tsx'
import { dotted, Pager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import {
  Button,
  Buttons,
  Empty,
  Facts,
  FormSection,
  Heading,
  Note,
  PostButton,
  Split,
  State,
  Submit,
  Tabs,
  Titled,
} from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getList } from '../core/queries.ts'
import type { HoldReason } from '../moderation-rules/fate-rules.ts'
import { LookAfter } from '../nav.tsx'
import { BeginEmergency, EmergencyIsOn } from './emergency-views.tsx'
import { Flooding, Together } from './flood-views.tsx'
import type { findUndoable, getHeld, listFlooding, listHeld } from './queries.ts'
import { SavedReplies } from './replies-views.tsx'
import { addReply, approvalLasts, isClaimed, longestReply, mayReopen, undoLasts, writerShown, wroteHere } from './rules.ts'
import { moderationWords } from './words.ts'

const t = textsOf('list', 'moderationPage')
const { states: undecided } = textsOf('list', 'vettingPage')

type List = Awaited<ReturnType<typeof getList>>
type Held = Awaited<ReturnType<typeof getHeld>>

const stateWords: Record<HeldState, string> = t.stateWords

const reasons: Record<string, string> = textsOf('list', 'moderation').reasons
const reasonOf = (held: { reason: string }): string => reasons[held.reason] ?? held.reason

/** When a mail was decided, and by whom. */
function decisionOf(mail: Awaited<ReturnType<typeof listHeld>>['held'][number]) {
  const time = mail.decidedAt ? <Time at={mail.decidedAt} style="date" /> : ''
  return mail.decider ? t.byPerson({ time, decider: mail.decider }) : t.byARule({ time, reason: reasonOf(mail) })
}

type HeldListProps = {
  list: List
  /** All of the page are chosen. */
  all: boolean
  state: HeldState
  now: Date
  /** It is looked at from a place in it. */
  further: boolean
  flooding: Awaited<ReturnType<typeof listFlooding>>
  undoable: Awaited<ReturnType<typeof findUndoable>>
  /** How each that waits begins. */
  beginnings: ReadonlyMap<number, string>
  /** For whom the writer of each can be taken. */
  warnings: ReadonlyMap<number, string>
} & Awaited<ReturnType<typeof listHeld>>

/** What waits, with one decision for several; or what was decided. */
export function HeldListPage({ list, held, next, state, now, further, flooding, undoable, all, ...hints }: HeldListProps) {
  const at = `/lists/${list.name}/held`
  return (
    <>
      <Heading title={t.heldMail} meta={list.title}>
        <LookAfter list={list} current="held" />
      </Heading>
      <Tabs
        label={t.state}
        items={(Object.keys(stateWords) as HeldState[]).map((one) => ({
          href: one === 'held' ? at : `${at}?state=${one}`,
          label: one === 'held' ? undecided.waiting : stateWords[one],
          current: one === state,
        }))}
      />
      <EmergencyIsOn list={list} />
      {state === 'held' && held.length > 0 && <ClosedNote list={list} />}
      {list.closedAt === null && undoable?.decidedAt && (
        <Undo at={at} count={undoable.count} decidedAt={undoable.decidedAt} approved={undoable.approved} />
      )}
      {flooding.length > 0 && <Flooding {...{ at, list, flooding }} />}
      {held.length === 0 ? (
        <Empty title={state === 'held' ? t.noHeldMessages : t.noMessagesStatus}>
          {state === 'held' && <>{t.messagesEmailRulesHoldWill({ link: (words) => <a href={`/lists/${list.name}/rules`}>{words}</a> })}</>}
        </Empty>
      ) : state === 'held' ? (
        <Waiting {...{ list, held, now, all }} {...hints} />
      ) : (
        <Things label={stateWords[state]}>
          {held.map((mail) => (
            <Thing title={mail.subject || t.noSubject} href={`${at}/${mail.id}`} meta={dotted([writerShown(mail), decisionOf(mail)])} />
          ))}
        </Things>
      )}
      <Pager
        older={
          next === undefined ? undefined : `${at}?${new URLSearchParams({ ...(state === 'held' ? {} : { state }), after: String(next) })}`
        }
        olderLabel={t.more}
        first={further && (state === 'held' ? at : `${at}?state=${state}`)}
        empty={held.length === 0}
      />
      {state === 'held' && <BeginEmergency list={list} />}
    </>
  )
}

/** Nothing goes to a list that has closed. */
const ClosedNote = ({ list }: { list: Pick<List, 'closedAt'> }) => list.closedAt !== null && <Note>{t.closedTakesNone}</Note>

/** What one has just decided, while it can be taken back. */
const Undo = ({ at, count, decidedAt, approved }: { at: string; count: number; decidedAt: Date; approved: boolean }) => (
  <Note mood="good">
    <div class="row">
      <span>{t.decidedJustNow({ count, minutes: (approved ? approvalLasts : undoLasts) / 60_000 })}</span>
      <PostButton action={`${at}/undo`} fields={{ at: decidedAt.toISOString() }} text={t.undoDecision} />
    </div>
  </Note>
)

type WaitingProps = Pick<HeldListProps, 'list' | 'held' | 'now' | 'all' | 'beginnings' | 'warnings'>

function Waiting({ list, held, now, all, beginnings, warnings }: WaitingProps) {
  const at = `/lists/${list.name}/held`
  const others = { reject: t.rejectSelectedMessages, discard: t.discardSelectedMessages }
  return (
    <Form action={at} label={t.decideOnSeveral}>
      <p>
        <a href={all ? at : `${at}?choose=all`} data-choose="held">
          {all ? t.chooseNone : t.chooseAll({ count: held.length })}
        </a>
      </p>
      <Table
        caption={t.heldMail}
        columns={[{ label: t.mail }, { label: t.why }, { label: t.came }]}
        rows={held.map((mail) => [
          <>
            <div class="ticked">
              <input
                type="checkbox"
                name="held"
                value={String(mail.id)}
                checked={all}
                aria-label={t.chooseBy({ subject: mail.subject, fromName: mail.fromName })}
              />
              <a class="title" href={`${at}/${mail.id}`} dir="auto">
                {mail.subject || t.noSubject}
              </a>
            </div>
            <div class="meta break">{writerShown(mail)}</div>
            {beginnings.get(mail.id) && (
              <div class="meta break" dir="auto">
                {beginnings.get(mail.id)}
              </div>
            )}
            {warnings.has(mail.id) && (
              <div class="meta break">
                <State mood="late">{warnings.get(mail.id)}</State>
              </div>
            )}
            {isClaimed(mail, now) && (
              <div class="meta">
                <State mood="wait">{t.takenBy({ claimer: mail.claimer ?? '' })}</State>
              </div>
            )}
            {mail.memo && <div class="meta">{mail.memo}</div>}
          </>,
          reasonOf(mail),
          <Time at={mail.heldAt} relative />,
        ])}
      />
      <TextArea name="note" label={t.reasonForTheAuthors} hint={t.sendTextAuthorsWhenReject} rows={2} optional />
      <Buttons<string>
        name="decision"
        values={list.closedAt === null ? { approve: t.approveSelectedMessages, ...others } : others}
        kinds={{ approve: 'primary', discard: 'quiet' }}
      />
    </Form>
  )
}

/** What stands in the form: the number of the saved reply that was chosen, and what was typed before. */
interface Typed {
  reply: string
  note: string
  allow: boolean
}

/** @param at the page of the decision */
const DecisionForm = ({
  list,
  held,
  at,
  typed,
  children,
}: {
  list: List
  held: Held
  at: string
  typed: Typed
  children?: Parameters<typeof Form>[0]['children']
}) => {
  const note = addReply(typed.note, list.savedReplies, typed.reply)
  const open = list.closedAt === null
  const theirs = wroteHere(held)
  return (
    <Form action={at} values={{ note, ...(typed.allow && { allow: 'on' }) }}>
      {children}
      <ClosedNote list={list} />
      {theirs && (
        <>
          <SavedReplies list={list} at={at} />
          <TextArea
            name="note"
            label={t.reasonForTheAuthor}
            hint={t.sendTextAuthorWhenReject}
            rows={note ? 6 : 3}
            maxlength={longestReply}
            optional
          />
        </>
      )}
      {theirs && open && held.fromEmail !== '' && (
        <Check
          name="allow"
          label={t.alwaysApproveMessagesBy({ fromName: held.fromName || held.fromEmail })}
          hint={t.usedWhenApproveMessageNext}
        />
      )}
      <div class="row">
        {open && <Button kind="primary" name="decision" value="approve" text={t.approveMessage} />}
        {theirs && <Button name="decision" value="reject" text={t.reject} />}
        <Button kind="quiet" name="decision" value="discard" text={t.discardSilently} />
        {theirs && held.fromEmail !== '' && <Button kind="quiet" name="decision" value="block" text={t.discardAndBlock} />}
      </div>
    </Form>
  )
}

/** @param at its page, below which its attachments are; on the page behind a key they are only named */
const HeldFacts = ({ held, message, at }: { held: Held; message: ParsedMessage; at?: string }) => (
  <Facts
    items={[
      { term: t.from, value: <span class="break">{writerShown(held)}</span> },
      { term: t.envelopeSender, value: <span class="break">{held.mailFrom || t.noSender}</span> },
      { term: t.came, value: <Time at={held.receivedAt} /> },
      { term: t.state, value: <State mood={held.state === 'held' ? 'wait' : 'good'}>{stateWords[held.state]}</State> },
      held.decider !== null && { term: t.decidedBy, value: held.decider },
      message.attachments.length > 0 && {
        term: t.attachments,
        value: message.attachments.map(({ filename, type }, place) => (
          <>
            {place > 0 && ', '}
            {at ? <a href={`${at}/files/${place + 1}`}>{filename || type}</a> : filename || type}
          </>
        )),
      },
    ]}
  />
)

interface HeldProps {
  list: List
  held: Held
  message: ParsedMessage
  /** Requests that it is like. */
  alike: AlikeThing[]
  /** How much waits of its writer, and under its subject. */
  others: { writer: number; alike: number }
  /** For whom its writer can be taken. */
  careful: string | undefined
  now: Date
  me: number | null
  typed: Typed
}

/** One held mail: what it says, why it waits, who looks at it, and the decision. */
export function HeldPage({ list, held, message, alike, others, careful, now, me, typed }: HeldProps) {
  const open = held.state === 'held'
  const claimed = isClaimed(held, now)
  const at = `/lists/${list.name}/held/${held.id}`
  return (
    <Titled title={held.subject || t.noSubject} meta={<a href={`/lists/${list.name}/held`}>{t.heldMessages({ title: list.title })}</a>}>
      <Split
        aside={
          <>
            <HeldFacts held={held} message={message} at={at} />
            {open && (
              <PostButton action={`${at}/claim`} kind="quiet" fields={{ take: claimed && held.claimedBy === me ? 'no' : 'yes' }}>
                {t.takeMessage({ isMine: claimed && held.claimedBy === me })}
              </PostButton>
            )}
            <FormSection keeps title={t.forModerators} action={`${at}/memo`} id="memo" values={{ memo: held.memo }} label={t.internalNote}>
              <TextArea name="memo" label={t.internalNote} hint={t.onlyModeratorsCanRead} rows={3} optional />
              <Submit>{t.keep}</Submit>
            </FormSection>
          </>
        }
      >
        {open && claimed && held.claimedBy !== me && (
          <Note>
            {t.tookMessageCanStillDecide({
              claimer: held.claimer ?? '',
              time: held.claimedAt ? <Time at={held.claimedAt} relative /> : '',
            })}
          </Note>
        )}
        <Note>{reasonOf(held)}</Note>
        {careful && <Note mood="late">{careful}</Note>}
        <Letter id="mail" from={{ name: held.fromName }} at={message.date ?? held.receivedAt}>
          <MailText text={message.text} />
        </Letter>
        {alike.map((thing) => (
          <AlikeLine thing={thing} />
        ))}
        {open ? (
          <>
            <DecisionForm {...{ list, held, at, typed }} />
            <Together at={`/lists/${list.name}/held`} list={list} held={held} others={others} />
          </>
        ) : (
          <>
            {held.note && <p class="prose">{held.note}</p>}
            {mayReopen(held) && list.closedAt === null && <PostButton action={`${at}/reopen`} text={t.decideAgain} />}
          </>
        )}
      </Split>
    </Titled>
  )
}

type DecideProps = Pick<HeldProps, 'list' | 'held' | 'message' | 'careful' | 'typed'> & { at: string; locale: Locale }

/** The page of a moderator's own key: looking changes nothing, its one POST decides. */
export const DecidePage = ({ list, held, message, careful, locale, at, typed }: DecideProps) => (
  <Titled title={held.subject || t.noSubject} meta={t.heldMessages({ title: list.title })}>
    <HeldFacts held={held} message={message} />
    <Note>{moderationWords(locale).reasons[held.reason as HoldReason]}</Note>
    {careful && <Note mood="late">{careful}</Note>}
    <MailText text={message.text.slice(0, 4_000)} />
    {held.state === 'held' ? (
      <DecisionForm {...{ list, held, at, typed }}>
        <Hidden name="from" value="key" />
      </DecisionForm>
    ) : (
      <Note mood="good">{t.someoneHasAlreadyDecided2({ state: stateWords[held.state] })}</Note>
    )}
  </Titled>
)

/** After a decision by key, or where the key opens nothing. */
export const DecidedPage = ({ said }: { said?: string }) => (
  <Titled title={said ? t.decided : t.linkNoLongerValid}>
    <p>{said ?? t.someoneHasAlreadyDecided3}</p>
  </Titled>
)
