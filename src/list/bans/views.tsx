import { Check, Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import type { listBans, listSenders } from './queries.ts'
import { holdsOn } from './rules.ts'

const kinds = [
  { value: 'address', label: 'This address' },
  { value: 'domain', label: 'This domain and all below it' },
  { value: 'pattern', label: 'Addresses with this pattern' },
]
const kindWords = { address: 'Address', domain: 'Domain', pattern: 'Pattern' }
const actionWords = { accept: 'Goes to the list', hold: 'Waits', reject: 'Rejected', discard: 'Discarded' }

interface Props {
  list: { name: string; title: string; mayOwn: boolean }
  bans: Awaited<ReturnType<typeof listBans>>
  everywhere: Awaited<ReturnType<typeof listBans>>
  senders: Awaited<ReturnType<typeof listSenders>>
  today: string
  mayBanEverywhere: boolean
  refused?: Refused
  refusedSender?: Refused
}

/** Whom a list does not want, and whose mail goes its own way though they are not subscribed. */
export function BansPage({ list, bans, everywhere, senders, today, mayBanEverywhere, refused, refusedSender }: Props) {
  const at = `/lists/${list.name}/bans`
  return (
    <>
      <Heading title="Bans and friends" meta={list.title}>
        <LookAfter list={list} current="settings" />
      </Heading>
      <SettingsTabs list={list} current="bans" />
      <Section title="Bans">
        <p class="prose soft">
          Who is banned cannot join; the page and the answer by mail look as ever. What becomes of their mail, the{' '}
          <a href={`/lists/${list.name}/rules`}>rules</a> say. Subscribers stay until somebody removes them.
        </p>
        {bans.length + everywhere.length === 0 ? (
          <Empty title="Nobody is banned." />
        ) : (
          <Table
            caption="Bans"
            hideCaption
            columns={[{ label: 'Whom' }, { label: 'Reason' }, { label: 'Until' }, { label: 'By' }, { label: 'Act' }]}
            rows={[...bans, ...everywhere].map((ban) => [
              <>
                <span class="break">{ban.value}</span>
                <div class="meta">
                  {kindWords[ban.kind]}
                  {ban.listId === null && ', on the whole site'}
                </div>
              </>,
              ban.reason,
              ban.until === null ? (
                'for ever'
              ) : holdsOn(ban, today) ? (
                <Day on={ban.until} />
              ) : (
                <State>
                  <Day on={ban.until} />, over
                </State>
              ),
              <>
                {ban.by ?? ''} <Time at={ban.createdAt} style="date" />
              </>,
              ban.listId === null && !mayBanEverywhere ? (
                ''
              ) : (
                <PostButton action={`${at}/${ban.id}/lift`} kind="quiet" label={`Lift the ban of ${ban.value}`}>
                  Lift
                </PostButton>
              ),
            ])}
          />
        )}
        <Form action={at} refused={refused} label="Ban somebody">
          <Select name="kind" label="Whom" options={kinds} value="address" empty={false} />
          <Field name="value" label="Address, domain or pattern" maxlength={300} />
          <Field name="reason" label="Reason" hint="For those who look after the list." maxlength={500} optional />
          <Field name="until" type="date" label="Until" hint="The last day. Empty: for ever." optional short />
          {mayBanEverywhere && <Check name="everywhere" label="On the whole site" />}
          <div class="row">
            <Button kind="primary">Ban</Button>
          </div>
        </Form>
      </Section>
      <Section title="Writers who are not subscribed">
        {senders.length === 0 ? (
          <Empty title="Nothing is set for anybody." />
        ) : (
          <Table
            caption="Writers"
            hideCaption
            columns={[{ label: 'Whom' }, { label: 'Their mail' }, { label: 'By' }, { label: 'Act' }]}
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
                label={`Forget ${sender.value}`}
              >
                Forget
              </PostButton>,
            ])}
          />
        )}
        <Form action={`/lists/${list.name}/writers`} refused={refusedSender} id="writer" label="Set something for a writer">
          <Select name="kind" label="Whom" options={kinds} value="address" empty={false} />
          <Field name="value" label="Address, domain or pattern" maxlength={300} />
          <Select
            name="action"
            label="Their mail"
            empty={false}
            options={Object.entries(actionWords).map(([value, label]) => ({ value, label }))}
          />
          <div class="row">
            <Button>Set</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}
