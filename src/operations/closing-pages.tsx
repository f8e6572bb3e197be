import { Button, Confirm, Titled } from '../lib/ui/parts.tsx'
import { act, type C, done, pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { closeWorkingGroup, reopenWorkingGroup } from './closing-actions.ts'
import { countRunning, getClosableGroup } from './closing-queries.ts'
import { whyNotCloseGroup } from './closing-rules.ts'

const t = textsOf('operations', 'closing')

const slugOf = (c: C): string => c.req.param('group') ?? ''
const factsPath = (slug: string): string => `/groups/${slug}/facts`

/** A group is closed with its past, and opened again. */
export const closingPages = pages()
  .get('/groups/:group/close', async (c) => {
    const { db, actor } = c.var
    const group = await getClosableGroup(db, actor, slugOf(c))
    const why = group.closedAt === null ? whyNotCloseGroup(await countRunning(db, group.id, actor.at)) : t.isClosed
    const title = t.closeOf({ name: group.name })
    return c.var.page(
      title,
      why ? (
        <Titled title={title} lead={why}>
          <div class="row">
            <Button href={factsPath(group.slug)}>{t.backToGroup}</Button>
          </div>
        </Titled>
      ) : (
        <Confirm title={title} action={`/groups/${group.slug}/close`} yes={t.close} backHref={factsPath(group.slug)} back={t.keep} danger>
          <p>{t.consequence}</p>
          <p>{t.canBeOpenedAgain}</p>
        </Confirm>
      ),
    )
  })
  .post('/groups/:group/close', act('work', 'closeGroup', 'Close a working group'), async (c) => {
    await c.var.write((tx) => closeWorkingGroup(tx, c.var.actor, slugOf(c)))
    return done(c, factsPath(slugOf(c)), t.closed)
  })
  .post('/groups/:group/reopen', act('work', 'reopenGroup', 'Open a closed working group again'), async (c) => {
    await c.var.write((tx) => reopenWorkingGroup(tx, c.var.actor, slugOf(c)))
    return done(c, factsPath(slugOf(c)), t.reopened)
  })
