import { isCarried } from '../../lib/mail/proof-rules.ts'
import type { ReadMail } from './read.ts'

/**
 * Is a mail meant for the address that it came to? One that signatures alone prove can be brought by anybody who got a copy: it must name the
 * address itself, in the one To or Cc that it has. Of a second one nobody knows whether it is signed.
 * @param local the address's local part, in lower case
 */
export function isMeantFor({ message, authentication }: Pick<ReadMail, 'message' | 'authentication'>, local: string): boolean {
  if (!isCarried(authentication)) return true
  const { headers, to, cc } = message
  const once = (field: string) => headers.filter(({ name }) => name === field).length <= 1
  return once('to') && once('cc') && [...to, ...cc].some(({ address }) => address.toLowerCase().startsWith(`${local}@`))
}
