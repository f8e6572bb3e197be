import type { Receiving } from '../../lib/db/schema.ts'
import { Check, Choices, Field, Form, Select } from '../../lib/ui/form.tsx'
import { Buttons, Empty, Note, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getMine, listReceivingAddresses, listTopicChoices, listTopics } from './queries.ts'
import { receivings } from './rules.ts'

const t = textsOf('list', 'receiving')

const receivingHints: Record<Receiving, string> = t.receivingHints
const receivingNames: Record<Receiving, string> = textsOf('list', 'commands').receiving

/** The ways of receiving a list, for a form. */
export const receivingOptions = () => receivings.map((value) => ({ value, label: receivingNames[value], hint: receivingHints[value] }))

interface Props {
  mine: Awaited<ReturnType<typeof getMine>>
  addresses: Awaited<ReturnType<typeof listReceivingAddresses>>
  choices: Awaited<ReturnType<typeof listTopicChoices>>
  topics: Awaited<ReturnType<typeof listTopics>>
  now: Date
}

/** How I receive one list. */
export function ReceivingPage({ mine, addresses, choices, topics, now }: Props) {
  const at = `/me/subscriptions/${mine.id}`
  const paused = mine.pausedUntil !== null && mine.pausedUntil > now
  return (
    <Titled
      title={t.emailIGetFrom({ title: mine.title })}
      meta={<a href="/me#lists">{t.mySubscriptions}</a>}
      actions={<PostButton action={`${at}/end`} kind="quiet" text={t.leaveList} />}
    >
      {paused && mine.pausedUntil && (
        <Note>
          <div class="row apart">
            <span>{t.pausedUntil({ time: <Time at={mine.pausedUntil} style="date" /> })}</span>
            <PostButton action={`${at}/unpause`}>{t.restartSubscription}</PostButton>
          </div>
        </Note>
      )}
      <Split aside={<Topics at={at} choices={choices} topics={topics} />}>
        <Form action={at} values={{ receiving: mine.receiving, addressId: String(mine.addressId), pausedUntil: '' }}>
          <Choices name="receiving" label={t.emailIGet} options={receivingOptions()} />
          <Select
            name="addressId"
            label={t.myAddressList}
            hint={t.canWriteAllConfirmed}
            empty={false}
            options={addresses.map(({ id, email }) => ({ value: String(id), label: email }))}
          />
          <Check name="ownPosts" label={t.sendMeMyOwnMessages} hint={t.dailyDigestAlwaysContainsAll} checked={mine.ownPosts} />
          <Check name="whenAddressed" label={t.sendMeCopyEvenWhen} checked={mine.whenAddressed} />
          <Check name="onlyTopics" label={t.onlyTheTopicsThatIFollow} checked={mine.onlyTopics} />
          <Field
            name="pausedUntil"
            type="date"
            label={paused ? t.newEndPause : t.pauseUntil}
            hint={t.getNoEmailBeforeDate}
            optional
            short
          />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
      </Split>
    </Titled>
  )
}

function Topics({ at, choices, topics }: { at: string } & Pick<Props, 'choices' | 'topics'>) {
  const chosen = new Map(choices.map(({ topic, choice }) => [topic, choice]))
  const shown = [
    ...choices.map(({ topic }) => ({ topic, messages: topics.find((one) => one.topic === topic)?.messages ?? 0 })),
    ...topics.filter(({ topic }) => !chosen.has(topic)).slice(0, 15),
  ]
  const press = (topic: string, choice: string, said: string) => (
    <PostButton action={`${at}/topics`} kind="quiet" fields={{ topic, choice }} label={t.pressed({ act: said, topic })} text={said} />
  )
  return (
    <Section title={t.topics}>
      <p class="soft">{t.wordsWithAInTheSubject}</p>
      {shown.length === 0 && <Empty title={t.noTopicsLastYear} />}
      <ul class="links">
        {shown.map(({ topic, messages }) => (
          <li class="row apart">
            <span class="break">
              #{topic} {messages > 0 && <span class="meta">{t.messages({ count: messages })}</span>}{' '}
              {chosen.get(topic) === 'follow' && <State mood="good">{t.followed}</State>}
              {chosen.get(topic) === 'mute' && <State>{t.muted}</State>}
            </span>
            <div class="row">
              {chosen.has(topic) ? (
                press(topic, 'none', chosen.get(topic) === 'mute' ? t.unmute : t.reset)
              ) : (
                <>
                  {press(topic, 'follow', t.follow)}
                  {press(topic, 'mute', t.mute)}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Form action={`${at}/topics`} id="topic" label={t.anotherTopic}>
        <Field name="topic" label={t.anotherTopic} maxlength={41} short />
        <Buttons name="choice" values={{ follow: t.follow, mute: t.mute }} kinds={{ mute: 'quiet' }} />
      </Form>
    </Section>
  )
}
