import type { configuration as zh } from '../zh-CN/configuration.ts';

/** Why the program does not start: what is wrong with its configuration. Read by whoever runs it, in a terminal. */
export const configuration = {
  'refusal.configuration.number': '{name} must be a whole number from {min} to {max}, not “{value}”',
  'refusal.configuration.host': '{name} must be a host name or an IP address, not “{value}”',
  'refusal.configuration.address': '{name} must be an address that begins with {schemes}',
  'refusal.configuration.publicUrl':
    '{name} must be https:// or http:// with a host (and port) and nothing after it, such as https://hatchery.example.cn',
  'refusal.configuration.secret': '{name} is too short: at least {min} characters',
  'refusal.configuration.choice': '{name} must be one of {choices}, not “{value}”',
  'refusal.configuration.instant':
    '{name} must be a date and time such as 2026-11-24T09:00:00+08:00, not “{value}”',
  'refusal.configuration.workers': '{name} above 1 needs PostgreSQL (set DATABASE_URL)',
} as const satisfies Record<keyof typeof zh, string>;
