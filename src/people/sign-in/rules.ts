/** Certificates of a PEM text, each as base64; empty where there is none. */
export function readCertificates(text: string): string[] {
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)].map(([, body = '']) => body)
  return (blocks.length > 0 ? blocks : [text])
    .map((body) => body.replaceAll(/\s/g, ''))
    .filter((body) => /^[A-Za-z0-9+/]{80,}={0,2}$/.test(body))
}

/** Domains as they are typed: separated by spaces or commas; undefined where one is none. */
export function readDomains(text: string): string[] | undefined {
  const domains = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return domains.every((one) => one === '*' || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one)) ? [...new Set(domains)] : undefined
}

/** Most passkeys of one person: a lost key is removed, not left behind. */
export const mostPasskeys = 20
