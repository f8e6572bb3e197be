import * as z from 'zod'

export type Schema = Record<string, unknown>

/** A schema of the description as a check, with those that it names; what it does not describe must not be there. */
export function checkOf(schemas: Readonly<Record<string, Schema>>, schema: Schema): z.ZodType {
  const strict = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strict)
    if (typeof value !== 'object' || value === null) return value
    const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, strict(one)]))
    if (typeof inner.$ref === 'string') return strict(schemas[inner.$ref.split('/')[3] ?? ''])
    return inner.type === 'object' && inner.properties && !('additionalProperties' in inner)
      ? { ...inner, additionalProperties: false }
      : inner
  }
  return z.fromJSONSchema(strict(schema) as Parameters<typeof z.fromJSONSchema>[0])
}
