import '@remix-run/server-runtime';
import type { DoorContext } from './context.ts';

declare module '@remix-run/server-runtime' {
  // Loaders and actions are handed what the front knows of the request.
  interface AppLoadContext extends DoorContext {}
}
