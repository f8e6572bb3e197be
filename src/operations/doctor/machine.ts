import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { certificateEnd } from '../../lib/certificate.ts'
import { freeShare, isFilling, readDisk } from '../../lib/disk.ts'
import { formatBytes, formatDay } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { utcDay } from '../../time.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('machine')

/** The folder of data, the disk under it, the certificate. */
export async function checkMachine(config: Config, now: Date): Promise<Finding[]> {
  const parts = await Promise.all([checkFolder(config.dataFolder), checkDisk(config.dataFolder), checkCertificate(config.tls?.cert, now)])
  const insecure = config.baseUrl.startsWith('http:') && !/^http:\/\/(localhost|127\.|\[::1\])/.test(config.baseUrl)
  const base = insecure ? [say.wrong(found.machine.insecure({ url: config.baseUrl }), found.machine.insecureTodo)] : []
  return [...parts.flat(), ...base, ...checkMailDoor(config)]
}

/** Mail from the world without encryption is mail that anybody on its way reads. */
function checkMailDoor({ smtp, tls }: Config): Finding[] {
  if (!smtp || tls || /^(?:localhost|127\.|::1$)/.test(smtp.host)) return []
  return [say.wrong(found.machine.smtp({ host: smtp.host, port: String(smtp.port) }), found.machine.smtpTodo)]
}

async function checkFolder(folder: string): Promise<Finding[]> {
  const here = await stat(folder).catch(() => undefined)
  if (!here) return [say.note(found.machine.noFolder({ folder }), found.machine.noFolderTodo)]
  if (process.platform === 'win32') return []
  const open: Finding[] = []
  // Passing through is needed where the database runs under an account of its own.
  if ((here.mode & 0o066) !== 0)
    open.push(say.wrong(found.machine.openFolder({ folder }), found.machine.run({ command: `chmod 700 ${folder}` })))
  const secret = join(folder, 'secret')
  const mode = (await stat(secret).catch(() => undefined))?.mode ?? 0
  if ((mode & 0o077) !== 0)
    open.push(say.wrong(found.machine.openSecret({ file: secret }), found.machine.run({ command: `chmod 600 ${secret}` })))
  return open.length > 0 ? open : [say.ok(found.machine.closed({ folder }))]
}

async function checkDisk(folder: string): Promise<Finding[]> {
  const disk = await readDisk(folder)
  if (!disk) return []
  const share = Math.floor(freeShare(disk))
  const text = found.machine.free({ size: formatBytes(languageNow(), disk.free), share, folder })
  if (isFilling(disk)) return [say.wrong(text, found.machine.fullTodo)]
  if (share < 10) return [say.wrong(text, found.machine.fillingTodo)]
  if (share < 20) return [say.note(text, found.machine.smallTodo)]
  return [say.ok(text)]
}

async function checkCertificate(path: string | undefined, now: Date): Promise<Finding[]> {
  if (path === undefined) return []
  try {
    const { at, days } = await certificateEnd(path, now)
    const day = formatDay({ locale: languageNow() }, utcDay(at))
    if (days < 0) return [say.wrong(found.machine.expired({ path, day }), found.machine.renew)]
    if (days < 14) return [say.note(found.machine.expires({ path, days }), found.machine.renew)]
    return [say.ok(found.machine.valid({ path, days }))]
  } catch (error) {
    return [say.wrong(found.machine.unreadable({ path, why: (error as Error).message }), found.machine.unreadableTodo)]
  }
}
