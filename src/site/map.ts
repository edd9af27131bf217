/** Where participants are, for the map: those at one place together, invented ones as rings. */
import type { MapPoint } from '#charts';
import type { EditionEntry } from '#content';
import { capitalOf } from '#model';

/** Degrees: nearer than this, dots would cover each other. */
const NEAR = 0.2;

/** The points of participants; one whose place is not given stands on the capital of its province. */
export function pointsOf(participants: readonly EditionEntry<'participants'>[]): MapPoint[] {
  const points: { lat: number; lon: number; names: string[]; ring?: boolean }[] = [];
  for (const { data, link } of participants) {
    const ring = link.demo === true;
    const at = data.location ?? capitalOf(data.province);
    if (!at) continue;
    const near = points.find(
      ({ lat, lon, ...point }) => point.ring === ring && Math.abs(lat - at.lat) < NEAR && Math.abs(lon - at.lon) < NEAR,
    );
    if (near) near.names.push(data.name);
    else points.push({ ...at, names: [data.name], ring });
  }
  return points;
}
