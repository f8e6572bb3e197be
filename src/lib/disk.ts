import { statfs } from 'node:fs/promises'

/** The disk under a folder, in bytes. */
export interface Disk {
  free: number
  size: number
}

/** How the disk under a folder is; null where there is no such folder, or nobody can tell. */
export async function readDisk(folder: string): Promise<Disk | null> {
  const disk = await statfs(folder).catch(() => null)
  return disk && disk.blocks > 0 ? { free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize } : null
}

/** The fuller one, by what is free of each in percent. */
export const fuller = (disks: (Disk | null)[]): Disk | null =>
  disks.reduce((worst, disk) => (disk && (!worst || freeShare(disk) < freeShare(worst)) ? disk : worst), null)

/** What is free, in percent. */
export const freeShare = ({ free, size }: Disk): number => (free / size) * 100

const mostKept = 500 * 1024 ** 2

/**
 * Is so little free that mail must wait at its sender? A database that meets a full disk stops for everybody, and what is free now is
 * for what was taken already: sorting writes as much again.
 */
export const isFilling = (disk: Disk | null): boolean => disk !== null && disk.free < Math.min(mostKept, disk.size / 20)
