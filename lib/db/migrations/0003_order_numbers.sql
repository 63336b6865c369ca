CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
INSERT INTO "counters" ("name", "value") SELECT 'order', "last_value" FROM "order_numbers" WHERE "is_called";--> statement-breakpoint
DROP SEQUENCE "public"."order_numbers";