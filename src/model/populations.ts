/** Sizes of municipalities: classes of inhabitants by article 156 of the consolidated law on local bodies (d.lgs. 267/2000), the smallest five taken together. */
export const populationClasses: readonly { label: string; from: number; to: number }[] = [
  { label: 'fino a 4.999 abitanti', from: 0, to: 4_999 },
  { label: 'da 5.000 a 9.999 abitanti', from: 5_000, to: 9_999 },
  { label: 'da 10.000 a 19.999 abitanti', from: 10_000, to: 19_999 },
  { label: 'da 20.000 a 59.999 abitanti', from: 20_000, to: 59_999 },
  { label: 'da 60.000 a 99.999 abitanti', from: 60_000, to: 99_999 },
  { label: '100.000 abitanti e oltre', from: 100_000, to: Number.MAX_SAFE_INTEGER },
];
