import { stat, unlink } from 'node:fs/promises';
import { systemClock } from './clock.server.ts';

/**
 * Removes a file that was last written longer ago than `olderThanMs`, by the machine's own time: it is what the file system
 * stamps files with. False where it is younger, or was gone or moved to its place before it could be looked at.
 */
export async function removeStale(file: string, olderThanMs: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    if (mtimeMs > Date.parse(systemClock.now()) - olderThanMs) return false;
    await unlink(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
