import { expect, test } from 'vitest'
import { readSpan } from './cells-rules.ts'

test.each([
  ['Sept 2021 – Aug 2024', '2021-09-01', '2024-08-31'],
  ['September 2021 - August 2024', '2021-09-01', '2024-08-31'],
  ['Okt. 2021 bis März 2023', '2021-10-01', '2023-03-31'],
  ['sept. 2021 – août 2024', '2021-09-01', '2024-08-31'],
  ['1er janvier 2020 au 31 juillet 2022', '2020-01-01', '2022-07-31'],
  ['septiembre de 2021 – febrero de 2024', '2021-09-01', '2024-02-29'],
  ['set. 2021 – ago 2024', '2021-09-01', '2024-08-31'],
  ['gennaio 2019 – dicembre 2019', '2019-01-01', '2019-12-31'],
  ['Sept – Dez 2021', '2021-09-01', '2021-12-31'],
  ['09/2021 – 08/2024', '2021-09-01', '2024-08-31'],
  ['2021-09-01 – 2024-08-31', '2021-09-01', '2024-08-31'],
  ['1.9.2021 – 31.8.2024', '2021-09-01', '2024-08-31'],
  ['Sept 2021 – present', '2021-09-01', undefined],
  ['seit März 2022', '2022-03-01', undefined],
  ['jusqu’en août 2024', '?', '2024-08-31'],
  ['Mai 2020', '2020-05-01', '2020-05-31'],
  ['2016–18', '2016', '2018'],
  ['Sep 2021-Aug 2024', '2021-09-01', '2024-08-31'],
  ['Sept ’21 – Aug ’24', '2021-09-01', '2024-08-31'],
  ['from Sept 2021 to Aug 2024', '2021-09-01', '2024-08-31'],
  ['de mai 2022 à août 2024', '2022-05-01', '2024-08-31'],
  ['mai 2022 – présent', '2022-05-01', undefined],
  ['da gennaio 2020 ad oggi', '2020-01-01', undefined],
])('%s is a term', (text, from, to) => expect(readSpan(text)).toEqual({ from, to }))

// juin or juillet; a month that is none; a day that is none; three ends.
test.each(['jui 2021 – 2022', 'Smarch 2021 – Aug 2022', '31 Feb 2021 – Aug 2022', '2016 – 2018 – 2020', 'soon'])('“%s” is none', (text) =>
  expect(readSpan(text)).toBeUndefined(),
)
