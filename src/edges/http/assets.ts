import type { Context } from 'hono'
import { type Asset, findAsset } from '../../lib/ui/assets.ts'

/** The smallest form that the browser takes. */
function encode(asset: Asset, accepts: string): { bytes: Buffer; encoding?: string } {
  if (asset.br && accepts.includes('br')) return { bytes: asset.br, encoding: 'br' }
  if (asset.gzip && accepts.includes('gzip')) return { bytes: asset.gzip, encoding: 'gzip' }
  return { bytes: asset.bytes }
}

/** A file of the interface: its address carries a hash of it, so it is kept for ever. */
export function sendAsset(c: Context): Response | Promise<Response> {
  const asset = findAsset(c.req.path)
  if (!asset) return c.text('There is no such file.', 404)
  const headers = { 'cache-control': asset.cacheControl, etag: asset.etag, vary: 'accept-encoding' }
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers)
  const { bytes, encoding } = encode(asset, c.req.header('accept-encoding') ?? '')
  return c.body(new Uint8Array(bytes), 200, {
    ...headers,
    'content-type': asset.type,
    'x-content-type-options': 'nosniff',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  })
}
