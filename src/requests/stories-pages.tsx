import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { bringIntoText } from '../files/actions.ts'
import { WithAlike } from '../lib/ui/alike.tsx'
import { Editor } from '../lib/ui/editor.tsx'
import { excerptOf } from '../lib/ui/excerpt.ts'
import type { Draft } from '../lib/ui/field-parts.tsx'
import { Choices, Field, Filters, Form, Hidden, optionsById, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { keeping, line, lines, whole } from '../lib/ui/forms.ts'
import { dotted, NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Cancel, Empty, Facts, Heading, PostButton, Section, Split, Submit, Titled } from '../lib/ui/parts.tsx'
import { messagePath, withQuery } from '../lib/ui/paths.ts'
import { unlessAlone } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { act, bodyOf, type C, done, idOf, inWords, pageOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { findDraft } from '../people/queries.ts'
import { stages as productStages, stageNames } from '../people/rules.ts'
import { listComments } from './comments-queries.ts'
import { getRequestGroup, listRequestChoices, type RequestGroup } from './core/queries.ts'
import { visibilities } from './core/rules.ts'
import { AreaSelect, VisibilityChoices } from './forms.tsx'
import { askedGroup, GroupTabs, inGroup, isNarrowed } from './group-choice.tsx'
import { SignInToComment } from './parts.tsx'
import { CommentView } from './record/discussion.tsx'
import { requestRefusals } from './refusals.ts'
import { changeStory, draftStory, replyToStory, tellStory, withdrawStory } from './stories-actions.ts'
import { getStory, listStories } from './stories-queries.ts'
import { storyKindNames, storyKinds } from './stories-rules.ts'
import { RequestTabs } from './views.tsx'

const t = textsOf('requests', 'stories')
const pageWords = textsOf('requests', 'pages')

export const ReplyForm = z.object({ text: lines(20_000) })

export const StoryForm = z.object({
  kind: z.enum(storyKinds),
  title: line(200),
  text: lines(50_000),
  outcome: lines(4_000).default(''),
  areaId: whole().optional(),
  stage: z.enum(productStages).optional(),
  visibility: z.enum(visibilities),
  messageId: whole().optional(),
})

const StoryChange = z.object(keeping(StoryForm.shape))

const storyPath = (id: number): string => `/stories/${id}`

function StoriesPage(props: {
  group: RequestGroup
  areas: { id: number; name: string }[]
  found: Awaited<ReturnType<typeof listStories>>
  values: Record<string, string | undefined>
  page: number
}) {
  const { group, areas, found, values, page } = props
  const { story: words, ...all } = pageWords
  const narrowed = isNarrowed(values)
  return (
    <>
      <Heading
        title={all.stories}
        lead={words.lead}
        actions={group.mayContribute && <Button kind="primary" href={inGroup(group, '/stories/new')} text={words.tell} />}
      >
        <RequestTabs group={group} current="/stories" />
      </Heading>
      <Filters
        action="/stories"
        label={all.narrow}
        values={values as Record<string, string>}
        narrowed={narrowed}
        nothing={found.total === 0}
        hidden={{ group: group.named ? group.slug : undefined }}
      >
        <Select name="kind" label={all.kind} options={optionsOf(words.kinds, storyKinds)} empty={all.all} optional />
        <Select name="area" label={all.area} options={optionsById(areas)} empty={all.all} optional />
        <Select name="stage" label={words.stage} options={optionsOf(words.stages, productStages)} empty={all.all} optional />
      </Filters>
      <Split
        aside={
          found.areas.length > 0 && (
            <Section title={words.byArea}>
              <ul class="links">
                {found.areas.map(({ id, name, count }) => (
                  <li>
                    <a href={inGroup(group, `/stories?area=${id}`)}>{name}</a> <span class="count">{count}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      >
        {found.total === 0 ? (
          <Empty title={narrowed ? words.noneMatch : words.none}>
            {narrowed ? <a href={inGroup(group, '/stories')}>{all.showAll}</a> : words.noneHow}
          </Empty>
        ) : (
          <Section title={words.count({ n: found.total })}>
            <Things label={all.stories}>
              {found.stories.map((story) => (
                <Thing
                  title={story.title}
                  href={storyPath(story.id)}
                  meta={
                    <>
                      {words.kinds[story.kind]} · {story.organisation ?? story.authorName}
                      {story.stage && `, ${words.inStage[story.stage]}`}
                      {story.area && ` · ${story.area}`} · <Time at={story.saidAt} style="short" />
                      {group.mayContribute && story.comments > 0 && ` · ${words.replies({ n: story.comments })}`}
                    </>
                  }
                >
                  <p>{story.outcome || excerptOf(story.text, 200)}</p>
                </Thing>
              ))}
            </Things>
            <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/stories', { ...values, page: to })} />
          </Section>
        )}
      </Split>
    </>
  )
}

type Story = Awaited<ReturnType<typeof getStory>>

function StoryPage(props: {
  story: Story
  group: RequestGroup
  draft?: Draft
  /** Undefined: its reader may read none, whoever they say they are. */
  comments: Awaited<ReturnType<typeof listComments>> | 'sign in' | undefined
}) {
  const { story, group, comments, draft } = props
  const { story: words, area, case: said } = pageWords
  return (
    <Titled
      title={story.title}
      meta={
        <>
          {dotted([unlessAlone(group.name), words.kinds[story.kind], story.person ?? story.authorName])}
          {story.organisation && `, ${story.organisation}`} · <Time at={story.saidAt} style="date" />
        </>
      }
      actions={story.mayEdit && <Button href={`${storyPath(story.id)}/edit`}>{t.change}</Button>}
    >
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: said.institution, value: story.organisation },
                { term: words.stageThen, value: story.stage && words.stages[story.stage] },
                { term: area, value: story.area && <a href={`/stories?area=${story.areaId}`}>{story.area}</a> },
                {
                  term: words.from,
                  value: story.list && story.mailId && (
                    <a href={messagePath(story.list, story.mailId, story.variant ?? 1)}>{words.message({ list: story.list })}</a>
                  ),
                },
              ]}
            />
            {story.mayEdit && <PostButton kind="danger" action={`${storyPath(story.id)}/withdraw`} text={t.withdrawStory} />}
          </>
        }
      >
        <div class="prose">{renderMarkdown(story.text)}</div>
        {story.outcome && (
          <Section title={words.outcome}>
            <div class="prose">{renderMarkdown(story.outcome)}</div>
          </Section>
        )}
        {comments === 'sign in' && (
          <Section title={words.repliesTitle} id="replies">
            <SignInToComment next={`${storyPath(story.id)}#replies`} />
          </Section>
        )}
        {Array.isArray(comments) && (
          <Section title={words.repliesTitle} id="replies">
            {comments.map((comment) => (
              <CommentView comment={comment} action="" mayRemove={false} />
            ))}
            {comments.length === 0 && <Empty title={words.noReplies} />}
            <Form action={`${storyPath(story.id)}/replies`} draft={draft} multipart>
              <Editor name="text" label={t.yourReply} rows={3} files="text" />
              <Submit kind="primary">{t.reply}</Submit>
            </Form>
          </Section>
        )}
      </Split>
    </Titled>
  )
}

function StoryFormPage(props: {
  group: RequestGroup
  areas: { id: number; name: string }[]
  values: Record<string, string | undefined>
  action: string
  back: string
  messageId?: number
  edits: boolean
  draft: Draft
}) {
  const { group, areas, values, action, back, messageId, edits, draft } = props
  return (
    <>
      <Heading title={edits ? t.change : t.shareAStory} lead={t.whatYouWantedWhatHappenedWhat}>
        {!edits && <GroupTabs group={group} path="/stories/new" />}
      </Heading>
      <Form action={edits ? action : inGroup(group, action)} draft={draft} multipart>
        {messageId !== undefined && <Hidden name="messageId" value={String(messageId)} />}
        <WithAlike
          group={group.id}
          first={
            <>
              <Choices name="kind" label={t.whatItIs} value={values.kind ?? 'success'} options={optionsOf(storyKindNames, storyKinds)} />
              <Field name="title" label={t.title} value={values.title} maxlength={200} />
            </>
          }
        >
          <Editor name="text" label={t.theStory} rows={12} value={values.text} files="text" />
          <TextArea name="outcome" label={t.outcome} rows={3} value={values.outcome} optional />
          <AreaSelect areas={areas} value={Number(values.areaId) || undefined} />
          <Select
            name="stage"
            label={t.stageWithTheProduct}
            options={optionsOf(stageNames, productStages)}
            value={values.stage}
            empty={t.notSaid}
            optional
          />
          <VisibilityChoices value={(values.visibility as 'group' | undefined) ?? 'subscribers'} />
        </WithAlike>
        <Submit kind="primary" beside={<Cancel href={back} />} text={t.save({ hasStory: edits })} />
      </Form>
    </>
  )
}

/** What the form begins with: a story that is changed, or the message that one is made of. */
async function startOf(c: C, id: number | undefined, messageId: number | undefined) {
  const { db, actor } = c.var
  if (id !== undefined) {
    const story = await getStory(db, actor, id)
    if (!story.mayEdit) throw new NotFound(requestRefusals.story)
    const { kind, title, text, outcome, visibility } = story
    const values = { kind, title, text, outcome, visibility, areaId: String(story.areaId ?? ''), stage: story.stage ?? undefined }
    return { groupId: story.groupId, values, path: storyPath(id) }
  }
  if (messageId === undefined) return { groupId: undefined, values: {}, path: '/stories' }
  const { groupId, ...values } = await c.var.write((tx) => draftStory(tx, actor, messageId))
  return { groupId, values, path: '/stories' }
}

async function showForm(c: C, { id, messageId }: { id?: number; messageId?: number } = {}) {
  const { db, actor } = c.var
  const { groupId, values, path } = await startOf(c, id, messageId)
  const group = await getRequestGroup(db, actor, groupId === undefined ? askedGroup(c) : { id: groupId })
  if (!group.mayContribute) throw new NotFound(refusals.thereIsNoSuchPage)
  const { areas } = await listRequestChoices(db, group.id, actor.at)
  const place = id === undefined ? `/stories/new${messageId === undefined ? '' : `?message=${messageId}`}` : `${path}/edit`
  const draft = await findDraft(db, actor, place)
  return c.var.page(
    id === undefined ? t.shareAStory : t.change,
    <StoryFormPage {...{ group, areas, values, messageId, draft }} edits={id !== undefined} action={path} back={path} />,
  )
}

async function showStory(c: C) {
  const { db, actor } = c.var
  const story = await getStory(db, actor, idOf(c, 'story'))
  const group = await getRequestGroup(db, actor, { id: story.groupId })
  const stranger = actor.personId === null ? 'sign in' : undefined
  const comments = group.mayContribute ? await listComments(db, { storyId: story.id }, group.mayCollate) : stranger
  const draft = group.mayContribute ? await findDraft(db, actor, storyPath(story.id)) : undefined
  return c.var.page(story.title, <StoryPage {...{ story, group, comments, draft }} />, { group: group.slug })
}

/** A story, and what somebody says to one. */
export const shareStoryForm = inWords(act('will', 'shareStory', 'Share a story', StoryForm, { files: ['file'] }))
export const storyReplyForm = inWords(act('will', 'replyToStory', 'Reply to a story', ReplyForm, { files: ['file'] }))

export const storyPages = pages()
  .get('/stories', async (c) => {
    const { db, actor } = c.var
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const values = c.req.query()
    const page = pageOf(c)
    const [{ areas }, found] = await Promise.all([
      listRequestChoices(db, group.id, actor.at),
      listStories(db, actor, {
        groupId: group.id,
        page,
        kind: storyKinds.find((one) => one === values.kind),
        areaId: Number(values.area) || undefined,
        stage: productStages.find((one) => one === values.stage),
      }),
    ])
    const { page: _, ...kept } = values
    return c.var.page(pageWords.stories, <StoriesPage {...{ group, areas, found, page }} values={kept} />, {
      description: pageWords.story.lead,
    })
  })
  .get('/stories/new', (c) => showForm(c, { messageId: Number(c.req.query('message')) || undefined }))
  .post('/stories', shareStoryForm, async (c) => {
    const { db, actor, write } = c.var
    const body = await bodyOf(c)
    const group = await getRequestGroup(db, actor, askedGroup(c))
    if (!group.mayContribute) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showForm(c, { messageId: Number(body.messageId) || undefined })).take(
      StoryForm,
      async ({ messageId, ...facts }) => {
        const text = await bringIntoText(c.var, (await bodyOf(c)).file, facts.text)
        const id = await write((tx) => tellStory(tx, actor, group.id, { ...facts, text }, { messageId }))
        return done(c, storyPath(id), t.storySharedThankYou)
      },
    )
  })
  .get('/stories/:story', (c) => showStory(c))
  .get('/stories/:story/edit', (c) => showForm(c, { id: idOf(c, 'story') }))
  .post('/stories/:story', act('will', 'editStory', 'Change a story', StoryChange, { files: ['file'] }), async (c) => {
    return refusable(c, () => showForm(c, { id: idOf(c, 'story') })).take(StoryChange, async ({ messageId: _, ...facts }) => {
      const text = await bringIntoText(c.var, (await bodyOf(c)).file, facts.text)
      await c.var.write((tx) => changeStory(tx, c.var.actor, idOf(c, 'story'), { ...facts, text }))
      return done(c, storyPath(idOf(c, 'story')), t.saved)
    })
  })
  .post('/stories/:story/withdraw', act('will', 'withdrawStory', 'Withdraw a story'), async (c) => {
    await c.var.write((tx) => withdrawStory(tx, c.var.actor, idOf(c, 'story')))
    return done(c, '/stories', t.storyWithdrawn)
  })
  .post('/stories/:story/replies', storyReplyForm, async (c) => {
    return refusable(c, () => showStory(c)).take(ReplyForm, async (typed) => {
      const text = await bringIntoText(c.var, (await bodyOf(c)).file, typed.text)
      await c.var.write((tx) => replyToStory(tx, c.var.actor, idOf(c, 'story'), text))
      return done(c, `${storyPath(idOf(c, 'story'))}#replies`, t.replyAdded)
    })
  })
