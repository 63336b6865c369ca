import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

// The shop's address is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** What search engines may read. Basket, checkout and order pages say "noindex" themselves, so they stay readable. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: ["/", "/api/share/", "/api/pictures/"], disallow: ["/api/", "/*/admin"] },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
