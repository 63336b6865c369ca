import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");
const isDev = process.env.NODE_ENV === "development";

// Pages are static, so there is no nonce: inline scripts of the framework are allowed, foreign scripts are not.
// form-action: Chromium applies it to the redirect that follows a form post. Without JavaScript the order form is
// answered with a 303 to the pay page (any https host in its chain, or the local sandbox), which must stay possible;
// which host that may be is decided by the server's allow-list.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self' https: http://127.0.0.1:*",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** Hosts whose forms may call server actions: the shop's own address, also when a proxy changes the Host header. */
function allowedOrigins() {
  const appUrl = process.env.APP_URL;
  return appUrl && URL.canParse(appUrl) ? [new URL(appUrl).host] : [];
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  cacheComponents: false,
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "@react-email/components",
    "nodemailer",
    "pdfkit",
    "pg-boss",
    "postgres",
    "pino",
  ],
  images: {
    deviceSizes: [390, 640, 828, 1200, 1600, 2400],
    imageSizes: [96, 192, 320],
    qualities: [75],
    minimumCacheTTL: 31_536_000,
    // Nothing else of the shop may be fetched through the image optimiser.
    localPatterns: [
      { pathname: "/products/**", search: "" },
      { pathname: "/api/pictures/**", search: "" },
    ],
  },
  experimental: {
    // A restart starts with empty caches, so that it never shows an old catalogue.
    isrFlushToDisk: false,
    globalNotFound: true,
    // With pages made on first demand, the inlined prefetches of their segments are answered 404.
    prefetchInlining: false,
    serverActions: { allowedOrigins: allowedOrigins(), bodySizeLimit: "64kb" },
  },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default withNextIntl(config);
