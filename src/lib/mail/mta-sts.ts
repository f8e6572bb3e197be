import { createHash } from 'node:crypto'

/** Whether others may hand us mail without a certificate that they believe (RFC 8461 §5). */
export type StsMode = 'testing' | 'enforce' | 'none'

/** What a domain says of the way in to it. */
export interface StsPolicy {
  mode: StsMode
  /** The hosts that take its mail, or `*.` and what is above them. */
  mx: readonly string[]
}

// How long it holds without being read again (§3.2): long where it protects, short while it may turn out to be wrong or is taken back.
const seconds: Record<StsMode, number> = { enforce: 14 * 86_400, testing: 86_400, none: 86_400 }

/** The host at which the policy of a domain is read (§3.3). */
export const stsHost = (domain: string): string => `mta-sts.${domain}`

/** Where it stands there. */
export const stsPath = '/.well-known/mta-sts.txt'

/** The policy as it is served. */
export const stsText = ({ mode, mx }: StsPolicy): string =>
  ['version: STSv1', `mode: ${mode}`, ...mx.map((host) => `mx: ${host}`), `max_age: ${seconds[mode]}`, ''].join('\r\n')

/** By which others see in the DNS that it is another one (§3.1). */
export const stsId = (policy: StsPolicy): string => createHash('sha256').update(stsText(policy)).digest('hex').slice(0, 20)

/** Is this host one of the policy's? A star stands for one label (§4.1). */
export const stsNames = ({ mx }: StsPolicy, host: string): boolean => {
  const name = host.toLowerCase().replace(/\.$/, '')
  const above = name.slice(name.indexOf('.') + 1)
  return mx.some((one) => one === name || (one.startsWith('*.') && name.includes('.') && one.slice(2) === above))
}
