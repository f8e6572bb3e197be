import {
  createMcpHandler,
  isInitializeRequest,
  isJSONRPCNotification,
  isJSONRPCResponse,
  type JSONRPCResponse,
  readRequestBody,
  type Server,
} from '@modelcontextprotocol/server'
import type { Logger } from 'pino'
import { NotAllowed } from '../../errors.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Can, callOf, letAsk, openSession, sessionFor } from './mcp-asking.ts'
import type { Questions } from './mcp-questions.ts'

const t = textsOf('edges', 'http')

/** Of one message of the protocol: a draft is the largest. */
const largestMessage = 1024 * 1024
/** Of what a program answers to a question: it waits in the database until the one that asked takes it. */
const largestAnswer = 64 * 1024
const mostAnswers = 8

/** Who comes in, and how they are asked back. */
export interface Door {
  baseUrl: string
  log: Logger
  /** Seals what a program can. */
  secret: string
  tokenId: number
  questions: Questions
}

const refused = (status: number, message: string) =>
  Response.json({ jsonrpc: '2.0', error: { code: -32_600, message }, id: null }, { status })

/** What was posted, where it is JSON of a bounded size; the library says what is wrong with all else. */
async function readPosted(request: Request): Promise<{ message: unknown; length: number } | undefined> {
  if (request.method !== 'POST') return undefined
  try {
    const body = await readRequestBody(request.clone(), largestMessage)
    return body.tooLarge ? undefined : { message: JSON.parse(body.text) as unknown, length: body.text.length }
  } catch {
    return undefined
  }
}

/** Answers to what tools have asked, where nothing else was posted. */
function answersIn(message: unknown): JSONRPCResponse[] | undefined {
  const all: unknown[] = Array.isArray(message) ? message : [message]
  return all.length > 0 && all.length <= mostAnswers && all.every((one) => isJSONRPCResponse(one)) ? all : undefined
}

/** Hands answers to those who wait for them. */
async function takeAnswers(answers: readonly JSONRPCResponse[], { questions }: Door): Promise<Response> {
  for (const { id, ...answer } of answers)
    if (!(await questions.answer(String(id), JSON.stringify(answer)))) return refused(409, t.nobodyWaitsForAnswer)
  return new Response(null, { status: 202 })
}

/** What a program of the first generation said of itself when it came. */
const greetedWith = (message: unknown) => (isInitializeRequest(message) ? message.params.capabilities : undefined)

/** The call that a program wants no more. */
const cancelledBy = (message: unknown): unknown =>
  isJSONRPCNotification(message) && message.method === 'notifications/cancelled' ? message.params?.requestId : undefined

/**
 * The transport: Streamable HTTP in both generations of the protocol. Each message gets a server of its own, which may tell of its progress while it works,
 * and ask its caller. A session says what a program can be asked and is kept nowhere; without one, nothing is asked.
 * @param serverFor makes the server of a message
 * @returns what answers it
 */
export function openMcpDoor(door: Door, serverFor: () => Server): (request: Request) => Promise<Response> {
  const { baseUrl, log, secret, tokenId, questions } = door
  const ours = new URL(baseUrl).origin
  const handlerFor = (caller: { session: string; can: Can; version: string } | undefined) =>
    createMcpHandler(
      ({ era }) => {
        const server = serverFor()
        if (era === 'legacy' && caller) letAsk(server, caller, questions)
        return server
      },
      {
        maxSubscriptions: 0,
        maxRequestBodySize: largestMessage,
        onerror: (err) => log.warn({ err }, 'a message of an assistant was refused'),
      },
    )
  /** A message that is no answer. */
  const hear = async (request: Request, posted: unknown): Promise<Response> => {
    const session = request.headers.get('mcp-session-id') ?? ''
    const can = session === '' ? undefined : openSession(secret, tokenId, session)
    if (session !== '' && !can) return refused(404, t.noSuchSession)
    const cancelled = cancelledBy(posted)
    if (can && cancelled !== undefined) await questions.cancel(callOf(session, cancelled))
    const version = request.headers.get('mcp-protocol-version') ?? ''
    const response = await handlerFor(can && { session, can, version }).fetch(request)
    const said = greetedWith(posted)
    const begun = said && sessionFor(secret, tokenId, said)
    if (begun !== undefined) response.headers.set('mcp-session-id', begun)
    return response
  }
  return async (request) => {
    // A page elsewhere has no business here, whatever token it found, or by what name it reached us (the protocol asks for this). A proxy may give us
    // another host than the one it was asked for; the page's origin it leaves.
    const origin = request.headers.get('origin')
    if (origin !== null && origin !== ours) throw new NotAllowed(t.anotherSiteSentFormOpen)
    const posted = await readPosted(request)
    const answers = posted && answersIn(posted.message)
    if (!answers) return hear(request, posted?.message)
    return posted.length > largestAnswer ? refused(413, t.answerTooLong) : takeAnswers(answers, door)
  }
}
