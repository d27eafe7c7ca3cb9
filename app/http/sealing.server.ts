import type { Configuration } from '#app/outside/configuration.server.ts';
import { keptSecret } from '#app/outside/kept-secret.server.ts';
import { openSealer, type Sealer } from '#app/outside/sealing.server.ts';

const opened = new WeakMap<object, Sealer>();

/** The sealer of an installation: its key comes from `SESSION_SECRET`, or from the secret kept in `DATA_DIR`. */
export function sealerOf(configuration: Pick<Configuration, 'sessionSecret' | 'dataDir'>): Sealer {
  let sealer = opened.get(configuration);
  if (sealer === undefined) {
    sealer = openSealer(configuration.sessionSecret ?? keptSecret(configuration.dataDir));
    opened.set(configuration, sealer);
  }
  return sealer;
}
