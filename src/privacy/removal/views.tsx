import type { Files, List } from '../../archive/queries.ts'
import { Check, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatBytes, formatNumber } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Facts, Heading, Note, Section } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import type { getRemovable } from './queries.ts'
import type { Figures, Wanted } from './rules.ts'

type Removable = Awaited<ReturnType<typeof getRemovable>>

const counted = (n: number, one: string, other: string): string => (n === 1 ? `1 ${one}` : `${formatNumber('en', n)} ${other}`)

/** What an owner may take out of a message, and of everything that repeats it. */
export function RemovePage({ list, message, files, refused }: Removable & { files: Files; list: List; refused?: Refused }) {
  const path = messagePath(list.name, message.messageId, message.variant)
  const action = `${path.split('?')[0]}/remove${message.variant > 1 ? `?v=${message.variant}` : ''}`
  return (
    <>
      <Heading
        title="Take something out"
        meta={
          <a href={path}>
            {message.subject}, {message.fromName}
          </a>
        }
        lead="For what must not stay: a student’s name, an attachment sent by mistake. You see what goes before anything does. That it went, by whom and why, stays."
      />
      {/* The address of the page carries which of several messages it is. */}
      <Form action={action} refused={refused} values={{ subject: 'on' }}>
        <fieldset class="stack">
          <legend class="h3">What goes</legend>
          <div class="field">
            <label class="check">
              <input type="radio" name="kind" value="words" checked={refused ? refused.typed.kind === 'words' : true} />
              <span>Words, wherever they stand in this list</span>
            </label>
          </div>
          <TextArea
            name="words"
            label="The words"
            hint="Copy them from the message: a name, an address, a sentence. Small and capital letters and line ends do not matter. Quotations of them go too."
            rows={3}
            optional
          />
          {files.map((file) => (
            <div class="field">
              <label class="check">
                <input
                  type="radio"
                  name="kind"
                  value={`attachment:${file.sha256.toString('hex')}`}
                  checked={refused?.typed.kind === `attachment:${file.sha256.toString('hex')}`}
                />
                <span>
                  The attachment {file.filename || file.type} ({formatBytes('en', file.size)}), in every message that carries it
                </span>
              </label>
            </div>
          ))}
          <div class="field">
            <label class="check">
              <input type="radio" name="kind" value="message" checked={refused?.typed.kind === 'message'} />
              <span>The whole message</span>
            </label>
          </div>
          <Check name="subject" label="Of a whole message: its subject too" />
        </fieldset>
        <Field
          name="reason"
          label="Why"
          hint="Stays beside the message for everybody who may read it; without what is to go."
          maxlength={300}
        />
        <div class="row">
          <Button kind="primary">Show what goes</Button>
          <Button kind="quiet" href={path}>
            Leave it
          </Button>
        </div>
      </Form>
    </>
  )
}

const whatGoes = (wanted: Wanted, files: Files): string => {
  if (wanted.kind === 'message') return 'The whole message'
  if (wanted.kind === 'words') return 'Words'
  return `The attachment ${files.find((file) => file.sha256.toString('hex') === wanted.sha256)?.filename ?? ''}`
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
      <Heading title="This goes for good" meta={<a href={path}>{message.subject}</a>} />
      <Facts
        items={[
          { term: 'What', value: whatGoes(wanted, files) },
          wanted.kind === 'words' && { term: 'The words', value: <q>{typed.words}</q> },
          { term: 'Why', value: typed.reason },
        ]}
      />
      <Section title="Where">
        <ul>
          <li>{counted(figures.messages, 'message of the archive', 'messages of the archive')}, with raw mail, feed, search and export</li>
          {figures.elsewhere > 0 && <li>{counted(figures.elsewhere, 'of them in another list', 'of them in other lists')}</li>}
          {figures.incoming > 0 && <li>{counted(figures.incoming, 'mail', 'mails')} held, refused or waiting</li>}
          {figures.letters > 0 && <li>{counted(figures.letters, 'letter', 'letters')} in the outbox</li>}
          {figures.deliveries > 0 && <li>{counted(figures.deliveries, 'delivery that waits is', 'deliveries that wait are')} stopped</li>}
          {Object.entries(figures.places).map(([place, n]) => (
            <li>
              {counted(n, 'time', 'times')} in {place}
            </li>
          ))}
        </ul>
      </Section>
      <Note>
        What has left by mail is with those who received it; no program calls it back. What pictures and documents that hang on mails say is
        not read: take such an attachment out by itself. Nobody can undo this, also not from a backup.
      </Note>
      {Object.entries(typed).map(([name, value]) => value && <Hidden name={name} value={value} />)}
      <Hidden name="step" value="remove" />
      <div class="row">
        <Button kind="danger">Take it out</Button>
        <Button kind="quiet" href={path}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
