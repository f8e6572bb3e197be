import { domainOf } from '../../lib/mail/proof-rules.ts'
import { Field, Form } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Confirm, Empty, Facts, Heading, Note, PostButton, Section, Split, State, Submit } from '../../lib/ui/parts.tsx'
import { TabRows, TabsAndSeldom } from '../../lib/ui/tab-rows.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { moderationTabs, settingsTabs } from '../../list/rules.ts'
import type { findFollow, listNotices, listSenders } from './queries.ts'

const t = textsOf('imports', 'follow')

interface List {
  name: string
  mayOwn: boolean
  title: string
}

type Senders = Awaited<ReturnType<typeof listSenders>>

/** From where mail of the list goes into the archive by itself, and what else came. */
function Origins({ at, held, host, senders, came }: { at: string; held: string; host: string; senders: Senders; came: boolean }) {
  const [accepted, others] = [senders.filter(({ acceptedAt }) => acceptedAt), senders.filter(({ acceptedAt }) => !acceptedAt)]
  const domain = (sender: Senders[number], deed: string, label: string, words: string) => (
    <Thing
      title={sender.domain}
      meta={t.lastEmail({ time: () => <Time at={sender.lastAt} relative /> })}
      act={
        <PostButton action={`${at}/${deed}`} fields={{ domain: sender.domain }} label={label}>
          {words}
        </PostButton>
      }
    />
  )
  return (
    <Section title={t.whereEmailComesFrom} id="senders">
      {accepted.length > 0 ? (
        <p class="soft">{t.acceptedOnly({ link: (words) => <a href={held}>{words}</a> })}</p>
      ) : came ? (
        <Note mood="late">{t.nothingProves({ host })}</Note>
      ) : (
        <p class="soft">{t.noneProvenYet}</p>
      )}
      <Things label={t.whereEmailComesFrom} of={accepted}>
        {(sender) => domain(sender, 'refuse', t.removeThis({ domain: sender.domain }), t.removeDomain)}
      </Things>
      <Listing title={t.otherDomains} within of={others} none={null}>
        {(sender) => domain(sender, 'accept', t.acceptThis({ domain: sender.domain }), t.acceptDomain)}
      </Listing>
      {others.length > 0 && <p class="soft">{t.otherDomainsMean}</p>}
    </Section>
  )
}

/** How a list that is still hosted elsewhere is followed, and the move itself. */
export function FollowPage(props: {
  list: List
  follow?: NonNullable<Awaited<ReturnType<typeof findFollow>>>
  /** Ours, on the list elsewhere. */
  address: string
  notices: Awaited<ReturnType<typeof listNotices>>
  senders: Senders
}) {
  const { list, follow, address, notices, senders } = props
  const at = (part: string) => `/lists/${list.name}/follow${part}`
  if (!follow)
    return (
      <>
        <Heading title={t.followListAnotherServer} meta={list.title} lead={t.whileAnotherServerHostsList}>
          <TabRows rows={moderationTabs(list, 'settings')} />
        </Heading>
        <TabsAndSeldom {...settingsTabs(list, 'follow')} />
        <Form action={at('')}>
          <Field name="address" type="email" label={t.listAddressOtherServer} hint={t.exampleMyListListsElsewhere} />
          <Submit kind="primary">{t.followIt}</Submit>
        </Form>
      </>
    )
  return (
    <>
      <Heading
        title={follow.movedAt ? t.listMovedHere : t.followedElsewhere}
        meta={list.title}
        actions={!follow.movedAt && <Button kind="primary" href={at('/move')} text={t.moveListHere} />}
      >
        <TabRows rows={moderationTabs(list, 'settings')} />
      </Heading>
      <TabsAndSeldom {...settingsTabs(list, 'follow')} />
      <Split
        aside={
          <Facts
            items={[
              { term: t.elsewhere, value: <span class="break">{follow.address}</span> },
              { term: t.ourAddressThere, value: <span class="break">{address}</span> },
              { term: t.since, value: <Time at={follow.begunAt} style="date" /> },
              { term: t.archived, value: formatNumber(languageNow(), follow.archived) },
              follow.lastAt !== null && { term: t.last, value: <Time at={follow.lastAt} relative /> },
              follow.movedAt !== null && { term: t.moved, value: <Time at={follow.movedAt} /> },
            ]}
          />
        }
      >
        {follow.movedAt ? (
          <Note mood="good">{t.siteNowSendsEmailList}</Note>
        ) : (
          follow.archived === 0 && (
            <Note>
              {t.subscribeTheAddressBesideToThe} <PostButton action={at('/ask')}>{t.askToJoinByMail}</PostButton>
            </Note>
          )
        )}
        <Listing title={t.emailOtherServer} none={<Empty title={t.noEmailYet}>{t.questionsNoticesOtherServer}</Empty>}>
          {notices.map((notice) => (
            <Thing
              title={notice.subject || t.noSubject}
              meta={
                <>
                  <span class="break">{notice.fromEmail}</span>, <Time at={notice.cameAt} />
                </>
              }
              act={
                notice.answeredAt ? (
                  <State mood="good">{t.answered2}</State>
                ) : (
                  <PostButton action={at(`/notices/${notice.id}/answer`)} label={t.answerYes({ subject: notice.subject || t.noSubject })}>
                    {t.answerYes2}
                  </PostButton>
                )
              }
            >
              {notice.proven === false && (
                <div class="meta">
                  <State mood="late">{t.notFromThere}</State>
                </div>
              )}
              <MailText text={notice.text} />
            </Thing>
          ))}
        </Listing>
        <Origins
          at={at('/senders')}
          held={`/lists/${list.name}/held`}
          host={domainOf(follow.address)}
          senders={senders}
          came={follow.archived > 0 || senders.length > 0}
        />
        {!follow.movedAt && (
          <Section title={t.orNot}>
            <p class="soft">{t.archiveStaysOurAddressLeaves}</p>
            <PostButton action={at('/give-up')} kind="quiet" text={t.stopFollowingList} />
          </Section>
        )}
      </Split>
    </>
  )
}

/** Before the switch: what it does. */
export const MovePage = ({ list, from, subscribers }: { list: List; from: string; subscribers: number }) => (
  <Confirm
    title={t.moveHere2({ title: list.title })}
    action={`/lists/${list.name}/follow/move`}
    yes={t.moveListHere2}
    backHref={`/lists/${list.name}/follow`}
  >
    <p>{t.siteWillSendEmailList({ subscribers, from })}</p>
    <p>{t.closeTheListThereFirstSo}</p>
    {subscribers === 0 && <p>{t.listHasNoSubscribersYet}</p>}
  </Confirm>
)
