import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** A request as a server of Node's own would bring it; nothing goes over a network. */
export function asIncoming(request: Request, body: Uint8Array): IncomingMessage {
  const url = new URL(request.url)
  const socket = Object.assign(new Socket(), { encrypted: url.protocol === 'https:' })
  const headers = { ...Object.fromEntries(request.headers), host: url.host }
  const incoming = Object.assign(new IncomingMessage(socket), { method: request.method, url: url.pathname + url.search, headers })
  if (body.length > 0) {
    headers['content-length' as keyof typeof headers] = String(body.length)
    incoming.push(body)
  }
  incoming.push(null)
  return incoming
}

function headersOf(response: ServerResponse): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.getHeaders()))
    for (const one of [value ?? []].flat()) headers.append(name, String(one))
  return headers
}

/** Asks what is written for a server of Node's own, in process. */
export function answerOf(listener: RequestListener, incoming: IncomingMessage): Promise<Response> {
  const outgoing = new ServerResponse(incoming)
  const chunks: Uint8Array[] = []
  const take = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  return new Promise((settle) => {
    Object.assign(outgoing, {
      write(chunk: unknown) {
        take(chunk)
        return true
      },
      end(chunk: unknown) {
        take(chunk)
        const { statusCode: status } = outgoing
        const empty = status === 204 || status === 304 || incoming.method === 'HEAD'
        settle(new Response(empty ? null : Buffer.concat(chunks), { status, headers: headersOf(outgoing) }))
        return outgoing
      },
    })
    listener(incoming, outgoing as ServerResponse<IncomingMessage> & { req: IncomingMessage })
  })
}
