import { Check, Choices, Field, Form, Hidden, Select, TextArea } from '../../lib/ui/form.tsx'
import { languageNow } from '../../lib/ui/language.ts'
import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Button, Empty, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import { useRefused } from '../../lib/ui/reader.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { groupChoice } from '../group-choice.tsx'
import type { DeskGroup, listGroupLists } from '../queries.ts'
import type { EventRow, getPost, listPosts, listThreads } from './queries.ts'
import { fitsList, isForLists, listsTold, listToTell, sayEventIn } from './rules.ts'

const t = textsOf('advocacy', 'tellingPage')
const { readers } = textsOf('advocacy', 'pages')
const words = textsOf('advocacy', 'telling').page

const EventThing = ({ event, at, children }: { event: EventRow; at: Date; children?: Child }) => (
  <Thing
    title={`#${event.requestId} ${event.title}`}
    href={`/requests/${event.requestId}`}
    meta={
      <>
        {t.forIt({ time: <Time at={event.madeAt} style="date" />, readers: readers[event.readers] })}
        {event.readersFrom > at && event.readers !== 'group' && <> {t.from({ time: <Time at={event.readersFrom} style="date" /> })}</>}
      </>
    }
    act={
      event.readers === 'group' ? (
        <State>{t.staysWithTheGroup}</State>
      ) : event.readersFrom > at ? (
        <State mood="wait">{t.notYet}</State>
      ) : undefined
    }
  >
    <p class="snippet">{sayEventIn(languageNow(), event)}</p>
    {children}
  </Thing>
)

/** Telling back: what has not been told yet, and the posts that told what was. */
export function TellingPage(props: {
  group: DeskGroup
  untold: EventRow[]
  /** How many who asked were told of what no list may hear. */
  told: ReadonlyMap<number, number>
  posts: Awaited<ReturnType<typeof listPosts>>
  lists: Awaited<ReturnType<typeof listGroupLists>>
  at: Date
}) {
  const refused = useRefused()
  const { group, untold, told, posts, lists, at } = props
  const { forLists = [], forNone = [] } = Object.groupBy(untold, (event) => (isForLists(event, lists) ? 'forLists' : 'forNone'))
  const best = listToTell(untold, lists, at)
  const hears = (list: (typeof lists)[number]) => untold.filter((event) => fitsList(event, list.archive, at)).length
  const open = lists.filter(({ archive }) => archive === 'public').map(({ title }) => title)
  // What stands in a draft is not reported either.
  const drafts = posts.filter(({ sentAt }) => sentAt === null)
  return (
    <Titled title={t.tellingBack} meta={groupChoice(group, '/telling')} lead={t.whoAskedHearsWhatBecameOf}>
      <Split
        aside={
          <Section title={t.posts}>
            {posts.length === 0 ? (
              <p class="soft">{t.nothingWasToldToAList}</p>
            ) : (
              <ul class="links">
                {posts.map((post) => (
                  <li>
                    <a href={`/telling/${post.id}`}>{post.subject}</a>, {post.list},{' '}
                    {post.sentAt ? <Time at={post.sentAt} style="date" /> : t.draftState}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        }
      >
        {group.leads && (best || refused) && (
          <Form action="/telling" values={{ listId: String(best?.list.id ?? '') }} label={t.draftOnePost}>
            <Hidden name="group" value={group.slug} />
            <Select
              name="listId"
              label={t.tellThisList}
              empty={false}
              options={listsTold(lists)
                .filter((list) => hears(list) > 0)
                .map((list) => ({ value: String(list.id), label: t.listHears({ list: list.title, n: hears(list) }) }))}
            />
            <Submit kind="primary">{t.draftOnePost}</Submit>
          </Form>
        )}
        <Section title={t.notToldToAListYet} aside={forLists.length > 0 ? String(forLists.length) : undefined}>
          {drafts.length > 0 && (
            <Things label={t.posts}>
              {drafts.map(({ id, subject, list }) => (
                <Thing title={subject} href={`/telling/${id}`} meta={list} act={<State mood="wait">{t.draftState}</State>} />
              ))}
            </Things>
          )}
          {(forLists.length > 0 || drafts.length === 0) && (
            <Things label={t.notToldToAListYet} of={forLists} none={<Empty title={t.everythingIsTold} />}>
              {(event) => <EventThing event={event} at={at} />}
            </Things>
          )}
        </Section>
        {forNone.length > 0 && (
          <Section title={t.forNoList} aside={String(forNone.length)}>
            <p>{lists.length === 0 ? t.noListOfTheGroup : open.length > 0 ? t.archivesAreOpen({ lists: open }) : t.listsReachMore}</p>
            <Things label={t.forNoList}>
              {forNone.map((event) => (
                <EventThing event={event} at={at}>
                  {event.readersFrom <= at && <p class="meta">{t.toldThemselves({ n: told.get(event.id) ?? 0 })}</p>}
                </EventThing>
              ))}
            </Things>
          </Section>
        )}
      </Split>
    </Titled>
  )
}

/** One post: a draft to look at and send, or what was sent. */
export function PostPage(props: {
  post: Awaited<ReturnType<typeof getPost>>
  /** Where on the list it was asked. */
  threads: Awaited<ReturnType<typeof listThreads>>
  at: Date
}) {
  const { post, threads, at } = props
  return (
    <Titled
      title={post.sentAt ? post.subject : t.onePostForAll}
      meta={
        <>
          <a href={`/telling?group=${post.groupSlug}`}>{t.tellingBack}</a> · {post.list}
          {post.sentAt && <> {t.sent({ time: <Time at={post.sentAt} /> })}</>}
        </>
      }
      lead={t.told({ n: post.told.length })}
    >
      {post.sentAt ? (
        <>
          <MailText text={post.body} />
          {post.messageId && <a href={messagePath(post.listName, post.messageId)}>{t.inTheArchive}</a>}
        </>
      ) : (
        post.leads && (
          <>
            <Form
              action={`/telling/${post.id}`}
              values={{ subject: post.subject, body: post.body, ...(threads.length > 0 ? { threads: 'on' } : {}) }}
            >
              <Field name="subject" label={t.subject} maxlength={200} />
              <TextArea name="body" label={t.text} rows={18} maxlength={60000} />
              {threads.length > 0 && <Check name="threads" label={t.inThreads({ n: threads.length })} hint={t.inThreadsHint} />}
              <div class="row">
                <Button name="act" value="save" text={t.save} />
                <Button kind="primary" name="act" value="send" text={t.sendTo({ list: post.list })} />
              </div>
            </Form>
            <PostButton kind="quiet" action={`/telling/${post.id}/drop`} text={t.throwItAway} />
          </>
        )
      )}
      <Listing title={t.whatItTells}>
        {(post.told as EventRow[]).map((event) => (
          <EventThing event={event} at={at} />
        ))}
      </Listing>
    </Titled>
  )
}

/** How somebody wants to hear what became of what they asked for. */
export const TellingChoice = ({ choice }: { choice: string }) => (
  <Form action="/me/telling" id="results-form" values={{ choice }}>
    <Choices
      name="choice"
      label={words.choice}
      options={[
        { value: 'each', label: words.each },
        { value: 'weekly', label: words.weekly },
        { value: 'never', label: words.never },
      ]}
    />
    <Submit kind="primary">{words.save}</Submit>
  </Form>
)
