import { PostButton } from './parts.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'mute')

/** Silences all letters of a group that may be silenced, or lets them come again; they are listed at the notifications. */
export const MuteGroup = ({ id, name, muted, next }: { id: number; name: string; muted: boolean; next: string }) => (
  <div class="stack">
    <p class="meta">{t.means({ muted })}</p>
    <div class="row">
      <PostButton
        action={`/me/notifications/groups/${id}`}
        kind="quiet"
        fields={{ muted: muted ? 'no' : 'yes', next }}
        label={`${muted ? t.unmute : t.mute}: ${name}`}
      >
        {muted ? t.unmute : t.mute}
      </PostButton>
    </div>
  </div>
)
