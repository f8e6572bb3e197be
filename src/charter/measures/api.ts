import { does, Made, makes, needs, routes } from '../../lib/ui/api.ts'
import { MeasureChange, MeasureFields } from '../findings/shapes-api.ts'
import { attachMeasure, changeMeasure, removeMeasure } from './actions.ts'

export const measuresApi = routes()

measuresApi.operation('addMeasure', 'POST /charter/texts/{clause}/measures', {
  summary: 'Add a measure to a clause',
  may: needs('write', 'work'),
  body: MeasureFields,
  answers: makes(Made, 'The measure.'),
  run: async ({ write, actor, params, body }) => ({ id: await write((tx) => attachMeasure(tx, actor, params.clause, body)) }),
})

measuresApi.operation('updateMeasure', 'PUT /charter/measures/{measure}', {
  summary: 'Change a measure',
  may: needs('write', 'work'),
  body: MeasureChange,
  answers: does('Changed.'),
  run: ({ write, actor, params, body }) => write((tx) => changeMeasure(tx, actor, params.measure, body)),
})

measuresApi.operation('removeMeasure', 'DELETE /charter/measures/{measure}', {
  summary: 'Remove a measure',
  may: needs('write', 'work'),
  answers: does('Taken away.'),
  run: ({ write, actor, params }) => write((tx) => removeMeasure(tx, actor, params.measure)),
})
