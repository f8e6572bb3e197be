import { saidApart } from '../../lib/mail/folds.ts'
import { Editor, type WithText } from '../../lib/ui/editor.tsx'
import type { Draft } from '../../lib/ui/field-parts.tsx'
import { Field, Form, Hidden } from '../../lib/ui/form.tsx'
import { dotted } from '../../lib/ui/lists.tsx'
import { Button, PostButton, Titled } from '../../lib/ui/parts.tsx'
import { threadPath } from '../../lib/ui/paths.ts'
import { renderPost } from '../../lib/ui/post-html.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { readFile } from './rules.ts'

const t = textsOf('list', 'views')
const words = textsOf('list', 'writing')

interface WriteProps {
  list: { name: string; title: string; subscribers: number }
  answered?: { messageId: string; subject: string; fromName: string; text: string; folds: string | null } | undefined
  draft: Draft
  /** With what a new message begins: what it is about. */
  begun: { subject: string; text: string }
  files: WithText[]
}

/** The lines above the signature, which nobody answers to. */
function withoutSignature(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => /^-- ?$/.test(line))
  const above = at > 0 ? lines.slice(0, at) : lines
  return above.slice(0, above.findLastIndex((line) => line.trim() !== '') + 1)
}

/** A new message, or an answer, written on the web. */
export function WritePage({ list, answered, draft, begun, files }: WriteProps) {
  const subject = answered ? (/^re:/i.test(answered.subject) ? answered.subject : `Re: ${answered.subject}`) : begun.subject
  const quote = answered
    ? t.wrote({
        fromName: answered.fromName,
        // What they answered themselves, everybody has; who wants to answer it, too, quotes it.
        quote: withoutSignature((saidApart(answered.text, answered.folds)?.visible ?? answered.text).trim().split('\n'))
          .slice(0, 40)
          .map((line) => `> ${line}`)
          .join('\n'),
      })
    : begun.text
  return (
    <Titled title={answered ? t.reply : t.writeToList} meta={<a href={`/lists/${list.name}`}>{list.title}</a>}>
      <Form action={`/lists/${list.name}/write`} values={{ subject, text: quote }} draft={draft} multipart>
        {answered && <Hidden name="reply" value={answered.messageId} />}
        <Field name="subject" label={t.subject} maxlength={300} />
        <Editor name="text" label={t.message} rows={16} preview="/preview?as=post" files={files} />
        <div class="row">
          <Button kind="primary">{answered ? t.sendReply : t.send}</Button>
          <span class="meta">{t.subscribersGetEmailName({ subscribers: list.subscribers })}</span>
        </div>
      </Form>
    </Titled>
  )
}

interface SentProps {
  list: { name: string; title: string }
  post: { id: number; subject: string; text: string; files: string[]; reply: string | null }
}

/** A message that was sent and has not left yet. */
export const SentPage = ({ list, post }: SentProps) => (
  <Titled title={words.way} meta={<a href={`/lists/${list.name}`}>{list.title}</a>} lead={words.lead}>
    {/* The seconds pass while who hears the page goes through what stands above: they begin here. */}
    <section class="row" aria-label={words.lead} tabindex={-1} autofocus>
      <PostButton action={`/lists/${list.name}/sent/${post.id}/back`} kind="primary" text={words.takeBack} />
      <Button kind="quiet" href={post.reply ? threadPath(list.name, post.reply) : `/lists/${list.name}/threads`}>
        {post.reply ? words.toThread : words.toThreads}
      </Button>
    </section>
    <article class="panel stack" aria-label={post.subject}>
      <h2 class="h3" dir="auto">
        {post.subject}
      </h2>
      <div class="prose">
        {renderPost(post.text, (name) => {
          const file = post.files.find((one) => one.endsWith(`/${name}`))
          return file && `/uploads/${file.slice(0, file.indexOf('/'))}/picture`
        })}
      </div>
      {post.files.length > 0 && <p class="meta">{dotted(post.files.map((file) => readFile(file).name))}</p>}
    </article>
  </Titled>
)
