import { Choices, Field } from './form.tsx'
import { useRefused } from './reader.ts'
import { textsOf } from './words.ts'
import { ZoneFold } from './zones.tsx'

const t = textsOf('lib', 'when')

/** Day, hour, length and zone of something that begins; where clocks show the hour twice, which of the two is asked. */
export function WhenFields({ least, most }: { least: number; most: number }) {
  const refused = useRefused()
  return (
    <>
      <div class="fields">
        <Field name="day" type="date" label={t.day} short />
        <Field name="time" type="time" label={t.time} short />
        <Field name="minutes" type="number" label={t.minutes} min={least} max={most} short />
      </div>
      {refused?.fields.which && (
        <Choices
          name="which"
          label={t.beforeAfterClockChange}
          options={[
            { value: 'earlier', label: t.theFirstBeforeTheClocksGo },
            { value: 'later', label: t.afterClocksGoBack },
          ]}
        />
      )}
      <ZoneFold name="zone" label={t.timeZone} hint={t.timeZoneDayTime} />
    </>
  )
}
