import { Invalid } from '../../errors.ts'
import { callBounded } from '../../lib/reading/bounded.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Wxr, WxrError } from './wxr.ts'

const t = textsOf('news', 'imports')

// Beside this file: .ts from source, .js when compiled.
const module = import.meta.url.replace(/reading\.([jt]s)$/, 'wxr.$1')

/**
 * Reads an export of WordPress in a worker with bounded time and memory.
 * @throws Invalid with the sentence beside the field `file` where it cannot be read
 */
export async function readExport(bytes: Uint8Array): Promise<Wxr> {
  const { patience } = readingLimits.worker
  try {
    return await callBounded<Wxr>({ module, reader: 'readWxr', given: [bytes, languageNow()], refusal: WxrError, patience })
  } catch (error) {
    if (error instanceof WxrError) throw new Invalid(t.thisFileCannotBeRead, { file: error.message })
    throw error
  }
}
