import type * as z from 'zod'
import type { Messages } from './lib/ui/messages.ts'
import type { WorkForm } from './lib/ui/work-form.ts'

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

/** Drafts a form of the pages; nothing is done until its person sends it. Only what is done for the group can be drafted: `WorkForm`. */
export interface DraftingTool {
  drafts: keyof Titles['drafting'] & string
  /** What it is for, to a program. */
  about: string
  form: WorkForm
  /** The fields that a program may fill. */
  fields: z.ZodObject
}

/** What an assistant is offered; a nameplate declares it. */
export type Tool = ReadingTool | DraftingTool

/** A tool, once it is known where its form is sent. */
export type OfferedTool = ReadingTool | OfferedDraft

/** A tool that drafts, with the address of its form. */
export type OfferedDraft = DraftingTool & { path: string }

/** By what a program calls it. */
export const nameOf = (tool: Tool): string => ('reads' in tool ? tool.reads : tool.drafts)
