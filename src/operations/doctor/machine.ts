import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { certificateEnd } from '../../lib/certificate.ts'
import { freeShare, isFilling, readDisk } from '../../lib/disk.ts'
import { utcDay } from '../../time.ts'
import { type Finding, findingsOf } from './finding.ts'
import { sizeInWords } from './sizes.ts'

const say = findingsOf('machine')

/** The folder of data, the disk under it, the certificate. */
export async function checkMachine(config: Config, now: Date): Promise<Finding[]> {
  const parts = await Promise.all([checkFolder(config.dataFolder), checkDisk(config.dataFolder), checkCertificate(config.tls?.cert, now)])
  const insecure = config.baseUrl.startsWith('http:') && !/^http:\/\/(localhost|127\.|\[::1\])/.test(config.baseUrl)
  const base = insecure
    ? [
        say.wrong(
          `RAPPORT_BASE_URL is ${config.baseUrl}, so sign-in is not encrypted.`,
          'Set up a proxy with HTTPS and enter its address here.',
        ),
      ]
    : []
  return [...parts.flat(), ...base, ...checkMailDoor(config)]
}

/** Mail from the world without encryption is mail that anybody on its way reads. */
function checkMailDoor({ smtp, tls }: Config): Finding[] {
  if (!smtp || tls || /^(?:localhost|127\.|::1$)/.test(smtp.host)) return []
  return [
    say.wrong(
      `RAPPORT_SMTP listens at ${smtp.host}:${smtp.port} without TLS, so incoming email is not encrypted.`,
      'Set RAPPORT_TLS_CERT and RAPPORT_TLS_KEY, or listen on 127.0.0.1 behind a mail server that uses TLS.',
    ),
  ]
}

async function checkFolder(folder: string): Promise<Finding[]> {
  const found = await stat(folder).catch(() => undefined)
  if (!found) return [say.note(`The data folder ${folder} does not exist yet.`, 'Rapport creates it at the first start.')]
  if (process.platform === 'win32') return []
  const open: Finding[] = []
  // Passing through is needed where the database runs under an account of its own.
  if ((found.mode & 0o066) !== 0)
    open.push(say.wrong(`Other accounts can read or write the data folder ${folder}.`, `Run: chmod 700 ${folder}`))
  const secret = join(folder, 'secret')
  const mode = (await stat(secret).catch(() => undefined))?.mode ?? 0
  if ((mode & 0o077) !== 0)
    open.push(say.wrong(`Other accounts can read ${secret}, which signs all links and sessions.`, `Run: chmod 600 ${secret}`))
  return open.length > 0 ? open : [say.ok(`Only its owner can read the data folder ${folder}.`)]
}

async function checkDisk(folder: string): Promise<Finding[]> {
  const disk = await readDisk(folder)
  if (!disk) return []
  const share = Math.floor(freeShare(disk))
  const text = `${sizeInWords(disk.free)} (${share} %) free on the disk of ${folder}.`
  if (isFilling(disk)) return [say.wrong(text, 'Free some space now. Until then, incoming email is refused; senders try again.')]
  if (share < 10) return [say.wrong(text, 'Free some space. Incoming email is refused before the disk is full.')]
  if (share < 20) return [say.note(text, 'Plan for a larger disk.')]
  return [say.ok(text)]
}

const renewal = 'Renew it. Rapport reads the new file at the next connection.'

async function checkCertificate(path: string | undefined, now: Date): Promise<Finding[]> {
  if (path === undefined) return []
  try {
    const { at, days } = await certificateEnd(path, now)
    if (days < 0) return [say.wrong(`The certificate ${path} expired on ${utcDay(at)}.`, renewal)]
    if (days < 14) return [say.note(`The certificate ${path} expires in ${days === 1 ? 'a day' : `${days} days`}.`, renewal)]
    return [say.ok(`The certificate ${path} is valid for ${days} more days.`)]
  } catch (error) {
    return [say.wrong(`The certificate ${path} cannot be read: ${(error as Error).message}`, 'Correct RAPPORT_TLS_CERT.')]
  }
}
