import { Invalid } from '../../errors.ts'
import { readTable } from '../sheet/read.ts'
import { type HeaderChoice, SheetError, type Table } from '../sheet/table.ts'
import type { FormBody } from './forms.ts'
import { refusals, textsOf } from './words.ts'

const t = textsOf('lib', 'upload')

/** A table that somebody brought with a form. */
export interface Upload {
  filename: string
  bytes: Uint8Array
  table: Table
}

/**
 * Bytes as a table.
 * @throws Invalid with the sentence beside the field `file`
 */
export async function tableIn(bytes: Uint8Array, header?: HeaderChoice): Promise<Table> {
  try {
    return await readTable(bytes, header ? { header } : {})
  } catch (error) {
    if (error instanceof SheetError) throw new Invalid(t.thisFileCannotBeRead, { file: error.message })
    throw error
  }
}

/**
 * The file of a form as a table.
 * @param lacking the sentence where none was chosen
 * @throws Invalid with the sentence beside the field `file`
 */
export async function readUpload({ file }: FormBody, lacking = t.chooseAFile, header?: HeaderChoice): Promise<Upload> {
  if (!(file instanceof File) || file.size === 0) throw new Invalid(refusals.pleaseLookAgain, { file: lacking })
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { filename: file.name, bytes, table: await tableIn(bytes, header) }
}
