import { createRoute, z } from '@hono/zod-openapi'
import { does, id, made, makes, needs, routes, takes } from '../../lib/ui/api.ts'
import { Made, MeasureFields } from '../findings/shapes-api.ts'
import { attachMeasure, changeMeasure, removeMeasure } from './actions.ts'

export const measuresApi = routes()

measuresApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/texts/{clause}/measures',
    operationId: 'addMeasure',
    summary: 'Add a measure to a clause',
    ...needs('write', 'work'),
    request: { params: z.object({ clause: id() }), body: takes(MeasureFields) },
    responses: makes(Made, 'The measure.'),
  }),
  async (c) =>
    made(
      c,
      { id: await c.var.write((tx) => attachMeasure(tx, c.var.actor, c.req.valid('param').clause, c.req.valid('json'))) },
      () => undefined,
    ),
)

measuresApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/measures/{measure}',
    operationId: 'updateMeasure',
    summary: 'Change a measure',
    ...needs('write', 'work'),
    request: { params: z.object({ measure: id() }), body: takes(MeasureFields) },
    responses: does('Changed.'),
  }),
  async (c) => {
    await c.var.write((tx) => changeMeasure(tx, c.var.actor, c.req.valid('param').measure, c.req.valid('json')))
    return c.body(null, 204)
  },
)

measuresApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/measures/{measure}',
    operationId: 'removeMeasure',
    summary: 'Remove a measure',
    ...needs('write', 'work'),
    request: { params: z.object({ measure: id() }) },
    responses: does('Taken away.'),
  }),
  async (c) => {
    await c.var.write((tx) => removeMeasure(tx, c.var.actor, c.req.valid('param').measure))
    return c.body(null, 204)
  },
)
