import { readdirSync, readFileSync } from 'node:fs'

interface Used {
  /** Milliseconds of the program itself. */
  program: number
  /** Milliseconds of its PostgreSQL. */
  database: number
}

function fieldsOf(pid: string): { parent: number; name: string } | undefined {
  try {
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? []
    return { parent: Number(rest.split(' ')[1]), name }
  } catch {
    return undefined
  }
}

/** Milliseconds that the threads of a process have run, those that have ended left out. */
function ranOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]) / 1e6)
      .reduce((sum, ms) => sum + ms, 0)
  } catch {
    return 0
  }
}

/**
 * The processor time that a process and all those below it have used so far, PostgreSQL apart.
 * @param pids the processes that were started, and a server of theirs that stands beside them
 */
export function usedBy(pids: readonly number[]): Used {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const fields = fieldsOf(pid)
      return fields ? [{ pid: Number(pid), ...fields }] : []
    })
  const below = new Set(pids)
  for (let grown = true; grown; ) {
    const more = all.filter(({ pid, parent }) => below.has(parent) && !below.has(pid))
    for (const { pid } of more) below.add(pid)
    grown = more.length > 0
  }
  const used = { program: 0, database: 0 }
  for (const { pid, name } of all) if (below.has(pid)) used[name === 'postgres' ? 'database' : 'program'] += ranOf(pid)
  return used
}
