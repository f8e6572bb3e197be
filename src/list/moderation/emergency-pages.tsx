import * as z from 'zod'
import { readForm } from '../../lib/ui/forms.ts'
import { bodyOf, doneIf, moderatorAct, pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getModeratedList } from '../core/queries.ts'
import { changeList } from '../settings/actions.ts'

const t = textsOf('list', 'emergency')

const EmergencyForm = z.object({ on: z.enum(['yes', 'no']) })

/** Everything waits for a moderator, or no longer: theirs to say, for it is they who are there when a quarrel or a flood begins. */
export const emergencyPages = pages().post(
  '/lists/:list/emergency',
  moderatorAct('setEmergencyMode', 'Start or end the emergency mode of a list', EmergencyForm),
  async (c) => {
    const { db, write, actor } = c.var
    const { name } = await getModeratedList(db, actor, c.req.param('list') ?? '')
    const emergency = readForm(EmergencyForm, await bodyOf(c), actor.locale).on === 'yes'
    const changed = await write((tx) => changeList(tx, actor, name, { emergency }))
    return doneIf(c, changed, `/lists/${name}/held`, emergency ? t.begun : t.ended)
  },
)
