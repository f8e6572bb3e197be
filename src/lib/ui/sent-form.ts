// What a program sends in place of a form.
import * as z from 'zod'
import { type FormBody, line, lines, saidNo } from './forms.ts'

const Value = z.union([lines(1_000_000), z.number(), z.boolean(), z.null()])
/** What a program sends in place of a form: as much as the largest takes. Each form then bounds its own fields. */
export const SentForm = z.record(line(200), z.union([Value, z.array(Value).max(10_000)]))

/**
 * Fields as a browser would send them: what is true is a ticked box, what is false is not sent, and what is null is sent empty. What was said
 * to be false, or a list of nothing, is noted: what is there already is no more so, and what a program left out stays.
 */
export function formOf(values: z.output<typeof SentForm>): FormBody {
  const fields = Object.entries(values).map(([name, value]): [string, string[]] => [
    name,
    (Array.isArray(value) ? value : [value]).flatMap((one) => (one === false ? [] : [one === true ? 'on' : String(one ?? '')])),
  ])
  const sent = fields.flatMap(([name, [one, ...more]]) =>
    one === undefined ? [] : [[name, more.length > 0 ? [one, ...more] : one] as const],
  )
  return { ...Object.fromEntries(sent), [saidNo]: new Set(fields.flatMap(([name, all]) => (all.length === 0 ? [name] : []))) }
}

/** What a program sent, read. */
export type Sent = z.output<typeof SentForm>
