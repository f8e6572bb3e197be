import { Fold, Note, PostButton } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'emergency')

interface EmergencyProps {
  list: { name: string; emergency: boolean; closedAt: Date | null }
}

const at = (list: EmergencyProps['list']): string => `/lists/${list.name}/emergency`

/** That everything waits, with the button that ends it. */
export const EmergencyIsOn = ({ list }: EmergencyProps) =>
  list.emergency && (
    <Note mood="late">
      <div class="row">
        <span>{t.isOn}</span>
        <PostButton action={at(list)} fields={{ on: 'no' }} text={t.end} />
      </div>
    </Note>
  )

/** The offer to let everything wait. */
export const BeginEmergency = ({ list }: EmergencyProps) =>
  !list.emergency &&
  list.closedAt === null && (
    <Fold title={t.title} id="emergency">
      <p class="soft">{t.about}</p>
      <PostButton action={at(list)} fields={{ on: 'yes' }} text={t.begin} />
    </Fold>
  )
