import { Hono, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { lockAddress } from '../../lib/db/answers.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { ApiEnv } from '../../lib/ui/api.ts'

type Vars = ApiEnv['Variables']

const root = '/api/v1'

/** The address itself, then those above it: what is done to a request is done to what `/requests/{id}` reads. */
function* addressesOf(path: string): Generator<string> {
  const parts = path
    .slice(root.length)
    .replace(/^\/acts(?=\/)/, '')
    .split('/')
    .slice(1)
  for (let n = parts.length; n > 0; n--) yield `/${parts.slice(0, n).join('/')}`
}

/** A version is the same one packed or not. */
const plain = (tag: string) => tag.trim().replace(/^W\//, '')

/**
 * Changes with If-Match (RFC 9110, 13.1.1) that happen only to the version that was read. It is compared within the transaction of the change;
 * two changes to one address that name versions follow each other.
 * @param reader answers what is read at an address, with its ETag
 */
export function onlyUnchanged(reader: Hono<ApiEnv>): MiddlewareHandler<ApiEnv> {
  const inside = new Hono<ApiEnv & { Bindings: { vars: Vars } }>()
    .use((c, next) => {
      for (const [name, value] of Object.entries(c.env.vars)) c.set(name as keyof Vars, value as never)
      return next()
    })
    .route('/', reader)
  // What cannot be read has no version.
  inside.onError((_, c) => c.body(null, 404))

  const read = async (address: string, vars: Vars): Promise<string | undefined> => {
    const answer = await inside.request(address, {}, { vars })
    return answer.status === 200 ? plain(answer.headers.get('etag') ?? '') : undefined
  }
  const versionOf = async (path: string, tx: Tx, given: Vars): Promise<string | undefined> => {
    const vars = { ...given, db: tx }
    for (const address of addressesOf(path)) {
      if ((await read(address, vars)) === undefined) continue
      await lockAddress(tx, address)
      return read(address, vars)
    }
    return undefined
  }

  return async (c, next) => {
    const wanted = c.req.header('if-match')
    if (wanted === undefined || c.req.method === 'GET') return next()
    const vars = c.var
    const { write } = vars
    const compare = async (tx: Tx) => {
      const version = await versionOf(c.req.path, tx, vars)
      if (version === undefined || !(wanted.trim() === '*' || wanted.split(',').map(plain).includes(version)))
        throw new HTTPException(412, { message: 'Someone changed it since you read it, or if-match names no version of it.' })
    }
    let compared = false
    c.set('write', async (act) => {
      const result = await write(async (tx) => {
        if (!compared) await compare(tx)
        return act(tx)
      })
      compared = true
      return result
    })
    await next()
  }
}
