#!/usr/bin/env node
// Makes a release: turns the changelog's “Unreleased” into the new version with today's date, sets the version, commits, tags, and packs
// what people install into release/. Nothing leaves this machine; at the end it says how to push the tag and publish the files.
//   bin/release.mjs VERSION
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url)).replace(/\/$/, '')
const git = (...given) => execFileSync('git', given, { cwd: root, encoding: 'utf8' }).trim()
const stop = (why) => {
  console.error(`release: ${why}`)
  process.exit(2)
}

const version = process.argv[2] ?? ''
if (!/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/.test(version)) stop('give the version as 1.2.3, or 1.2.3-rc.1')
if (git('status', '--porcelain') !== '') stop('something is not committed')
if (git('tag', '--list', `v${version}`) !== '') stop(`there is a tag v${version} already`)

const changelog = `${root}/CHANGELOG.md`
const told = readFileSync(changelog, 'utf8')
const [, news = ''] = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(told) ?? []
if (!/^- /m.test(news)) stop('CHANGELOG.md says nothing below “Unreleased”')
// What `rapport doctor` compares running versions with is looked at anew before each release.
const known = /knownOn = '([\d-]+)'/.exec(readFileSync(`${root}/src/operations/watch/versions.ts`, 'utf8'))?.[1] ?? ''
if (Date.now() - Date.parse(known) > 14 * 86_400_000)
  stop(`src/operations/watch/versions.ts knows of releases until ${known}: look for newer ones of Node.js and PostgreSQL, and set knownOn`)
const day = new Date().toISOString().slice(0, 10)
writeFileSync(changelog, told.replace(/^## Unreleased\n/m, `## Unreleased\n\n## ${version} - ${day}\n`))
execFileSync('npm', ['version', version, '--no-git-tag-version', '--ignore-scripts'], { cwd: root, stdio: 'ignore' })
git('add', 'CHANGELOG.md', 'package.json', 'package-lock.json')
git('commit', '-m', `Release ${version}`)
git('tag', '-a', `v${version}`, '-m', `Rapport ${version}\n\n${news.trim()}`)
execFileSync(process.execPath, [`${root}/bin/pack.mjs`], { cwd: root, stdio: 'inherit' })
console.log(`\nCommitted and tagged v${version}. Push it with: git push --follow-tags. The files are in release/.`)
