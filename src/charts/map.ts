/** Points on a map of Italy. The outline is Natural Earth's, in the public domain, from the package `world-atlas`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as Plot from '@observablehq/plot';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { drawOne } from './draw.ts';

/** Where something is, in degrees, and what is there. */
export interface MapPoint {
  lat: number;
  lon: number;
  names: readonly string[];
  /** Drawn as a ring: not a place like the others. */
  ring?: boolean | undefined;
}

/** Italy in ISO 3166-1. */
const ITALY = '380';
const WIDTH = 340;

const PLACE = {
  x: 'lon',
  y: 'lat',
  r: ({ names }: MapPoint) => 4 + 2 * Math.sqrt(names.length),
  title: ({ names }: MapPoint) => names.join(', '),
};

/** Read once, when the first map is drawn. */
let outline: ReturnType<typeof readOutline> | undefined;

function readOutline() {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const countries = feature(topology, topology.objects.countries);
  return { type: 'FeatureCollection' as const, features: countries.features.filter(({ id }) => id === ITALY) };
}

/** Draws points on the outline of Italy; the more names a point has, the larger it is. */
export function pointMap(points: readonly MapPoint[], label: string): string {
  outline ??= readOutline();
  return drawOne(label, WIDTH, {
    height: WIDTH * 1.2,
    projection: { type: 'mercator', domain: outline, inset: 4 },
    marks: [
      Plot.geo(outline, { className: 'chart-land' }),
      Plot.dot(
        points.filter(({ ring }) => ring),
        { ...PLACE, className: 'chart-ring', strokeWidth: 2 },
      ),
      Plot.dot(
        points.filter(({ ring }) => !ring),
        { ...PLACE, className: 'chart-place', fill: 'currentColor' },
      ),
    ],
    r: { type: 'identity' },
  });
}
