// The tools for assistants. Each runs an existing operation of the API, in process, with the token that was sent. So permissions, rate
// limits and the activity log are those of the API.
import * as z from 'zod'
import type { OfferedTool, ReadingTool } from '../../tool.ts'
import { describeApi } from './api.ts'
import { nameFields } from './describe.ts'
import { nameParameter, type Parameter } from './describe-parameters.ts'

/** Where a tool stands in the API. */
interface Operation {
  path: string
  summary: string
  parameters: { name: string; in: string; required?: boolean; description?: string; schema?: object }[]
}

interface Described {
  paths?: Record<string, { get?: { operationId?: string; summary?: string; parameters?: unknown[] } }>
}

let known: ReadonlyMap<string, Operation> | undefined

/** What can be read, by operation: only what is asked with GET, which changes nothing. */
function operations(): ReadonlyMap<string, Operation> {
  const { paths = {} } = describeApi('') as Described
  known ??= new Map(
    Object.entries(paths).flatMap(([path, { get }]): [string, Operation][] =>
      get?.operationId === undefined
        ? []
        : [[get.operationId, { path, summary: get.summary ?? '', parameters: (get.parameters ?? []) as Operation['parameters'] }]],
    ),
  )
  return known
}

/** The operation that a tool reads. @throws Error for one that there is not, or that does more than read */
export function operationOf({ reads }: ReadingTool): Operation {
  const operation = operations().get(reads)
  if (!operation) throw new Error(`${reads} is no operation that reads`)
  return operation
}

/** What a tool takes, as JSON Schema. */
export interface Taken {
  type: 'object'
  properties: Record<string, object>
  required: string[]
  additionalProperties: false
  [key: string]: unknown
}

const parametersIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)

/** What a draft is about, by its number or its name in addresses. */
function thingNamed(name: string): object {
  const one: Parameter = { in: 'path', name }
  nameParameter(one)
  // Not a list of types: there are clients that know one type of a thing alone, and leave out a tool that has more.
  return { anyOf: [{ type: 'string' }, { type: 'integer' }], description: one.description }
}

/** What a tool takes. */
export function takenBy(tool: OfferedTool): Taken {
  if ('reads' in tool) {
    const { parameters } = operationOf(tool)
    return {
      type: 'object',
      properties: Object.fromEntries(
        parameters.map(({ name, description, schema }) => [name, { ...schema, ...(description === undefined ? {} : { description }) }]),
      ),
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    }
  }
  const fields = z.toJSONSchema(tool.fields, { io: 'input', unrepresentable: 'any' })
  nameFields(fields)
  const { properties = {}, required = [] } = fields
  const about = parametersIn(tool.path)
  return {
    type: 'object',
    properties: { ...Object.fromEntries(about.map((name) => [name, thingNamed(name)])), ...(properties as Record<string, object>) },
    required: [...about, ...required],
    additionalProperties: false,
  }
}

/** What a tool does, to a program. */
export const aboutOf = (tool: OfferedTool): string =>
  'reads' in tool
    ? `${operationOf(tool).summary}. Reads only, and only what its person may see.`
    : `${tool.about} It leaves a draft; nothing is done until its person has read it and sends it in a browser.`

type Arguments = Readonly<Record<string, unknown>>

/** What a tool needs and was not sent. */
export const lackingOf = (tool: OfferedTool, sent: Arguments): string[] =>
  takenBy(tool).required.filter((name) => sent[name] === undefined || sent[name] === '')

/** What does not fit what a tool takes, by the name of the argument; the operation then looks at each value. */
export function faultsOf(tool: OfferedTool, sent: Arguments): Record<string, string> {
  const { properties } = takenBy(tool)
  const unknown = Object.keys(sent).filter((name) => !Object.hasOwn(properties, name))
  const missing = lackingOf(tool, sent)
  const strange = 'reads' in tool ? Object.keys(sent).filter((name) => !isPlain(sent[name])) : []
  return Object.fromEntries([
    ...strange.map((name) => [name, 'A text, a number, true or false.']),
    ...missing.map((name) => [name, 'It is needed.']),
    ...unknown.map((name) => [name, 'There is no such argument.']),
  ])
}

// A piece of an address of these would lead to another address.
const isPlain = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && !/^\.{1,2}$/.test(value))

/** The address of the API that a reading tool asks. */
export function askedBy(tool: ReadingTool, sent: Arguments): string {
  const { path, parameters } = operationOf(tool)
  const query = new URLSearchParams()
  for (const { name, in: place } of parameters)
    if (place === 'query' && sent[name] !== undefined && sent[name] !== null) query.set(name, String(sent[name]))
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(sent[name])))
  return `/api/v1${address}${query.size > 0 ? `?${query}` : ''}`
}

/** The page of something, with what stands in braces filled in; undefined where some of it is not known. */
export function pageAt(template: string, ...facts: Arguments[]): string | undefined {
  let whole = true
  const page = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts.map((one) => one[name]).find((one) => typeof one === 'string' || typeof one === 'number')
    if (value === undefined) whole = false
    return template === `{${name}}` ? String(value) : encodeURIComponent(String(value))
  })
  return whole ? page : undefined
}

/** The resources, by the addresses of their pages. */
export const resourcesOf = (tools: readonly OfferedTool[]): ReadingTool[] =>
  tools.filter((tool): tool is ReadingTool => 'reads' in tool && tool.resource === true)

/** What an address of a page asks a tool for; undefined where it is not that page's. */
export function argumentsIn(template: string, path: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  // Templates are our own; what stands between braces is one piece of the address.
  const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/?#]+)')}$`)
  const found = pattern.exec(path)
  if (!found) return undefined
  try {
    return Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]))
  } catch {
    return undefined
  }
}
