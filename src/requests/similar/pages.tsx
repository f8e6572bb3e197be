import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { act } from '../../lib/ui/acts.ts'
import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { type Refused, readForm, tick, whole } from '../../lib/ui/forms.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { line, lines } from '../../lib/ui/texts.ts'
import { Time } from '../../lib/ui/time.tsx'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { ensureArea, saveTopic } from '../actions.ts'
import { plural } from '../parts.tsx'
import { countByTopic, getCollatedGroup, getRequestGroup, listRequestChoices, type RequestGroup } from '../queries.ts'
import { RequestTabs } from '../views.tsx'
import { addSynonyms, changeSynonyms } from './actions.ts'
import { listSynonymHistory, listSynonyms } from './queries.ts'
import { readWords } from './rules.ts'

const AreaForm = z.object({ name: line(80) })
const WordsForm = z.object({ words: lines(2_000) })
const ChangedWordsForm = z.object({ words: lines(2_000).default('') })

type C = Context<Env>
type Choices = Awaited<ReturnType<typeof listRequestChoices>>

const TopicForm = z.object({
  name: line(100),
  description: lines(2_000).default(''),
  ownerId: whole().optional(),
  closed: tick(),
  topicId: whole().optional(),
})

function TopicsPage(props: { group: RequestGroup; choices: Choices; counts: Map<number, number>; refused?: Refused; editing?: number }) {
  const { group, choices, counts, refused, editing } = props
  const edited = choices.topics.find(({ id }) => id === editing)
  const owners = choices.members.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <Heading title="Topics" lead="What belongs together, and who looks after it.">
        <RequestTabs group={group} current="/topics" />
      </Heading>
      {choices.topics.length === 0 && <Empty title="No topics yet." />}
      <Things label="Topics">
        {choices.topics.map((topic) => (
          <Thing
            title={topic.name}
            href={`/requests?topic=${topic.id}`}
            meta={
              <>
                {plural(counts.get(topic.id) ?? 0, 'request', 'requests')}
                {topic.owner && ` · ${topic.owner} looks after it`}
                {topic.description && ` · ${topic.description}`}
              </>
            }
            act={
              group.mayCollate ? (
                <Button href={`/topics?edit=${topic.id}`} label={`Change the topic ${topic.name}`}>
                  Change
                </Button>
              ) : topic.closedAt ? (
                <State>Closed</State>
              ) : undefined
            }
          />
        ))}
      </Things>
      {group.mayCollate && (
        <div class="columns">
          <Section title={edited ? `Change “${edited.name}”` : 'A new topic'}>
            <Form action="/topics" refused={refused}>
              {edited && <input type="hidden" name="topicId" value={edited.id} />}
              <Field name="name" label="Name" value={edited?.name} maxlength={100} />
              <TextArea name="description" label="What belongs to it" rows={2} value={edited?.description} optional />
              <Select
                name="ownerId"
                label="Who looks after it"
                options={owners}
                value={edited?.ownerId ? String(edited.ownerId) : undefined}
                empty="Nobody"
                optional
              />
              {edited && <Check name="closed" label="Closed: nothing new belongs to it" checked={edited.closedAt !== null} />}
              <div class="row">
                <Button kind="primary">Save</Button>
              </div>
            </Form>
          </Section>
          <Section title="Product areas" aside={choices.areas.length > 0 ? choices.areas.map(({ name }) => name).join(', ') : undefined}>
            <Form action="/topics/areas" id="area">
              <Field name="name" label="A new product area" hint="For instance Library review, LTI, Copyright" maxlength={80} />
              <div class="row">
                <Button>Add</Button>
              </div>
            </Form>
          </Section>
        </div>
      )}
    </>
  )
}

function SynonymsPage(props: {
  group: RequestGroup
  sets: Awaited<ReturnType<typeof listSynonyms>>
  history: Awaited<ReturnType<typeof listSynonymHistory>>
  refused?: Refused
}) {
  const { group, sets, history, refused } = props
  return (
    <>
      <Heading title="Synonyms" lead="Words and phrases that mean the same here, in any language: they help to find what is alike.">
        <RequestTabs group={group} current="/synonyms" />
      </Heading>
      {sets.length === 0 && <Empty title="None yet.">For instance: reading list, Literaturliste, liste de lecture, resource list.</Empty>}
      <Things label="Synonyms">
        {sets.map((set) => (
          <Thing
            title={set.words.join(' · ')}
            meta={
              <>
                {set.changer ?? 'The program'}, <Time at={set.changedAt} style="date" />
                {set.version > 1 && `, version ${set.version}`}
              </>
            }
            act={
              <PostButton kind="quiet" action={`/synonyms/${set.id}`} fields={{ words: '' }} label={`Remove ${set.words.join(', ')}`}>
                Remove
              </PostButton>
            }
          >
            <details>
              <summary>Change</summary>
              <Form action={`/synonyms/${set.id}`} id={`s${set.id}`}>
                <TextArea name="words" label="One a line" rows={3} value={set.words.join('\n')} />
                <div class="row">
                  <Button>Save</Button>
                </div>
              </Form>
            </details>
          </Thing>
        ))}
      </Things>
      <Section title="Add some">
        <Form action="/synonyms" id="new" refused={refused}>
          <TextArea name="words" label="Words or phrases that mean the same, one a line" rows={4} />
          <div class="row">
            <Button kind="primary">Add</Button>
          </div>
        </Form>
      </Section>
      {history.length > 0 && (
        <Section title="History">
          <Table
            caption="History of the synonyms"
            hideCaption
            columns={[{ label: 'When' }, { label: 'Who' }, { label: 'What' }, { label: 'Words' }]}
            rows={history.map((one) => [
              <Time at={one.changedAt} style="short" />,
              one.changer ?? 'The program',
              one.removed ? 'Removed' : one.number === 1 ? 'Added' : 'Changed',
              one.words.join(' · '),
            ])}
          />
        </Section>
      )}
    </>
  )
}

async function showTopics(c: C, refused?: Refused) {
  const { db, actor } = c.var
  if (actor.personId === null) throw new NotFound('There is no such page.')
  const group = await getRequestGroup(db, actor)
  const [choices, counts] = await Promise.all([listRequestChoices(db, group.id), countByTopic(db, actor, group.id)])
  return c.var.page({
    title: 'Topics',
    status: refused ? 422 : 200,
    children: <TopicsPage {...{ group, choices, counts, refused }} editing={Number(c.req.query('edit')) || undefined} />,
  })
}

async function showSynonyms(c: C, refused?: Refused) {
  const { db, actor } = c.var
  const group = await getCollatedGroup(db, actor)
  const [sets, history] = await Promise.all([listSynonyms(db, group.id), listSynonymHistory(db, group.id)])
  return c.var.page({ title: 'Synonyms', status: refused ? 422 : 200, children: <SynonymsPage {...{ group, sets, history, refused }} /> })
}

export const likenessPages = pages()
  .get('/topics', (c) => showTopics(c))
  .post('/topics', act('work', 'Open or change a topic', TopicForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor)
    return refusable(c, (refused) => showTopics(c, refused)).take(TopicForm, async ({ topicId, ...facts }) => {
      await write((tx) => saveTopic(tx, actor, group.id, topicId, facts))
      return done(c, '/topics', 'Saved.')
    })
  })
  .post('/topics/areas', act('work', 'Add a product area', AreaForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor)
    const { name } = readForm(AreaForm, await bodyOf(c))
    await write((tx) => ensureArea(tx, actor, group.id, name))
    return done(c, '/topics', 'Added.')
  })
  .get('/synonyms', (c) => showSynonyms(c))
  .post('/synonyms', act('work', 'Add words that mean the same', WordsForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor)
    return refusable(c, (refused) => showSynonyms(c, refused)).take(WordsForm, async ({ words }) => {
      await write((tx) => addSynonyms(tx, actor, group.id, readWords(words)))
      return done(c, '/synonyms', 'Added.')
    })
  })
  .post('/synonyms/:synonym', act('work', 'Change or remove words that mean the same', ChangedWordsForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor)
    return refusable(c, (refused) => showSynonyms(c, refused)).take(ChangedWordsForm, async ({ words }) => {
      await write((tx) => changeSynonyms(tx, actor, group.id, idOf(c, 'synonym'), readWords(words)))
      return done(c, '/synonyms', 'Saved.')
    })
  })
