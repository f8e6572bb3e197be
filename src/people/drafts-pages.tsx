import { Invalid, NotFound } from '../errors.ts'
import { Carried, Editor, filesIn } from '../lib/ui/editor.tsx'
import { Form } from '../lib/ui/form.tsx'
import { severalLines, typedIn } from '../lib/ui/forms.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, PostButton, State, Titled, ToSettings } from '../lib/ui/parts.tsx'
import { renderPost } from '../lib/ui/post-html.ts'
import { Time } from '../lib/ui/time.tsx'
import { bodyOf, type C, done, onlyPages, ownPath, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { dropDraft, saveDraft } from './drafts-actions.ts'
import { listDrafts } from './drafts-queries.ts'
import { draftLasts, draftsPath, longestPreview } from './drafts-rules.ts'

const t = textsOf('people', 'drafts')

const onlyForms = 'What is typed in a form of a page; a program sends it when it is whole.'

const textIn = (typed: Record<string, string | string[]>, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** How a text will look: as a message with its pictures, or as the other texts of this site. */
function shown(c: C, text: string, files: ReturnType<typeof filesIn>) {
  if (c.req.query('as') !== 'post') return renderMarkdown(text)
  const keys = new Map(files.map(({ key, name }) => [name, key]))
  return renderPost(text, (name) => {
    const key = keys.get(name)
    return key && `/uploads/${key}/picture`
  })
}

/** All of one's drafts, also of pages that one may not open any more: there their text would be lost. */
async function showDrafts(c: C) {
  const { db, actor } = c.var
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const drafts = await listDrafts(db, actor)
  return c.var.page(
    t.title,
    <Titled title={t.title} meta={<ToSettings />} lead={t.lead({ days: draftLasts / 86_400_000 })}>
      <Things label={t.title} none={<Empty title={t.none} />}>
        {drafts.map(({ id, place, name, text, savedAt, returnedAt }) => (
          <Thing
            title={name || t.untitled}
            href={place}
            meta={
              <>
                {returnedAt && <State mood="late">{t.notSent}</State>} {t.savedAt({ time: <Time at={savedAt} /> })}
              </>
            }
            act={
              <PostButton
                action="/drafts/discard"
                kind="quiet"
                fields={{ draft: place, to: draftsPath }}
                label={`${t.discard}: ${name || place}`}
              >
                {t.discard}
              </PostButton>
            }
          >
            <details id={`draft-${id}`} open={returnedAt !== null}>
              <summary>{t.text}</summary>
              <div class="prose">
                <pre dir="auto">{text}</pre>
              </div>
            </details>
          </Thing>
        ))}
      </Things>
    </Titled>,
  )
}

/** What somebody writes, before it is sent: kept for them alone, and shown as it will look. */
export const draftPages = pages()
  .get(draftsPath, (c) => showDrafts(c))
  .post('/drafts', onlyPages('will', onlyForms), async (c) => {
    const { write, actor } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const typed = typedIn(await bodyOf(c))
    const place = ownPath(textIn(typed, 'draft'), '')
    if (!place) throw new Invalid(refusals.pleaseLookAgain)
    await write((tx) => saveDraft(tx, actor, place, typed))
    return c.body(null, 204)
  })
  .post('/drafts/discard', onlyPages('will', onlyForms), async (c) => {
    const { write, actor } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const typed = typedIn(await bodyOf(c))
    const place = ownPath(textIn(typed, 'draft'), '/today')
    await write((tx) => dropDraft(tx, actor, place))
    return done(c, textIn(typed, 'to') === draftsPath ? draftsPath : place, t.discarded)
  })
  .post('/preview', onlyPages('work', onlyForms), async (c) => {
    const { actor, write } = c.var
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    const typed = typedIn(await bodyOf(c))
    const field = c.req.query('field') ?? ''
    const text = severalLines(textIn(typed, field)).slice(0, longestPreview)
    const files = filesIn(typed)
    const html = shown(c, text, files)
    if (c.req.header('x-preview')) return c.html(html)
    const to = ownPath(c.req.query('to'), '')
    if (!to) throw new Invalid(refusals.pleaseLookAgain)
    const place = ownPath(textIn(typed, 'draft'), '')
    // Without script this is where a draft is kept.
    if (place && isHerself(actor)) await write((tx) => saveDraft(tx, actor, place, typed))
    const address = c.req.query('as') === 'post' ? '/preview?as=post' : '/preview'
    return c.var.page(
      t.preview,
      <Titled title={t.preview} lead={t.previewLead}>
        <div class="panel prose">{html}</div>
        <Form action={to} multipart={files.length > 0} values={{ [field]: text }}>
          <Carried typed={typed} without={[field, 'upload']} />
          <Editor name={field} label={t.text} preview={address} {...(files.length > 0 ? { files } : {})} />
          <div class="row">
            <Button kind="primary">{t.send}</Button>
            {place && <Button kind="quiet" href={place} text={t.back} />}
          </div>
        </Form>
      </Titled>,
    )
  })
