import type { Config } from './config.ts'
import type { Db } from './lib/db/rows.ts'

/** A number, or one for each value of a label; undefined where it cannot be told. */
type Value = number | Readonly<Record<string, number>> | undefined

/** Figures that are read together, for the operator's programs: each by its name, what it says and, where it has several, their label. */
export interface Figures {
  read(db: Db, at: Date, config: Config): Promise<Readonly<Record<string, Value>>>
  told: Readonly<Record<string, readonly [help: string, label?: string]>>
}

/** Figures by their names in the metrics; one that is told and not read does not compile. */
export const figures = <Name extends string>(
  told: Record<Name, readonly [help: string, label?: string]>,
  read: (db: Db, at: Date, config: Config) => Promise<Readonly<Record<NoInfer<Name>, Value>>>,
): Figures => ({ told, read })

/** Seconds that the oldest of what waits has waited; 0 when nothing waits. */
export const ageOf = (oldest: Date | null, at: Date): number => (oldest ? Math.max(0, (at.getTime() - oldest.getTime()) / 1_000) : 0)
