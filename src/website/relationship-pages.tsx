import * as z from 'zod'
import { showFigures } from '../advocacy/actions.ts'
import { findShowing, listPairs, readPublicFigures } from '../advocacy/queries.ts'
import { missing, NotFound } from '../errors.ts'
import { listGroups } from '../groups/queries.ts'
import { ifSent, line, readForm, tick } from '../lib/ui/forms.ts'
import { act, bodyOf, doneIf, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayKeepSite, maySeeShown, mayShowRelationship } from '../policy.ts'
import { FiguresPage, PublicRelationshipPage } from './relationship-views.tsx'
import { relationshipWords } from './relationship-words.ts'

const t = textsOf('website', 'relationshipPage')

const FiguresForm = z.object({ group: line(40), shown: ifSent(tick()) })

/** A group and its vendor in figures, for everybody where the group decides so; who decides may look at it before. */
export const publicRelationshipPages = pages()
  .get('/relationship', async (c) => {
    const { db, actor } = c.var
    const { group, others } = await findShowing(db, actor, c.req.query('group'))
    const words = relationshipWords(actor.locale)
    return c.var.page(
      words.title({ group: group.name, vendor: group.vendor }),
      <PublicRelationshipPage
        {...{ group, others }}
        figures={await readPublicFigures(db, group.id, actor.at)}
        preview={!group.relationshipPublic}
      />,
      { kind: 'public', description: words.lead({ vendor: group.vendor }) },
    )
  })
  .get('/site/figures', async (c) => {
    const { db, actor } = c.var
    if (!maySeeShown(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const groups = await listPairs(db)
    return c.var.page(
      t.publicFigures,
      <FiguresPage
        keepsSite={mayKeepSite(actor)}
        groups={groups.map((group) => ({ ...group, shown: group.relationshipPublic, leads: mayShowRelationship(actor, group.id) }))}
      />,
    )
  })
  .post(
    '/site/figures',
    act('work', 'publishFigures', 'Set whether everyone can see the figures of a group and its vendor', FiguresForm),
    async (c) => {
      const { db, actor, write } = c.var
      if (!maySeeShown(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
      const form = readForm(FiguresForm, await bodyOf(c))
      const group = (await listGroups(db)).find(({ slug }) => slug === form.group) ?? missing(refusals.noSuchGroup)
      const changed = await write((tx) => showFigures(tx, actor, group.id, form.shown))
      return doneIf(c, changed, '/site/figures', form.shown ? t.savedEveryoneSeesThese : t.savedOnlyWorkingGroupSees)
    },
  )
