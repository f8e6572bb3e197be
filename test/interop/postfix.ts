import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { missing, run } from './programs.ts'

const guide = readFileSync(resolve(import.meta.dirname, '../../docs/operators/postfix.md'), 'utf8')

/** The lines of one file as docs/operators/postfix.md tells them. */
function fromGuide(file: string): string {
  const lines = new RegExp(`^\`\`\`\\w+ ${file.replace('.', '\\.')}\\n([^]*?)^\`\`\``, 'm').exec(guide)?.[1]
  if (!lines) throw new Error(`postfix.md has no block for ${file}`)
  return lines
}

/** Why Postfix cannot be tried here. */
export const noPostfix = missing('postfix', 'postconf') ?? (process.getuid?.() === 0 ? undefined : 'Postfix is started by root only')

const services = `
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
showq unix n - n - - showq
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
`

interface Ports {
  /** Where the world comes in, where Rapport does, Rapport's LMTP, and the host that everything else goes to. */
  front: number
  relay: number
  lmtp: number
  next: number
}

/** A Postfix of its own with the lines of the guide; only ports and folders are the test's. */
export async function startPostfix({ front, relay, lmtp, next }: Ports) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-postfix-'))
  chmodSync(folder, 0o755)
  const at = (name: string) => join(folder, name)
  for (const name of ['etc', 'queue', 'data']) mkdirSync(at(name))
  const [user, group] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postfix'])).output)))
  chownSync(at('data'), user ?? 0, group ?? 0)
  const own = `compatibility_level = 3.6
queue_directory = ${at('queue')}
data_directory = ${at('data')}
maillog_file = ${at('log')}
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.org
mydestination =
alias_maps =
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
smtpd_sender_restrictions = check_recipient_access inline:{
    { full.example = 452 4.2.2 The mailbox is full }, { gone.example = 550 5.1.1 No such user } }
`
  writeFileSync(at('etc/main.cf'), own + fromGuide('main.cf'))
  writeFileSync(
    at('etc/master.cf'),
    `127.0.0.1:${front} inet n - n - - smtpd\n${services}${fromGuide('master.cf').replace(':10025', `:${relay}`)}`,
  )
  const toRapport = fromGuide('rapport-transport').replace(':8024', `:${lmtp}`)
  writeFileSync(at('etc/rapport-transport'), `${toRapport}* smtp:[127.0.0.1]:${next}\n`)

  const log = () => (existsSync(at('log')) ? readFileSync(at('log'), 'utf8') : '')
  const command = (name: string) => run('postfix', ['-c', at('etc'), name])
  const started = await command('start')
  if (started.code !== 0) throw new Error(`Postfix does not start: ${started.output}\n${log()}`)
  return {
    log,
    /** `postfix stop` ends the master of this folder, by the id that it left there. */
    async stop() {
      await command('stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
