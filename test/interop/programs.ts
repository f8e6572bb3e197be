import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What these programs need and this machine lacks; undefined where all are there. Programs of the administrator stand in sbin. */
export function missing(...programs: string[]): string | undefined {
  const path = `${process.env.PATH}:/usr/sbin:/sbin`
  const absent = programs.filter(
    (program) => spawnSync('sh', ['-c', `command -v ${program}`], { env: { ...process.env, PATH: path } }).status !== 0,
  )
  return absent.length > 0 ? `${absent.join(', ')} not installed` : undefined
}

/** What a program said, and what it ended with. */
export interface Ended {
  code: number
  output: string
}

/** Runs a program to its end, at most for four minutes unless it is given more: it ends what hangs. It never fails: whatever happens is told. */
export function run(
  program: string,
  args: string[],
  { input = '' as string | Buffer, env = {} as Record<string, string>, seconds = 240 } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { timeout: seconds * 1_000, env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, ...env } }
    const child = execFile(program, args, options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) || 1 : 0, output: `${stdout}${stderr}` }),
    )
    child.stdin?.on('error', () => {}).end(input)
  })
}

const swaksArgs = (port: number, from: string, to: string) => ['--server', '127.0.0.1', '--port', String(port), '--from', from, '--to', to]

/** One mail by swaks, as in the README. */
export const swaks = (port: number, from: string, to: string, ...more: string[]): Promise<Ended> =>
  run('swaks', [...swaksArgs(port, from, to), '--helo', 'mail.sender.example', ...more])

/** Mutt in batch mode, with nobody's settings: writes from this address through this server. */
export async function mutt(port: number, from: string, args: string[], text: string, draft?: string): Promise<Ended> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-mutt-'))
  try {
    const settings = [
      `set from="${from}"`,
      'set realname=""',
      `set smtp_url="smtp://127.0.0.1:${port}/"`,
      'set ssl_starttls=no',
      'set ssl_force_tls=no',
      'set copy=no',
    ]
    const file = join(home, 'draft')
    if (draft) writeFileSync(file, draft)
    const flags = settings.flatMap((setting) => ['-e', setting])
    return await run('mutt', ['-n', '-F', '/dev/null', ...flags, ...(draft ? ['-H', file] : []), ...args], {
      input: text,
      env: { HOME: home, MAIL: join(home, 'mail'), EMAIL: from },
    })
  } finally {
    rmSync(home, { recursive: true })
  }
}
