import { Button, Confirm, Titled } from '../lib/ui/parts.tsx'
import { type C, done, moderatorAct, pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { closeList, reopenList } from './closing-actions.ts'
import { countUndecided, getClosable } from './closing-queries.ts'
import { whyNotClose } from './rules.ts'

const t = textsOf('list', 'closing')

const listOf = (c: C): string => c.req.param('list') ?? ''

/** A list is closed with its past, and opened again. */
export const closingPages = pages()
  .get('/lists/:list/close', async (c) => {
    const { db, actor } = c.var
    const list = await getClosable(db, actor, listOf(c))
    const why = list.closedAt === null ? whyNotClose(await countUndecided(db, [list.id])) : t.isClosed
    const title = t.closeOf({ title: list.title })
    return c.var.page(
      title,
      why ? (
        <Titled title={title} lead={why}>
          <div class="row">
            <Button href={`/lists/${list.name}`}>{t.backToList}</Button>
          </div>
        </Titled>
      ) : (
        <Confirm
          title={title}
          action={`/lists/${list.name}/close`}
          yes={t.close}
          backHref={`/lists/${list.name}/settings`}
          back={t.keep}
          danger
        >
          <p>{t.consequence({ subscribers: list.subscribers })}</p>
          <p>{t.canBeOpenedAgain}</p>
        </Confirm>
      ),
    )
  })
  .post('/lists/:list/close', moderatorAct('closeList', 'Close a list'), async (c) => {
    await c.var.write((tx) => closeList(tx, c.var.actor, listOf(c)))
    return done(c, `/lists/${listOf(c)}`, t.closed)
  })
  .post('/lists/:list/reopen', moderatorAct('reopenList', 'Open a closed list again'), async (c) => {
    await c.var.write((tx) => reopenList(tx, c.var.actor, listOf(c)))
    return done(c, `/lists/${listOf(c)}`, t.reopened)
  })
