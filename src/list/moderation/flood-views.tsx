import { Hidden } from '../../lib/ui/form.tsx'
import { Listing, Thing } from '../../lib/ui/lists.tsx'
import { Button } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getList } from '../core/queries.ts'
import type { getHeld, listFlooding } from './queries.ts'

const t = textsOf('list', 'moderationPage')

/** Nothing is approved for a list that has closed. */
type Open = Pick<Awaited<ReturnType<typeof getList>>, 'closedAt'>
type Held = Awaited<ReturnType<typeof getHeld>>

/** Writers of whom much waits: one decision for all of it. */
export const Flooding = ({ at, list, flooding }: { at: string; list: Open; flooding: Awaited<ReturnType<typeof listFlooding>> }) => (
  <Listing title={t.manyOfOneWriter}>
    {flooding.map(({ fromEmail, fromName, count, subject }) => (
      <Thing
        title={t.messagesOf({ count, name: fromName || fromEmail })}
        meta={
          <span class="break">
            {fromEmail} · {subject || t.noSubject}
          </span>
        }
      >
        <form method="post" action={`${at}/writer`} class="row">
          <Hidden name="email" value={fromEmail} />
          <Verdicts list={list} name={fromName || fromEmail} />
        </form>
      </Thing>
    ))}
  </Listing>
)

/** One decision for all that waits of the same writer, or under the same subject. */
export const Together = ({ at, list, held, others }: { at: string; list: Open; held: Held; others: { writer: number; alike: number } }) => (
  <>
    {others.writer > 1 && (
      <form method="post" action={`${at}/writer`} class="row">
        <Hidden name="email" value={held.fromEmail} />
        <span>{t.messagesOf({ count: others.writer, name: held.fromName || held.fromEmail })}</span>
        <Verdicts list={list} name={held.fromName || held.fromEmail} />
      </form>
    )}
    {others.alike > 1 && (
      <form method="post" action={`${at}/${held.id}/alike`} class="row">
        <span>{t.messagesLike({ count: others.alike })}</span>
        <Verdicts list={list} name={held.subject} />
      </form>
    )}
  </>
)

/** @param name whose mail it is, for who does not see what stands beside it */
const Verdicts = ({ list, name }: { list: Open; name: string }) => (
  <>
    <Button name="decision" value="block" label={t.discardAllAndBlockOf({ name })} text={t.discardAllAndBlock} />
    <Button kind="quiet" name="decision" value="discard" label={t.discardAllOf({ name })} text={t.discardAll} />
    {list.closedAt === null && <Button kind="quiet" name="decision" value="approve" label={t.approveAllOf({ name })} text={t.approveAll} />}
  </>
)
