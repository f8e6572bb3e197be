import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'

const writing =
  /^\s*(?:insert|update|delete|merge)\b|^\s*with\b[\s\S]*\b(?:insert into|update|delete from)\b|graphile_worker\.(?:add_job|remove_job)/i
/** A transaction that begins with this notes something beside what is asked: who asks, how often, and that they need their draft no more. */
const beside = /^\s*(?:insert into|update|delete from)\s+"?(?:session|rate_window|api_token|draft)\b/i

/**
 * Looks at what is written by the connections that a pool opens from now on.
 * @returns runs what is asked, and answers with its answer and with each transaction that wrote something for it and was committed
 */
export function watchWrites(pool: pg.Pool) {
  const asking = new AsyncLocalStorage<string[][]>()
  pool.on('connect', (client) => {
    const ask = client.query as (...args: unknown[]) => unknown
    let open: string[] | undefined
    client.query = ((...args: unknown[]) => {
      const [text] = args
      const said = typeof text === 'string' ? text : ''
      const note = (written: string[]) => written[0] !== undefined && !beside.test(written[0]) && asking.getStore()?.push(written)
      if (said === 'begin') open = []
      else if (said === 'commit' && open) note(open)
      else if (writing.test(said) && open) open.push(said)
      else if (writing.test(said)) note([said])
      if (said === 'commit' || said === 'rollback') open = undefined
      return ask(...args)
    }) as typeof client.query
  })
  return async <T>(act: () => Promise<T>): Promise<[answer: T, written: string[][]]> => {
    const written: string[][] = []
    return [await asking.run(written, act), written]
  }
}
