// A message becomes a user case in two steps: what will be made and who will be told, then the button that does it.
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { AlikeList } from '../../lib/ui/alike.tsx'
import { Field, Form, Hidden } from '../../lib/ui/form.tsx'
import { ifSent, line, readForm, whole } from '../../lib/ui/forms.ts'
import { Cancel, Facts, Note, Section, Split, Submit, Titled } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { act, bodyOf, type C, done, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { mayCollate, mayReadArchive } from '../../policy.ts'
import { visibilityNames } from '../core/rules.ts'
import { casePath } from '../parts.tsx'
import { decideSuggestion } from '../reading-actions.ts'
import { requestRefusals } from '../refusals.ts'
import { findSimilar, type SimilarRequest } from '../similar-queries.ts'
import { alikeThings } from '../similar-rules.ts'
import { captureMessage } from './actions.ts'
import { planCapture } from './capturing-queries.ts'
import { findMessageForCase } from './queries.ts'

const t = textsOf('requests', 'capturing')
const words = textsOf('requests', 'pages')

const CaptureForm = z.object({ messageId: whole(), another: line(20).optional(), title: ifSent(line(200)) })

type Plan = Awaited<ReturnType<typeof planCapture>>

function CapturePage({ plan, similar }: { plan: Plan; similar: SimilarRequest[] }) {
  const { message, twin } = plan
  return (
    <Titled
      title={t.title}
      meta={
        <>
          <a href={messagePath(message.list.name, message.messageId, 1)}>{t.messageBy({ name: plan.author })}</a>,{' '}
          <Time at={message.sentAt} style="date" />
        </>
      }
      lead={t.lead}
    >
      {twin && <Note>{t.already({ link: (text) => <a href={casePath(twin.id)}>{text}</a> })}</Note>}
      <Split aside={<Words plan={plan} />}>
        <Form action="/cases/capture" id="capture">
          <Hidden name="messageId" value={String(message.id)} />
          {twin && <Hidden name="another" value="yes" />}
          <Field name="title" label={t.need} hint={t.needHint} value={plan.title} maxlength={200} />
          <Facts
            items={[
              { term: t.author, value: [plan.author, plan.organisation?.name].filter(Boolean).join(', ') },
              { term: t.readers, value: visibilityNames[plan.visibility] },
              { term: words.record.supportCases, value: plan.numbers.join(', ') },
              { term: t.told, value: plan.tells ? t.tellsAuthor({ name: plan.author }) : t.tellsNobody },
            ]}
          />
          <Submit
            kind="primary"
            beside={<Cancel href={messagePath(message.list.name, message.messageId, 1)}>{t.keepMessage}</Cancel>}
            text={plan.tells ? t.createAndSend : t.create}
          />
        </Form>
        {similar.length > 0 && (
          <Section title={t.similar}>
            <AlikeList things={alikeThings(similar)} />
          </Section>
        )}
      </Split>
    </Titled>
  )
}

const Words = ({ plan: { own } }: { plan: Plan }) => (
  <Section title={t.words}>
    <MailText text={own} addresses="hidden" />
  </Section>
)

async function showCapture(c: C, messageId: number) {
  const { db, actor } = c.var
  const plan = await planCapture(db, actor, messageId)
  const { title, own: text, numbers, groupId, message } = plan
  const entry = { title, text, mail: true, numbers, threads: [message.threadId] }
  const similar = await findSimilar(db, actor, groupId, entry, { limit: 3, of: { kind: 'message', id: messageId } })
  return c.var.page(t.title, <CapturePage {...{ plan, similar }} />)
}

export const capturingPages = pages()
  .get('/cases/capture', (c) => {
    const message = c.req.query('message') ?? ''
    if (c.var.actor.personId === null || !/^\d{1,15}$/.test(message)) throw new NotFound(requestRefusals.message)
    return showCapture(c, Number(message))
  })
  .post('/cases/capture', act('will', 'captureUserCase', 'Make a user case from a message', CaptureForm), async (c) => {
    const { db, actor, write } = c.var
    const body = await bodyOf(c)
    const message = await findMessageForCase(db, Number(body.messageId) || 0)
    if (!message || !mayReadArchive(actor, message.list)) throw new NotFound(requestRefusals.message)
    return refusable(c, () => showCapture(c, message.id)).run(async () => {
      const { messageId, another, title } = readForm(CaptureForm, body)
      const captured = await write((tx) =>
        mayCollate(actor, message.list.groupId) && !another
          ? decideSuggestion(tx, actor, messageId, true, { title })
          : captureMessage(tx, actor, messageId, { another: Boolean(another), title }),
      )
      if (!captured) throw new NotFound(requestRefusals.message)
      const { caseId, known } = captured
      return done(c, known ? casePath(caseId) : `${casePath(caseId)}/edit`, known ? t.known : t.created)
    })
  })
