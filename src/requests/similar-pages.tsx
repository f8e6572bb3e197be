import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { act } from '../lib/ui/acts.ts'
import { Check, Field, optionsById, Select, TextArea } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import { type Refused, tick, whole } from '../lib/ui/forms.ts'
import { Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State, Submit } from '../lib/ui/parts.tsx'
import { refusals } from '../lib/ui/refusals.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { Time } from '../lib/ui/time.tsx'
import { done, type Env, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { ensureArea, saveTopic } from './actions.ts'
import { countByTopic, getCollatedGroup, getRequestGroup, listRequestChoices, type RequestGroup } from './core/queries.ts'
import { askedGroup, inGroup } from './group-choice.tsx'
import { addSynonyms, changeSynonyms } from './similar-actions.ts'
import { listSynonymHistory, listSynonyms } from './similar-queries.ts'
import { readWords } from './similar-rules.ts'
import { RequestTabs } from './views.tsx'

const t = textsOf('requests', 'similar')

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
  const owners = optionsById(choices.members)
  return (
    <>
      <Heading title={t.topics} lead={t.topicsGroupRelatedRequests}>
        <RequestTabs group={group} current="/topics" />
      </Heading>
      <Things label={t.topics} of={choices.topics} none={<Empty title={t.noTopicsYet} />}>
        {(topic) => (
          <Thing
            title={topic.name}
            href={inGroup(group, `/requests?topic=${topic.id}`)}
            meta={
              <>
                {t.request({ counts: counts.get(topic.id) ?? 0 })}
                {topic.owner && ` · ${t.managedBy({ name: topic.owner })}`}
                {topic.description && ` · ${topic.description}`}
              </>
            }
            act={
              group.mayCollate ? (
                <Button href={`/topics?edit=${topic.id}`} label={t.editTopic({ name: topic.name })} text={t.change} />
              ) : topic.closedAt ? (
                <State>{t.closed}</State>
              ) : undefined
            }
          />
        )}
      </Things>
      {group.mayCollate && (
        <div class="columns">
          <Section title={edited ? t.change2({ name: edited.name }) : t.newTopic}>
            <Form action={inGroup(group, '/topics')} refused={refused}>
              {edited && <input type="hidden" name="topicId" value={edited.id} />}
              <Field name="name" label={t.name} value={edited?.name} maxlength={100} />
              <TextArea name="description" label={t.description} rows={2} value={edited?.description} optional />
              <Select
                name="ownerId"
                label={t.managedBy2}
                options={owners}
                value={edited?.ownerId ? String(edited.ownerId) : undefined}
                empty={t.nobody}
                optional
              />
              {edited && <Check name="closed" label={t.closeTopicNewRequests} checked={edited.closedAt !== null} />}
              <Submit kind="primary">{t.save({ hasTopic: Boolean(edited) })}</Submit>
            </Form>
          </Section>
          <Section title={t.productAreas} aside={choices.areas.length > 0 ? choices.areas.map(({ name }) => name).join(', ') : undefined}>
            <Form action={inGroup(group, '/topics/areas')} id="area" refused={refused?.form === 'area' ? refused : undefined}>
              <Field name="name" label={t.newProductArea} hint={t.exampleReportsIntegrations} maxlength={80} />
              <Submit>{t.addArea}</Submit>
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
      <Heading title={t.synonyms} lead={t.wordsMeanSameGroupAny}>
        <RequestTabs group={group} current="/synonyms" />
      </Heading>
      <Things label={t.synonyms} of={sets} none={<Empty title={t.noneYet}>{t.exampleRolloverJahreswechsel}</Empty>}>
        {(set) => (
          <Thing
            title={set.words.join(' · ')}
            meta={
              <>
                {set.changer ?? t.theProgram}, <Time at={set.changedAt} style="date" />
                {set.version > 1 && `, ${t.version({ n: set.version })}`}
              </>
            }
            act={
              <PostButton
                kind="quiet"
                action={inGroup(group, `/synonyms/${set.id}`)}
                fields={{ words: '' }}
                label={t.remove({ words: set.words.join(', ') })}
                text={t.remove2}
              />
            }
          >
            <details>
              <summary>{t.changeWords}</summary>
              <Form action={inGroup(group, `/synonyms/${set.id}`)} id={`s${set.id}`}>
                <TextArea name="words" label={t.oneALine} rows={3} value={set.words.join('\n')} />
                <Submit>{t.saveWords}</Submit>
              </Form>
            </details>
          </Thing>
        )}
      </Things>
      <Section title={t.addSome}>
        <Form action={inGroup(group, '/synonyms')} id="new" refused={refused}>
          <TextArea name="words" label={t.wordsSameMeaningOnePer} rows={4} />
          <Submit kind="primary">{t.addWords}</Submit>
        </Form>
      </Section>
      {history.length > 0 && (
        <Section title={t.history}>
          <Table
            caption={t.historyWordsSameMeaning}
            columns={[{ label: t.when }, { label: t.who }, { label: t.what }, { label: t.words }]}
            rows={history.map((one) => [
              <Time at={one.changedAt} style="short" />,
              one.changer ?? t.theProgram,
              one.removed ? t.changes.removed : one.number === 1 ? t.changes.added : t.changes.changed,
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
  const group = await getRequestGroup(db, actor, askedGroup(c))
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const [choices, counts] = await Promise.all([listRequestChoices(db, group.id), countByTopic(db, actor, group.id)])
  return c.var.page({
    title: t.topics,
    children: (
      <TopicsPage {...{ group, choices, counts, refused }} editing={Number(c.req.query('edit') ?? refused?.typed.topicId) || undefined} />
    ),
  })
}

async function showSynonyms(c: C, refused?: Refused) {
  const { db, actor } = c.var
  const group = await getCollatedGroup(db, actor, askedGroup(c))
  const [sets, history] = await Promise.all([listSynonyms(db, group.id), listSynonymHistory(db, group.id)])
  return c.var.page({ title: t.synonyms, children: <SynonymsPage {...{ group, sets, history, refused }} /> })
}

export const likenessPages = pages()
  .get('/topics', (c) => showTopics(c))
  .post('/topics', act('work', 'saveTopic', 'Open or change a topic', TopicForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    return refusable(c, (refused) => showTopics(c, refused)).take(TopicForm, async ({ topicId, ...facts }) => {
      await write((tx) => saveTopic(tx, actor, group.id, topicId, facts))
      return done(c, inGroup(group, '/topics'), t.saved)
    })
  })
  .post('/topics/areas', act('work', 'addProductArea', 'Add a product area', AreaForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    return refusable(c, (refused) => showTopics(c, refused), 'area').take(AreaForm, async ({ name }) => {
      await write((tx) => ensureArea(tx, actor, group.id, name))
      return done(c, inGroup(group, '/topics'), t.areaAdded)
    })
  })
  .get('/synonyms', (c) => showSynonyms(c))
  .post('/synonyms', act('work', 'addSynonym', 'Add words that mean the same', WordsForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    return refusable(c, (refused) => showSynonyms(c, refused)).take(WordsForm, async ({ words }) => {
      await write((tx) => addSynonyms(tx, actor, group.id, readWords(words)))
      return done(c, inGroup(group, '/synonyms'), t.added)
    })
  })
  .post('/synonyms/:synonym', act('work', 'editSynonym', 'Change or remove words that mean the same', ChangedWordsForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    return refusable(c, (refused) => showSynonyms(c, refused)).take(ChangedWordsForm, async ({ words }) => {
      await write((tx) => changeSynonyms(tx, actor, group.id, idOf(c, 'synonym'), readWords(words)))
      return done(c, inGroup(group, '/synonyms'), t.wordsSaved)
    })
  })
