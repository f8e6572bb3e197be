/** The zones of the IANA database, as suggestions for a field with `list="zones"`. */
export const Zones = () => (
  <datalist id="zones">
    {Intl.supportedValuesOf('timeZone').map((zone) => (
      <option value={zone} />
    ))}
  </datalist>
)
