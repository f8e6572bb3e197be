import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBeforehand } from '../../beforehand.ts'
import { type Config, readConfig } from '../../config.ts'
import { type Ground, openGround } from '../../ground.ts'
import { start } from '../../main.ts'
import { isEmpty } from '../../people/queries.ts'
import { loadDemo } from './demo/load.ts'
import { people } from './demo/people.ts'
import { guests } from './demo/vendor.ts'
import { quiet, say } from './open.ts'
import { runUntilSignal, untilBroken, untilSignalled } from './serve.ts'

/** Fixed answers for the invented domains, so that the demo asks no name server about them. */
async function writeDns(config: Config): Promise<string> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const path = join(config.dataFolder, 'demo-dns.json')
  await writeFile(
    path,
    JSON.stringify({
      'northfield.example': { TXT: ['v=spf1 ip4:127.0.0.1 -all'] },
      '_dmarc.northfield.example': { TXT: ['v=DMARC1; p=reject'] },
    }),
  )
  return `file:${path}`
}

async function printLinks({ context, config }: Ground): Promise<void> {
  say(`\n  Rapport runs at ${config.baseUrl}\n`)
  say('  Sign in as (each link works once, for an hour):')
  for (const { name, email, shown } of [...people.filter((one) => one.shown), ...guests]) {
    const made = await context.auth.createCode(email)
    const query = made && new URLSearchParams({ email, code: made.key })
    if (query) say(`    ${`${name}, ${shown}`.padEnd(34)} ${config.baseUrl}/sign-in/code?${query}`)
  }
  const port = config.smtp?.port ?? 2525
  say('\n  Send a mail to the list:')
  say(`    swaks --server 127.0.0.1:${port} --from maren.oduya@northfield.example --to lectio-l@${config.mailDomain} \\`)
  say("      --header 'Subject: A first mail' --body 'It works.'\n")
}

/** `rapport demo`: everything, with an invented group, at the addresses of the configuration. */
export async function demo(): Promise<number> {
  const config = readConfig()
  const roles = new Set(['web', 'smtp', 'worker'] as const)
  await checkBeforehand(config, roles)
  // Nobody patches what is only looked at.
  const ground = await openGround({ ...quiet(config), versionAlarm: false, dns: config.dns ?? (await writeDns(config)) })
  if (await isEmpty(ground.context.db)) {
    say('Loading the demo group …')
    await loadDemo(ground)
  }
  void untilBroken(ground.context.log)
  const signalled = untilSignalled()
  // What follows from all that was loaded is done while the first page is looked at.
  const running = await start(ground, roles)
  await printLinks(ground)
  return runUntilSignal(ground, running, signalled)
}
