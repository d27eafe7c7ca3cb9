/** The accounts of a demo center end so; a real address never does (RFC 6761). */
export const DEMO_DOMAIN = '@demo.test';

/** The one password of all accounts of a demo center. It stands on the sign-in page there. */
export const DEMO_PASSWORD = 'hatchery-demo';
