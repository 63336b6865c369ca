import { containerRoutes } from "./container-routes";
import { contractRoutes } from "./contract-routes";
import { customerRoutes } from "./customer-routes";
import { documentRoutes } from "./document-routes";
import { paymentRoutes } from "./payment-routes";
import type { Route } from "./route";
import { smartRoutes } from "./smart-routes";

/** Every endpoint of /api/v2 the sandbox has. */
export const ROUTES: readonly Route[] = [
  ...smartRoutes,
  ...paymentRoutes,
  ...contractRoutes,
  ...customerRoutes,
  ...containerRoutes,
  ...documentRoutes,
];
