import { Field, Form } from '../../lib/ui/form.tsx'
import { Fold, PostButton, Submit } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listEdits } from './queries.ts'

const t = textsOf('archive', 'threading')

/** How the messages of a thread come to its reader: by one button each. */
export const ThreadChoice = ({ here, choice, subject }: { here: string; choice: 'follow' | 'mute' | undefined; subject: string }) => (
  <div class="stack">
    {choice && <p class="meta">{t.chosen[choice]}</p>}
    <div class="row">
      {(['follow', 'mute'] as const).map((one) => (
        <PostButton
          action={`${here}/choose`}
          kind="quiet"
          fields={{ choice: choice === one ? 'none' : one }}
          label={`${choice === one ? t.undo[one] : t.choose[one]}: ${subject}`}
          text={choice === one ? t.undo[one] : t.choose[one]}
        />
      ))}
    </div>
  </div>
)

interface ThreadEditsProps {
  list: string
  here: string
  subject: string
  edits: Awaited<ReturnType<typeof listEdits>>
}

/** What a moderator can make of a thread, and take back. */
export const ThreadEdits = ({ list, here, subject, edits }: ThreadEditsProps) => (
  <Fold title={t.change}>
    <div class="stack">
      <Form action={`${here}/rename`} id="rename" values={{ subject }}>
        <Field name="subject" label={t.subject} maxlength={300} />
        <Submit>{t.rename}</Submit>
      </Form>
      <Form action={`${here}/join`} id="join">
        <Field name="other" label={t.other} hint={t.otherHint} maxlength={1_500} />
        <Submit>{t.join}</Submit>
      </Form>
      {!edits.some(({ kind }) => kind === 'hold') && <PostButton action={`${here}/hold`} text={t.hold} />}
      {edits.length > 0 && (
        <ul class="links">
          {edits.map((edit) => (
            <li class="row">
              <span class="meta">
                {t.made[edit.kind]({ by: edit.by })} <Time at={edit.madeAt} style="date" />
              </span>
              <PostButton
                action={`/lists/${list}/t/edits/${edit.id}/undo`}
                kind="quiet"
                label={`${t.takeBack}: ${t.made[edit.kind]({ by: edit.by })}`}
                text={t.takeBack}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  </Fold>
)

/** Lets a message begin a thread of its own. */
export const Split = ({ here, name }: { here: string; name: string }) => (
  <form method="post" action={`${here}/split`} class="inline">
    <button type="submit" class="link soft" aria-label={t.splitAt({ name })}>
      {t.split}
    </button>
  </form>
)
