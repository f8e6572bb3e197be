type Three = readonly [number, number, number]

const times = (rows: readonly Three[], [x, y, z]: Three): Three => {
  const [a = 0, b = 0, c = 0] = rows.map(([p, q, r]) => p * x + q * y + r * z)
  return [a, b, c]
}

// Oklab of linear sRGB, and back (Björn Ottosson, 2020): as light and as colourful as the eye finds it.
const toCone: Three[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const toLab: Three[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]
const fromLab: Three[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
]
const fromCone: Three[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
]

const fits = (rgb: Three): boolean => rgb.every((value) => value >= -1e-6 && value <= 1 + 1e-6)

/**
 * A colour (linear sRGB) at another lightness, with its hue, and as colourful as it was where the screen can show that.
 * @param light of Oklab, 0 to 1
 */
export function atLightness(rgb: Three, light: number): Three {
  const cone = times(toCone, rgb)
  const [, a, b] = times(toLab, [Math.cbrt(cone[0]), Math.cbrt(cone[1]), Math.cbrt(cone[2])])
  const at = (share: number): Three => {
    const [l, m, s] = times(fromLab, [light, a * share, b * share])
    return times(fromCone, [l ** 3, m ** 3, s ** 3])
  }
  let share = 1
  while (share > 0 && !fits(at(share))) share -= 0.05
  const [red, green, blue] = at(Math.max(0, share))
  const within = (value: number) => Math.min(1, Math.max(0, value))
  return [within(red), within(green), within(blue)]
}
