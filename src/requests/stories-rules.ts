import type { StoryKind } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'

export const storyKinds = ['challenge', 'success'] as const satisfies StoryKind[]
/** In the language of whoever is answered. */
export const storyKindNames: Record<StoryKind, string> = textsOf('requests', 'pages').story.kinds
