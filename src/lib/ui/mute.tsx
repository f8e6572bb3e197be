import { PostButton } from './parts.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'mute')

/** Silences all letters of a group that may be silenced, or lets them come again; they are listed at the notifications. */
export const MuteGroup = ({ id, name, muted }: { id: number; name: string; muted: boolean }) => (
  <>
    <PostButton
      action={`/me/notifications/groups/${id}`}
      kind="quiet"
      fields={{ muted: muted ? 'no' : 'yes' }}
      label={`${muted ? t.unmute : t.mute}: ${name}`}
    >
      {muted ? t.unmute : t.mute}
    </PostButton>
    <p class="meta">{t.means}</p>
  </>
)
