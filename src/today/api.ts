import { z } from '@hono/zod-openapi'
import { does, maybeInstant, named, needs, routes, says } from '../lib/ui/api.ts'
import { choices } from '../lib/ui/waits.ts'
import { chooseWeek } from '../outbox/actions.ts'
import { findWeekChoice } from '../outbox/queries.ts'
import { listToday, warningsOf } from './queries.ts'

const Today = named('Today', {
  weekly: z.boolean().openapi({ description: 'Whether the same comes by mail once a week.' }),
  weekday: z.int().openapi({ description: 'On which day of theirs; Monday is 1.' }),
  hour: z.int().openapi({ description: 'At which hour of theirs.' }),
  items: z.array(
    z.object({
      n: z.int().openapi({ description: 'Its number, as in the letter of this week.' }),
      key: z.string().openapi({ description: 'What it is decided by.' }),
      title: z.string(),
      meta: z.string(),
      path: z.string().openapi({ description: 'The page on this site that has its button.' }),
      warning: z.string().nullable().openapi({ description: 'For whom the writer of held mail can be taken by mistake.' }),
      until: maybeInstant(),
      choices: z.array(z.enum(choices)).openapi({ description: 'What may be decided where it stands; none where only its page can.' }),
      reason: z.boolean().openapi({ description: 'A no needs a reason.' }),
      says: z.boolean().openapi({ description: 'A yes needs the words that go to others.' }),
    }),
  ),
})

/** What waits for somebody, for their programs. */
export const todayApi = routes()

todayApi.operation('getToday', 'GET /me/today', {
  summary: 'What waits for my decision or action',
  may: needs('read'),
  answers: says(Today, 'All of it.'),
  run: async ({ db, actor, gathered }) => {
    const waits = await listToday(db, gathered.waiting, actor)
    const warning = await warningsOf(db, waits, actor.locale)
    const items = waits.map((one) => ({
      ...one,
      meta: [one.whose, one.meta].filter(Boolean).join(' · '),
      path: one.href,
      warning: warning(one) ?? null,
      until: one.until ?? null,
      choices: one.question ? choices.filter((choice) => one[choice] !== undefined) : [],
      reason: one.question?.reason ?? false,
      says: one.question?.says ?? false,
    }))
    const { wanted, weekday, hour } = await findWeekChoice(db, actor.personId ?? 0)
    return { weekly: wanted, weekday, hour, items }
  },
})

todayApi.operation('setTodayMail', 'PUT /me/today/mail', {
  summary: 'Turn the weekly email on or off',
  may: needs('write', 'will'),
  body: { weekly: z.boolean(), weekday: z.int().min(1).max(7).optional(), hour: z.int().min(0).max(23).optional() },
  answers: does('Saved.'),
  run: ({ write, actor, body: { weekly, weekday, hour } }) => write((tx) => chooseWeek(tx, actor, { wanted: weekly, weekday, hour })),
})
