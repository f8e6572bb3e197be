import { type CallToolResult, type InputRequiredResult, inputRequired, inputResponse, type Server } from '@modelcontextprotocol/server'
import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Asking, type Choice, nameOf, type OfferedTool } from '../../tool.ts'
import { aboutOf, lackingOf, type Taken, takenBy } from './tools.ts'

const words = wordsOf('people', 'tools')

/** More than so many are no choice for a person. */
const mostChoices = 50
const question = 'lacking'

type Arguments = Record<string, unknown>

/** What was sent, completed by what its person said; or what is answered instead. */
type Completed = { sent: Arguments } | { answer: CallToolResult | InputRequiredResult }

interface Asker {
  server: Server
  guest: { among(asking: Asking): Promise<Choice[]>; locale: Locale }
}

/** Can the program put a form before its person? What says nothing of how it asks, shows forms. */
function showsForms(server: Server): boolean {
  const can = server.getClientCapabilities()?.elicitation
  return can !== undefined && (can.form !== undefined || can.url === undefined)
}

/** What a tool does and takes, to a program: what its person can be asked may be left out. */
export function offerOf(server: Server, tool: OfferedTool): { description: string; inputSchema: Taken } {
  const [about, taken] = [aboutOf(tool), takenBy(tool)]
  const asked = Object.keys(('drafts' in tool && showsForms(server) && tool.asks) || {})
  if (asked.length === 0) return { description: about, inputSchema: taken }
  const inputSchema = { ...taken, required: taken.required.filter((name) => !asked.includes(name)) }
  return { description: `${about} Leave out ${asked.join(', ')} where you were not told: your person is asked.`, inputSchema }
}

/** Titles of choices are said otherwise since the protocol's version of November 2025. */
const schemaOf = (server: Server, title: string, choices: readonly Choice[]) => {
  const [values, titles] = [choices.map(({ value }) => value), choices.map((one) => one.title)]
  return (server.getNegotiatedProtocolVersion() ?? '') < '2025-11-25'
    ? { type: 'string' as const, title, enum: values, enumNames: titles }
    : { type: 'string' as const, title, oneOf: choices.map((one) => ({ const: one.value, title: one.title })) }
}

/** What is asked of a person by the names of the fields; undefined where one of them cannot be chosen. */
async function choicesFor({ guest }: Asker, tool: OfferedTool, fields: readonly string[]) {
  const asks: Readonly<Record<string, Asking | undefined>> = ('drafts' in tool && tool.asks) || {}
  const found = new Map<string, Choice[]>()
  for (const field of fields) {
    const asking = Object.hasOwn(asks, field) ? asks[field] : undefined
    const choices = asking ? await guest.among(asking) : []
    if (choices.length === 0 || choices.length > mostChoices) return undefined
    found.set(field, choices)
  }
  return found
}

function ask({ server, guest }: Asker, tool: OfferedTool, choices: ReadonlyMap<string, Choice[]>): InputRequiredResult {
  const t = words(guest.locale)
  const titles: Readonly<Record<string, string>> = t.drafting
  const labels: Readonly<Record<string, string>> = t.askedFields
  return inputRequired({
    inputRequests: {
      [question]: inputRequired.elicit({
        message: t.asking({ what: titles[nameOf(tool)] ?? nameOf(tool) }),
        requestedSchema: {
          type: 'object',
          properties: Object.fromEntries([...choices].map(([field, among]) => [field, schemaOf(server, labels[field] ?? field, among)])),
          required: [...choices.keys()],
        },
      }),
    },
  })
}

/**
 * Asks the person of a program what only they can say of a draft, where the program left it out and can ask. What they say is as if it had been sent,
 * and is looked at as that is; nothing else of their answer is taken.
 * @param said what they answered, once they were asked
 */
export async function askLacking(
  asker: Asker,
  tool: OfferedTool,
  sent: Arguments,
  said: Record<string, unknown> | undefined,
): Promise<Completed> {
  const lacking = lackingOf(tool, sent)
  if (lacking.length === 0 || !showsForms(asker.server)) return { sent }
  const answer = inputResponse(said, question)
  if (answer.kind === 'elicit' && answer.action !== 'accept')
    return { answer: { content: [{ type: 'text', text: 'Your person did not say which. Nothing was drafted.' }], isError: true } }
  if (answer.kind === 'elicit') {
    const taken = Object.entries(answer.content ?? {}).filter(([field, value]) => lacking.includes(field) && typeof value === 'string')
    return { sent: { ...sent, ...Object.fromEntries(taken) } }
  }
  const choices = await choicesFor(asker, tool, lacking)
  return choices ? { answer: ask(asker, tool, choices) } : { sent }
}
