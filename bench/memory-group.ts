import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const mega = 1024 * 1024

/** A group of processes that have so much memory together. */
export interface MemoryGroup {
  /** A shell command that puts the shell, and what it becomes, into the group. */
  enter: string
  /** The most that was in use, with what the kernel keeps of files, in MB of 2^20 bytes. */
  peak(): number
  /** What is in use and cannot be given back: without files that the kernel keeps. */
  held(): number
  /** How often a process was ended for want of memory. */
  killed(): number
  remove(): void
}

const number = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)

/** Makes a memory cgroup, version 1 or 2; undefined where none can be made, as only root may. */
export function makeMemoryGroup(limit: number): MemoryGroup | undefined {
  const first = existsSync('/sys/fs/cgroup/memory')
  const folder = join(first ? '/sys/fs/cgroup/memory' : '/sys/fs/cgroup', `rapport-bench-${process.pid}`)
  const files = first
    ? { most: 'memory.limit_in_bytes', peak: 'memory.max_usage_in_bytes', killed: 'memory.oom_control' }
    : { most: 'memory.max', peak: 'memory.peak', killed: 'memory.events' }
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, files.most), String(limit * mega))
  } catch {
    return undefined
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return {
    enter: `echo $$ > ${join(folder, 'cgroup.procs')}`,
    peak: () => Math.round(Number(read(files.peak)) / mega),
    held: () => Math.round((number(read('memory.stat'), /^(?:rss|anon) (\d+)/m) + number(read('memory.stat'), /^shmem (\d+)/m)) / mega),
    killed: () => number(read(files.killed), /^oom_kill (\d+)/m),
    remove: () => rmdirSync(folder),
  }
}
