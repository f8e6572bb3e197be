import type { Context } from 'hono'
import { whyNotUndoStep } from '../../../groups/queries.ts'
import { act } from '../../../lib/ui/acts.ts'
import { UndoPage } from '../../../lib/ui/undo.tsx'
import { done, type Env, idOf, pages } from '../../../lib/ui/web.tsx'
import { getVersionById } from '../queries.ts'
import { unadopt } from './actions.ts'
import { planUnadopt, whyNotUnadopt } from './queries.ts'

const versionOf = (c: Context<Env>) => getVersionById(c.var.db, c.var.actor, idOf(c, 'version'), { keep: true })

/** The way back from an adoption. */
export const unadoptPages = pages()
  .get('/charter/versions/:version/undo', async (c) => {
    const { db } = c.var
    const version = await versionOf(c)
    const path = `/groups/${version.group.slug}/charter/${version.number}`
    const whyNot = (await whyNotUndoStep(db, version.groupId, 'charter')) ?? (await whyNotUnadopt(db, version))
    return c.var.page({
      title: 'Take an adoption back',
      children: (
        <UndoPage
          title="Take the adoption back?"
          meta={<a href={path}>Charter, version {version.number}</a>}
          lead="The version is a draft again; the one before it is in force as it was. Nobody is written to."
          plan={await planUnadopt(db, version)}
          whyNot={whyNot}
          action={`/charter/versions/${version.id}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post('/charter/versions/:version/undo', act('work', 'Take the adoption of a charter back'), async (c) => {
    const version = await versionOf(c)
    await c.var.write((tx) => unadopt(tx, c.var.actor, version.id))
    return done(c, `/charter/drafts/${version.id}`, 'The adoption is taken back; this is a draft again.')
  })
