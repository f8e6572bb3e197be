import { Choices, Field } from './fields.tsx'
import type { Refused } from './forms.ts'
import { Zones } from './zones.tsx'

/** Day, hour, length and zone of something that begins; where clocks show the hour twice, which of the two is asked. */
export function WhenFields({ refused, least, most }: { refused?: Refused | undefined; least: number; most: number }) {
  return (
    <>
      <div class="fields">
        <Field name="day" type="date" label="Day" short />
        <Field name="time" type="time" label="Time" short />
        <Field name="minutes" type="number" label="Minutes" min={least} max={most} short />
      </div>
      {refused?.fields.which && (
        <Choices
          name="which"
          label="Which of the two"
          options={[
            { value: 'earlier', label: 'The first: before the clocks go back' },
            { value: 'later', label: 'The second: after the clocks have gone back' },
          ]}
        />
      )}
      <Field name="zone" label="Time zone" list="zones" hint="Day and time are on its clocks; for instance Europe/Lisbon." />
      <Zones />
    </>
  )
}
