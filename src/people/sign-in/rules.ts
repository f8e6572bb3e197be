// The first that fits: most browsers call themselves by the names of others too.
const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'a Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

const firstOf = (table: [RegExp, string][], text: string): string | undefined => table.find(([pattern]) => pattern.test(text))?.[1]

/** What is shown of a browser: `Firefox on Linux`; what is not known is not guessed. */
export function describeDevice(userAgent: string | null): string {
  const browser = firstOf(browsers, userAgent ?? '') ?? 'A browser'
  const system = firstOf(systems, userAgent ?? '')
  return system ? `${browser} on ${system}` : browser
}

/** Certificates of a PEM text, each as base64; empty where there is none. */
export function readCertificates(text: string): string[] {
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g)].map(([, body = '']) => body)
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
