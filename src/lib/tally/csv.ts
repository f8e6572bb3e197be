import { BadElection } from './check.ts'

/** A row of fields, and the line on which it begins, from 1. */
export interface Row {
  line: number
  fields: string[]
}

/**
 * Splits text with semicolons (or commas) into rows; a field in double quotes may hold them, line breaks and doubled quotes
 * (RFC 4180). Empty lines are left out.
 * @throws BadElection if a quoted field does not end.
 */
export function readRows(text: string, separator: ';' | ',' = ';'): Row[] {
  const rows: Row[] = []
  let line = 1
  let row: Row = { line, fields: [] }
  // A quotation mark inside a field that does not begin with one is a character like others: so public files have it.
  const field = separator === ';' ? /("(?:[^"]|"")*"|(?!")[^;\r\n]*)(;|\r\n|\n|\r|$)/y : /("(?:[^"]|"")*"|(?!")[^,\r\n]*)(,|\r\n|\n|\r|$)/y
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at = field.lastIndex) {
    field.lastIndex = at
    const match = field.exec(text)
    if (!match) throw new BadElection(`line ${line}: a quotation mark is not closed, or text follows it.`)
    const [, content = '', end] = match
    row.fields.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content)
    line += content.split('\n').length - 1
    if (end === separator) continue
    if (row.fields.length > 1 || row.fields[0] !== '') rows.push(row)
    line++
    row = { line, fields: [] }
  }
  // The text ended with a separator: a last, empty field.
  if (row.fields.length > 0) rows.push({ line: row.line, fields: [...row.fields, ''] })
  return rows
}
