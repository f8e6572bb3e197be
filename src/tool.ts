import type * as z from 'zod'
import type { Actor } from './actor.ts'
import type { Db } from './lib/db/rows.ts'
import type { Messages } from './lib/ui/messages.ts'
import type { TextForm, WorkForm } from './lib/ui/work-form.ts'

type Titles = Messages['people']['tools']

/** Reads: an operation of the API, asked in the person's name. Its arguments are the operation's. */
export interface ReadingTool {
  /** The operation, which is its name too. */
  reads: keyof Titles['reading'] & string
  /** The page that shows the same, with its arguments in braces: the source. */
  page: string
  /** The page of each of its items, with fields of the item, or its arguments, in braces. */
  item?: string
  /** What it reads is a resource as well, by the address of its page. */
  resource?: true
}

/** What can be said of a field. */
export interface Choice {
  value: string
  title: string
}

/** What only a person can say of a draft, such as which of their groups it is for: where a program leaves it out, they are asked, if it can ask them. */
export interface Asking {
  /** The tool that reads the same: a program that may not use it gets no choice. */
  reads: ReadingTool['reads']
  among(db: Db, actor: Actor): Promise<Choice[]>
}

/**
 * Drafts a form of the pages; nothing is done until its person sends it. Only what is done for the group can be drafted, `WorkForm`, and what
 * somebody says in words, `TextForm`.
 */
export interface DraftingTool {
  drafts: keyof Titles['drafting'] & string
  /** What it is for, to a program. */
  about: string
  form: WorkForm | TextForm
  /** The form is that of a group, which its address names behind a question mark. */
  ofGroup?: true
  /** The fields that a program may fill. */
  fields: z.ZodObject
  /** Those of its arguments that its person is asked. */
  asks?: { readonly [field in keyof Titles['askedFields']]?: Asking }
}

/** What an assistant is offered; a nameplate declares it. */
export type Tool = ReadingTool | DraftingTool

/** A tool, once it is known where its form is sent. */
export type OfferedTool = ReadingTool | OfferedDraft

/** A tool that drafts, with the address of its form. */
export type OfferedDraft = DraftingTool & { path: string }

/** By what a program calls it. */
export const nameOf = (tool: Tool): string => ('reads' in tool ? tool.reads : tool.drafts)
