import { z } from '@hono/zod-openapi'
import { line, lines } from '../lib/ui/forms.ts'

export const InGroup = { group: line(40).optional().openapi({ description: 'Its short name; the first of mine where not given.' }) }

export const Given = z.object({
  class: line(60)
    .min(1)
    .openapi({ description: 'planned, in discovery, declined, exists already, needs information, not a product matter' }),
  reason: lines(10_000).min(1),
  release: line(100).default(''),
  nextReview: line(40).default(''),
  cost: line(20).default(''),
  question: lines(5_000).default(''),
  readers: line(60).default(''),
  from: line(40).default(''),
})
