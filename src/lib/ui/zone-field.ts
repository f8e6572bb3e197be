import { line } from './forms.ts'
import { canonicalZone, isZone } from './zone-names.ts'

/** A text that names a time zone, by whatever name it ever had, as its name of today; what names none stays as it is, for who refuses it. */
export const zoneText = () => line(60).overwrite((text) => canonicalZone(text) ?? text)

/**
 * A time zone as forms and programs send it, kept by its name of today.
 * @param problem what is said of one that is none
 */
export const zoneField = (problem: () => string) => zoneText().refine(isZone, { error: problem })
