// The Remix options. vite.config.ts hands them to the plugin; nothing else reads them.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    // Off on purpose: single fetch hangs on deep bodies (CVE-2026-34077) and lazy discovery answers
    // /__manifest for anyone (CVE-2026-55685); neither is mended in version 2. See docs/decisions/0002.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
