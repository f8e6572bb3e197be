import { TabRows, TabsAndSeldom } from '../lib/ui/tab-rows.tsx'
import { moderationTabs, type Place, type SettingsPlace, settingsTabs } from './places-rules.ts'

/** The pages of those who look after a list. */
export const LookAfter = (props: {
  list: { name: string; mayOwn: boolean }
  current?: Place
  waiting?: { held: number; requests: number }
}) => <TabRows rows={moderationTabs(props.list, props.current, props.waiting)} />

/** The pages of a list's settings. */
export const SettingsTabs = ({ list, current }: { list: { name: string; mayOwn: boolean }; current: SettingsPlace }) => (
  <TabsAndSeldom {...settingsTabs(list, current)} />
)
