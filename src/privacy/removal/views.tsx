import type { Files, List } from '../../archive/queries.ts'
import { Check, Field, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import { formatBytes } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Button, Facts, Heading, Note, Section, Titled } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import { useRefused } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { describePlace } from '../places-words.ts'
import type { getRemovable } from './queries.ts'
import type { Figures, Wanted } from './rules.ts'

const t = textsOf('privacy', 'removal')

type Removable = Awaited<ReturnType<typeof getRemovable>>

/** One of what can go; the first, where nothing else was said. */
function Goes(props: { kind: string; first?: boolean; children?: Parameters<typeof Section>[0]['children'] }) {
  const refused = useRefused()
  const { kind, first, children } = props
  return (
    <div class="field">
      <label class="check">
        <input type="radio" name="kind" value={kind} checked={refused ? refused.typed.kind === kind : first} />
        <span>{children}</span>
      </label>
    </div>
  )
}

/** What an owner may take out of a message, and of everything that repeats it. */
export function RemovePage({ list, message, files }: Removable & { files: Files; list: List }) {
  const path = messagePath(list.name, message.messageId, message.variant)
  const action = `${path.split('?')[0]}/remove${message.variant > 1 ? `?v=${message.variant}` : ''}`
  return (
    <Titled
      title={t.deleteFromTheArchive}
      meta={
        <a href={path}>
          {message.subject}, {message.fromName}
        </a>
      }
      lead={t.forWhatMustNotStayA}
    >
      {/* The address of the page carries which of several messages it is. */}
      <Form action={action} values={{ subject: 'on' }}>
        <fieldset class="stack">
          <legend class="h3">{t.whatGoes}</legend>
          <Goes kind="words" first>
            {t.wordsEverywhereList}
          </Goes>
          <TextArea name="words" label={t.theWords} hint={t.copyThemFromTheMessageA} rows={3} optional />
          {files.map((file) => (
            <Goes kind={`attachment:${file.sha256.toString('hex')}`}>
              {t.theAttachmentInEveryMessageThat({ filename: file.filename || file.type, file: formatBytes(languageNow(), file.size) })}
            </Goes>
          ))}
          <Goes kind="message">{t.wholeMessage}</Goes>
          <Check name="subject" label={t.ofAWholeMessageItsSubject} />
        </fieldset>
        <Field name="reason" label={t.why} hint={t.everyoneWhoCanReadMessage} maxlength={300} />
        <div class="row">
          <Button kind="primary">{t.previewDeletion}</Button>
          <Button kind="quiet" href={path} text={t.leaveIt} />
        </div>
      </Form>
    </Titled>
  )
}

const whatGoes = (wanted: Wanted, files: Files): string => {
  if (wanted.kind === 'message') return t.wholeMessage
  if (wanted.kind === 'words') return t.theWords
  return t.theAttachment({ filename: files.find((file) => file.sha256.toString('hex') === wanted.sha256)?.filename ?? '' })
}

/** What a removal would take, and the button that does it. */
export function PreviewPage({
  list,
  message,
  files,
  wanted,
  typed,
  figures,
}: Removable & { wanted: Wanted; typed: { kind: string; words: string; subject: string; reason: string }; figures: Figures }) {
  const path = messagePath(list.name, message.messageId, message.variant)
  const action = `${path.split('?')[0]}/remove${message.variant > 1 ? `?v=${message.variant}` : ''}`
  return (
    <form method="post" action={action} class="confirm stack">
      <Heading title={t.deleteThisForGood} meta={<a href={path}>{message.subject}</a>} />
      <Facts
        items={[
          { term: t.what, value: whatGoes(wanted, files) },
          wanted.kind === 'words' && { term: t.theWords, value: <q>{typed.words}</q> },
          { term: t.why, value: typed.reason },
        ]}
      />
      <Section title={t.where}>
        <ul>
          <li>{t.messagesArchiveTheirOriginal({ count: figures.messages })}</li>
          {figures.elsewhere > 0 && <li>{t.elsewhere({ count: figures.elsewhere })}</li>}
          {figures.incoming > 0 && <li>{t.emailsHeldRejectedWaiting({ count: figures.incoming })}</li>}
          {figures.letters > 0 && <li>{t.inTheOutbox({ count: figures.letters })}</li>}
          {figures.deliveries > 0 && <li>{t.stopped({ count: figures.deliveries })}</li>}
          {Object.entries(figures.places).map(([place, n]) => (
            <li>{t.inIt({ count: n, place: describePlace(place) })}</li>
          ))}
        </ul>
      </Section>
      <Note>{t.cannotDeleteEmailsPeopleHave}</Note>
      {Object.entries(typed).map(([name, value]) => value && <Hidden name={name} value={value} />)}
      <Hidden name="step" value="remove" />
      <div class="row">
        <Button kind="danger">{t.deleteForGood}</Button>
        <Button kind="quiet" href={path} text={t.leaveIt} />
      </div>
    </form>
  )
}
