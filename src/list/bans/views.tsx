import { Check, Field, Form, optionsOf, Select } from '../../lib/ui/form.tsx'
import { Table } from '../../lib/ui/lists.tsx'
import { Empty, Heading, PostButton, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import type { listBans, listSenders } from './queries.ts'
import { holdsOn } from './rules.ts'

const t = textsOf('list', 'bans')

const kindOptions = () => optionsOf(t.kindOptions)
const kindWords = t.kindWords
const actionWords = t.actionWords

interface Props {
  list: { name: string; title: string; mayOwn: boolean }
  bans: Awaited<ReturnType<typeof listBans>>
  everywhere: Awaited<ReturnType<typeof listBans>>
  senders: Awaited<ReturnType<typeof listSenders>>
  today: string
  mayBanEverywhere: boolean
}

/** Whom a list does not want, and whose mail goes its own way though they are not subscribed. */
export function BansPage({ list, bans, everywhere, senders, today, mayBanEverywhere }: Props) {
  const at = `/lists/${list.name}/bans`
  return (
    <>
      <Heading title={t.blockedSenders} meta={list.title}>
        <LookAfter list={list} current="settings" />
        <SettingsTabs list={list} current="bans" />
      </Heading>
      <Section title={t.bans}>
        <p class="prose soft">{t.blockedSendersCannotJoinList({ link: (words) => <a href={`/lists/${list.name}/rules`}>{words}</a> })}</p>
        <Table
          caption={t.bans}
          columns={[{ label: t.whom }, { label: t.reason }, { label: t.until }, { label: t.by }, { label: t.act }]}
          rows={[...bans, ...everywhere].map((ban) => [
            <>
              <span class="break">{ban.value}</span>
              <div class="meta">{ban.listId === null ? t.kindEverywhere({ kind: kindWords[ban.kind] }) : kindWords[ban.kind]}</div>
            </>,
            ban.reason,
            ban.until === null ? (
              t.noEnd
            ) : holdsOn(ban, today) ? (
              <Day on={ban.until} />
            ) : (
              <State>{t.over({ day: <Day on={ban.until} /> })}</State>
            ),
            <>
              {ban.by ?? ''} <Time at={ban.createdAt} style="date" />
            </>,
            ban.listId === null && !mayBanEverywhere ? (
              ''
            ) : (
              <PostButton action={`${at}/${ban.id}/lift`} kind="quiet" label={t.unblockSender({ value: ban.value })} text={t.lift} />
            ),
          ])}
          none={<Empty title={t.noBlockedSenders} />}
        />
        <Form action={at} label={t.banSomebody}>
          <Select name="kind" label={t.whom} options={kindOptions()} value="address" empty={false} />
          <Field name="value" label={t.addressDomainOrPattern} hint={t.addressHint} maxlength={300} />
          <Field name="reason" label={t.reason} hint={t.onlyModeratorsCanRead} maxlength={500} optional />
          <Field name="until" type="date" label={t.until} hint={t.lastDayBlockLeaveEmpty} optional short />
          {mayBanEverywhere && <Check name="everywhere" label={t.onTheWholeSite} />}
          <Submit kind="primary">{t.ban}</Submit>
        </Form>
      </Section>
      <Section title={t.sendersWhoNotSubscribers}>
        <p class="soft">{t.sendersLead}</p>
        <Table
          caption={t.writers}
          columns={[{ label: t.whom }, { label: t.theirMail }, { label: t.by }, { label: t.act }]}
          rows={senders.map((sender) => [
            <>
              <span class="break">{sender.value}</span>
              <div class="meta">{kindWords[sender.kind]}</div>
            </>,
            actionWords[sender.action],
            <>
              {sender.by ?? ''} <Time at={sender.createdAt} style="date" />
            </>,
            <PostButton
              action={`/lists/${list.name}/writers`}
              kind="quiet"
              fields={{ kind: sender.kind, value: sender.value, action: 'forget' }}
              label={t.forget({ value: sender.value })}
              text={t.forget2}
            />,
          ])}
          none={<Empty title={t.noRulesSingleSendersYet} />}
        />
        <Form action={`/lists/${list.name}/writers`} id="writer" label={t.ruleForASender}>
          <Select name="kind" label={t.whom} options={kindOptions()} value="address" empty={false} />
          <Field name="value" label={t.addressDomainOrPattern} hint={t.addressHint} maxlength={300} />
          <Select name="action" label={t.theirMail} empty={false} options={optionsOf(actionWords)} />
          <Submit>{t.set}</Submit>
        </Form>
      </Section>
    </>
  )
}
