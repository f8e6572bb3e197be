import { whyNotUndoStep } from '../../groups/queries.ts'
import { undoPages } from '../../lib/ui/imports/pages.tsx'
import { idOf } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getVersionById } from './queries.ts'
import { unadopt } from './undo-actions.ts'
import { planUnadopt, whyNotUnadopt } from './undo-queries.ts'

const t = textsOf('charter', 'undo')

/** The way back from an adoption. */
export const unadoptPages = undoPages({
  path: '/charter/versions/:version',
  one: 'adoption',
  get: async (c) => {
    const version = await getVersionById(c.var.db, c.var.actor, idOf(c, 'version'), { keep: true })
    const { id, group, number } = version
    const href = `/groups/${group.slug}/charter/${number}`
    return { version, href, source: t.charterVersion({ number }), action: `/charter/versions/${id}/undo`, state: 'done' as const }
  },
  undo: {
    act: ['undoAdoption', 'Undo the adoption of a charter'],
    lead: () => t.lead,
    whyNot: async ({ var: { db } }, { version }) =>
      (await whyNotUndoStep(db, version.groupId, 'charter')) ?? (await whyNotUnadopt(db, version)),
    plan: ({ var: { db } }, { version }) => planUnadopt(db, version),
    run: async ({ var: { write, actor } }, { version: { id } }) => {
      await write((tx) => unadopt(tx, actor, id))
      return { to: `/charter/drafts/${id}`, said: t.adoptionUndoneVersionDraft }
    },
  },
})
