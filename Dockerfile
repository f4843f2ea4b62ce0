# One image for every app: the start command says which. Built for amd64 and arm64, runs as a plain user on a
# read-only file system; only /data and /tmp are written.
ARG NODE=node:24.21.0-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm run --silent build && npm prune --omit=dev --no-audit --no-fund && rm -rf .nx apps/*/src libs/*/src

FROM ${NODE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Platen" \
      org.opencontainers.image.description="The customer's side of managed print services" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 PLATEN_FILES=/data/files
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/libs ./libs
COPY --from=build /app/apps ./apps
RUN mkdir -p /data/files /data/spool && chown -R node:node /data
VOLUME /data
USER node
EXPOSE 8080
CMD ["node", "apps/gateway/dist/main.js"]
