import { excerptOf } from '../../lib/ui/excerpt.ts'
import { Form, Select, TextArea } from '../../lib/ui/form.tsx'
import { Button, Heading, Submit } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getList } from '../core/queries.ts'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { readReplies } from './rules.ts'

const t = textsOf('list', 'moderationPage')
const settings = textsOf('list', 'settings')

type List = Awaited<ReturnType<typeof getList>>

/** A menu of the saved replies of the list: the one that is chosen is added to the reason below, to be changed there; and the way to what is saved, for who is signed in. */
export const SavedReplies = ({ list, at }: { list: List; at: string }) => {
  const replies = readReplies(list.savedReplies)
  const edit = at.startsWith('/lists/') && <a href={`/lists/${list.name}/replies`}>{t.editReplies}</a>
  if (replies.length === 0) return edit ? <p>{edit}</p> : null
  const options = replies.map((reply, place) => ({ value: String(place + 1), label: excerptOf(reply, 80) }))
  return (
    <div class="filters">
      <Select name="reply" label={t.savedReply} options={options} optional />
      <Button formaction={`${at}/reply`} text={t.insertReply} />
      {edit}
    </div>
  )
}

/** What moderators write again and again, a paragraph each. */
export const RepliesPage = ({ list }: { list: List }) => (
  <>
    <Heading title={t.savedReplies} meta={list.title}>
      <LookAfter list={list} current="settings" />
      <SettingsTabs list={list} current="replies" />
    </Heading>
    <Form keeps action={`/lists/${list.name}/replies`} values={{ savedReplies: list.savedReplies }}>
      <TextArea name="savedReplies" label={settings.savedReplies} rows={12} maxlength={10_000} optional hint={settings.savedRepliesHint} />
      <Submit kind="primary">{t.saveReplies}</Submit>
    </Form>
  </>
)
