import { Invalid, NotFound } from '../errors.ts'
import type { FormBody } from '../lib/ui/forms.ts'
import type { C } from '../lib/ui/web.tsx'
import { refusals } from '../lib/ui/words.ts'
import { getWorkGroup } from './queries.ts'

/** The address of the group that a form names. */
export const slugOf = (body: FormBody): string | undefined => (typeof body.group === 'string' ? body.group : undefined)

/**
 * The file that was chosen, else the text that was pasted.
 * @param lacking the sentence where there is neither
 * @throws Invalid with it beside the field `file`
 */
export function broughtIn({ file, pasted }: FormBody, lacking: string): Uint8Array | Promise<Uint8Array> {
  if (file instanceof File && file.size > 0) return file.bytes()
  if (typeof pasted === 'string' && pasted.trim()) return new TextEncoder().encode(pasted)
  throw new Invalid(refusals.pleaseLookAgain, { file: lacking })
}

/**
 * A group for who leads it, by its address or its number; to others there is no such page.
 * @throws NotFound
 */
export async function ledGroup(c: C, which: string | number | undefined) {
  const group = await getWorkGroup(c.var.db, c.var.actor, which)
  if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
  return group
}
