import type { Actor } from '../actor.ts'
import { missing, NotAllowed, NotFound } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import { isOfTypes } from '../lib/mail/file-types.ts'
import type { ParsedMessage } from '../lib/mail/message.ts'
import { safeName } from '../lib/ui/download.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ListFacts, maySeeAddresses } from '../policy.ts'
import { readRaw } from './core/queries.ts'
import { shownToStrangers } from './files-rules.ts'

const t = textsOf('archive', 'files')

/**
 * Lets those pass who may have mail of a list as it came, with the addresses in it.
 * @throws NotFound to visitors, who are led to sign-in; NotAllowed with a sentence to others
 */
export function checkAddresses(actor: Actor, list: ListFacts): void {
  if (maySeeAddresses(actor, list)) return
  if (actor.personId === null) throw new NotFound(t.messageNotFound)
  throw new NotAllowed(t.onlySubscribersListCanView)
}

/**
 * A file that hangs on a message, as this person may have it.
 * @throws NotFound where there is none, or the list passes on none of its type; NotAllowed where it is mail and they are not on the list
 */
export async function getAttachment(
  { db, actor, parse }: { db: Db; actor: Actor; parse: (raw: Uint8Array) => Promise<ParsedMessage> },
  list: ListFacts & { dropTypes: string[] },
  { rawId }: { rawId: number },
  position: number,
): Promise<{ name: string; type: string; content: Uint8Array }> {
  const { attachments } = await parse(await readRaw(db, rawId))
  const attachment = attachments[position] ?? missing(t.attachmentNotFound)
  const refused = [attachment, ...attachments.filter(({ within }) => within === position)].some((file) => isOfTypes(file, list.dropTypes))
  if (refused) throw new NotFound(t.listDoesNotAcceptFiles)
  const { filename, type, content } = attachment
  const named = (words: string) => ({ name: safeName(words, `attachment-${position}`), type, content })
  if (maySeeAddresses(actor, list)) return named(filename)
  const file = named(hideAddresses(filename))
  const shown = shownToStrangers(attachment)
  if (shown === 'kept') checkAddresses(actor, list)
  // Byte by byte: whatever letters surround an address, it is written in those that all encodings share.
  return shown === 'hidden'
    ? { ...file, content: Buffer.from(hideAddresses(Buffer.from(content).toString('latin1'), '...'), 'latin1') }
    : file
}
