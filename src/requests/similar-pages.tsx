import * as z from 'zod'
import { NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { Check, Field, optionsById, Select, TextArea } from '../lib/ui/form.tsx'
import { ifSent, line, lines, orEmpty, orNone, readForm, tick, whole } from '../lib/ui/forms.ts'
import { Table, Thing, Things } from '../lib/ui/lists.tsx'
import { About, Button, Empty, Fold, FormFold, FormSection, Heading, PostButton, Section, State, Submit } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { act, bodyOf, type C, done, doneIf, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { saveTopic } from './actions.ts'
import { ensureArea, renameArea } from './areas-actions.ts'
import { mergeArea, unmergeArea } from './areas-merging-actions.ts'
import { countByTopic, getCollatedGroup, getRequestGroup, listMergedAreas, listRequestChoices, type RequestGroup } from './core/queries.ts'
import { askedGroup, inGroup } from './group-choice.tsx'
import { addSynonyms, changeSynonyms } from './similar-actions.ts'
import { listSynonymHistory, listSynonyms } from './similar-queries.ts'
import { readWords } from './similar-rules.ts'
import { RequestTabs } from './views.tsx'

const t = textsOf('requests', 'similar')

const AreaForm = z.object({ name: line(80) })
const RenameForm = z.object({ areaId: whole(), name: line(80) })
const MergeForm = z.object({ areaId: whole(), intoId: whole() })
const UnmergeForm = z.object({ areaId: whole() })
const WordsForm = z.object({ words: lines(2_000) })
const ChangedWordsForm = z.object({ words: ifSent(lines(2_000)), remove: tick() })

type Choices = Awaited<ReturnType<typeof listRequestChoices>>

const TopicForm = z.object({
  name: line(100),
  description: orEmpty(lines(2_000)),
  ownerId: orNone(whole()),
  closed: ifSent(tick()),
  topicId: whole().optional(),
})

function TopicsPage(props: {
  group: RequestGroup
  choices: Choices
  counts: Map<number, number>
  merged: Awaited<ReturnType<typeof listMergedAreas>>
  editing?: number
}) {
  const { group, choices, counts, merged, editing } = props
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
          <FormSection title={edited ? t.change2({ name: edited.name }) : t.newTopic} action={inGroup(group, '/topics')}>
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
          </FormSection>
          <div class="stack">
            <FormSection
              title={t.productAreas}
              aside={choices.areas.length > 0 ? choices.areas.map(({ name }) => name).join(', ') : undefined}
              action={inGroup(group, '/topics/areas')}
              id="area"
            >
              <Field name="name" label={t.newProductArea} hint={t.exampleReportsIntegrations} maxlength={80} />
              <Submit>{t.addArea}</Submit>
            </FormSection>
            {choices.areas.length > 0 && (
              <FormFold title={t.renameArea} action={inGroup(group, '/topics/areas/rename')} id="rename-area">
                <Select name="areaId" label={t.area} options={optionsById(choices.areas)} />
                <Field name="name" label={t.newName} maxlength={80} />
                <Submit>{t.renameArea}</Submit>
              </FormFold>
            )}
            {choices.areas.length > 1 && (
              <FormFold title={t.mergeAreas} action={inGroup(group, '/topics/areas/merge')} id="merge-area">
                <Select name="areaId" label={t.area} options={optionsById(choices.areas)} />
                <Select name="intoId" label={t.mergeInto} hint={t.mergeAreaHint} options={optionsById(choices.areas)} />
                <Submit>{t.mergeArea}</Submit>
              </FormFold>
            )}
            {merged.length > 0 && (
              <Fold title={t.mergedAreas} id="merged-areas">
                <Things label={t.mergedAreas} of={merged}>
                  {({ id, name, into, further }) => (
                    <Thing
                      title={name}
                      meta={t.mergedInto({ into })}
                      act={
                        further === null && (
                          <PostButton
                            action={inGroup(group, '/topics/areas/unmerge')}
                            fields={{ areaId: String(id) }}
                            label={`${t.undoAreaMerge}: ${name}`}
                            text={t.undoAreaMerge}
                          />
                        )
                      }
                    />
                  )}
                </Things>
              </Fold>
            )}
          </div>
        </div>
      )}
    </>
  )
}

function SynonymsPage(props: {
  group: RequestGroup
  sets: Awaited<ReturnType<typeof listSynonyms>>
  history: Awaited<ReturnType<typeof listSynonymHistory>>
}) {
  const { group, sets, history } = props
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
                fields={{ remove: 'on' }}
                label={t.remove({ words: set.words.join(', ') })}
                text={t.remove2}
              />
            }
          >
            <FormFold
              title={
                <>
                  {t.changeWords}
                  <About>{set.words.join(', ')}</About>
                </>
              }
              action={inGroup(group, `/synonyms/${set.id}`)}
              id={`s${set.id}`}
            >
              <TextArea name="words" label={t.oneALine} rows={3} value={set.words.join('\n')} />
              <Submit>{t.saveWords}</Submit>
            </FormFold>
          </Thing>
        )}
      </Things>
      <FormSection title={t.addSome} action={inGroup(group, '/synonyms')} id="new">
        <TextArea name="words" label={t.wordsSameMeaningOnePer} rows={4} />
        <Submit kind="primary">{t.addWords}</Submit>
      </FormSection>
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

async function showTopics(c: C) {
  const { db, actor } = c.var
  const group = await getRequestGroup(db, actor, askedGroup(c))
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const [choices, counts, merged] = await Promise.all([
    listRequestChoices(db, group.id, actor.at),
    countByTopic(db, actor, group.id),
    group.mayCollate ? listMergedAreas(db, group.id) : [],
  ])
  const editing = Number(c.req.query('edit') ?? c.var.refused?.typed.topicId) || undefined
  return c.var.page(t.topics, <TopicsPage {...{ group, choices, counts, merged, editing }} />)
}

async function showSynonyms(c: C) {
  const { db, actor } = c.var
  const group = await getCollatedGroup(db, actor, askedGroup(c))
  const [sets, history] = await Promise.all([listSynonyms(db, group.id), listSynonymHistory(db, group.id)])
  return c.var.page(t.synonyms, <SynonymsPage {...{ group, sets, history }} />)
}

/** Does something for a group by who collates there, and goes back to the page of it; what was refused stands beside its field there. */
async function take<S extends z.ZodType>(
  c: C,
  [show, path]: [show: typeof showTopics, path: string],
  { schema, form, said, at = '' }: { schema: S; form?: string; said: string; at?: string },
  does: (tx: Tx, groupId: number, typed: z.output<S>) => Promise<unknown>,
) {
  const group = await getCollatedGroup(c.var.db, c.var.actor, askedGroup(c))
  return refusable(c, () => show(c), form).take(schema, async (typed) => {
    // What only changes something answers whether it did.
    const changed = (await c.var.write((tx) => does(tx, group.id, typed))) !== false
    return doneIf(c, changed, `${inGroup(group, path)}${at}`, said)
  })
}
const topics: [typeof showTopics, string] = [showTopics, '/topics']
const synonyms: [typeof showSynonyms, string] = [showSynonyms, '/synonyms']

export const likenessPages = pages()
  .get('/topics', (c) => showTopics(c))
  .post('/topics', act('work', 'saveTopic', 'Open or change a topic', TopicForm), (c) =>
    take(c, topics, { schema: TopicForm, said: t.saved }, (tx, groupId, { topicId, ...facts }) =>
      saveTopic(tx, c.var.actor, groupId, topicId, facts),
    ),
  )
  .post('/topics/areas', act('work', 'addProductArea', 'Add a product area', AreaForm), (c) =>
    take(c, topics, { schema: AreaForm, form: 'area', said: t.areaAdded }, (tx, groupId, { name }) =>
      ensureArea(tx, c.var.actor, groupId, name),
    ),
  )
  .post('/topics/areas/rename', act('work', 'renameProductArea', 'Rename a product area', RenameForm), (c) =>
    take(c, topics, { schema: RenameForm, form: 'rename-area', said: t.areaRenamed }, (tx, groupId, { areaId, name }) =>
      renameArea(tx, c.var.actor, groupId, areaId, name),
    ),
  )
  .post('/topics/areas/merge', act('work', 'mergeProductArea', 'Merge a product area into another', MergeForm), (c) =>
    take(c, topics, { schema: MergeForm, form: 'merge-area', said: t.areaMerged, at: '#merged-areas' }, (tx, groupId, { areaId, intoId }) =>
      mergeArea(tx, c.var.actor, c.var.consequences, groupId, areaId, intoId),
    ),
  )
  .post('/topics/areas/unmerge', act('work', 'undoProductAreaMerge', 'Undo the merge of a product area', UnmergeForm), async (c) => {
    const { db, actor, write, consequences } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const { areaId } = readForm(UnmergeForm, await bodyOf(c), actor.locale)
    await write((tx) => unmergeArea(tx, actor, consequences, group.id, areaId))
    return done(c, inGroup(group, '/topics'), t.areaUnmerged)
  })
  .get('/synonyms', (c) => showSynonyms(c))
  .post('/synonyms', act('work', 'addSynonym', 'Add words that mean the same', WordsForm), (c) =>
    take(c, synonyms, { schema: WordsForm, said: t.added }, (tx, groupId, { words }) =>
      addSynonyms(tx, c.var.actor, groupId, readWords(words)),
    ),
  )
  .post('/synonyms/:synonym', act('work', 'editSynonym', 'Change or remove words that mean the same', ChangedWordsForm), (c) =>
    take(c, synonyms, { schema: ChangedWordsForm, said: t.wordsSaved }, (tx, groupId, { words, remove }) =>
      changeSynonyms(tx, c.var.actor, groupId, idOf(c, 'synonym'), remove ? [] : words === undefined ? undefined : readWords(words)),
    ),
  )
