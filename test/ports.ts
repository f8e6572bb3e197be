import net from 'node:net'

// Below what a system gives to whoever asks for any port (Linux from 32768 on, others from 49152): what is free here is not given away before
// the program that it is for has begun, or while that is down. Each worker of a run has some of its own.
const [first, ownEach] = [20_000, 1_000]
const own = first + (Number(process.env.VITEST_POOL_ID ?? 0) % 12) * ownEach
let tried = process.pid

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const server = net.createServer().once('error', () => answer(false))
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)))
  })

/** A port on which nobody listens, for a program that has to be told one. */
export async function freePort(): Promise<number> {
  for (let times = 0; times < ownEach; times++) {
    const port = own + (tried++ % ownEach)
    if (await isFree(port)) return port
  }
  throw new Error(`No port from ${own} on is free.`)
}
