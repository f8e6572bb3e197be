import type { Receiving } from '../../lib/db/schema.ts'
import { Check, Choices, Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Empty, Heading, Note, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { commandWords } from '../commands/words.ts'
import type { getMine, listReceivingAddresses, listTopicChoices, listTopics } from './queries.ts'
import { receivings } from './rules.ts'

export const receivingHints: Record<Receiving, string> = {
  each: 'As it is written.',
  mime_digest: 'Once a day, or sooner when much is written. Each mail can be opened and answered in most mail programs.',
  plain_digest: 'Once a day, or sooner when much is written: one text to read.',
  weekly: 'On Mondays: what was talked about, with links.',
  none: 'You read on the web, and may write all the same.',
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The ways of receiving a list, for a form. */
export const receivingOptions = receivings.map((value) => ({
  value,
  label: sentence(commandWords('en').receiving[value]),
  hint: receivingHints[value],
}))

interface Props {
  mine: Awaited<ReturnType<typeof getMine>>
  addresses: Awaited<ReturnType<typeof listReceivingAddresses>>
  choices: Awaited<ReturnType<typeof listTopicChoices>>
  topics: Awaited<ReturnType<typeof listTopics>>
  now: Date
  refused?: Refused
}

/** How I receive one list. */
export function ReceivingPage({ mine, addresses, choices, topics, now, refused }: Props) {
  const at = `/me/subscriptions/${mine.id}`
  const paused = mine.pausedUntil !== null && mine.pausedUntil > now
  return (
    <>
      <Heading
        title={`How I receive ${mine.title}`}
        meta={<a href="/me/subscriptions">My subscriptions</a>}
        actions={
          <PostButton action={`${at}/end`} kind="quiet">
            Leave the list
          </PostButton>
        }
      />
      {paused && mine.pausedUntil && (
        <Note>
          <div class="row apart">
            <span>
              Paused until <Time at={mine.pausedUntil} style="date" />.
            </span>
            <PostButton action={`${at}/unpause`}>Take it up again now</PostButton>
          </div>
        </Note>
      )}
      <Split aside={<Topics at={at} choices={choices} topics={topics} />}>
        <Form action={at} refused={refused} values={{ receiving: mine.receiving, addressId: String(mine.addressId), pausedUntil: '' }}>
          <Choices name="receiving" label="What comes to me" options={receivingOptions} />
          <Select
            name="addressId"
            label="At which address"
            hint="You may write from any of your confirmed addresses."
            empty={false}
            options={addresses.map(({ id, email }) => ({ value: String(id), label: email }))}
          />
          <Check
            name="ownPosts"
            label="Also what I write myself"
            hint="Of each mail. A digest is always complete."
            checked={mine.ownPosts}
          />
          <Check name="whenAddressed" label="Also where I stand in To or Cc, and have a copy already" checked={mine.whenAddressed} />
          <Check name="onlyTopics" label="Only the topics that I follow" checked={mine.onlyTopics} />
          <Field
            name="pausedUntil"
            type="date"
            label={paused ? 'Pause until another day' : 'Pause until'}
            hint="Nothing comes before this day. What is written meanwhile stands in the archive."
            optional
            short
          />
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
      </Split>
    </>
  )
}

function Topics({ at, choices, topics }: { at: string } & Pick<Props, 'choices' | 'topics'>) {
  const chosen = new Map(choices.map(({ topic, choice }) => [topic, choice]))
  const shown = [
    ...choices.map(({ topic }) => ({ topic, messages: topics.find((one) => one.topic === topic)?.messages ?? 0 })),
    ...topics.filter(({ topic }) => !chosen.has(topic)).slice(0, 15),
  ]
  const press = (topic: string, choice: string, said: string) => (
    <PostButton action={`${at}/topics`} kind="quiet" fields={{ topic, choice }} label={`${said} #${topic}`}>
      {said}
    </PostButton>
  )
  return (
    <Section title="Topics">
      <p class="soft">Words with a # in the subject of a mail, for instance #rollover.</p>
      {shown.length === 0 && <Empty title="Nobody has used one in the last year." />}
      <ul class="links">
        {shown.map(({ topic, messages }) => (
          <li class="row apart">
            <span class="break">
              #{topic} {messages > 0 && <span class="meta">{messages}</span>}{' '}
              {chosen.get(topic) === 'follow' && <State mood="good">Followed</State>}
              {chosen.get(topic) === 'mute' && <State>Muted</State>}
            </span>
            <span class="row">
              {chosen.has(topic) ? (
                press(topic, 'none', 'Undo')
              ) : (
                <>
                  {press(topic, 'follow', 'Follow')}
                  {press(topic, 'mute', 'Mute')}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Form action={`${at}/topics`} id="topic" label="Another topic">
        <Field name="topic" label="Another topic" placeholder="#lti" maxlength={41} short />
        <div class="row">
          <Button name="choice" value="follow">
            Follow
          </Button>
          <Button name="choice" value="mute" kind="quiet">
            Mute
          </Button>
        </div>
      </Form>
    </Section>
  )
}
