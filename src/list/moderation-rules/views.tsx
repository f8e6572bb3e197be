import type { MailAction } from '../../lib/db/schema.ts'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { moderationWords } from '../moderation/words.ts'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import type { Tried } from './queries.ts'
import { actionsOf, type Fate, hasNumber, isAlwaysOn, type Rule, type RuleKind } from './rules.ts'

const ruleWords: Record<RuleKind, string> = {
  banned: 'The writer is banned',
  emergency: 'Emergency is switched on',
  'no-from': 'No usable From address',
  'dmarc-fails': 'Forged: the domain of its writer disowns it, or it names several writers',
  'too-large': 'Larger than the list allows',
  spam: 'The spam filter in front says spam',
  header: 'A header field has a pattern',
  writer: 'Something is set for this writer',
  'not-subscribed': 'The writer is not subscribed',
  automatic: 'A program wrote it',
  'first-posts': 'One of the first mails of a new member',
  suspicious: 'The header looks wrong',
  'many-recipients': 'It goes to many addresses',
  implicit: 'The list stands neither in To nor in Cc',
  administrivia: 'It is a command, meant for the list’s machine',
  attachments: 'A file of a type hangs on it',
}

const numberWords: Partial<Record<RuleKind, string>> = {
  spam: 'from this score',
  'first-posts': 'so many first mails',
  'many-recipients': 'more addresses than',
}

const actionWords: Record<MailAction, string> = {
  accept: 'Send on at once',
  hold: 'Hold for a moderator',
  reject: 'Reject, and tell the writer',
  discard: 'Discard in silence',
}

/** What becomes of a mail, and why: the reason stands under the word, so that the column stays narrow. */
function fateWords(fate: Fate): { word: string; why?: string } {
  if (fate.fate === 'post') return { word: 'Posted' }
  if (fate.fate === 'later') return { word: 'Looked at again later' }
  if (fate.fate === 'drop') return { word: 'Dropped', why: fate.reason }
  return { word: { hold: 'Held', reject: 'Rejected', discard: 'Discarded' }[fate.fate], why: moderationWords('en').reasons[fate.reason] }
}

/** What became of it when it came, as it is kept (`held: spam`), in words. */
function wentWords(went: string): { word: string; why?: string } {
  const [word = '', why] = went.split(': ')
  const reasons: Record<string, string> = moderationWords('en').reasons
  return { word: `${word.charAt(0).toUpperCase()}${word.slice(1)}`, ...(why ? { why: reasons[why] ?? why } : {}) }
}

const Became = ({ of: { word, why }, mood }: { of: { word: string; why?: string }; mood?: 'good' | 'wait' }) => (
  <div>
    {mood ? <State mood={mood}>{word}</State> : word}
    {why && <div class="meta">{why}</div>}
  </div>
)

interface Props {
  list: { name: string; title: string; mayOwn: boolean }
  chain: Rule[]
  /** The list has an order of its own. */
  own: boolean
  mayChange: boolean
  /** What would become of recent mail, where somebody asks. */
  tried?: Tried[]
  refused?: Refused
}

/** The rules in their order, each with what it does; and what they would do with recent mail. */
export function RulesPage({ list, chain, own, mayChange, tried, refused }: Props) {
  return (
    <>
      <Heading title="Rules for mail" meta={list.title}>
        <LookAfter list={list} current="settings" />
      </Heading>
      <SettingsTabs list={list} current="rules" />
      <p class="prose soft">
        A mail meets these rules from the top. The first one that applies decides; a mail that meets none is sent on. Mail that has been
        through the list before, and automatic answers, never get as far as here.
      </p>
      {refused && <Note mood="late">{Object.values(refused.fields)[0] ?? refused.message}</Note>}
      {mayChange ? <Editor list={list} chain={chain} /> : <Shown chain={chain} />}
      {mayChange && own && (
        <PostButton action={`/lists/${list.name}/rules`} kind="quiet" fields={{ do: 'reset' }}>
          Back to the rules as Rapport brings them
        </PostButton>
      )}
      {tried && <TriedList list={list} tried={tried} />}
    </>
  )
}

const settingOf = ({ kind, number, types, field, pattern }: Rule): string => {
  if (kind === 'header') return `${field}: ${pattern}`
  if (kind === 'attachments') return types?.join(' ') ?? ''
  return hasNumber(kind) ? `${numberWords[kind]} ${number}` : ''
}

/** A rule in words: when, and what then. */
export const sayRule = (rule: Rule): string => {
  const when = [ruleWords[rule.kind] ?? rule.kind, settingOf(rule)].filter(Boolean).join(', ')
  if (!rule.on) return `${when}: off`
  return rule.kind === 'writer' ? `${when}: as it is set` : `${when}: ${(actionWords[rule.action] ?? rule.action).toLowerCase()}`
}

const Shown = ({ chain }: { chain: Rule[] }) => (
  <Table
    caption="Rules"
    hideCaption
    columns={[{ label: 'When' }, { label: 'Then' }, { label: 'With' }]}
    rows={chain.map((rule) => [
      ruleWords[rule.kind],
      rule.on ? rule.kind === 'writer' ? 'What is set' : actionWords[rule.action] : <State>Off</State>,
      <span class="break">{settingOf(rule)}</span>,
    ])}
  />
)

function Editor({ list, chain }: Pick<Props, 'list' | 'chain'>) {
  return (
    <Form action={`/lists/${list.name}/rules`} label="Rules">
      <Table
        caption="Rules"
        hideCaption
        columns={[{ label: 'Place, and when' }, { label: 'Then' }, { label: 'With' }, { label: 'On' }]}
        rows={chain.map((rule, place) => [
          <div class="placed">
            <input type="hidden" name={`kind${place}`} value={rule.kind} />
            <input
              type="number"
              class="place"
              name={`place${place}`}
              value={String(place + 1)}
              min="1"
              max="99"
              aria-label={`Place of “${ruleWords[rule.kind]}”`}
            />
            <span class="words">{ruleWords[rule.kind]}</span>
          </div>,
          rule.kind === 'writer' ? (
            'What is set for the writer'
          ) : (
            <select name={`action${place}`} aria-label={`What becomes of it: ${ruleWords[rule.kind]}`}>
              {actionsOf(rule.kind).map((action) => (
                <option value={action} selected={action === rule.action}>
                  {actionWords[action]}
                </option>
              ))}
            </select>
          ),
          <RuleSettings rule={rule} place={place} />,
          isAlwaysOn(rule.kind) ? (
            <span class="whole">Always</span>
          ) : (
            <input type="checkbox" name={`on${place}`} value="on" checked={rule.on} aria-label={`On: ${ruleWords[rule.kind]}`} />
          ),
        ])}
      />
      <fieldset class="field">
        <legend>Another pattern</legend>
        <div class="row">
          <input type="text" name="newField" placeholder="Subject" aria-label="Header field of a new pattern" maxlength={76} />
          <input type="text" name="newPattern" placeholder="^\[promo\]" aria-label="New pattern" maxlength={300} />
        </div>
        <span class="hint">A regular expression of RE2, in upper and lower case alike. It is put before the rule for programs.</span>
      </fieldset>
      <div class="row">
        <Button kind="primary" name="do" value="save">
          Save
        </Button>
        <Button name="do" value="try">
          Try on recent mail
        </Button>
      </div>
    </Form>
  )
}

function RuleSettings({ rule, place }: { rule: Rule; place: number }) {
  const label = ruleWords[rule.kind]
  if (rule.kind === 'header')
    return (
      <div class="stack">
        <input type="text" name={`field${place}`} value={rule.field ?? ''} aria-label={`Header field: ${label}`} />
        <input type="text" name={`pattern${place}`} value={rule.pattern ?? ''} aria-label={`Pattern: ${label}`} />
        <span class="hint">Empty the pattern to remove it.</span>
      </div>
    )
  if (rule.kind === 'attachments')
    return <input type="text" name={`types${place}`} value={rule.types?.join(' ') ?? ''} aria-label={`Types: ${label}`} />
  if (!hasNumber(rule.kind)) return null
  return (
    <label class="inline-number">
      {numberWords[rule.kind]}{' '}
      <input type="number" name={`number${place}`} value={Number.isFinite(rule.number) ? String(rule.number) : ''} min="1" max="1000" />
    </label>
  )
}

const TriedList = ({ list, tried }: { list: { name: string }; tried: Tried[] }) => (
  <Section title="What they would do with recent mail" id="tried">
    <p class="soft">With the subscribers, bans and settings of today. Nothing was saved or changed by trying.</p>
    {tried.length === 0 ? (
      <Empty title={`No mail came to ${list.name} yet.`} />
    ) : (
      <Table
        caption="Recent mail"
        hideCaption
        columns={[{ label: 'Mail' }, { label: 'Came' }, { label: 'How it went' }, { label: 'What the rules say' }]}
        rows={tried.map((mail) => [
          <div class="words">
            <span dir="auto">{mail.subject}</span>
            <div class="meta">{mail.from}</div>
          </div>,
          <Time at={mail.receivedAt} style="date" />,
          <Became of={wentWords(mail.went)} />,
          <Became of={fateWords(mail.fate)} mood={mail.fate.fate === 'post' ? 'good' : 'wait'} />,
        ])}
      />
    )}
  </Section>
)
