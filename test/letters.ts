import { expect } from 'vitest'
import { readMessage } from '../src/lib/mail/parse.ts'
import type { World } from './world.ts'

/** Letters of one kind that were queued for an address, as text, oldest first. */
export async function lettersTo(world: World, email: string, kind: string): Promise<{ subject: string; text: string }[]> {
  const letters = (await world.postbox()).filter((one) => one.email === email && one.kind === kind)
  return letters.map(({ bytes }) => {
    const { subject, text = '' } = readMessage(bytes ?? Buffer.alloc(0))
    // No letter shows the key of a message, or heaps of empty lines where something was left out.
    expect(text).not.toMatch(/\{"say"|(?:\r?\n){4}/)
    return { subject, text }
  })
}

/** The path of the first link into this site in the newest such letter. */
export async function linkTo(world: World, email: string, kind: string, under: string): Promise<string> {
  const text = (await lettersTo(world, email, kind)).at(-1)?.text ?? ''
  const path = new RegExp(`http://rapport\\.test(${under}[^\\s]*)`).exec(text)?.[1]
  if (!path) throw new Error(`no link below ${under} in a ${kind} to ${email}: ${text}`)
  return path
}
