import { readSecuritySettings, type SecuritySettings } from '#app/domain/people/security-settings.ts';
import type { Connection } from '../connection.server.ts';
import { instanceValue } from './instance.server.ts';

/** The name of the security settings among the values of the installation. */
export const SECURITY = 'security';

/** How safe this installation is kept. */
export const securitySettings = async (db: Connection): Promise<SecuritySettings> =>
  readSecuritySettings(await instanceValue(db, SECURITY));
