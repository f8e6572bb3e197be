import { Form, TextArea } from '../../lib/ui/form.tsx'
import { Submit } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Item, Submission } from './queries.ts'

const t = textsOf('advocacy', 'desk')

/** What one request is about, of what was handed over. */
export interface ItemProps {
  submission: Submission
  item: Item
}

/** What the vendor asked about a request, with what the group said; the group answers here. */
export const Questions = ({ submission, item }: ItemProps) => (
  <>
    {item.questions.map((question) => (
      <div class="stack">
        <p>
          <b>{t.asks({ asker: question.asker ?? t.theVendor })}</b> {question.text}{' '}
          <span class="meta">
            <Time at={question.askedAt} style="date" />
          </span>
        </p>
        {question.answer ? (
          <p>
            <b>{question.answerer ?? t.theGroup}:</b> {question.answer}{' '}
            <span class="meta">{question.answeredAt && <Time at={question.answeredAt} style="date" />}</span>
          </p>
        ) : submission.inGroup ? (
          <Form id={`q${question.id}`} action={`/submissions/${submission.id}/questions/${question.id}`} label={t.answerQuestion}>
            <TextArea name="text" label={t.answer} rows={3} maxlength={20000} />
            <Submit>{t.sendAnswer}</Submit>
          </Form>
        ) : (
          <p class="soft">{t.theGroupHasNotAnsweredYet}</p>
        )}
      </div>
    ))}
  </>
)
