/** Where buyers fetch their goods, as they read it; replace it together with the legal notice. */
export const pickupPlace = "Kontor Musterladen, Musterstraße 1, 12345 Musterstadt";
