import type { Context } from 'hono'

/** A name that is safe in a header and on a disk. */
export const safeName = (name: string, otherwise: string): string => name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_').slice(0, 120) || otherwise

/**
 * Answers with a file: always a download, never shown as a page of this site, whatever it says it is.
 * @param body its bytes, or its pieces as they come; a failure on the way breaks the connection, so that nobody takes a part for the whole
 */
export function sendFile(
  c: Context,
  { name, type, size }: { name: string; type: string; size?: number },
  body: Uint8Array | AsyncIterable<Uint8Array>,
): Response {
  const headers: Record<string, string> = {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, max-age=3600',
  }
  if (size !== undefined) headers['content-length'] = String(size)
  return body instanceof Uint8Array ? c.body(new Uint8Array(body), 200, headers) : c.body(ReadableStream.from(body), 200, headers)
}
