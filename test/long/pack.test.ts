import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { root } from '../embedded-world.ts'
import { freePort } from '../ports.ts'

/** The project as it lies here in a folder of its own: what is packed is compiled anew, and other tests run what is compiled here. */
function copyOfProject(to: string): string {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  for (const name of files.split('\n').filter((one) => one !== '' && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(to, name)), { recursive: true })
    cpSync(join(root, name), join(to, name))
  }
  cpSync(join(root, 'node_modules'), join(to, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  return to
}

/** Runs a program with nothing of this process's environment until it serves pages; answers with its first page. */
async function firstPage(program: string, args: string[], cwd: string, path: string): Promise<string> {
  const port = await freePort()
  const home = mkdtempSync(join(cwd, 'home-'))
  const child = spawn(program, args, {
    cwd,
    env: { PATH: path, HOME: home, RAPPORT_DATA: join(home, 'data'), RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_SMTP: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // npx stands between: all of them are told.
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit')
  const end = () => child.exitCode === null && child.pid !== undefined && process.kill(-child.pid, 'SIGTERM')
  onTestFinished(() => void end())
  const ask = () => fetch(`http://127.0.0.1:${port}/`).then((answer) => (answer.ok ? answer.text() : ''))
  await expect
    .poll(() => (child.exitCode === null ? ask().catch(() => '') : `ended: ${said}`), { timeout: 280_000, interval: 250 })
    .toMatch(/<html|ended/)
  // Whatever ended it says why.
  expect([child.exitCode, said]).toEqual([null, said])
  const page = await ask()
  end()
  await ended
  return page
}

test.runIf(process.env.RAPPORT_LONG)(
  'what is packed runs where it is unpacked, with nothing of the machine, and as a package of npm',
  { timeout: 1_200_000 },
  async () => {
    const folder = mkdtempSync(join(inject('runFolder'), 'pack-'))
    const project = copyOfProject(join(folder, 'project'))
    const out = join(folder, 'release')
    execFileSync(process.execPath, [join(project, 'bin/pack.mjs'), out], { cwd: project, stdio: 'ignore' })
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out })
    const files = readdirSync(out)
    const archive = files.find((name) => name.endsWith('.tar.zst')) ?? ''
    const packed = join(out, archive.replace('.tar.zst', ''))
    expect(
      Number(execFileSync('du', ['-s', '--apparent-size', '--block-size=1MB', packed], { encoding: 'utf8' }).split('\t')[0]),
    ).toBeLessThanOrEqual(250)

    // Not where it was made, and without what made it.
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(join(elsewhere, 'path'), { recursive: true })
    execFileSync('tar', ['-xf', join(out, archive), '-C', elsewhere])
    for (const name of ['sh', 'dirname', 'readlink', 'env']) symlinkSync(`/usr/bin/${name}`, join(elsewhere, 'path', name))
    renameSync(project, `${project}.away`)
    const here = join(elsewhere, archive.replace('.tar.zst', ''))
    symlinkSync(join(here, 'rapport'), join(elsewhere, 'linked'))
    expect(await firstPage(join(here, 'rapport'), ['demo'], elsewhere, join(elsewhere, 'path'))).toContain('Lectio')
    expect(await firstPage(join(elsewhere, 'linked'), ['serve'], elsewhere, join(elsewhere, 'path'))).toContain('<html')

    // As a package of Debian: the same, where the instructions to install lay it.
    if (spawnSync('dpkg-deb', ['--version']).status === 0) {
      const laid = join(folder, 'laid')
      execFileSync('dpkg-deb', ['--raw-extract', join(out, files.find((name) => name.endsWith('.deb')) ?? ''), laid])
      const [version = ''] = readdirSync(join(laid, 'opt/rapport'))
      expect(readFileSync(join(laid, 'DEBIAN/control'), 'utf8')).toContain(`Package: rapport-${version}\n`)
      for (const script of ['postinst', 'prerm']) execFileSync('sh', ['-n', join(laid, 'DEBIAN', script)])
      const path = join(elsewhere, 'path')
      expect(await firstPage(join(laid, 'opt/rapport', version, 'rapport'), ['serve'], laid, path)).toContain('<html')
    }

    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const tarball = join(out, files.find((name) => name.endsWith('.tgz')) ?? '')
    expect(await firstPage('npx', ['--yes', '--package', tarball, 'rapport', 'demo'], empty, '/usr/local/bin:/usr/bin:/bin')).toContain(
      'Lectio',
    )
    expect(readFileSync(join(here, 'package.json'), 'utf8')).toContain('"rapport"')
  },
)
