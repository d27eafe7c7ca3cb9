/** The kinds of files that are accepted, by the extension of their names. */
export const acceptedKinds = ['pdf', 'jpg', 'png', 'docx', 'xlsx'] as const;

export type FileKind = (typeof acceptedKinds)[number];

const MEGABYTE = 1024 * 1024;

/** The largest file that is accepted, in bytes. */
export const LARGEST_FILE = 20 * MEGABYTE;

/** The largest form with files, in bytes: what may be sent at once. */
export const LARGEST_UPLOAD = 25 * MEGABYTE;

export const megabytes = (bytes: number): number => Math.floor(bytes / MEGABYTE);
