import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBeforehand } from '../../beforehand.ts'
import { type Config, readConfig } from '../../config.ts'
import { type Ground, openGround } from '../../ground.ts'
import { start } from '../../main.ts'
import { isEmpty } from '../../people/queries.ts'
import { loadDemo } from './demo/load.ts'
import { people } from './demo/people.ts'
import { guests } from './demo/vendor.ts'
import { runUntilSignal, untilBroken, untilSignalled } from './serve.ts'

/** Fixed answers for the invented domains, so that the demo asks no name server about them. */
async function writeDns(config: Config): Promise<string> {
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
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`\n  Rapport runs at ${config.baseUrl}\n`)
  say('  Sign in as (each link works once, for an hour):')
  for (const person of [...people.filter((one) => one.shown), ...guests]) {
    const made = await context.auth.createCode(person.email)
    if (made)
      say(
        `    ${(person.shown ?? '').padEnd(34)} ${config.baseUrl}/sign-in/code?${new URLSearchParams({ email: person.email, code: made.key })}`,
      )
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
  const quiet = { ...config, versionAlarm: false, logLevel: config.logLevel === 'info' ? ('warn' as const) : config.logLevel }
  const dns = config.dns ?? (await prepare(quiet))
  const ground = await openGround({ ...quiet, dns })
  if (await isEmpty(ground.context.db)) {
    process.stdout.write('Loading the demo group …\n')
    await loadDemo(ground)
  }
  void untilBroken(ground.context.log)
  const signalled = untilSignalled()
  // What follows from all that was loaded is done while the first page is looked at.
  const running = await start(ground, roles)
  await printLinks(ground)
  return runUntilSignal(ground, running, signalled)
}

async function prepare(config: Config): Promise<string> {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  return writeDns(config)
}
