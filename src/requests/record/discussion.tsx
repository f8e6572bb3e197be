import { Editor, filesIn } from '../../lib/ui/editor.tsx'
import { Form, TextArea } from '../../lib/ui/form.tsx'
import { hideAddresses } from '../../lib/ui/hidden.ts'
import { type Mentions, renderMarkdown } from '../../lib/ui/markdown.ts'
import type { Child } from '../../lib/ui/message.ts'
import { FormFold, PostButton, Section, Submit } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { whyNotEdit } from '../comments-rules.ts'
import { requestPath, SignInToComment } from '../parts.tsx'
import type { RecordProps } from './props.ts'

const t = textsOf('requests', 'record')
const words = textsOf('requests', 'pages').record

/** What is said of a request, and the field to say something. */
export function Discussion(props: RecordProps) {
  const { request, group, comments, reader } = props
  if (reader === null)
    return (
      <Section title={words.discussion} id="comments">
        <SignInToComment next={`${requestPath(request.id)}#comments`} />
      </Section>
    )
  if (!group.mayContribute) return null
  return (
    <Section title={words.discussion} id="comments" aside={comments.length > 0 ? words.comments({ n: comments.length }) : undefined}>
      {comments.map((comment) => (
        <OwnComment {...props} comment={comment} />
      ))}
      <CommentForm {...props} />
    </Section>
  )
}

/** A comment with what its reader may do with it. */
function OwnComment({ request, group, files, mentions, reader, now, comment }: RecordProps & { comment: Comment }) {
  const here = `${requestPath(request.id)}/comments/${comment.id}`
  const mine = comment.personId !== null && comment.personId === reader
  const form = `comment-${comment.id}`
  const of = files.filter(({ commentId }) => commentId === comment.id)
  return (
    <CommentView comment={comment} action={`${here}/remove`} mayRemove={group.mayCollate || mine} mentions={mentions}>
      {of.length > 0 && (
        <ul class="links">
          {of.map(({ id, name }) => (
            <li>
              <a href={`${requestPath(request.id)}/files/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {whyNotEdit(comment, reader, now) === undefined && (
        <FormFold title={t.editComment} action={here} id={form}>
          <Editor
            name="text"
            label={t.yourComment}
            value={comment.text}
            hint={t.editWithinHour}
            rows={4}
            preview={`${requestPath(request.id)}/comments?look=yes`}
          />
          <Submit>{t.saveComment}</Submit>
        </FormFold>
      )}
    </CommentView>
  )
}

/** Where a comment is written: Markdown, with what it will look like, and files by drop and paste. */
function CommentForm({ request, mentions, preview, draft }: RecordProps) {
  const refused = useRefused()
  const here = `${requestPath(request.id)}/comments`
  const wrong = refused?.form === 'comment' ? refused : undefined
  return (
    <>
      {preview !== undefined && <CommentPreview text={preview.text} mentions={mentions} />}
      <Form action={here} id="comment" multipart draft={preview ? undefined : draft} values={preview ? { text: preview.text } : {}}>
        <Editor
          name="text"
          label={t.yourComment}
          hint={t.everyoneWhoFollowsRequest}
          rows={4}
          preview={`${here}?look=yes#comment`}
          files={filesIn(wrong?.typed ?? preview ?? draft?.fields ?? {})}
          pictures="below"
        />
        <Submit>{t.comment}</Submit>
      </Form>
    </>
  )
}

/** How a comment will look. */
export const CommentPreview = ({ text, mentions }: { text: string; mentions: Mentions }) => (
  <section class="letter plain" aria-label={t.preview}>
    <p class="meta">{t.preview}</p>
    <div class="prose" dir="auto">
      <CommentText {...{ text, mentions }} />
    </div>
  </section>
)

/** The same without what stands around it. */
export const CommentText = ({ text, mentions }: { text: string; mentions?: Mentions }) => (
  <>{renderMarkdown(hideAddresses(text), mentions)}</>
)

type Comment = RecordProps['comments'][number]

/** One comment; what was removed says so and nothing else. */
export function CommentView(props: { comment: Comment; action: string; mayRemove: boolean; mentions?: Mentions; children?: Child }) {
  const { comment, action, mayRemove, mentions, children } = props
  const name = comment.name ?? words.somebody
  return (
    <article class="letter plain" id={`c${comment.id}`}>
      <div class="row apart meta">
        <span>
          <b>{name}</b>, <Time at={comment.at} relative />
          {comment.via === 'mail' && `, ${words.byMail}`}
          {comment.within && ` · ${t.withinGroup}`}
          {comment.editedAt && !comment.removedAt && (
            <>
              {' · '}
              {t.edited({ time: <Time at={comment.editedAt} style="short" /> })}
            </>
          )}
        </span>
        {mayRemove && !comment.removedAt && (
          <PostButton kind="quiet" action={action} label={t.removeCommentOf({ name })} text={t.removeComment} />
        )}
      </div>
      {comment.removedAt ? <p class="soft">{words.removed}</p> : <Said comment={comment} mentions={mentions} />}
      {!comment.removedAt && children}
    </article>
  )
}

const Said = ({ comment, mentions }: { comment: Comment; mentions?: Mentions }) =>
  comment.markdown ? (
    <div class="prose" dir="auto">
      <CommentText text={comment.text} mentions={mentions} />
    </div>
  ) : (
    <MailText text={comment.text} addresses="hidden" />
  )

/** The group's own notes on a request. */
export function Notes({ request, notes }: RecordProps) {
  if (!notes) return null
  return (
    <Section title={t.internalNotes} id="notes" aside={t.workingGroupOnly}>
      {notes.map((note) => (
        <article class="letter plain">
          <p class="meta">
            <b>{note.name}</b>, <Time at={note.at} relative />
          </p>
          <MailText text={note.text} />
        </article>
      ))}
      <FormFold title={t.noteIt} action={`${requestPath(request.id)}/notes`} id="note">
        <TextArea name="text" label={t.aNote} hint={t.notesStayWorkingGroupThey} rows={3} />
        <Submit>{t.noteIt}</Submit>
      </FormFold>
    </Section>
  )
}
