const kilobyte = 1024
const megabyte = 1024 * kilobyte
const second = 1_000

/**
 * What reading a file from outside may cost. This is the one table of these limits; `docs/operators/limits.md` shows it to operators, and a
 * test holds the two together. Sizes are bytes, times milliseconds.
 */
export const readingLimits = {
  worker: {
    /** Files that are read at once, each in a worker of its own. */
    atOnce: 2,
    /** Of its memory. */
    memory: 384 * megabyte,
    time: 20 * second,
    /** How long a form or a mail waits for its turn; jobs wait as long as it takes. */
    patience: 60 * second,
    /** Files that one worker reads before another takes its place. */
    files: 20,
  },
  document: { size: 50 * megabyte, unpacked: 100 * megabyte, pages: 300, rows: 2_000, characters: 1_000_000 },
  /** Of what search knows of a file that hangs on something; `tries` counts those that ended with their process. */
  found: { characters: 500_000, tries: 2 },
  /** `cell` and `characters` of a workbook, which writes a text once and shows it in any number of cells. `name` is a column's. */
  table: {
    size: 64 * megabyte,
    unpacked: 100 * megabyte,
    rows: 100_000,
    columns: 1_000,
    cells: 2_000_000,
    row: megabyte,
    cell: 32_767,
    characters: 32_000_000,
    name: 200,
  },
  archive: { size: 2_048 * megabyte, files: 200_000, time: 300 * second },
  /** A folder of documents that comes as a ZIP archive: `size` is of all together, `each` of one file; both unpacked. */
  folder: { size: 500 * megabyte, each: 50 * megabyte, files: 500, time: 60 * second },
  pickle: { size: 64 * megabyte, values: 5_000_000, depth: 1_000, time: 60 * second },
  calendar: { size: 2 * megabyte, time: 5 * second },
  /** Of what other servers report on our mail: `files` of a mail, `sources` in a report. */
  report: { size: 2 * megabyte, unpacked: 10 * megabyte, files: 5, sources: 100, time: 5 * second },
  /** Of what a vendor's portal says; `characters` is of one text in it. */
  portal: { size: 8 * megabyte, entries: 20_000, characters: 20_000, time: 10 * second },
  /** Of what an identity provider answers; `attributes` is of one element. */
  answer: { size: 256 * kilobyte, elements: 5_000, depth: 60, attributes: 60, time: 10 * second },
  /** Of a federation's metadata; `memory` is of the worker that checks its signature. */
  metadata: {
    size: 20 * megabyte,
    elements: 1_000_000,
    depth: 60,
    attributes: 60,
    institutions: 12_000,
    time: 120 * second,
    memory: 2_560 * megabyte,
  },
  /** Of an HTML mail as it is shown, or a page that is brought in; `depth` is of elements inside one another. */
  html: { characters: 2_000_000, elements: 30_000, depth: 500 },
  /** Of a file's beginning, from which its kind is told. Pictures are never decoded. */
  kind: { size: 64 * kilobyte, time: 5 * second },
} as const
