/** Charts: numbers in, accessible SVG out. Nothing here knows what the numbers are of. */
export { type BeforeAfter, beforeAfter } from './before-after.ts';
export { type DotPlot, dotPlot } from './dot-plot.ts';
export type { Chart } from './draw.ts';
export { type MapPoint, pointMap } from './map.ts';
export { LINES, type OverTime, overTime } from './over-time.ts';
export { MEDIAN_FROM, QUARTILES_FROM, type Summary, summarise } from './statistics.ts';
