import type { StoryKind } from '../../lib/db/schema.ts'

export const storyKinds = ['challenge', 'success'] as const satisfies StoryKind[]
export const storyKindNames: Record<StoryKind, string> = { challenge: 'Challenge', success: 'Success' }
