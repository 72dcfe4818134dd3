// The shapes of the world's countries.
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { FeatureCollection, MultiLineString } from "geojson";

export interface World {
  land: FeatureCollection;
  borders: MultiLineString;
}

const loaded = new Map<string, Promise<World>>();

/** The shapes of the world, fetched once: `world` for the whole, `world-fine` from near. */
export function world(name: "world" | "world-fine"): Promise<World> {
  const known = loaded.get(name);
  if (known) return known;
  const answer = fetch(`/assets/${name}.json`)
    .then((response) => response.json())
    .then((topology: Topology<{ countries: GeometryCollection }>) => ({
      land: feature(topology, topology.objects.countries),
      borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
    }));
  loaded.set(name, answer);
  answer.catch(() => loaded.delete(name));
  return answer;
}
