import { WithAlike } from '../../lib/ui/alike.tsx'
import { Check, Field, TextArea } from '../../lib/ui/form.tsx'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('meetings', 'minutes')

/** The fields of a new topic, with the requests that it may be about where these may be seen. */
export function NewItem({ comparedIn }: { comparedIn: number | undefined }) {
  const title = <Field name="title" label={t.title} maxlength={200} />
  const others = (
    <>
      <TextArea name="note" label={t.note} rows={3} maxlength={5_000} optional />
      <Field name="minutes" type="number" label={t.lengthField} min={1} max={600} short optional />
      <Check name="internal" label={t.workingGroupOnly} />
    </>
  )
  return comparedIn === undefined ? (
    <>
      {title}
      {others}
    </>
  ) : (
    <WithAlike group={comparedIn} first={title}>
      {others}
    </WithAlike>
  )
}
