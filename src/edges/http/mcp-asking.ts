// A program of the protocol's first generation is asked back by a request on the stream of its call, and answers in another request.
// Between the two, only the question is stored.
import { createHash } from 'node:crypto'
import {
  type ClientCapabilities,
  isJSONRPCNotification,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type JSONRPCResponse,
  type RequestId,
  type Server,
  type Transport,
} from '@modelcontextprotocol/server'
import { seal, unseal } from '../../lib/sealed.ts'
import type { Questions } from './mcp-questions.ts'

/** What a program can be asked. */
export type Can = Pick<ClientCapabilities, 'elicitation' | 'sampling'>

const kind = 'mcp'

/**
 * The session of a program that can be asked back: sealed, it says what the program can, so that nobody has to remember it.
 * @returns undefined for one that cannot be asked anything
 */
export function sessionFor(secret: string, tokenId: number, { elicitation, sampling }: ClientCapabilities): string | undefined {
  if (!elicitation && !sampling) return undefined
  const form = elicitation && (elicitation.form !== undefined || elicitation.url === undefined)
  const can: Can = { ...(form ? { elicitation: { form: {} } } : {}), ...(sampling ? { sampling: {} } : {}) }
  return seal(secret, JSON.stringify({ kind, tokenId, can })).toString('base64url')
}

/** What the program of a session can; undefined where it is none of this token. */
export function openSession(secret: string, tokenId: number, session: string): Can | undefined {
  try {
    const said = JSON.parse(unseal(secret, Buffer.from(session, 'base64url'))) as { kind?: unknown; tokenId?: unknown; can: Can }
    return said.kind === kind && said.tokenId === tokenId ? said.can : undefined
  } catch {
    return undefined
  }
}

/** A call of a session, by what its program calls it. */
export const callOf = (session: string, id: unknown): string =>
  createHash('sha256')
    .update(`${session}\n${JSON.stringify(id)}`)
    .digest('base64url')

const greeting = 'greeting'

/** What is told to the library of a program that another process has greeted. */
const greetingOf = (capabilities: Can, protocolVersion: string): JSONRPCRequest => ({
  jsonrpc: '2.0',
  id: greeting,
  method: 'initialize',
  params: { protocolVersion, capabilities, clientInfo: { name: 'program', version: '1' } },
})

/**
 * Lets the server of one message ask its caller: its requests leave under ids that nobody guesses, and what comes back to any process is heard here.
 * @param caller its session, what it said it can, and the version that it speaks
 */
export function letAsk(
  server: Server,
  { session, can, version }: { session: string; can: Can; version: string },
  questions: Questions,
): void {
  const connect = server.connect.bind(server)
  server.connect = async (transport: Transport) => {
    const asked = new Map<RequestId, string>()
    const send = transport.send.bind(transport)
    const greeted = Promise.withResolvers<void>()
    let closed = false

    const drop = async (id: RequestId) => {
      const question = asked.get(id)
      asked.delete(id)
      if (question !== undefined) await questions.drop(question)
    }
    const ask = async ({ id, params, ...request }: JSONRPCRequest, call: string): Promise<JSONRPCRequest> => {
      // It cannot tell how far it is: what would hear that is in another process.
      const { _meta, ...rest } = params ?? {}
      const question = await questions.ask(call, (answer) => {
        asked.delete(id)
        transport.onmessage?.(answer === undefined ? late(id) : { ...(JSON.parse(answer) as JSONRPCResponse), id })
      })
      asked.set(id, question)
      if (closed) await drop(id)
      return { ...request, id: question, params: rest }
    }
    const translated = async (message: JSONRPCMessage, about: RequestId | undefined): Promise<JSONRPCMessage> => {
      if (isJSONRPCRequest(message)) return ask(message, callOf(session, about))
      if (!isJSONRPCNotification(message) || message.method !== 'notifications/cancelled') return message
      const id = message.params?.requestId as RequestId
      const requestId = asked.get(id) ?? id
      await drop(id)
      return { ...message, params: { ...message.params, requestId } }
    }

    let greets = true
    transport.send = async (message, options) => {
      // Afterwards a call of the program may be called so.
      if (greets && 'id' in message && message.id === greeting) {
        greets = false
        return greeted.resolve()
      }
      return send(await translated(message, options?.relatedRequestId), options)
    }
    await connect(transport)
    const close = transport.onclose
    transport.onclose = () => {
      closed = true
      for (const id of [...asked.keys()]) drop(id).catch(() => {})
      close?.()
    }
    transport.onmessage?.(greetingOf(can, version))
    await greeted.promise
  }
}

const late = (id: RequestId): JSONRPCResponse => ({ jsonrpc: '2.0', id, error: { code: -32_001, message: 'Nobody answered in time.' } })
