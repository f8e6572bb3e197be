import type { HeldState } from '../../lib/db/schema.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'
import { Check, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Letter } from '../../lib/ui/letter.tsx'
import { Pager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, Note, PostButton, Section, Split, State, Tabs } from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { HoldReason } from '../moderation-rules/rules.ts'
import { LookAfter } from '../nav.tsx'
import type { getList } from '../queries.ts'
import type { getHeld, listHeld } from './queries.ts'
import { isClaimed } from './rules.ts'
import { moderationWords } from './words.ts'

type List = Awaited<ReturnType<typeof getList>>
type Held = Awaited<ReturnType<typeof getHeld>>

const stateWords: Record<HeldState, string> = {
  held: 'Waits',
  approved: 'Sent on',
  rejected: 'Rejected',
  discarded: 'Discarded',
  expired: 'Expired',
}

const reasonOf = (held: { reason: string }): string => moderationWords('en').reasons[held.reason as HoldReason] ?? held.reason

/** What waits, with one decision for several; or what was decided. */
export function HeldListPage({
  list,
  held,
  next,
  state,
  now,
  refused,
}: { list: List; state: HeldState; now: Date; refused?: Refused } & Awaited<ReturnType<typeof listHeld>>) {
  const at = `/lists/${list.name}/held`
  return (
    <>
      <Heading title="Held mail" meta={list.title}>
        <LookAfter list={list} current="held" />
      </Heading>
      <Tabs
        label="State"
        items={(Object.keys(stateWords) as HeldState[]).map((one) => ({
          href: one === 'held' ? at : `${at}?state=${one}`,
          label: stateWords[one],
          current: one === state,
        }))}
      />
      {held.length === 0 ? (
        <Empty title={state === 'held' ? 'Nothing is held.' : 'There is none.'}>
          {state === 'held' && (
            <>
              Mail that the <a href={`/lists/${list.name}/rules`}>rules of the list</a> keep back waits here for a decision.
            </>
          )}
        </Empty>
      ) : state === 'held' ? (
        <Waiting {...{ list, held, now, refused }} />
      ) : (
        <Things label={stateWords[state]}>
          {held.map((mail) => (
            <Thing
              title={mail.subject || '(no subject)'}
              href={`${at}/${mail.id}`}
              meta={
                <>
                  {mail.fromName} &lt;{mail.fromEmail}&gt;, {mail.decidedAt && <Time at={mail.decidedAt} style="date" />}
                  {mail.decider ? ` by ${mail.decider}` : ` by a rule: ${reasonOf(mail)}`}
                </>
              }
            />
          ))}
        </Things>
      )}
      <Pager
        older={next === undefined ? undefined : `?${new URLSearchParams({ ...(state === 'held' ? {} : { state }), after: String(next) })}`}
        olderLabel="More"
      />
    </>
  )
}

function Waiting({
  list,
  held,
  now,
  refused,
}: { list: List; now: Date; refused?: Refused } & Pick<Awaited<ReturnType<typeof listHeld>>, 'held'>) {
  const at = `/lists/${list.name}/held`
  return (
    <Form action={at} refused={refused} label="Decide on several">
      <Table
        caption="Held mail"
        hideCaption
        columns={[{ label: 'Mail' }, { label: 'Why' }, { label: 'Came' }, { label: 'Choose' }]}
        rows={held.map((mail) => [
          <>
            <a class="title" href={`${at}/${mail.id}`} dir="auto">
              {mail.subject || '(no subject)'}
            </a>
            <div class="meta break">
              {mail.fromName} &lt;{mail.fromEmail}&gt;
            </div>
            {isClaimed(mail, now) && <State mood="wait">{mail.claimer} looks at it</State>}
            {mail.memo && <div class="meta">{mail.memo}</div>}
          </>,
          reasonOf(mail),
          <Time at={mail.heldAt} relative />,
          <input type="checkbox" name="held" value={String(mail.id)} aria-label={`Choose “${mail.subject}” by ${mail.fromName}`} />,
        ])}
      />
      <TextArea name="note" label="A word to the writers" hint="Goes into the letters when you reject." rows={2} optional />
      <div class="row">
        <Button kind="primary" name="decision" value="approve">
          Send the chosen on
        </Button>
        <Button name="decision" value="reject">
          Reject the chosen
        </Button>
        <Button kind="quiet" name="decision" value="discard">
          Discard the chosen
        </Button>
      </div>
    </Form>
  )
}

const DecisionFields = ({ held }: { held: { fromName: string; fromEmail: string } }) => (
  <>
    <TextArea name="note" label="A word to the writer" hint="Goes into the letter when you reject." rows={3} optional />
    {held.fromEmail !== '' && (
      <Check
        name="allow"
        label={`Let ${held.fromName || held.fromEmail} through from now on`}
        hint="With an approval: the writer’s mail goes to the list without a moderator."
      />
    )}
    <div class="row">
      <Button kind="primary" name="decision" value="approve">
        Send to the list
      </Button>
      <Button name="decision" value="reject">
        Reject
      </Button>
      <Button kind="quiet" name="decision" value="discard">
        Discard silently
      </Button>
    </div>
  </>
)

const HeldFacts = ({ held, message }: { held: Held; message: ParsedMessage }) => (
  <Facts
    items={[
      { term: 'From', value: <span class="break">{`${held.fromName} <${held.fromEmail}>`}</span> },
      { term: 'Envelope sender', value: <span class="break">{held.mailFrom || 'none'}</span> },
      { term: 'Came', value: <Time at={held.receivedAt} /> },
      { term: 'State', value: <State mood={held.state === 'held' ? 'wait' : 'good'}>{stateWords[held.state]}</State> },
      held.decider !== null && { term: 'Decided by', value: held.decider },
      message.attachments.length > 0 && {
        term: 'Attachments',
        value: message.attachments.map((file) => file.filename || file.type).join(', '),
      },
    ]}
  />
)

/** One held mail: what it says, why it waits, who looks at it, and the decision. */
export function HeldPage({
  list,
  held,
  message,
  now,
  me,
  refused,
}: {
  list: List
  held: Held
  message: ParsedMessage
  now: Date
  me: number | null
  refused?: Refused
}) {
  const open = held.state === 'held'
  const claimed = isClaimed(held, now)
  const at = `/lists/${list.name}/held/${held.id}`
  return (
    <>
      <Heading title={held.subject || '(no subject)'} meta={<a href={`/lists/${list.name}/held`}>Held mail of {list.title}</a>} />
      <Split
        aside={
          <>
            <HeldFacts held={held} message={message} />
            {open && (
              <PostButton action={`${at}/claim`} kind="quiet" fields={{ take: claimed && held.claimedBy === me ? 'no' : 'yes' }}>
                {claimed && held.claimedBy === me ? 'Leave it to others' : 'I look at it'}
              </PostButton>
            )}
            <Section title="For moderators">
              <Form action={`${at}/memo`} id="memo" values={{ memo: held.memo }} label="A word to other moderators">
                <TextArea name="memo" label="A word to other moderators" hint="Nobody else reads it." rows={3} optional />
                <div class="row">
                  <Button>Keep</Button>
                </div>
              </Form>
            </Section>
          </>
        }
      >
        {open && claimed && held.claimedBy !== me && (
          <Note>
            {held.claimer} looks at it, since {held.claimedAt && <Time at={held.claimedAt} relative />}. You may decide all the same.
          </Note>
        )}
        <Note>{reasonOf(held)}</Note>
        <Letter id="mail" from={{ name: held.fromName }} at={message.date ?? held.receivedAt}>
          <MailText text={message.text} />
        </Letter>
        {open ? (
          <Form action={at} refused={refused}>
            <DecisionFields held={held} />
          </Form>
        ) : (
          held.note && <p class="prose">{held.note}</p>
        )}
      </Split>
    </>
  )
}

/** The page of a moderator's own key: looking changes nothing, its one POST decides. */
export function DecidePage({ list, held, message, locale }: { list: List; held: Held; message: ParsedMessage; locale: Locale }) {
  return (
    <>
      <Heading title={held.subject || '(no subject)'} meta={`Held mail of ${list.title}`} />
      <HeldFacts held={held} message={message} />
      <Note>{moderationWords(locale).reasons[held.reason as HoldReason]}</Note>
      <MailText text={message.text.slice(0, 4_000)} />
      {held.state === 'held' ? (
        <Form>
          <Hidden name="from" value="key" />
          <DecisionFields held={held} />
        </Form>
      ) : (
        <Note mood="good">This mail is decided: {stateWords[held.state].toLowerCase()}. Nothing more can be done with this link.</Note>
      )}
    </>
  )
}

/** After a decision by key, or where the key opens nothing. */
export const DecidedPage = ({ said }: { said?: string }) => (
  <>
    <Heading title={said ? 'Decided' : 'This link is out of date'} />
    <p>{said ?? 'The mail was decided already, or too long ago. Nothing has changed.'}</p>
  </>
)
