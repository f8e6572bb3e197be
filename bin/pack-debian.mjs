import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, statSync, writeFileSync, globSync } from 'node:fs'
import { join } from 'node:path'

const architectures = { x64: 'amd64', arm64: 'arm64' }

/** What stands in the way of taking away the version that runs. */
const beforeRemoval = (version) => `#!/bin/sh
set -e
if [ "$1" = remove ] && [ "$(readlink /opt/rapport/current)" = ${version} ]; then
  echo "rapport: ${version} is the version that runs: set the link /opt/rapport/current to another one first" >&2
  exit 1
fi
`

/** What docs/operators/install.md does by hand; nothing that is there already is touched, so the version that runs stays the one that runs. */
const afterUnpacking = (version) => `#!/bin/sh
set -e
[ "$1" = configure ] || exit 0
id rapport >/dev/null 2>&1 || useradd --system --home-dir /var/lib/rapport --shell /usr/sbin/nologin rapport
contrib=/opt/rapport/${version}/contrib
[ -e /etc/rapport.env ] || install -m 0640 -g rapport $contrib/rapport.env /etc/rapport.env
[ -d /etc/rapport/tls ] || install -d -m 0750 -g rapport /etc/rapport/tls
[ -d /var/backups/rapport ] || install -d -m 0700 -o rapport -g rapport /var/backups/rapport
mkdir -p /etc/systemd/system
for unit in rapport.service rapport@.service; do
  [ -e /etc/systemd/system/$unit ] || cp $contrib/$unit /etc/systemd/system/
done
[ -d /run/systemd/system ] && systemctl daemon-reload
if [ -e /opt/rapport/current ] || [ -L /opt/rapport/current ]; then
  echo "rapport ${version} lies beside the version that runs; /opt/rapport/${version}/docs/operators/upgrade.md says how to go over to it"
else
  ln -s ${version} /opt/rapport/current
  echo "rapport: edit /etc/rapport.env, then: systemctl enable --now rapport"
fi
`

/**
 * Packs a folder that runs wherever it is unpacked as a package of Debian. Each version is a package of its own: it lies beside the others, and
 * nothing is exchanged below one that runs.
 * @returns the name of the package's file
 */
export function packDebian(folder, out, version) {
  const name = `rapport-${version}`
  const architecture = architectures[process.arch]
  const staging = join(out, 'debian')
  rmSync(staging, { recursive: true, force: true })
  const place = join(staging, 'opt/rapport', version)
  mkdirSync(join(staging, 'opt/rapport'), { recursive: true })
  cpSync(folder, place, { recursive: true, verbatimSymlinks: true })
  // Read by the account `rapport`, whatever the umask of who packs.
  for (const one of [join(staging, 'opt'), join(staging, 'opt/rapport'), place]) chmodSync(one, 0o755)
  const kilobytes = Math.ceil(globSync(join(place, '**'), { withFileTypes: true }).reduce((sum, one) => sum + (one.isFile() ? statSync(join(one.parentPath, one.name)).size : 0), 0) / 1024)
  const control = join(staging, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(
    join(control, 'control'),
    `Package: ${name}
Version: ${version.replace('-', '~')}
Architecture: ${architecture}
Maintainer: Rapport <postmaster@localhost>
Installed-Size: ${kilobytes}
Depends: libc6, libatomic1, libstdc++6, passwd
Section: mail
Priority: optional
Description: working platform of a product user group, version ${version}
 Discussion lists, requests, ballots, meetings, documents and a website, with
 Node.js and PostgreSQL in it. Versions are installed side by side.
`,
  )
  for (const [script, text] of Object.entries({ postinst: afterUnpacking(version), prerm: beforeRemoval(version) })) {
    writeFileSync(join(control, script), text)
    chmodSync(join(control, script), 0o755)
  }
  const file = `${name}_${architecture}.deb`
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z12', '--build', staging, join(out, file)], { stdio: ['ignore', 'ignore', 'inherit'] })
  rmSync(staging, { recursive: true })
  return file
}
