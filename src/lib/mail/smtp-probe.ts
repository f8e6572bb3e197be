import type { Relay } from './relay.ts'
import { connect, defaultTimeouts } from './smtp-connect.ts'
import { type Capabilities, parseReply, type Reply, ReplyReader } from './smtp-reply.ts'

export interface Probe {
  capabilities: Capabilities
  encrypted: boolean
  /** The answer to MAIL FROM of each sender; the last answer is the one that broke off, where one did. */
  answers: Reply[]
}

const patience = 15_000

/**
 * Asks a relay what it can and whether it takes these envelope senders, and sends nothing: each is taken back by RSET.
 * @param name what we call ourselves in EHLO
 * @throws RelayError where there is no connection, or no sign-in
 */
export async function probeRelay(relay: Relay, name: string, senders: string[]): Promise<Probe> {
  const timeouts = Object.fromEntries(Object.keys(defaultTimeouts).map((phase) => [phase, patience])) as typeof defaultTimeouts
  const { socket, capabilities } = await connect(relay, name, timeouts)
  const reader = new ReplyReader()
  const ask = async (command: string): Promise<Reply> => {
    socket.write(`${command}\r\n`)
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      const [lines] = reader.read((chunk as Buffer).toString('latin1'))
      if (lines) return parseReply(lines)
    }
    return { code: 0, enhanced: null, text: 'The relay closed the connection.' }
  }
  socket.setTimeout(patience, () => socket.destroy(new Error('The relay did not answer in time.')))
  try {
    const answers: Reply[] = []
    for (const sender of senders) {
      answers.push(await ask(`MAIL FROM:<${sender}>`))
      await ask('RSET')
    }
    return { capabilities, encrypted: 'encrypted' in socket, answers }
  } finally {
    socket.end('QUIT\r\n')
    socket.on('error', () => {}).destroySoon()
  }
}
