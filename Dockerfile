# Hatchery in a container. Its steps were tried one by one, on a read-only root; not with an engine: there was none at hand.
# Build:  docker build -t hatchery .
# Run:    docker run --name hatchery --restart on-failure --read-only --tmpfs /tmp -p 127.0.0.1:3000:3000 -v hatchery-data:/data -e PUBLIC_URL=https://… hatchery
# The one-time link of the first administrator:  docker logs hatchery
# Other commands:  docker exec hatchery node build/commands/backup.js /data/by-hand
FROM node:22-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
# where the SQLite driver has to be compiled: with the headers of this very Node, not with those of nodejs.org
ENV npm_config_nodedir=/usr/local
RUN npm ci --no-audit --no-fund
COPY . .
# `npm run build` would install again where the lock file is newer than what is there
RUN node -e "import('./scripts/build-parts.mjs').then((parts) => parts.buildAll())" && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
USER node
VOLUME /data
EXPOSE 3000
# 5 seconds are enough to end: requests under way are finished, the write-ahead log is put away
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "build/commands/serve.js"]
