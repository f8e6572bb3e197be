import { TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { Button, Empty, PostButton, Section } from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { usePageWords } from '../page-words.ts'
import { requestPath } from '../parts.tsx'
import type { RecordProps } from './props.ts'

const t = textsOf('requests', 'record')

export function Discussion({ request, group, comments, refused }: RecordProps) {
  const words = usePageWords().record
  return (
    <Section title={words.discussion} id="comments" aside={comments.length > 0 ? words.comments({ n: comments.length }) : undefined}>
      {comments.map((comment) => (
        <CommentView comment={comment} action={`${requestPath(request.id)}/comments/${comment.id}/remove`} mayRemove={group.mayCollate} />
      ))}
      {group.mayContribute ? (
        <Form
          action={`${requestPath(request.id)}/comments`}
          id="comment"
          refused={refused?.form === 'comments' ? refused.refused : undefined}
        >
          <TextArea name="text" label={t.yourComment} hint={t.everyoneWhoFollowsRequest} rows={4} />
          <div class="row">
            <Button>{t.comment}</Button>
          </div>
        </Form>
      ) : (
        comments.length === 0 && <Empty title={words.nothingSaid} />
      )}
    </Section>
  )
}

/** One comment; what was removed says so and nothing else. */
export function CommentView({
  comment,
  action,
  mayRemove,
}: {
  comment: RecordProps['comments'][number]
  action: string
  mayRemove: boolean
}) {
  const words = usePageWords().record
  const name = comment.name ?? words.somebody
  return (
    <article class="letter plain" id={`c${comment.id}`}>
      <div class="row apart meta">
        <span>
          <b>{name}</b>, <Time at={comment.at} relative />
          {comment.via === 'mail' && `, ${words.byMail}`}
        </span>
        {mayRemove && !comment.removedAt && (
          <PostButton kind="quiet" action={action} label={t.removeCommentOf({ name })}>
            {t.removeComment}
          </PostButton>
        )}
      </div>
      {comment.removedAt ? <p class="soft">{words.removed}</p> : <MailText text={comment.text} addresses="hidden" />}
    </article>
  )
}

export function Notes({ request, notes, refused }: RecordProps) {
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
      <Form action={`${requestPath(request.id)}/notes`} id="note" refused={refused?.form === 'notes' ? refused.refused : undefined}>
        <TextArea name="text" label={t.aNote} hint={t.notesStayWorkingGroupThey} rows={3} />
        <div class="row">
          <Button>{t.noteIt}</Button>
        </div>
      </Form>
    </Section>
  )
}
