import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { isRoot, root } from '../embedded-world.ts'
import { freePort } from '../ports.ts'

// The files of contrib, built and run without a daemon, and without a registry of images: the base is a Debian made here, with the pinned
// Node.js and the npm of this machine where the official image has its own.
const programs = ['buildah', 'debootstrap', 'tar'].filter(
  (name) => !['/usr/bin', '/usr/sbin', '/bin'].some((at) => existsSync(join(at, name))),
)
const why = !process.env.RAPPORT_LONG
  ? 'RAPPORT_LONG is not set'
  : !isRoot
    ? 'a root is made by root alone'
    : programs.length > 0
      ? `${programs.join(', ')} missing: apt-get install buildah debootstrap`
      : undefined

const node = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
/** What this machine allows at most: buildah asks for more by itself. */
const most = (name: string) => new RegExp(`^${name}\\s+\\S+\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? '1024'

function makeBuildah(folder: string) {
  const where = ['--storage-driver', 'vfs', '--root', join(folder, 'images'), '--runroot', join(folder, 'run')]
  const limits = [`nofile=${most('Max open files')}`, `nproc=${most('Max processes')}`].map((one) => `"${one}:${one.split('=')[1]}"`)
  const conf = join(folder, 'containers.conf')
  writeFileSync(conf, `[containers]\ndefault_ulimits = [${limits.join(', ')}]\n`)
  const env = { ...process.env, CONTAINERS_CONF: conf }
  const command = (...args: string[]) => [...where, ...args]
  const run = (...args: string[]) =>
    execFileSync('buildah', command(...args), { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 }).trim()
  return { command, run, env }
}

/** A Debian with Node.js and npm, under the names that the Containerfile asks for. */
function makeBase(folder: string, run: ReturnType<typeof makeBuildah>['run']): void {
  const base = join(folder, 'base')
  execFileSync('debootstrap', ['--variant=minbase', '--include=ca-certificates,libatomic1', 'trixie', base], { stdio: 'ignore' })
  cpSync(node, join(base, 'usr/local/bin/node'))
  const npm = dirname(dirname(execFileSync('sh', ['-c', 'readlink -f "$(command -v npm)"'], { encoding: 'utf8' }).trim()))
  cpSync(npm, join(base, 'usr/local/lib/node_modules/npm'), { recursive: true })
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(base, 'usr/local/bin/npm'))
  // Whom this machine trusts, the base trusts.
  cpSync('/etc/ssl/certs/ca-certificates.crt', join(base, 'etc/ssl/certs/ca-certificates.crt'), { dereference: true })
  mkdirSync(join(base, 'usr/local/etc'), { recursive: true })
  writeFileSync(join(base, 'usr/local/etc/npmrc'), 'cafile=/etc/ssl/certs/ca-certificates.crt\n')
  const container = run('from', 'scratch')
  run('copy', '--quiet', container, base, '/')
  for (const tag of ['26', '26-slim']) run('commit', '--quiet', container, `docker.io/library/node:${tag}`)
  run('rm', container)
  rmSync(base, { recursive: true })
}

/** What a clone holds, and what lies about in one: none of it is for an image. */
function copyOfClone(to: string): string {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root })
  mkdirSync(to)
  execFileSync('tar', ['--null', '-C', root, '-cf', join(to, 'clone.tar'), '-T', '-'], { input: files })
  execFileSync('tar', ['-xf', 'clone.tar'], { cwd: to })
  mkdirSync(join(to, 'data'))
  for (const name of ['data/secret', '.env', 'src/.hidden', 'bin/.hidden']) writeFileSync(join(to, name), 'x')
  return to
}

test.skipIf(why)(
  `the container files build what runs, as nobody special, and keeps its data${why ? ` (skipped: ${why})` : ''}`,
  { timeout: 1_800_000 },
  async () => {
    const folder = mkdtempSync(join(inject('runFolder'), 'container-'))
    const { command, run, env: outside } = makeBuildah(folder)
    makeBase(folder, run)
    const clone = copyOfClone(join(folder, 'clone'))
    run(
      ...['build', '--format', 'docker', '--isolation', 'chroot', '--pull=never'],
      '-t',
      'rapport',
      '-f',
      join(clone, 'contrib/Containerfile'),
      clone,
    )

    const {
      config,
      config: { Healthcheck: healthcheck },
    } = JSON.parse(run('inspect', '--type', 'image', 'rapport')).Docker
    expect(config).toMatchObject({
      User: 'rapport',
      Volumes: { '/data': {} },
      StopSignal: 'SIGTERM',
      Entrypoint: ['/app/bin/rapport'],
      Cmd: ['serve'],
    })
    const container = run('from', '--pull-never', 'rapport')
    const files = run('run', '--isolation', 'chroot', container, '--', 'find', '/app', '/data', '-not', '-path', '*/node_modules/*')
    expect(files).toContain('/app/dist/edges/cli/main.js')
    expect(files.split('\n').filter((name) => /\.test\.|\/\.(?!npmrc)|^\/data\/|locale\/tool|\/secret$/.test(name))).toEqual([])

    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    execFileSync('chown', ['10001:10001', data])
    const port = await freePort()
    const env = ['--env', `RAPPORT_HTTP=127.0.0.1:${port}`, '--env', 'RAPPORT_SMTP=off']
    const inside = ['--isolation', 'chroot', ...env, '--volume', `${data}:/data`, container, '--']
    const healthy = () => run('run', ...inside, ...healthcheck.Test.slice(1))
    const ask = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        (answer) => answer.text(),
        () => '',
      )
    /** Serves until it was asked for a page; answers with it. */
    const serve = async (words: string[]) => {
      const child = spawn('buildah', command('run', ...inside, '/app/bin/rapport', ...words), { env: outside, stdio: 'ignore' })
      const ended = once(child, 'exit')
      onTestFinished(() => void child.kill())
      await expect.poll(() => ask('/'), { timeout: 280_000, interval: 500 }).toContain('<html')
      const page = await ask('/')
      expect(healthy()).toBe('')
      expect(run('run', ...inside, 'id', '-u')).toBe('10001')
      child.kill('SIGTERM')
      await ended
      return page
    }
    expect(healthy).toThrow()
    expect(await serve(['demo'])).toContain('Lectio')
    // Another container, the same volume.
    expect(await serve(['serve'])).toContain('Lectio')
  },
)
