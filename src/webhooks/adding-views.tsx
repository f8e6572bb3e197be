import { Field, Form, Select, TextArea } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import type { Verbs } from '../lib/ui/history-words.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Table } from '../lib/ui/lists.tsx'
import { Empty, Fold, Note, Raw, Section, Submit, Titled } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { hookForms, placeholders } from './chats.ts'
import type { listKinds } from './queries.ts'
import { sayEvent } from './words.ts'

const t = textsOf('webhooks', 'views')

/** @param open what is for chats alone is shown: one is chosen, or what was typed of it was refused */
export const HookFields = ({ open }: { open: boolean }) => (
  <>
    <Field name="name" label={t.name} hint={t.exampleChatWorkingGroup} maxlength={100} />
    <Field name="url" type="url" label={t.address} hint={t.publicWebAddressExampleHttps} maxlength={1_000} />
    <TextArea name="events" label={t.eventTypes} hint={t.oneTypePerLineExample} rows={4} />
    <Select
      name="form"
      label={t.format}
      hint={t.formatHint}
      empty={false}
      options={hookForms.map((value) => ({ value, label: t.formats[value] }))}
    />
    <Fold title={t.forChats} open={open}>
      <TextArea
        name="templates"
        label={t.templates}
        hint={t.templatesHint({
          names: placeholders.map((name) => `{${name}}`).join(' '),
          example: 'request.made: {what}: {title} {link}',
        })}
        rows={3}
        maxlength={10_000}
        optional
      />
      <Field name="token" type="password" label={t.token} hint={t.tokenHint} maxlength={1_000} autocomplete="off" optional />
    </Fold>
  </>
)

/** A hook to be made, with what has happened lately to choose from. */
export function NewHookPage({ verbs, kinds }: { verbs: Verbs; kinds: Awaited<ReturnType<typeof listKinds>> }) {
  const refused = useRefused()
  return (
    <Titled title={t.addWebhook} meta={<a href="/admin/webhooks">{t.webhooks}</a>}>
      <Form action="/admin/webhooks">
        <HookFields open={refused !== undefined} />
        <Submit kind="primary">{t.addOne}</Submit>
      </Form>
      <Section title={t.eventsLast30Days}>
        {kinds.length === 0 ? (
          <Empty title={t.nothingYet} />
        ) : (
          <Fold title={t.eventTypes2({ kinds: kinds.length })}>
            <Table
              caption={t.eventTypes}
              columns={[{ label: t.kind }, { label: t.means }, { label: t.howOften, numeric: true }]}
              rows={kinds.map(({ action, count }) => [<code>{action}</code>, sayEvent(verbs, action), formatNumber(languageNow(), count)])}
            />
          </Fold>
        )}
      </Section>
    </Titled>
  )
}

/** The secret of a hook, once. */
export const SecretPage = ({ hook, secret }: { hook: { id: number; name: string }; secret: string }) => (
  <Titled title={hook.name} meta={<a href={`/admin/webhooks/${hook.id}`}>{t.thisWebhook}</a>}>
    <Note>{t.copyTheSecretNowItIs}</Note>
    <Raw label={t.theSecret}>{secret}</Raw>
    <p class="soft">
      {t.signMessagesStandardWebhooks({
        link: (words) => <a href="https://www.standardwebhooks.com">{words}</a>,
        code: (words) => <code>{words}</code>,
      })}
    </p>
  </Titled>
)
