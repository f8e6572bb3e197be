import type { MailAction } from '../../lib/db/schema.ts'
import { Problem, useField } from '../../lib/ui/field-parts.tsx'
import { Field, Form } from '../../lib/ui/form.tsx'
import { Table } from '../../lib/ui/lists.tsx'
import { Buttons, Empty, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { dropReasons, type Fate } from './fate-rules.ts'
import type { Tried } from './queries.ts'
import { actionsOf, hasNumber, isAlwaysOn, type Rule, type RuleKind } from './rules.ts'

const t = textsOf('list', 'moderationRules')

const ruleWords: Record<RuleKind, string> = t.ruleWords

const numberWords: Partial<Record<RuleKind, string>> = t.numberWords

const actionWords: Record<MailAction, string> = t.actionWords

const reasons: Record<string, string> = textsOf('list', 'moderation').reasons

const saidDrop = (reason: string): string =>
  reason === dropReasons.loop ? t.drops.loop : reason === dropReasons.automatic ? t.drops.automatic : reason

/** What becomes of a mail, and why: the reason stands under the word, so that the column stays narrow. */
function fateWords(fate: Fate): { word: string; why?: string } {
  if (fate.fate === 'post') return { word: t.fates.post }
  if (fate.fate === 'later') return { word: t.checkedAgainLater }
  if (fate.fate === 'drop') return { word: t.fates.drop, why: saidDrop(fate.reason) }
  return { word: t.fates[fate.fate], why: reasons[fate.reason] ?? fate.reason }
}

/** As what became of a mail is kept, by its first word. */
const keptFates: Record<string, keyof typeof t.fates> = {
  posted: 'post',
  held: 'hold',
  rejected: 'reject',
  discarded: 'discard',
  dropped: 'drop',
}

/** What became of it when it came, as it is kept (`held: spam`), in words. */
function wentWords(went: string): { word: string; why?: string } {
  const [word = '', why] = went.split(': ')
  const kept = keptFates[word]
  return {
    word: kept ? t.fates[kept] : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    ...(why ? { why: reasons[why] ?? saidDrop(why) } : {}),
  }
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
}

/** The rules in their order, each with what it does; and what they would do with recent mail. */
export function RulesPage({ list, chain, own, mayChange, tried }: Props) {
  return (
    <>
      <Heading title={t.emailRules} meta={list.title}>
        <LookAfter list={list} current="settings" />
        <SettingsTabs list={list} current="rules" />
      </Heading>
      <p class="prose soft">{t.checkEachMessageAgainstThese}</p>
      {mayChange ? <Editor list={list} chain={chain} /> : <Shown chain={chain} />}
      {mayChange && own && (
        <PostButton action={`/lists/${list.name}/rules`} kind="quiet" fields={{ do: 'reset' }} text={t.restoreDefaultRules} />
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
  if (!rule.on) return t.off({ when })
  return rule.kind === 'writer' ? t.ruleAuthorApplies({ when }) : t.says({ when, action: actionWords[rule.action] ?? rule.action })
}

const Shown = ({ chain }: { chain: Rule[] }) => (
  <Table
    caption={t.rules}
    columns={[{ label: t.when }, { label: t.then }, { label: t.withIt }]}
    rows={chain.map((rule) => [
      ruleWords[rule.kind],
      rule.on ? rule.kind === 'writer' ? t.asSetAuthor : actionWords[rule.action] : <State>{t.off2}</State>,
      <span class="break">{settingOf(rule)}</span>,
    ])}
  />
)

const Editor = ({ list, chain }: Pick<Props, 'list' | 'chain'>) => (
  <Form action={`/lists/${list.name}/rules`} label={t.rules}>
    <Table
      caption={t.rules}
      columns={[{ label: t.positionAndCondition }, { label: t.then }, { label: t.withIt }, { label: t.on }]}
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
            aria-label={t.placeOf({ rule: ruleWords[rule.kind] })}
          />
          <span class="words">{ruleWords[rule.kind]}</span>
        </div>,
        rule.kind === 'writer' ? (
          t.asSetAuthor
        ) : (
          <select name={`action${place}`} aria-label={t.actionFor({ rule: ruleWords[rule.kind] })}>
            {actionsOf(rule.kind).map((action) => (
              <option value={action} selected={action === rule.action}>
                {actionWords[action]}
              </option>
            ))}
          </select>
        ),
        <RuleSettings rule={rule} place={place} />,
        isAlwaysOn(rule.kind) ? (
          <span class="whole">{t.always}</span>
        ) : (
          <input type="checkbox" name={`on${place}`} value="on" checked={rule.on} aria-label={t.on2({ rule: ruleWords[rule.kind] })} />
        ),
      ])}
    />
    <fieldset class="field">
      <legend>{t.anotherPattern}</legend>
      <div class="fields">
        <Field name="newField" label={t.fieldLabel} placeholder="X-Spam-Flag" maxlength={76} quiet />
        <Field name="newPattern" label={t.patternLabel} placeholder="^\[promo\]" maxlength={300} quiet />
      </div>
      <span class="hint">{t.regularExpressionRe2Capital}</span>
    </fieldset>
    <Buttons name="do" values={{ save: t.save, try: t.testOnRecentMessages }} kinds={{ save: 'primary' }} />
  </Form>
)

/** What a rule is told besides; what is wrong with the rule stands there. */
function RuleSettings({ rule, place }: { rule: Rule; place: number }) {
  const label = ruleWords[rule.kind]
  const { id, error, control } = useField({ name: `rule${place}`, label, optional: true })
  const wrong = { 'aria-invalid': control['aria-invalid'], 'aria-describedby': control['aria-describedby'] }
  return (
    <>
      <SettingInputs {...{ rule, place, label, id, wrong }} />
      <Problem id={id} error={error} />
    </>
  )
}

function SettingInputs(props: { rule: Rule; place: number; label: string; id: string; wrong: object }) {
  const { rule, place, label, id, wrong } = props
  if (rule.kind === 'header')
    return (
      <div class="stack">
        <label class="labelled">
          {t.fieldLabel}
          <input type="text" name={`field${place}`} value={rule.field ?? ''} aria-label={t.headerField({ label })} {...wrong} />
        </label>
        <label class="labelled">
          {t.patternLabel}
          <input type="text" id={id} name={`pattern${place}`} value={rule.pattern ?? ''} aria-label={t.pattern({ label })} {...wrong} />
        </label>
        <span class="hint">{t.emptyThePatternToRemoveIt}</span>
      </div>
    )
  if (rule.kind === 'attachments')
    return (
      <label class="labelled">
        {t.typesLabel}
        <input type="text" id={id} name={`types${place}`} value={rule.types?.join(' ') ?? ''} aria-label={t.types({ label })} {...wrong} />
      </label>
    )
  if (!hasNumber(rule.kind)) return null
  const number = Number.isFinite(rule.number) ? String(rule.number) : ''
  return (
    <label class="inline-number">
      {numberWords[rule.kind]} <input type="number" id={id} name={`number${place}`} value={number} min="1" max="1000" {...wrong} />
    </label>
  )
}

const TriedList = ({ list, tried }: { list: { name: string }; tried: Tried[] }) => (
  <Section title={t.testOnRecentMessages2} id="tried">
    <p class="soft">{t.usedSubscribersBlocked}</p>
    <Table
      caption={t.recentMail}
      columns={[{ label: t.mail }, { label: t.came }, { label: t.resultThen }, { label: t.resultNow }]}
      rows={tried.map((mail) => [
        <div class="words">
          <span dir="auto">{mail.subject}</span>
          <div class="meta">{mail.from}</div>
        </div>,
        <Time at={mail.receivedAt} style="date" />,
        <Became of={wentWords(mail.went)} />,
        <Became of={fateWords(mail.fate)} mood={mail.fate.fate === 'post' ? 'good' : 'wait'} />,
      ])}
      none={<Empty title={t.noMessagesToYet({ name: list.name })} />}
    />
  </Section>
)
