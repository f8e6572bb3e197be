import type { Child } from 'hono/jsx'
import { Fold } from './parts.tsx'

/** Lines of settings, one for each part. */
export const Settings = ({ children }: { children?: Child }) => <div class="settings">{children}</div>

interface LineProps {
  title: Child
  /** How it stands. */
  now: Child
  /** In a part of the page that has a title of its own. */
  within?: boolean
}

function Line({ title, now, within }: LineProps) {
  const Title = within ? 'h3' : 'h2'
  return (
    <>
      <Title>{title}</Title>
      <span class="soft">{now}</span>
    </>
  )
}

/**
 * A part of the settings: a line that says how it stands, and folded behind it what it can be. An anchor of its `id` opens it.
 * @param open where there is no other part to look for
 */
export const Setting = ({ id, open = false, children, ...line }: LineProps & { id: string; open?: boolean; children?: Child }) => (
  <Fold title={<Line {...line} />} id={id} open={open}>
    {children}
  </Fold>
)

/** A part that has a page of its own, since there is more to it than a setting. */
export const SettingLink = ({ id, href, title, ...line }: LineProps & { id?: string; href: string }) => (
  <div id={id}>
    <Line title={<a href={href}>{title}</a>} {...line} />
  </div>
)
