import { encryptNotification, vapidHeaders } from '@block65/webcrypto-web-push'
import type { Outward } from '../../lib/outward.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { bring } from '../../webhooks/actions.ts'
import type { SiteKey, Subscription } from './rules.ts'

/** What a device shows: browsers that read it themselves (declarative Web Push) and our own worker take the same. */
export interface Notice {
  title: string
  body: string
  /** Where it leads. */
  navigate: string
  lang: string
}

// Whoever carries it keeps it for so long for a device that is off.
const keepSeconds = 86_400

/**
 * Tells a device something, so that only its browser can read it (RFC 8291), under the name of this site (RFC 8292).
 * @param topic what is not yet delivered of the same is replaced (RFC 8030 §5.4)
 * @returns what those who carry it answered
 */
export async function tell(
  { endpoint, ...keys }: Subscription,
  notice: Notice,
  { key, baseUrl, topic }: { key: SiteKey; baseUrl: string; topic: string },
  outward: Outward,
) {
  const { lang, ...shown } = notice
  const text = JSON.stringify({ web_push: 8030, notification: { ...shown, lang, dir: 'auto', tag: topic } })
  const body = await encryptNotification({ endpoint, expirationTime: null, keys }, new TextEncoder().encode(text))
  // The library knows addresses of the world alone; one in a network of one's own may have no certificate.
  const { headers } = await vapidHeaders(
    { endpoint: endpoint.replace(/^http:/, 'https:'), expirationTime: null, keys },
    { ...key, subject: baseUrl },
  )
  const about = {
    ...{ ttl: String(keepSeconds), urgency: 'normal', topic },
    ...{ 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream', 'user-agent': 'Rapport' },
  }
  return inLanguage(unsaid, () => bring({ method: 'POST', url: endpoint, body }, { ...headers, ...about }, outward))
}
