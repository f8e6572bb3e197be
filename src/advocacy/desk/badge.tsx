import { type Mood, State } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { ItemState } from '../core/rules.ts'

const t = textsOf('advocacy', 'desk')

const moods: Record<ItemState, Mood | undefined> = { answered: 'good', waiting: 'wait', late: 'late', asked: 'wait', withdrawn: undefined }

/** Where an item stands, as a word. */
export const ItemBadge = ({ state }: { state: ItemState }) => <State mood={moods[state]}>{t.states[state]}</State>
